using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>Configured under <c>Accounts</c>.</summary>
internal sealed class AccountRules
{
    /// <summary>
    /// Every account signs in with two factors; one without can only set one up. Source: Cyber Essentials 3.3, every
    /// account of a cloud service that offers it.
    /// </summary>
    public bool RequireSecondFactor { get; set; } = true;
}

/// <summary>What second factors an account has.</summary>
internal sealed class SecondFactors(IOrganisationsDbContext db, IOptions<AccountRules> rules)
{
    public bool AreRequired => rules.Value.RequireSecondFactor;

    public async Task<bool> HasAnyAsync(Guid userId, CancellationToken ct) =>
        await db.Authenticators.AnyAsync(a => a.UserId == userId && a.ConfirmedAt != null, ct)
        || await db.Passkeys.AnyAsync(p => p.UserId == userId, ct);

    /// <summary>Empty where the account has no second factor.</summary>
    public async Task<IReadOnlyList<SecondStepMethod>> MethodsAsync(Guid userId, CancellationToken ct)
    {
        var app = await db.Authenticators.AnyAsync(a => a.UserId == userId && a.ConfirmedAt != null, ct);
        var passkey = await db.Passkeys.AnyAsync(p => p.UserId == userId, ct);
        var recovery = await db.RecoveryCodes.AnyAsync(c => c.UserId == userId, ct);
        return
        [
            .. passkey ? [SecondStepMethod.Passkey] : Array.Empty<SecondStepMethod>(),
            .. app ? [SecondStepMethod.Authenticator] : Array.Empty<SecondStepMethod>(),
            .. recovery && (app || passkey) ? [SecondStepMethod.RecoveryCode] : Array.Empty<SecondStepMethod>(),
        ];
    }

    /// <summary>Also what has been begun with them.</summary>
    public async Task RemoveAllAsync(Guid userId, CancellationToken ct)
    {
        await db.Authenticators.Where(a => a.UserId == userId).ExecuteDeleteAsync(ct);
        await db.Passkeys.Where(p => p.UserId == userId).ExecuteDeleteAsync(ct);
        await db.RecoveryCodes.Where(c => c.UserId == userId).ExecuteDeleteAsync(ct);
        await db.PendingProofs.Where(p => p.UserId == userId).ExecuteDeleteAsync(ct);
    }
}
