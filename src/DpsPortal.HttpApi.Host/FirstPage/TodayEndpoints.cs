using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Framework.Http;
using DpsPortal.Rules.Calendar;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DpsPortal.HttpApi.Host.FirstPage;

/// <summary>A person's first page: what every module has waiting for them.</summary>
internal static class TodayEndpoints
{
    public static void MapToday(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/today", GetAsync).WithName("Today.Get").WithTags("Today").RequireSignIn();
        routes.MapPost("/api/today/read", ReadAsync).WithName("Today.Read").WithTags("Today").RequireSignIn();
    }

    private static async Task<TodayDto> GetAsync(
        IEnumerable<ITodaySource> sources, TimeProvider clock, CancellationToken ct)
    {
        var items = await ItemsAsync(sources, ct);
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return new TodayDto(today, [.. items.OrderBy(i => DueOf(i, today)).ThenBy(i => i.Subject)]);
    }

    /// <summary>What does not wait for the caller's organisation is not written down.</summary>
    /// <exception cref="InvalidInputException">No news is of that kind.</exception>
    private static async Task<NoContent> ReadAsync(
        ReadNewsDto input, IEnumerable<ITodaySource> sources, INewsRead news, CancellationToken ct)
    {
        var kinds = sources.SelectMany(s => s.NewsKinds).Order(StringComparer.Ordinal).ToList();
        if (!kinds.Contains(input.Kind))
        {
            throw new InvalidInputException("kind", $"Unknown here. Use: {string.Join(", ", kinds)}.");
        }

        var items = await ItemsAsync(sources, ct);
        if (items.Any(i => i.Kind == input.Kind && (i.PartId ?? i.Id) == input.Id))
        {
            await news.MarkAsync(input.Kind, input.Id, ct);
        }

        return TypedResults.NoContent();
    }

    private static async Task<List<TodayItemDto>> ItemsAsync(IEnumerable<ITodaySource> sources, CancellationToken ct)
    {
        var items = new List<TodayItemDto>();
        foreach (var source in sources)
        {
            items.AddRange(await source.GetAsync(ct));
        }

        return items;
    }

    /// <summary>
    /// A day is over at its last moment. What has no date can be done now: it comes after what is due today, and before
    /// what is due in a month.
    /// </summary>
    private static DateTime DueOf(TodayItemDto item, DateOnly today) =>
        item.DueAt ?? (item.DueOn ?? today).ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc);
}

/// <param name="On">Today's date in London.</param>
/// <param name="Items">By the date they are due, what has none with what is due today.</param>
internal sealed record TodayDto(DateOnly On, IReadOnlyList<TodayItemDto> Items);

/// <param name="Kind">As in <see cref="TodayItemDto.Kind"/>.</param>
/// <param name="Id">The part of it, where it has one, or the thing.</param>
internal sealed record ReadNewsDto([Required, StringLength(40)] string Kind, Guid Id);
