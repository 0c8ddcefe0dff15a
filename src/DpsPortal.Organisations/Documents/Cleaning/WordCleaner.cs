using System.Xml;
using System.Xml.Linq;

namespace DpsPortal.Organisations.Documents.Cleaning;

/// <summary>
/// A text as it reads once all changes are accepted: what was deleted or hidden goes, what was inserted stays without its
/// author. Comments go. Tables whose cells were inserted, deleted or merged while changes were tracked are refused: what
/// they look like in the end, Word alone knows.
/// </summary>
internal static class WordCleaner
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly HashSet<string> Gone = new(StringComparer.Ordinal)
    {
        "del", "moveFrom", "delText", "delInstrText", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange",
        "tblGridChange", "trPrChange", "tcPrChange", "tblPrExChange", "numberingChange", "moveFromRangeStart",
        "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd", "commentRangeStart", "commentRangeEnd",
        "commentReference", "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
        "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
        "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "rsids", "rsidRoot", "rsid", "trackRevisions", "docVars",
        "docVar", "docId", "proofErr", "dataBinding", "writeProtection",
    };

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "ins", "moveTo" };

    private static readonly HashSet<string> Unsafe =
        new(StringComparer.Ordinal) { "cellIns", "cellDel", "cellMerge" };

    public static bool NeedsCleaning(Stream part)
    {
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Comment or XmlNodeType.ProcessingInstruction)
            {
                return true;
            }

            if (reader.NodeType == XmlNodeType.Element && (Gone.Contains(reader.LocalName)
                || Kept.Contains(reader.LocalName) || Unsafe.Contains(reader.LocalName)
                || reader.LocalName is "vanish" or "specVanish"))
            {
                return true;
            }

            for (var i = 0; i < reader.AttributeCount; i++)
            {
                reader.MoveToAttribute(i);
                if (IsTrace(reader.LocalName))
                {
                    return true;
                }
            }
        }

        return false;
    }

    public static void Clean(XDocument part)
    {
        if (part.Descendants().Any(e => Unsafe.Contains(e.Name.LocalName)))
        {
            throw new CannotCleanException(OrganisationsErrorCodes.DocumentHasRevisions);
        }

        part.DescendantNodes().Where(n => n is XComment or XProcessingInstruction).ToList().ForEach(n => n.Remove());
        DropDeletedRows(part);
        DropHiddenText(part);
        var deletedMarks = part.Descendants(W + "p").Where(HasDeletedMark).ToList();
        part.Descendants().Where(e => Gone.Contains(e.Name.LocalName)).ToList().ForEach(Remove);
        foreach (var kept in part.Descendants().Where(e => Kept.Contains(e.Name.LocalName)).Reverse().ToList())
        {
            kept.ReplaceWith(kept.Nodes());
        }

        deletedMarks.Where(p => p.Parent is not null && !p.Elements().Any(e => e.Name != W + "pPr"))
            .ToList().ForEach(DropEmpty);
        part.Descendants().Attributes().Where(a => IsTrace(a.Name.LocalName)).ToList().ForEach(a => a.Remove());
    }

    private static bool IsTrace(string attribute) =>
        attribute.StartsWith("rsid", StringComparison.Ordinal) || attribute is "author" or "initials";

    private static void DropDeletedRows(XDocument part) =>
        part.Descendants(W + "tr").Where(r => r.Element(W + "trPr")?.Element(W + "del") is not null)
            .ToList().ForEach(r => r.Remove());

    /// <summary>A style that hides would have to be looked for in every part: its author takes it away.</summary>
    private static void DropHiddenText(XDocument part)
    {
        // Word's own "z-Top of Form" and "z-Bottom of Form" hide the marks around a form of a web page.
        var hides = part.Descendants(W + "style").Any(s => IsHidden(s.Element(W + "rPr"))
            && ((string?)s.Attribute(W + "styleId"))?.StartsWith("z-", StringComparison.Ordinal) != true);
        if (hides)
        {
            throw new CannotCleanException(OrganisationsErrorCodes.DocumentHasHiddenText);
        }

        part.Descendants(W + "r").Where(r => IsHidden(r.Element(W + "rPr"))).ToList().ForEach(r => r.Remove());
    }

    private static bool IsHidden(XElement? properties) =>
        properties?.Elements().Any(e => e.Name.LocalName is "vanish" or "specVanish"
            && (string?)e.Attribute(W + "val") is not ("0" or "false" or "off")) == true;

    private static bool HasDeletedMark(XElement paragraph) =>
        paragraph.Element(W + "pPr")?.Element(W + "rPr")?.Elements()
            .Any(e => e.Name.LocalName is "del" or "moveFrom") == true;

    /// <summary>A cell or a story keeps at least one paragraph.</summary>
    private static void DropEmpty(XElement paragraph)
    {
        if (paragraph.Parent!.Elements(W + "p").Skip(1).Any())
        {
            paragraph.Remove();
        }
    }

    private static void Remove(XElement element)
    {
        if (element.Parent is not null)
        {
            element.Remove();
        }
    }
}
