namespace DpsPortal.Organisations.People;

public enum RoleProposalState
{
    Proposed,
    Confirmed,
    Refused,

    /// <summary>By an administrator, or because the person's roles were changed or they were removed meanwhile.</summary>
    Withdrawn,
}

public enum RoleProposalTrigger
{
    Confirm,
    Refuse,
    Withdraw,
}
