using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Stage 1: every director, person with control, nominated individual and manager is fit for the work.</summary>
/// <param name="People">Those of the questionnaire at submission.</param>
internal sealed record FitAndProperTest(IReadOnlyList<PersonFitness> People)
{
    public static FitAndProperTest Open(PeopleSectionDto section, DateOnly today) =>
        new([.. section.People.Select(p => PersonFitness.Of(p, today))]);

    /// <exception cref="EntityNotFoundException">The application names no such person.</exception>
    /// <exception cref="InvalidInputException">A check that is not made of this person, or of a day to come.</exception>
    /// <exception cref="BusinessException">Fit, although a check is outstanding or failed.</exception>
    public FitAndProperTest Record(Guid personId, RecordFitnessDto input, Officer officer, DateTime now)
    {
        var person = People.SingleOrDefault(p => p.PersonId == personId)
            ?? throw new EntityNotFoundException(typeof(PersonFitness), personId);
        var checks = Merge(person, input.Checks, officer, LondonTime.DateOf(now));
        RefuseUnfounded(person.Name, input, checks);
        var settled = person with
        {
            Checks = checks,
            Outcome = input.Outcome,
            Reasons = input.Reasons,
            SettledBy = input.Outcome is null ? null : officer,
            SettledAt = input.Outcome is null ? null : now,
        };
        return new FitAndProperTest([.. People.Select(p => p.PersonId == personId ? settled : p)]);
    }

    /// <exception cref="BusinessException">Somebody is not found fit, with or without conditions.</exception>
    public void RefuseUnlessSettled()
    {
        if (People.Count == 0 || People.Any(p => !p.IsSettled))
        {
            throw new BusinessException(AccreditationErrorCodes.PersonNotSettled)
                .WithData("people", string.Join(", ", People.Where(p => !p.IsSettled).Select(p => p.Name)));
        }
    }

    /// <summary>What is sent replaces what stood; the check that the portal makes cannot be written over.</summary>
    private static List<FitnessCheckDto> Merge(
        PersonFitness person, IReadOnlyList<RecordFitnessCheckDto> sent, Officer officer, DateOnly today)
    {
        var checks = person.Checks.ToDictionary(c => c.Kind);
        for (var i = 0; i < sent.Count; i++)
        {
            var (check, field) = (sent[i], $"checks[{i}]");
            if (!checks.TryGetValue(check.Kind, out var stood))
            {
                throw new InvalidInputException($"{field}.kind", "This check is not made of a person in this role.");
            }

            if (check.CheckedOn > today)
            {
                throw new InvalidInputException($"{field}.checkedOn", "Enter the day of the check, today or earlier.");
            }

            if (check.Kind == FitnessCheckKind.RelevantExperience)
            {
                checks[check.Kind] = stood with { Note = check.Note ?? stood.Note };
                continue;
            }

            var changed = check.Result != stood.Result || check.CheckedOn != stood.CheckedOn;
            checks[check.Kind] = new FitnessCheckDto(
                check.Kind, check.Result,
                check.Result is null ? null : check.CheckedOn ?? today,
                check.Result is null ? null : changed ? officer.Name : stood.CheckedByName,
                check.Note);
        }

        return [.. person.Checks.Select(c => checks[c.Kind])];
    }

    private static void RefuseUnfounded(string name, RecordFitnessDto input, List<FitnessCheckDto> checks)
    {
        if (input.Outcome is null)
        {
            return;
        }

        if (input.Outcome != FitnessOutcome.Fit && string.IsNullOrWhiteSpace(input.Reasons))
        {
            throw new InvalidInputException("reasons", "Say why.");
        }

        var outstanding = checks.Where(c => c.Result is null or CheckResult.Failed).Select(c => c.Kind).ToList();
        if (input.Outcome is FitnessOutcome.Fit or FitnessOutcome.FitWithConditions && outstanding.Count > 0)
        {
            throw new BusinessException(AccreditationErrorCodes.CheckOutstanding)
                .WithData("subject", name)
                .WithData("checks", string.Join(", ", outstanding));
        }
    }
}
