using System.Globalization;
using System.Net;
using System.Text;
using DpsPortal.Accreditation.Imports;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Imports;

/// <summary>Spreadsheets as they are: each mess is read rightly, or told by sheet, row and column. Nothing is kept.</summary>
public sealed class ImportFileTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly Encoding Windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task Windows_letters_semicolons_and_trailing_blanks_are_read_and_said()
    {
        var text = $"{Sheets.Members};\r\nCafé Zoë Ltd ,limited company,09990001,Zoë £ Reed,z@example.org,,,1,01/09/2024, , \r\n ,,\r\n"
            .Replace(',', ';');

        var report = await CheckAsync("members.csv", Windows.GetBytes(text));

        report.Problems.ShouldBeEmpty();
        report.Creates.ShouldBe([new ImportCountDto("members", 1)]);
        report.Notes.ShouldContain(n => n.Contains("Windows-1252"));
        report.Notes.ShouldContain(n => n.Contains("semicolons"));
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task A_file_that_says_its_encoding_is_read_by_it(string encoding)
    {
        var code = Encoding.GetEncoding(encoding);

        var report = await CheckAsync("m.csv",
            [.. code.GetPreamble(), .. code.GetBytes($"{Sheets.Members}\n{Sheets.Member("Zoë Homes", "09990002")}\n")]);

        report.Problems.ShouldBeEmpty();
        report.Notes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("01/09/2024", true)]
    [InlineData("2024-09-01", true)]
    [InlineData("1 September 2024", true)]
    [InlineData("1-Sep-2024", true)]
    [InlineData("1 Sept 2024", true)]
    [InlineData("01.09.2024", true)]
    [InlineData("45536", true)]
    [InlineData("31/02/2024", false)]
    [InlineData("09/25/2024", false)]
    [InlineData("01/09/24", false)]
    [InlineData("last week", false)]
    [InlineData("", false)]
    public async Task A_day_in_any_of_our_shapes_is_read_and_another_is_told_at_its_cell(string day, bool read)
    {
        var report = await CheckAsync("m.csv", Sheets.Csv(Sheets.Members, Sheets.Member("Date Homes", "09990003", admitted: day)));

        if (read)
        {
            report.Problems.ShouldBeEmpty();
            return;
        }

        var problem = report.Problems.ShouldHaveSingleItem();
        (problem.Sheet, problem.Row, problem.Column, problem.Value).ShouldBe(("m", 2, "I, admitted_on", day));
        problem.Message.ShouldContain("01/09/2024");
    }

    [Fact]
    public async Task A_workbooks_dates_numbers_and_formulas_are_told_apart()
    {
        var report = await CheckAsync("alliance.xlsx", Sheets.Workbook(
            ("Our members 2026", ["Members of the alliance", "", Sheets.Members,
                Sheets.Member("Serial Homes", "#1234567", admitted: "##45536"),
                Sheets.Member("=HYPERLINK(\"http://x\")", "09990005")]),
            ("Notes", [])));

        report.Sheets.ShouldHaveSingleItem().HeadingRow.ShouldBe(3);
        var problem = report.Problems.ShouldHaveSingleItem();
        (problem.Sheet, problem.Row, problem.Column).ShouldBe(("Our members 2026", 5, "A, name"));
        problem.Message.ShouldContain("formula");
        report.Notes.ShouldContain(n => n.Contains("read as 01234567"));
        report.Notes.ShouldContain(n => n.Contains("“Notes” is empty"));
        report.Notes.ShouldContain(n => n.Contains("headings stand in row 3"));
    }

    [Theory]
    [InlineData("lots", "9", "is no lot of")]
    [InlineData("company_number", "1.73E+11", "shortened")]
    [InlineData("company_number", "12AB", "8 characters")]
    [InlineData("contact_email", "jo at example", "e-mail")]
    [InlineData("admitted_on", "31/07/2020", "Nobody was admitted before")]
    [InlineData("name", "@SUM(A1)", "formula")]
    [InlineData("name", "Rtl \u202eHomes", "cannot be seen")]
    [InlineData("name", "Tab\tHomes", "cannot be seen")]
    [InlineData("legal_form", "plc", "none of")]
    public async Task What_is_wrong_is_told_with_how_to_mend_it(string column, string value, string words)
    {
        var headings = Sheets.Members.Split(',');
        var cells = Sheets.Member("Wrong Homes", "09990006").Split(',');
        cells[Array.IndexOf(headings, column)] = value;

        var report = await CheckAsync("m.csv", Sheets.Csv(Sheets.Members, string.Join(',', cells)));

        report.Problems.ShouldContain(p => p.Row == 2 && p.Column.EndsWith(column) && p.Message.Contains(words));
        report.FaultyRows.ShouldBe(1);
        report.Creates.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_first_day_of_the_scheme_is_a_day_of_admission()
    {
        var report = await CheckAsync("m.csv", Sheets.Csv(Sheets.Members, Sheets.Member("First Homes", "09990007", admitted: "01/08/2020")));

        report.Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Training_of_staff_is_a_date_of_any_form_or_not_needed_where_the_work_may_do_without()
    {
        const string person = "Trained Homes,S{0},Ola Finch,Support worker,01/09/2024,employed,,,";

        var report = await CheckAsync("t.xlsx", Sheets.Workbook(
            ("members", [Sheets.Members, Sheets.Member("Trained Homes", "09990021")]),
            ("staff",
            [
                $"{Sheets.Staff},first_aid,food_hygiene,fire_safety",
                $"{string.Format(null, person, 1)},##45900,Not needed,2 Mar 2026",
                $"{string.Format(null, person, 2)},31/02/2026,,",
                $"{string.Format(null, person, 3)},,,not needed",
            ])));

        report.Problems.Select(p => (p.Row, p.Column)).ShouldBe([(3, "J, first_aid"), (4, "L, fire_safety")]);
    }

    [Fact]
    public async Task Rows_that_repeat_and_members_that_repeat_are_told_apart()
    {
        var one = Sheets.Member("Twin Homes", "09990008");

        var report = await CheckAsync("m.csv", Sheets.Csv(Sheets.Members, one, one, Sheets.Member("Other name", "9990008")));

        report.Problems.Select(p => p.Row).Distinct().ShouldBe([3, 4]);
        report.Problems.ShouldContain(p => p.Row == 3 && p.Message.Contains("the same as row 2"));
        report.Problems.ShouldContain(p => p.Row == 4 && p.Message.Contains("same name or number"));
    }

    [Theory]
    [InlineData("name,town\r\nA,B\r\n", "headings")]
    [InlineData("name,contact_name,contact_email,lots\r\nA,B,c@example.org,1\r\n", "admitted_on")]
    public async Task Missing_headings_are_named(string text, string words)
    {
        var report = await CheckAsync("m.csv", Encoding.UTF8.GetBytes(text));

        report.Problems.ShouldHaveSingleItem().Message.ShouldContain(words);
    }

    [Theory]
    [InlineData("m.csv", "")]
    [InlineData("m.csv", "name,contact_name,contact_email,lots,admitted_on\r\n")]
    [InlineData("m.xlsx", "PK\u0003\u0004 no workbook at all")]
    [InlineData("m.csv", "name,contact_name\r\n\"open,B\r\n")]
    public async Task A_file_with_nothing_to_read_is_refused_as_a_whole(string name, string text)
    {
        var answer = await SendAsync(name, Encoding.UTF8.GetBytes(text));

        if (answer.IsSuccess)
        {
            answer.Read<ImportReportDto>().Problems.ShouldNotBeEmpty();
            return;
        }

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe(["file"]);
    }

    [Theory]
    [InlineData(ImportConsts.MaxRows, true)]
    [InlineData(ImportConsts.MaxRows + 1, false)]
    public async Task Ten_thousand_rows_are_read_and_one_more_is_not(int rows, bool read)
    {
        string[] members = [Sheets.Members, Sheets.Member("Great Homes", "09990009")];
        string[] staff =
        [
            Sheets.Staff,
            .. Enumerable.Range(1, rows).Select(i => string.Create(
                CultureInfo.InvariantCulture, $"9990009,S{i},Person {i},Support worker,01/09/2024,employed,,,")),
        ];

        var report = await CheckAsync("big.xlsx", Sheets.Workbook(("members", members), ("staff", staff)));

        report.Problems.Select(p => p.Message.Contains("10,000")).ShouldBe(read ? [] : [true]);
        report.Creates.ShouldBe(
            read ? [new ImportCountDto("members", 1), new ImportCountDto("staff", ImportConsts.MaxRows)] : []);
    }

    public static TheoryData<string, byte[], string> Crafted => new()
    {
        { "m.xlsx", Sheets.Crafted(Many("<row/>", 150_000)), "10,000 rows" },
        { "m.xlsx", Sheets.Crafted("", Many("<si/>", 1_100_000)), "larger than it may be" },
        { "m.xlsx", Sheets.Crafted($"<row>{Many("<c/>", 20_000)}</row>"), "spreadsheet" },
        { "m.xlsx", Sheets.Crafted("<row/>", sheets: 2), "spreadsheet" },
        { "m.xlsx", Sheets.Crafted(new string(' ', 20_000_000)), "larger than it may be" },
        { "m.csv", Encoding.UTF8.GetBytes(new string(',', 20_000)), "Row 1 has more than" },
    };

    [Theory, MemberData(nameof(Crafted))]
    public async Task T17_A_small_file_that_would_take_long_to_read_is_refused(string name, byte[] file, string words)
    {
        var answer = await SendAsync(name, file);

        var said = answer.IsSuccess
            ? answer.Read<ImportReportDto>().Problems.ShouldHaveSingleItem().Message
            : answer.Problem.Errors["file"].ShouldHaveSingleItem();
        said.ShouldContain(words);
    }

    [Theory]
    [InlineData(ImportConsts.MaxMembers, true)]
    [InlineData(ImportConsts.MaxMembers + 1, false)]
    public async Task So_many_members_at_a_time_and_no_more(int members, bool read)
    {
        var report = await CheckAsync("m.csv", Sheets.Csv([Sheets.Members, .. Enumerable.Range(1, members).Select(i =>
            Sheets.Member($"Many Homes {i}", (8_000_000 + i).ToString("00000000", CultureInfo.InvariantCulture)))]));

        (report.Problems.Count == 0).ShouldBe(read);
    }

    [Fact]
    public async Task A_row_of_another_sheet_that_names_nobody_is_told()
    {
        var report = await CheckAsync("alliance.xlsx", Sheets.Workbook(
            ("members", [Sheets.Members, Sheets.Member("Known Homes", "09990010")]),
            ("homes", [Sheets.Homes,
                "9990010,Beacon Lodge,1 Mill Lane,Eastmarsh,EM1 1AA,Eastmarsh LBC,shared ring fenced,yes,no,8.5; 6.51,",
                "Known Homs,Alder House,2 Mill Lane,Eastmarsh,nowhere,Eastmarsh LBC,shared ring fenced,yes,no,8.5,",
                "known homes,Elm House,2 Mill Lane,Eastmarsh,nowhere,Eastmarsh LBC,shared ring fenced,yes,no,8.5,"]),
            ("papers", [Sheets.Papers, "Known Homes,Becon Lodge,gas safety,01/09/2026,,,,"]),
            ("standing", [Sheets.Standing, "Known Homes,accredited,01/09/2026,02/09/2028,,"])));

        report.Problems.Select(p => (p.Sheet, p.Row, p.Column)).ShouldBe(
        [
            ("homes", 3, "A, provider"), ("homes", 4, "E, postcode"), ("papers", 2, "B, premises"),
            ("standing", 2, "D, valid_until"),
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task Every_template_is_read_by_its_own_import()
    {
        var officer = await _journey.OfficerAsync();
        foreach (var kind in Enum.GetValues<ImportKind>())
        {
            var template = await officer.GetAsync($"/api/imports/templates/{kind}");

            template.Status.ShouldBe(HttpStatusCode.OK);
            (await CheckAsync($"{kind}.csv", template.Body)).Sheets.ShouldHaveSingleItem().Kind.ShouldBe(kind);
        }
    }

    private static string Many(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private SchemeDto? _scheme;

    private async Task<PortalAnswer> SendAsync(string name, byte[] file)
    {
        _scheme ??= await _journey.RecordSchemeAsync();
        return await (await _journey.OfficerAsync()).UploadAsync(name, file, $"/api/imports/check?schemeId={_scheme.Id}");
    }

    private async Task<ImportReportDto> CheckAsync(string name, byte[] file) =>
        (await SendAsync(name, file)).Read<ImportReportDto>();
}
