using DpsPortal.Property.Integration;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.Tests.PlaceNights;

public sealed class PromiseTests
{
    private static readonly Nights Nights = new(new DateOnly(2027, 6, 5), new DateOnly(2027, 6, 12));

    [Fact]
    public void A_promise_and_each_move_of_its_end_are_remembered()
    {
        var promise = Promise();

        promise.MoveLeaving(Nights.LeavesOn.AddDays(-3));

        promise.Nights.ShouldBe(Nights with { LeavesOn = new DateOnly(2027, 6, 9) });
        promise.AuditEntries.Select(e => (e.Action, e.Before, e.After)).ShouldBe(
        [
            ("Promise", null, "2027-06-05 to 2027-06-12"),
            ("MoveLeaving", "2027-06-12", "2027-06-09"),
        ]);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void A_promise_is_released_on_its_first_night_and_never_ends_before_it(int day, bool moved)
    {
        var promise = Promise();

        var move = () => promise.MoveLeaving(Nights.First.AddDays(day));

        if (moved)
        {
            move();
            promise.Nights.Overlaps(Nights).ShouldBeFalse();
        }
        else
        {
            Should.Throw<ArgumentOutOfRangeException>(move);
            promise.Nights.ShouldBe(Nights);
            promise.AuditEntries.Count.ShouldBe(1);
        }
    }

    private static Property.PlaceNights.PlaceNights Promise() => new(
        Guid.NewGuid(),
        new PlacePromise(
            Guid.NewGuid(), Guid.NewGuid(), Homes.Provider, Guid.NewGuid(), Guid.NewGuid(), Nights));
}
