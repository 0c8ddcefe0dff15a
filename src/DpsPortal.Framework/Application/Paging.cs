using System.ComponentModel.DataAnnotations;

namespace DpsPortal.Framework.Application;

/// <summary>One page of a longer list, sorted and cut by the server.</summary>
public sealed record PagedResult<T>(int TotalCount, IReadOnlyList<T> Items);

/// <summary>Which page of a list.</summary>
public sealed record PageQuery
{
    public const int DefaultPageSize = 20;

    /// <summary>The first if not given.</summary>
    [Range(1, 1000)] public int? Page { get; init; }

    /// <summary>20 if not given.</summary>
    [Range(1, 100)] public int? PageSize { get; init; }
}

/// <summary>Which page of a list, of what has the words of the search in its name.</summary>
public sealed record SearchedPageQuery
{
    [StringLength(80)] public string? Search { get; init; }

    /// <summary>The first if not given.</summary>
    [Range(1, 1000)] public int? Page { get; init; }

    /// <summary>20 if not given.</summary>
    [Range(1, 100)] public int? PageSize { get; init; }

    public static implicit operator PageQuery(SearchedPageQuery query) =>
        new() { Page = query.Page, PageSize = query.PageSize };
}

public static class Paging
{
    /// <param name="sorted">In an order that leaves no two in doubt, so that nothing is on two pages or on none.</param>
    public static IQueryable<T> OnPage<T>(this IQueryable<T> sorted, PageQuery query) =>
        sorted.Skip(Before(query)).Take(SizeOf(query));

    /// <inheritdoc cref="OnPage{T}(IQueryable{T},PageQuery)"/>
    public static IEnumerable<T> OnPage<T>(this IEnumerable<T> sorted, PageQuery query) =>
        sorted.Skip(Before(query)).Take(SizeOf(query));

    private static int SizeOf(PageQuery query) => query.PageSize ?? PageQuery.DefaultPageSize;

    private static int Before(PageQuery query) => ((query.Page ?? 1) - 1) * SizeOf(query);
}
