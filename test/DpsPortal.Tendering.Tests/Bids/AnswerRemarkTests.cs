using DpsPortal.Property.Integration;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Tests.Bids;

/// <summary>Quality is scored before bidders and prices are seen (fact 13), so answers had better not say them.</summary>
public sealed class AnswerRemarkTests
{
    private static readonly CallOff CallOff = A.CallOffIn(CallOffState.Published);

    [Theory]
    [InlineData("Two key workers agree three goals in week one.", 0)]
    [InlineData("We support 10 young people at a time, 24 hours a day.", 0)]
    [InlineData("At Lantern Row we agree three goals in week one.", 1)]
    [InlineData("In Quay Lodge everybody cooks together.", 1)]
    [InlineData("All of that for £899.40 a week.", 1)]
    [InlineData("All of that for 1,067.50 pounds a week.", 1)]
    [InlineData("Lantern Row Ltd does it for £ 900.", 2)]
    public void Fact_13_an_answer_that_says_the_bidder_its_home_or_a_price_is_remarked_on(string text, int remarks)
    {
        var home = new PremisesSummary(
            Guid.NewGuid(), Guid.NewGuid(), "Quay Lodge", "HA9", "Brent", OfstedCategory.SharedRingFenced, true, true, [],
            [], [], []);
        var bid = BidContent.Empty with { Answers = [new BidAnswerDto(CallOff.Criteria[0].Id, text)] };

        AnswerRemarks.Of(bid, CallOff, "Lantern Row Ltd", [home]).Count().ShouldBe(remarks);
    }
}
