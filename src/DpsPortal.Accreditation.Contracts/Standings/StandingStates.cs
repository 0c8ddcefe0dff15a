namespace DpsPortal.Accreditation.Standings;

/// <summary>A provider's accreditation in one lot (domain §2.1). It gates award, never invitation.</summary>
public enum StandingState
{
    NotStarted,
    Accredited,
    AccreditedWithConditions,
    NotAccredited,
    Suspended,
    Revoked,
    Expired,
}

public enum StandingTrigger
{
    Accredit,
    AccreditWithConditions,
    Refuse,

    /// <summary>The last open condition is met.</summary>
    MeetConditions,

    /// <summary>A condition was not met by its day.</summary>
    LapseConditions,
    Suspend,
    Reinstate,
    ReinstateWithConditions,
    Revoke,

    /// <summary>After an appeal against the revocation.</summary>
    Restore,
    RestoreWithConditions,
    Expire,
}

public enum StandingActionKind
{
    Suspend,
    Reinstate,
    Revoke,
    MeetConditions,

    /// <summary>A new home, or one whose twelve months end, after a visit that it passed.</summary>
    CoverHomes,
}
