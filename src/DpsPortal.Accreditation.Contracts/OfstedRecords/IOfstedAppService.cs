using System.ComponentModel.DataAnnotations;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Framework.Application;

namespace DpsPortal.Accreditation.OfstedRecords;

/// <summary>
/// What Ofsted says of a provider, with its day, beside our accreditation and never merged with it; and where its
/// register differs from what we hold.
/// </summary>
public interface IOfstedAppService
{
    /// <summary>The members of the caller's schemes, by name; searched by a part of the name or the URN.</summary>
    Task<PagedResult<OfstedProviderDto>> GetListAsync(SearchedPageQuery query, CancellationToken ct);

    /// <summary>Records what an officer has read; what was recorded before stays.</summary>
    Task<OfstedProviderDto> RecordAsync(Guid providerId, RecordOfstedStatusDto input, CancellationToken ct);

    /// <summary>Those still open first.</summary>
    Task<IReadOnlyList<OfstedDifferenceDto>> GetDifferencesAsync(CancellationToken ct);

    Task<IReadOnlyList<OfstedDifferenceDto>> ResolveAsync(Guid id, ReasonDto input, CancellationToken ct);
}

public interface IOfstedRegisterAppService
{
    /// <summary>The headings of a file and its first rows, so that an officer says which column is what.</summary>
    Task<RegisterColumnsDto> ReadColumnsAsync(Stream file, string name, CancellationToken ct);

    /// <param name="apply">False to look only; true stores every difference, and nothing if any row has a problem.</param>
    Task<RegisterComparisonDto> CompareAsync(
        Stream file, string name, RegisterMappingDto mapping, bool apply, CancellationToken ct);
}

public static class OfstedConsts
{
    /// <summary>In bytes.</summary>
    public const int MaxFileSize = 10 * 1024 * 1024;

    public const int MaxRows = 50_000;
    public const int MaxColumns = 100;

    /// <summary>In characters.</summary>
    public const int MaxCell = 2_000;

    /// <summary>What of a file's rows with a problem is told.</summary>
    public const int MaxReportedRows = 200;
}

/// <summary>Of a provider with Ofsted. Source: Care Standards Act 2000, ss. 11-20.</summary>
public enum OfstedRegistration
{
    Registered,
    Suspended,
    Cancelled,
    NotRegistered,
}

/// <summary>The three sentences of an inspection of supported accommodation (domain §1.6).</summary>
public enum OfstedOutcome
{
    ConsistentlyStrong,
    Inconsistent,
    SeriousWeaknesses,
}

public enum OfstedDifferenceKind
{
    NotInRegister,
    Name,
    Registration,
    Outcome,
}

public enum OfstedDifferenceState
{
    Open,
    Resolved,
}

public enum OfstedDifferenceTrigger
{
    Resolve,

    /// <summary>A later register agrees.</summary>
    Agree,
}

/// <param name="Urn">As the provider gave it; null when it gave none.</param>
/// <param name="Status">The latest that was recorded; null when none was.</param>
/// <param name="Accreditations">Ours, by lot: beside it, never made of it.</param>
public sealed record OfstedProviderDto(
    Guid ProviderId, string ProviderName, string? Urn, OfstedStatusDto? Status,
    IReadOnlyList<StandingState> Accreditations, int OpenDifferences);

/// <param name="AsOf">The day on which Ofsted said so, London.</param>
/// <param name="OutcomeOn">Of the inspection, London; null when there was none.</param>
public sealed record OfstedStatusDto(
    OfstedRegistration Registration, OfstedOutcome? Outcome, DateOnly? OutcomeOn, DateOnly AsOf, string? Note,
    string RecordedByName, DateTime RecordedAt);

public sealed record RecordOfstedStatusDto
{
    public required OfstedRegistration Registration { get; init; }
    public OfstedOutcome? Outcome { get; init; }
    public DateOnly? OutcomeOn { get; init; }
    public required DateOnly AsOf { get; init; }
    [StringLength(500)] public string? Note { get; init; }
}

/// <param name="AsOf">The register's day, London.</param>
public sealed record OfstedDifferenceDto(
    Guid Id, Guid ProviderId, string ProviderName, string Urn, OfstedDifferenceKind Kind, string Ours, string Theirs,
    DateOnly AsOf, DateTime FoundAt, OfstedDifferenceState State, string? Resolution, string? ResolvedByName,
    DateTime? ResolvedAt, uint Version);

public sealed record RegisterColumnsDto(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> FirstRows);

/// <summary>Which column is what, by its heading.</summary>
public sealed record RegisterMappingDto
{
    public required string Urn { get; init; }
    public string? Name { get; init; }
    public string? Registration { get; init; }
    public string? Outcome { get; init; }
    public string? OutcomeOn { get; init; }
    public required DateOnly AsOf { get; init; }
}

/// <param name="Matched">Providers of ours that the register names.</param>
/// <param name="Differences">Found by this file, those already open included.</param>
/// <param name="NewCount">Of them not open before.</param>
/// <param name="FaultyCount">Rows with a problem; nothing is stored while there is one.</param>
public sealed record RegisterComparisonDto(
    int RowCount, int ProviderCount, int Matched, IReadOnlyList<RegisterDifferenceDto> Differences, int NewCount,
    bool Stored, int FaultyCount, IReadOnlyList<RegisterRowProblemDto> Faulty);

public sealed record RegisterDifferenceDto(
    string ProviderName, string Urn, OfstedDifferenceKind Kind, string Ours, string Theirs);

/// <param name="Line">As a spreadsheet counts: the heading is line 1.</param>
public sealed record RegisterRowProblemDto(int Line, string Column, string Message);
