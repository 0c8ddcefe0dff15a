using DpsPortal.Framework.Domain;
using DpsPortal.Sealing;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Boxes;

/// <summary>
/// Acknowledges what goes into a box, puts all of it under one signed root when bidding closes, and lets the box be
/// opened only while it still is what was signed.
/// </summary>
internal sealed class BoxKeeper(ITenderingDbContext db, SigningKeys keys, OpenerRootKey opener)
{
    /// <summary>In the transaction that stored the version.</summary>
    public void Acknowledge(BidVersion version, CallOff callOff) =>
        Acknowledge(version, callOff, version.ReceivedAt, withdrawn: false);

    /// <summary>In the transaction that takes the version back.</summary>
    /// <param name="now">Database time.</param>
    public void AcknowledgeWithdrawal(BidVersion version, CallOff callOff, DateTime now) =>
        Acknowledge(version, callOff, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond)), withdrawn: true);

    private void Acknowledge(BidVersion version, CallOff callOff, DateTime at, bool withdrawn)
    {
        var signed = keys.Current.Sign(new Receipt
        {
            Format = Receipt.CurrentFormat,
            CallOff = callOff.Reference,
            CallOffId = callOff.Id,
            ProviderId = version.ProviderId,
            BidId = version.BidId,
            Version = version.Number,
            Withdrawn = withdrawn,
            Commitment = version.Sha256,
            Sealed = Envelope.HashOf(version.Sealed),
            ReceivedAt = at,
            ClosesAt = callOff.Deadline,
        }.Write());
        db.BidReceipts.Add(new BidReceipt
        {
            VersionId = version.Id,
            Withdrawn = withdrawn,
            CallOffId = callOff.Id,
            ProviderId = version.ProviderId,
            Leaf = MerkleTree.Leaf(signed.Text),
            Signed = signed,
        });
    }

    /// <summary>In the transaction that closes bidding, behind the shut gate: nothing enters any more.</summary>
    /// <param name="now">Database time.</param>
    /// <returns>The root.</returns>
    public async Task<string> CloseAsync(CallOff callOff, DateTime now, CancellationToken ct)
    {
        var leaves = await db.LeavesAsync(callOff.Id, ct);
        var root = MerkleTree.Root(leaves);
        db.ClosedBoxes.Add(new ClosedBox
        {
            CallOffId = callOff.Id,
            AuthorityId = callOff.PlacingAuthorityId,
            AuthorityName = callOff.PlacingAuthorityName,
            Root = root,
            Signed = keys.Current.Sign(SealingJson.Write(new Sealing.Box
            {
                Format = Sealing.Box.CurrentFormat,
                CallOff = callOff.Reference,
                CallOffId = callOff.Id,
                ClosesAt = callOff.Deadline,
                ClosedAt = now,
                Root = root,
            })),
        });
        db.BoxLeaves.Add(new BoxLeaves
        {
            CallOffId = callOff.Id,
            AuthorityId = callOff.PlacingAuthorityId,
            Leaves = leaves,
        });
        return root;
    }

    /// <summary>In the transaction that opens the box, before anybody reads a bid.</summary>
    /// <param name="versions">Those that count: the last one of each bidder who had not withdrawn.</param>
    /// <param name="opening">Signed by the Opener: what it took out.</param>
    /// <exception cref="BusinessException">The box is not what was signed when it closed. Nothing is opened.</exception>
    public async Task OpenAsync(
        CallOff callOff, IReadOnlyCollection<Guid> versions, SignedText opening, CancellationToken ct)
    {
        var (box, receipts) = await WholeAsync(callOff.Id, versions, ct);
        RefuseUnlessOf(opening, callOff.Id, box.Root, receipts, versions);
        db.BoxOpenings.Add(new BoxOpening
        {
            CallOffId = callOff.Id,
            AuthorityId = callOff.PlacingAuthorityId,
            Signed = opening,
        });
    }

    /// <summary>Before what is decided on opened bids: they are still those that were opened, and these all of them.</summary>
    /// <exception cref="BusinessException">Somebody changed the database since.</exception>
    public async Task EnsureUnchangedAsync(Guid callOffId, CancellationToken ct)
    {
        var opened = await db.OpenedBids.AsNoTracking().Where(o => o.CallOffId == callOffId).Select(o => o.VersionId)
            .ToListAsync(ct);
        var (box, receipts) = await WholeAsync(callOffId, opened, ct);
        var opening = await db.BoxOpenings.AsNoTracking().SingleOrDefaultAsync(o => o.CallOffId == callOffId, ct);
        RefuseUnlessOf(opening?.Signed, callOffId, box.Root, receipts, opened);
    }

    private void RefuseUnlessOf(
        SignedText? opening, Guid callOffId, string root, List<BidReceipt> receipts, IReadOnlyCollection<Guid> versions)
    {
        if (opening is null || !opener.Verifies(opening) || SealingJson.Read<Opening>(opening.Text) is not { } said
            || said.CallOffId != callOffId || said.Root != root || said.Receipts != receipts.Count
            || !said.Opened.SequenceEqual(LeavesOf(versions, receipts)))
        {
            throw new BusinessException(TenderingErrorCodes.BoxBroken);
        }
    }

    private async Task<(ClosedBox Box, List<BidReceipt> Receipts)> WholeAsync(
        Guid callOffId, IReadOnlyCollection<Guid> versions, CancellationToken ct)
    {
        var box = await db.ClosedBoxes.AsNoTracking().SingleOrDefaultAsync(b => b.CallOffId == callOffId, ct);
        var leaves = await db.BoxLeaves.AsNoTracking().SingleOrDefaultAsync(l => l.CallOffId == callOffId, ct);
        var receipts = await db.BidReceipts.AsNoTracking().Where(r => r.CallOffId == callOffId).ToListAsync(ct);
        var stored = await db.BidVersions.AsNoTracking().Where(v => v.CallOffId == callOffId).ToDictionaryAsync(v => v.Id, ct);
        var released = await db.ReleasedBids.AsNoTracking().Where(r => r.CallOffId == callOffId)
            .ToDictionaryAsync(r => r.VersionId, ct);
        return box is not null && leaves is not null
            && released.Keys.ToHashSet().SetEquals(versions)
            && IsWhole(box, leaves.Leaves, receipts, stored, released) && Counting(receipts, stored).SetEquals(versions)
            ? (box, receipts)
            : throw new BusinessException(TenderingErrorCodes.BoxBroken);
    }

    private static List<string> LeavesOf(IReadOnlyCollection<Guid> versions, List<BidReceipt> receipts) =>
    [
        .. receipts.Where(r => !r.Withdrawn && versions.Contains(r.VersionId)).Select(r => r.Leaf)
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// Each version is the one that was acknowledged and signed for, and the receipts are those that the signed root
    /// stands for.
    /// </summary>
    private bool IsWhole(
        ClosedBox box, IReadOnlyList<string> leaves, List<BidReceipt> receipts, Dictionary<Guid, BidVersion> stored,
        Dictionary<Guid, ReleasedBid> released)
    {
        return IsSigned(box.Signed)
            && receipts.Count(r => !r.Withdrawn) == stored.Count
            && receipts.TrueForAll(r => IsSigned(r.Signed) && stored.TryGetValue(r.VersionId, out var v)
                && IsOf(r, v, released.GetValueOrDefault(v.Id)))
            && receipts.Select(r => MerkleTree.Leaf(r.Signed.Text)).Order(StringComparer.Ordinal).SequenceEqual(leaves)
            && box.Read() is { } signed && signed.CallOffId == box.CallOffId && signed.Root == MerkleTree.Root(leaves);
    }

    private bool IsSigned(SignedText text) => keys.All.Any(k => k.Verifies(text));

    private static bool IsOf(BidReceipt receipt, BidVersion version, ReleasedBid? released)
    {
        var said = SealingJson.Read<Receipt>(receipt.Signed.Text);
        return said.CallOffId == version.CallOffId && said.BidId == version.BidId && said.Version == version.Number
            && said.ProviderId == version.ProviderId && said.Withdrawn == receipt.Withdrawn
            && (said.Withdrawn || said.ReceivedAt == version.ReceivedAt)
            && said.Sealed == Envelope.HashOf(version.Sealed) && said.Commitment == version.Sha256
            && (released is null || said.Fits(released.Salt, released.Content));
    }

    /// <summary>By the receipts alone: the last version of each bid, unless it was taken back.</summary>
    private static HashSet<Guid> Counting(List<BidReceipt> receipts, Dictionary<Guid, BidVersion> stored) =>
    [
        .. stored.Values.GroupBy(v => v.BidId).Select(bid => bid.MaxBy(v => v.Number)!.Id)
            .Where(last => !receipts.Exists(r => r.Withdrawn && r.VersionId == last)),
    ];
}
