using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DpsPortal.DbMigrator.Seed.OrganisationsSeeder;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// Homes of the providers and their papers, which were renewed since. Outward codes are real, inward ones never.
/// </summary>
internal sealed class PropertySeeder : ISeeder
{
    private static readonly Guid Host = IdOf("Eastmarsh LBC");

    /// <summary>Days ago: before the first application.</summary>
    private const int FirstSaved = 540;

    /// <summary>Days ago: after the latest issue of a paper below.</summary>
    private const int PapersRenewed = 58;

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        var ofYear = new PastYearPremises(new PastYear(context.Clock.Today).Placements()).ByProvider;
        foreach (var provider in PastYearProviders.All)
        {
            var email = PastYearProviders.EmailOf(provider);
            var written = DemoHomes.ByProvider.Where(p => p.Email == email).SelectMany(p => p.Homes)
                .Select(home => new PastHome(IdOf($"{provider} {home.Name}"), home.Name, provider, home));
            await RecordAsync(context, email, [.. written, .. ofYear[provider]], ct);
        }

        await context.ForgetMailAsync(ct);
        await LapseAsync(context, ct);
    }

    private static async Task RecordAsync(
        SeedContext context, string email, IReadOnlyList<PastHome> homes, CancellationToken ct)
    {
        await using var scope = await context.AsAsync(email, ct);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var provider = scope.ServiceProvider.GetRequiredService<ICurrentUser>().OrganisationId;
        if (await db.Set<Premises>().AnyAsync(p => p.ProviderId == provider, ct))
        {
            return;
        }

        context.Clock.GoTo(context.Clock.Today.AddDays(-FirstSaved), 10, 15);
        var made = homes.ToDictionary(home => home, home => new Premises(
            home.Id, provider, Details(context, home.Home.ToInput(Then(context), 150), []), context.Clock.GetUtcNow().UtcDateTime));
        db.AddRange(made.Values);
        db.AddRange(made.Values.Select(home => new PremisesGrant
        {
            PremisesId = home.Id,
            ProviderId = provider,
            OrganisationId = Host,
            GrantedAt = context.Clock.GetUtcNow().UtcDateTime,
        }));
        await db.SaveChangesAsync(ct);

        context.Clock.GoTo(context.Clock.Today.AddDays(-PapersRenewed), 14, 30);
        foreach (var (home, premises) in made)
        {
            var input = home.Home.ToInput(context.Clock.Today);
            input = input with { Places = [.. input.Places.Select((p, i) => p with { Id = premises.Places[i].Id })] };
            premises.Update(
                Details(context, input, [.. premises.Places.Select(p => p.Id)]), context.Clock.GetUtcNow().UtcDateTime);
        }

        await db.SaveChangesAsync(ct);
    }

    private static PremisesDetails Details(SeedContext context, SavePremisesDto input, IReadOnlyCollection<Guid> known) =>
        PremisesInput.Read(input, known, Then(context));

    private static DateOnly Then(SeedContext context) => LondonTime.DateOf(context.Clock.GetUtcNow());

    /// <summary>The portal suspends a home on the day after its gas record's last, at midnight.</summary>
    private static async Task LapseAsync(SeedContext context, CancellationToken ct)
    {
        context.Clock.GoTo(SeedClock.At(context.Clock.Today.AddDays(-8), new TimeOnly(0, 0, 20)));
        await context.WorkAsync<StandingWorker>(ct);
        await context.SettleAsync(ct);
    }
}

/// <param name="GasDaysLeft">Days until the gas record's last day; negative when it has run out.</param>
internal sealed record DemoHome(
    string Name, string Street, string Postcode, string Area, OfstedCategory Category, int GasDaysLeft,
    params (string Name, decimal Area)[] Rooms)
{
    /// <param name="gasDaysLeft">Where they are other than today's.</param>
    public SavePremisesDto ToInput(DateOnly today, int? gasDaysLeft = null) => new()
    {
        Name = Name,
        AddressLine = Street,
        Town = Postcode.StartsWith("LU", StringComparison.Ordinal) ? "Luton" : "London",
        Postcode = Postcode,
        AreaAuthority = Area,
        Category = Category,
        OnOfstedList = true,
        Places =
            [.. Rooms.Select(r => new SavePlaceDto { Name = r.Name, BedroomArea = r.Area, MaxOccupants = 1 })],
        Certificates =
        [
            Paper(CertificateKind.GasSafety, today.AddDays(gasDaysLeft ?? GasDaysLeft).AddMonths(-12)),
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
