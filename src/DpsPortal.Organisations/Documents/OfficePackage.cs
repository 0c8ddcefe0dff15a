using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DpsPortal.Organisations.Documents;

/// <summary>Looks into a DOCX or XLSX: it is a zip, so its measure is taken before anything else opens it.</summary>
internal static class OfficePackage
{
    private const int MaxEntries = 2_000;

    /// <summary>In bytes, unpacked.</summary>
    private const long MaxUnpacked = 200L * 1024 * 1024;

    /// <summary>Unpacked to packed. Text packs well; a bomb packs far better.</summary>
    private const int MaxRatio = 100;

    /// <summary>Below this many bytes the ratio says nothing.</summary>
    private const long RatioMatters = 1024 * 1024;

    private const string Main = "application/vnd.openxmlformats-officedocument.";

    private static readonly string[] ArchiveExtensions = [".zip", ".7z", ".rar", ".gz", ".tar", ".jar", ".bz2", ".xz"];

    public static string? Refusal(DocumentKind kind, Stream content)
    {
        try
        {
            content.Position = 0;
            if (content.ReadByte() != 'P' || content.ReadByte() != 'K')
            {
                return OrganisationsErrorCodes.DocumentContentMismatch;
            }

            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return RefusalOf(zip) ?? RefusalOf(kind, zip);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException
                                      or NotSupportedException or ArgumentException)
        {
            return OrganisationsErrorCodes.DocumentContentMismatch;
        }
    }

    private static string? RefusalOf(ZipArchive zip)
    {
        long unpacked = 0;
        if (zip.Entries.Count > MaxEntries)
        {
            return OrganisationsErrorCodes.DocumentUnsafe;
        }

        foreach (var entry in zip.Entries)
        {
            unpacked += entry.Length;
            var isBomb = entry.Length > RatioMatters && entry.Length / Math.Max(1, entry.CompressedLength) > MaxRatio;
            if (unpacked > MaxUnpacked || isBomb || entry.IsEncrypted
                || ArchiveExtensions.Contains(Path.GetExtension(entry.Name), StringComparer.OrdinalIgnoreCase))
            {
                return OrganisationsErrorCodes.DocumentUnsafe;
            }
        }

        return null;
    }

    private static string? RefusalOf(DocumentKind kind, ZipArchive zip)
    {
        var types = ContentTypes(zip);
        if (types.Any(IsProgram) || zip.Entries.Any(e => IsProgramPart(e.FullName)))
        {
            return OrganisationsErrorCodes.DocumentHasMacros;
        }

        var (wanted, folder) = kind == DocumentKind.Docx
            ? (Main + "wordprocessingml.document.main+xml", "word/")
            : (Main + "spreadsheetml.sheet.main+xml", "xl/");
        var isRight = types.Contains(wanted, StringComparer.OrdinalIgnoreCase)
            && zip.Entries.Any(e => e.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
        return isRight ? null : OrganisationsErrorCodes.DocumentContentMismatch;
    }

    private static List<string> ContentTypes(ZipArchive zip)
    {
        var part = zip.GetEntry("[Content_Types].xml");
        if (part is null || part.Length > RatioMatters)
        {
            return [];
        }

        using var stream = part.Open();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = RatioMatters,
        });
        return [.. XDocument.Load(reader).Descendants().Select(e => (string?)e.Attribute("ContentType") ?? "")];
    }

    private static bool IsProgram(string contentType) =>
        contentType.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase)
        || contentType.Contains("vbaProject", StringComparison.OrdinalIgnoreCase)
        || contentType.Contains("activeX", StringComparison.OrdinalIgnoreCase)
        || contentType.Contains("oleObject", StringComparison.OrdinalIgnoreCase);

    private static bool IsProgramPart(string path) =>
        path.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
        || path.Contains("/activeX/", StringComparison.OrdinalIgnoreCase)
        || (path.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)
            && path.EndsWith(".bin", StringComparison.OrdinalIgnoreCase));
}
