using System.IO.Compression;

namespace DpsPortal.Organisations.Documents.Checks;

/// <summary>
/// What a part of an Office file is, by its first bytes: a program opens what a relationship names, whatever the part is
/// called and wherever it lies (threats T19, T37).
/// </summary>
internal static class OfficePart
{
    public static bool IsXml(ZipArchiveEntry part)
    {
        if (part.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // UTF-16 by its mark or its first letter; in UTF-8 white space may stand before the first element.
        var start = Start(part);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE])
            || start.StartsWith((ReadOnlySpan<byte>)[0, (byte)'<']))
        {
            return true;
        }

        var text = start.TrimStart((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]).TrimStart(" \t\r\n"u8);
        return start.Length > 0 && (text.IsEmpty || text[0] == '<');
    }

    public static bool IsJpg(ZipArchiveEntry part) => Start(part).StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);

    public static bool IsPng(ZipArchiveEntry part) =>
        Start(part).StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10]);

    /// <summary>A program, a PDF, or the old Office container: an OLE object or a macro project by another name.</summary>
    public static bool IsFile(ZipArchiveEntry part)
    {
        var start = Start(part);
        return start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
            || start.StartsWith("MZ"u8) || start.StartsWith("\u007FELF"u8) || start.StartsWith("%PDF"u8);
    }

    private static ReadOnlySpan<byte> Start(ZipArchiveEntry part)
    {
        using var stream = part.Open();
        var start = new byte[64];
        return start.AsSpan(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
    }
}
