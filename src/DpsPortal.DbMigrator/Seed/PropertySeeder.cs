using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Rules.Calendar;
using Microsoft.Extensions.DependencyInjection;
using static DpsPortal.DbMigrator.Seed.OrganisationsSeeder;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// Homes of the providers that have accounts, and their papers. Outward codes are real, inward ones never.
/// </summary>
internal sealed class PropertySeeder : ISeeder
{
    private static readonly Guid Host = IdOf("Eastmarsh LBC");

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        foreach (var (email, homes) in DemoHomes.ByProvider)
        {
            await using var scope = await context.AsAsync(email, ct);
            var premises = scope.ServiceProvider.GetRequiredService<IPremisesAppService>();
            if ((await premises.GetListAsync(ct)).Count > 0)
            {
                continue;
            }

            var today = LondonTime.DateOf(Now(scope.ServiceProvider));
            var ids = new List<Guid>();
            foreach (var home in homes)
            {
                ids.Add((await premises.CreateAsync(home.ToInput(today), ct)).Id);
            }

            await scope.ServiceProvider.GetRequiredService<IPremisesIntegrationService>().ShareAsync(ids, Host, ct);
        }
    }

    private static DateTime Now(IServiceProvider services) =>
        services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
}

/// <param name="GasDaysLeft">Days until the gas record's last day; negative when it has run out.</param>
internal sealed record DemoHome(
    string Name, string Street, string Postcode, string Area, OfstedCategory Category, int GasDaysLeft,
    params (string Name, decimal Area)[] Rooms)
{
    public SavePremisesDto ToInput(DateOnly today) => new()
    {
        Name = Name,
        AddressLine = Street,
        Town = "London",
        Postcode = Postcode,
        AreaAuthority = Area,
        Category = Category,
        OnOfstedList = true,
        Places =
            [.. Rooms.Select(r => new SavePlaceDto { Name = r.Name, BedroomArea = r.Area, MaxOccupants = 1 })],
        Certificates =
        [
            Paper(CertificateKind.GasSafety, today.AddDays(GasDaysLeft).AddMonths(-12)),
            Paper(CertificateKind.ElectricalInstallation, today.AddMonths(-20)),
            Paper(CertificateKind.FireRiskAssessment, today.AddMonths(-5)),
            Paper(CertificateKind.BuildingsInsurance, today.AddMonths(-4), today.AddMonths(8)),
            Paper(CertificateKind.LiabilityInsurance, today.AddMonths(-4), today.AddMonths(8)),
        ],
    };

    private static SaveCertificateDto Paper(CertificateKind kind, DateOnly issued, DateOnly? ends = null) =>
        new() { Kind = kind, IssuedOn = issued, ExpiresOn = ends };
}

internal static class DemoHomes
{
    public static readonly IReadOnlyList<(string Email, IReadOnlyList<DemoHome> Homes)> ByProvider =
    [
        ("provider@example.org",
        [
            new("Orchard Row", "18 Orchard Row", "SE13 0ZZ", "Eastmarsh LBC", OfstedCategory.SharedRingFenced, 200,
                ("Room 1", 9.40m), ("Room 2", 8.15m)),
            new("Wharf View", "4 Wharf View", "E14 0ZZ", "Eastmarsh LBC", OfstedCategory.SelfContained, 45,
                ("Flat 1", 12.60m), ("Flat 2", 11.05m)),
        ]),
        ("provider2@example.org",
        [
            new("Lantern House", "31 Saltmarsh Lane", "HA9 0ZZ", "Northwick Vale LBC",
                OfstedCategory.SharedRingFenced, 120, ("Front room", 10.30m), ("Garden room", 7.85m)),
            new("Tallow Court", "7 Tallow Court", "NW9 0ZZ", "Northwick Vale LBC", OfstedCategory.SharedRingFenced, -9,
                ("Room A", 8.90m), ("Room B", 8.20m), ("Room C", 6.51m)),
        ]),
        ("provider3@example.org",
        [
            new("Copper Beech", "52 Copper Beech Road", "N17 0ZZ", "Kingsferry LBC", OfstedCategory.SharedRingFenced,
                300, ("Room 1", 9.00m), ("Room 2", 9.00m), ("Room 3", 8.40m)),
        ]),
    ];
}
