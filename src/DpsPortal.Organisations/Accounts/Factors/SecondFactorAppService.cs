using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts.Factors;

internal sealed class SecondFactorAppService(
    IOrganisationsDbContext db,
    ICurrentUser current,
    SecondFactors factors,
    Authenticators authenticators,
    RecoveryCodes recoveryCodes,
    Passkeys passkeys,
    PendingProofs proofs,
    SessionStore sessions,
    SignInThrottle throttle,
    AccountAudit audit,
    FactorMail mail) : ISecondFactorAppService
{
    /// <summary>As authenticator apps show it above the code.</summary>
    private const string Issuer = "Supported Accommodation Portal";

    public async Task<SecurityDto> GetAsync(CancellationToken ct)
    {
        var own = await db.Passkeys.AsNoTracking().Where(p => p.UserId == current.Id).ToListAsync(ct);
        var left = await recoveryCodes.CountAsync(current.Id, ct);
        var since = await db.Authenticators
            .Where(a => a.UserId == current.Id && a.ConfirmedAt != null)
            .Select(a => a.ConfirmedAt).SingleOrDefaultAsync(ct);
        return new SecurityDto
        {
            IsRequired = factors.AreRequired,
            AuthenticatorSince = since,
            Passkeys =
            [
                .. own.OrderBy(p => p.Data.CreatedAt).Select(p => new PasskeyDto(
                    p.Id, p.Data.Name ?? "Passkey", p.Data.CreatedAt.UtcDateTime, p.LastUsedAt)),
            ],
            RecoveryCodesLeft = left,
            AreRecoveryCodesLow = left <= RecoveryCodes.Low && (since is not null || own.Count > 0),
        };
    }

    public async Task<AuthenticatorKeyDto> StartAuthenticatorAsync(CancellationToken ct)
    {
        var user = await UserAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var key = Totp.TextOf(await authenticators.BeginAsync(user.Id, ct));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        var label = $"{Uri.EscapeDataString(Issuer)}:{Uri.EscapeDataString(user.Email!)}";
        return new AuthenticatorKeyDto(
            string.Join(' ', key.Chunk(4).Select(group => new string(group))),
            $"otpauth://totp/{label}?secret={key}&issuer={Uri.EscapeDataString(Issuer)}&digits=6&period=30");
    }

    public async Task<FactorAddedDto> ConfirmAuthenticatorAsync(
        CodeDto input, Guid currentSession, CancellationToken ct)
    {
        var user = await UserAsync(ct);
        throttle.EnterSecondStep(user.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var begun = await authenticators.BegunAsync(user.Id, ct)
            ?? throw new BusinessException(OrganisationsErrorCodes.AuthenticatorNotStarted);
        var isFirst = !await factors.HasAnyAsync(user.Id, ct);
        if (!await authenticators.ConfirmAsync(begun, input.Code, ct))
        {
            throw new InvalidInputException(
                "code", "The code is not right. Enter the one that the app shows now, and check the time of your phone");
        }

        throttle.SucceededSecondStep(user.Id);
        var codes = await AddedAsync(user, isFirst, currentSession, ct);
        await mail.AppAddedAsync(user, ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(user.Id, "AddAuthenticator", ct);
        await transaction.CommitAsync(ct);
        return new FactorAddedDto(await GetAsync(ct), codes);
    }

    public async Task<SecurityDto> RemoveAuthenticatorAsync(CancellationToken ct)
    {
        var user = await UserAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Authenticators.Where(a => a.UserId == user.Id && a.ConfirmedAt != null).ExecuteDeleteAsync(ct) == 0)
        {
            throw new BusinessException(OrganisationsErrorCodes.NoSecondFactor);
        }

        await RemovedAsync(user, ct);
        await mail.AppRemovedAsync(user, ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(user.Id, "RemoveAuthenticator", ct);
        await transaction.CommitAsync(ct);
        return await GetAsync(ct);
    }

    public async Task<PasskeyChallenge> AskNewPasskeyAsync(CancellationToken ct)
    {
        var user = await UserAsync(ct);
        var (options, question) = await passkeys.AskNewAsync(user);
        var secret = await proofs.BeginAsync(ProofPurpose.NewPasskey, user, question, ct);
        await db.SaveChangesAsync(ct);
        return new PasskeyChallenge(secret, options);
    }

    public async Task<FactorAddedDto> AddPasskeyAsync(
        string? pending, AddPasskeyDto input, Guid currentSession, CancellationToken ct)
    {
        var user = await UserAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var begun = await proofs.FindAsync(pending, ProofPurpose.NewPasskey, ct);
        var isFirst = !await factors.HasAnyAsync(user.Id, ct);
        if (begun is null || begun.UserId != user.Id || !await proofs.EndAsync(begun, ct)
            || !await passkeys.AddAsync(user, input.Name, input.Credential, begun.Question))
        {
            throw new BusinessException(OrganisationsErrorCodes.PasskeyRefused);
        }

        var codes = await AddedAsync(user, isFirst, currentSession, ct);
        await mail.PasskeyAddedAsync(user, input.Name.Trim(), ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(user.Id, "AddPasskey", ct, after: input.Name.Trim());
        await transaction.CommitAsync(ct);
        return new FactorAddedDto(await GetAsync(ct), codes);
    }

    public async Task<SecurityDto> RenamePasskeyAsync(Guid id, RenamePasskeyDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var passkey = await PasskeyAsync(id, ct);
        var (before, after) = (passkey.Data.Name, input.Name.Trim());
        passkey.Data.Name = after;
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(current.Id, "RenamePasskey", ct, before, after);
        await transaction.CommitAsync(ct);
        return await GetAsync(ct);
    }

    public async Task<SecurityDto> RemovePasskeyAsync(Guid id, CancellationToken ct)
    {
        var user = await UserAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var passkey = await PasskeyAsync(id, ct);
        var name = passkey.Data.Name ?? "Passkey";
        await db.Passkeys.Where(p => p.Id == id).ExecuteDeleteAsync(ct);
        await RemovedAsync(user, ct);
        await mail.PasskeyRemovedAsync(user, name, ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(user.Id, "RemovePasskey", ct, before: name);
        await transaction.CommitAsync(ct);
        return await GetAsync(ct);
    }

    public async Task<FactorAddedDto> RenewRecoveryCodesAsync(CancellationToken ct)
    {
        var user = await UserAsync(ct);
        if (!await factors.HasAnyAsync(user.Id, ct))
        {
            throw new BusinessException(OrganisationsErrorCodes.NoSecondFactor);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var codes = await recoveryCodes.RenewAsync(user.Id, ct);
        await mail.CodesRenewedAsync(user, ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(user.Id, "RenewRecoveryCodes", ct);
        await transaction.CommitAsync(ct);
        return new FactorAddedDto(await GetAsync(ct), codes);
    }

    /// <summary>The first factor brings recovery codes, and ends the sessions that were begun without it.</summary>
    private async Task<IReadOnlyList<string>> AddedAsync(
        User user, bool isFirst, Guid currentSession, CancellationToken ct)
    {
        if (!isFirst)
        {
            return [];
        }

        await sessions.EndAsync(user.Id, ct, except: currentSession);
        return await recoveryCodes.RenewAsync(user.Id, ct);
    }

    /// <summary>Locks the account: of the last two factors, only one can go at a time.</summary>
    private async Task RemovedAsync(User user, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from organisations.users where id = {user.Id} for update", ct);
        if (await factors.HasAnyAsync(user.Id, ct))
        {
            return;
        }

        if (factors.AreRequired)
        {
            throw new BusinessException(OrganisationsErrorCodes.LastSecondFactor);
        }

        await factors.RemoveAllAsync(user.Id, ct);
    }

    private Task<User> UserAsync(CancellationToken ct) =>
        db.Users.AsNoTracking().SingleAsync(u => u.Id == current.Id, ct);

    private async Task<Passkey> PasskeyAsync(Guid id, CancellationToken ct) =>
        await db.Passkeys.SingleOrDefaultAsync(p => p.Id == id && p.UserId == current.Id, ct)
        ?? throw new EntityNotFoundException(typeof(Passkey), id);
}
