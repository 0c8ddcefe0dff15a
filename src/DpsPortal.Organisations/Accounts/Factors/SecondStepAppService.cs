using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts.Factors;

internal sealed class SecondStepAppService(
    IOrganisationsDbContext db,
    PendingProofs proofs,
    Authenticators authenticators,
    RecoveryCodes recoveryCodes,
    Passkeys passkeys,
    SessionStarter starter,
    RecoveryHold hold,
    SignInThrottle throttle,
    AccountAudit audit,
    FactorMail mail) : ISecondStepAppService
{
    public Task<SignedIn?> ByCodeAsync(string? pending, CodeDto input, string device, CancellationToken ct) =>
        FinishAsync(
            pending,
            device,
            "password and code",
            async user => await authenticators.TakeAsync(user.Id, input.Code, ct) is { } since ? new Proof(since) : null,
            ct);

    public Task<SignedIn?> ByRecoveryCodeAsync(
        string? pending, RecoveryCodeDto input, string device, CancellationToken ct) =>
        FinishAsync(pending, device, "password and recovery code", user => UseRecoveryCodeAsync(user, input, ct), ct);

    public async Task<PasskeyChallenge> AskPasskeyAsync(string? pending, string network, CancellationToken ct)
    {
        throttle.EnterNetwork(network);
        if (await proofs.FindAsync(pending, ProofPurpose.SecondStep, ct) is { } begun)
        {
            var user = await db.Users.SingleAsync(u => u.Id == begun.UserId, ct);
            var (own, ownQuestion) = await passkeys.AskAsync(user);
            begun.Ask(ownQuestion);
            await db.SaveChangesAsync(ct);
            return new PasskeyChallenge(pending!, own);
        }

        var (options, question) = await passkeys.AskAsync(user: null);
        var secret = await proofs.BeginAsync(ProofPurpose.Passkey, user: null, question, ct);
        await db.SaveChangesAsync(ct);
        return new PasskeyChallenge(secret, options);
    }

    /// <summary>A passkey with user verification is both factors: the device, and who may unlock it.</summary>
    public async Task<SignedIn?> ByPasskeyAsync(
        string? pending, PasskeyProofDto input, string network, string device, CancellationToken ct)
    {
        throttle.CheckGuess(network);
        var begun = await proofs.FindAsync(pending, ProofPurpose.SecondStep, ct)
            ?? await proofs.FindAsync(pending, ProofPurpose.Passkey, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (begun?.Question is null || !await proofs.EndAsync(begun, ct)
            || await passkeys.CheckAsync(input.Credential, begun.Question, ct) is not var (user, since)
            || (begun.UserId is not null && begun.SecurityStamp != user.SecurityStamp)
            || await starter.StartAsync(user, device, "passkey", since, ct) is not { } signedIn)
        {
            // After a right password another way is still open; a passkey alone is asked anew.
            if (begun?.Purpose == ProofPurpose.SecondStep)
            {
                await transaction.RollbackAsync(ct);
            }
            else
            {
                await transaction.CommitAsync(ct);
            }

            throttle.FailedGuess(network);
            await audit.RefusedAsync(
                begun?.UserId ?? Guid.Empty, "SignIn", OrganisationsErrorCodes.SecondStepFailed, ct);
            return null;
        }

        await transaction.CommitAsync(ct);
        throttle.SucceededNetwork(network);
        return signedIn;
    }

    private async Task<SignedIn?> FinishAsync(
        string? pending, string device, string how, Func<User, Task<Proof?>> takeAsync, CancellationToken ct)
    {
        var begun = await proofs.FindAsync(pending, ProofPurpose.SecondStep, ct);
        var user = begun is null
            ? null
            : await db.Users.SingleOrDefaultAsync(
                u => u.Id == begun.UserId && u.SecurityStamp == begun.SecurityStamp && !u.IsDisabled, ct);
        if (user is null)
        {
            return null;
        }

        throttle.EnterSecondStep(user.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await takeAsync(user) is not { } proof || !await proofs.EndAsync(begun!, ct)
            || await starter.StartAsync(user, device, how, proof.FactorSince, ct) is not { } signedIn)
        {
            await transaction.RollbackAsync(ct);
            await audit.RefusedAsync(user.Id, "SignIn", OrganisationsErrorCodes.SecondStepFailed, ct);
            return null;
        }

        await transaction.CommitAsync(ct);
        throttle.SucceededSecondStep(user.Id);
        return signedIn;
    }

    private async Task<Proof?> UseRecoveryCodeAsync(User user, RecoveryCodeDto input, CancellationToken ct)
    {
        if (!await recoveryCodes.TakeAsync(user.Id, input.Code, ct))
        {
            return null;
        }

        hold.Begin(user);
        await mail.CodeUsedAsync(user, await recoveryCodes.CountAsync(user.Id, ct), ct);
        return new Proof(FactorSince: null);
    }

    /// <param name="FactorSince">See <see cref="Session.FactorSince"/>.</param>
    private sealed record Proof(DateTime? FactorSince);
}
