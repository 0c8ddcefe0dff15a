using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Tests.Bids;

public sealed class SupportAskedTests
{
    private static readonly PriceLineDto Week = new() { Kind = PriceLineKind.Accommodation, WeeklyPence = 42_000 };

    [Theory]
    [InlineData(9.99, "lines[1].hoursPerWeek")]
    [InlineData(10, null)]
    [InlineData(10.01, null)]
    public void Hours_are_priced_from_what_the_need_asks_for(double hours, string? refusedAt) =>
        SupportAsked.Errors(Bid(Hours(PriceLineKind.Core, (decimal)hours)), Needs(core: 10))
            .Select(e => e.Field).ShouldBe(refusedAt is null ? [] : [refusedAt]);

    [Fact]
    public void Each_kind_of_support_needs_a_line_of_its_own() =>
        SupportAsked.Unpriced(Bid(), Needs(core: 10, additional: 1, NightCover.SleepIn)).ShouldBe(
        [
            new MissingDto("lines.Core", "The need asks for 10 hours of core support a week. Add it to the price."),
            new MissingDto(
                "lines.Additional", "The need asks for 1 hour of one-to-one support a week. Add it to the price."),
            new MissingDto("lines.SleepIn", "The need asks for a sleep-in every night. Add it to the price."),
        ]);

    [Fact]
    public void Additional_hours_do_not_stand_for_core_hours() =>
        SupportAsked.Unpriced(Bid(Hours(PriceLineKind.Additional, 20)), Needs(core: 10)).ShouldHaveSingleItem();

    [Theory]
    [InlineData(NightCover.None)]
    [InlineData(NightCover.OnCall)]
    public void Nothing_is_asked_for_where_no_hours_and_no_staff_at_night_are_needed(NightCover cover)
    {
        SupportAsked.Unpriced(Bid(), Needs(cover: cover)).ShouldBeEmpty();
        SupportAsked.Errors(Bid(), Needs(cover: cover)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(NightCover.SleepIn, PriceLineKind.SleepIn, 7, true)]
    [InlineData(NightCover.SleepIn, PriceLineKind.SleepIn, 6.99, false)]
    [InlineData(NightCover.SleepIn, PriceLineKind.WakingNight, 7, true)]
    [InlineData(NightCover.WakingNight, PriceLineKind.WakingNight, 7, true)]
    [InlineData(NightCover.WakingNight, PriceLineKind.WakingNight, 6.99, false)]
    [InlineData(NightCover.WakingNight, PriceLineKind.SleepIn, 7, false)]
    public void Staff_at_night_are_priced_for_every_night_and_staff_awake_are_more_than_staff_asleep(
        NightCover asked, PriceLineKind given, double nights, bool enough)
    {
        var bid = Bid(new PriceLineDto { Kind = given, NightsPerWeek = (decimal)nights, RatePence = 5_000 });

        (SupportAsked.Unpriced(bid, Needs(cover: asked)).Count()
            + SupportAsked.Errors(bid, Needs(cover: asked)).Count()).ShouldBe(enough ? 0 : 1);
    }

    [Theory]
    [InlineData(3, 4, true)]
    [InlineData(3, 3.99, false)]
    public void Nights_awake_and_nights_asleep_are_counted_together_where_staff_asleep_are_asked_for(
        double awake, double asleep, bool enough)
    {
        var bid = Bid(
            new PriceLineDto { Kind = PriceLineKind.WakingNight, NightsPerWeek = (decimal)awake, RatePence = 9_000 },
            new PriceLineDto { Kind = PriceLineKind.SleepIn, NightsPerWeek = (decimal)asleep, RatePence = 5_000 });

        SupportAsked.Errors(bid, Needs(cover: NightCover.SleepIn)).Select(e => e.Field)
            .ShouldBe(enough ? [] : ["lines[2].nightsPerWeek"]);
    }

    [Fact]
    public void Support_that_the_weekly_price_includes_costs_nothing_more() =>
        SupportAsked.Errors(Bid(Hours(PriceLineKind.Core, 10) with { RatePence = 0 }), Needs(core: 10)).ShouldBeEmpty();

    private static PriceLineDto Hours(PriceLineKind kind, decimal hours) =>
        new() { Kind = kind, HoursPerWeek = hours, RatePence = 2_800 };

    private static BidContent Bid(params PriceLineDto[] support) => BidContent.Empty with { Lines = [Week, .. support] };

    private static NeedsProfileDto Needs(
        decimal core = 0, decimal additional = 0, NightCover cover = NightCover.None) => A.Needs with
        {
            CoreHoursPerWeek = core,
            AdditionalHoursPerWeek = additional,
            NightCover = cover,
        };
}
