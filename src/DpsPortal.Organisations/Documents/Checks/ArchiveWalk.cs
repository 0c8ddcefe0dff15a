using System.Buffers;
using System.IO.Compression;

namespace DpsPortal.Organisations.Documents.Checks;

/// <summary>
/// Walks through a DOCX or XLSX as the zip it is, before anything else opens it. A size that is written in the file is
/// believed only against it: what says that it is too large is refused unread, all else is unpacked once, in pieces,
/// and measured.
/// </summary>
internal sealed class ArchiveWalk : IDocumentCheck
{
    public const int MaxEntries = 2_000;

    /// <summary>In bytes, unpacked.</summary>
    public const long MaxUnpacked = 200L * 1024 * 1024;

    /// <summary>Unpacked to packed. Text packs well; a bomb packs far better.</summary>
    public const int MaxRatio = 100;

    /// <summary>Below this many bytes the ratio says nothing.</summary>
    public const long RatioMatters = 1024 * 1024;

    private static readonly string[] ArchiveExtensions =
        [".zip", ".7z", ".rar", ".gz", ".tgz", ".tar", ".jar", ".bz2", ".xz", ".cab", ".iso", ".docx", ".xlsx", ".pptx"];

    public bool Concerns(DocumentKind kind) => kind is DocumentKind.Docx or DocumentKind.Xlsx;

    public string? Refusal(DocumentKind kind, Stream content)
    {
        try
        {
            var entries = ZipDirectory.Read(content, MaxEntries);
            if (entries is null || entries.Any(e => ArchiveExtensions.Contains(
                    Path.GetExtension(e.Name), StringComparer.OrdinalIgnoreCase)))
            {
                return OrganisationsErrorCodes.DocumentUnsafe;
            }

            if (entries.Any(e => e.IsEncrypted))
            {
                return OrganisationsErrorCodes.DocumentLocked;
            }

            if (entries.Sum(e => e.Size) > MaxUnpacked)
            {
                return OrganisationsErrorCodes.DocumentUnsafe;
            }

            var meter = new Meter();
            return entries.All(e => meter.Passes(content, e)) ? null : OrganisationsErrorCodes.DocumentUnsafe;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            return OrganisationsErrorCodes.DocumentContentMismatch;
        }
    }

    /// <summary>What was unpacked so far.</summary>
    private sealed class Meter
    {
        private long _unpacked;

        public bool Passes(Stream content, ZipEntry entry)
        {
            using var packed = new StreamPart(content, entry.DataStart, entry.PackedSize);
            using var stream = entry.IsStored ? packed : (Stream)new DeflateStream(packed, CompressionMode.Decompress);
            var buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
            try
            {
                long size = 0;
                for (int read; (read = stream.Read(buffer)) > 0;)
                {
                    if (size == 0 && IsArchive(buffer.AsSpan(0, read)))
                    {
                        return false;
                    }

                    size += read;
                    _unpacked += read;
                    var isBomb = size > RatioMatters && size / Math.Max(1, entry.PackedSize) >= MaxRatio;
                    if (_unpacked > MaxUnpacked || isBomb || size > entry.Size)
                    {
                        return false;
                    }
                }

                return size == entry.Size;
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(buffer);
            }
        }

        private static bool IsArchive(ReadOnlySpan<byte> start) =>
            start.StartsWith("PK\u0003\u0004"u8) || start.StartsWith("Rar!"u8)
            || start.StartsWith((ReadOnlySpan<byte>)[0x37, 0x7A, 0xBC, 0xAF])
            || start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || start.StartsWith("BZh"u8)
            || start.StartsWith((ReadOnlySpan<byte>)[0xFD, 0x37, 0x7A, 0x58, 0x5A]) || start.StartsWith("MSCF"u8)
            || (start.Length > 262 && start[257..262].SequenceEqual("ustar"u8));
    }
}
