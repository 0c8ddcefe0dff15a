using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Wordprocessing;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;
using Text = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace DpsPortal.HttpApi.Host.Tests.Documents;

/// <summary>The smallest true files of each kind, and some that only pretend.</summary>
internal static class SampleFiles
{
    public static byte[] Pdf(int size = 200)
    {
        var file = new byte[size];
        file.AsSpan().Fill((byte)' ');
        "%PDF-1.7\n"u8.CopyTo(file);
        "\n%%EOF\n"u8.CopyTo(file.AsSpan(size - 7));
        return file;
    }

    public static byte[] Png() => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    /// <summary>A picture that says that it has so many pixels, and has one.</summary>
    public static byte[] Png(uint width, uint height)
    {
        var file = Png();
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(16), width);
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(20), height);
        return file;
    }

    public static byte[] Jpg(ushort width, ushort height)
    {
        var file = Jpg();
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(25), height);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(27), width);
        return file;
    }

    public static byte[] Jpg() =>
    [
        0xFF, 0xD8, 0xFF, 0xE0, 0, 16, (byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0,
        0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0, 0x55, 0xFF, 0xD9,
    ];

    public static byte[] Csv() => Encoding.UTF8.GetBytes("name,rate\nWaking night,£180.00\n");

    public static byte[] Docx()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.AddMainDocumentPart().Document = new Document(new Body(new Paragraph(new Run(new Text("Policy")))));
        }

        return stream.ToArray();
    }

    public static byte[] Xlsx()
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = file.AddWorkbookPart();
            var sheet = workbook.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData());
            workbook.Workbook = new Workbook(new Sheets(
                new Sheet { Id = workbook.GetIdOfPart(sheet), SheetId = 1, Name = "Rates" }));
        }

        return stream.ToArray();
    }

    public static byte[] MacroDocument()
    {
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.MacroEnabledDocument))
        {
            file.AddMainDocumentPart().Document = new Document(new Body());
        }

        return stream.ToArray();
    }

    /// <summary>A true DOCX with one more part in it.</summary>
    public static byte[] DocxWith(string part, byte[] content)
    {
        var stream = new MemoryStream();
        stream.Write(Docx());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(part).Open();
            entry.Write(content);
        }

        return stream.ToArray();
    }

    public static byte[] Zip()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            using var entry = zip.CreateEntry("readme.txt").Open();
            entry.Write("hello"u8);
        }

        return stream.ToArray();
    }
}
