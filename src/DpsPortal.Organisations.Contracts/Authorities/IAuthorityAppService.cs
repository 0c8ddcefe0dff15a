using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.Authorities;

/// <summary>The authorities of the portal: what a host chooses from when it lets one buy through its scheme.</summary>
public interface IAuthorityAppService
{
    /// <summary>By name.</summary>
    Task<IReadOnlyList<AuthorityDto>> GetListAsync(CancellationToken ct);

    /// <summary>Adds one and invites its first administrator by e-mail.</summary>
    /// <exception cref="Framework.Domain.InvalidInputException">The name or the code is taken.</exception>
    Task<AuthorityDto> AddAsync(AddAuthorityDto input, CancellationToken ct);

    /// <summary>Invites a first administrator anew, to the same or another address, while nobody has joined.</summary>
    /// <exception cref="Framework.Domain.EntityNotFoundException">Another host added the authority.</exception>
    /// <exception cref="Framework.Domain.BusinessException">Somebody has joined.</exception>
    Task<AuthorityDto> InviteAsync(Guid id, InviteAdministratorDto input, CancellationToken ct);
}

/// <param name="Joined">False while nobody has followed the invitation.</param>
public sealed record AuthorityDto(Guid Id, string Name, string Code, bool Joined);

public sealed record AddAuthorityDto
{
    /// <summary>In plain letters, so that none looks like another.</summary>
    [Required, StringLength(120, MinimumLength = 2)]
    [RegularExpression("[A-Za-z0-9 &.,’'()-]+", ErrorMessage = "Use letters, digits, spaces and & . , ’ ( ) - only")]
    public required string Name { get; init; }

    /// <summary>Short and the same in every portal: capitals and digits.</summary>
    [Required, RegularExpression("[A-Z0-9]{2,20}", ErrorMessage = "Enter 2 to 20 capital letters and digits, like NORTHWICK")]
    public required string Code { get; init; }

    [Required, OneEmailAddress, StringLength(256, MinimumLength = 3)]
    public required string AdministratorEmail { get; init; }
}

public sealed record InviteAdministratorDto
{
    [Required, OneEmailAddress, StringLength(256, MinimumLength = 3)]
    public required string AdministratorEmail { get; init; }
}
