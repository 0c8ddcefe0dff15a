using System.Text;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Sealing;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Boxes;

internal sealed class BoxAppService(ITenderingDbContext db, SigningKeys keys) : IBoxAppService
{
    public async Task<BoxDto> GetAsync(Guid callOffId, CancellationToken ct)
    {
        var (closed, opening) = await ReadAsync(callOffId, ct);
        var (box, opened) = (closed.Read(), opening?.Read());
        return new BoxDto(
            callOffId, box.CallOff, closed.AuthorityName, box.ClosesAt, box.ClosedAt, box.Root, closed.Signed.KeyId,
            opened is null ? null : closed.Leaves.Count, opened?.OpenedAt, opened?.Opened.Count);
    }

    public async Task<SealingFile> GetFileAsync(Guid callOffId, CancellationToken ct)
    {
        var (closed, opening) = await ReadAsync(callOffId, ct);
        return File($"{closed.Read().CallOff}-box", new BoxFile
        {
            Format = BoxFile.CurrentFormat,
            Box = closed.Signed,
            Leaves = opening is null ? null : closed.Leaves,
            Opening = opening?.Signed,
        });
    }

    public SealingFile GetKeys() =>
        File("signing-keys", new KeysFile { Format = KeysFile.CurrentFormat, Keys = keys.All });

    internal static SealingFile File<T>(string name, T content) =>
        new(Encoding.UTF8.GetBytes(SealingJson.WriteFile(content)), $"{name}.json");

    private async Task<(ClosedBox Box, BoxOpening? Opening)> ReadAsync(Guid callOffId, CancellationToken ct) => (
        await db.ClosedBoxes.AsNoTracking().SingleOrDefaultAsync(b => b.CallOffId == callOffId, ct)
            ?? throw new EntityNotFoundException(typeof(CallOff), callOffId),
        await db.BoxOpenings.AsNoTracking().SingleOrDefaultAsync(o => o.CallOffId == callOffId, ct));
}

internal sealed class ReceiptAppService(ITenderingDbContext db, ICurrentUser user) : IReceiptAppService
{
    public async Task<SealingFile> GetReceiptAsync(Guid callOffId, int version, CancellationToken ct)
    {
        var stored = await OwnAsync(callOffId, version, ct);
        var receipt = await db.BidReceipts.AsNoTracking().SingleAsync(r => r.VersionId == stored.Id, ct);
        var box = await db.ClosedBoxes.AsNoTracking().SingleOrDefaultAsync(b => b.CallOffId == callOffId, ct);
        return BoxAppService.File($"{await NameAsync(stored, ct)}-receipt", new ReceiptFile
        {
            Format = ReceiptFile.CurrentFormat,
            Receipt = receipt.Signed,
            Salt = stored.Salt,
            Proof = box is null ? null : ProofOf(receipt.Leaf, box),
        });
    }

    public async Task<SealingFile> GetBidAsync(Guid callOffId, int version, CancellationToken ct)
    {
        var stored = await OwnAsync(callOffId, version, ct);
        return new SealingFile(Encoding.UTF8.GetBytes(stored.Content), $"{await NameAsync(stored, ct)}-bid.json");
    }

    internal static InclusionProof ProofOf(string leaf, ClosedBox box)
    {
        var index = box.Leaves.ToList().IndexOf(leaf);
        return new InclusionProof
        {
            Box = box.Signed,
            Index = index,
            Size = box.Leaves.Count,
            Path = MerkleTree.Path(box.Leaves, index),
        };
    }

    private async Task<BidVersion> OwnAsync(Guid callOffId, int version, CancellationToken ct) =>
        await db.BidVersions.AsNoTracking().SingleOrDefaultAsync(
            v => v.CallOffId == callOffId && v.ProviderId == user.OrganisationId && v.Number == version, ct)
        ?? throw new EntityNotFoundException(typeof(Bid), callOffId);

    private async Task<string> NameAsync(BidVersion version, CancellationToken ct) =>
        await db.CallOffs.Where(c => c.Id == version.CallOffId).Select(c => c.Reference).SingleAsync(ct)
        + $"-v{version.Number}";
}
