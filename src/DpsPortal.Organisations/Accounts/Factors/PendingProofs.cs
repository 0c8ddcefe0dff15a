using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>Proofs that have begun. Its own writes are saved by the caller.</summary>
internal sealed class PendingProofs(IOrganisationsDbContext db, TimeProvider clock)
{
    /// <summary>Clears away what has run out, and begins.</summary>
    /// <returns>The secret for the browser's cookie.</returns>
    public async Task<string> BeginAsync(ProofPurpose purpose, User? user, string? question, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var oldest = now - PendingProof.Lasts;
        await db.PendingProofs.Where(p => p.BegunAt <= oldest).ExecuteDeleteAsync(ct);
        var (secret, hash) = LinkToken.Create();
        db.PendingProofs.Add(new PendingProof(Guid.NewGuid(), purpose, user, hash, question, now));
        return secret;
    }

    /// <summary>Null for one that is unknown, used, too old or for something else.</summary>
    public async Task<PendingProof?> FindAsync(string? secret, ProofPurpose purpose, CancellationToken ct)
    {
        if (secret is null)
        {
            return null;
        }

        var (hash, oldest) = (LinkToken.HashOf(secret), clock.GetUtcNow().UtcDateTime - PendingProof.Lasts);
        return await db.PendingProofs.SingleOrDefaultAsync(
            p => p.SecretHash == hash && p.Purpose == purpose && p.BegunAt > oldest, ct);
    }

    /// <returns>False when another call ended it first.</returns>
    public async Task<bool> EndAsync(PendingProof proof, CancellationToken ct) =>
        await db.PendingProofs.Where(p => p.Id == proof.Id).ExecuteDeleteAsync(ct) == 1;
}
