using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Stage 1: everybody whom the application names in a role of trust is fit for the work.</summary>
/// <param name="People">Those of the questionnaire, in its order.</param>
internal sealed record FitAndProperTest(IReadOnlyList<PersonFitness> People)
{
    public static FitAndProperTest Open(PeopleSectionDto section, DateOnly today) =>
        new([.. section.People.Select(p => PersonFitness.Of(p, today))]);

    /// <summary>Passed when everybody is found fit by two officers; not passed as soon as somebody is not.</summary>
    public TestResultDto Result
    {
        get
        {
            var because = People.Where(p => p.Ground is not null)
                .Select(p => new TestGroundDto(p.PersonId, p.Name, p.Ground!.Value)).ToList();
            return new TestResultDto(
                because.Any(g => g.Ground == TestGround.NotFit) ? TestResult.NotPassed
                : because.Count > 0 || People.Count == 0 ? TestResult.Open
                : TestResult.Passed,
                because);
        }
    }

    /// <exception cref="EntityNotFoundException">The application names no such person.</exception>
    public PersonFitness Of(Guid personId) => People.SingleOrDefault(p => p.PersonId == personId)
        ?? throw new EntityNotFoundException(typeof(PersonFitness), personId);

    public FitAndProperTest With(PersonFitness person) =>
        new([.. People.Select(p => p.PersonId == person.PersonId ? person : p)]);

    /// <summary>Somebody new or changed is tested again, alone; whoever is named no more is tested no more.</summary>
    public FitAndProperTest Follow(PeopleSectionDto? before, PeopleSectionDto section, DateTime now)
    {
        var stood = People.ToDictionary(p => p.PersonId);
        return new FitAndProperTest(
        [
            .. section.People.Select(person => stood.TryGetValue(person.Id!.Value, out var known)
                ? known.Follow(before?.People.FirstOrDefault(b => b.Id == person.Id), person, now)
                : PersonFitness.Of(person, LondonTime.DateOf(now)) with
                {
                    ReopenedBecause = ReopenCause.NewPerson, ReopenedAt = now,
                }),
        ]);
    }

    public FitAndProperTest WithoutScoresOf(Guid officerId) =>
        new([.. People.Select(p => p.WithoutScoresOf(officerId))]);

    /// <exception cref="BusinessException">Somebody is not found fit, with or without conditions.</exception>
    public void RefuseUnlessSettled()
    {
        if (Result.Result != TestResult.Passed)
        {
            throw new BusinessException(AccreditationErrorCodes.PersonNotSettled)
                .WithData("people", string.Join(", ", Result.Because.Select(g => g.Name)));
        }
    }
}
