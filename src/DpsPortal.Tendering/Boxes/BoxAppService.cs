using System.Text;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Sealing;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Boxes;

internal sealed class BoxAppService(ITenderingDbContext db, SigningKeys keys, OpenerRootKey opener) : IBoxAppService
{
    public async Task<BoxDto> GetAsync(Guid callOffId, CancellationToken ct)
    {
        var (closed, opening) = await ReadAsync(callOffId, ct);
        var (box, opened) = (closed.Read(), opening?.Read());
        return new BoxDto(
            callOffId, box.CallOff, closed.AuthorityName, box.ClosesAt, box.ClosedAt, box.Root, closed.Signed.KeyId,
            opened?.Receipts, opened?.OpenedAt, opened?.Opened.Count);
    }

    public async Task<SealingFile> GetFileAsync(Guid callOffId, CancellationToken ct)
    {
        var (closed, opening) = await ReadAsync(callOffId, ct);
        return File($"{closed.Read().CallOff}-box", new BoxFile
        {
            Format = BoxFile.CurrentFormat,
            Box = closed.Signed,
            Leaves = opening is null
                ? null
                : (await db.BoxLeaves.AsNoTracking().SingleAsync(l => l.CallOffId == callOffId, ct)).Leaves,
            Opening = opening?.Signed,
        });
    }

    public SealingFile GetKeys() =>
        File("signing-keys", new KeysFile { Format = KeysFile.CurrentFormat, Keys = [.. keys.All, .. opener.All], Opener = opener.All });

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
        var receipts = await db.BidReceipts.AsNoTracking().Where(r => r.VersionId == stored.Id).ToListAsync(ct);
        var submitted = receipts.Single(r => !r.Withdrawn);
        var box = await db.ClosedBoxes.AsNoTracking().SingleOrDefaultAsync(b => b.CallOffId == callOffId, ct);
        var leaves = await db.BoxLeaves.AsNoTracking().SingleOrDefaultAsync(l => l.CallOffId == callOffId, ct);
        return BoxAppService.File($"{await NameAsync(stored, ct)}-receipt", new ReceiptFile
        {
            Format = ReceiptFile.CurrentFormat,
            Receipt = submitted.Signed,
            Withdrawal = receipts.SingleOrDefault(r => r.Withdrawn)?.Signed,
            Proof = box is null ? null : leaves?.ProofOf(submitted.Leaf, box.Signed),
        });
    }

    public async Task<SealingFile> GetBidAsync(Guid callOffId, int version, CancellationToken ct)
    {
        var stored = await OwnAsync(callOffId, version, ct);
        var released = await db.ReleasedBids.AsNoTracking().SingleOrDefaultAsync(r => r.VersionId == stored.Id, ct)
            ?? throw new BusinessException(TenderingErrorCodes.BidSealed);
        return BoxAppService.File($"{await NameAsync(stored, ct)}-bid", new BidFile
        {
            Format = BidFile.CurrentFormat,
            Salt = released.Salt,
            Content = released.Content,
        });
    }

    private async Task<BidVersion> OwnAsync(Guid callOffId, int version, CancellationToken ct) =>
        await db.BidVersions.AsNoTracking().SingleOrDefaultAsync(
            v => v.CallOffId == callOffId && v.ProviderId == user.OrganisationId && v.Number == version, ct)
        ?? throw new EntityNotFoundException(typeof(Bid), callOffId);

    private async Task<string> NameAsync(BidVersion version, CancellationToken ct) =>
        await db.CallOffs.Where(c => c.Id == version.CallOffId).Select(c => c.Reference).SingleAsync(ct)
        + $"-v{version.Number}";
}
