using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DpsPortal.Organisations.Documents.Checks;

namespace DpsPortal.Organisations.Documents.Cleaning;

/// <summary>
/// Overwrites with spaces, in place, what a PDF says about its making: the texts of its information dictionary and its
/// XMP packets. No byte moves, so every position in the file stays true. A signed PDF is left as it is: its signature
/// covers these texts, names its signer on purpose, and would break.
/// </summary>
internal static partial class PdfCleaner
{
    private const int MaxObjects = 64 * 1024 * 1024;

    public static byte[] Clean(byte[] file)
    {
        if (PdfFile.Names(file).Any(n => n == "ByteRange"))
        {
            return file;
        }

        var clean = (byte[])file.Clone();
        var information = Information().Matches(Encoding.Latin1.GetString(file))
            .Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        foreach (var stream in PdfFile.Streams(file))
        {
            if (stream.Names.Contains("Metadata") && stream.Names.Contains("XML"))
            {
                Replace(clean, stream, _ => []);
            }
            else if (stream.IsObjects && stream.IsFlate && information.Count > 0)
            {
                var dictionary = Encoding.Latin1.GetString(
                    file, stream.DictionaryStart, stream.Start - stream.DictionaryStart);
                Replace(clean, stream, objects => BlankPacked(objects, dictionary, information));
            }
        }

        foreach (var number in information)
        {
            foreach (Match begin in Regex.Matches(Encoding.Latin1.GetString(file), $@"(?<![0-9]){number}\s+[0-9]+\s+obj"))
            {
                var end = PdfFile.Find(file, "endobj"u8, begin.Index);
                BlankTexts(clean.AsSpan(begin.Index, (end < 0 ? file.Length : end) - begin.Index));
            }
        }

        BlankPackets(clean);
        return clean;
    }

    /// <summary>An object stream begins with pairs of an object's number and where it is, counted from /First.</summary>
    private static byte[] BlankPacked(byte[] objects, string dictionary, HashSet<string> information)
    {
        if (!int.TryParse(First().Match(dictionary).Groups[1].Value, out var first) || first > objects.Length)
        {
            return objects;
        }

        var pairs = Encoding.Latin1.GetString(objects, 0, first).Split(
            (char[])[' ', '\r', '\n', '\t', '\f', '\0'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i + 1 < pairs.Length; i += 2)
        {
            if (information.Contains(pairs[i]) && int.TryParse(pairs[i + 1], out var at) && first + at < objects.Length)
            {
                var end = i + 3 < pairs.Length && int.TryParse(pairs[i + 3], out var next) && next > at
                    ? Math.Min(first + next, objects.Length)
                    : objects.Length;
                BlankTexts(objects.AsSpan((first + at)..end));
            }
        }

        return objects;
    }

    /// <summary>All texts of one dictionary; nested and escaped brackets included.</summary>
    private static void BlankTexts(Span<byte> part)
    {
        var depth = 0;
        var isHex = false;
        for (var at = 0; at < part.Length; at++)
        {
            var b = part[at];
            if (isHex)
            {
                isHex = b != '>';
                part[at] = isHex ? (byte)' ' : b;
            }
            else if (depth > 0)
            {
                depth += b == '(' ? 1 : b == ')' ? -1 : 0;
                if (depth > 0)
                {
                    part[at] = (byte)' ';
                    if (b == '\\' && at + 1 < part.Length)
                    {
                        part[++at] = (byte)' ';
                    }
                }
            }
            else if (b == '(')
            {
                depth = 1;
            }
            else if (b == '<' && at + 1 < part.Length)
            {
                isHex = part[at + 1] != '<';
                at += isHex ? 0 : 1;
            }
        }
    }

    /// <summary>XMP that lies open in the file, also within pictures.</summary>
    private static void BlankPackets(byte[] file)
    {
        for (var at = 0; PdfFile.Find(file, "<x:xmpmeta"u8, at) is >= 0 and var start; at = start + 1)
        {
            var end = PdfFile.Find(file, "</x:xmpmeta>"u8, start);
            file.AsSpan(start, (end < 0 ? start + 10 : end + 12) - start).Fill((byte)' ');
        }
    }

    /// <summary>The new bytes in the old place: packed again where they were packed, filled up with line ends.</summary>
    private static void Replace(byte[] file, PdfStream stream, Func<byte[], byte[]> change)
    {
        var place = file.AsSpan(stream.Start, stream.Length);
        if (!stream.IsFlate)
        {
            place.Fill((byte)' ');
            return;
        }

        var old = PdfFile.Inflate(file, stream, MaxObjects)
            ?? throw new CannotCleanException(OrganisationsErrorCodes.DocumentUnsafe);
        var changed = change((byte[])old.Clone());
        if (changed.AsSpan().SequenceEqual(old))
        {
            return;
        }

        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zlib.Write(changed);
        }

        if (packed.Length > place.Length)
        {
            throw new CannotCleanException(OrganisationsErrorCodes.DocumentKeepsDetails);
        }

        place.Fill((byte)'\n');
        packed.ToArray().CopyTo(place);
    }

    [GeneratedRegex(@"/Info\s+([0-9]{1,10})\s+[0-9]+\s+R")]
    private static partial Regex Information();

    [GeneratedRegex(@"/First\s+([0-9]{1,9})")]
    private static partial Regex First();
}
