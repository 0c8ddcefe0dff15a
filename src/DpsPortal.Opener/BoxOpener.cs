using System.Security.Cryptography;
using System.Text.Json;
using DpsPortal.Sealing;

namespace DpsPortal.Opener;

/// <summary>Why a request was not done. The portal says it in a sentence.</summary>
internal enum Refusal
{
    /// <summary>Bids came in under the key of a later deadline.</summary>
    DeadlineNotMovedForward,

    /// <summary>Nobody waits for it any more: whoever asked asks again.</summary>
    TooOld,

    /// <summary>There are bids, and the folder does not hold what they were sealed to.</summary>
    NoKey,

    /// <summary>By the signed deadline, and the database's clock or the Opener's own.</summary>
    TooEarly,
    NotClosed,

    /// <summary>What is stored is not what was acknowledged and signed for.</summary>
    BoxBroken,

    /// <summary>The Opener's log says why: its folder cannot be written, or its keys cannot be read.</summary>
    Failed,
}

/// <summary>
/// Makes the key of a box, and opens a box whose signed deadline has passed by two clocks and which holds exactly what
/// was acknowledged. It trusts no date of the database. Source: PCR 2015, reg. 22(16)(b), (d), (e); decision 0037.
/// </summary>
internal sealed class BoxOpener(OpenerKeys keys, TimeProvider clock)
{
    /// <summary>The officer waits on the screen for a few seconds; nothing opens by itself later.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    /// <returns>Why not; null where it was done. An opened box comes with its signed opening.</returns>
    public Task<(Refusal? Refusal, SignedText? Opening)> DoAsync(
        OpenerRequest request, BoxTables tables, CancellationToken ct) => request.Kind switch
        {
            RequestKind.BoxKey => MakeKeyAsync(request.CallOffId, request.ClosesAt!.Value, tables, ct),
            RequestKind.Open => OpenAsync(request, tables, ct),
            _ => throw new InvalidOperationException($"{request.Kind} is no request."),
        };

    private async Task<(Refusal?, SignedText?)> MakeKeyAsync(
        Guid callOffId, DateTime closesAt, BoxTables tables, CancellationToken ct)
    {
        var known = keys.Find(callOffId);
        var present = known?.Read().ClosesAt;
        if ((known is null || present > closesAt) && await tables.AnyBidAsync(callOffId, ct))
        {
            // To what is there it would be another key than bids were sealed to.
            return (known is null ? Refusal.NoKey : Refusal.DeadlineNotMovedForward, null);
        }

        var key = known is null || present > closesAt ? keys.Make(callOffId, closesAt)
            : present < closesAt ? keys.MoveTo(known, closesAt)
            : known;
        await tables.PublishAsync(key, ct);
        return (null, null);
    }

    private async Task<(Refusal?, SignedText?)> OpenAsync(OpenerRequest request, BoxTables tables, CancellationToken ct)
    {
        var now = await tables.NowAsync(ct);
        if (now - request.AskedAt > LongestWait)
        {
            return (Refusal.TooOld, null);
        }

        if (keys.Find(request.CallOffId) is not { } key)
        {
            return (Refusal.NoKey, null);
        }

        if (key.Read().ClosesAt is var closesAt && (now < closesAt || clock.GetUtcNow().UtcDateTime < closesAt))
        {
            return (Refusal.TooEarly, null);
        }

        if (await tables.BoxAsync(request.CallOffId, ct) is not { } box)
        {
            return (Refusal.NotClosed, null);
        }

        var receipts = await tables.ReceiptsAsync(request.CallOffId, ct);
        var stored = (await tables.BidsAsync(request.CallOffId, ct)).ToDictionary(b => b.Id);
        if (box.ClosesAt < closesAt || !IsWhole(request.CallOffId, box, receipts, stored))
        {
            return (Refusal.BoxBroken, null);
        }

        var counting = Counting(receipts, stored);
        if (Unseal(request.CallOffId, key, counting) is not { } opened)
        {
            return (Refusal.BoxBroken, null);
        }

        foreach (var (bid, plain) in opened)
        {
            await tables.ReleaseAsync(request.CallOffId, bid, plain, ct);
        }

        return (null, keys.Root.Sign(SealingJson.Write(new Opening
        {
            Format = Opening.CurrentFormat,
            CallOff = box.CallOff,
            CallOffId = request.CallOffId,
            Root = box.Root,
            OpenedAt = now,
            Receipts = receipts.Count,
            Opened = [.. counting.Values.Select(r => MerkleTree.Leaf(r.Signed.Text)).Order(StringComparer.Ordinal)],
        })));
    }

    /// <summary>The receipts are those that the root stands for, and each envelope is the one its receipt names.</summary>
    private static bool IsWhole(
        Guid callOffId, Box box, List<StoredReceipt> receipts, Dictionary<Guid, StoredBid> stored) =>
        box.CallOffId == callOffId
        && MerkleTree.Root([.. receipts.Select(r => MerkleTree.Leaf(r.Signed.Text)).Order(StringComparer.Ordinal)]) == box.Root
        && receipts.Count(r => !r.Withdrawn) == stored.Count
        && receipts.TrueForAll(r => stored.TryGetValue(r.VersionId, out var bid)
            && SealingJson.Read<Receipt>(r.Signed.Text) is var said
            && said.CallOffId == callOffId && said.ProviderId == bid.ProviderId && said.BidId == bid.BidId
            && said.Version == bid.Number && said.Withdrawn == r.Withdrawn
            && said.Sealed == Envelope.HashOf(bid.Sealed));

    /// <summary>The last version of each bidder, unless it was taken back, with its receipt.</summary>
    private static Dictionary<StoredBid, StoredReceipt> Counting(
        List<StoredReceipt> receipts, Dictionary<Guid, StoredBid> stored) => stored.Values
        .GroupBy(b => b.BidId).Select(bid => bid.MaxBy(b => b.Number)!)
        .Where(last => !receipts.Exists(r => r.Withdrawn && r.VersionId == last.Id))
        .ToDictionary(last => last, last => receipts.Single(r => !r.Withdrawn && r.VersionId == last.Id));

    /// <summary>Versions that were replaced or taken back stay sealed for good.</summary>
    /// <returns>Null where one does not open, or is not what its receipt is for: then none is released.</returns>
    private static List<(StoredBid Bid, SealedBid Plain)>? Unseal(
        Guid callOffId, SignedBoxKey key, Dictionary<StoredBid, StoredReceipt> counting)
    {
        using var box = key.Key();
        var opened = new List<(StoredBid, SealedBid)>();
        foreach (var (bid, receipt) in counting)
        {
            try
            {
                var plain = Envelope.Open(
                    box, new EnvelopePlace(callOffId, bid.ProviderId, bid.BidId, bid.Number), bid.Sealed);
                if (!SealingJson.Read<Receipt>(receipt.Signed.Text).Fits(plain.Salt, plain.Content))
                {
                    return null;
                }

                opened.Add((bid, plain));
            }
            catch (Exception e) when (e is CryptographicException or FormatException or JsonException)
            {
                return null;
            }
        }

        return opened;
    }
}
