namespace DpsPortal.Accreditation.Memberships;

/// <summary>A provider in one lot after admission (domain §2.1). Only the admitted are invited.</summary>
public enum MemberState
{
    Admitted,
    Suspended,
    Removed,
    Left,
}

public enum MemberTrigger
{
    Suspend,
    Reinstate,
    Remove,
    Leave,

    /// <summary>After an appeal against the removal.</summary>
    Restore,
}

public enum MemberActionKind
{
    Suspend,
    Reinstate,
    Remove,
}

/// <summary>An action of the authority: proposed by one officer, confirmed by another.</summary>
public enum MemberActionState
{
    Proposed,
    NoticeGiven,
    Done,
    Dropped,
}

public enum MemberActionTrigger
{
    GiveNotice,
    CarryOut,
    Drop,
}
