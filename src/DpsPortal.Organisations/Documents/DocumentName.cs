using System.Text;
using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.Documents;

/// <summary>A name fit to be shown and to be sent in a header: it never decides where a file is kept.</summary>
internal static class DocumentName
{
    private static readonly Dictionary<string, DocumentKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = DocumentKind.Pdf,
        [".docx"] = DocumentKind.Docx,
        [".xlsx"] = DocumentKind.Xlsx,
        [".jpg"] = DocumentKind.Jpg,
        [".jpeg"] = DocumentKind.Jpg,
        [".png"] = DocumentKind.Png,
        [".csv"] = DocumentKind.Csv,
    };

    /// <summary>
    /// The last part of a path, in composed form, without control, direction-changing or invalid characters; empty
    /// when nothing is left of it.
    /// </summary>
    public static string Clean(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var text = new StringBuilder();
        foreach (var rune in last.EnumerateRunes())
        {
            if (!Unseen.Is(rune) && rune.Value is not ('"' or ':' or '*' or '?' or '<' or '>' or '|' or 0xFFFD))
            {
                text.Append(rune.ToString());
            }
        }

        var clean = text.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.');
        if (clean.Length <= DocumentConsts.MaxNameLength)
        {
            return clean;
        }

        var extension = Path.GetExtension(clean);
        var room = DocumentConsts.MaxNameLength - extension.Length;
        return room < 1 ? "" : ShortenedTo(room, Path.GetFileNameWithoutExtension(clean)) + extension;
    }

    /// <summary>By the extension; null when it is none of the allowed.</summary>
    public static DocumentKind? KindOf(string name) =>
        Path.GetFileNameWithoutExtension(name).Length > 0 && Kinds.TryGetValue(Path.GetExtension(name), out var kind)
            ? kind
            : null;

    private static string ShortenedTo(int length, string text) =>
        char.IsHighSurrogate(text[length - 1]) ? text[..(length - 1)] : text[..length];
}
