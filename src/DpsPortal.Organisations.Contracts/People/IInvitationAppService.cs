using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.People;

/// <summary>What the holder of an invitation's link may do, without being signed in.</summary>
public interface IInvitationAppService
{
    /// <exception cref="Framework.Domain.BusinessException">The link is unknown, used, withdrawn or too old.</exception>
    Task<InvitationOfferDto> ReadAsync(ReadInvitationDto input, string network, CancellationToken ct);

    /// <summary>Adds the organisation to the account of the address; makes the account if there is none.</summary>
    /// <exception cref="Framework.Domain.BusinessException">The link is unknown, used, withdrawn or too old.</exception>
    /// <exception cref="Framework.Domain.InvalidInputException">A new account needs a name and a password.</exception>
    Task AcceptAsync(AcceptInvitationDto input, string network, CancellationToken ct);
}

/// <summary>What the link offers; its holder has the mailbox.</summary>
/// <param name="HasAccount">Then neither a name nor a password is asked for.</param>
public sealed record InvitationOfferDto(string OrganisationName, string Email, bool HasAccount);

public sealed record ReadInvitationDto
{
    /// <summary>The secret of the link.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public required string Token { get; init; }
}

public sealed record AcceptInvitationDto
{
    /// <summary>The secret of the link.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public required string Token { get; init; }

    [StringLength(200), OneLineOfWords]
    public string? Name { get; init; }

    [StringLength(256)]
    public string? Password { get; init; }
}
