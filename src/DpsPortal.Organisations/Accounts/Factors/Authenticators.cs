using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>Keys of authenticator apps and the codes they give. Runs within the caller's transaction.</summary>
internal sealed class Authenticators(
    IOrganisationsDbContext db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("DpsPortal.Authenticator");

    /// <summary>A key that counts for nothing yet, in place of any other that was begun.</summary>
    public async Task<byte[]> BeginAsync(Guid userId, CancellationToken ct)
    {
        await db.Authenticators.Where(a => a.UserId == userId && a.ConfirmedAt == null).ExecuteDeleteAsync(ct);
        var key = RandomNumberGenerator.GetBytes(Totp.KeyBytes);
        db.Authenticators.Add(
            new Authenticator(Guid.NewGuid(), userId, _protector.Protect(Convert.ToBase64String(key))));
        return key;
    }

    public Task<Authenticator?> BegunAsync(Guid userId, CancellationToken ct) =>
        db.Authenticators.SingleOrDefaultAsync(a => a.UserId == userId && a.ConfirmedAt == null, ct);

    /// <summary>The app counts from here on, and the one before no longer. The code that shows it is used up.</summary>
    /// <returns>False when the code is not right.</returns>
    public async Task<bool> ConfirmAsync(Authenticator begun, string code, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (Totp.FindStep(KeyOf(begun), code, now) is not { } step)
        {
            return false;
        }

        await db.Authenticators.Where(a => a.UserId == begun.UserId && a.ConfirmedAt != null).ExecuteDeleteAsync(ct);
        begun.Confirm(step, now.UtcDateTime);
        return true;
    }

    /// <summary>Uses a code up: of two calls with the same code one is refused, and so is any code before it.</summary>
    /// <returns>Since when the app counts; null when the code is not right.</returns>
    public async Task<DateTime?> TakeAsync(Guid userId, string code, CancellationToken ct)
    {
        var found = await db.Authenticators.AsNoTracking()
            .SingleOrDefaultAsync(a => a.UserId == userId && a.ConfirmedAt != null, ct);
        return found is not null
            && Totp.FindStep(KeyOf(found), code, clock.GetUtcNow()) is { } step
            && await db.Authenticators.Where(a => a.Id == found.Id && a.LastStep < step)
                .ExecuteUpdateAsync(a => a.SetProperty(x => x.LastStep, step), ct) == 1
            ? found.ConfirmedAt
            : null;
    }

    private byte[] KeyOf(Authenticator authenticator) =>
        Convert.FromBase64String(_protector.Unprotect(authenticator.ProtectedKey));
}
