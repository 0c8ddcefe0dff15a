using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DpsPortal.Organisations.Tests.Documents;

/// <summary>Files built in memory: honest ones, and ones with something in them.</summary>
internal static class Files
{
    public const string W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    public const string R = "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Main = "application/vnd.openxmlformats-officedocument.";

    public static byte[] Pdf(string objects = "", string after = "") => Encoding.Latin1.GetBytes(
        "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        + objects + "\ntrailer<</Root 1 0 R/Info 9 0 R>>\nstartxref\n9\n%%EOF\n" + after);

    /// <summary>A PDF whose objects are packed in an object stream.</summary>
    public static byte[] PackedPdf(string objects, string filter = "/FlateDecode", string type = "/ObjStm")
    {
        var packed = Encoding.Latin1.GetString(Deflate(Encoding.Latin1.GetBytes("9 0 " + objects)));
        return Pdf($"5 0 obj<</Type{type}/N 1/First 4/Filter{filter}/Length {packed.Length}>>stream\n{packed}\nendstream endobj");
    }

    public static byte[] Deflate(byte[] content)
    {
        using var stream = new MemoryStream();
        using (var zlib = new ZLibStream(stream, CompressionLevel.Optimal))
        {
            zlib.Write(content);
        }

        return stream.ToArray();
    }

    public static byte[] Jpg(params byte[][] segments) =>
    [
        0xFF, 0xD8, .. segments.SelectMany(s => s),
        0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0, 0x55, 0xFF, 0, 0x12, 0xFF, 0xD9,
    ];

    /// <param name="frames">Width and height of each frame; the ones after the first lie behind the first scan.</param>
    public static byte[] JpgOf(params (int Width, int Height)[] frames) =>
    [
        0xFF, 0xD8,
        .. frames.SelectMany(f => new byte[]
        {
            0xFF, 0xC0, 0, 11, 8, (byte)(f.Height >> 8), (byte)f.Height, (byte)(f.Width >> 8), (byte)f.Width, 1, 1, 0x11, 0,
            0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 0x3F, 0, 0x55, 0xFF, 0, 0x12, 0xFF, 0xD0, 0x34,
        }),
        0xFF, 0xD9,
    ];

    /// <param name="headers">Width and height of each IHDR.</param>
    public static byte[] PngOf(params (uint Width, uint Height)[] headers)
    {
        using var stream = new MemoryStream();
        stream.Write([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]);
        foreach (var (width, height) in headers)
        {
            var header = new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, 0 };
            BinaryPrimitives.WriteUInt32BigEndian(header, width);
            BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
            Chunk(stream, "IHDR", header);
        }

        Chunk(stream, "IDAT", Deflate([0, 0]));
        Chunk(stream, "IEND", []);
        return stream.ToArray();
    }

    public static byte[] Segment(byte marker, string content)
    {
        var bytes = Encoding.Latin1.GetBytes(content);
        return [0xFF, marker, (byte)((bytes.Length + 2) >> 8), (byte)(bytes.Length + 2), .. bytes];
    }

    public static byte[] Exif(byte orientation, string more) => Segment(
        0xE1,
        "Exif\0\0II*\0\u0008\0\0\0\u0001\0\u0012\u0001\u0003\0\u0001\0\0\0" + (char)orientation + "\0\0\0\0\0\0\0" + more);

    public static byte[] Png(params (string Type, string Content)[] chunks)
    {
        using var stream = new MemoryStream();
        stream.Write([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]);
        Chunk(stream, "IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
        foreach (var (type, content) in chunks)
        {
            Chunk(stream, type, Encoding.Latin1.GetBytes(content));
        }

        Chunk(stream, "IDAT", Deflate([0, 0]));
        Chunk(stream, "IEND", []);
        return stream.ToArray();
    }

    public static byte[] Docx(
        string body = "<w:p><w:r><w:t>Policy</w:t></w:r></w:p>", params (string Name, string Content)[] parts) =>
        Zip([
            ("[Content_Types].xml", Types("word/document.xml", "wordprocessingml.document.main+xml", parts)),
            ("_rels/.rels", Relations($"{Office}officeDocument|word/document.xml")),
            ("word/document.xml", $"<w:document {W} {R}><w:body>{body}</w:body></w:document>"),
            .. parts,
        ]);

    public static byte[] Xlsx(string sheets = "", string cells = "", params (string Name, string Content)[] parts) =>
        Zip([
            ("[Content_Types].xml", Types("xl/workbook.xml", "spreadsheetml.sheet.main+xml", parts)),
            ("_rels/.rels", Relations($"{Office}officeDocument|xl/workbook.xml")),
            ("xl/workbook.xml",
                $"<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" {R}>{sheets}</workbook>"),
            ("xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" {R}>{cells}</worksheet>"),
            .. parts,
        ]);

    /// <param name="relations">Kind, a bar and the target; an exclamation mark before the target: external.</param>
    public static string Relations(params string[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select((r, i) =>
        {
            var (type, target) = (r.Split('|')[0], r.Split('|')[1]);
            var full = type.Contains("://", StringComparison.Ordinal) ? type : Office + type;
            var mode = target.StartsWith('!') ? " TargetMode=\"External\"" : "";
            return $"<Relationship Id=\"rId{i + 1}\" Type=\"{full}\" Target=\"{target.TrimStart('!')}\"{mode}/>";
        }))
        + "</Relationships>";

    public static byte[] Zip(IEnumerable<(string Name, string Content)> entries) =>
        ZipOf(entries.Select(e => (e.Name, Encoding.Latin1.GetBytes(e.Content))));

    public static byte[] ZipOf(IEnumerable<(string Name, byte[] Content)> entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Everything that is in a file, unpacked, as one text.</summary>
    public static string AllOf(byte[] file)
    {
        var text = new StringBuilder(Encoding.Latin1.GetString(file));
        if (file.AsSpan().StartsWith("PK"u8))
        {
            using var zip = new ZipArchive(new MemoryStream(file));
            foreach (var entry in zip.Entries)
            {
                using var content = new MemoryStream();
                using var stream = entry.Open();
                stream.CopyTo(content);
                text.Append(entry.FullName).Append(Encoding.Latin1.GetString(content.ToArray()));
            }
        }

        for (var at = file.AsSpan().IndexOf("stream\n"u8); at >= 0;)
        {
            try
            {
                using var zlib = new ZLibStream(new MemoryStream(file, at + 7, file.Length - at - 7), CompressionMode.Decompress);
                using var content = new MemoryStream();
                zlib.CopyTo(content);
                text.Append(Encoding.Latin1.GetString(content.ToArray()));
            }
            catch (InvalidDataException)
            {
                // Not a packed stream: it is in the text as it is.
            }

            var next = file.AsSpan(at + 7).IndexOf("stream\n"u8);
            at = next < 0 ? -1 : at + 7 + next;
        }

        return text.ToString();
    }

    private static string Types(string main, string type, (string Name, string Content)[] parts) =>
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + $"<Override PartName=\"/{main}\" ContentType=\"{Main}{type}\"/>"
        + string.Concat(parts.Where(p => p.Name.StartsWith("docProps/", StringComparison.Ordinal))
            .Select(p => $"<Override PartName=\"/{p.Name}\" ContentType=\"application/xml\"/>"))
        + "</Types>";

    private static void Chunk(MemoryStream png, string type, byte[] content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        png.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 1 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }
}
