using System.Buffers.Binary;

namespace DpsPortal.Organisations.Documents.Cleaning;

/// <summary>
/// Keeps the segments that draw the picture. EXIF (place, time, camera, thumbnail), XMP, comments and everything behind
/// the picture's end go. Which way up the camera was held is written anew, and nothing else with it.
/// </summary>
internal static class JpegCleaner
{
    private const int App0 = 0xE0;
    private const int App1 = 0xE1;
    private const int App14 = 0xEE;
    private const int App15 = 0xEF;
    private const int Comment = 0xFE;
    private const int StartOfScan = 0xDA;
    private const int EndOfImage = 0xD9;

    public static byte[] Clean(byte[] file)
    {
        using var clean = new MemoryStream(file.Length);
        clean.Write(file, 0, 2);
        var orientation = OrientationOf(file);
        var isFirst = true;
        for (var at = 2; at + 2 <= file.Length;)
        {
            if (file[at] != 0xFF)
            {
                throw Broken();
            }

            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker == EndOfImage)
            {
                clean.Write([0xFF, EndOfImage]);
                return clean.ToArray();
            }

            var length = LengthAt(file, at + 2);
            var segment = file.AsSpan(at + 4, length - 2);
            if (isFirst && marker != App0)
            {
                WriteOrientation(clean, orientation);
                isFirst = false;
            }

            if (marker == App0 && segment.Length >= 14 && segment.StartsWith("JFIF\0"u8))
            {
                WriteJfif(clean, segment);
            }
            else if ((marker == App14 && segment.Length == 12 && segment.StartsWith("Adobe"u8))
                || marker is not (>= App0 and <= App15) and not Comment)
            {
                clean.Write(file, at, length + 2);
            }

            at += length + 2;
            if (marker == StartOfScan)
            {
                var end = EndOfScan(file, at);
                clean.Write(file, at, end - at);
                at = end;
            }
        }

        throw Broken();
    }

    /// <summary>Of the first EXIF segment; 1 (upright) when it does not say.</summary>
    public static int OrientationOf(byte[] file)
    {
        for (var at = 2; at + 4 <= file.Length && file[at] == 0xFF && file[at + 1] is not (StartOfScan or EndOfImage);)
        {
            if (file[at + 1] == 0xFF)
            {
                at++;
                continue;
            }

            var length = LengthAt(file, at + 2);
            var segment = file.AsSpan(at + 4, length - 2);
            if (file[at + 1] == App1 && segment.StartsWith("Exif\0\0"u8))
            {
                return OrientationIn(segment[6..]);
            }

            at += length + 2;
        }

        return 1;
    }

    /// <param name="tiff">Source: TIFF 6.0 section 2; orientation is tag 0x0112, a short.</param>
    private static int OrientationIn(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 14)
        {
            return 1;
        }

        var isLittle = tiff[0] == 'I';
        var directory = U32(tiff[4..], isLittle);
        for (long i = 0, at = directory + 2; directory + 2 <= tiff.Length
             && i < U16(tiff[(int)directory..], isLittle) && at + 12 <= tiff.Length; i++, at += 12)
        {
            if (U16(tiff[(int)at..], isLittle) == 0x0112)
            {
                var value = U16(tiff[((int)at + 8)..], isLittle);
                return value is >= 1 and <= 8 ? value : 1;
            }
        }

        return 1;
    }

    private static void WriteOrientation(MemoryStream clean, int orientation)
    {
        if (orientation != 1)
        {
            clean.Write([0xFF, App1, 0, 34]);
            clean.Write("Exif\0\0MM\0*\0\0\0\u0008"u8);
            clean.Write([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0, 0, 0, 0, 0]);
        }
    }

    /// <summary>Version, units and density; without the thumbnail.</summary>
    private static void WriteJfif(MemoryStream clean, ReadOnlySpan<byte> segment)
    {
        clean.Write([0xFF, App0, 0, 16]);
        clean.Write(segment[..12]);
        clean.Write([0, 0]);
    }

    /// <summary>Where the next segment begins: 0xFF in the picture's data is followed by 0 or a restart mark.</summary>
    private static int EndOfScan(byte[] file, int at)
    {
        for (; at + 1 < file.Length; at++)
        {
            if (file[at] == 0xFF && file[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7)))
            {
                return at;
            }
        }

        throw Broken();
    }

    private static int LengthAt(byte[] file, int at)
    {
        var length = at + 2 <= file.Length ? BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at)) : 0;
        return length >= 2 && at + length <= file.Length ? length : throw Broken();
    }

    private static int U16(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt16LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint U32(ReadOnlySpan<byte> bytes, bool isLittle) => isLittle
        ? BinaryPrimitives.ReadUInt32LittleEndian(bytes)
        : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static CannotCleanException Broken() => new(OrganisationsErrorCodes.DocumentContentMismatch);
}
