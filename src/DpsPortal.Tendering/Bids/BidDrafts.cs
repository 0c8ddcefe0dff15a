using System.Security.Cryptography;
using System.Text;
using DpsPortal.Framework.Application;
using DpsPortal.Sealing;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Bids;

/// <summary>The key of one provider's drafts, encrypted under the portal's own: without that it opens nothing.</summary>
internal sealed class DraftKey
{
    public required Guid ProviderId { get; init; }

    /// <summary>Of the portal's key: where that was lost, the next draft gets another one.</summary>
    public required string PortalKeyId { get; init; }

    /// <summary>AES-256-GCM under <see cref="PortalKey"/>, base64.</summary>
    public required string Wrapped { get; init; }
}

/// <summary>
/// The key of the running portal: a file in its data folder, outside the database and its backups and shared by all nodes.
/// Without a folder (the build that writes the OpenAPI document) it lives and dies with the process.
/// </summary>
/// <param name="data">The portal's data folder, or null.</param>
internal sealed class PortalKey(string? data)
{
    private readonly Lazy<byte[]> _key = new(() => Convert.FromHexString(data is null
        ? New()
        : SecretFile.ReadOrMake(Path.Combine(data, "draft-key"), New)));

    public byte[] Bytes => _key.Value;

    /// <summary>The first 16 hex digits of the SHA-256 of the key.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Bytes))[..16];

    /// <summary>Tells whether two requests are one, and nothing of either to whoever does not hold the key.</summary>
    /// <returns>Lower-case hex.</returns>
    public string Mac(string request) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Bytes, Encoding.UTF8.GetBytes(request)));

    private static string New() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}

/// <summary>Encrypts what a provider works on under a key of its own, and reads it again.</summary>
internal sealed class BidDrafts(ITenderingDbContext db, PortalKey portal, ICurrentUser user)
{
    private byte[]? _key;

    public async Task<string> SealAsync(Guid bidId, BidContent content, CancellationToken ct) => Convert.ToBase64String(
        Cipher.Encrypt(await KeyAsync(ct), Encoding.UTF8.GetBytes(Json.Write(content)), bidId.ToByteArray()));

    /// <returns>Null where there is no draft: it was sent and is erased since, or the portal's key of then was lost.</returns>
    public async Task<BidContent?> ReadAsync(Bid? bid, CancellationToken ct)
    {
        if (bid?.Draft is not { } draft)
        {
            return null;
        }

        try
        {
            return Json.Read<BidContent>(Encoding.UTF8.GetString(
                Cipher.Decrypt(await KeyAsync(ct), Convert.FromBase64String(draft), bid.Id.ToByteArray())));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private async Task<byte[]> KeyAsync(CancellationToken ct)
    {
        if (_key is { } known)
        {
            return known;
        }

        var (owner, portalKey) = (user.OrganisationId, portal.Id);
        if (!await db.DraftKeys.AnyAsync(k => k.ProviderId == owner && k.PortalKeyId == portalKey, ct))
        {
            var wrapped = Convert.ToBase64String(
                Cipher.Encrypt(portal.Bytes, RandomNumberGenerator.GetBytes(32), owner.ToByteArray()));
            await db.Database.ExecuteSqlAsync(
                $"""
                 insert into tendering.draft_keys (provider_id, portal_key_id, wrapped)
                 values ({owner}, {portalKey}, {wrapped}) on conflict do nothing
                 """, ct);
        }

        var key = await db.DraftKeys.AsNoTracking().SingleAsync(
            k => k.ProviderId == owner && k.PortalKeyId == portalKey, ct);
        return _key = Cipher.Decrypt(portal.Bytes, Convert.FromBase64String(key.Wrapped), owner.ToByteArray());
    }
}
