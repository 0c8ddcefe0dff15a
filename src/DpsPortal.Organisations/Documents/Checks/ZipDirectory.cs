using System.Buffers.Binary;
using System.Text;

namespace DpsPortal.Organisations.Documents.Checks;

/// <param name="DataStart">Position of the packed bytes in the file.</param>
/// <param name="Size">Unpacked, as the directory claims; in bytes.</param>
internal sealed record ZipEntry(string Name, long DataStart, long PackedSize, long Size, bool IsStored, bool IsEncrypted);

/// <summary>
/// The table at the end of a zip, read strictly: the entries fill the file without overlapping, without gaps in which
/// something could hide, and are called the same in both places where a zip says their names. Source: APPNOTE 6.3.10.
/// </summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int HeaderSize = 46;
    private const int LocalSize = 30;

    /// <summary>What may stand between two entries: sizes and checksum behind the data, 24 bytes at most.</summary>
    private const int MaxGap = 24;

    /// <returns>Null when it is built in a way that no office program builds it.</returns>
    /// <exception cref="InvalidDataException">It is no zip.</exception>
    public static IReadOnlyList<ZipEntry>? Read(Stream file, int maxEntries)
    {
        var (count, size, start) = End(file);
        if (count > maxEntries || start + size > file.Length)
        {
            return null;
        }

        var directory = Bytes(file, start, (int)size);
        var entries = new List<(ZipEntry Entry, long From)>(count);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        for (var i = 0; i < count; i++)
        {
            var header = directory.AsSpan(at);
            if (header.Length < HeaderSize || !header.StartsWith("PK\u0001\u0002"u8))
            {
                throw new InvalidDataException();
            }

            var nameLength = U16(header, 28);
            var length = HeaderSize + nameLength + U16(header, 30) + U16(header, 32);
            if (header.Length < length
                || EntryOf(file, header[..length], header.Slice(HeaderSize, nameLength)) is not { } entry
                || !names.Add(entry.Entry.Name))
            {
                return null;
            }

            entries.Add(entry);
            at += length;
        }

        return at == size && AreInARow(entries, start) ? [.. entries.Select(e => e.Entry)] : null;
    }

    private static (int Count, long Size, long Start) End(Stream file)
    {
        var length = (int)Math.Min(file.Length, 65_535 + EndSize);
        var tail = Bytes(file, file.Length - length, length);
        var at = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < EndSize)
        {
            throw new InvalidDataException();
        }

        var end = tail.AsSpan(at);
        var isWhole = U16(end, 20) + EndSize == end.Length && U16(end, 4) == 0 && U16(end, 8) == U16(end, 10);
        return isWhole && U32(end, 12) + U32(end, 16) == file.Length - end.Length
            ? (U16(end, 10), U32(end, 12), U32(end, 16))
            : throw new InvalidDataException();
    }

    private static (ZipEntry Entry, long From)? EntryOf(
        Stream file, ReadOnlySpan<byte> header, ReadOnlySpan<byte> name)
    {
        var (flags, method) = (U16(header, 8), U16(header, 10));
        var (packed, size, from) = (U32(header, 20), U32(header, 24), U32(header, 42));
        if (method is not (0 or 8) || from + LocalSize > file.Length)
        {
            return null;
        }

        var local = Bytes(file, from, LocalSize);
        var localName = Bytes(file, from + LocalSize, U16(local, 26));
        var text = Encoding.UTF8.GetString(name);
        var isPlain = local.AsSpan().StartsWith("PK\u0003\u0004"u8) && U16(local, 8) == method
            && name.SequenceEqual(localName) && IsPlain(text);
        var data = from + LocalSize + localName.Length + U16(local, 28);
        return isPlain && data + packed <= file.Length && (method == 8 || packed == size)
            ? (new ZipEntry(text, data, packed, size, method == 0, (flags & 1) != 0), from)
            : null;
    }

    /// <summary>No name leads out of the package.</summary>
    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= 260 && name[0] != '/' && !name.Contains('\\') && !name.Contains(':')
        && !name.Any(char.IsControl) && !name.Split('/').Contains("..");

    private static bool AreInARow(List<(ZipEntry Entry, long From)> entries, long directoryStart)
    {
        long at = 0;
        foreach (var (entry, from) in entries.OrderBy(e => e.From))
        {
            if (from < at || from - at > (at == 0 ? 0 : MaxGap))
            {
                return false;
            }

            at = entry.DataStart + entry.PackedSize;
        }

        return directoryStart >= at && directoryStart - at <= MaxGap;
    }

    private static int U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static long U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static byte[] Bytes(Stream file, long at, int count)
    {
        var bytes = new byte[count];
        file.Position = at;
        file.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>A stretch of a stream, read forward.</summary>
internal sealed class StreamPart(Stream file, long start, long length) : Stream
{
    private long _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _at;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        file.Position = start + _at;
        var read = file.Read(buffer[..(int)Math.Min(buffer.Length, length - _at)]);
        _at += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
