using System.IO.Compression;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DpsPortal.Adapters.Spreadsheets;
using DpsPortal.Framework.Spreadsheets;
using DpsPortal.Reporting.Spend;

namespace DpsPortal.HttpApi.Host.Tests.Spend;

public sealed class WorkbookTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly DateOnly Start = new(2026, 9, 21);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_workbook_is_valid_office_open_xml()
    {
        using var workbook = SpreadsheetDocument.Open(new MemoryStream(await PoisonedAsync()), isEditable: false);

        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(workbook, Cancel)
            .Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
    }

    [Fact]
    public async Task T16_the_workbook_has_the_six_parts_it_needs_and_no_other()
    {
        using var archive = new ZipArchive(new MemoryStream(await PoisonedAsync()));

        archive.Entries.Select(e => e.FullName).ShouldBe(
        [
            "[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml",
            "xl/worksheets/sheet1.xml",
        ]);
    }

    [Fact]
    public async Task T16_nothing_is_hidden_named_or_commented_and_nobody_is_named_as_author()
    {
        using var archive = new ZipArchive(new MemoryStream(await PoisonedAsync()));
        foreach (var entry in archive.Entries)
        {
            await using var part = await entry.OpenAsync(Cancel);
            var names = XDocument.Load(part).Descendants()
                .SelectMany(e => e.Attributes().Select(a => a.Name.LocalName).Append(e.Name.LocalName)).ToList();

            names.ShouldNotContain("hidden");
            names.ShouldNotContain("definedName");
            names.ShouldNotContain("creator");
            if (entry.FullName == "xl/workbook.xml")
            {
                names.ShouldNotContain("state");
                names.Count(n => n == "sheet").ShouldBe(1);
            }
        }
    }

    [Fact]
    public async Task T15_every_payload_is_a_text_cell_as_it_was_and_no_cell_is_a_formula()
    {
        var sheet = await SheetAsync(await PoisonedAsync());

        sheet.Descendants(Main + "f").ShouldBeEmpty();
        var texts = sheet.Descendants(Main + "c").Where(c => (string?)c.Attribute("t") == "inlineStr")
            .Select(c => c.Descendants(Main + "t").Single().Value).GroupBy(t => t).ToDictionary(g => g.Key, g => g.Count());
        foreach (var payload in Payloads.All)
        {
            texts[payload].ShouldBe(10, payload);
        }
    }

    [Fact]
    public async Task The_heading_is_frozen_and_the_columns_have_widths_and_a_filter()
    {
        var sheet = await SheetAsync(await PoisonedAsync());

        var pane = sheet.Descendants(Main + "pane").Single();
        ((string?)pane.Attribute("state"), (string?)pane.Attribute("ySplit")).ShouldBe(("frozen", "1"));
        sheet.Descendants(Main + "col").Count().ShouldBe(31);
        ((string?)sheet.Descendants(Main + "autoFilter").Single().Attribute("ref")).ShouldBe("A1:AE81");
    }

    [Theory]
    [InlineData("a\u0000b\u0008c\u001Fd\uFFFEe", "abcde")]
    [InlineData("whole \uD83D\uDE00", "whole \uD83D\uDE00")]
    [InlineData("<&\">", "<&\">")]
    [InlineData("tab\tand\nline", "tab\tand\nline")]
    [InlineData("return\rkept", "return\rkept")]
    [InlineData("_x0041_", "_x005F_x0041_")]
    [InlineData("_x00_ is no escape", "_x00_ is no escape")]
    public async Task Text_that_xml_cannot_hold_is_left_out_and_the_rest_stays(string text, string read) =>
        (await OneCellAsync(text)).ShouldBe(read);

    [Fact]
    public async Task Half_of_a_surrogate_pair_is_left_out() =>
        (await OneCellAsync("half " + '\uD83D' + " pair " + '\uDE00')).ShouldBe("half  pair ");

    [Fact]
    public async Task Dates_money_and_numbers_are_numbers_with_a_format_and_negative_money_too()
    {
        using var output = new MemoryStream();
        SpreadsheetCell[] row =
        [
            SpreadsheetCell.Date(new DateOnly(2026, 9, 30)), SpreadsheetCell.Money(-1_785_71),
            SpreadsheetCell.WholeNumber(10), SpreadsheetCell.Measure(20.01m), SpreadsheetCell.Truth(true),
            SpreadsheetCell.Empty,
        ];
        await new XlsxWriter().WriteAsync(
            output, "One", [.. row.Select((_, i) => new SpreadsheetColumn($"c{i}", 10))],
            new[] { (IReadOnlyList<SpreadsheetCell>)row }.ToAsyncEnumerable(), Cancel);

        var cells = (await SheetAsync(output.ToArray())).Descendants(Main + "row").Last().Elements().ToList();
        cells.Select(c => ((string?)c.Attribute("t"), (string?)c.Attribute("s"), c.Value)).ShouldBe(
        [
            (null, "2", "46295"), (null, "3", "-1785.71"), (null, "4", "10"), (null, "5", "20.01"), ("b", null, "1"),
        ]);
    }

    private static async Task<string> OneCellAsync(string text)
    {
        using var output = new MemoryStream();
        await new XlsxWriter().WriteAsync(
            output, "One", [new SpreadsheetColumn("text", 10)],
            new[] { (IReadOnlyList<SpreadsheetCell>)[SpreadsheetCell.Text(text)] }.ToAsyncEnumerable(), Cancel);
        return (await SheetAsync(output.ToArray())).Descendants(Main + "t").Last().Value;
    }

    private static Task<byte[]> PoisonedAsync() => SpendFilesTests.WriteAsync(
        SpendFormat.Xlsx, Payloads.All.SelectMany(text => SpendFilesTests.Rows(SpendFilesTests.Poisoned(text))));

    private static async Task<XDocument> SheetAsync(byte[] workbook)
    {
        using var archive = new ZipArchive(new MemoryStream(workbook));
        await using var part = await archive.GetEntry("xl/worksheets/sheet1.xml")!.OpenAsync(Cancel);
        using var reader = new StreamReader(part, Encoding.UTF8);
        return XDocument.Parse(await reader.ReadToEndAsync(Cancel), LoadOptions.PreserveWhitespace);
    }
}
