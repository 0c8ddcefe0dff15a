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

    private static readonly HashSet<string> Formulas = new(StringComparer.Ordinal)
    {
        "f", "definedName", "formula", "formula1", "formula2", "calculatedColumnFormula", "totalsRowFormula",
    };

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

            if (OfficePart.IsFile(entry))
            {
                return OrganisationsErrorCodes.DocumentHasFiles;
            }
        }

        return null;
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

    private static string? OfText(ZipArchive zip) => zip.Entries.Where(OfficePart.IsXml).Any(Talks)
        ? OrganisationsErrorCodes.DocumentHasActions
        : null;

    /// <summary>
    /// A field may be written in many runs, and the text of an element in many pieces with comments between: they are put
    /// together before they are read.
    /// </summary>
    private static bool Talks(ZipArchiveEntry part)
    {
        using var reader = Open(part)!;
        var fields = new StringBuilder();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var element = reader.LocalName;
            if (element is "fldSimple" or "fldChar")
            {
                fields.Append(' ').Append(reader.GetAttribute("instr", reader.NamespaceURI)).Append(' ');
            }
            else if (element is "instrText")
            {
                fields.Append(TextOf(reader));
            }
            else if (element is "ddeLink" or "oleLink" or "oleObject" or "altChunk")
            {
                return true;
            }
            else if (Formulas.Contains(element) && Bar().IsMatch(TextOf(reader)))
            {
                return true;
            }
        }

        return Field().IsMatch(fields.ToString());
    }

    private static string TextOf(XmlReader element)
    {
        var text = new StringBuilder();
        using var inside = element.ReadSubtree();
        while (inside.Read())
        {
            if (inside.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                text.Append(inside.Value);
            }
        }

        return text.ToString();
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
    [GeneratedRegex("""^(?:[^"|]|"[^"]*")*\||\b(WEBSERVICE|IMAGE|RTD|CALL|REGISTER|EXEC)\s*\(""", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Bar();
}
