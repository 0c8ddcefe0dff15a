using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// Which checks the fit-and-proper-person test makes of whom. Source: SI 2023/416, regs 8-12 and Sch 1; domain §2.3.
/// </summary>
internal static class FitnessChecks
{
    private static readonly FitnessCheckKind[] OfEverybody =
    [
        FitnessCheckKind.IdentityAndRightToWork,
        FitnessCheckKind.EnhancedDbs,
        FitnessCheckKind.DisqualifiedDirectorsAndInsolvency,
        FitnessCheckKind.PastRegistrations,
        FitnessCheckKind.DebarmentAndSanctions,
        FitnessCheckKind.AuthorityIntelligence,
    ];

    public static IReadOnlyList<FitnessCheckKind> Of(IReadOnlyList<PersonRole> roles) =>
    [
        .. OfEverybody,
        .. roles.Contains(PersonRole.NominatedIndividual) || roles.Contains(PersonRole.RegisteredServiceManager)
            ? new[] { FitnessCheckKind.References, FitnessCheckKind.Interview }
            : [],
        .. roles.Contains(PersonRole.RegisteredServiceManager) ? [FitnessCheckKind.RelevantExperience] : EmptyList,
    ];

    private static FitnessCheckKind[] EmptyList => [];

    /// <summary>Relevant work of a registered service manager; null for people it does not apply to.</summary>
    /// <param name="today">A London date.</param>
    public static RelevantExperience? ExperienceOf(PersonDto person, DateOnly today) =>
        person.Roles.Contains(PersonRole.RegisteredServiceManager)
            ? RelevantExperience.Count(person.RelevantWork.Select(w => new EmploymentPeriod(w.From, w.Until)), today)
            : null;
}
