using System.Text;
using System.Text.RegularExpressions;

namespace DpsPortal.Organisations.Documents.Checks;

/// <summary>
/// A spreadsheet program runs a CSV's cells that begin like a formula; the ones that start programs or fetch from the
/// web have a bar or a bracket in them. Numbers and telephone numbers with a sign are let through. The full-width forms
/// of the signs count as well (security T15): as such where the file's first bytes say how it is written, and as the
/// bytes of UTF-8 where they do not.
/// </summary>
internal sealed partial class CsvActiveContent : IDocumentCheck
{
    public bool Concerns(DocumentKind kind) => kind == DocumentKind.Csv;

    public string? Refusal(DocumentKind kind, Stream content)
    {
        using var reader = new StreamReader(content, Encoding.Latin1, leaveOpen: true);
        while (reader.ReadLine() is { } line)
        {
            if (Formula().IsMatch(line))
            {
                return OrganisationsErrorCodes.DocumentHasFormulas;
            }
        }

        return null;
    }

    [GeneratedRegex(
        """(^|[,;\t])\s*["']?\s*([=@＝＠]|\u00EF\u00BC[\u009D\u00A0]"""
        + """|([+\-＋－]|\u00EF\u00BC[\u008B\u008D])[^,;\t]*[|(!])""",
        RegexOptions.NonBacktracking)]
    private static partial Regex Formula();
}
