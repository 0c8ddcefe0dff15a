using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.People;

/// <summary>The people of the caller's organisation, managed by its administrators.</summary>
public interface IPersonAppService
{
    Task<PeopleDto> GetListAsync(CancellationToken ct);

    /// <exception cref="Framework.Domain.InvalidInputException">Already here or invited, or a role of another kind.</exception>
    Task<PeopleDto> InviteAsync(InviteDto input, CancellationToken ct);

    /// <summary>Sends a new link; the one before opens nothing any more.</summary>
    Task<PeopleDto> ResendAsync(Guid invitationId, CancellationToken ct);

    Task<PeopleDto> RevokeAsync(Guid invitationId, CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">Oneself, or the last administrator.</exception>
    Task<PeopleDto> ChangeRolesAsync(Guid userId, ChangeRolesDto input, CancellationToken ct);

    /// <summary>Ends the person's sessions for this organisation. Their account and other organisations stay.</summary>
    /// <exception cref="Framework.Domain.BusinessException">Oneself, or the last administrator.</exception>
    Task<PeopleDto> RemoveAsync(Guid userId, CancellationToken ct);
}

public sealed record PeopleDto
{
    public required IReadOnlyList<ColleagueDto> People { get; init; }

    /// <summary>Not yet accepted or withdrawn, newest first; those that ran out can be sent again.</summary>
    public required IReadOnlyList<InvitationDto> Invitations { get; init; }

    /// <summary>The roles that an organisation of this kind has.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }
}

/// <param name="Since">Instant, UTC.</param>
/// <param name="IsSelf">The caller, who can neither change their own roles nor remove themselves.</param>
/// <param name="HasSecondFactor">There is something to reset.</param>
public sealed record ColleagueDto(
    Guid Id, string Name, string Email, IReadOnlyList<Role> Roles, DateTime Since, bool IsSelf, bool HasSecondFactor);

/// <param name="ExpiresAt">Instant, UTC; null until the link has been sent.</param>
public sealed record InvitationDto(
    Guid Id,
    string Email,
    IReadOnlyList<Role> Roles,
    DateTime? ExpiresAt,
    bool IsExpired,
    IReadOnlyList<InvitationTrigger> PermittedTriggers);

public sealed record InviteDto
{
    [Required, EmailAddress, StringLength(256, MinimumLength = 3)]
    public required string Email { get; init; }

    [Required, MinLength(1)]
    public required IReadOnlyList<Role> Roles { get; init; }
}

public sealed record ChangeRolesDto
{
    [Required, MinLength(1)]
    public required IReadOnlyList<Role> Roles { get; init; }
}
