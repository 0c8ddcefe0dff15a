using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Tests;

/// <summary>Things under test, in the state that a test asks for, brought there by their own moves.</summary>
internal static class A
{
    public static readonly DateTime Sent = new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime Deadline = Sent.AddDays(10);
    public static readonly Person Preparer = new(Guid.NewGuid(), "Nadia Frost");
    public static readonly Person Approver = new(Guid.NewGuid(), "Martin Cole");

    public static IReadOnlyList<CriterionDto> Criteria =>
        [new("match", "How well the home fits", 35, 2, true), new("staffing", "Staff and rota", 25, null, false)];

    public static NeedsProfileDto Needs => new()
    {
        Urgency = Urgency.LessThanFiveDays,
        AgeBand = AgeBand.From16To17,
        Gender = Gender.NotStated,
        SingleGenderSetting = false,
        LegalBasis = LegalBasis.Section20,
        UnaccompaniedAsylumSeeking = false,
        InterpreterNeeded = false,
        CategoryWanted = OfstedCategory.SharedRingFenced,
        SupportLevel = SupportLevel.Low,
        CoreHoursPerWeek = 5,
        AdditionalHoursPerWeek = 0,
        NightCover = NightCover.None,
        Occupancy = Occupancy.Shared,
        Alongside = Alongside.NoPreference,
        ParentAndChild = false,
        StepFreeAccess = false,
        Risks = [],
        Education = EducationStatus.College,
        MustKeepEducationPlace = false,
        Independence = [],
        PreferredAreas = ["HA9"],
        ExcludedAreas = ["SE13"],
        Wishes = [],
        WishesAskedOn = new DateOnly(2026, 11, 1),
        MoveInFrom = new DateOnly(2026, 11, 20),
        MoveInBy = new DateOnly(2027, 3, 31),
        ExpectedWeeks = 26,
    };

    public static LotSummary Lot(
        Regime regime = Regime.PcrDps, int minutes = 60, bool agreed = false,
        AccreditationUse use = AccreditationUse.AwardGate) => new(
        Guid.NewGuid(), 1, "Shared", OfstedCategory.SharedRingFenced, true, use, Guid.NewGuid(), "Homes", regime,
        TenderTimeBasis.Reg34TenDays, minutes, agreed, new DateOnly(2028, 2, 11), false, Guid.NewGuid(), [],
        new BiddingTimeRule(regime == Regime.PcrDps && !agreed ? 10 : null, "As the law says."), true);

    public static CallOff CallOffIn(CallOffState state)
    {
        var callOff = new CallOff(
            Guid.NewGuid(), Guid.NewGuid(), "Northwick Vale LBC", Guid.NewGuid(),
            new CallOffLot(Guid.NewGuid(), "Shared", Guid.NewGuid(), "Homes", OfstedCategory.SharedRingFenced),
            new CallOffTerms(Criteria, 40, null, Deadline), Preparer, Sent);
        foreach (var trigger in Path(state))
        {
            Fire(callOff, trigger);
        }

        return callOff;
    }

    public static void Fire(CallOff callOff, CallOffTrigger trigger)
    {
        var after = Deadline.AddMinutes(1);
        switch (trigger)
        {
            case CallOffTrigger.Publish:
                callOff.Publish(Approver, Sent, BiddingPeriod.Earliest(Lot(), Sent), Needs, 3, "seed");
                break;
            case CallOffTrigger.SendBackDraft:
                callOff.SendBackDraft(Approver, "The deadline is too soon.", Sent);
                break;
            case CallOffTrigger.Cancel:
                callOff.Cancel(CallOffCancelReason.NoLongerNeeded, Sent);
                break;
            case CallOffTrigger.Discard:
                callOff.Discard();
                break;
            case CallOffTrigger.Extend:
                callOff.Extend(callOff.Deadline.AddDays(1), ExtensionReason.TimetableChanged, Approver, Sent.AddDays(1));
                break;
            case CallOffTrigger.Close:
                callOff.Close(after, anyBid: true, "");
                break;
            case CallOffTrigger.CloseWithoutBids:
                callOff.Close(after, anyBid: false, "");
                break;
            case CallOffTrigger.Open:
                callOff.Open(Preparer, after);
                callOff.Open(Approver, after);
                break;
            case CallOffTrigger.Score:
                Score(callOff, after);
                break;
            case CallOffTrigger.SetAsideScores:
                callOff.SetAsideScores(Sheet(callOff, Preparer), "On leave.");
                break;
            case CallOffTrigger.CountScoresAgain:
                var aside = Sheet(callOff, Preparer);
                aside.PutAside(new SetAsideDto(Approver.Name, "On leave.", after));
                callOff.CountScoresAgain(aside);
                break;
            case CallOffTrigger.TakeChair:
                callOff.TakeChair(Preparer);
                break;
            case CallOffTrigger.Agree:
                callOff.Agree(after, "Bid A: ", "Bid A: match 3");
                break;
            case CallOffTrigger.VoidScores:
                callOff.VoidScores(after, Guid.NewGuid(), scores: 1, agreed: 0, prices: 0, uses: 0, scoreAlone: false);
                break;
            case CallOffTrigger.LockQuality:
                callOff.LockQuality(missing: 0, after);
                break;
            case CallOffTrigger.QuestionPrice:
                callOff.QuestionPrice("Bid A", "How can you do it for this price?", after);
                break;
            case CallOffTrigger.SettlePrice:
                callOff.SettlePrice("Bid A", "AcceptPrice", reason: null, after);
                break;
            case CallOffTrigger.RecordEarlierUse:
                callOff.RecordEarlierUse("Bid A", new DateOnly(2023, 5, 1), "Two stays in 2023.", after);
                break;
            case CallOffTrigger.TakeBackEarlierUse:
                callOff.TakeBackEarlierUse("Bid A", after);
                break;
            case CallOffTrigger.ProposeAward:
                callOff.ProposeAward(new AwardDecision(
                    Guid.NewGuid(), Guid.NewGuid(), "Lantern Row Ltd", "Best.", Preparer.Id, Preparer.Name, after));
                break;
            case CallOffTrigger.SendBackAward:
                callOff.SendBackAward(Approver, "Say more.");
                break;
            case CallOffTrigger.TakeBackAward:
                callOff.TakeBackAward(Preparer);
                break;
            default:
                callOff.ApproveAward(Approver, after, null!, [], [], [], []);
                break;
        }
    }

    /// <summary>Two evaluators begin and lock, so that their scores are shown.</summary>
    private static void Score(CallOff callOff, DateTime now)
    {
        callOff.BeginScoring();
        ScoreSheet[] sheets = [Sheet(callOff, Preparer), Sheet(callOff, Approver)];
        Array.ForEach(sheets, sheet => sheet.Lock(missing: 0, now));
        callOff.ShowScoresIfComplete(sheets, now);
    }

    private static ScoreSheet Sheet(CallOff callOff, Person evaluator) =>
        new(callOff.Id, callOff.PlacingAuthorityId, evaluator);

    public static Bid BidIn(BidState state)
    {
        var bid = new Bid(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "encrypted", Sent);
        if (state != BidState.Draft)
        {
            bid.Submit();
        }

        if (state == BidState.Withdrawn)
        {
            bid.Withdraw();
        }

        return bid;
    }

    public static void Fire(Bid bid, BidTrigger trigger)
    {
        if (trigger == BidTrigger.Submit)
        {
            bid.Submit();
            return;
        }

        bid.Withdraw();
    }

    private static IEnumerable<CallOffTrigger> Path(CallOffState state)
    {
        CallOffTrigger[] road =
        [
            CallOffTrigger.Publish, CallOffTrigger.Close, CallOffTrigger.Open, CallOffTrigger.Score,
            CallOffTrigger.LockQuality, CallOffTrigger.ProposeAward, CallOffTrigger.ApproveAward,
        ];
        return state switch
        {
            CallOffState.Cancelled => [CallOffTrigger.Cancel],
            CallOffState.NoBids => [CallOffTrigger.Publish, CallOffTrigger.CloseWithoutBids],
            CallOffState.Awarded => road,
            _ => road.Take((int)state),
        };
    }
}
