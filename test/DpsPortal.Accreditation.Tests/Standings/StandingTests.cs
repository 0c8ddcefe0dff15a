using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;
using static DpsPortal.Accreditation.Standings.StandingTrigger;

namespace DpsPortal.Accreditation.Standings;

/// <summary>Decided on Monday 14 December 2026. Days are London's.</summary>
public sealed class StandingTests
{
    private static readonly StandingTrigger[] Decisions = [Accredit, AccreditWithConditions, Refuse];

    private static readonly Dictionary<StandingState, StandingTrigger[]> Moves = new()
    {
        [StandingState.NotStarted] = Decisions,
        [StandingState.Accredited] = [.. Decisions, Suspend, Revoke, Expire],
        [StandingState.AccreditedWithConditions] =
            [.. Decisions, Suspend, Revoke, Expire, MeetConditions, LapseConditions],
        [StandingState.NotAccredited] = Decisions,
        [StandingState.Suspended] = [.. Decisions, Reinstate, ReinstateWithConditions, Revoke, Expire],
        [StandingState.Revoked] = [.. Decisions, Restore, RestoreWithConditions],
        [StandingState.Expired] = Decisions,
    };

    [Fact]
    public void The_matrix_of_a_standing_permits_these_moves_and_no_others()
    {
        foreach (var state in Enum.GetValues<StandingState>())
        {
            StandingStates.Transitions.PermittedTriggers(state).ShouldBe(Moves[state], ignoreOrder: true);
        }
    }

    [Theory]
    [InlineData("2028-12-13T23:59:59Z", true)]
    [InlineData("2028-12-14T23:59:59Z", true)]
    [InlineData("2028-12-15T00:00:00Z", false)]
    public void An_accreditation_lasts_through_its_last_day_in_London(string at, bool accredited)
    {
        var standing = Full();

        standing.IsAccredited(Utc(at)).ShouldBe(accredited);
        standing.StateOn(DateOnly.FromDateTime(Utc(at)))
            .ShouldBe(accredited ? StandingState.Accredited : StandingState.Expired);
    }

    /// <summary>In summer the day ends an hour before UTC's: a standing until 30 June ends at 23:00 UTC.</summary>
    [Theory]
    [InlineData("2028-06-30T22:59:59Z", true)]
    [InlineData("2028-06-30T23:00:00Z", false)]
    public void In_summer_the_last_day_ends_with_Londons_midnight(string at, bool accredited) =>
        Of(An.Accreditation(AccreditationOutcome.Accredit, until: "2028-06-30")).IsAccredited(Utc(at))
            .ShouldBe(accredited);

    [Theory]
    [InlineData("2027-12-14T12:00:00Z", 1)]
    [InlineData("2027-12-15T00:00:00Z", 0)]
    public void A_home_is_covered_for_twelve_months_of_the_twenty_four(string at, int homes)
    {
        var standing = Full();

        standing.IsAccredited(Utc(at)).ShouldBeTrue();
        standing.PremisesCovered(Utc(at)).Count.ShouldBe(homes);
    }

    [Fact]
    public void A_home_that_is_covered_anew_counts_twelve_months_from_then()
    {
        var standing = Full();

        standing.Cover([An.Home], An.Day("2027-12-01"));

        standing.PremisesCovered(Utc("2028-12-01T12:00:00Z")).ShouldBe([An.Home]);
        standing.PremisesCovered(Utc("2028-12-02T00:00:00Z")).ShouldBeEmpty();
    }

    /// <summary>The condition is due on 14 March 2027.</summary>
    [Theory]
    [InlineData("2027-03-13T23:59:59Z", StandingState.AccreditedWithConditions)]
    [InlineData("2027-03-14T23:59:59Z", StandingState.AccreditedWithConditions)]
    [InlineData("2027-03-15T00:00:00Z", StandingState.Suspended)]
    public void A_condition_that_is_not_met_by_its_day_suspends_from_the_next_midnight(string at, StandingState state)
    {
        var standing = Conditional();

        standing.StateOn(DateOnly.FromDateTime(Utc(at))).ShouldBe(state);
        standing.IsAccredited(Utc(at)).ShouldBe(state != StandingState.Suspended);
    }

    [Fact]
    public void To_record_a_lapse_or_an_end_twice_is_to_record_it_once()
    {
        var (conditional, full) = (Conditional(), Full());

        conditional.Settle(Utc("2027-03-15T00:00:00Z")).ShouldBe(LapseConditions);
        conditional.Settle(Utc("2027-03-15T00:05:00Z")).ShouldBeNull();
        full.Settle(Utc("2028-12-14T23:59:00Z")).ShouldBeNull();
        full.Settle(Utc("2028-12-15T00:00:00Z")).ShouldBe(Expire);
        full.Settle(Utc("2028-12-16T00:00:00Z")).ShouldBeNull();

        conditional.State.ShouldBe(StandingState.Suspended);
        full.State.ShouldBe(StandingState.Expired);
        full.AuditEntries.Count(a => a.Action == nameof(Expire)).ShouldBe(1);
    }

    [Fact]
    public void With_its_last_condition_met_an_accreditation_lasts_its_whole_24_months()
    {
        var standing = Conditional();
        standing.AccreditedUntil.ShouldBe(An.Day("2027-06-14"));

        standing.RememberConditions(null, "Seen on 1 March.");

        standing.State.ShouldBe(StandingState.Accredited);
        standing.AccreditedUntil.ShouldBe(An.Day("2028-12-14"));
    }

    [Fact]
    public void With_a_condition_left_it_stays_conditional()
    {
        var standing = Conditional();

        standing.RememberConditions(An.Day("2027-05-01"), "One of two was seen.");

        standing.State.ShouldBe(StandingState.AccreditedWithConditions);
        standing.IsAccredited(Utc("2027-05-01T12:00:00Z")).ShouldBeTrue();
        standing.IsAccredited(Utc("2027-05-02T12:00:00Z")).ShouldBeFalse();
    }

    [Fact]
    public void A_suspension_lifts_to_what_it_was()
    {
        var (conditional, full) = (Conditional(), Full());

        foreach (var standing in new[] { conditional, full })
        {
            standing.Suspend("An allegation is looked into.");
            standing.IsAccredited(An.Now).ShouldBeFalse();
            standing.PremisesCovered(An.Now).ShouldBeEmpty();
            standing.Reinstate("It is settled.");
        }

        conditional.State.ShouldBe(StandingState.AccreditedWithConditions);
        full.State.ShouldBe(StandingState.Accredited);
    }

    [Fact]
    public void A_suspended_accreditation_still_ends_with_its_last_day()
    {
        var standing = Full();
        standing.Suspend("An allegation is looked into.");

        standing.StateOn(An.Day("2028-12-14")).ShouldBe(StandingState.Suspended);
        standing.StateOn(An.Day("2028-12-15")).ShouldBe(StandingState.Expired);
    }

    [Fact]
    public void A_revoked_accreditation_is_not_reinstated()
    {
        var standing = Full();
        standing.Revoke("A conviction.");

        Should.Throw<InvalidTransitionException>(() => standing.Reinstate("No."));
        standing.Restore("An appeal succeeded.");
        standing.State.ShouldBe(StandingState.Accredited);
    }

    /// <summary>The last day is 14 December 2028.</summary>
    [Theory]
    [InlineData("2028-10-14", 0)]
    [InlineData("2028-10-15", 1)]
    [InlineData("2028-10-16", 1)]
    [InlineData("2028-11-14", 1)]
    [InlineData("2028-12-13", 1)]
    public void A_reminder_goes_out_60_days_before_an_end_and_not_earlier(string day, int expected) =>
        Renewed().Remind(Utc(day + "T09:00:00Z")).Count.ShouldBe(expected);

    [Fact]
    public void Every_reminder_is_told_once_and_a_late_round_tells_of_the_nearest_only()
    {
        var standing = Renewed();
        var told = Enumerable.Range(0, 70)
            .Select(i => Utc("2028-10-10T09:00:00Z").AddDays(i))
            .SelectMany(day => standing.Remind(day).Concat(standing.Remind(day))).ToList();

        told.Count.ShouldBe(5);
        Renewed().Remind(Utc("2028-12-10T09:00:00Z"))
            .ShouldHaveSingleItem().ShouldContain("14 December 2028, in 4 days");
    }

    /// <summary>A home renewed so late that its own end lies beyond the accreditation's.</summary>
    private static Standing Renewed()
    {
        var standing = Full();
        standing.Cover([An.Home], An.Day("2028-01-10"));
        return standing;
    }

    private static Standing Full() => Of(An.Accreditation(AccreditationOutcome.Accredit));

    private static Standing Conditional() => Of(An.Accreditation(AccreditationOutcome.AccreditWithConditions));

    private static Standing Of(ProposeAccreditationDto proposal)
    {
        var application = An.AwaitingDecision();
        application.ProposeAccreditation(proposal, An.Priya, An.Now);
        application.ConfirmAccreditation(An.Gareth, An.Now);
        return new Standing(Guid.NewGuid(), application, Guid.NewGuid());
    }

    private static DateTime Utc(string at) =>
        DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture).UtcDateTime;
}
