using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.Tests;

/// <summary>A home with all its papers, issued on one day.</summary>
internal static class Homes
{
    public static readonly DateTime Now = new(2026, 11, 23, 12, 0, 0, DateTimeKind.Utc);
    public static readonly DateOnly Today = new(2026, 11, 23);
    public static readonly Guid Provider = Guid.NewGuid();

    public static Place Room(string name, decimal area = 9.5m, int occupants = 1) =>
        new() { Id = Guid.NewGuid(), Name = name, BedroomArea = area, MaxOccupants = occupants };

    public static Certificate Paper(CertificateKind kind, DateOnly issued, DateOnly? ends = null) => new()
    {
        Kind = kind,
        IssuedOn = issued,
        ExpiresOn = kind.LastDay(issued) ?? ends ?? issued.AddYears(1),
    };

    public static IReadOnlyList<Certificate> AllPapers(DateOnly issued) =>
    [
        Paper(CertificateKind.GasSafety, issued),
        Paper(CertificateKind.ElectricalInstallation, issued),
        Paper(CertificateKind.FireRiskAssessment, issued),
        Paper(CertificateKind.BuildingsInsurance, issued, issued.AddYears(3)),
        Paper(CertificateKind.LiabilityInsurance, issued, issued.AddYears(3)),
    ];

    public static PremisesDetails Details(IReadOnlyList<Certificate> papers, params Place[] places) => new(
        "Orchard Row", "18 Orchard Row", "London", Postcode.Parse("SE13 0ZZ")!, "Eastmarsh LBC",
        OfstedCategory.SharedRingFenced, OnOfstedList: true, HasGas: true,
        places.Length == 0 ? [Room("Room 1"), Room("Room 2")] : places, papers);

    /// <summary>A visit of 100%.</summary>
    public static VisitFindings Passed(
        DateTime seenAt, VisitMode mode = VisitMode.InPerson, params (Guid Place, decimal Area)[] measured) => new(
            mode, seenAt, Passed: true, 100, [], measured.ToDictionary(m => m.Place, m => m.Area));

    public static VisitFindings NotPassed(
        DateTime seenAt, int percent, VisitMode mode = VisitMode.InPerson, params string[] faults) => new(
            mode, seenAt, Passed: false, percent, faults, new Dictionary<Guid, decimal>());

    public static Property.Premises.Premises Home(PremisesDetails? details = null, DateTime? now = null) =>
        new(Guid.NewGuid(), Provider, details ?? Details(AllPapers(new DateOnly(2026, 11, 1))), now ?? Now);
}
