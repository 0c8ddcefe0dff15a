using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.Accounts;

/// <summary>Another e-mail address for the same account.</summary>
public interface IAddressChangeAppService
{
    /// <summary>Sends a link to the new address. The same answer where it has an account.</summary>
    /// <exception cref="TooManyAttemptsException">Too often for this address or from this network.</exception>
    /// <exception cref="Framework.Domain.InvalidInputException">It is the account's address already.</exception>
    Task RequestAsync(ChangeEmailDto input, string network, CancellationToken ct);

    /// <summary>The new address counts, and all sessions of the person end.</summary>
    /// <exception cref="Framework.Domain.BusinessException">
    /// The link is unknown, used or too old; or the address has got an account meanwhile.
    /// </exception>
    Task ConfirmAsync(ConfirmEmailDto input, string network, CancellationToken ct);
}

public sealed record ChangeEmailDto
{
    [Required, OneEmailAddress, StringLength(256, MinimumLength = 3)]
    public required string Email { get; init; }
}
