using DpsPortal.Organisations.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>
/// Passkeys by Identity's handler, which does the cryptography and insists on user verification. Sessions, their audit
/// trail and the question's single use are ours, so Identity's sign-in manager, which knows none of them, is not used.
/// </summary>
internal sealed class Passkeys(
    IOrganisationsDbContext db, IPasskeyHandler<User> handler, IHttpContextAccessor http, TimeProvider clock)
{
    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("Outside of a request.");

    public async Task<(string Options, string Question)> AskNewAsync(User user)
    {
        var asked = await handler.MakeCreationOptionsAsync(
            new PasskeyUserEntity { Id = user.Id.ToString(), Name = user.Email!, DisplayName = user.Name }, Http);
        return (asked.CreationOptionsJson, asked.AttestationState!);
    }

    /// <param name="user">Whose passkeys will do; any account's, if null.</param>
    public async Task<(string Options, string Question)> AskAsync(User? user)
    {
        var asked = await handler.MakeRequestOptionsAsync(user, Http);
        return (asked.RequestOptionsJson, asked.AssertionState!);
    }

    /// <returns>False when the browser's answer does not fit the question; saved by the caller.</returns>
    public async Task<bool> AddAsync(User user, string name, string credential, string? question)
    {
        var result = await handler.PerformAttestationAsync(new PasskeyAttestationContext
        {
            HttpContext = Http,
            CredentialJson = credential,
            AttestationState = question,
        });
        if (!result.Succeeded || result.UserEntity.Id != user.Id.ToString())
        {
            return false;
        }

        var made = result.Passkey;
        db.Passkeys.Add(new Passkey
        {
            UserId = user.Id,
            CredentialId = made.CredentialId,
            Data = new IdentityPasskeyData
            {
                Name = name.Trim(),
                PublicKey = made.PublicKey,
                CreatedAt = clock.GetUtcNow(),
                SignCount = made.SignCount,
                Transports = made.Transports,
                IsUserVerified = made.IsUserVerified,
                IsBackupEligible = made.IsBackupEligible,
                IsBackedUp = made.IsBackedUp,
                AttestationObject = made.AttestationObject,
                ClientDataJson = made.ClientDataJson,
            },
        });
        return true;
    }

    /// <summary>Whose passkey it is and since when, if the answer fits the question; notes the use, saved by the caller.</summary>
    public async Task<(User User, DateTime Since)?> CheckAsync(string credential, string? question, CancellationToken ct)
    {
        var result = await handler.PerformAssertionAsync(new PasskeyAssertionContext
        {
            HttpContext = Http,
            CredentialJson = credential,
            AssertionState = question,
        });
        if (!result.Succeeded || !result.Passkey.IsUserVerified)
        {
            return null;
        }

        var id = result.Passkey.CredentialId;
        var passkey = await db.Passkeys.SingleAsync(p => p.CredentialId == id, ct);
        (passkey.Data.SignCount, passkey.Data.IsBackedUp) = (result.Passkey.SignCount, result.Passkey.IsBackedUp);
        passkey.LastUsedAt = clock.GetUtcNow().UtcDateTime;
        return (result.User, passkey.Data.CreatedAt.UtcDateTime);
    }
}
