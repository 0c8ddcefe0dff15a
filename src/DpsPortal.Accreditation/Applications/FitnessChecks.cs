using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// Which checks the fit-and-proper-person test makes of whom. Source: SI 2023/416, regs 8-12 and Sch 1; domain §2.3.
/// </summary>
internal static class FitnessChecks
{
    private static readonly PersonRole[] Owners =
        [PersonRole.Director, PersonRole.PersonWithSignificantControl, PersonRole.ShadowDirector];

    /// <summary>Those who run the service from day to day, whom the panel interviews.</summary>
    private static readonly PersonRole[] Managers =
        [PersonRole.NominatedIndividual, PersonRole.RegisteredServiceManager, PersonRole.DeputyManager];

    /// <summary>In the order of the kinds.</summary>
    public static IReadOnlyList<FitnessCheckKind> Of(IReadOnlyList<PersonRole> roles) =>
        [.. Enum.GetValues<FitnessCheckKind>().Where(kind => IsMadeOf(roles, kind))];

    /// <summary>Made by the portal: no officer writes them.</summary>
    public static bool IsComputed(FitnessCheckKind kind) =>
        kind is FitnessCheckKind.RelevantExperience or FitnessCheckKind.Interview;

    /// <summary>Relevant work of a registered service manager; null for people it does not apply to.</summary>
    /// <param name="today">A London date.</param>
    public static RelevantExperience? ExperienceOf(PersonDto person, DateOnly today) =>
        person.Roles.Contains(PersonRole.RegisteredServiceManager)
            ? RelevantExperience.Count(person.RelevantWork.Select(w => new EmploymentPeriod(w.From, w.Until)), today)
            : null;

    public static FitnessCheckDto ToCheck(RelevantExperience experience, DateOnly today) => new(
        FitnessCheckKind.RelevantExperience, experience.IsEnough ? CheckResult.Clear : CheckResult.Failed, today, null,
        "Computed from the employment given in the application");

    private static bool IsMadeOf(IReadOnlyList<PersonRole> roles, FitnessCheckKind kind) => kind switch
    {
        FitnessCheckKind.FinancialFitness => roles.Any(Owners.Contains),
        FitnessCheckKind.HealthDeclaration or FitnessCheckKind.References or FitnessCheckKind.Interview =>
            roles.Any(Managers.Contains),
        FitnessCheckKind.RelevantExperience => roles.Contains(PersonRole.RegisteredServiceManager),
        _ => true,
    };
}
