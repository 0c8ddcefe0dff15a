namespace DpsPortal.Tendering.CallOffs;

/// <summary>One publication of a referral (domain §4.2).</summary>
public enum CallOffState
{
    Draft,
    Published,
    Closed,
    Opened,
    Evaluating,
    Moderated,
    AwardProposed,
    Awarded,
    NoBids,
    Cancelled,
}

public enum CallOffTrigger
{
    Publish,

    /// <summary>By whoever would publish it otherwise: its preparer changes it first.</summary>
    SendBackDraft,

    Cancel,
    Discard,

    /// <summary>A later deadline for everybody (domain §4.6).</summary>
    Extend,

    /// <summary>By the clock alone: the deadline has passed.</summary>
    Close,

    /// <summary>By the clock alone: nobody bid.</summary>
    CloseWithoutBids,

    Open,

    /// <summary>An evaluator scores alone.</summary>
    Score,

    /// <summary>A colleague who cannot finish: what they scored counts no longer.</summary>
    SetAsideScores,

    /// <summary>What was set aside counts again: the colleague is back, or nobody else is left to score.</summary>
    CountScoresAgain,

    /// <summary>Once everybody's scores are in: who writes down what the evaluators agree.</summary>
    TakeChair,

    /// <summary>By the chair: the scores that count.</summary>
    Agree,

    /// <summary>Somebody who scored has declared a conflict: their scores are gone, and others score anew.</summary>
    VoidScores,

    /// <summary>Quality is agreed and locked; prices become visible (fact 13).</summary>
    LockQuality,

    /// <summary>A bidder is asked how it can do it for its price.</summary>
    QuestionPrice,

    /// <summary>A price that was asked about is accepted or rejected.</summary>
    SettlePrice,

    /// <summary>An officer says that a home which is new to the portal was used before it (fact 23).</summary>
    RecordEarlierUse,

    TakeBackEarlierUse,

    ProposeAward,
    SendBackAward,

    /// <summary>By whoever proposed it.</summary>
    TakeBackAward,
    ApproveAward,
}
