using System.Xml;
using System.Xml.Linq;

namespace DpsPortal.Organisations.Documents.Cleaning;

/// <summary>
/// A workbook without the names of those who saved it and where. Hidden sheets are refused: formulas may need them, so
/// only its author can say whether they may go or be seen.
/// </summary>
internal static class WorkbookCleaner
{
    private static readonly HashSet<string> Gone = new(StringComparer.Ordinal)
    {
        "absPath", "fileSharing", "legacyDrawing", "webPublishing", "customWorkbookViews", "customSheetViews",
        "revisionPtr", "scenarios",
    };

    public static bool NeedsCleaning(Stream part)
    {
        using var reader = XmlReader.Create(part, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        while (reader.Read())
        {
            if (reader.NodeType is XmlNodeType.Comment or XmlNodeType.ProcessingInstruction)
            {
                return true;
            }

            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            var isHiddenSheet = reader.LocalName == "sheet" && reader.GetAttribute("state") is "hidden" or "veryHidden";
            if (isHiddenSheet)
            {
                throw new CannotCleanException(OrganisationsErrorCodes.DocumentHasHiddenSheets);
            }

            if (Gone.Contains(reader.LocalName) || (reader.LocalName == "pageSetup" && HasId(reader)))
            {
                return true;
            }
        }

        return false;
    }

    public static void Clean(XDocument part)
    {
        part.DescendantNodes().Where(n => n is XComment or XProcessingInstruction).ToList().ForEach(n => n.Remove());
        foreach (var element in part.Descendants().Where(e => Gone.Contains(e.Name.LocalName)).ToList())
        {
            // A path to the author's folder sits in an alternative of its own, which is not allowed to be empty.
            var alternative = element.Ancestors().FirstOrDefault(a => a.Name.LocalName == "AlternateContent");
            var target = element.Name.LocalName == "absPath" && alternative is not null ? alternative : element;
            if (target.Parent is not null)
            {
                target.Remove();
            }
        }

        // Printer settings are a part that goes; the page's set-up itself stays.
        part.Descendants().Where(e => e.Name.LocalName == "pageSetup").Attributes()
            .Where(a => a.Name.LocalName == "id").ToList().ForEach(a => a.Remove());
    }

    private static bool HasId(XmlReader reader)
    {
        for (var i = 0; i < reader.AttributeCount; i++)
        {
            reader.MoveToAttribute(i);
            if (reader.LocalName == "id")
            {
                return true;
            }
        }

        return false;
    }
}
