using System.Buffers.Text;
using System.IO.Compression;
using System.Text;

namespace DpsPortal.Organisations.Documents.Checks;

/// <summary>A stream of a PDF: the dictionary before it and where its bytes are.</summary>
internal sealed record PdfStream(int DictionaryStart, int Start, int Length, IReadOnlySet<string> Names)
{
    public bool IsObjects => Names.Contains("ObjStm");

    public bool IsFlate => Names.Contains("FlateDecode") || Names.Contains("Fl");
}

/// <summary>
/// As much of a PDF as the checks need. Names may be written with <c>#xx</c> for any letter, so they are always compared
/// decoded. Source: ISO 32000-1, 7.3.5, 7.3.8, 7.5.7.
/// </summary>
internal static class PdfFile
{
    /// <summary>In bytes: of one dictionary, before its stream.</summary>
    private const int MaxDictionary = 16 * 1024;

    public static IEnumerable<string> Names(ReadOnlyMemory<byte> part)
    {
        for (var at = part.Span.IndexOf((byte)'/'); at >= 0;)
        {
            yield return NameAt(part.Span, at);
            var next = part.Span[(at + 1)..].IndexOf((byte)'/');
            at = next < 0 ? -1 : at + 1 + next;
        }
    }

    /// <summary>The name that begins with the slash at <paramref name="at"/>, without it.</summary>
    public static string NameAt(ReadOnlySpan<byte> part, int at)
    {
        var name = new StringBuilder();
        for (var i = at + 1; i < part.Length && name.Length < 64 && IsRegular(part[i]); i++)
        {
            if (part[i] == '#' && i + 2 < part.Length
                && Utf8Parser.TryParse(part.Slice(i + 1, 2), out byte code, out var used, 'x') && used == 2)
            {
                name.Append((char)code);
                i += 2;
            }
            else
            {
                name.Append((char)part[i]);
            }
        }

        return name.ToString();
    }

    public static List<PdfStream> Streams(byte[] file)
    {
        var streams = new List<PdfStream>();
        for (var at = 0; Find(file, "stream"u8, at) is >= 0 and var word; at = word + 6)
        {
            var isEnd = word >= 3 && file.AsSpan(word - 3, 3).SequenceEqual("end"u8);
            var next = word + 6 < file.Length ? file[word + 6] : (byte)0;
            if (isEnd || next is not ((byte)'\r' or (byte)'\n'))
            {
                continue;
            }

            var start = word + 6 + (next == '\r' && word + 7 < file.Length && file[word + 7] == '\n' ? 2 : 1);
            var end = Find(file, "endstream"u8, start);
            var from = Math.Max(0, word - MaxDictionary);
            var begin = file.AsSpan(from, word - from).LastIndexOf(" obj"u8);
            var dictionary = begin < 0 ? from : from + begin;
            streams.Add(new PdfStream(
                dictionary, start, (end < 0 ? file.Length : end) - start,
                Names(file.AsMemory(dictionary, word - dictionary)).ToHashSet(StringComparer.Ordinal)));
        }

        return streams;
    }

    /// <summary>The bytes of a Flate stream; null when they are larger than allowed or are none.</summary>
    public static byte[]? Inflate(byte[] file, PdfStream stream, long max)
    {
        try
        {
            using var packed = new MemoryStream(file, stream.Start, stream.Length, writable: false);
            using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            var buffer = new byte[32 * 1024];
            for (int read; (read = zlib.Read(buffer)) > 0;)
            {
                if (unpacked.Length + read > max)
                {
                    return null;
                }

                unpacked.Write(buffer, 0, read);
            }

            return unpacked.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    public static int Find(byte[] file, ReadOnlySpan<byte> word, int from)
    {
        var at = from >= file.Length ? -1 : file.AsSpan(from).IndexOf(word);
        return at < 0 ? -1 : from + at;
    }

    private static bool IsRegular(byte b) => b > ' ' && b is not ((byte)'/' or (byte)'(' or (byte)')' or (byte)'<'
        or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'%' or 0x7F);
}
