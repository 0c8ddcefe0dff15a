using System.Security.Cryptography;
using System.Text.Json;
using DpsPortal.Sealing;

namespace DpsPortal.Opener;

/// <summary>Why a request was not done. The portal says it in a sentence.</summary>
internal enum Refusal
{
    /// <summary>No order that the portal signed for this request.</summary>
    NotOrdered,

    /// <summary>Bids came in under the key of a later deadline.</summary>
    DeadlineNotMovedForward,

    /// <summary>Bidding has closed: no deadline is moved any more.</summary>
    AlreadyClosed,

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
/// was acknowledged. It trusts no date and no wish of the database: orders and the root are signed by the portal. Source:
/// PCR 2015, reg. 22(16)(b), (d), (e); decision 0037.
/// </summary>
/// <param name="portalKeys">The key file into which the portal writes its public keys.</param>
internal sealed class BoxOpener(OpenerKeys keys, string portalKeys, TimeProvider clock)
{
    /// <summary>Less than the portal waits for the answer: nothing opens when the officer has been told that it did not.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    /// <summary>What was opened is in the database since; a key that stays is one that can be stolen.</summary>
    private static readonly TimeSpan KeptAfterOpening = TimeSpan.FromDays(30);

    /// <returns>Why not; null where it was done. An opened box comes with its signed opening.</returns>
    public async Task<(Refusal? Refusal, SignedText? Opening)> DoAsync(
        OpenerRequest request, BoxTables tables, CancellationToken ct)
    {
        var portal = KeysFile.Read(portalKeys);
        var signed = SealingJson.Read<SignedText>(request.Order);
        if (!portal.Any(k => k.Verifies(signed)) || SealingJson.Read<OpenerOrder>(signed.Text) is not { } order
            || order.Format != OpenerOrder.CurrentFormat || order.RequestId != request.Id)
        {
            return (Refusal.NotOrdered, null);
        }

        return order switch
        {
            { ClosesAt: { } closesAt, Officers: null } => await MakeKeyAsync(order.CallOffId, closesAt, tables, ct),
            { ClosesAt: null, Officers: [var one, var other] } when one != other =>
                await OpenAsync(order, portal, tables, ct),
            _ => (Refusal.NotOrdered, null),
        };
    }

    /// <summary>Once what was opened is stored: no other root of the box is opened from here on.</summary>
    public void Remember(SignedText opening)
    {
        var said = SealingJson.Read<Opening>(opening.Text);
        keys.MarkOpened(said.CallOffId, said.Root, clock.GetUtcNow().UtcDateTime);
    }

    /// <returns>Of how many boxes the keys were destroyed.</returns>
    public async Task<int> DestroyOldKeysAsync(BoxTables tables, CancellationToken ct)
    {
        var destroyed = 0;
        foreach (var callOff in keys.OpenedBefore(clock.GetUtcNow().UtcDateTime - KeptAfterOpening))
        {
            // A database that was brought back to before the opening needs the key once more.
            if (await tables.AnyReleasedAsync(callOff, ct))
            {
                keys.Destroy(callOff);
                destroyed++;
            }
        }

        return destroyed;
    }

    private async Task<(Refusal?, SignedText?)> MakeKeyAsync(
        Guid callOffId, DateTime closesAt, BoxTables tables, CancellationToken ct)
    {
        var newest = keys.Of(callOffId) is [var last, ..] ? last : null;
        var present = newest?.Read().ClosesAt;
        if (await tables.BoxAsync(callOffId, ct) is not null)
        {
            return (Refusal.AlreadyClosed, null);
        }

        if ((newest is null || present > closesAt) && await tables.AnyBidAsync(callOffId, ct))
        {
            return (newest is null ? Refusal.NoKey : Refusal.DeadlineNotMovedForward, null);
        }

        var key = newest is null || present > closesAt ? keys.Make(callOffId, closesAt)
            : present < closesAt ? keys.MoveTo(newest, closesAt)
            : newest;
        await tables.PublishAsync(key, ct);
        return (null, null);
    }

    private async Task<(Refusal?, SignedText?)> OpenAsync(
        OpenerOrder order, IReadOnlyList<PublicKey> portal, BoxTables tables, CancellationToken ct)
    {
        var now = await tables.NowAsync(ct);
        if (now - order.AskedAt > LongestWait)
        {
            return (Refusal.TooOld, null);
        }

        var stored = (await tables.BidsAsync(order.CallOffId, ct)).ToDictionary(b => b.Id);
        var known = keys.Of(order.CallOffId).ToDictionary(k => k.Read().Id);
        var used = stored.Values.Select(b => SealingJson.Read<Envelope>(b.Sealed).KeyId).ToHashSet();
        if (!used.IsSubsetOf(known.Keys) || known.Count == 0)
        {
            return (Refusal.NoKey, null);
        }

        var closesAt = await LatestAsync(order.CallOffId, [.. used.Select(id => known[id])], tables, ct);
        if (now < closesAt || clock.GetUtcNow().UtcDateTime < closesAt)
        {
            return (Refusal.TooEarly, null);
        }

        if (await tables.BoxAsync(order.CallOffId, ct) is not { } closed)
        {
            return (Refusal.NotClosed, null);
        }

        var box = SealingJson.Read<Box>(closed.Text);
        var receipts = await tables.ReceiptsAsync(order.CallOffId, ct);
        if (!portal.Any(k => k.Verifies(closed)) || !IsWhole(order.CallOffId, box, receipts, stored)
            || known.Values.Any(k => k.OpenedRoot is not null && k.OpenedRoot != box.Root))
        {
            return (Refusal.BoxBroken, null);
        }

        var counting = Counting(receipts, stored);
        if (Unseal(order.CallOffId, known, counting) is not { } opened)
        {
            return (Refusal.BoxBroken, null);
        }

        foreach (var (bid, plain) in opened)
        {
            await tables.ReleaseAsync(order.CallOffId, bid, plain, ct);
        }

        return (null, keys.Root.Sign(SealingJson.Write(new Opening
        {
            Format = Opening.CurrentFormat,
            CallOff = box.CallOff,
            CallOffId = order.CallOffId,
            Root = box.Root,
            OpenedAt = now,
            Receipts = receipts.Count,
            Opened = [.. counting.Values.Select(r => MerkleTree.Leaf(r.Signed.Text)).Order(StringComparer.Ordinal)],
        })));
    }

    /// <summary>
    /// The latest deadline that was ever signed for a key that bids were sealed to: by its own folder, and by what it has
    /// published, in case the folder was brought back to an earlier state.
    /// </summary>
    private async Task<DateTime> LatestAsync(
        Guid callOffId, IReadOnlyList<SignedBoxKey> used, BoxTables tables, CancellationToken ct)
    {
        var own = used.Select(k => k.Read()).ToList();
        var published = (await tables.KeysAsync(callOffId, ct)).Where(Root.Verifies)
            .Select(s => SealingJson.Read<BoxKey>(s.Text)).Where(k => own.Exists(o => o.Id == k.Id));
        return own.Concat(published).Select(k => k.ClosesAt).DefaultIfEmpty().Max();
    }

    private PublicKey Root => keys.Root.Public;

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
        Guid callOffId, Dictionary<string, SignedBoxKey> known, Dictionary<StoredBid, StoredReceipt> counting)
    {
        var opened = new List<(StoredBid, SealedBid)>();
        foreach (var (bid, receipt) in counting)
        {
            try
            {
                using var box = known[SealingJson.Read<Envelope>(bid.Sealed).KeyId].Key();
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
