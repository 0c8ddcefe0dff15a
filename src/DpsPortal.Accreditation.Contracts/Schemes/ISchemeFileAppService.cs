using System.ComponentModel.DataAnnotations;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>A scheme's configuration between portals, and the structures a new scheme can begin with.</summary>
public interface ISchemeFileAppService
{
    /// <summary>What was decided of a scheme of the caller's authority. No provider, no person, no id.</summary>
    Task<SchemeFileDto> ExportAsync(Guid id, CancellationToken ct);

    /// <summary>Holds a file to the law and finds its authorities here. Nothing is stored.</summary>
    Task<SchemeFileReadingDto> ReadAsync(SchemeFileDto input, CancellationToken ct);

    IReadOnlyList<SchemeTemplateDto> GetTemplates();
}

public sealed record SchemeFileDto
{
    public const string CurrentFormat = "dps-portal-scheme/1";

    /// <summary>Always <see cref="CurrentFormat"/>.</summary>
    [Required, StringLength(40)] public required string Format { get; init; }

    /// <summary>The terms; their authorities stand in <see cref="Authorities"/>, as ids differ between portals.</summary>
    [Required] public required RecordSchemeDto Terms { get; init; }

    [Required, MaxLength(160)] public required IReadOnlyList<SchemeFileAuthorityDto> Authorities { get; init; }
}

/// <summary>An authority that may buy, by the code it has in every portal.</summary>
public sealed record SchemeFileAuthorityDto
{
    [Required, StringLength(20)] public required string Code { get; init; }

    [Required, StringLength(120)] public required string Name { get; init; }
}

/// <param name="Terms">As in the file, with the ids of the authorities found here.</param>
/// <param name="UnknownAuthorities">Names of those that this portal does not have.</param>
/// <param name="MayBeDrafted">False for a law under which only a running scheme is recorded.</param>
public sealed record SchemeFileReadingDto(
    RecordSchemeDto Terms, IReadOnlyList<string> UnknownAuthorities, bool MayBeDrafted);

/// <summary>A structure of lots that a real scheme uses.</summary>
/// <param name="Key">Stable, lower case, e.g. <c>ofsted-categories</c>.</param>
/// <param name="Source">Where the structure is from.</param>
public sealed record SchemeTemplateDto(
    string Key, string Name, string About, string Source, AdmissionMode AdmissionMode, IReadOnlyList<RecordLotDto> Lots);
