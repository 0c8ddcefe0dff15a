namespace DpsPortal.Organisations.People;

public enum InvitationState
{
    Open,
    Accepted,
    Revoked,
}

public enum InvitationTrigger
{
    Resend,
    Accept,
    Revoke,
}
