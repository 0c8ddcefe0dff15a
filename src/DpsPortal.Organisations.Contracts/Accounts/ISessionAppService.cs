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

    /// <summary>
    /// Proves again who the person is, for acts that ask for it; goes on under a new session id. By a code or a passkey
    /// where the account has one, by the password where it has neither.
    /// </summary>
    /// <param name="pending">Of the passkey's question.</param>
    /// <exception cref="TooManyAttemptsException">Too many failures for this account or from this network.</exception>
    /// <exception cref="Framework.Domain.InvalidInputException">The proof is not right, or not of the account's kind.</exception>
    Task<SignedIn> StepUpAsync(StepUpDto input, Guid current, string? pending, string network, CancellationToken ct);

    /// <summary>What a step-up can be done with; without any, by the password.</summary>
    Task<StepUpMethodsDto> GetStepUpMethodsAsync(CancellationToken ct);

    Task<PasskeyChallenge> AskPasskeyAsync(CancellationToken ct);
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

/// <summary>One of the three.</summary>
public sealed record StepUpDto
{
    [StringLength(256, MinimumLength = 1)]
    public string? Password { get; init; }

    /// <summary>Six digits of the authenticator app.</summary>
    [StringLength(20, MinimumLength = 1)]
    public string? Code { get; init; }

    /// <summary>The browser's passkey credential as JSON text.</summary>
    [StringLength(20_000, MinimumLength = 1)]
    public string? Credential { get; init; }
}

public sealed record StepUpMethodsDto(bool Authenticator, bool Passkey);
