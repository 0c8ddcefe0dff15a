using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Organisations.People;

/// <summary>
/// Roles for a person of an authority that count once another administrator confirms them. A person has at most one
/// that waits. Source: decision 17.
/// </summary>
internal sealed class RoleProposal : AggregateRoot
{
    public RoleProposal(Guid id, Affiliation of, IEnumerable<Role> roles, Guid proposedById, string proposedByName, DateTime now)
        : base(id)
    {
        (OrganisationId, UserId) = (of.OrganisationId, of.UserId);
        Roles = [.. roles];
        (ProposedById, ProposedByName, ProposedAt) = (proposedById, proposedByName, now);
        Record("Propose", string.Join(", ", of.Roles), string.Join(", ", Roles));
    }

    private RoleProposal()
    {
    }

    public Guid OrganisationId { get; private set; }

    /// <summary>Whom it concerns, who never confirms it.</summary>
    public Guid UserId { get; private set; }

    /// <summary>All roles that the person has afterwards.</summary>
    public List<Role> Roles { get; private set; } = [];

    public RoleProposalState State { get; private set; } = RoleProposalState.Proposed;

    public Guid ProposedById { get; private set; }

    public string ProposedByName { get; private set; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime ProposedAt { get; private set; }

    /// <exception cref="BusinessException">By who proposed it, or for oneself.</exception>
    public void Confirm(Guid by)
    {
        RefuseOwn(by);
        Fire(RoleProposalTrigger.Confirm);
    }

    /// <exception cref="BusinessException">By who proposed it, who withdraws it, or for oneself.</exception>
    public void Refuse(Guid by)
    {
        RefuseOwn(by);
        Fire(RoleProposalTrigger.Refuse);
    }

    /// <exception cref="BusinessException">For oneself, or by another than proposed it, who refuses it.</exception>
    public void Withdraw(Guid by)
    {
        RefuseOneself(by);
        if (by != ProposedById)
        {
            throw new BusinessException(OrganisationsErrorCodes.OthersRoleProposal);
        }

        Supersede();
    }

    /// <summary>Roles that were given or taken since it was made go before it.</summary>
    public void Supersede() => Fire(RoleProposalTrigger.Withdraw);

    /// <summary>What of it an administrator may do.</summary>
    public IReadOnlyList<RoleProposalTrigger> PermittedTo(Guid administrator) =>
    [
        .. RoleProposalStates.Transitions.PermittedTriggers(State)
            .Where(trigger => trigger == RoleProposalTrigger.Withdraw
                ? administrator == ProposedById
                : administrator != ProposedById && administrator != UserId),
    ];

    private void RefuseOwn(Guid by)
    {
        if (by == ProposedById)
        {
            throw new BusinessException(OrganisationsErrorCodes.OwnRoleProposal);
        }

        RefuseOneself(by);
    }

    private void RefuseOneself(Guid by)
    {
        if (by == UserId)
        {
            throw new BusinessException(OrganisationsErrorCodes.NotOneself);
        }
    }

    private void Fire(RoleProposalTrigger trigger)
    {
        var before = State;
        State = RoleProposalStates.Transitions.Fire(State, trigger);
        Record(trigger.ToString(), before.ToString(), State.ToString());
    }
}
