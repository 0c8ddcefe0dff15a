using DpsPortal.Accreditation.Integration;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.EarlierUses;
using DpsPortal.Tendering.Evaluations;

namespace DpsPortal.Tendering.Tests.Bids;

public sealed class NewHomeGateTests
{
    private static readonly CountingReference One = new(
        "Westvale LBC", new DateOnly(2026, 5, 3), new DateOnly(2027, 5, 3));

    [Theory]
    [InlineData(true, false, 0, true)]
    [InlineData(true, false, 1, true)]
    [InlineData(true, false, 2, false)]
    [InlineData(false, false, 0, false)]
    [InlineData(true, true, 0, false)]
    public void Fact_23_a_new_home_fails_without_two_references_or_an_earlier_use(
        bool isNew, bool said, int counting, bool fails)
    {
        var use = new HomeUse(isNew, Of([.. Enumerable.Repeat(One, counting)]), said ? AnEarlierUse() : null);

        AwardGates.NewHomeFailures(A.CallOffIn(CallOffState.Moderated), use).Any().ShouldBe(fails);
    }

    [Fact]
    public void Fact_23_the_sentence_names_the_authority_whose_reference_counts_and_until_when()
    {
        var failures = AwardGates.NewHomeFailures(
            A.CallOffIn(CallOffState.Moderated), new HomeUse(IsNew: true, Of([One]), Said: null));

        failures.ShouldBe(
        [
            "The home is new to Northwick Vale LBC: it needs references from two other authorities, and 1 counts "
                + "(Westvale LBC, until 3 May 2027).",
        ]);
    }

    private static ReferenceCheck Of(IReadOnlyList<CountingReference> counting) => new(counting.Count >= 2, 2, counting);

    private static EarlierUse AnEarlierUse() => new(
        new OpenedBid
        {
            BidId = Guid.NewGuid(),
            CallOffId = Guid.NewGuid(),
            AuthorityId = Guid.NewGuid(),
            ProviderId = Guid.NewGuid(),
            VersionId = Guid.NewGuid(),
            Label = "Bid A",
        },
        Guid.NewGuid(), new DateOnly(2023, 5, 1), "Two stays in 2023.", A.Preparer, A.Sent);
}
