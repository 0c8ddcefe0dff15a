using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.People;

/// <summary>The people of the caller's organisation, managed by its administrators.</summary>
public interface IPersonAppService
{
    Task<PeopleDto> GetListAsync(CancellationToken ct);

    /// <summary>
    /// Sends a link; if a role of <see cref="PeopleDto.ConfirmedRoles"/> is among them, once another administrator has
    /// confirmed it. An authority's first administrator invites its second alone, once.
    /// </summary>
    /// <exception cref="Framework.Domain.InvalidInputException">Already here or invited, or a role of another kind.</exception>
    /// <exception cref="Framework.Domain.BusinessException">Nobody is there who could confirm it.</exception>
    Task<PeopleDto> InviteAsync(InviteDto input, CancellationToken ct);

    /// <summary>Sends a new link; the one before opens nothing any more.</summary>
    Task<PeopleDto> ResendAsync(Guid invitationId, CancellationToken ct);

    Task<PeopleDto> RevokeAsync(Guid invitationId, CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">By who proposed it, or nothing waits any more.</exception>
    Task<PeopleDto> ConfirmInvitationAsync(Guid invitationId, CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">By who proposed it, or nothing waits any more.</exception>
    Task<PeopleDto> RefuseInvitationAsync(Guid invitationId, CancellationToken ct);

    /// <summary>
    /// At once; if a role of <see cref="PeopleDto.ConfirmedRoles"/> is added, once another administrator has confirmed
    /// it, and until then nothing changes. Takes the place of what was proposed for the person before.
    /// </summary>
    /// <exception cref="Framework.Domain.BusinessException">
    /// Oneself, the last administrator, or nobody is there who could confirm it.
    /// </exception>
    Task<PeopleDto> ChangeRolesAsync(Guid userId, ChangeRolesDto input, CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">
    /// By who proposed it or whom it concerns, nothing waits any more, or the last administrator.
    /// </exception>
    Task<PeopleDto> ConfirmRolesAsync(Guid proposalId, CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">As for confirming.</exception>
    Task<PeopleDto> RefuseRolesAsync(Guid proposalId, CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">Nothing waits any more.</exception>
    Task<PeopleDto> WithdrawRolesAsync(Guid proposalId, CancellationToken ct);

    /// <summary>Ends the person's sessions for this organisation. Their account and other organisations stay.</summary>
    /// <exception cref="Framework.Domain.BusinessException">Oneself, or the last administrator.</exception>
    Task<PeopleDto> RemoveAsync(Guid userId, CancellationToken ct);
}

public sealed record PeopleDto
{
    public required IReadOnlyList<ColleagueDto> People { get; init; }

    /// <summary>Not yet accepted, refused or withdrawn, newest first; those that ran out can be sent again.</summary>
    public required IReadOnlyList<InvitationDto> Invitations { get; init; }

    /// <summary>The roles that an organisation of this kind has.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>Those of <see cref="Roles"/> that another administrator confirms; none for a provider.</summary>
    public required IReadOnlyList<Role> ConfirmedRoles { get; init; }
}

/// <param name="Since">Instant, UTC.</param>
/// <param name="IsSelf">The caller, who can neither change their own roles nor remove themselves.</param>
/// <param name="HasSecondFactor">There is something to reset.</param>
/// <param name="Proposal">Roles that wait for another administrator; null if none do.</param>
public sealed record ColleagueDto(
    Guid Id,
    string Name,
    string Email,
    IReadOnlyList<Role> Roles,
    DateTime Since,
    bool IsSelf,
    bool HasSecondFactor,
    RoleProposalDto? Proposal);

/// <param name="Roles">All that the person has once they are confirmed.</param>
/// <param name="ProposedAt">Instant, UTC.</param>
/// <param name="PermittedTriggers">What of it the caller may do.</param>
public sealed record RoleProposalDto(
    Guid Id,
    IReadOnlyList<Role> Roles,
    string ProposedByName,
    DateTime ProposedAt,
    IReadOnlyList<RoleProposalTrigger> PermittedTriggers);

/// <param name="ProposedByName">Set if another administrator confirms it first.</param>
/// <param name="ExpiresAt">Instant, UTC; null until the link has been sent.</param>
/// <param name="PermittedTriggers">What of it the caller may do.</param>
public sealed record InvitationDto(
    Guid Id,
    string Email,
    IReadOnlyList<Role> Roles,
    InvitationState State,
    string? ProposedByName,
    DateTime? ExpiresAt,
    bool IsExpired,
    IReadOnlyList<InvitationTrigger> PermittedTriggers);

public sealed record InviteDto
{
    [Required, OneEmailAddress, StringLength(256, MinimumLength = 3)]
    public required string Email { get; init; }

    [Required, MinLength(1)]
    public required IReadOnlyList<Role> Roles { get; init; }
}

public sealed record ChangeRolesDto
{
    [Required, MinLength(1)]
    public required IReadOnlyList<Role> Roles { get; init; }
}
