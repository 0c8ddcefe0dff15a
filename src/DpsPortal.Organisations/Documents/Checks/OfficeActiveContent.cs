using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace DpsPortal.Organisations.Documents.Checks;

/// <summary>
/// A DOCX or XLSX that holds programs or other files, or fetches something from elsewhere when it is opened: macros,
/// OLE, ActiveX, embedded files, remote templates and pictures, fields and formulas that talk to programs (DDE).
/// </summary>
internal sealed partial class OfficeActiveContent : IDocumentCheck
{
    private const string Main = "application/vnd.openxmlformats-officedocument.";
    private const string Relationships = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly string[] ProgramTypes =
        ["macroEnabled", "vbaProject", "vbaData", "activeX", "macrosheet", "intlmacrosheet", "dialogsheet", "ms-word.keyMap"];

    private static readonly string[] ProgramParts =
        ["vbaProject", "vbaData", "/activeX/", "/macrosheets/", "/dialogsheets/", "customUI", "/ctrlProps/"];

    private static readonly string[] FileRelations = ["/oleObject", "/package", "/aFChunk", "/control", "/attachedToolbars"];

    public bool Concerns(DocumentKind kind) => kind is DocumentKind.Docx or DocumentKind.Xlsx;

    public string? Refusal(DocumentKind kind, Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return OfParts(zip) ?? OfKind(kind, zip) ?? OfRelationships(zip) ?? OfText(zip);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or NotSupportedException)
        {
            return OrganisationsErrorCodes.DocumentContentMismatch;
        }
    }

    private static string? OfParts(ZipArchive zip)
    {
        foreach (var entry in zip.Entries)
        {
            if (ProgramParts.Any(p => ("/" + entry.FullName).Contains(p, StringComparison.OrdinalIgnoreCase)))
            {
                return OrganisationsErrorCodes.DocumentHasMacros;
            }

            if (entry.FullName.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase)
                || entry.FullName.Contains("/externalLinks/", StringComparison.OrdinalIgnoreCase))
            {
                return OrganisationsErrorCodes.DocumentHasFiles;
            }

            if (IsFile(entry))
            {
                return OrganisationsErrorCodes.DocumentHasFiles;
            }
        }

        return null;
    }

    /// <summary>A program, a PDF, or the old Office container: an OLE object or a macro project by another name.</summary>
    private static bool IsFile(ZipArchiveEntry entry)
    {
        if (entry.Length < 8)
        {
            return false;
        }

        using var stream = entry.Open();
        Span<byte> start = stackalloc byte[8];
        stream.ReadExactly(start);
        return start.SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
            || start.StartsWith("MZ"u8) || start.StartsWith("\u007FELF"u8) || start.StartsWith("%PDF"u8);
    }

    private static string? OfKind(DocumentKind kind, ZipArchive zip)
    {
        var types = new List<string>();
        using (var reader = Open(zip.GetEntry("[Content_Types].xml")))
        {
            while (reader?.Read() == true)
            {
                types.Add(reader.GetAttribute("ContentType") ?? "");
            }
        }

        if (types.Any(t => ProgramTypes.Any(p => t.Contains(p, StringComparison.OrdinalIgnoreCase))))
        {
            return OrganisationsErrorCodes.DocumentHasMacros;
        }

        if (types.Any(t => t.Contains("oleObject", StringComparison.OrdinalIgnoreCase)))
        {
            return OrganisationsErrorCodes.DocumentHasFiles;
        }

        var (wanted, folder) = kind == DocumentKind.Docx
            ? (Main + "wordprocessingml.document.main+xml", "word/")
            : (Main + "spreadsheetml.sheet.main+xml", "xl/");
        var isRight = types.Contains(wanted, StringComparer.OrdinalIgnoreCase)
            && zip.Entries.Any(e => e.FullName.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
        return isRight ? null : OrganisationsErrorCodes.DocumentContentMismatch;
    }

    /// <summary>A link that a person may click is the only thing that may lead out of the file.</summary>
    private static string? OfRelationships(ZipArchive zip)
    {
        foreach (var entry in zip.Entries.Where(e => e.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var reader = Open(entry)!;
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.NamespaceURI != Relationships)
                {
                    continue;
                }

                var type = reader.GetAttribute("Type") ?? "";
                if (FileRelations.Any(f => type.EndsWith(f, StringComparison.OrdinalIgnoreCase)))
                {
                    return OrganisationsErrorCodes.DocumentHasFiles;
                }

                var isExternal = string.Equals(
                    reader.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
                var isLink = type.EndsWith("/hyperlink", StringComparison.OrdinalIgnoreCase)
                    && Link().IsMatch(reader.GetAttribute("Target") ?? "");
                if (isExternal && !isLink)
                {
                    return OrganisationsErrorCodes.DocumentHasRemoteParts;
                }
            }
        }

        return null;
    }

    private static string? OfText(ZipArchive zip)
    {
        var parts = zip.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            && (e.FullName.StartsWith("word/", StringComparison.OrdinalIgnoreCase)
                || e.FullName.StartsWith("xl/", StringComparison.OrdinalIgnoreCase)));
        return parts.Any(Talks) ? OrganisationsErrorCodes.DocumentHasActions : null;
    }

    /// <summary>A field may be written in many runs: they are put together before they are read.</summary>
    private static bool Talks(ZipArchiveEntry part)
    {
        using var reader = Open(part)!;
        var fields = new StringBuilder();
        var element = "";
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                element = reader.LocalName;
                if (element is "fldSimple" or "fldChar")
                {
                    fields.Append(' ');
                    fields.Append(reader.GetAttribute("instr", reader.NamespaceURI));
                    fields.Append(' ');
                }
                else if (element is "ddeLink" or "oleLink" or "oleObject" or "altChunk")
                {
                    return true;
                }
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                if (element is "instrText")
                {
                    fields.Append(reader.Value);
                }
                else if (element is "f" or "definedName" && Bar().IsMatch(reader.Value))
                {
                    return true;
                }
            }
        }

        return Field().IsMatch(fields.ToString());
    }

    private static XmlReader? Open(ZipArchiveEntry? part) => part is null ? null : XmlReader.Create(
        part.Open(),
        new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            CloseInput = true,
            MaxCharactersInDocument = ArchiveWalk.MaxUnpacked,
        });

    [GeneratedRegex(@"^(https?://|mailto:|tel:|#)", RegexOptions.IgnoreCase)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|INCLUDE|LINK|MACROBUTTON)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Field();

    /// <summary>In a formula a bar outside quotation marks names a program and its topic.</summary>
    [GeneratedRegex("""^(?:[^"|]|"[^"]*")*\||\b(WEBSERVICE|CALL|REGISTER|EXEC)\s*\(""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Bar();
}
