using System.Buffers.Binary;

namespace DpsPortal.Organisations.Auditing;

/// <summary>
/// Ids that rise in the order they are made, so that what one transaction recorded at one instant is read back in the
/// order it happened. UUID version 7 with the twelve bits after the milliseconds as a counter (RFC 9562, 6.2).
/// </summary>
internal static class AuditEventId
{
    private const int CounterBits = 12;

    private static long _last;

    public static Guid Next()
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7().TryWriteBytes(bytes, bigEndian: true, out _);
        var milliseconds = BinaryPrimitives.ReadInt64BigEndian(bytes) >> 16;
        long last, next;
        do
        {
            last = Interlocked.Read(ref _last);
            next = Math.Max(milliseconds << CounterBits, last + 1);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);

        BinaryPrimitives.WriteInt64BigEndian(bytes, ((next >> CounterBits) << 16) | 0x7000 | (next & 0x0FFF));
        return new Guid(bytes, bigEndian: true);
    }
}
