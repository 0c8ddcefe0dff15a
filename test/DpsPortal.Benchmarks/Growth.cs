using System.Globalization;
using Npgsql;

namespace DpsPortal.Benchmarks;

/// <summary>Makes the demo's database large by copying its providers with all that is theirs.</summary>
internal sealed class Growth(string superuser)
{
    private int _copies;

    /// <param name="providers">At least as many providers as this.</param>
    /// <param name="documents">At least as many documents as this.</param>
    public async Task GrowToAsync(int providers, int documents)
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        var first = await CountAsync(connection, "organisations.organisations where kind = 'Provider' and name not like '% copy %'");
        var copies = (int)Math.Ceiling((double)providers / first) - 1;
        var sql = (await ReadAsync())
            .Replace("{from}", Text(_copies + 1), StringComparison.Ordinal)
            .Replace("{to}", Text(copies), StringComparison.Ordinal)
            .Replace("{documents}", Text(documents), StringComparison.Ordinal);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
        _copies = copies;
    }

    /// <returns>How much there is, in words, for the heading of a table.</returns>
    public async Task<string> DescribeAsync()
    {
        await using var connection = new NpgsqlConnection(superuser);
        await connection.OpenAsync();
        string[] tables =
        [
            "organisations.organisations where kind = 'Provider'", "organisations.documents", "accreditation.applications",
            "property.premises", "property.visits", "placements.placements",
        ];
        string[] names = ["providers", "documents", "applications", "premises", "visits", "placements"];
        var counts = new List<string>();
        foreach (var (table, name) in tables.Zip(names))
        {
            var count = await CountAsync(connection, table);
            counts.Add($"{count.ToString("N0", CultureInfo.InvariantCulture)} {name}");
        }

        return string.Join(", ", counts);
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, string from)
    {
        await using var command = new NpgsqlCommand($"select count(*) from {from}", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private static async Task<string> ReadAsync()
    {
        await using var stream = typeof(Growth).Assembly.GetManifestResourceStream("DpsPortal.Benchmarks.grow.sql")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
