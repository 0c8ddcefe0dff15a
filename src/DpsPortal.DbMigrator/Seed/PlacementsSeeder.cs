using DpsPortal.Accreditation.Schemes;
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

    // Who decided on the past year's prices, before the portal.
    private const string Officer = "Placements officer";
    private const string ConfirmedBy = "Placements approver";

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
        db.Placements.AddRange(new PastYear(LondonTime.DateOf(now)).Placements()
            .Select(past => Placed(past, now.UtcDateTime)));
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

    private static Placement Placed(PastPlacement past, DateTime now)
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
            Regime = past.Route == PlacementRoute.Dps ? Regime.PcrDps : null,
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
            placement.ProposePrice(change.From, change.Price, change.Reason, IdOf(Officer), Officer, now);
            placement.ConfirmPrice(IdOf(ConfirmedBy), ConfirmedBy, now);
        }

        if (past.Ending is { } ending)
        {
            placement.End(ending.On, ending.Reason, ending.AsPlanned, ConfirmedBy, now);
        }

        return placement;
    }
}
