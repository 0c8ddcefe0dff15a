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

    [Theory]
    [InlineData(1, 5, 0, 0)]
    [InlineData(1, 6, 5, 10)]
    [InlineData(9, 21, 5, 25)]
    [InlineData(10, 20, 0, 0)]
    [InlineData(24, 30, 20, 25)]
    [InlineData(25, 30, 0, 0)]
    public void What_is_in_the_way_is_told_from_its_first_night_to_the_day_of_leaving(
        int first, int leaves, int from, int to)
    {
        Nights[] promised = [From(5, 10), From(20, 25)];

        PlaceVacancy.InTheWay(From(first, leaves), promised)
            .ShouldBe(from == 0 ? null : From(from, to));
    }
}
