using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace DpsPortal.Organisations.Documents.Checks;

/// <summary>
/// Whether the bytes are of the kind that the name says, from the first to the last: a file that is two kinds at once
/// begins or ends as something else.
/// </summary>
internal sealed class TypeByContent : IDocumentCheck
{
    /// <summary>The largest comment behind the end of a zip, and that end, in bytes. Source: APPNOTE 4.3.16.</summary>
    private const int MaxZipTail = 65_535 + 22;

    /// <summary>What a browser or a web server would run.</summary>
    private static readonly string[] MarkUp =
        ["<script", "<html", "<!doctype", "<?php", "<?xml", "<svg", "<iframe", "<body", "<img", "<object", "<embed", "<%"];

    public bool Concerns(DocumentKind kind) => true;

    public string? Refusal(DocumentKind kind, Stream content)
    {
        var isRight = kind switch
        {
            DocumentKind.Pdf => IsPdf(content),
            DocumentKind.Png => IsPng(content),
            DocumentKind.Jpg => IsJpg(content),
            DocumentKind.Csv => IsText(content),
            _ => Read(content, 0, 4).AsSpan().SequenceEqual("PK\u0003\u0004"u8),
        };
        return isRight ? null : OrganisationsErrorCodes.DocumentContentMismatch;
    }

    private static bool IsPdf(Stream content)
    {
        var start = Read(content, 0, 8);
        var tail = Read(content, Math.Max(0, content.Length - MaxZipTail), MaxZipTail).AsSpan();
        var end = tail.LastIndexOf("%%EOF"u8);
        return start.AsSpan().StartsWith("%PDF-"u8) && end >= 0
            && tail[(end + 5)..].IndexOfAnyExcept(" \t\r\n\0"u8) < 0
            && !EndsAsZip(tail);
    }

    /// <summary>A zip is found from its end, whose comment reaches to the last byte.</summary>
    private static bool EndsAsZip(ReadOnlySpan<byte> tail)
    {
        for (var rest = tail; rest.LastIndexOf("PK\u0005\u0006"u8) is >= 0 and var at; rest = rest[..at])
        {
            var end = tail[at..];
            if (end.Length >= 22 && BinaryPrimitives.ReadUInt16LittleEndian(end[20..]) + 22 >= end.Length)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPng(Stream content)
    {
        if (!Read(content, 0, 8).AsSpan().SequenceEqual((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]))
        {
            return false;
        }

        long at = 8;
        for (var first = true; at + 12 <= content.Length; first = false)
        {
            var header = Read(content, at, 8);
            var length = BinaryPrimitives.ReadUInt32BigEndian(header);
            var type = Encoding.ASCII.GetString(header, 4, 4);
            at += 12L + length;
            if (first && (type != "IHDR" || length != 13))
            {
                return false;
            }

            if (type == "IEND")
            {
                return at == content.Length;
            }
        }

        return false;
    }

    private static bool IsJpg(Stream content)
    {
        if (!Read(content, 0, 3).AsSpan().SequenceEqual((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
        {
            return false;
        }

        long at = 2;
        var hasFrame = false;
        while (at + 4 <= content.Length)
        {
            var header = Read(content, at, 4);
            if (header[0] != 0xFF)
            {
                return false;
            }

            var marker = header[1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            hasFrame |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            if (marker == 0xDA)
            {
                var end = Read(content, Math.Max(0, content.Length - 64), 64);
                return hasFrame && end.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) >= 0;
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(2));
        }

        return false;
    }

    /// <summary>UTF-8 or Latin-1 text: lines without control characters, and no mark-up that a browser would run.</summary>
    private static bool IsText(Stream content)
    {
        var bytes = Read(content, 0, (int)content.Length);
        var span = bytes.AsSpan();
        if (span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
        {
            span = span[3..];
        }

        var isMarkUp = span.TrimStart(" \t\r\n"u8).StartsWith("<"u8);
        var isOtherKind = span.StartsWith("%PDF"u8) || span.StartsWith("PK"u8);
        var isUtf8 = Utf8.IsValid(span);
        return !isMarkUp && !isOtherKind && !HasControls(span, allowHigh: isUtf8) && !HasMarkUp(span);
    }

    private static bool HasMarkUp(ReadOnlySpan<byte> text)
    {
        Span<char> buffer = stackalloc char[9];
        for (var at = text.IndexOf((byte)'<'); at >= 0 && text.Length > 0;)
        {
            text = text[at..];
            var length = Math.Min(buffer.Length, text.Length);
            Encoding.Latin1.GetChars(text[..length], buffer);
            foreach (var start in MarkUp)
            {
                if (buffer[..length].StartsWith(start, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }

            text = text[1..];
            at = text.IndexOf((byte)'<');
        }

        return false;
    }

    /// <param name="allowHigh">In UTF-8, bytes 0x80-0x9F are parts of letters; in Latin-1 they are controls.</param>
    private static bool HasControls(ReadOnlySpan<byte> text, bool allowHigh)
    {
        foreach (var b in text)
        {
            // Windows writes curly quotes and the euro as 0x80-0x9F; they are let through but for the unassigned five.
            var unassigned = !allowHigh && b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D;
            if (b is < 0x20 and not ((byte)'\t' or (byte)'\n' or (byte)'\r') or 0x7F || unassigned)
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] Read(Stream content, long at, int count)
    {
        content.Position = at;
        var bytes = new byte[count];
        var read = content.ReadAtLeast(bytes, count, throwOnEndOfStream: false);
        return read == count ? bytes : bytes[..read];
    }
}
