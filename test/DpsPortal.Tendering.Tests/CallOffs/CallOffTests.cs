using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Tests.CallOffs;

public sealed class CallOffTests
{
    /// <summary>London wall-clock times; the clocks change on 25 October 2026 and 28 March 2027.</summary>
    [Theory]
    [InlineData("2026-11-02T09:00:00Z", "2026-11-12T09:00:00Z")]
    [InlineData("2026-10-20T11:00:00Z", "2026-10-30T12:00:00Z")]
    [InlineData("2027-03-22T12:00:00Z", "2027-04-01T11:00:00Z")]
    public void Fact_05_a_legacy_dps_gives_ten_days_to_the_same_time_by_the_london_clock(string sent, string earliest)
    {
        var sentAt = Utc(sent);
        var allowed = BiddingPeriod.Earliest(A.Lot(), sentAt);

        var refusal = Should.Throw<BusinessException>(() => allowed.Allow(Utc(earliest).AddMinutes(-1)));

        refusal.Code.ShouldBe(TenderingErrorCodes.BiddingPeriodTooShort);
        Should.NotThrow(() => allowed.Allow(Utc(earliest)));
        Should.NotThrow(() => allowed.Allow(Utc(earliest).AddMinutes(1)));
    }

    [Theory]
    [InlineData(Regime.PcrLightTouch, false)]
    [InlineData(Regime.PcrDps, true)]
    public void Fact_05_the_light_touch_and_agreement_of_all_allow_the_published_minutes(Regime regime, bool agreed)
    {
        var allowed = BiddingPeriod.Earliest(A.Lot(regime, minutes: 10, agreed), A.Sent);

        Should.Throw<BusinessException>(() => allowed.Allow(A.Sent.AddMinutes(10).AddTicks(-1)));
        Should.NotThrow(() => allowed.Allow(A.Sent.AddMinutes(10)));
    }

    [Fact]
    public void Bids_stay_sealed_until_the_deadline()
    {
        var callOff = A.CallOffIn(CallOffState.Published);

        var refusal = Should.Throw<ForbiddenByStageException>(
            () => callOff.Close(A.Deadline.AddMilliseconds(-1), anyBid: true, ""));

        refusal.Code.ShouldBe(TenderingErrorCodes.DeadlineNotReached);
        callOff.State.ShouldBe(CallOffState.Published);
        Should.NotThrow(() => callOff.Close(A.Deadline, anyBid: true, ""));
    }

    [Theory]
    [InlineData(CallOffState.Draft, false)]
    [InlineData(CallOffState.Published, false)]
    [InlineData(CallOffState.Closed, false)]
    [InlineData(CallOffState.Opened, true)]
    [InlineData(CallOffState.Moderated, true)]
    public void That_no_bid_suits_is_said_only_once_bids_were_opened(CallOffState state, bool allowed)
    {
        var callOff = A.CallOffIn(state);
        void Cancel() => callOff.Cancel(CallOffCancelReason.NoSuitableBid, A.Sent);

        if (allowed)
        {
            Should.NotThrow(Cancel);
        }
        else
        {
            Should.Throw<InvalidInputException>(Cancel).Errors.Single().Field.ShouldBe("reason");
            callOff.State.ShouldBe(state);
        }
    }

    [Fact]
    public void Whoever_prepared_it_cannot_publish_it_and_nothing_changes()
    {
        var callOff = A.CallOffIn(CallOffState.Draft);

        var refusal = Should.Throw<BusinessException>(() => callOff.Publish(
            A.Preparer, A.Sent, BiddingPeriod.Earliest(A.Lot(), A.Sent), A.Needs, 3, "seed"));

        refusal.Code.ShouldBe(TenderingErrorCodes.OwnDraft);
        (callOff.State, callOff.PublishedAt, callOff.Needs).ShouldBe((CallOffState.Draft, null, null));
    }

    [Fact]
    public void Whoever_changed_it_cannot_publish_it_although_somebody_changed_it_after()
    {
        var callOff = A.CallOffIn(CallOffState.Draft);
        var (editor, later) = (A.Preparer with { Id = Guid.NewGuid() }, A.Preparer with { Id = Guid.NewGuid() });
        callOff.ChangeNeeds(A.Needs, editor, A.Sent);
        callOff.Change(new CallOffTerms(A.Criteria, 40, null, A.Deadline.AddHours(1)), later, A.Sent);

        foreach (var one in new[] { A.Preparer, editor, later })
        {
            Should.Throw<BusinessException>(() => callOff.Publish(
                one, A.Sent, BiddingPeriod.Earliest(A.Lot(), A.Sent), A.Needs, 3, "seed"))
                .Code.ShouldBe(TenderingErrorCodes.OwnDraft);
        }

        Should.NotThrow(() => callOff.Publish(
            A.Preparer with { Id = Guid.NewGuid() }, A.Sent, BiddingPeriod.Earliest(A.Lot(), A.Sent), A.Needs, 3, "seed"));
    }

    [Theory]
    [InlineData(39.99)]
    [InlineData(40.01)]
    public void Weights_make_exactly_100(double priceWeight)
    {
        var terms = new CallOffTerms(A.Criteria, (decimal)priceWeight, null, A.Deadline);

        Should.Throw<BusinessException>(() => terms.Checked()).Code.ShouldBe(TenderingErrorCodes.WeightsMustTotal100);
        Should.NotThrow(() => (terms with { PriceWeight = 40 }).Checked());
    }

    private static DateTime Utc(string text) => DateTimeOffset.Parse(text, null).UtcDateTime;
}
