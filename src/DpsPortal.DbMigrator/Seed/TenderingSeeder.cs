using System.Globalization;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// A call-off with ten days to bid, one under the light touch, and one past its deadline with bids to open. Each run
/// adds whichever of the three there is no more: the demo never goes stale.
/// </summary>
internal sealed class TenderingSeeder : ISeeder
{
    private const string Officer = "placements@example.org";
    private const string Approver = "approver@example.org";
    private static readonly string[] Bidders = ["provider2@example.org", "provider3@example.org"];

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        if (await LotAsync(context, Regime.PcrDps, ct) is not { } dps
            || await LotAsync(context, Regime.PcrLightTouch, ct) is not { } lightTouch)
        {
            return;
        }

        var present = await PresentAsync(context, ct);
        if (!present.Any(c => c.LotId == dps.Id && c.IsOpen))
        {
            await PublishAsync(context, dps, TimeSpan.FromDays(12), DemoNeeds.Settled, ct);
        }

        if (!present.Any(c => c.LotId == lightTouch.Id && c.IsOpen))
        {
            await PublishAsync(context, lightTouch, TimeSpan.FromDays(2), DemoNeeds.NewlyArrived, ct);
        }

        if (!present.Any(c => c.LotId == lightTouch.Id && c.WaitsToBeOpened))
        {
            await EndAsync(
                context, await PublishAsync(context, lightTouch, TimeSpan.FromDays(1), DemoNeeds.MovingOn, ct), ct);
        }
    }

    private static async Task<LotDto?> LotAsync(SeedContext context, Regime regime, CancellationToken ct)
    {
        await using var scope = await context.AsAsync(Officer, ct);
        var schemes = scope.ServiceProvider.GetRequiredService<ISchemeAppService>();
        var scheme = (await schemes.GetListAsync(ct)).FirstOrDefault(s => s.Regime == regime);
        return scheme is null
            ? null
            : (await schemes.GetAsync(scheme.Id, ct)).Lots.FirstOrDefault(
                l => l.Category == DemoNeeds.Settled.CategoryWanted && l.Admits16To17 && l.MemberCount > 0);
    }

    private static async Task<List<Present>> PresentAsync(SeedContext context, CancellationToken ct)
    {
        await using var scope = await context.AsAsync(Officer, ct);
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var callOffs = await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().CallOffs
            .Select(c => new { c.LotId, c.State, c.Deadline }).ToListAsync(ct);
        return
        [
            .. callOffs.Select(c => new Present(
                c.LotId, c.State == CallOffState.Published && c.Deadline > now,
                c.State == CallOffState.Closed || (c.State == CallOffState.Published && c.Deadline <= now))),
        ];
    }

    private static async Task<Guid> PublishAsync(
        SeedContext context, LotDto lot, TimeSpan time, NeedsProfileDto needs, CancellationToken ct)
    {
        CallOffDto draft;
        await using (var scope = await context.AsAsync(Officer, ct))
        {
            var services = scope.ServiceProvider;
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            var today = LondonTime.DateOf(now);
            var number = await services.GetRequiredService<DpsPortalDbContext>().Referrals.CountAsync(ct) + 1;
            var referral = await services.GetRequiredService<IReferralAppService>().CreateAsync(
                new SaveReferralDto
                {
                    DateOfBirth = today.AddYears(-17).AddDays(-40 * (number % 5)),
                    CaseNumber = string.Create(CultureInfo.InvariantCulture, $"DEMO-{number:0000}"),
                    DeprivationOfLiberty = false,
                    Needs = DemoNeeds.From(needs, today),
                },
                ct);
            draft = await services.GetRequiredService<ICallOffAppService>().CreateAsync(
                new CreateCallOffDto
                {
                    ReferralId = referral.Id,
                    LotId = lot.Id,
                    Deadline = Noon(now + time),
                    Criteria = DemoNeeds.Criteria,
                    PriceWeight = 40,
                },
                ct);
        }

        await using (var scope = await context.AsAsync(Approver, ct))
        {
            await scope.ServiceProvider.GetRequiredService<ICallOffAppService>()
                .PublishAsync(draft.Id, new CallOffVersionDto { Version = draft.Version }, ct);
        }

        foreach (var (bidder, index) in Bidders.Select((bidder, index) => (bidder, index)))
        {
            await BidAsync(context, bidder, index, lot, draft.Id, ct);
        }

        return draft.Id;
    }

    /// <summary>By a member with a home, somewhat below its own rate card.</summary>
    private static async Task BidAsync(
        SeedContext context, string bidder, int index, LotDto lot, Guid callOff, CancellationToken ct)
    {
        await using var scope = await context.AsAsync(bidder, ct);
        var services = scope.ServiceProvider;
        var provider = services.GetRequiredService<ICurrentUser>().OrganisationId;
        var member = await services.GetRequiredService<IMembershipIntegrationService>()
            .GetMemberAsync(lot.Id, provider, ct);
        var homes = await services.GetRequiredService<IPremisesAppService>().GetListAsync(ct);
        var home = homes.OrderByDescending(h => h.Category == lot.Category).FirstOrDefault();
        if (member is null || home is null)
        {
            return;
        }

        var opportunity = await services.GetRequiredService<IOpportunityAppService>().GetAsync(callOff, ct);
        var weekly = Math.Min(95_000 + (12_500 * index), member.Rates?.AccommodationWeeklyPence ?? long.MaxValue);
        var bids = services.GetRequiredService<IBidAppService>();
        var saved = await bids.SaveAsync(
            callOff,
            new SaveBidDto
            {
                PremisesId = home.Id,
                PlaceId = home.Places[0].Id,
                AvailableFrom = opportunity.Needs.MoveInFrom,
                Lines = [new PriceLineDto { Kind = PriceLineKind.Accommodation, WeeklyPence = weekly }],
                SetUpPence = 0,
                Answers = [.. opportunity.Criteria.Select(c => new BidAnswerDto(c.Id, DemoNeeds.Answer(c.Id, index)))],
                NoCollusion = true,
                NoConflict = true,
            },
            ct);
        await bids.SubmitAsync(
            callOff, $"demo-{callOff}",
            new SubmitBidDto { TotalWeeklyPence = saved.TotalWeeklyPence, Version = saved.Version }, ct);
    }

    /// <summary>A past that services cannot make, since the database's clock decides: this deadline was an hour ago.</summary>
    private static async Task EndAsync(SeedContext context, Guid callOff, CancellationToken ct)
    {
        await using var scope = await context.AsAsync(Officer, ct);
        var now = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().CallOffs
            .Where(c => c.Id == callOff)
            .ExecuteUpdateAsync(
                set => set.SetProperty(c => c.Deadline, now.AddHours(-1))
                    .SetProperty(c => c.PublishedAt, now.AddDays(-1)),
                ct);
    }

    private static DateTimeOffset Noon(DateTimeOffset day) =>
        LondonTime.ToUtc(LondonTime.DateOf(day).ToDateTime(new TimeOnly(12, 0)));

    private sealed record Present(Guid LotId, bool IsOpen, bool WaitsToBeOpened);
}
