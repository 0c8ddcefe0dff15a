using DpsPortal.Sealing;

namespace DpsPortal.Tendering.Boxes;

/// <summary>What was acknowledged when a version was stored: written in the same transaction, and by nobody after.</summary>
internal sealed class BidReceipt
{
    public required Guid VersionId { get; init; }
    public required Guid CallOffId { get; init; }
    public required Guid ProviderId { get; init; }

    /// <summary>Of the tree: the hash of the receipt's text.</summary>
    public required string Leaf { get; init; }

    public required SignedText Signed { get; init; }
}

/// <summary>The box of a call-off when bidding closed: written in the transaction that closed it, and by nobody after.</summary>
internal sealed class ClosedBox
{
    public required Guid CallOffId { get; init; }
    public required Guid AuthorityId { get; init; }
    public required string AuthorityName { get; init; }
    public required string Root { get; init; }

    /// <summary>All receipts, in the order of their hashes: it tells neither who nor when.</summary>
    public required IReadOnlyList<string> Leaves { get; init; }

    public required SignedText Signed { get; init; }

    public Sealing.Box Read() => SealingJson.Read<Sealing.Box>(Signed.Text);
}

/// <summary>Which receipts of a box were opened: written in the transaction that opened it, and by nobody after.</summary>
internal sealed class BoxOpening
{
    public required Guid CallOffId { get; init; }
    public required Guid AuthorityId { get; init; }
    public required SignedText Signed { get; init; }

    public Opening Read() => SealingJson.Read<Opening>(Signed.Text);
}
