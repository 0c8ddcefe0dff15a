using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Standings;

/// <summary>Proposed on Monday 14 December 2026; at most 24 months, under conditions 6 (domain §2.6).</summary>
public sealed class AccreditationTermsTests
{
    [Theory]
    [InlineData(AccreditationOutcome.Accredit, "2026-12-14", false)]
    [InlineData(AccreditationOutcome.Accredit, "2026-12-15", true)]
    [InlineData(AccreditationOutcome.Accredit, "2028-12-14", true)]
    [InlineData(AccreditationOutcome.Accredit, "2028-12-15", false)]
    [InlineData(AccreditationOutcome.AccreditWithConditions, "2027-06-14", true)]
    [InlineData(AccreditationOutcome.AccreditWithConditions, "2027-06-15", false)]
    public void The_panel_may_shorten_an_accreditation_and_never_lengthen_it(
        AccreditationOutcome outcome, string until, bool possible)
    {
        var application = An.AwaitingDecision();
        void Propose() => application.ProposeAccreditation(
            An.Accreditation(outcome, due: "2026-12-15", until), An.Priya, An.Now);

        if (!possible)
        {
            Should.Throw<InvalidInputException>(Propose);
            return;
        }

        Propose();
        application.ConfirmAccreditation(An.Gareth, An.Now);
        application.AccreditedUntil.ShouldBe(An.Day(until));
    }

    [Theory]
    [InlineData("2026-12-14", false)]
    [InlineData("2026-12-15", true)]
    [InlineData("2027-06-14", true)]
    [InlineData("2027-06-15", false)]
    public void A_condition_is_due_after_today_and_within_the_accreditation(string due, bool possible)
    {
        void Propose() => An.AwaitingDecision().ProposeAccreditation(
            An.Accreditation(AccreditationOutcome.AccreditWithConditions, due), An.Priya, An.Now);

        if (possible)
        {
            Should.NotThrow(Propose);
        }
        else
        {
            Should.Throw<InvalidInputException>(Propose);
        }
    }

    /// <summary>The condition is due on 16 December 2026.</summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void A_decision_whose_condition_fell_due_meanwhile_cannot_be_confirmed(int daysLater, bool possible)
    {
        var application = An.AwaitingDecision();
        application.ProposeAccreditation(
            An.Accreditation(AccreditationOutcome.AccreditWithConditions, "2026-12-16"), An.Priya, An.Now);
        void Confirm() => application.ConfirmAccreditation(An.Gareth, An.Now.AddDays(daysLater));

        if (possible)
        {
            Should.NotThrow(Confirm);
        }
        else
        {
            Should.Throw<BusinessException>(Confirm).Code.ShouldBe(AccreditationErrorCodes.ConditionDue);
            application.AccreditedUntil.ShouldBeNull();
        }
    }
}
