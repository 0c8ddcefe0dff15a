using System.Text;
using System.Text.RegularExpressions;

namespace DpsPortal.Organisations.Documents.Checks;

/// <summary>
/// A PDF that does something when it is opened, or carries other files. The whole file is searched, streams included:
/// a reader finds its objects by their positions, so that no part of the file is out of reach. Compressed objects are
/// unpacked first; a locked PDF cannot be looked into and is refused.
/// </summary>
internal sealed partial class PdfActiveContent : IDocumentCheck
{
    /// <summary>Of all compressed objects together, in bytes.</summary>
    private const long MaxObjects = 64L * 1024 * 1024;

    private static readonly HashSet<string> Actions = new(StringComparer.Ordinal)
    {
        "JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "RichMedia",
        "RichMediaExecute", "RichMediaSettings", "GoTo3DView", "XFA", "XObject3D",
    };

    private static readonly HashSet<string> Files = new(StringComparer.Ordinal)
    {
        "EmbeddedFile", "EmbeddedFiles", "FileAttachment", "AFRelationship",
    };

    /// <summary>Too short to be told from chance in compressed bytes; looked for outside of them.</summary>
    private static readonly HashSet<string> ShortActions = new(StringComparer.Ordinal) { "JS", "AA", "Movie", "Sound" };

    public bool Concerns(DocumentKind kind) => kind == DocumentKind.Pdf;

    public string? Refusal(DocumentKind kind, Stream content)
    {
        var file = new byte[content.Length];
        content.ReadExactly(file);
        var streams = PdfFile.Streams(file);
        if (PdfFile.Names(file).Any(n => n == "Encrypt"))
        {
            return OrganisationsErrorCodes.DocumentLocked;
        }

        var parts = new List<(ReadOnlyMemory<byte> Bytes, bool IsText)>();
        var at = 0;
        foreach (var stream in streams)
        {
            parts.Add((file.AsMemory(at, Math.Max(0, stream.Start - at)), true));
            parts.Add((file.AsMemory(stream.Start, stream.Length), false));
            at = Math.Max(at, stream.Start + stream.Length);
        }

        parts.Add((file.AsMemory(at), true));
        var room = MaxObjects;
        foreach (var stream in streams.Where(s => s.IsObjects))
        {
            // One filter, and the one that everybody uses: more of them only hide.
            var isPlain = stream.IsFlate && !stream.Names.Any(n => n.EndsWith("HexDecode", StringComparison.Ordinal)
                || n.EndsWith("85Decode", StringComparison.Ordinal) || n.EndsWith("LengthDecode", StringComparison.Ordinal)
                || n is "LZWDecode" or "Crypt");
            var isStored = !stream.Names.Contains("Filter") && !stream.Names.Contains("F");
            var objects = isPlain ? PdfFile.Inflate(file, stream, room)
                : isStored ? file[stream.Start..(stream.Start + stream.Length)] : null;
            if (objects is null)
            {
                return OrganisationsErrorCodes.DocumentUnsafe;
            }

            room -= objects.Length;
            parts.Add((objects, true));
        }

        return Refusal(parts);
    }

    private static string? Refusal(IReadOnlyList<(ReadOnlyMemory<byte> Bytes, bool IsText)> parts)
    {
        foreach (var (bytes, isText) in parts)
        {
            foreach (var name in PdfFile.Names(bytes))
            {
                if (Files.Contains(name))
                {
                    return OrganisationsErrorCodes.DocumentHasFiles;
                }

                if (Actions.Contains(name) || (isText && ShortActions.Contains(name)))
                {
                    return OrganisationsErrorCodes.DocumentHasActions;
                }
            }
        }

        var texts = parts.Where(p => p.IsText).Select(p => Encoding.Latin1.GetString(p.Bytes.Span)).ToList();
        return texts.All(OpensQuietly) ? null : OrganisationsErrorCodes.DocumentHasActions;
    }

    /// <summary>
    /// Going to a page when opened is common and harmless; opening an address is not. Where the action is an object of
    /// its own, a URI that nothing but an opening uses is not told apart from a link: links are harmless until clicked,
    /// and readers ask before an opening fetches anything.
    /// </summary>
    private static bool OpensQuietly(string text) =>
        Opening().Matches(text).All(m => m.Groups["action"].Value is "" or "GoTo" or "Named");

    [GeneratedRegex(@"/OpenAction\s*<<(?:[^>]{0,400}?/S\s*/(?<action>[A-Za-z0-9#]+))?", RegexOptions.None, 2000)]
    private static partial Regex Opening();
}
