using System.Buffers.Binary;
using System.IO.Compression;

namespace DpsPortal.Organisations.Documents.Checks;

/// <summary>
/// How many pixels a picture says it has: whoever shows it sets aside memory for that many, however small the file is
/// (a pixel flood). Pictures within Office files count as well. Source: OWASP ASVS 5.0, 5.2.6.
/// </summary>
internal sealed class PictureSize : IDocumentCheck
{
    /// <summary>
    /// In pixels, width times height: twice what most telephones take, and above an A0 plan scanned at 200 dpi
    /// (62 million). Shown, they take 400 MB.
    /// </summary>
    public const long MaxPixels = 100_000_000;

    private const string Broken = OrganisationsErrorCodes.DocumentContentMismatch;

    public bool Concerns(DocumentKind kind) =>
        kind is DocumentKind.Png or DocumentKind.Jpg or DocumentKind.Docx or DocumentKind.Xlsx;

    public string? Refusal(DocumentKind kind, Stream content) => kind switch
    {
        DocumentKind.Png => OfPng(Bytes(content)),
        DocumentKind.Jpg => OfJpg(Bytes(content)),
        _ => OfParts(content),
    };

    private static string? OfParts(Stream content)
    {
        using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        foreach (var part in zip.Entries)
        {
            var (isPng, isJpg) = (OfficePart.IsPng(part), OfficePart.IsJpg(part));
            if (!isPng && !isJpg)
            {
                continue;
            }

            // Pictures are packed already, so one that unpacks to more than a whole file may have is none.
            if (part.Length > DocumentConsts.MaxSize)
            {
                return OrganisationsErrorCodes.DocumentUnsafe;
            }

            using var stream = part.Open();
            var bytes = Bytes(stream);
            if ((isPng ? OfPng(bytes) : OfJpg(bytes)) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    /// <summary>Of every header there is: which one a program believes is not known.</summary>
    private static string? OfPng(ReadOnlySpan<byte> file)
    {
        var hasSize = false;
        for (long at = 8; at + 12 <= file.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]);
            var content = file[(int)(at + 8)..];
            if (file[(int)(at + 4)..].StartsWith("IHDR"u8))
            {
                hasSize = true;
                if ((content.Length < 8 ? Broken : Refusal(U32(content), U32(content[4..]))) is { } refusal)
                {
                    return refusal;
                }
            }

            at += 12L + length;
        }

        return hasSize ? null : Broken;
    }

    /// <summary>
    /// Of every frame, also behind the first scan. A frame of no height gets it behind its scan (DNL), which programs
    /// read differently or not at all; so it is not taken. Source: ITU-T T.81, B.2.2 and B.2.5.
    /// </summary>
    private static string? OfJpg(ReadOnlySpan<byte> file)
    {
        var hasSize = false;
        for (var at = 2; at + 4 <= file.Length;)
        {
            // Fill bytes, the data of a scan and marks without a length lead to the next marker.
            if (file[at] != 0xFF || file[at + 1] is 0 or 1 or 0xFF or (>= 0xD0 and <= 0xD8))
            {
                at++;
                continue;
            }

            var marker = file[at + 1];
            var content = file[(at + 4)..];
            if (marker == 0xD9)
            {
                break;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                hasSize = true;
                if ((content.Length < 5 ? Broken : Refusal(U16(content[3..]), U16(content[1..]))) is { } refusal)
                {
                    return refusal;
                }
            }

            at += 2 + U16(file[(at + 2)..]);
        }

        return hasSize ? null : Broken;
    }

    private static string? Refusal(long width, long height) => (width, height) switch
    {
        (0, _) or (_, 0) => Broken,

        // Two sides of 32 bits can be more than a long holds.
        _ when width > MaxPixels / height => OrganisationsErrorCodes.DocumentPictureTooLarge,
        _ => null,
    };

    private static uint U32(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32BigEndian(bytes);

    private static ushort U16(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static ReadOnlySpan<byte> Bytes(Stream content)
    {
        using var copy = new MemoryStream();
        content.CopyTo(copy);
        return copy.GetBuffer().AsSpan(0, (int)copy.Length);
    }
}
