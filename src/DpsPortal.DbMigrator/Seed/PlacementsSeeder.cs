using DpsPortal.EntityFrameworkCore;
using DpsPortal.Organisations.People;
using DpsPortal.Placements.Agreements;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DpsPortal.DbMigrator.Seed.OrganisationsSeeder;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// A past year of one authority shaped like the one that the founding report describes: 183 young people live
/// today, 42 aged 16-17 and 141 care leavers, with 27 providers, 150 through the scheme, 20 in a block of which 5
/// have high support. Deterministic, and relative to the day it is made.
/// </summary>
internal sealed class PlacementsSeeder : ISeeder
{
    public const string Authority = "Northwick Vale LBC";
    private const string Approver = "approver@example.org";

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        await SeedProvidersAsync(context, ct);
        await using var scope = await context.AsAsync(Approver, ct);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        if (await db.Placements.AnyAsync(p => p.CallOffId == null, ct))
        {
            return;
        }

        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow();
        db.Placements.AddRange(new PastYear(LondonTime.DateOf(now)).Placements().Select(Placed));
        await db.SaveChangesAsync(ct);
    }

    private static async Task SeedProvidersAsync(SeedContext context, CancellationToken ct)
    {
        await using var scope = context.AsNobody();
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var present = await db.Organisations.Select(o => o.Id).ToHashSetAsync(ct);
        db.Organisations.AddRange(PastYearProviders.All
            .Where(p => !present.Contains(IdOf(p)))
            .Select(p => new Organisation(IdOf(p), p, OrganisationKind.Provider)));
        await db.SaveChangesAsync(ct);
    }

    private static Placement Placed(PastPlacement past)
    {
        var terms = new AgreementTerms
        {
            AuthorityId = IdOf(Authority),
            AuthorityName = Authority,
            ProviderId = IdOf(past.Provider),
            ProviderName = past.Provider,
            Urn = PastYearProviders.UrnOf(past.Provider),
            SchemeName = past.Route == PlacementRoute.Dps ? PastYear.Scheme : null,
            LotName = past.Home.Lot,
            Route = past.Route,
            PremisesArea = past.Area.Code,
            Category = past.Home.Category,
            AgeBand = past.AgeBand,
            LegalBasis = past.LegalBasis,
            UnaccompaniedAsylumSeeking = past.Asylum,
            SupportLevel = past.Home.Support,
            InArea = past.Area.InArea,
            DistanceMiles = past.Area.Miles,
            StartsOn = past.StartsOn,
            PlannedEndOn = past.PlannedEndOn,
            SetUpPence = past.SetUpPence,
        };
        var placement = new Placement(IdOf(past.Reference), past.Reference, terms, past.Price);
        if (past.Change is { } change)
        {
            placement.ChangePrice(change.From, change.Price, change.Reason);
        }

        if (past.Ending is { } ending)
        {
            placement.End(ending.On, ending.Reason, ending.AsPlanned);
        }

        return placement;
    }
}
