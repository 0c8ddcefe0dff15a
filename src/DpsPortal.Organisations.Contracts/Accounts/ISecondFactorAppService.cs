using System.ComponentModel.DataAnnotations;

namespace DpsPortal.Organisations.Accounts;

/// <summary>What the caller's own account is secured with. Every change asks for a fresh proof of who they are.</summary>
public interface ISecondFactorAppService
{
    Task<SecurityDto> GetAsync(CancellationToken ct);

    /// <summary>A new key; it counts once a code of it has been entered, and replaces the one before only then.</summary>
    Task<AuthenticatorKeyDto> StartAuthenticatorAsync(CancellationToken ct);

    /// <exception cref="TooManyAttemptsException">Too many failures for this account.</exception>
    /// <exception cref="Framework.Domain.InvalidInputException">The code is not right.</exception>
    /// <exception cref="Framework.Domain.BusinessException">No key was asked for.</exception>
    Task<FactorAddedDto> ConfirmAuthenticatorAsync(CodeDto input, Guid currentSession, CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">The portal asks for a second factor, and it is the last.</exception>
    Task<SecurityDto> RemoveAuthenticatorAsync(CancellationToken ct);

    Task<PasskeyChallenge> AskNewPasskeyAsync(CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">The browser's answer does not fit the question.</exception>
    Task<FactorAddedDto> AddPasskeyAsync(string? pending, AddPasskeyDto input, Guid currentSession, CancellationToken ct);

    /// <exception cref="Framework.Domain.EntityNotFoundException">No such passkey, or another person's.</exception>
    Task<SecurityDto> RenamePasskeyAsync(Guid id, RenamePasskeyDto input, CancellationToken ct);

    /// <exception cref="Framework.Domain.EntityNotFoundException">No such passkey, or another person's.</exception>
    /// <exception cref="Framework.Domain.BusinessException">The portal asks for a second factor, and it is the last.</exception>
    Task<SecurityDto> RemovePasskeyAsync(Guid id, CancellationToken ct);

    /// <summary>Ten new recovery codes; those before open nothing any more.</summary>
    /// <exception cref="Framework.Domain.BusinessException">The account has no second factor to recover from.</exception>
    Task<FactorAddedDto> RenewRecoveryCodesAsync(CancellationToken ct);
}

public sealed record SecurityDto
{
    /// <summary>The portal asks every account for a second factor.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Instant, UTC; null without an authenticator app.</summary>
    public required DateTime? AuthenticatorSince { get; init; }

    /// <summary>In the order they were added.</summary>
    public required IReadOnlyList<PasskeyDto> Passkeys { get; init; }

    public required int RecoveryCodesLeft { get; init; }

    /// <summary>Time for new ones.</summary>
    public required bool AreRecoveryCodesLow { get; init; }
}

/// <param name="AddedAt">Instant, UTC.</param>
/// <param name="LastUsedAt">Instant, UTC; null before its first use.</param>
public sealed record PasskeyDto(Guid Id, string Name, DateTime AddedAt, DateTime? LastUsedAt);

/// <param name="Key">Base32 in groups of four, to type where there is no camera.</param>
/// <param name="Uri">For the QR code.</param>
public sealed record AuthenticatorKeyDto(string Key, string Uri);

/// <param name="RecoveryCodes">Shown this once; empty where the account had some already.</param>
public sealed record FactorAddedDto(SecurityDto Security, IReadOnlyList<string> RecoveryCodes);

public sealed record AddPasskeyDto
{
    [Required, StringLength(60, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>The browser's credential as JSON text.</summary>
    [Required, StringLength(20_000, MinimumLength = 1)]
    public required string Credential { get; init; }
}

public sealed record RenamePasskeyDto
{
    [Required, StringLength(60, MinimumLength = 1)]
    public required string Name { get; init; }
}
