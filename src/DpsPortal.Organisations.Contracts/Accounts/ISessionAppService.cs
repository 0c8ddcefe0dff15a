using System.ComponentModel.DataAnnotations;

namespace DpsPortal.Organisations.Accounts;

/// <summary>The caller's own sessions.</summary>
public interface ISessionAppService
{
    /// <summary>The living ones, last used first.</summary>
    Task<IReadOnlyList<OwnSessionDto>> GetListAsync(Guid current, CancellationToken ct);

    /// <exception cref="Framework.Domain.EntityNotFoundException">No such session, or another person's.</exception>
    Task EndAsync(Guid id, CancellationToken ct);

    /// <summary>All but the one that asks.</summary>
    Task EndOthersAsync(Guid current, CancellationToken ct);

    /// <summary>Goes on for another organisation of the person, under a new session id.</summary>
    /// <exception cref="Framework.Domain.EntityNotFoundException">No such organisation, or not the person's.</exception>
    Task<SignedIn> SwitchAsync(SwitchOrganisationDto input, Guid current, CancellationToken ct);

    /// <summary>Proves again who the person is, for acts that ask for it; goes on under a new session id.</summary>
    /// <exception cref="TooManyAttemptsException">Too many failures for this account or from this network.</exception>
    /// <exception cref="Framework.Domain.InvalidInputException">The password is not right.</exception>
    Task<SignedIn> StepUpAsync(StepUpDto input, Guid current, string network, CancellationToken ct);
}

/// <param name="Device">Browser and system in words.</param>
/// <param name="SignedInAt">Instant, UTC.</param>
/// <param name="LastUsedAt">Instant, UTC, exact to a minute.</param>
/// <param name="IsCurrent">The one that asks.</param>
public sealed record OwnSessionDto(
    Guid Id, string Device, string OrganisationName, DateTime SignedInAt, DateTime LastUsedAt, bool IsCurrent);

public sealed record SwitchOrganisationDto
{
    public required Guid Id { get; init; }
}

public sealed record StepUpDto
{
    [Required, StringLength(256, MinimumLength = 1)]
    public required string Password { get; init; }
}
