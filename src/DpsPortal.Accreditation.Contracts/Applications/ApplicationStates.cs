namespace DpsPortal.Accreditation.Applications;

/// <summary>The legal side: may the provider join? Decided on the questionnaire alone (domain §2.1).</summary>
public enum MembershipState
{
    Draft,
    Submitted,
    InEvaluation,
    DecisionProposed,
    Admitted,
    Rejected,
    Withdrawn,

    /// <summary>From every lot it was admitted to.</summary>
    Removed,

    /// <summary>The provider gave its membership up.</summary>
    Left,
}

public enum MembershipTrigger
{
    Submit,
    StartEvaluation,
    Propose,
    SendBack,
    ConfirmAdmission,
    ConfirmRejection,
    Withdraw,
    Remove,
    Leave,

    /// <summary>An appeal overturned the rejection: it is evaluated again.</summary>
    Reopen,

    /// <summary>An appeal overturned the removal.</summary>
    Restore,
}

/// <summary>The quality side: five stages, of which the application itself is the first (domain §2.1).</summary>
public enum AccreditationState
{
    NotStarted,
    FitAndProperTest,
    SaferRecruitmentReview,
    PropertyVisit,
    AwaitingDecision,
    DecisionProposed,
    Accredited,
    AccreditedWithConditions,
    NotAccredited,
}

public enum AccreditationTrigger
{
    OpenFitAndProperTest,
    PassFitAndProperTest,
    FailFitAndProperTest,
    PassSaferRecruitment,
    FailSaferRecruitment,
    PassPropertyVisit,
    FailPropertyVisit,
    Propose,
    SendBack,
    Accredit,
    AccreditWithConditions,
    Refuse,

    /// <summary>An appeal overturned the refusal: it is decided again.</summary>
    Reopen,
}

public enum SectionStatus
{
    NotStarted,
    InProgress,
    Completed,
}

public enum ApplicationSection
{
    Organisation,
    Ofsted,
    People,
    ExclusionGrounds,
    Insurance,
    Premises,
    LotsAndAreas,
    RateCard,
    Declaration,
}

public enum StageStatus
{
    NotStarted,
    Open,
    Passed,
    Failed,
}

public enum AccreditationStage
{
    Application,
    FitAndProperTest,
    SaferRecruitment,
    PropertyVisit,
    Decision,
}
