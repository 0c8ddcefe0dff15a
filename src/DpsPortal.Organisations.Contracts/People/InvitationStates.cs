namespace DpsPortal.Organisations.People;

public enum InvitationState
{
    /// <summary>Gives a role that another administrator confirms first; nothing is sent yet.</summary>
    Proposed,
    Open,
    Accepted,
    Revoked,
    Refused,
}

public enum InvitationTrigger
{
    Confirm,
    Refuse,
    Resend,
    Accept,
    Revoke,
}
