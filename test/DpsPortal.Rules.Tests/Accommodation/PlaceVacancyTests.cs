using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Rules.Tests.Accommodation;

public class PlaceVacancyTests
{
    private static Nights From(int first, int leaves) => new(Day(first), Day(leaves));

    private static DateOnly Day(int day) => new(2027, 6, day);

    [Theory]
    [InlineData(1, 5, false)]
    [InlineData(1, 6, true)]
    [InlineData(9, 12, true)]
    [InlineData(10, 12, false)]
    [InlineData(5, 10, true)]
    [InlineData(6, 7, true)]
    [InlineData(1, 30, true)]
    public void Stays_may_touch_on_the_day_of_leaving_and_share_no_night(int first, int leaves, bool overlaps)
    {
        From(5, 10).Overlaps(From(first, leaves)).ShouldBe(overlaps);
        From(first, leaves).Overlaps(From(5, 10)).ShouldBe(overlaps);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(10)]
    public void A_stay_without_a_night_is_in_nobodys_way(int day)
    {
        From(day, day).Overlaps(From(5, 10)).ShouldBeFalse();
        From(5, 10).Overlaps(From(day, day)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(4, "from 5 June 2027 to 10 June 2027")]
    [InlineData(5, "until 10 June 2027")]
    [InlineData(6, "until 10 June 2027")]
    public void Nights_that_have_begun_are_said_by_their_end_alone(int asked, string words) =>
        From(5, 10).InWords(Day(asked)).ShouldBe(words);

    [Fact]
    public void A_room_for_two_takes_two_stays_of_the_same_night_and_no_third()
    {
        List<PromisedSlot> promised = [];

        PlaceVacancy.SlotsFor(From(5, 10), alone: false, 2, promised).ShouldBe([1]);
        promised.Add(new PromisedSlot(1, From(1, 6)));
        PlaceVacancy.SlotsFor(From(5, 10), alone: false, 2, promised).ShouldBe([2]);
        promised.Add(new PromisedSlot(2, From(9, 12)));
        PlaceVacancy.SlotsFor(From(5, 10), alone: false, 2, promised).ShouldBeEmpty();
        PlaceVacancy.SlotsFor(From(6, 10), alone: false, 2, promised).ShouldBe([1]);
    }

    [Fact]
    public void Whoever_needs_the_room_alone_takes_all_of_it_or_none()
    {
        PromisedSlot[] second = [new(2, From(9, 12))];

        PlaceVacancy.SlotsFor(From(5, 9), alone: true, 2, second).ShouldBe([1, 2]);
        PlaceVacancy.SlotsFor(From(5, 10), alone: true, 2, second).ShouldBeEmpty();
        PlaceVacancy.SlotsFor(From(5, 10), alone: true, 1, []).ShouldBe([1, 2], "It may become a room for two.");
        PlaceVacancy.SlotsFor(From(5, 10), alone: true, 1, [new(1, From(9, 12))]).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_in_the_way_is_told_by_the_bed_that_comes_free_first_or_by_all_where_all_are_needed()
    {
        PromisedSlot[] promised = [new(1, From(1, 20)), new(2, From(3, 8)), new(2, From(8, 12)), new(2, From(25, 28))];

        PlaceVacancy.InTheWay(From(5, 10), alone: false, 2, promised).ShouldBe(From(3, 12));
        PlaceVacancy.InTheWay(From(5, 10), alone: true, 2, promised).ShouldBe(From(1, 20));
        PlaceVacancy.InTheWay(From(13, 25), alone: false, 2, promised).ShouldBeNull();
    }
}
