namespace DpsPortal.Sealing.Tests;

/// <summary>A box of receipts as the portal makes it, and what each side holds of it.</summary>
internal sealed class Sample : IDisposable
{
    public static readonly Guid CallOffId = Guid.Parse("5f9c2a50-4a6f-4a0e-9a57-0d3bb3f0a111");
    private static readonly DateTime Deadline = new(2026, 12, 7, 12, 0, 0, DateTimeKind.Utc);
    private readonly SigningKey _key = SigningKey.Create();

    public Sample(int size)
    {
        Bids = [.. Enumerable.Range(1, size).Select(i => new BidFile
        {
            Format = BidFile.CurrentFormat,
            Salt = Receipt.NewSalt(),
            Content = $$"""{"totalWeeklyPence":{{100_000 + i}}}""",
        })];
        Receipts = [.. Bids.Select((bid, i) => Sign(new Receipt
        {
            Format = Receipt.CurrentFormat,
            CallOff = "C-7QK3-9F2D",
            CallOffId = CallOffId,
            ProviderId = Guid.NewGuid(),
            BidId = Guid.NewGuid(),
            Version = 1,
            Commitment = Receipt.CommitmentTo(bid.Salt, bid.Content),
            Sealed = Envelope.HashOf($"envelope {i}"),
            ReceivedAt = Deadline.AddMilliseconds(-1 - i),
            ClosesAt = Deadline,
        }))];
        Leaves = [.. Receipts.Select(r => MerkleTree.Leaf(r.Text)).Order(StringComparer.Ordinal)];
        Box = Sign(new Box
        {
            Format = Sealing.Box.CurrentFormat,
            CallOff = "C-7QK3-9F2D",
            CallOffId = CallOffId,
            ClosesAt = Deadline,
            ClosedAt = Deadline.AddSeconds(3),
            Root = MerkleTree.Root(Leaves),
        });
    }

    public IReadOnlyList<BidFile> Bids { get; }
    public IReadOnlyList<SignedText> Receipts { get; }
    public IReadOnlyList<string> Leaves { get; }
    public SignedText Box { get; }
    public BoxCheck Check => new([_key.Public]);
    public KeysFile Keys => new() { Format = KeysFile.CurrentFormat, Keys = [_key.Public] };

    public SignedText Sign<T>(T value) => _key.Sign(SealingJson.Write(value));

    public ReceiptFile FileOf(int bidder)
    {
        var index = Leaves.ToList().IndexOf(MerkleTree.Leaf(Receipts[bidder].Text));
        return new ReceiptFile
        {
            Format = ReceiptFile.CurrentFormat,
            Receipt = Receipts[bidder],
            Proof = new InclusionProof { Box = Box, Index = index, Size = Leaves.Count, Path = MerkleTree.Path(Leaves, index) },
        };
    }

    public BoxFile BoxFile(params string[] opened) => new()
    {
        Format = Sealing.BoxFile.CurrentFormat,
        Box = Box,
        Leaves = Leaves,
        Opening = Sign(new Opening
        {
            Format = Opening.CurrentFormat,
            CallOff = "C-7QK3-9F2D",
            CallOffId = CallOffId,
            Root = MerkleTree.Root(Leaves),
            OpenedAt = Deadline.AddMinutes(4),
            Receipts = Leaves.Count,
            Opened = [.. opened.Order(StringComparer.Ordinal)],
        }),
    };

    public void Dispose() => _key.Dispose();
}
