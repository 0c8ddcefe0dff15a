using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>The recovery codes of an account. Runs within the caller's transaction.</summary>
internal sealed class RecoveryCodes(IOrganisationsDbContext db)
{
    public const int InASet = 10;

    /// <summary>As many or fewer: the person is told to make new ones.</summary>
    public const int Low = 3;

    /// <summary>A new set in place of the one before; saved by the caller.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(Guid userId, CancellationToken ct)
    {
        await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(ct);
        var salt = RandomNumberGenerator.GetBytes(RecoveryCode.SaltBytes);
        string[] codes = [.. Enumerable.Range(0, InASet).Select(_ => RecoveryCode.Create())];
        db.RecoveryCodes.AddRange(codes.Select(
            code => new RecoveryCode(Guid.NewGuid(), userId, salt, RecoveryCode.HashOf(code, salt))));
        return codes;
    }

    public Task<int> CountAsync(Guid userId, CancellationToken ct) =>
        db.RecoveryCodes.CountAsync(c => c.UserId == userId, ct);

    /// <summary>Uses a code up.</summary>
    public async Task<bool> TakeAsync(Guid userId, string code, CancellationToken ct)
    {
        var salt = await db.RecoveryCodes.Where(c => c.UserId == userId).Select(c => c.Salt).FirstOrDefaultAsync(ct);
        if (salt is null)
        {
            return false;
        }

        var hash = RecoveryCode.HashOf(code, salt);
        return await db.RecoveryCodes.Where(c => c.UserId == userId && c.Hash == hash).ExecuteDeleteAsync(ct) == 1;
    }
}
