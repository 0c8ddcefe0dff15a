using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Organisations.People;

/// <summary>
/// That somebody is asked to act for an organisation. The link goes by e-mail, works once and for a week; a newer one
/// takes the place of an older.
/// </summary>
internal sealed class ColleagueInvitation : AggregateRoot
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>Made by one organisation within 24 hours, whatever became of them; more would be a way to send junk.</summary>
    public const int MaxPerDay = 50;

    /// <summary>Links of one invitation, the first among them.</summary>
    public const int MaxLinks = 5;

    public ColleagueInvitation(Guid id, Guid organisationId, string email, IEnumerable<Role> roles, DateTime now)
        : base(id)
    {
        OrganisationId = organisationId;
        Email = email.ToLowerInvariant();
        Roles = [.. roles];
        CreatedAt = now;
        Record("Invite", after: string.Join(", ", Roles));
    }

    /// <summary>One that is sent once another administrator has confirmed its roles.</summary>
    public static ColleagueInvitation Propose(
        Guid id, Guid organisationId, string email, IEnumerable<Role> roles, Guid by, string byName, DateTime now) =>
        new(id, organisationId, email, roles, now)
        {
            State = InvitationState.Proposed,
            ProposedById = by,
            ProposedByName = byName,
        };

    private ColleagueInvitation()
    {
    }

    public Guid OrganisationId { get; private set; }

    /// <summary>In small letters.</summary>
    public string Email { get; private set; } = "";

    public List<Role> Roles { get; private set; } = [];

    public InvitationState State { get; private set; } = InvitationState.Open;

    /// <summary>Null where nobody has to confirm it.</summary>
    public Guid? ProposedById { get; private set; }

    public string? ProposedByName { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime CreatedAt { get; private set; }

    /// <summary>How many were asked for.</summary>
    public int Links { get; private set; } = 1;

    /// <summary>Of the last link sent; null while none is.</summary>
    public string? TokenHash { get; private set; }

    /// <summary>Instant, UTC: from then on the link is refused. Null while none is sent.</summary>
    public DateTime? ExpiresAt { get; private set; }

    /// <exception cref="BusinessException">By who proposed it.</exception>
    public void Confirm(Guid by)
    {
        RefuseOwn(by);
        Fire(InvitationTrigger.Confirm);
    }

    /// <exception cref="BusinessException">By who proposed it, who withdraws it.</exception>
    public void Refuse(Guid by)
    {
        RefuseOwn(by);
        Fire(InvitationTrigger.Refuse);
    }

    /// <summary>What of it an administrator may do.</summary>
    public IReadOnlyList<InvitationTrigger> PermittedTo(Guid administrator) =>
    [
        .. InvitationStates.Transitions.PermittedTriggers(State).Where(trigger => State != InvitationState.Proposed
            || trigger == InvitationTrigger.Revoke == (administrator == ProposedById)),
    ];

    private void RefuseOwn(Guid by)
    {
        if (by == ProposedById)
        {
            throw new BusinessException(OrganisationsErrorCodes.OwnRoleProposal);
        }
    }

    /// <summary>The link before opens nothing from now on; the new one follows by e-mail.</summary>
    /// <exception cref="BusinessException">It has been sent <see cref="MaxLinks"/> times.</exception>
    public void Resend()
    {
        if (Links >= MaxLinks)
        {
            throw new BusinessException(OrganisationsErrorCodes.TooManyLinks).WithData("most", MaxLinks);
        }

        Links++;
        Fire(InvitationTrigger.Resend);
        (TokenHash, ExpiresAt) = (null, null);
    }

    public void Send(string tokenHash, DateTime now) => (TokenHash, ExpiresAt) = (tokenHash, now + Lasts);

    public void Accept(DateTime now)
    {
        if (ExpiresAt is null || now >= ExpiresAt)
        {
            throw new BusinessException(OrganisationsErrorCodes.LinkNotValid);
        }

        Fire(InvitationTrigger.Accept);
        TokenHash = null;
    }

    /// <exception cref="BusinessException">By another than proposed it, who refuses it.</exception>
    public void Revoke(Guid by)
    {
        if (State == InvitationState.Proposed && by != ProposedById)
        {
            throw new BusinessException(OrganisationsErrorCodes.OthersRoleProposal);
        }

        Fire(InvitationTrigger.Revoke);
        TokenHash = null;
    }

    private void Fire(InvitationTrigger trigger)
    {
        var before = State;
        State = InvitationStates.Transitions.Fire(State, trigger);
        Record(trigger.ToString(), before.ToString(), State.ToString());
    }
}
