namespace DpsPortal.Sealing;

/// <summary>
/// What the portal asks of the Opener, and signs: whoever rules the database alone can ask for nothing. Source:
/// etc/docs/decisions/0037.
/// </summary>
public sealed record OpenerOrder
{
    public const string CurrentFormat = "dps-opener-order/1";

    public required string Format { get; init; }

    /// <summary>Of the request that carries it: an order is done once.</summary>
    public required Guid RequestId { get; init; }

    public required Guid CallOffId { get; init; }

    /// <summary>Instant, UTC: the deadline for which a box key is wanted; null where a box is to be opened.</summary>
    public DateTime? ClosesAt { get; init; }

    /// <summary>The two who open; null where a key is wanted.</summary>
    public IReadOnlyList<Guid>? Officers { get; init; }

    /// <summary>Database time, UTC.</summary>
    public required DateTime AskedAt { get; init; }
}
