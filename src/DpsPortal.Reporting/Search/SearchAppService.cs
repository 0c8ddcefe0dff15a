using DpsPortal.Framework.Application;

namespace DpsPortal.Reporting.Search;

internal sealed class SearchAppService(SearchReader reader) : ISearchAppService
{
    public async Task<SearchResultsDto> SearchAsync(SearchQuery query, CancellationToken ct)
    {
        var words = SearchWords.Of(query.Search);
        var (skip, take) = query.Kind is null
            ? (0, SearchConsts.FirstResults)
            : (((query.Page ?? 1) - 1) * PageQuery.DefaultPageSize, PageQuery.DefaultPageSize);
        return new SearchResultsDto(
            await IfAskedAsync(SearchKind.Providers, () => reader.FindProvidersAsync(words, skip, take, ct)),
            await IfAskedAsync(SearchKind.People, () => reader.FindPeopleAsync(words, skip, take, ct)),
            await IfAskedAsync(SearchKind.Premises, () => reader.FindPremisesAsync(words, skip, take, ct)),
            await IfAskedAsync(SearchKind.Documents, () => reader.FindDocumentsAsync(words, skip, take, ct)));

        async Task<PagedResult<T>> IfAskedAsync<T>(SearchKind kind, Func<Task<PagedResult<T>>> find) =>
            query.Kind is null || query.Kind == kind ? await find() : new PagedResult<T>(0, []);
    }
}
