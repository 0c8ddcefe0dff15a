using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DpsPortal.Organisations.Documents.Cleaning;

/// <summary>
/// Writes a DOCX or XLSX anew without its properties, authors, comments and revisions. Parts that nothing has to be
/// taken out of are copied byte for byte. A part goes together with every relationship that leads to it.
/// </summary>
internal static class OfficeCleaner
{
    /// <summary>Of a part that has to be read whole, in bytes.</summary>
    private const long MaxPart = 16L * 1024 * 1024;

    private static readonly string[] UnseenRelations =
    [
        "/core-properties", "/extended-properties", "/custom-properties", "/thumbnail", "/customXml", "/comments",
        "/commentsExtended", "/commentsIds", "/commentsExtensible", "/people", "/person", "/threadedComment",
        "/revisionHeaders", "/usernames", "/printerSettings", "/documenttasks", "/webextensiontaskpanes",
        "/classificationlabels", "/origin", "/signature",
    ];

    public static byte[] Clean(DocumentKind kind, byte[] file)
    {
        try
        {
            using var source = new MemoryStream(file, writable: false);
            using var zip = new ZipArchive(source, ZipArchiveMode.Read);
            var package = new OfficePackage(zip, kind);
            return package.Clean() ? package.Write() : file;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            throw new CannotCleanException(OrganisationsErrorCodes.DocumentContentMismatch);
        }
    }

    public static bool IsUnseen(string relation) =>
        UnseenRelations.Any(u => relation.EndsWith(u, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="CannotCleanException">Too large to be read whole.</exception>
    public static XDocument Load(ZipArchiveEntry entry)
    {
        if (entry.Length > MaxPart)
        {
            throw new CannotCleanException(OrganisationsErrorCodes.DocumentKeepsDetails);
        }

        using var reader = XmlReader.Create(
            entry.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, CloseInput = true });
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    public static byte[] Bytes(XDocument document)
    {
        using var stream = new MemoryStream();
        document.Save(stream, SaveOptions.DisableFormatting);
        return stream.ToArray();
    }
}
