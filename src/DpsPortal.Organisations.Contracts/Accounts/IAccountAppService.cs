using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.People;

namespace DpsPortal.Organisations.Accounts;

public interface IAccountAppService
{
    /// <summary>
    /// The first step. Null for every cause of failure: nobody learns which part was wrong, nor whether the account
    /// exists.
    /// </summary>
    /// <exception cref="TooManyAttemptsException">Too many failures for this account or from this network.</exception>
    /// <param name="device">Browser and system in words, for the person's own list of sessions.</param>
    Task<FirstStep?> SignInAsync(SignInDto input, string network, string device, CancellationToken ct);

    Task SignOutAsync(Guid sessionId, CancellationToken ct);

    Task<SessionDto> GetSessionAsync(CancellationToken ct);
}

public sealed record SignInDto
{
    [Required, StringLength(256, MinimumLength = 1)]
    public required string Email { get; init; }

    [Required, StringLength(256, MinimumLength = 1)]
    public required string Password { get; init; }
}

/// <summary>What comes of the right password: a session, or the question for the second step.</summary>
/// <param name="SignedIn">Null where the account has a second step.</param>
/// <param name="Pending">Names the begun sign-in in the browser's cookie.</param>
/// <param name="Methods">What the account can take the second step with.</param>
public sealed record FirstStep(SignedIn? SignedIn, string? Pending, IReadOnlyList<SecondStepMethod> Methods);

/// <param name="SecondStep">How to go on; empty where the person is signed in.</param>
public sealed record SignInAnswerDto(IReadOnlyList<SecondStepMethod> SecondStep);

/// <summary>Who has just proved who they are; the endpoint makes the session of it.</summary>
/// <param name="SecurityStamp">Changes when the account is disabled or its password is changed.</param>
public sealed record SignedIn(Actor Actor, string SecurityStamp, Guid SessionId);

public sealed record SessionDto
{
    public required SessionUserDto? User { get; init; }

    public required SessionOrganisationDto? Organisation { get; init; }

    /// <summary>All that the person belongs to, the present one among them; by name.</summary>
    public required IReadOnlyList<SessionOrganisationDto> Organisations { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>None while the account must first set up a second factor.</summary>
    public required IReadOnlyList<string> Permissions { get; init; }

    /// <summary>The portal asks for a second factor and the account has none: nothing else is answered.</summary>
    public bool MustSetUpSecondFactor { get; init; }

    /// <summary>Instant, UTC, by the one clock that decides deadlines.</summary>
    public required DateTime ServerTime { get; init; }
}

public sealed record SessionUserDto(Guid Id, string Name, string Email);

public sealed record SessionOrganisationDto(Guid Id, string Name, OrganisationKind Kind);

/// <summary>Answered as 429. Soft: it passes after some minutes, no account is locked.</summary>
public sealed class TooManyAttemptsException() : Exception("Too many sign-in attempts.");
