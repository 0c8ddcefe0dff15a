using System.Data.Common;
using System.Runtime.CompilerServices;
using DpsPortal.Framework.Data;

namespace DpsPortal.Reporting.Spend;

/// <summary>Reads the placements of one authority that are charged for in a period.</summary>
internal sealed class SpendReader(ICurrentConnection current)
{
    private const string Question =
        """
        select placement_id, reference, authority_name, scheme_name, lot_name, route, provider_name, urn,
               premises_area, uasc, legal_basis, category, starts_on, ends_on, set_up_pence, in_area, distance_miles,
               price_from, accommodation_pence, core_support_pence, additional_support_pence, other_pence, age_band,
               variation
          from reporting.placement_prices
         where authority_id = @authority and starts_on <= @to and ends_on > @from
         order by provider_name, reference, placement_id, price_from
        """;

    /// <param name="to">The last day of the period.</param>
    public async IAsyncEnumerable<SpendPlacement> ReadAsync(
        Guid authorityId, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken ct)
    {
        var connection = await current.OpenAsync(ct);
        await using var command = connection.CreateCommand();
        command.CommandText = Question;
        Add(command, "authority", authorityId);
        Add(command, "from", from);
        Add(command, "to", to);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var (id, placement, prices) = (Guid.Empty, (SpendPlacement?)null, new List<SpendPrice>());
        while (await reader.ReadAsync(ct))
        {
            if (reader.GetGuid(0) is var next && next != id)
            {
                if (placement is not null)
                {
                    yield return placement;
                }

                (id, prices) = (next, []);
                placement = PlacementOf(reader, prices);
            }

            prices.Add(PriceOf(reader));
        }

        if (placement is not null)
        {
            yield return placement;
        }
    }

    private static SpendPlacement PlacementOf(DbDataReader row, List<SpendPrice> prices) => new()
    {
        Reference = row.GetString(1),
        Authority = row.GetString(2),
        Scheme = TextOf(row, 3),
        Lot = TextOf(row, 4),
        Route = row.GetString(5),
        Provider = row.GetString(6),
        Urn = TextOf(row, 7),
        PremisesArea = row.GetString(8),
        UnaccompaniedAsylumSeeking = TruthOf(row, 9),
        LegalBasis = TextOf(row, 10),
        Category = TextOf(row, 11),
        StartsOn = row.GetFieldValue<DateOnly>(12),
        EndsOn = row.GetFieldValue<DateOnly>(13),
        SetUpPence = row.GetInt64(14),
        InArea = TruthOf(row, 15),
        DistanceMiles = row.IsDBNull(16) ? null : row.GetDecimal(16),
        Prices = prices,
    };

    private static SpendPrice PriceOf(DbDataReader row) => new(
        row.GetFieldValue<DateOnly>(17), row.GetInt64(18), row.GetInt64(19), row.GetInt64(20), row.GetInt64(21),
        row.GetString(22), row.GetBoolean(23));

    private static string? TextOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static bool? TruthOf(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetBoolean(column);

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
