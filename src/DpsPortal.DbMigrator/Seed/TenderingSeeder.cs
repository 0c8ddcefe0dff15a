using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Questions;
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

        var (clock, present) = (context.Clock, await PresentAsync(context, ct));
        if (!present.Any(c => c.LotId == dps.Id && c.IsOpen))
        {
            var sent = clock.WorkingDayBefore(2, 17);
            await PublishAsync(
                context, dps, sent, new TimeOnly(10, 20), WorkingDays.AddWorkingDays(sent.AddDays(13), 1), DemoNeeds.Settled, ct);
        }

        if (!present.Any(c => c.LotId == lightTouch.Id && c.IsOpen))
        {
            await PublishAsync(
                context, lightTouch, clock.WorkingDayBefore(1, 17), new TimeOnly(15, 10),
                WorkingDays.AddWorkingDays(clock.Today, 2), DemoNeeds.NewlyArrived, ct);
        }

        if (!present.Any(c => c.LotId == lightTouch.Id && c.WaitsToBeOpened))
        {
            var deadline = clock.WorkingDayBefore(0, 12);
            await PublishAsync(
                context, lightTouch, clock.WorkingDayBefore(3, 17), new TimeOnly(10, 40), deadline, DemoNeeds.MovingOn, ct);
            clock.GoTo(Noon(deadline).AddSeconds(3));
            await context.WorkAsync<CloseDueCallOffs>(ct);
            await context.SettleAsync(ct);
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
        var now = context.Clock.Present.UtcDateTime;
        var callOffs = await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().CallOffs
            .Select(c => new { c.LotId, c.State, c.Deadline }).ToListAsync(ct);
        return
        [
            .. callOffs.Select(c => new Present(
                c.LotId, c.State == CallOffState.Published && c.Deadline > now,
                c.State == CallOffState.Closed || (c.State == CallOffState.Published && c.Deadline <= now))),
        ];
    }

    /// <summary>From the referral to the bids, within one working day; bids are due at noon.</summary>
    private static async Task PublishAsync(
        SeedContext context, LotDto lot, DateOnly day, TimeOnly time, DateOnly deadline, NeedsProfileDto needs,
        CancellationToken ct)
    {
        CallOffDto draft;
        context.Clock.GoTo(SeedClock.At(day, time).AddMinutes(-55));
        await using (var scope = await context.AsAsync(Officer, ct))
        {
            var services = scope.ServiceProvider;
            var today = day;
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
            context.Clock.Later(20);
            draft = await services.GetRequiredService<ICallOffAppService>().CreateAsync(
                new CreateCallOffDto
                {
                    ReferralId = referral.Id,
                    LotId = lot.Id,
                    Deadline = Noon(deadline),
                    Criteria = DemoNeeds.Criteria,
                    PriceWeight = 40,
                },
                ct);
        }

        context.Clock.GoTo(SeedClock.At(day, time));
        await using (var scope = await context.AsAsync(Approver, ct))
        {
            await scope.ServiceProvider.GetRequiredService<ICallOffAppService>()
                .PublishAsync(draft.Id, new CallOffVersionDto { Version = draft.Version }, ct);
        }

        await context.SettleAsync(ct);
        await AskAsync(context, draft.Id, ct);
        foreach (var (bidder, index) in Bidders.Select((bidder, index) => (bidder, index)))
        {
            context.Clock.Later(28);
            await BidAsync(context, bidder, index, lot, draft.Id, ct);
        }

        await context.SettleAsync(ct);
    }

    /// <summary>What one bidder asked and everybody was answered an hour later.</summary>
    private static async Task AskAsync(SeedContext context, Guid callOff, CancellationToken ct)
    {
        context.Clock.Later(12);
        await using (var scope = await context.AsAsync(Bidders[0], ct))
        {
            await scope.ServiceProvider.GetRequiredService<IBidderQuestionAppService>().AskAsync(
                callOff, new AskQuestionDto { Text = "Can the move be made at a weekend?" }, ct);
        }

        context.Clock.Later(50);
        await using (var scope = await context.AsAsync(Officer, ct))
        {
            var services = scope.ServiceProvider;
            var asked = (await services.GetRequiredService<ICallOffAppService>().GetAsync(callOff, ct)).Questions[0];
            await services.GetRequiredService<IQuestionAppService>().AnswerAsync(
                callOff, asked.Id,
                new AnswerQuestionDto
                {
                    Answer = "Yes. Give the first day you can offer in your bid; any day of the week counts alike.",
                    Material = false,
                    Version = asked.Version,
                },
                ct);
        }

        await context.SettleAsync(ct);
    }

    /// <summary>A price for each kind of support that the needs ask for.</summary>
    /// <param name="discount">Per cent below the card.</param>
    private static IEnumerable<PriceLineDto> Lines(NeedsProfileDto needs, LotRateDto rates, int discount)
    {
        long Below(long pence) => pence * (100 - discount) / 100;
        yield return new() { Kind = PriceLineKind.Accommodation, WeeklyPence = Below(rates.AccommodationWeeklyPence) };
        yield return new()
        {
            Kind = PriceLineKind.Core,
            HoursPerWeek = needs.CoreHoursPerWeek,
            RatePence = Below(rates.CoreHourPence),
        };
        yield return new()
        {
            Kind = PriceLineKind.Additional,
            HoursPerWeek = needs.AdditionalHoursPerWeek,
            RatePence = Below(rates.AdditionalHourPence),
        };
        if (needs.NightCover == NightCover.SleepIn)
        {
            yield return new()
            {
                Kind = PriceLineKind.SleepIn,
                NightsPerWeek = 7,
                RatePence = Below(rates.SleepInPence),
            };
        }
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
        var home = homes.FirstOrDefault(h => h.Category == lot.Category && h.Standing == PremisesStanding.Usable);
        if (member?.Rates is not { } rates || home is null)
        {
            return;
        }

        var opportunity = await services.GetRequiredService<IOpportunityAppService>().GetAsync(callOff, ct);
        var bids = services.GetRequiredService<IBidAppService>();
        var saved = await bids.SaveAsync(
            callOff,
            new SaveBidDto
            {
                PremisesId = home.Id,
                PlaceId = home.Places[0].Id,
                AvailableFrom = opportunity.Needs.MoveInFrom,
                Lines = [.. Lines(opportunity.Needs, rates, discount: 4 - index)],
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

    private static DateTimeOffset Noon(DateOnly day) => SeedClock.At(day, new TimeOnly(12, 0));

    private sealed record Present(Guid LotId, bool IsOpen, bool WaitsToBeOpened);
}
