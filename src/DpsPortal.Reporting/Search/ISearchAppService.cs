using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Reporting.Search;

/// <summary>
/// One box for an officer of a host authority over what providers have shown to it. What was not shown is not found,
/// and of a provider against which the officer has declared a conflict only the name is.
/// </summary>
public interface ISearchAppService
{
    /// <summary>Everything whose name has all the words; the beginning of each kind, or a page of one.</summary>
    /// <exception cref="Framework.Domain.InvalidInputException">No word is long enough to be looked up.</exception>
    Task<SearchResultsDto> SearchAsync(SearchQuery query, CancellationToken ct);
}

public static class SearchConsts
{
    /// <summary>In characters, of the longest word: the index knows three letters in a row and nothing shorter.</summary>
    public const int MinWordLength = 3;

    /// <summary>
    /// Documents, or applications that name a person: no more are looked up, and the counts end there. Kept by the
    /// functions of the search in the database.
    /// </summary>
    public const int MostLookedUp = 200;

    /// <summary>Of each kind, where all are asked for.</summary>
    public const int FirstResults = 5;
}

public enum SearchKind
{
    Providers,
    People,
    Premises,
    Documents,
}

public sealed record SearchQuery
{
    [Required, StringLength(80)] public required string Search { get; init; }

    /// <summary>Only this kind; the beginning of every kind if not given.</summary>
    public SearchKind? Kind { get; init; }

    /// <summary>Of the one kind; the first if not given.</summary>
    [Range(1, 1000)] public int? Page { get; init; }
}

/// <summary>What was not asked for is empty.</summary>
public sealed record SearchResultsDto(
    PagedResult<FoundProviderDto> Providers, PagedResult<FoundPersonDto> People,
    PagedResult<FoundPremisesDto> Premises, PagedResult<FoundDocumentDto> Documents);

/// <param name="References">Of its applications to the authority, newest first.</param>
public sealed record FoundProviderDto(
    Guid Id, string Name, string? CompanyNumber, string? CharityNumber, IReadOnlyList<string> References);

/// <param name="Roles">As the application says, e.g. <c>NominatedIndividual</c>.</param>
/// <param name="IsTested">The fit and proper person test of the application has begun.</param>
public sealed record FoundPersonDto(
    Guid Id, string Name, IReadOnlyList<string> Roles, Guid ApplicationId, string Reference, string ProviderName,
    bool IsTested);

/// <param name="Address">Null unless the provider has shown the home to the authority.</param>
public sealed record FoundPremisesDto(
    Guid Id, string Name, string OutwardCode, string AreaAuthority, string? Address, Guid ProviderId,
    string ProviderName);

/// <param name="UploadedAt">Instant, UTC.</param>
public sealed record FoundDocumentDto(
    Guid Id, string Name, DateTime UploadedAt, Guid ProviderId, string ProviderName);
