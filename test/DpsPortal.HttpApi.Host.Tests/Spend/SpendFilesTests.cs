using System.Text;
using System.Text.Json;
using DpsPortal.Adapters.Spreadsheets;
using DpsPortal.Framework.Spreadsheets;
using DpsPortal.Reporting.Spend;

namespace DpsPortal.HttpApi.Host.Tests.Spend;

public sealed class SpendFilesTests
{
    private const string Columns =
        "authority,scheme,lot,route,provider,urn,premises_area,placement_ref,age_band,uasc,legal_basis_group,category,"
        + "period_start,period_end,nights,weekly_accommodation,weekly_core_support,weekly_additional_support,"
        + "weekly_other,weekly_total,one_off,period_cost,cumulative_cost,committed_to_planned_end,cost_centre,gl_code,"
        + "funding_source,variation,in_area,distance_miles,over_20_miles";

    private static readonly DateOnly Start = new(2026, 9, 21);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_csv_has_the_fixed_columns_and_plain_values_and_no_byte_order_mark()
    {
        var bytes = await WriteAsync(SpendFormat.Csv, Rows(A.Placement(Start, Start.AddDays(10), A.Price(Start, 1_250_00))));

        var lines = Encoding.UTF8.GetString(bytes).TrimEnd().Split("\r\n");
        bytes[0].ShouldBe((byte)'a');
        lines.ShouldBe(
        [
            Columns,
            "Northwick Vale LBC,Thames & Fen 16+,Shared ring-fenced,DPS,Lantern Row Ltd,9000002,HA9,P-3KD7-Q9FX,16-17,"
            + "true,S20,Shared ring-fenced,2026-09-21,2026-09-30,10,1250.00,0.00,0.00,0.00,1250.00,250.00,1785.71,"
            + "1785.71,0.00,,,,false,true,4.20,false",
        ]);
    }

    [Fact]
    public async Task The_json_has_the_same_keys_in_order_money_as_text_and_null_for_the_unknown()
    {
        var bytes = await WriteAsync(SpendFormat.Json, Rows(A.Placement(Start, Start.AddDays(10), A.Price(Start, 1_250_00))));

        var row = JsonDocument.Parse(bytes).RootElement[0];
        string.Join(',', row.EnumerateObject().Select(p => p.Name)).ShouldBe(Columns);
        row.GetProperty("period_cost").GetString().ShouldBe("1785.71");
        row.GetProperty("nights").GetInt32().ShouldBe(10);
        row.GetProperty("uasc").GetBoolean().ShouldBeTrue();
        row.GetProperty("period_end").GetString().ShouldBe("2026-09-30");
        row.GetProperty("gl_code").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task The_same_rows_give_the_same_bytes()
    {
        var rows = Rows(A.Placement(Start, Start.AddDays(10), A.Price(Start, 1_250_00)));

        foreach (var format in Enum.GetValues<SpendFormat>())
        {
            (await WriteAsync(format, rows)).ShouldBe(await WriteAsync(format, rows), format.ToString());
        }
    }

    [Fact]
    public void T15_there_are_80_payloads() => Payloads.All.Distinct().Count().ShouldBe(80);

    [Fact]
    public async Task T15_no_text_of_the_csv_begins_like_a_formula()
    {
        var rows = Payloads.All.SelectMany(text => Rows(Poisoned(text))).ToList();

        var records = Csv.Read(await WriteAsync(SpendFormat.Csv, rows)).Skip(1).ToList();

        records.Count.ShouldBe(80);
        foreach (var (record, payload) in records.Zip(Payloads.All))
        {
            record.Count(field => field == "'" + payload).ShouldBe(10, payload);
            record.ShouldAllBe(field => !BeginsLikeFormula(field));
        }
    }

    [Fact]
    public void T15_negative_numbers_stay_numbers_in_the_csv()
    {
        CsvCell.Of(SpreadsheetCell.Money(-1_234_05)).ShouldBe("-1234.05");
        CsvCell.Of(SpreadsheetCell.WholeNumber(-3)).ShouldBe("-3");
        CsvCell.Of(SpreadsheetCell.Text("-3")).ShouldBe("'-3");
        CsvCell.Of(SpreadsheetCell.Text("Rowan-Gate = home")).ShouldBe("Rowan-Gate = home");
    }

    internal static async Task<byte[]> WriteAsync(SpendFormat format, IEnumerable<SpendRow> rows)
    {
        using var output = new MemoryStream();
        await new SpendFiles(new XlsxWriter()).WriteAsync(format, output, rows.ToAsyncEnumerable(), Cancel);
        return output.ToArray();
    }

    internal static List<SpendRow> Rows(SpendPlacement placement) =>
        [.. SpendRow.Of(placement, placement.StartsOn, placement.EndsOn)];

    /// <summary>The text in every place that text can reach.</summary>
    internal static SpendPlacement Poisoned(string text) =>
        A.Placement(Start, Start.AddDays(10), A.Price(Start, 1_250_00) with { AgeBand = text }) with
        {
            Authority = text,
            Scheme = text,
            Lot = text,
            Route = text,
            Provider = text,
            Urn = text,
            PremisesArea = text,
            Reference = text,
            LegalBasis = text,
            Category = null,
        };

    private static bool BeginsLikeFormula(string field) =>
        field.TrimStart('\u200B', ' ', '\u00A0').Length > 0 && field.Length > 0 && "=+-@＝＋－＠\t\r\n\0".Contains(field[0])
        && !decimal.TryParse(field, out _);
}
