using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using static DpsPortal.Accreditation.RecruitmentActions.RecruitmentActionState;
using static DpsPortal.Accreditation.RecruitmentActions.RecruitmentActionTrigger;

namespace DpsPortal.Accreditation.RecruitmentActions;

public sealed class RecruitmentActionTests
{
    private static readonly DateOnly Due = LondonTime.DateOf(An.Now).AddDays(3);

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void An_action_is_overdue_on_the_day_after_its_day(int days, bool overdue) =>
        Action().IsOverdue(An.Now.AddDays(days)).ShouldBe(overdue);

    [Fact]
    public void The_day_is_Londons()
    {
        var action = new RecruitmentAction(
            An.InSaferRecruitment(), new() { Text = "Renew the checks.", DueOn = new DateOnly(2027, 6, 30) }, An.Priya);

        action.IsOverdue(new DateTime(2027, 6, 30, 22, 59, 59, DateTimeKind.Utc)).ShouldBeFalse();
        action.IsOverdue(new DateTime(2027, 6, 30, 23, 0, 0, DateTimeKind.Utc)).ShouldBeTrue();
    }

    [Fact]
    public void A_late_report_is_taken_and_what_is_sent_back_is_overdue_after_its_new_day()
    {
        var action = Action();
        var late = An.Now.AddDays(30);

        action.Report("All renewed.", null, "Amara Bell", late);
        var reported = action.IsOverdue(late);
        action.SendBack("One is still missing.", LondonTime.DateOf(late), late);

        (reported, action.IsOverdue(late), action.IsOverdue(late.AddDays(1))).ShouldBe((false, false, true));
        (action.Note, action.SentBackBecause).ShouldBe(("All renewed.", "One is still missing."));
    }

    [Fact]
    public void Every_state_allows_its_moves_and_no_others()
    {
        (RecruitmentActionState From, RecruitmentActionTrigger Move, RecruitmentActionState To)[] allowed =
            [(Open, Report, Reported), (Reported, Accept, Accepted), (Reported, SendBack, Open)];

        foreach (var from in Enum.GetValues<RecruitmentActionState>())
        {
            foreach (var move in Enum.GetValues<RecruitmentActionTrigger>())
            {
                var action = In(from);
                var row = allowed.FirstOrDefault(a => (a.From, a.Move) == (from, move));
                if (row.To == row.From)
                {
                    Should.Throw<InvalidTransitionException>(() => Move(action, move));
                    action.State.ShouldBe(from);
                }
                else
                {
                    Move(action, move);
                    action.State.ShouldBe(row.To);
                }
            }
        }
    }

    [Fact]
    public void What_was_done_and_what_is_missing_are_said_in_words()
    {
        var open = Action();
        var reported = In(Reported);

        Should.Throw<InvalidInputException>(() => open.Report(" ", null, "Amara Bell", An.Now))
            .Errors.Single().Field.ShouldBe("note");
        Should.Throw<InvalidInputException>(() => reported.SendBack(" ", Due, An.Now)).Errors.Single().Field.ShouldBe("reason");

        (open.State, reported.State).ShouldBe((Open, Reported));
    }

    [Theory]
    [InlineData(21, 59, 29, true)]
    [InlineData(21, 59, 30, false)]
    [InlineData(23, 0, 30, true)]
    [InlineData(23, 0, 1, false)]
    public void It_is_sent_back_with_a_day_that_has_not_passed_in_London(int hour, int minute, int day, bool refused)
    {
        var now = new DateTime(2027, 6, 30, hour, minute, 0, DateTimeKind.Utc);
        var dueOn = new DateOnly(2027, day == 1 ? 7 : 6, day);
        var action = In(Reported);

        var refusal = Record.Exception(() => action.SendBack("One is still missing.", dueOn, now));

        (refusal as InvalidInputException)?.Errors.Single().Field.ShouldBe("dueOn");
        (refusal is not null, action.State, action.DueOn)
            .ShouldBe(refused ? (true, Reported, Due) : (false, Open, dueOn));
    }

    private static RecruitmentAction Action() => new(
        An.InSaferRecruitment(), new() { Text = "Renew the DBS checks.", DueOn = Due }, An.Priya);

    private static RecruitmentAction In(RecruitmentActionState state)
    {
        var action = Action();
        if (state != Open)
        {
            Move(action, Report);
        }

        if (state == Accepted)
        {
            Move(action, Accept);
        }

        return action;
    }

    private static void Move(RecruitmentAction action, RecruitmentActionTrigger move)
    {
        switch (move)
        {
            case Report:
                action.Report("All renewed.", null, "Amara Bell", An.Now);
                break;
            case Accept:
                action.Accept(An.Gareth, An.Now);
                break;
            default:
                action.SendBack("One is still missing.", Due, An.Now);
                break;
        }
    }
}
