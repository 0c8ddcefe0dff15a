using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// The fit-and-proper-person test as one officer may see it: no other's scores before their own; and what the provider
/// may see of it.
/// </summary>
internal static class FitnessView
{
    public static IReadOnlyList<PersonOutcomeDto> OutcomesOf(Application application) =>
    [
        .. (application.FitAndProperTest?.People ?? []).Where(p => p is { Outcome: not null, ConfirmedAt: not null })
            .Select(p => new PersonOutcomeDto(
                p.PersonId, p.Name, p.Roles, p.Outcome!.Value, p.Reasons, p.ConfirmedAt!.Value)),
    ];

    public static FitAndProperTestDto? ToDto(
        Application application, IReadOnlyDictionary<Guid, string> documentNames, Guid readerId, bool mayAct, DateTime now)
    {
        if (application.FitAndProperTest is not { } test)
        {
            return null;
        }

        return new FitAndProperTestDto(
            [.. test.People.Select(p => ToDto(application, p, documentNames, readerId, mayAct, now))],
            test.People.Count(p => p.IsSettled),
            test.Result,
            [
                .. documentNames.Select(d => new EvidenceFileDto(d.Key, Label(application, d.Key, d.Value)))
                    .OrderBy(d => d.Name, StringComparer.Ordinal),
            ]);
    }

    /// <summary>What a file is: several may have one name.</summary>
    private static string Label(Application application, Guid document, string name) =>
        (application.Answers.Insurance?.Policies ?? []).FirstOrDefault(p => p.DocumentId == document) is { } policy
            ? $"{Questionnaire.InWords(policy.Kind)}{(policy.Insurer is null ? "" : $", {policy.Insurer}")}: {name}"
            : name;

    private static PersonFitnessDto ToDto(
        Application application, PersonFitness person, IReadOnlyDictionary<Guid, string> documentNames, Guid readerId,
        bool mayAct, DateTime now)
    {
        var open = mayAct && application.MayTest(person);
        var (hasScored, agreed) = (person.Interview.HasScored(readerId), person.Interview.Agreed is not null);
        return new PersonFitnessDto
        {
            PersonId = person.PersonId,
            Name = person.Name,
            Roles = person.Roles,
            Checks =
            [
                .. person.Checks.Select(c => c with
                {
                    DocumentName = c.DocumentId is { } id ? documentNames.GetValueOrDefault(id) : null,
                }),
            ],
            ExperienceMonths = person.Experience?.Months,
            ExperienceDays = person.Experience?.Days,
            Derived = FitnessRule.Of(person.Checks, LondonTime.DateOf(now)),
            Outcome = person.Outcome,
            Reasons = person.Reasons,
            ProposedByName = person.ProposedBy?.Name,
            ProposedAt = person.ProposedAt,
            ConfirmedByName = person.ConfirmedBy?.Name,
            ConfirmedAt = person.ConfirmedAt,
            Interview = person.IsInterviewed ? ToDto(person.Interview, readerId) : null,
            ReopenedBecause = person.ReopenedBecause,
            ReopenedAt = person.ReopenedAt,
            MayRecord = open,
            MayConfirm = open && person.Ground == TestGround.WaitsForSecondOfficer && person.ProposedBy?.Id != readerId,
            MayScore = open && person.IsInterviewed && !agreed && !hasScored,
            MayAgree = open && hasScored && person.Interview.Given.Count >= PanelInterview.LeastPanel,
        };
    }

    private static InterviewDto ToDto(PanelInterview interview, Guid readerId)
    {
        var shown = interview.Agreed is not null || interview.HasScored(readerId);
        return new InterviewDto(
            [
                .. interview.Given.Select(s => new PanelScoreDto(
                    s.By.Name, s.At, s.By.Id == readerId, shown ? s.Marks : null, shown ? s.Reasons : null)),
            ],
            interview.Agreed is not { } agreed
                ? null
                : new AgreedScoreDto(agreed.Marks, agreed.Reasons, agreed.By.Name, agreed.At, agreed.Passed));
    }
}
