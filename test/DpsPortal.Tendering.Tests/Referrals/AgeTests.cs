using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Tests.Referrals;

public sealed class AgeTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Fact]
    public void Fact_18_the_day_before_the_sixteenth_birthday_is_refused_and_the_birthday_is_not()
    {
        var sixteenTomorrow = Today.AddDays(1).AddYears(-16);

        Should.Throw<BusinessException>(() => Age.On(Today, sixteenTomorrow))
            .Code.ShouldBe(TenderingErrorCodes.UnderSixteen);
        Age.On(Today, Today.AddYears(-16)).Band.ShouldBe(AgeBand.From16To17);
    }

    [Fact]
    public void A_refusal_tells_no_date() =>
        Should.Throw<BusinessException>(() => Age.On(Today, new DateOnly(2012, 5, 6))).Values.ShouldBeEmpty();

    [Theory]
    [InlineData("2008-11-24", AgeBand.From16To17)]
    [InlineData("2008-11-23", AgeBand.From18To20)]
    [InlineData("2005-11-24", AgeBand.From18To20)]
    [InlineData("2005-11-23", AgeBand.From21To25)]
    [InlineData("2000-11-24", AgeBand.From21To25)]
    public void The_band_changes_on_the_birthday(string dateOfBirth, AgeBand band) =>
        Age.On(Today, DateOnly.Parse(dateOfBirth, null)).Band.ShouldBe(band);

    [Fact]
    public void Nobody_of_26_is_served() =>
        Should.Throw<InvalidInputException>(() => Age.On(Today, new DateOnly(2000, 11, 23)));

    [Theory]
    [InlineData("2009-05-23", true)]
    [InlineData("2009-05-24", false)]
    [InlineData("2008-11-23", false)]
    public void Eighteen_is_near_within_six_months(string dateOfBirth, bool near) =>
        Age.On(Today, DateOnly.Parse(dateOfBirth, null)).Turns18Within6Months.ShouldBe(near);

    [Theory]
    [InlineData("2026-02-28", AgeBand.From16To17)]
    [InlineData("2026-03-01", AgeBand.From18To20)]
    public void Somebody_born_on_29_February_comes_of_age_on_1_March(string today, AgeBand band) =>
        Age.On(DateOnly.Parse(today, null), new DateOnly(2008, 2, 29)).Band.ShouldBe(band);
}
