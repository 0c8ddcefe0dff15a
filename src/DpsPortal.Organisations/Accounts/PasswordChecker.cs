using System.Threading.RateLimiting;
using DpsPortal.Organisations.People;
using Microsoft.AspNetCore.Identity;

namespace DpsPortal.Organisations.Accounts;

/// <summary>
/// Checks one password in about the same time whether the account exists or not, and never more at once than there
/// are processors: a flood of sign-ins leaves the rest of the portal its share.
/// </summary>
internal sealed class PasswordChecker(IPasswordHasher<User> hasher) : IDisposable
{
    private readonly ConcurrencyLimiter _limiter = new(new ConcurrencyLimiterOptions
    {
        PermitLimit = Environment.ProcessorCount,
        QueueLimit = 50,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    private readonly Lazy<string> _nobodysHash = new(() => hasher.HashPassword(new User(), Guid.NewGuid().ToString()));

    /// <exception cref="TooManyAttemptsException">More sign-ins wait than can be served.</exception>
    public async Task<bool> IsRightAsync(User? user, string password, CancellationToken ct)
    {
        using var lease = await TurnAsync(ct);
        var hash = user?.PasswordHash ?? _nobodysHash.Value;
        var result = await Task.Run(() => hasher.VerifyHashedPassword(user ?? new User(), hash, password), ct);
        return result != PasswordVerificationResult.Failed && user is { IsDisabled: false };
    }

    /// <summary>Of a new password; waits its turn like the checks.</summary>
    /// <exception cref="TooManyAttemptsException">More wait than can be served.</exception>
    public async Task<string> HashAsync(string password, CancellationToken ct)
    {
        using var lease = await TurnAsync(ct);
        return await Task.Run(() => hasher.HashPassword(new User(), password), ct);
    }

    private async Task<RateLimitLease> TurnAsync(CancellationToken ct)
    {
        var lease = await _limiter.AcquireAsync(1, ct);
        return lease.IsAcquired ? lease : throw new TooManyAttemptsException();
    }

    public void Dispose() => _limiter.Dispose();
}
