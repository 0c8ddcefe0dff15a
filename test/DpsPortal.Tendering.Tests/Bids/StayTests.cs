using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Tests.Bids;

public sealed class StayTests
{
    private static readonly DateOnly MoveIn = A.Needs.MoveInFrom;
    private static readonly PlaceDto RoomForTwo = new(Guid.NewGuid(), "Room 1", 12.2m, 2, BedroomLargeEnough: true);

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(-5, -5, 0)]
    [InlineData(3, 9, 9)]
    public void A_stay_begins_when_it_is_sought_the_place_is_free_and_the_award_is_made(
        int freeFrom, int today, int first)
    {
        var stay = Stay.NightsOf(A.Needs with { ExpectedWeeks = 2 }, MoveIn.AddDays(freeFrom), MoveIn.AddDays(today));

        stay.ShouldBe(new Nights(MoveIn.AddDays(first), MoveIn.AddDays(first + 14)));
    }

    [Fact]
    public void A_draft_that_is_free_on_the_last_day_of_the_calendar_has_a_stay_like_any_other() =>
        Stay.NightsOf(A.Needs, DateOnly.MaxValue, MoveIn).ShouldBe(new Nights(DateOnly.MaxValue, DateOnly.MaxValue));

    [Theory]
    [InlineData(false, Occupancy.Shared, false)]
    [InlineData(false, Occupancy.Either, false)]
    [InlineData(false, Occupancy.Solo, true)]
    [InlineData(true, Occupancy.Shared, true)]
    public void A_parent_with_a_child_and_whoever_lives_alone_need_a_room_for_two_to_be_free_altogether(
        bool parentAndChild, Occupancy occupancy, bool refused)
    {
        var callOff = A.CallOffIn(CallOffState.Draft);
        callOff.Publish(
            A.Approver, A.Sent, BiddingPeriod.Earliest(A.Lot(), A.Sent),
            A.Needs with { ParentAndChild = parentAndChild, Occupancy = occupancy }, 3, "seed");
        var stay = new Nights(MoveIn, MoveIn.AddDays(7));
        var promised = new[] { new PromisedSlot(1, stay) }.ToLookup(_ => RoomForTwo.Id);

        var failures = AwardGates.VacancyFailures(callOff, stay, RoomForTwo, promised);

        failures.ShouldBe(
            refused ? ["The place offered is promised to somebody else until 27 November 2026."] : []);
    }

    [Fact]
    public void A_place_that_is_no_longer_there_is_no_matter_of_nights() =>
        AwardGates.VacancyFailures(
            A.CallOffIn(CallOffState.Draft), new Nights(MoveIn, MoveIn.AddDays(7)), place: null,
            Array.Empty<PromisedSlot>().ToLookup(_ => Guid.Empty)).ShouldBeEmpty();
}
