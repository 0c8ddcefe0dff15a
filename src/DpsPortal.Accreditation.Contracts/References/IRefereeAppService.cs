using System.ComponentModel.DataAnnotations;
using System.Net;

namespace DpsPortal.Accreditation.References;

/// <summary>What the holder of a referee's link may do, without an account.</summary>
public interface IRefereeAppService
{
    /// <exception cref="Framework.Domain.BusinessException">The link is unknown, used, withdrawn or too old.</exception>
    Task<ReferenceQuestionDto> ReadAsync(ReadReferenceDto input, IPAddress? from, CancellationToken ct);

    /// <summary>Stores the reference once; it never changes.</summary>
    /// <exception cref="Framework.Domain.BusinessException">The link is unknown, used, withdrawn or too old.</exception>
    Task<ReferenceReceiptDto> GiveAsync(GiveReferenceDto input, IPAddress? from, CancellationToken ct);
}

public sealed record ReadReferenceDto
{
    /// <summary>The secret of the link.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public required string Token { get; init; }
}

/// <param name="Claim">What the provider says it did.</param>
/// <param name="LinkExpiresAt">Instant, UTC.</param>
public sealed record ReferenceQuestionDto(
    string ProviderName, string SchemeName, string HostAuthorityName, string RefereeName, string AuthorityName,
    string Setting, string Claim, DateTime LinkExpiresAt);

public sealed record GiveReferenceDto
{
    /// <summary>The secret of the link.</summary>
    [Required, StringLength(100, MinimumLength = 1)]
    public required string Token { get; init; }

    [Range(0, ReferenceConsts.MaxYears, ErrorMessage = "Enter a number of years from 0 to 60")]
    public required int Years { get; init; }

    /// <summary>At least one: a referee's authority has placed with the provider.</summary>
    [Range(1, ReferenceConsts.MaxPlacements, ErrorMessage = "Enter a number of placements from 1 to 999")]
    public required int Placements { get; init; }

    public required bool WouldPlaceAgain { get; init; }

    public required bool HasConcerns { get; init; }

    /// <summary>Needed if there are any.</summary>
    [StringLength(ReferenceConsts.MaxTextLength)]
    public string? Concerns { get; init; }

    [StringLength(ReferenceConsts.MaxTextLength)]
    public string? Comments { get; init; }

    [Required(ErrorMessage = "Enter your full name"), StringLength(ReferenceConsts.MaxNameLength)]
    public required string Name { get; init; }

    [Required(ErrorMessage = "Enter your job title"), StringLength(ReferenceConsts.MaxNameLength)]
    public required string Role { get; init; }

    /// <summary>That they have no interest in the provider and speak for the authority.</summary>
    public required bool NoConflict { get; init; }
}

public sealed record ReferenceReceiptDto(DateTime GivenAt, string ProviderName, string HostAuthorityName);
