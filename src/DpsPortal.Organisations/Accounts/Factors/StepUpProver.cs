using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts.Factors;

/// <summary>Checks the fresh proof of somebody who is signed in.</summary>
internal sealed class StepUpProver(
    IOrganisationsDbContext db,
    SecondFactors factors,
    Authenticators authenticators,
    Passkeys passkeys,
    PendingProofs proofs,
    PasswordChecker passwords,
    SignInThrottle throttle,
    AccountAudit audit)
{
    public async Task<PasskeyChallenge> AskPasskeyAsync(Guid userId, CancellationToken ct)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, ct);
        var (options, question) = await passkeys.AskAsync(user);
        var secret = await proofs.BeginAsync(ProofPurpose.StepUp, user, question, ct);
        await db.SaveChangesAsync(ct);
        return new PasskeyChallenge(secret, options);
    }

    /// <returns>
    /// What it was proved with, for the audit trail, and since when that counts (see <see cref="Session.FactorSince"/>).
    /// </returns>
    /// <exception cref="TooManyAttemptsException">Too many failures for this account or from this network.</exception>
    /// <exception cref="InvalidInputException">The proof is not right, or not of the account's kind.</exception>
    public async Task<(string How, DateTime? FactorSince)> ProveAsync(
        User user, StepUpDto input, string? pending, string network, CancellationToken ct)
    {
        if (input.Credential is { } credential)
        {
            return await PasskeySinceAsync(user, credential, pending, ct) is { } since
                ? ("passkey", since)
                : throw await RefusedAsync(user, "credential", "The passkey did not work. Try again", ct);
        }

        if (input.Code is { } code)
        {
            throttle.EnterSecondStep(user.Id);
            if (await authenticators.TakeAsync(user.Id, code, ct) is not { } since)
            {
                throw await RefusedAsync(
                    user, "code", "The code is not right, or already used. Enter the next one that the app shows", ct);
            }

            throttle.SucceededSecondStep(user.Id);
            return ("code", since);
        }

        return await HasPasswordOnlyAsync(user, input, ct) && await IsPasswordAsync(user, input.Password!, network, ct)
            ? ("password", null)
            : throw await RefusedAsync(user, "password", "The password is not right", ct);
    }

    /// <summary>A password alone would take back what the second factor gives.</summary>
    private async Task<bool> HasPasswordOnlyAsync(User user, StepUpDto input, CancellationToken ct)
    {
        if (await factors.HasAnyAsync(user.Id, ct))
        {
            throw new InvalidInputException("code", "Enter a code from your authenticator app, or use your passkey");
        }

        return input.Password is not null ? true : throw new InvalidInputException("password", "Enter your password");
    }

    private async Task<bool> IsPasswordAsync(User user, string password, string network, CancellationToken ct)
    {
        throttle.Enter(user.Email!, network);
        if (!await passwords.IsRightAsync(user, password, ct))
        {
            return false;
        }

        throttle.Succeeded(user.Email!, network);
        return true;
    }

    private async Task<DateTime?> PasskeySinceAsync(User user, string credential, string? pending, CancellationToken ct)
    {
        throttle.EnterSecondStep(user.Id);
        var begun = await proofs.FindAsync(pending, ProofPurpose.StepUp, ct);
        if (begun is null || begun.UserId != user.Id || !await proofs.EndAsync(begun, ct)
            || await passkeys.CheckAsync(credential, begun.Question, ct) is not var (owner, since) || owner.Id != user.Id)
        {
            return null;
        }

        throttle.SucceededSecondStep(user.Id);
        return since;
    }

    private async Task<InvalidInputException> RefusedAsync(
        User user, string field, string message, CancellationToken ct)
    {
        await audit.RefusedAsync(user.Id, "StepUp", OrganisationsErrorCodes.SignInFailed, ct);
        return new InvalidInputException(field, message);
    }
}
