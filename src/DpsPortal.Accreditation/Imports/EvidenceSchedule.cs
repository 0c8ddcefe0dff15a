using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Premises;

namespace DpsPortal.Accreditation.Imports;

/// <summary>
/// What paper an imported member still owes, and by when. A spreadsheet brings facts and no document, so all that every
/// provider is asked for is asked for; what keeps a home lawful comes first. Source: domain §2.2, §2.5 A (design: days).
/// </summary>
internal static class EvidenceSchedule
{
    /// <summary>Calendar days from the import on, the last day counted.</summary>
    public const int Days = 90;

    /// <summary>For what the law wants at hand today: the paper exists, or the home must not be used.</summary>
    public const int UrgentDays = 30;

    private static readonly HashSet<EvidenceKind> Urgent =
    [
        EvidenceKind.EmployersLiability, EvidenceKind.OfstedRegistration, EvidenceKind.GasSafety,
        EvidenceKind.ElectricalInstallation, EvidenceKind.FireRiskAssessment, EvidenceKind.HmoLicence,
    ];

    /// <param name="today">London.</param>
    public static DateOnly DueOn(EvidenceKind kind, DateOnly today) =>
        today.AddDays(Urgent.Contains(kind) ? UrgentDays : Days);

    /// <summary>Of the organisation once, when it becomes a member; of each home when it is made.</summary>
    public static IReadOnlyList<PlannedEvidence> Of(ImportedProvider provider, DateOnly today) =>
    [
        .. provider.Known is null
            ? EvidenceKinds.AlwaysAsked(EvidenceSubject.Organisation)
                .Select(kind => new PlannedEvidence(kind, null, null, DueOn(kind, today)))
            : [],
        .. provider.Homes.Where(h => h.Details is not null)
            .SelectMany(home => OfHome(home.Details!)
                .Select(kind => new PlannedEvidence(kind, home.Id, home.Name, DueOn(kind, today)))),
    ];

    private static IEnumerable<EvidenceKind> OfHome(SavePremisesDto home) =>
        EvidenceKinds.AlwaysAsked(EvidenceSubject.Premises)
            .Concat(home.HasGas ? [EvidenceKind.GasSafety] : []);
}
