using System.Data.Common;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Data;

namespace DpsPortal.Reporting.Search;

/// <summary>Reads the views of the search, which run as the one who asks. Every question counts what it leaves out.</summary>
internal sealed class SearchReader(ICurrentConnection current)
{
    public Task<PagedResult<FoundProviderDto>> FindProvidersAsync(
        SearchWords words, int skip, int take, CancellationToken ct) => FindAsync(
        """
        select count(*) over ()::int, provider_id, name, company_number, charity_number, application_references
          from reporting.search_providers where words ilike all (@patterns)
         order by name, provider_id
        """,
        row => new FoundProviderDto(
            row.GetGuid(1), row.GetString(2), TextOf(row, 3), TextOf(row, 4), row.GetFieldValue<string[]>(5)),
        words, skip, take, ct);

    public Task<PagedResult<FoundPersonDto>> FindPeopleAsync(
        SearchWords words, int skip, int take, CancellationToken ct) => FindAsync(
        """
        select count(*) over ()::int, person_id, name, roles, application_id, reference, provider_name, is_tested
          from reporting.search_people
         where application_id in (select reporting.applications_naming(@patterns)) and name ilike all (@patterns)
         order by name, provider_name, reference, person_id
        """,
        row => new FoundPersonDto(
            row.GetGuid(1), row.GetString(2), row.GetFieldValue<string[]>(3), row.GetGuid(4), row.GetString(5),
            row.GetString(6), row.GetBoolean(7)),
        words, skip, take, ct);

    public Task<PagedResult<FoundPremisesDto>> FindPremisesAsync(
        SearchWords words, int skip, int take, CancellationToken ct) => FindAsync(
        """
        select count(*) over ()::int, premises_id, name, outward_code, area_authority, address, provider_id,
               provider_name
          from reporting.search_premises where words ilike all (@patterns)
         order by name, provider_name, premises_id
        """,
        row => new FoundPremisesDto(
            row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetString(4), TextOf(row, 5), row.GetGuid(6),
            row.GetString(7)),
        words, skip, take, ct);

    public Task<PagedResult<FoundDocumentDto>> FindDocumentsAsync(
        SearchWords words, int skip, int take, CancellationToken ct) => FindAsync(
        """
        select count(*) over ()::int, document_id, name, uploaded_at, provider_id, provider_name
          from reporting.search_documents
         where document_id in (select reporting.documents_named(@patterns)) and name ilike all (@patterns)
         order by uploaded_at desc, name, document_id
        """,
        row => new FoundDocumentDto(
            row.GetGuid(1), row.GetString(2), row.GetDateTime(3), row.GetGuid(4), row.GetString(5)),
        words, skip, take, ct);

    private async Task<PagedResult<T>> FindAsync<T>(
        string question, Func<DbDataReader, T> read, SearchWords words, int skip, int take, CancellationToken ct)
    {
        var (count, found) = await ReadAsync(question, read, words, skip, take, ct);
        if (found.Count == 0 && skip > 0)
        {
            // Beyond the last page no row is there to say how many there are.
            (count, _) = await ReadAsync(question, read, words, skip: 0, take: 1, ct);
        }

        return new PagedResult<T>(count, found);
    }

    private async Task<(int Count, List<T> Found)> ReadAsync<T>(
        string question, Func<DbDataReader, T> read, SearchWords words, int skip, int take, CancellationToken ct)
    {
        var connection = await current.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = question + " limit @take offset @skip";
        Add(command, "patterns", words.Patterns.ToArray());
        Add(command, "skip", skip);
        Add(command, "take", take);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (count, found) = (0, new List<T>());
        while (await reader.ReadAsync(ct))
        {
            count = reader.GetInt32(0);
            found.Add(read(reader));
        }

        return (count, found);
    }

    private static string? TextOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
