using System.ComponentModel.DataAnnotations;

namespace DpsPortal.Organisations.Accounts;

/// <summary>
/// The second step of a sign-in, and the passkey that is both steps at once. One answer, null, for every failure: a
/// wrong or used proof, a first step that is too old or of another browser, an account that has ended.
/// </summary>
public interface ISecondStepAppService
{
    /// <exception cref="TooManyAttemptsException">Too many failures for this account.</exception>
    Task<SignedIn?> ByCodeAsync(string? pending, CodeDto input, string device, CancellationToken ct);

    /// <exception cref="TooManyAttemptsException">Too many failures for this account.</exception>
    Task<SignedIn?> ByRecoveryCodeAsync(string? pending, RecoveryCodeDto input, string device, CancellationToken ct);

    /// <summary>For the account of the first step, or for whichever account the passkey belongs to.</summary>
    /// <exception cref="TooManyAttemptsException">Too often from this network.</exception>
    Task<PasskeyChallenge> AskPasskeyAsync(string? pending, string network, CancellationToken ct);

    Task<SignedIn?> ByPasskeyAsync(
        string? pending, PasskeyProofDto input, string network, string device, CancellationToken ct);
}

/// <summary>What proves the second step of an account.</summary>
public enum SecondStepMethod
{
    Authenticator,
    Passkey,
    RecoveryCode,
}

public sealed record CodeDto
{
    /// <summary>Six digits; blanks are ignored.</summary>
    [Required, StringLength(20, MinimumLength = 1)]
    public required string Code { get; init; }
}

public sealed record RecoveryCodeDto
{
    /// <summary>Case, blanks and hyphens are ignored.</summary>
    [Required, StringLength(40, MinimumLength = 1)]
    public required string Code { get; init; }
}

public sealed record PasskeyProofDto
{
    /// <summary>The browser's credential as JSON text.</summary>
    [Required, StringLength(20_000, MinimumLength = 1)]
    public required string Credential { get; init; }
}

/// <summary>What the browser's passkey dialog is asked with.</summary>
/// <param name="Pending">Names the question in the browser's cookie.</param>
/// <param name="Options">JSON text of WebAuthn's options.</param>
public sealed record PasskeyChallenge(string Pending, string Options);

/// <param name="Options">JSON text for <c>parseRequestOptionsFromJSON</c> or <c>parseCreationOptionsFromJSON</c>.</param>
public sealed record PasskeyOptionsDto(string Options);
