using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.OfstedRecords;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>What Ofsted says stands beside our accreditation; its register makes tasks and changes nothing.</summary>
public sealed class OfstedTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Urn = "9000001";
    private const string Heading = "URN,Provider,Status,Outcome,Inspected";

    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task A_status_is_recorded_with_its_day_and_changes_no_accreditation()
    {
        var (officer, application) = await MemberAsync(portal.HarbourSteps);
        var today = await TodayAsync();

        var listed = await officer.PostAsync<OfstedProviderDto>(
            $"/api/ofsted/{portal.HarbourSteps.Id}/statuses", Status(OfstedRegistration.Suspended, today));
        var older = await officer.PostAsync<OfstedProviderDto>(
            $"/api/ofsted/{portal.HarbourSteps.Id}/statuses", Status(OfstedRegistration.Registered, today.AddDays(-1)));

        var found = await officer.GetAsync<PagedResult<OfstedProviderDto>>($"/api/ofsted?search={Urn}");
        foreach (var ours in new[] { listed, older, found.Items.Single(p => p.ProviderId == portal.HarbourSteps.Id) })
        {
            ours.ProviderId.ShouldBe(portal.HarbourSteps.Id);
            ours.Status!.Registration.ShouldBe(OfstedRegistration.Suspended);
            ours.Status.AsOf.ShouldBe(today);
            ours.Urn.ShouldBe(Urn);
        }

        (await officer.GetAsync<StandingDto>($"/api/applications/{application.Id}/standing")).Lots.ShouldBeEmpty();
        var refusal = await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
            portal, portal.Eastmarsh.Id, "update accreditation.ofsted_statuses set note = 'x'"));
        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_status_is_never_of_a_day_to_come(int daysAhead, bool possible)
    {
        var (officer, _) = await MemberAsync(portal.LanternRow);

        var answer = await officer.PostAsync(
            $"/api/ofsted/{portal.LanternRow.Id}/statuses",
            Status(OfstedRegistration.Registered, (await TodayAsync()).AddDays(daysAhead)));

        answer.Status.ShouldBe(possible ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("ods")]
    public async Task A_register_that_differs_makes_one_task_for_each_difference_however_often_it_is_read(string kind)
    {
        var (officer, _) = await MemberAsync(portal.Copperleaf);
        await SettleAllAsync(officer);
        string[] lines =
        [
            Heading, $"{Urn},Somebody Else Ltd,Suspended,Serious or widespread weaknesses,12/03/2026",
            "8000001,A stranger,Registered,,",
        ];

        var looked = await CompareAsync(officer, kind, lines, apply: false);
        var none = await OpenAsync(officer);
        var first = await CompareAsync(officer, kind, lines, apply: true);
        var second = await CompareAsync(officer, kind, lines, apply: true);
        var open = await OpenAsync(officer);

        looked.RowCount.ShouldBe(2);
        looked.Stored.ShouldBeFalse();
        none.ShouldBeEmpty();
        first.Stored.ShouldBeTrue();
        first.NewCount.ShouldBe(first.Differences.Count);
        second.NewCount.ShouldBe(0);
        open.Count.ShouldBe(first.Differences.Count);
        open.Where(d => d.ProviderId == portal.Copperleaf.Id).Select(d => d.Kind).ShouldBe(
            [OfstedDifferenceKind.Name, OfstedDifferenceKind.Registration, OfstedDifferenceKind.Outcome],
            ignoreOrder: true);
        open.First(d => d.Kind == OfstedDifferenceKind.Outcome).Theirs
            .ShouldBe("Serious or widespread weaknesses, 12 March 2026");
    }

    [Fact]
    public async Task A_later_register_that_agrees_settles_its_task_and_one_without_the_column_does_not()
    {
        var (officer, _) = await MemberAsync(portal.Copperleaf);
        await SettleAllAsync(officer);
        var name = portal.Copperleaf.Name;
        await CompareAsync(officer, "csv", [Heading, $"{Urn},{name},Cancelled,,"], apply: true);
        var found = await OpenAsync(officer);

        await CompareAsync(officer, "csv", ["URN", Urn], apply: true, mapping: "urn=URN");
        var unsaid = await OpenAsync(officer);
        await CompareAsync(officer, "csv", [Heading, $"{Urn},{name},Registered,,"], apply: true);
        var agreed = await OpenAsync(officer);

        found.Where(d => d.ProviderId == portal.Copperleaf.Id).Select(d => d.Kind)
            .ShouldBe([OfstedDifferenceKind.Registration]);
        unsaid.Select(d => d.Id).ShouldBe(found.Select(d => d.Id), ignoreOrder: true);
        agreed.ShouldNotContain(d => d.ProviderId == portal.Copperleaf.Id && d.Kind == OfstedDifferenceKind.Registration);
    }

    [Theory]
    [InlineData(1, 0, false)]
    [InlineData(0, 0, true)]
    [InlineData(0, -1, true)]
    [InlineData(-1, -1, false)]
    public async Task A_register_is_of_today_or_of_the_year_before(int days, int years, bool taken)
    {
        var (officer, _) = await MemberAsync(portal.LanternRow);
        var asOf = (await TodayAsync()).AddYears(years).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var answer = await officer.UploadAsync(
            "register.csv",
            Encoding.UTF8.GetBytes("URN,Provider\r\n8000001,A stranger\r\n"),
            $"/api/ofsted/register/compare?urn=URN&name=Provider&asOf={asOf}&apply=false");

        answer.Status.ShouldBe(taken ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.Text);
        (taken || answer.Text.Contains("\"asOf\"", StringComparison.Ordinal)).ShouldBeTrue(answer.Text);
    }

    [Fact]
    public async Task A_provider_that_the_register_does_not_name_is_a_task()
    {
        var (officer, _) = await MemberAsync(portal.LanternRow);
        await SettleAllAsync(officer);

        var compared = await CompareAsync(officer, "csv", [Heading, "8000001,A stranger,Registered,,"], apply: true);

        compared.Matched.ShouldBe(0);
        (await OpenAsync(officer)).ShouldContain(d =>
            d.ProviderId == portal.LanternRow.Id && d.Kind == OfstedDifferenceKind.NotInRegister);
    }

    [Theory]
    [InlineData("1234,A,Registered,,", "URN")]
    [InlineData("12345678901,A,Registered,,", "URN")]
    [InlineData("90000x1,A,Registered,,", "URN")]
    [InlineData("9000009,A,Perhaps,,", "Status")]
    [InlineData("9000009,A,Registered,Good,", "Outcome")]
    [InlineData("9000009,A,Registered,1,31/02/2026", "Inspected")]
    [InlineData("8000001,A,Registered,,", "URN")]
    public async Task One_bad_line_is_told_by_line_and_column_and_nothing_is_stored(string line, string column)
    {
        var (officer, _) = await MemberAsync(portal.HarbourSteps);
        await SettleAllAsync(officer);

        var compared = await CompareAsync(
            officer, "csv", [Heading, "8000001,A stranger,Registered,,", line], apply: true);

        compared.Stored.ShouldBeFalse();
        compared.FaultyCount.ShouldBe(1);
        var problem = compared.Faulty.ShouldHaveSingleItem();
        (problem.Line, problem.Column).ShouldBe((3, column));
        (await OpenAsync(officer)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_officer_sees_the_columns_of_a_file_before_saying_which_is_what()
    {
        var (officer, _) = await MemberAsync(portal.HarbourSteps);

        var answer = await officer.UploadAsync(
            "register.ods", Ods([Heading, $"{Urn},A,Registered,,"]), "/api/ofsted/register/columns");

        var columns = answer.Read<RegisterColumnsDto>();
        columns.Columns.ShouldBe(["URN", "Provider", "Status", "Outcome", "Inspected"]);
        columns.FirstRows.ShouldHaveSingleItem()[0].ShouldBe(Urn);
    }

    [Fact]
    public async Task A_file_that_is_no_table_or_unpacks_to_too_much_is_refused_as_a_whole()
    {
        var (officer, _) = await MemberAsync(portal.HarbourSteps);
        const string path = "/api/ofsted/register/columns";

        foreach (var (name, content) in new (string, byte[])[]
        {
            ("register.pdf", "%PDF"u8.ToArray()),
            ("register.csv", "URN"u8.ToArray()),
            ("register.csv", "URN,URN\n1,2"u8.ToArray()),
            ("register.ods", "PK not a zip"u8.ToArray()),
            ("register.ods", Zipped("content.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")),
            ("register.ods", Zipped("other.xml", "<x/>")),
            ("register.ods", Zipped("content.xml", Sheet(
                "<table:table-row><table:table-cell table:number-columns-repeated=\"1000000\"><text:p>a</text:p></table:table-cell></table:table-row>"))),
            ("register.ods", Zipped("content.xml", Sheet(
                "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>"))),
            ("register.ods", Zipped("content.xml", Sheet(
                $"<table:table-row><table:table-cell><text:p>{new string('a', 70 * 1024 * 1024)}</text:p></table:table-cell></table:table-row>"))),
        })
        {
            var answer = await officer.UploadAsync(name, content, path);
            answer.Status.ShouldBe(HttpStatusCode.BadRequest, $"{name}: {answer.Text}");
            answer.Problem.Errors.Keys.ShouldBe(["file"]);
        }
    }

    [Fact]
    public async Task A_difference_is_settled_once_with_a_reason()
    {
        var (officer, _) = await MemberAsync(portal.HarbourSteps);
        await CompareAsync(officer, "csv", [Heading, "8000001,A stranger,Registered,,"], apply: true);
        var open = (await OpenAsync(officer))[0];
        var path = $"/api/ofsted/differences/{open.Id}/resolve";

        var blank = await officer.PostAsync(path, new ReasonDto { Reason = " ", Version = open.Version });
        var settled = await officer.PostAsync<OfstedDifferenceDto[]>(
            path, new ReasonDto { Reason = "Asked Ofsted: a typing error.", Version = open.Version });
        var version = settled.Single(d => d.Id == open.Id).Version;
        var twice = await officer.PostAsync(path, new ReasonDto { Reason = "Again.", Version = version });

        blank.Status.ShouldBe(HttpStatusCode.BadRequest);
        settled.Single(d => d.Id == open.Id).Resolution.ShouldBe("Asked Ofsted: a typing error.");
        twice.Problem.Code.ShouldBe(InvalidTransitionException.ErrorCode);
    }

    [Fact]
    public async Task Another_authority_and_a_provider_find_neither_status_nor_difference()
    {
        var (officer, _) = await MemberAsync(portal.HarbourSteps);
        await CompareAsync(officer, "csv", [Heading, "8000001,A stranger,Registered,,"], apply: true);
        var open = (await OpenAsync(officer))[0];
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);

        (await stranger.GetAsync<PagedResult<OfstedProviderDto>>("/api/ofsted")).TotalCount.ShouldBe(0);
        (await stranger.GetAsync<OfstedDifferenceDto[]>("/api/ofsted/differences")).ShouldBeEmpty();
        (await stranger.PostAsync(
                $"/api/ofsted/differences/{open.Id}/resolve", new ReasonDto { Reason = "x", Version = open.Version }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync(
                $"/api/ofsted/{portal.HarbourSteps.Id}/statuses",
                Status(OfstedRegistration.Cancelled, await TodayAsync())))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await provider.GetAsync("/api/ofsted")).Status.ShouldBe(HttpStatusCode.Forbidden);
        const string rows = "select count(*) from accreditation.ofsted_differences";
        (await RawSql.CountAsync(portal, portal.Kingsferry.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.HarbourSteps.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBeGreaterThan(0);
    }

    private async Task<(PortalClient Officer, ApplicationDto Application)> MemberAsync(TestOrganisation provider)
    {
        var scheme = await _journey.RecordSchemeAsync();
        return (await _journey.OfficerAsync(), await _journey.AdmitAsync(scheme, provider));
    }

    private static async Task SettleAllAsync(PortalClient officer)
    {
        foreach (var open in await OpenAsync(officer))
        {
            await officer.PostAsync<OfstedDifferenceDto[]>(
                $"/api/ofsted/differences/{open.Id}/resolve", new ReasonDto { Reason = "Seen.", Version = open.Version });
        }
    }

    private static async Task<IReadOnlyList<OfstedDifferenceDto>> OpenAsync(PortalClient officer) =>
    [
        .. (await officer.GetAsync<OfstedDifferenceDto[]>("/api/ofsted/differences"))
            .Where(d => d.State == OfstedDifferenceState.Open),
    ];

    private async Task<RegisterComparisonDto> CompareAsync(
        PortalClient officer, string kind, string[] lines, bool apply,
        string mapping = "urn=URN&name=Provider&registration=Status&outcome=Outcome&outcomeOn=Inspected")
    {
        var asOf = (await TodayAsync()).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var answer = await officer.UploadAsync(
            $"register.{kind}",
            kind == "ods" ? Ods(lines) : Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n"),
            $"/api/ofsted/register/compare?{mapping}&asOf={asOf}&apply={(apply ? "true" : "false")}");
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return answer.Read<RegisterComparisonDto>();
    }

    private static RecordOfstedStatusDto Status(OfstedRegistration registration, DateOnly asOf) => new()
    {
        Registration = registration,
        Outcome = OfstedOutcome.Inconsistent,
        OutcomeOn = asOf.AddDays(-40),
        AsOf = asOf,
    };

    private async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(await portal.Clock.NowAsync());

    /// <summary>A sheet as a spreadsheet program writes it: repeated empty cells, and a long empty tail.</summary>
    private static byte[] Ods(string[] lines) => Zipped("content.xml", Sheet(string.Concat(lines.Select(line =>
        "<table:table-row>" + string.Concat(line.Split(',').Select(cell => cell.Length == 0
            ? "<table:table-cell/>"
            : $"<table:table-cell office:value-type=\"string\"><text:p>{cell}</text:p></table:table-cell>"))
        + "<table:table-cell table:number-columns-repeated=\"16000\"/></table:table-row>"))
        + "<table:table-row table:number-rows-repeated=\"1048000\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"));

    private static string Sheet(string rows) =>
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        + "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        + "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:spreadsheet>"
        + $"<table:table table:name=\"Register\">{rows}</table:table></office:spreadsheet></office:body>"
        + "</office:document-content>";

    private static byte[] Zipped(string entry, string text)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var content = archive.CreateEntry(entry, CompressionLevel.Fastest).Open();
            content.Write(Encoding.UTF8.GetBytes(text));
        }

        return memory.ToArray();
    }
}
