using DpsPortal.Rules.Scoring;

namespace DpsPortal.Rules.Tests.Scoring;

/// <summary>When a price looks abnormally low: at, below and above both thresholds.</summary>
public sealed class LowPriceTests
{
    [Theory]
    [InlineData(60_001, null)]
    [InlineData(60_000, 40)]
    [InlineData(59_999, 40)]
    [InlineData(59_000, 41)]
    [InlineData(1, 99)]
    [InlineData(0, 100)]
    public void Forty_per_cent_below_the_mean_of_the_others_is_a_sign(long cost, int? below) =>
        (LowPrice.SignOf(cost, [80_000, 120_000])?.BelowMean).ShouldBe(below);

    [Theory]
    [InlineData(70_001, null)]
    [InlineData(70_000, 30)]
    [InlineData(69_999, 30)]
    [InlineData(69_000, 31)]
    public void Thirty_per_cent_below_the_next_dearer_bid_is_a_sign(long cost, int? below)
    {
        var sign = LowPrice.SignOf(cost, [100_000, 100_000]);

        sign.ShouldBe(below is null ? null : new LowPriceSign(null, below));
    }

    [Fact]
    public void Far_below_the_mean_and_near_the_next_names_the_mean_alone() =>
        LowPrice.SignOf(60_000, [70_000, 150_000]).ShouldBe(new LowPriceSign(45, null));

    [Fact]
    public void The_next_bid_is_the_next_dearer_one_also_for_a_bid_that_is_not_the_cheapest() =>
        LowPrice.SignOf(70_000, [1, 100_000, 101_000]).ShouldBe(new LowPriceSign(null, 30));

    [Fact]
    public void With_no_other_bid_there_is_no_sign() => LowPrice.SignOf(1, []).ShouldBeNull();

    [Fact]
    public void One_other_bid_is_enough() =>
        LowPrice.SignOf(50_000, [100_000]).ShouldBe(new LowPriceSign(50, 50));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100_000, 100_000)]
    [InlineData(150_000, 100_000)]
    public void A_price_that_is_not_below_the_others_is_no_sign(long cost, long other) =>
        LowPrice.SignOf(cost, [other, other]).ShouldBeNull();

    [Fact]
    public void The_largest_prices_are_told_apart_to_the_penny()
    {
        LowPrice.SignOf((long.MaxValue / 10 * 7) + 5, [long.MaxValue, long.MaxValue]).ShouldBeNull();
        LowPrice.SignOf(long.MaxValue / 10 * 7, [long.MaxValue, long.MaxValue]).ShouldNotBeNull();
    }
}
