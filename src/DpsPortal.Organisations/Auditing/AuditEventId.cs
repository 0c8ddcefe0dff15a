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
        var now = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds() << CounterBits;
        long last, next;
        do
        {
            last = Interlocked.Read(ref _last);
            next = Math.Max(now, last + 1);
        }
        while (Interlocked.CompareExchange(ref _last, next, last) != last);

        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(next >> CounterBits))
            .TryWriteBytes(bytes, bigEndian: true, out _);
        bytes[6] = (byte)(0x70 | ((next >> 8) & 0x0F));
        bytes[7] = (byte)next;
        return new Guid(bytes, bigEndian: true);
    }
}
