using DpsPortal.Rules.Standards;

namespace DpsPortal.Rules.Tests.Standards;

public class BedroomAreaTests
{
    [Theory]
    [InlineData("4.63", 1, BedroomAreaFinding.NeverToBeSleptIn)]
    [InlineData("4.64", 1, BedroomAreaFinding.TooSmall)]
    [InlineData("6.50", 1, BedroomAreaFinding.TooSmall)]
    [InlineData("6.509", 1, BedroomAreaFinding.TooSmall)]
    [InlineData("6.51", 1, BedroomAreaFinding.Passes)]
    [InlineData("10.21", 2, BedroomAreaFinding.TooSmall)]
    [InlineData("10.22", 2, BedroomAreaFinding.Passes)]
    [InlineData("4.63", 2, BedroomAreaFinding.NeverToBeSleptIn)]
    public void Fact_25_A_bedroom_has_at_least_6_51_square_metres_for_one_and_10_22_for_two(
        string area, int adults, BedroomAreaFinding finding) =>
        BedroomArea.Check(decimal.Parse(area, null), adults).ShouldBe(finding);

    [Theory]
    [InlineData(0)]
    [InlineData(-7)]
    public void An_area_is_above_nought(int area) =>
        Should.Throw<RuleViolationException>(() => BedroomArea.Check(area))
            .Code.ShouldBe(RulesErrorCodes.Standards.AreaOutOfRange);

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_bedroom_is_for_one_or_two(int adults) =>
        Should.Throw<ArgumentOutOfRangeException>(() => BedroomArea.Check(20, adults));
}
