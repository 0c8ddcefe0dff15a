using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.Accounts;

public interface IPasswordResetAppService
{
    /// <summary>Sends a link if the address has an account; whoever asks learns nothing of that.</summary>
    /// <exception cref="TooManyAttemptsException">Too often for this address or from this network.</exception>
    Task RequestAsync(ForgottenPasswordDto input, string network, CancellationToken ct);

    /// <summary>Sets the new password and ends all sessions of the person.</summary>
    /// <exception cref="Framework.Domain.BusinessException">The link is unknown, used or too old.</exception>
    Task ResetAsync(ResetPasswordDto input, string network, CancellationToken ct);
}

public sealed record ForgottenPasswordDto
{
    [Required, OneEmailAddress, StringLength(256, MinimumLength = 3)]
    public required string Email { get; init; }
}

public sealed record ResetPasswordDto
{
    /// <summary>The secret of the link.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public required string Token { get; init; }

    [Required, StringLength(256, MinimumLength = 1)]
    public required string Password { get; init; }
}
