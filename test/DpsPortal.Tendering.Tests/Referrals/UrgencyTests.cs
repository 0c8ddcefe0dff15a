using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Tests.Referrals;

public sealed class UrgencyTests
{
    private static readonly DateOnly Today = new(2026, 11, 23);

    [Theory]
    [InlineData(-1, Urgency.Today)]
    [InlineData(0, Urgency.Today)]
    [InlineData(1, Urgency.LessThanFiveDays)]
    [InlineData(5, Urgency.LessThanFiveDays)]
    [InlineData(6, Urgency.MoreThanFiveDays)]
    public void The_first_day_to_move_in_says_how_urgent_it_is(int days, Urgency urgency) =>
        NeedsRules.UrgencyOn(Today, Today.AddDays(days)).ShouldBe(urgency);

    [Fact]
    public void An_urgency_that_the_dates_do_not_bear_out_is_put_right()
    {
        var needs = A.Needs with { Urgency = Urgency.Today, MoveInFrom = Today.AddDays(2), MoveInBy = Today.AddDays(4) };

        NeedsRules.Tidy(needs, Today, Today.AddYears(-17)).Urgency.ShouldBe(Urgency.LessThanFiveDays);
    }

    [Fact]
    public void Urgency_moves_on_with_time() =>
        NeedsRules.AsOf(Today.AddDays(1), A.Needs with { MoveInFrom = Today.AddDays(1) }, Today.AddYears(-17))
            .Urgency.ShouldBe(Urgency.Today);

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public void A_need_whose_last_day_to_move_in_is_past_is_not_recorded(int days, bool refused)
    {
        var needs = A.Needs with { MoveInFrom = Today.AddDays(-3), MoveInBy = Today.AddDays(days) };

        var record = () => NeedsRules.Tidy(needs, Today, Today.AddYears(-17));

        if (refused)
        {
            Should.Throw<InvalidInputException>(record).Errors.ShouldHaveSingleItem().Field.ShouldBe("needs.moveInBy");
        }
        else
        {
            record().MoveInBy.ShouldBe(needs.MoveInBy);
        }
    }
}
