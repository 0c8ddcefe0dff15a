using DpsPortal.Framework.Domain;
using static DpsPortal.Tendering.CallOffs.CallOffState;
using static DpsPortal.Tendering.CallOffs.CallOffTrigger;

namespace DpsPortal.Tendering.CallOffs;

internal static class CallOffStates
{
    public static readonly TransitionTable<CallOffState, CallOffTrigger> Transitions = new()
    {
        { Draft, Publish, Published },
        { Draft, SendBackDraft, Draft },
        { Draft, Cancel, Cancelled },
        { Draft, Discard, Cancelled },
        { Published, Extend, Published },
        { Published, Close, Closed },
        { Published, CloseWithoutBids, NoBids },
        { Published, Cancel, Cancelled },
        { Closed, Open, Opened },
        { Closed, Cancel, Cancelled },
        { Opened, Score, Evaluating },
        { Opened, Cancel, Cancelled },
        { Evaluating, Score, Evaluating },
        { Evaluating, SetAsideScores, Evaluating },
        { Evaluating, CountScoresAgain, Evaluating },
        { Evaluating, TakeChair, Evaluating },
        { Evaluating, Agree, Evaluating },
        { Evaluating, VoidScores, Evaluating },
        { Evaluating, LockQuality, Moderated },
        { Evaluating, Cancel, Cancelled },
        { Moderated, QuestionPrice, Moderated },
        { Moderated, SettlePrice, Moderated },
        { Moderated, RecordEarlierUse, Moderated },
        { Moderated, TakeBackEarlierUse, Moderated },
        { Moderated, ProposeAward, AwardProposed },
        { Moderated, VoidScores, Evaluating },
        { Moderated, Cancel, Cancelled },
        { AwardProposed, SendBackAward, Moderated },
        { AwardProposed, TakeBackAward, Moderated },
        { AwardProposed, ApproveAward, Awarded },
        { AwardProposed, VoidScores, Evaluating },
        { AwardProposed, Cancel, Cancelled },
    };

    /// <summary>Those that the clock or a declaration of conflict fires: no screen offers them.</summary>
    public static readonly IReadOnlySet<CallOffTrigger> NeverOffered =
        new HashSet<CallOffTrigger> { Close, CloseWithoutBids, VoidScores };
}
