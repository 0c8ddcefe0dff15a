using System.Buffers.Binary;

namespace DpsPortal.Organisations.Documents.Cleaning;

/// <summary>Keeps the chunks that draw the picture; texts, times, EXIF, animations and unknown chunks go.</summary>
internal static class PngCleaner
{
    private static readonly HashSet<string> Drawing = new(StringComparer.Ordinal)
    {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs",
    };

    public static byte[] Clean(byte[] file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(file, 0, 8);
        for (var at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)) + 12L;
            if (at + length > file.Length)
            {
                throw new CannotCleanException(OrganisationsErrorCodes.DocumentContentMismatch);
            }

            if (Drawing.Contains(System.Text.Encoding.ASCII.GetString(file, at + 4, 4)))
            {
                clean.Write(file, at, (int)length);
            }

            at += (int)length;
        }

        return clean.ToArray();
    }
}
