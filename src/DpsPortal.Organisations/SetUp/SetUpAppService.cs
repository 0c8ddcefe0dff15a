using System.Security.Cryptography;
using System.Text;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Accounts;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace DpsPortal.Organisations.SetUp;

internal sealed class SetUpAppService(
    IOrganisationsDbContext db,
    PasswordChecker passwords,
    SignInThrottle throttle,
    AccountAudit audit,
    IConfiguration configuration,
    TimeProvider clock) : ISetUpAppService
{
    /// <summary>Who sets the portal up also drafts its first scheme; the roles are changed under People.</summary>
    private static readonly Role[] FirstRoles =
        [Role.AccreditationOfficer, Role.AccreditationLead, Role.SystemAdministrator];

    private readonly string? _code = configuration["Portal:SetUpCode"];

    public async Task<SetUpStateDto> GetStateAsync(CancellationToken ct) =>
        new(!string.IsNullOrEmpty(_code) && !await db.Organisations.AnyAsync(ct));

    public async Task RunAsync(SetUpDto input, string network, CancellationToken ct)
    {
        throttle.CheckGuess(network);
        if (!(await GetStateAsync(ct)).Needed)
        {
            throw new BusinessException(OrganisationsErrorCodes.AlreadySetUp);
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(input.Code), Encoding.UTF8.GetBytes(_code!)))
        {
            throttle.FailedGuess(network);
            await audit.RefusedAsync(Guid.Empty, "SetUp", OrganisationsErrorCodes.LinkNotValid, ct);
            throw new InvalidInputException("code", "This is not the code that the start of the portal printed");
        }

        PasswordRules.Check(input.Password, input.Email, input.Name);
        var host = new Organisation(
            Guid.NewGuid(), input.AuthorityName.Trim(), OrganisationKind.Authority, input.AuthorityCode);
        var account = NewAccount.Of(
            input.Email.Trim().ToLowerInvariant(), input.Name, await passwords.HashAsync(input.Password, ct));
        account.Affiliations.Add(new Affiliation
        {
            OrganisationId = host.Id,
            Roles = [.. FirstRoles],
            Since = clock.GetUtcNow().UtcDateTime,
        });

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended('set-up', 0))", ct);
        if (await db.Organisations.AnyAsync(ct))
        {
            throw new BusinessException(OrganisationsErrorCodes.AlreadySetUp);
        }

        db.Organisations.Add(host);
        db.Users.Add(account);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(account.Id, "SetUp", ct, after: string.Join(", ", FirstRoles));
        await transaction.CommitAsync(ct);
    }
}
