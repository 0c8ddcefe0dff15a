using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace DpsPortal.HttpApi.Host.Tests.Imports;

/// <summary>Files as people send them. A cell that begins with # is a number, ## a date of that serial, = a formula.</summary>
internal static class Sheets
{
    public const string Members = "name,legal_form,company_number,contact_name,contact_email,ofsted_urn,ofsted_categories,lots,admitted_on";
    public const string Homes = "provider,name,address,town,postcode,area_authority,category,on_ofsted_list,gas,bedrooms,accredited_on";
    public const string Papers = "provider,premises,kind,issued_on,expires_on,issuer,number,limit_pounds";
    public const string Staff = "provider,number,name,role,started,engagement,dbs_number,dbs_level,dbs_issued";
    public const string Standing = "provider,outcome,decided_on,valid_until,condition,condition_due_on";

    public static string Member(string name, string number, string lots = "1; 2", string admitted = "01/09/2024") =>
        $"{name},limited company,{number},Jo Sedge,{number}@example.org,9000501,self contained,{lots},{admitted}";

    public static byte[] Csv(params string[] rows) => Encoding.UTF8.GetBytes(string.Join("\r\n", rows) + "\r\n");

    public static byte[] Workbook(params (string Name, string[] Rows)[] sheets)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Add(archive, "xl/workbook.xml",
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + string.Concat(sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" r:id=\"r{i}\"/>")) + "</sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"r{i}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/s{i}.xml\"/>"))
                + "</Relationships>");
            Add(archive, "xl/styles.xml",
                "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            foreach (var (sheet, i) in sheets.Select((s, i) => (s, i)))
            {
                Add(archive, $"xl/worksheets/s{i}.xml",
                    "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                    + string.Concat(sheet.Rows.Select((row, r) => $"<row r=\"{r + 1}\">{string.Concat(row.Split(',').Select((c, x) => Cell(c, x, r + 1)))}</row>"))
                    + "</sheetData></worksheet>");
            }
        }

        return memory.ToArray();
    }

    /// <summary>A workbook of one part of rows, named by so many sheets, and its strings.</summary>
    public static byte[] Crafted(string rows, string strings = "", int sheets = 1)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "xl/workbook.xml",
                "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + string.Concat(Enumerable.Range(0, sheets).Select(i => $"<sheet name=\"s{i}\" r:id=\"r{i}\"/>")) + "</sheets></workbook>");
            Add(archive, "xl/_rels/workbook.xml.rels",
                "<Relationships>" + string.Concat(Enumerable.Range(0, sheets).Select(
                    i => $"<Relationship Id=\"r{i}\" Type=\"x/worksheet\" Target=\"worksheets/s0.xml\"/>")) + "</Relationships>");
            Add(archive, "xl/sharedStrings.xml", $"<sst>{strings}</sst>");
            Add(archive, "xl/worksheets/s0.xml", $"<worksheet><sheetData>{rows}</sheetData></worksheet>");
        }

        return memory.ToArray();
    }

    private static string Cell(string text, int column, int row)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"{(char)('A' + column)}{row}");
        return text switch
        {
            ['#', '#', .. var serial] => $"<c r=\"{at}\" s=\"1\"><v>{serial}</v></c>",
            ['#', .. var number] => $"<c r=\"{at}\"><v>{number}</v></c>",
            ['=', .. var formula] => $"<c r=\"{at}\" t=\"str\"><f>{formula}</f><v>worked out</v></c>",
            _ => $"<c r=\"{at}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is></c>",
        };
    }

    private static void Add(ZipArchive archive, string name, string content)
    {
        using var writer = new StreamWriter(archive.CreateEntry(name).Open());
        writer.Write(content);
    }
}
