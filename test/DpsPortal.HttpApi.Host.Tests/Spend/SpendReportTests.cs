using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using DpsPortal.Framework.Application;
using DpsPortal.Reporting.Spend;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Spend;

public sealed class SpendReportTests(SpendPortal portal) : IClassFixture<SpendPortal>
{
    private const string Autumn = "/api/spend/report?from=2026-09-01&to=2026-11-30";

    [Fact]
    public async Task Fact_22_the_report_charges_ten_nights_at_1250_00_a_week_with_1785_71()
    {
        var row = (await RowsAsync("/api/spend/report?from=2026-09-01&to=2026-12-31&format=json"))
            .Single(r => r.GetProperty("provider").GetString() == "Harbour Steps Housing CIC");

        row.GetProperty("nights").GetInt32().ShouldBe(10);
        row.GetProperty("period_start").GetString().ShouldBe("2026-09-21");
        row.GetProperty("period_end").GetString().ShouldBe("2026-09-30");
        row.GetProperty("period_cost").GetString().ShouldBe("1785.71");
        row.GetProperty("one_off").GetString().ShouldBe("250.00");
        row.GetProperty("premises_area").GetString().ShouldBe("HA9");
    }

    [Fact]
    public async Task Fact_22_months_over_a_price_change_add_up_to_the_whole_period()
    {
        var whole = Sum(await RowsAsync("/api/spend/report?from=2026-09-01&to=2026-12-31&format=json"));
        var months = 0m;
        for (var month = 9; month <= 12; month++)
        {
            var last = DateTime.DaysInMonth(2026, month);
            months += Sum(await RowsAsync($"/api/spend/report?from=2026-{month:00}-01&to=2026-{month:00}-{last}&format=json"));
        }

        months.ShouldBe(whole);
        whole.ShouldBe(1785.71m + 2500.00m + (9450.10m));
    }

    [Fact]
    public async Task The_csv_and_the_json_have_the_same_values()
    {
        var csv = Csv.Read((await (await FinanceAsync()).GetAsync(Autumn + "&format=csv")).Body);
        var json = await RowsAsync(Autumn + "&format=json");

        csv.Skip(1).Select(r => string.Join('|', r)).ShouldBe(json.Select(
            row => string.Join('|', row.EnumerateObject().Select(p => p.Value.ValueKind switch
            {
                JsonValueKind.Null => "",
                JsonValueKind.True => "true",
                JsonValueKind.False => "false",
                _ => p.Value.ToString(),
            }))));
    }

    [Theory]
    [InlineData("csv", "text/csv; charset=utf-8")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task A_file_is_named_after_the_authority_and_the_days_and_nothing_else(string format, string type)
    {
        var answer = await (await FinanceAsync()).GetAsync($"{Autumn}&format={format}");

        answer.Headers["Content-Type"].ShouldBe(type);
        answer.Headers["Content-Disposition"].ShouldContain(
            $"filename=spend-northwick-vale-lbc-2026-09-01-to-2026-11-30.{format}");
    }

    [Fact]
    public async Task Another_authority_sees_none_of_the_rows()
    {
        var kingsferry = await portal.AsAsync(portal.Kingsferry, Role.FinanceReader);

        var rows = (await kingsferry.GetAsync<JsonElement>(Autumn + "&format=json")).EnumerateArray().ToList();

        rows.Select(r => r.GetProperty("authority").GetString()).Distinct().ShouldBe(["Kingsferry LBC"]);
        rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_raw_query_of_the_view_under_another_organisation_sees_no_row()
    {
        (await CountAsync(portal.NorthwickVale.Id)).ShouldBe(3);
        (await CountAsync(portal.Copperleaf.Id)).ShouldBe(0);
        (await CountAsync(null)).ShouldBe(0);
    }

    [Theory]
    [InlineData("/api/spend/report?from=2026-09-02&to=2026-09-01&format=csv", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/spend/report?from=2026-09-01&to=2026-09-01&format=csv", HttpStatusCode.OK)]
    [InlineData("/api/spend/summary?from=2026-09-02&to=2026-09-01", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/spend/summary?from=2016-10-01&to=2026-09-30", HttpStatusCode.OK)]
    [InlineData("/api/spend/summary?from=2016-09-30&to=2026-09-30", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/api/spend/report?from=04/01/2026&to=2026-09-01&format=csv", HttpStatusCode.BadRequest)]
    [InlineData("/api/spend/report?from=2026-09-31&to=2026-10-01&format=csv", HttpStatusCode.BadRequest)]
    [InlineData("/api/spend/report?from=2026-09-01&to=2026-10-01&format=pdf", HttpStatusCode.BadRequest)]
    [InlineData("/api/spend/report?from=2026-09-01&to=2026-10-01&format=7", HttpStatusCode.BadRequest)]
    [InlineData("/api/spend/report?from=2026-09-01&to=2026-10-01", HttpStatusCode.BadRequest)]
    [InlineData("/api/spend/run-rate", HttpStatusCode.BadRequest)]
    [InlineData("/api/spend/run-rate?on=today", HttpStatusCode.BadRequest)]
    [InlineData("/api/spend/report?from=0001-01-01&to=9999-12-31&format=XLSX", HttpStatusCode.OK)]
    public async Task Periods_that_are_none_are_refused(string path, HttpStatusCode status)
    {
        var answer = await (await FinanceAsync()).GetAsync(path);

        answer.Status.ShouldBe(status, answer.Text);
    }

    [Fact]
    public async Task Fact_30_the_run_rate_of_every_day_is_the_sum_of_the_weekly_totals_of_the_rows_that_cover_it()
    {
        var finance = await FinanceAsync();
        var rows = await RowsAsync("/api/spend/report?from=2026-09-01&to=2026-12-31&format=json");
        for (var day = new DateOnly(2026, 9, 15); day < new DateOnly(2026, 12, 20); day = day.AddDays(1))
        {
            var covering = rows.Where(r => Day(r, "period_start") <= day && day <= Day(r, "period_end")).ToList();

            var rate = await finance.GetAsync<RunRateDto>($"/api/spend/run-rate?on={day:yyyy-MM-dd}");

            rate.ShouldBe(new RunRateDto(day, covering.Count, (long)(covering.Sum(r => Pounds(r, "weekly_total")) * 100)));
        }
    }

    [Fact]
    public async Task The_summary_adds_up_to_the_report()
    {
        var rows = await RowsAsync(Autumn + "&format=json");

        var summary = await (await FinanceAsync()).GetAsync<SpendSummaryDto>("/api/spend/summary?from=2026-09-01&to=2026-11-30");

        var total = (long)(rows.Sum(r => Pounds(r, "period_cost") + Pounds(r, "one_off")) * 100);
        summary.TotalPence.ShouldBe(total);
        summary.Months.Select(m => m.Month.Month).ShouldBe([9, 10, 11]);
        summary.Months.Sum(m => m.TotalPence).ShouldBe(total);
        summary.Lots.Sum(s => s.Pence).ShouldBe(total);
        summary.Areas.Sum(s => s.Pence).ShouldBe(total);
        summary.TopProviders.Select(s => s.Name).ShouldBe(["Lantern Row Ltd", "Harbour Steps Housing CIC"]);
        (summary.Placements, summary.Providers, summary.ThroughSchemePercent).ShouldBe((2, 2, 100m));
        summary.RunRate.ShouldBe(new RunRateDto(new DateOnly(2026, 11, 30), 1, 945_01));
    }

    [Fact]
    public async Task An_export_is_remembered_with_its_rows_columns_and_hash()
    {
        var answer = await (await FinanceAsync()).GetAsync(Autumn + "&format=csv");

        var hash = Convert.ToHexStringLower(SHA256.HashData(answer.Body));
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"select after from organisations.audit_events where object_type = 'SpendReport' and after like '%{hash}'",
            connection);
        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(
            "Csv 2026-09-01 to 2026-11-30, 3 rows, 31 columns authority..over_20_miles, SHA-256 " + hash);
    }

    [Fact]
    public async Task T15_no_provider_can_be_named_so_that_a_cell_of_the_csv_is_a_formula()
    {
        var eastmarsh = await portal.AsAsync(portal.Eastmarsh, Role.FinanceReader);

        var csv = Csv.Read((await eastmarsh.GetAsync(Autumn + "&format=csv")).Body);

        csv.Skip(1).Select(r => r[4]).ToHashSet().ShouldBe(Payloads.All.Select(p => "'" + p), ignoreOrder: true);
    }

    [Theory]
    [InlineData(Role.PlacementsOfficer)]
    [InlineData(Role.SocialWorker)]
    [InlineData(Role.AccreditationOfficer)]
    public async Task Who_does_not_read_finance_gets_no_report(Role role)
    {
        var answer = await (await portal.AsAsync(portal.NorthwickVale, role)).GetAsync(Autumn + "&format=csv");

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private Task<PortalClient> FinanceAsync() => portal.AsAsync(portal.NorthwickVale, Role.FinanceReader);

    private async Task<List<JsonElement>> RowsAsync(string path) =>
        [.. (await (await FinanceAsync()).GetAsync<JsonElement>(path)).EnumerateArray()];

    private async Task<long> CountAsync(Guid? organisation)
    {
        await using var connection = new NpgsqlConnection(portal.Database.App);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            "select set_config('app.org', $1, false); ", connection)
        {
            Parameters = { new() { Value = organisation?.ToString() ?? "" } },
        };
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var count = new NpgsqlCommand("select count(*) from reporting.placement_prices", connection);
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static decimal Sum(List<JsonElement> rows) => rows.Sum(r => Pounds(r, "period_cost"));

    private static decimal Pounds(JsonElement row, string column) =>
        decimal.Parse(row.GetProperty(column).GetString()!, CultureInfo.InvariantCulture);

    private static DateOnly Day(JsonElement row, string column) =>
        DateOnly.ParseExact(row.GetProperty(column).GetString()!, "O", CultureInfo.InvariantCulture);
}
