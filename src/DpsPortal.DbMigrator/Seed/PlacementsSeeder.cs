using DpsPortal.Accreditation.Schemes;
using DpsPortal.EntityFrameworkCore;
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
        await using var scope = await context.AsAsync(Approver, ct);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        if (await db.Placements.AnyAsync(p => p.CallOffId == null, ct))
        {
            return;
        }

        // Signed weekly: the history of each begins on a working day before its first night.
        var placements = new PastYear(context.Clock.Today).Placements().ToList();
        var premises = new PastYearPremises(placements);
        foreach (var week in placements.GroupBy(p => AgreedOn(p.StartsOn)).OrderBy(w => w.Key))
        {
            context.Clock.GoTo(week.Key, 11, 30);
            db.Placements.AddRange(week.Select(p => Placed(p, premises.HomeOf(p))));
            await db.SaveChangesAsync(ct);
        }

        await ChangeAsync(context, placements.Where(p => p.Change is not null), p => p.Change!.From, (placement, past) =>
        {
            placement.ProposePrice(
                past.Change!.From, past.Change.Price, past.Change.Reason, IdOf(Officer), Officer, Now(context));
            placement.ConfirmPrice(IdOf(ConfirmedBy), ConfirmedBy, Now(context));
        }, db, ct);
        await ChangeAsync(context, placements.Where(p => p.Ending is not null), p => p.Ending!.On, (placement, past) =>
            placement.End(past.Ending!.On, past.Ending.Reason, past.Ending.AsPlanned, ConfirmedBy, Now(context)), db, ct);
        await context.ForgetMailAsync(ct);
    }

    private static DateTime Now(SeedContext context) => context.Clock.GetUtcNow().UtcDateTime;

    /// <summary>A working day up to a fortnight before.</summary>
    private static DateOnly AgreedOn(DateOnly day)
    {
        var signed = DateOnly.FromDayNumber((day.DayNumber - 4) / 7 * 7);
        while (!WorkingDays.IsWorkingDay(signed))
        {
            signed = signed.AddDays(-1);
        }

        return signed;
    }

    private static async Task ChangeAsync(
        SeedContext context, IEnumerable<PastPlacement> placements, Func<PastPlacement, DateOnly> on,
        Action<Placement, PastPlacement> change, DpsPortalDbContext db, CancellationToken ct)
    {
        foreach (var week in placements.GroupBy(p => AgreedOn(on(p))).OrderBy(w => w.Key))
        {
            context.Clock.GoTo(week.Key, 15, 20);
            foreach (var past in week)
            {
                change((await db.Placements.FindAsync([IdOf(past.Reference)], ct))!, past);
            }

            await db.SaveChangesAsync(ct);
        }
    }

    private static Placement Placed(PastPlacement past, Guid home)
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
            PremisesId = home,
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
        return new Placement(IdOf(past.Reference), past.Reference, terms, past.Price);
    }
}
