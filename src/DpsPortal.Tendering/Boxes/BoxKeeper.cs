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
internal sealed class BoxKeeper(ITenderingDbContext db, SigningKeys keys)
{
    /// <summary>In the transaction that stored the version.</summary>
    public void Acknowledge(BidVersion version, CallOff callOff)
    {
        var signed = keys.Current.Sign(new Receipt
        {
            Format = Receipt.CurrentFormat,
            CallOff = callOff.Reference,
            CallOffId = callOff.Id,
            ProviderId = version.ProviderId,
            BidId = version.BidId,
            Version = version.Number,
            Commitment = version.Sha256,
            ReceivedAt = version.ReceivedAt,
            ClosesAt = callOff.Deadline,
        }.Write());
        db.BidReceipts.Add(new BidReceipt
        {
            VersionId = version.Id,
            CallOffId = callOff.Id,
            ProviderId = version.ProviderId,
            Leaf = MerkleTree.Leaf(signed.Text),
            Signed = signed,
        });
    }

    /// <summary>In the transaction that closes bidding, behind the shut gate: nothing enters any more.</summary>
    public async Task CloseAsync(CallOff callOff, CancellationToken ct)
    {
        var leaves = await db.Database
            .SqlQuery<string>($"select leaf as \"Value\" from tendering.box_leaves({callOff.Id}) leaf").ToListAsync(ct);
        leaves.Sort(StringComparer.Ordinal);
        var root = MerkleTree.Root(leaves);
        db.ClosedBoxes.Add(new ClosedBox
        {
            CallOffId = callOff.Id,
            AuthorityId = callOff.PlacingAuthorityId,
            AuthorityName = callOff.PlacingAuthorityName,
            Root = root,
            Leaves = leaves,
            Signed = keys.Current.Sign(SealingJson.Write(new Sealing.Box
            {
                Format = Sealing.Box.CurrentFormat,
                CallOff = callOff.Reference,
                CallOffId = callOff.Id,
                ClosesAt = callOff.Deadline,
                ClosedAt = callOff.ClosedAt!.Value,
                Root = root,
            })),
        });
    }

    /// <summary>In the transaction that opens the box, before anybody reads a bid.</summary>
    /// <param name="versions">Those that count: the last one of each bidder who had not withdrawn.</param>
    /// <exception cref="BusinessException">The box is not what was signed when it closed. Nothing is opened.</exception>
    public async Task OpenAsync(CallOff callOff, IReadOnlyCollection<Guid> versions, CancellationToken ct)
    {
        var box = await db.ClosedBoxes.AsNoTracking().SingleAsync(b => b.CallOffId == callOff.Id, ct);
        var receipts = await db.BidReceipts.AsNoTracking().Where(r => r.CallOffId == callOff.Id)
            .ToDictionaryAsync(r => r.VersionId, ct);
        var stored = await db.BidVersions.AsNoTracking().Where(v => v.CallOffId == callOff.Id).ToListAsync(ct);
        if (!IsWhole(box, receipts, stored))
        {
            throw new BusinessException(TenderingErrorCodes.BoxBroken);
        }

        db.BoxOpenings.Add(new BoxOpening
        {
            CallOffId = callOff.Id,
            AuthorityId = callOff.PlacingAuthorityId,
            Signed = keys.Current.Sign(SealingJson.Write(new Opening
            {
                Format = Opening.CurrentFormat,
                CallOff = callOff.Reference,
                CallOffId = callOff.Id,
                Root = box.Root,
                OpenedAt = callOff.OpenedAt!.Value,
                Receipts = box.Leaves.Count,
                Opened = [.. versions.Select(v => receipts[v].Leaf).Order(StringComparer.Ordinal)],
            })),
        });
    }

    /// <summary>Each version is the one that was acknowledged, and the receipts are those that the signed root stands for.</summary>
    private bool IsWhole(ClosedBox box, Dictionary<Guid, BidReceipt> receipts, List<BidVersion> stored)
    {
        var signed = box.Read();
        return keys.All.Any(k => k.Verifies(box.Signed))
            && stored.Count == receipts.Count && stored.TrueForAll(v => receipts.TryGetValue(v.Id, out var r) && IsOf(r, v))
            && receipts.Values.Select(r => MerkleTree.Leaf(r.Signed.Text)).Order(StringComparer.Ordinal)
                .SequenceEqual(box.Leaves)
            && signed.CallOffId == box.CallOffId && signed.Root == MerkleTree.Root(box.Leaves);
    }

    private static bool IsOf(BidReceipt receipt, BidVersion version)
    {
        var said = SealingJson.Read<Receipt>(receipt.Signed.Text);
        return said.BidId == version.BidId && said.Version == version.Number && said.ProviderId == version.ProviderId
            && said.ReceivedAt == version.ReceivedAt
            && said.Commitment == Receipt.CommitmentTo(version.Salt, version.Content);
    }
}
