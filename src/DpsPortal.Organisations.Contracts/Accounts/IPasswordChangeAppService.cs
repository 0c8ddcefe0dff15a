using System.ComponentModel.DataAnnotations;

namespace DpsPortal.Organisations.Accounts;

public interface IPasswordChangeAppService
{
    /// <summary>Ends all other sessions of the person; this one goes on under a new id.</summary>
    /// <exception cref="TooManyAttemptsException">Too many failures for this account or from this network.</exception>
    /// <exception cref="Framework.Domain.InvalidInputException">
    /// The present password is not right, or the new one may not be used.
    /// </exception>
    Task<SignedIn> ChangeAsync(ChangePasswordDto input, Guid currentSession, string network, CancellationToken ct);
}

public sealed record ChangePasswordDto
{
    [Required, StringLength(256, MinimumLength = 1)]
    public required string CurrentPassword { get; init; }

    /// <summary>The new one.</summary>
    [Required, StringLength(256, MinimumLength = 1)]
    public required string Password { get; init; }
}
