using DpsPortal.Sealing;

namespace DpsPortal.Tendering.Boxes;

/// <summary>
/// What was acknowledged when a version was stored, or taken back: written in the same transaction, and by nobody after.
/// </summary>
internal sealed class BidReceipt
{
    public required Guid VersionId { get; init; }
    public required bool Withdrawn { get; init; }
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
    public required SignedText Signed { get; init; }

    public Sealing.Box Read() => SealingJson.Read<Sealing.Box>(Signed.Text);
}

/// <summary>
/// The receipts of a closed box, apart from it: before the opening its bidders alone read them, for their proofs.
/// </summary>
internal sealed class BoxLeaves
{
    public required Guid CallOffId { get; init; }
    public required Guid AuthorityId { get; init; }

    /// <summary>In the order of their hashes: it tells neither who nor when.</summary>
    public required IReadOnlyList<string> Leaves { get; init; }

    public InclusionProof ProofOf(string leaf, SignedText box)
    {
        var index = Leaves.ToList().IndexOf(leaf);
        return new InclusionProof { Box = box, Index = index, Size = Leaves.Count, Path = MerkleTree.Path(Leaves, index) };
    }
}

/// <summary>Which receipts of a box were opened: written in the transaction that opened it, and by nobody after.</summary>
internal sealed class BoxOpening
{
    public required Guid CallOffId { get; init; }
    public required Guid AuthorityId { get; init; }
    public required SignedText Signed { get; init; }

    public Opening Read() => SealingJson.Read<Opening>(Signed.Text);
}
