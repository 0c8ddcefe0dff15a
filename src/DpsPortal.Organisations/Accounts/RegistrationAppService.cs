using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts;

internal sealed class RegistrationAppService(
    IOrganisationsDbContext db,
    IBackgroundJobManager jobs,
    PasswordChecker passwords,
    SignInThrottle throttle,
    AccountAudit audit,
    TimeProvider clock) : IRegistrationAppService
{
    public async Task RegisterAsync(RegisterDto input, string network, CancellationToken ct)
    {
        throttle.CountRequest(input.Email, network);
        var organisation = new RegisteredOrganisation(
            input.OrganisationName.Trim(),
            Number(input.CompanyNumber, RegisteredNumbers.Company, "companyNumber", "Enter 8 characters, like 01234567"),
            Number(input.CharityNumber, RegisteredNumbers.Charity, "charityNumber", "Enter 6 or 7 digits, like 1123456"));
        await RefuseRegisteredAsync(organisation.CompanyNumber, organisation.CharityNumber, ct);

        var registration = new Registration(
            Guid.NewGuid(),
            organisation,
            input.Name.Trim(),
            input.Email.Trim().ToLowerInvariant())
        {
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        db.Registrations.Add(registration);
        await jobs.EnqueueAsync(new SendConfirmationArgs(Guid.NewGuid(), registration.Id), ct: ct);
        await db.SaveChangesAsync(ct);
    }

    public async Task ConfirmAsync(ConfirmRegistrationDto input, string network, CancellationToken ct)
    {
        throttle.CheckGuess(network);
        var (hash, now) = (LinkToken.HashOf(input.Token), clock.GetUtcNow().UtcDateTime);
        var registration = await db.Registrations
            .SingleOrDefaultAsync(r => r.TokenHash == hash && r.ExpiresAt > now, ct);
        if (registration is null)
        {
            throttle.FailedGuess(network);
            await audit.RefusedAsync(Guid.Empty, "ConfirmEmail", OrganisationsErrorCodes.LinkNotValid, ct);
            throw new BusinessException(OrganisationsErrorCodes.LinkNotValid);
        }

        await RefuseRegisteredAsync(registration.CompanyNumber, registration.CharityNumber, ct);
        PasswordRules.Check(input.Password, registration.Email, registration.Name);
        var passwordHash = await passwords.HashAsync(input.Password, ct);
        var organisation = Organisation.Register(
            Guid.NewGuid(), registration.OrganisationName, registration.CompanyNumber, registration.CharityNumber);
        var account = NewAccount.Of(registration.Email, registration.Name, passwordHash);
        account.Affiliations.Add(new Affiliation
        {
            OrganisationId = organisation.Id,
            Roles = [Role.ProviderAdministrator],
            Since = now,
        });

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        db.Organisations.Add(organisation);
        db.Users.Add(account);
        await db.Registrations.Where(r => r.Email == registration.Email).ExecuteDeleteAsync(ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(account.Id, "ConfirmEmail", ct);
        await transaction.CommitAsync(ct);
    }

    /// <summary>Names no people: who works there is nobody's business.</summary>
    private async Task RefuseRegisteredAsync(string? companyNumber, string? charityNumber, CancellationToken ct)
    {
        if (await db.Organisations.AnyAsync(
            o => (companyNumber != null && o.CompanyNumber == companyNumber)
                || (charityNumber != null && o.CharityNumber == charityNumber), ct))
        {
            await audit.RefusedAsync(Guid.Empty, "Register", OrganisationsErrorCodes.OrganisationRegistered, ct);
            throw new BusinessException(OrganisationsErrorCodes.OrganisationRegistered);
        }
    }

    private static string? Number(string? text, Func<string, string?> read, string field, string message) =>
        string.IsNullOrWhiteSpace(text) ? null : read(text) ?? throw new InvalidInputException(field, message);
}
