using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Memberships;

public sealed class MemberActionTests
{
    private static readonly Dictionary<MemberState, MemberTrigger[]> Moves = new()
    {
        [MemberState.Admitted] = [MemberTrigger.Suspend, MemberTrigger.Remove, MemberTrigger.Leave],
        [MemberState.Suspended] = [MemberTrigger.Reinstate, MemberTrigger.Remove, MemberTrigger.Leave],
        [MemberState.Removed] = [MemberTrigger.Restore],
        [MemberState.Left] = [],
    };

    [Fact]
    public void The_matrix_of_a_membership_permits_these_moves_and_no_others()
    {
        foreach (var state in Enum.GetValues<MemberState>())
        {
            MemberStates.Transitions.PermittedTriggers(state).ShouldBe(Moves[state], ignoreOrder: true);
        }
    }

    [Theory]
    [InlineData(MemberActionKind.Suspend)]
    [InlineData(MemberActionKind.Reinstate)]
    [InlineData(MemberActionKind.Remove)]
    public void Whoever_proposed_cannot_confirm(MemberActionKind kind)
    {
        var action = Action(kind);

        Should.Throw<BusinessException>(() => action.Confirm(An.Priya, An.Now)).Code
            .ShouldBe(AccreditationErrorCodes.OwnProposal);
        action.State.ShouldBe(MemberActionState.Proposed);
        action.ConfirmedAt.ShouldBeNull();
    }

    [Fact]
    public void A_suspension_holds_at_once()
    {
        var action = Action(MemberActionKind.Suspend);

        action.Confirm(An.Gareth, An.Now);

        action.State.ShouldBe(MemberActionState.Done);
        action.RepresentationsUntil.ShouldBeNull();
    }

    /// <summary>Notice of 14 December 2026: the tenth working day is 30 December. Source: PA 2023, s. 37(4).</summary>
    [Theory]
    [InlineData(29, false)]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void A_removal_waits_until_ten_working_days_for_representations_are_over(int december, bool possible)
    {
        var action = Action(MemberActionKind.Remove);
        action.Confirm(An.Gareth, An.Now);
        var at = new DateTime(2026, 12, december, 12, 0, 0, DateTimeKind.Utc);

        action.RepresentationsUntil.ShouldBe(new DateOnly(2026, 12, 30));
        action.NoticeIsOver(at).ShouldBe(possible);
        if (possible)
        {
            action.CarryOut(An.Gareth, at);
            action.State.ShouldBe(MemberActionState.Done);
        }
        else
        {
            Should.Throw<BusinessException>(() => action.CarryOut(An.Gareth, at)).Code
                .ShouldBe(AccreditationErrorCodes.NoticeRuns);
            action.State.ShouldBe(MemberActionState.NoticeGiven);
        }
    }

    [Theory]
    [InlineData("2026-12-30T23:59:59Z", true)]
    [InlineData("2026-12-31T00:00:00Z", false)]
    public void A_provider_is_heard_until_the_end_of_the_last_day(string at, bool heard)
    {
        var action = Action(MemberActionKind.Remove);
        action.Confirm(An.Gareth, An.Now);
        var now = DateTime.Parse(at, null, System.Globalization.DateTimeStyles.AdjustToUniversal);

        void Represent() => action.Represent("We have a new manager.", now);

        if (heard)
        {
            Represent();
            action.Representations.ShouldBe("We have a new manager.");
        }
        else
        {
            Should.Throw<BusinessException>(Represent).Code.ShouldBe(AccreditationErrorCodes.RepresentationsClosed);
        }
    }

    [Fact]
    public void An_immediate_risk_needs_no_notice_and_is_for_removals_alone()
    {
        var action = Action(MemberActionKind.Remove, immediateRisk: true);

        action.Confirm(An.Gareth, An.Now);

        action.State.ShouldBe(MemberActionState.Done);
        Should.Throw<InvalidInputException>(() => Action(MemberActionKind.Suspend, immediateRisk: true))
            .Errors.Single().Field.ShouldBe("immediateRisk");
    }

    [Fact]
    public void After_a_notice_only_another_officer_carries_out_or_drops_it()
    {
        var action = Action(MemberActionKind.Remove);
        action.Confirm(An.Gareth, An.Now);
        var after = LondonTime.StartOfDay(new DateOnly(2027, 1, 4));

        Should.Throw<BusinessException>(() => action.CarryOut(An.Priya, after)).Code
            .ShouldBe(AccreditationErrorCodes.OwnProposal);
        Should.Throw<BusinessException>(() => action.Drop("They were right.", An.Priya, after)).Code
            .ShouldBe(AccreditationErrorCodes.OwnProposal);
        action.Drop("They were right.", An.Gareth, after);
        action.State.ShouldBe(MemberActionState.Dropped);
    }

    private static MemberAction Action(MemberActionKind kind, bool immediateRisk = false) => new(
        An.Admitted(),
        new ProposeMemberActionDto
        {
            Kind = kind,
            LotIds = [Guid.NewGuid()],
            Reasons = "Insurance has lapsed.",
            ImmediateRisk = immediateRisk,
        },
        An.Priya,
        An.Now);
}
