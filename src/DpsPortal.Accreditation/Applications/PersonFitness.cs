namespace DpsPortal.Accreditation.Applications;

/// <summary>What was found about one person of the application, and what came of it.</summary>
/// <param name="ExperienceMonths">Whole months of relevant work on the day the test was opened.</param>
internal sealed record PersonFitness(
    Guid PersonId, string Name, IReadOnlyList<PersonRole> Roles, IReadOnlyList<FitnessCheckDto> Checks,
    int? ExperienceMonths, FitnessOutcome? Outcome = null, string? Reasons = null, Officer? SettledBy = null,
    DateTime? SettledAt = null)
{
    public bool IsSettled => Outcome is FitnessOutcome.Fit or FitnessOutcome.FitWithConditions;

    /// <summary>The person with every check still to be made, but the one the portal makes itself.</summary>
    /// <param name="today">A London date.</param>
    public static PersonFitness Of(PersonDto person, DateOnly today)
    {
        var experience = FitnessChecks.ExperienceOf(person, today);
        return new PersonFitness(
            person.Id ?? throw new InvalidOperationException("A saved person has an id."),
            person.Name,
            person.Roles,
            [.. FitnessChecks.Of(person.Roles).Select(kind => kind == FitnessCheckKind.RelevantExperience
                ? new FitnessCheckDto(kind, experience!.IsEnough ? CheckResult.Clear : CheckResult.Failed, today, null,
                    "Computed from the employment given in the application")
                : new FitnessCheckDto(kind, null, null, null, null))],
            experience?.Months);
    }
}
