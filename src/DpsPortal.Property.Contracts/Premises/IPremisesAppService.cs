using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Property.Premises;

/// <summary>The provider's own homes; the host authority sees those that an application showed it.</summary>
public interface IPremisesAppService
{
    Task<IReadOnlyList<PremisesDto>> GetListAsync(CancellationToken ct);

    Task<PremisesDto> GetAsync(Guid id, CancellationToken ct);

    Task<PremisesDto> CreateAsync(SavePremisesDto input, CancellationToken ct);

    Task<PremisesDto> UpdateAsync(Guid id, SavePremisesDto input, CancellationToken ct);
}

public enum CertificateKind
{
    GasSafety,
    ElectricalInstallation,
    FireRiskAssessment,
    BuildingsInsurance,
    LiabilityInsurance,
    HmoLicence,
}

public enum PremisesStanding
{
    Usable,

    /// <summary>A critical certificate is missing or ran out, or a visit found a critical fault.</summary>
    Suspended,
}

/// <summary>
/// The address goes to the own provider and to authorities it was shared with only. Source: SI 2023/416, reg. 16(6)(d).
/// </summary>
public sealed record PremisesDto
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string AddressLine { get; init; }
    public required string Town { get; init; }
    public required string Postcode { get; init; }

    /// <summary>The first half of the postcode: as much as a buyer sees before award.</summary>
    public required string OutwardCode { get; init; }

    /// <summary>The council in whose area the home stands.</summary>
    public required string AreaAuthority { get; init; }

    public required OfstedCategory Category { get; init; }
    public required bool OnOfstedList { get; init; }

    /// <summary>A home without gas needs no gas safety record.</summary>
    public required bool HasGas { get; init; }

    public required IReadOnlyList<PlaceDto> Places { get; init; }

    /// <summary>From today on, the earliest first; told to the home's provider alone, and not to whom.</summary>
    public required IReadOnlyList<PromisedNightsDto> Promised { get; init; }

    public required IReadOnlyList<CertificateDto> Certificates { get; init; }
    public required PremisesStanding Standing { get; init; }

    /// <summary>Why it is suspended, in words; empty when usable.</summary>
    public required IReadOnlyList<string> StandingReasons { get; init; }

    /// <summary>Kinds it cannot be used without and has none of.</summary>
    public required IReadOnlyList<CertificateKind> MissingCertificates { get; init; }

    public required uint Version { get; init; }
}

/// <param name="BedroomArea">Square metres, two decimals, measured where the ceiling is at least 1.5 m high.</param>
/// <param name="BedroomLargeEnough">
/// At least 6.51 m² for one person, 10.22 m² for two (domain fact 25), as said by its provider and as measured.
/// </param>
/// <param name="Unseen">
/// Added or changed after the last visit that was passed: nobody is placed there before another one.
/// </param>
/// <param name="MeasuredArea">Square metres, at the last visit that measured it; null before the first.</param>
public sealed record PlaceDto(
    Guid Id, string Name, decimal BedroomArea, int MaxOccupants, bool BedroomLargeEnough, bool Unseen = false,
    decimal? MeasuredArea = null);

/// <summary>Nights in which one bed of a place is promised.</summary>
/// <param name="FirstNight">London date.</param>
/// <param name="LeavesOn">London date; the bed is free from then on.</param>
public sealed record PromisedNightsDto(Guid PlaceId, DateOnly FirstNight, DateOnly LeavesOn);

/// <param name="ExpiresOn">Last day it counts; the home is suspended from 00:00 of the next (domain fact 24).</param>
public sealed record CertificateDto(
    CertificateKind Kind, DateOnly IssuedOn, DateOnly ExpiresOn, Guid? DocumentId, string? DocumentName, bool Expired);

public sealed record SavePremisesDto
{
    [Required, StringLength(80)] public required string Name { get; init; }
    [Required, StringLength(120)] public required string AddressLine { get; init; }
    [Required, StringLength(60)] public required string Town { get; init; }

    /// <summary>A full postcode; checked for its form.</summary>
    [Required, StringLength(8)] public required string Postcode { get; init; }

    [Required, StringLength(80)] public required string AreaAuthority { get; init; }
    public required OfstedCategory Category { get; init; }
    public required bool OnOfstedList { get; init; }

    /// <summary>A home without gas needs no gas safety record.</summary>
    public bool HasGas { get; init; } = true;

    [Required, MinLength(1), MaxLength(30)] public required IReadOnlyList<SavePlaceDto> Places { get; init; }
    [Required, MaxLength(12)] public required IReadOnlyList<SaveCertificateDto> Certificates { get; init; }

    /// <summary>The version read; null when creating.</summary>
    public uint? Version { get; init; }
}

public sealed record SavePlaceDto
{
    /// <summary>Null for a new place.</summary>
    public Guid? Id { get; init; }

    [Required, StringLength(40)] public required string Name { get; init; }
    [Within(0.01, 200)] public required decimal BedroomArea { get; init; }
    [Range(1, 2)] public required int MaxOccupants { get; init; }
}

public sealed record SaveCertificateDto
{
    public required CertificateKind Kind { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Where the paper states its end (insurance, HMO licence); otherwise it follows from the law.</summary>
    public DateOnly? ExpiresOn { get; init; }

    public Guid? DocumentId { get; init; }
}
