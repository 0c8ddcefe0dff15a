using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Bids;

namespace DpsPortal.Tendering.Tests.Bids;

public sealed class StayTests
{
    private static readonly DateOnly MoveIn = A.Needs.MoveInFrom;
    private static readonly PlaceDto Room = new(Guid.NewGuid(), "Room 1", 9.2m, 1, BedroomLargeEnough: true);

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
    [InlineData(-7, 0, false)]
    [InlineData(-7, 1, true)]
    [InlineData(6, 20, true)]
    [InlineData(7, 20, false)]
    public void A_place_is_not_awarded_for_a_night_that_is_promised_to_somebody_else(int first, int leaves, bool refused)
    {
        var stay = new Nights(MoveIn, MoveIn.AddDays(7));
        var promised = new[] { new Nights(MoveIn.AddDays(first), MoveIn.AddDays(leaves)) }.ToLookup(_ => Room.Id);

        AwardGates.VacancyFailures(stay, Room, promised).Any().ShouldBe(refused);
        AwardGates.VacancyFailures(stay, Room with { Id = Guid.NewGuid() }, promised).ShouldBeEmpty();
    }

    [Fact]
    public void A_place_that_is_no_longer_there_is_no_matter_of_nights() =>
        AwardGates.VacancyFailures(
            new Nights(MoveIn, MoveIn.AddDays(7)), place: null, Array.Empty<Nights>().ToLookup(_ => Guid.Empty))
            .ShouldBeEmpty();
}
