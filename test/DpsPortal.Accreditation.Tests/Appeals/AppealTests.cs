using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Appeals;

public sealed class AppealTests
{
    private static readonly Officer Ruth = new(new("11111111-0000-0000-0000-000000000007"), "Ruth Mensah");
    private static readonly Officer Daniel = new(new("11111111-0000-0000-0000-000000000008"), "Daniel Okoro");

    /// <summary>A letter of 14 December 2026: the tenth working day is 30 December.</summary>
    [Theory]
    [InlineData("2026-12-29T12:00:00Z", true)]
    [InlineData("2026-12-30T23:59:59Z", true)]
    [InlineData("2026-12-31T00:00:00Z", false)]
    public void An_appeal_is_lodged_within_ten_working_days_of_the_letter(string at, bool accepted)
    {
        var now = DateTime.Parse(at, null, System.Globalization.DateTimeStyles.AdjustToUniversal);

        if (accepted)
        {
            Lodge(now).State.ShouldBe(AppealState.Lodged);
        }
        else
        {
            Should.Throw<BusinessException>(() => Lodge(now)).Code.ShouldBe(AccreditationErrorCodes.AppealTooLate);
        }
    }

    /// <summary>Lodged on 14 December 2026: the twentieth working day is 14 January 2027.</summary>
    [Theory]
    [InlineData("2027-01-14T23:59:59Z", false)]
    [InlineData("2027-01-15T00:00:00Z", true)]
    public void It_is_answered_within_twenty_working_days(string at, bool overdue)
    {
        var appeal = Lodge(An.Now);
        var now = DateTime.Parse(at, null, System.Globalization.DateTimeStyles.AdjustToUniversal);

        appeal.AnswerBy.ShouldBe(new DateOnly(2027, 1, 14));
        appeal.IsOverdue(now).ShouldBe(overdue);
    }

    [Fact]
    public void An_admission_bears_no_appeal()
    {
        var admitted = An.Admitted();
        var letter = DecisionLetters.OfMembership(admitted, An.Scheme());

        Should.Throw<BusinessException>(() => new Appeal(letter, "APP", "No.", "Amara Bell", An.Now)).Code
            .ShouldBe(AccreditationErrorCodes.NoAppeal);
    }

    [Fact]
    public void Nobody_who_took_part_in_the_decision_sits_on_the_panel()
    {
        var appeal = Lodge(An.Now);

        foreach (var decider in new[] { An.Priya, An.Gareth })
        {
            Should.Throw<BusinessException>(
                () => appeal.Propose(AppealOutcome.Uphold, "It stands.", decider, An.Now)).Code.ShouldBe(AccreditationErrorCodes.PanelMustDiffer);
        }

        appeal.Propose(AppealOutcome.Uphold, "It stands.", Ruth, An.Now);
        Should.Throw<BusinessException>(() => appeal.Confirm(An.Priya, An.Now)).Code
            .ShouldBe(AccreditationErrorCodes.PanelMustDiffer);
        Should.Throw<BusinessException>(() => appeal.SendBack("Look again.", An.Gareth)).Code
            .ShouldBe(AccreditationErrorCodes.PanelMustDiffer);
    }

    [Fact]
    public void The_panel_is_two_officers()
    {
        var appeal = Lodge(An.Now);
        appeal.Propose(AppealOutcome.Overturn, "The insurer confirms the cover.", Ruth, An.Now);

        Should.Throw<BusinessException>(() => appeal.Confirm(Ruth, An.Now)).Code
            .ShouldBe(AccreditationErrorCodes.OwnProposal);
        appeal.State.ShouldBe(AppealState.OutcomeProposed);
        appeal.Confirm(Daniel, An.Now);

        appeal.State.ShouldBe(AppealState.Overturned);
        appeal.Events.OfType<ApplicationNewsEto>().Last().News.ShouldContain("succeeded");
    }

    [Fact]
    public void The_matrix_permits_four_moves_and_no_other() => AppealStates.Transitions
        .Select(t => (t.From, t.Trigger, t.To)).ShouldBe(
        [
            (AppealState.Lodged, AppealTrigger.Propose, AppealState.OutcomeProposed),
            (AppealState.OutcomeProposed, AppealTrigger.SendBack, AppealState.Lodged),
            (AppealState.OutcomeProposed, AppealTrigger.Uphold, AppealState.Upheld),
            (AppealState.OutcomeProposed, AppealTrigger.Overturn, AppealState.Overturned),
        ]);

    private static Appeal Lodge(DateTime now)
    {
        var rejected = An.Proposed(MembershipOutcome.Reject);
        rejected.ConfirmMembership(An.Gareth, An.Now);
        return new Appeal(
            DecisionLetters.OfMembership(rejected, An.Scheme()), rejected.Reference, "Our cover never lapsed.",
            "Amara Bell", now);
    }
}
