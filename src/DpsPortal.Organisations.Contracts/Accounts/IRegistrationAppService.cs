using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.Accounts;

/// <summary>How a provider that nobody invited joins by itself.</summary>
public interface IRegistrationAppService
{
    /// <summary>Keeps what was typed until the address is proved. The same answer for a known address.</summary>
    /// <exception cref="TooManyAttemptsException">Too often for this address or from this network.</exception>
    /// <exception cref="Framework.Domain.InvalidInputException">A number may not be used.</exception>
    /// <exception cref="Framework.Domain.BusinessException">The organisation is registered.</exception>
    Task RegisterAsync(RegisterDto input, string network, CancellationToken ct);

    /// <summary>Makes the organisation and its first administrator, who then signs in with the password set here.</summary>
    /// <exception cref="Framework.Domain.InvalidInputException">The password may not be used; the link still works.</exception>
    /// <exception cref="Framework.Domain.BusinessException">
    /// The link is unknown, used or too old; or the organisation has been registered meanwhile.
    /// </exception>
    Task ConfirmAsync(ConfirmRegistrationDto input, string network, CancellationToken ct);
}

public sealed record RegisterDto
{
    [Required, StringLength(200, MinimumLength = 1), OneLineOfWords]
    public required string OrganisationName { get; init; }

    /// <summary>At Companies House, if it is a company.</summary>
    [StringLength(20)]
    public string? CompanyNumber { get; init; }

    /// <summary>At the Charity Commission, if it is a charity.</summary>
    [StringLength(20)]
    public string? CharityNumber { get; init; }

    [Required, StringLength(200, MinimumLength = 1), OneLineOfWords]
    public required string Name { get; init; }

    [Required, OneEmailAddress, StringLength(256, MinimumLength = 3)]
    public required string Email { get; init; }
}

public sealed record ConfirmRegistrationDto
{
    /// <summary>The secret of the link.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public required string Token { get; init; }

    /// <summary>Set by whoever has the mailbox, not by whoever typed its address.</summary>
    [Required, StringLength(256, MinimumLength = 1)]
    public required string Password { get; init; }
}

public sealed record ConfirmEmailDto
{
    /// <summary>The secret of the link.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public required string Token { get; init; }
}
