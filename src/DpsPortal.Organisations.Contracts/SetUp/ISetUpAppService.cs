using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.SetUp;

/// <summary>The first minutes of an empty portal: its host authority and that one's first administrator.</summary>
public interface ISetUpAppService
{
    Task<SetUpStateDto> GetStateAsync(CancellationToken ct);

    /// <summary>Makes the host authority and its first administrator, who then signs in.</summary>
    /// <exception cref="Framework.Domain.InvalidInputException">The code is wrong, or the password may not be used.</exception>
    /// <exception cref="Framework.Domain.BusinessException">The portal is set up already.</exception>
    Task RunAsync(SetUpDto input, string network, CancellationToken ct);
}

/// <param name="Needed">True while the portal has no organisation, and a set-up code is configured.</param>
public sealed record SetUpStateDto(bool Needed);

public sealed record SetUpDto
{
    /// <summary>What the start of the portal printed: <c>Portal:SetUpCode</c>.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public required string Code { get; init; }

    [Required, StringLength(120, MinimumLength = 2)]
    public required string AuthorityName { get; init; }

    /// <summary>Short and the same in every portal: capitals and digits.</summary>
    [Required, RegularExpression("[A-Z0-9]{2,20}", ErrorMessage = "Enter 2 to 20 capital letters and digits, like EASTMARSH")]
    public required string AuthorityCode { get; init; }

    [Required, StringLength(200, MinimumLength = 1)]
    public required string Name { get; init; }

    [Required, OneEmailAddress, StringLength(256, MinimumLength = 3)]
    public required string Email { get; init; }

    [Required, StringLength(256, MinimumLength = 1)]
    public required string Password { get; init; }
}
