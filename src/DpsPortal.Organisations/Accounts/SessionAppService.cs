using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Accounts.Factors;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts;

internal sealed class SessionAppService(
    IOrganisationsDbContext db,
    ICurrentUser user,
    SessionStore sessions,
    AccountAudit audit,
    SecondFactors factors,
    StepUpProver prover) : ISessionAppService
{
    public async Task<IReadOnlyList<OwnSessionDto>> GetListAsync(Guid current, CancellationToken ct) =>
        await (
            from session in sessions.Living(user.Id)
            join organisation in db.Organisations on session.OrganisationId equals organisation.Id
            orderby session.LastUsedAt descending, session.Id
            select new OwnSessionDto(
                session.Id, session.Device, organisation.Name, session.SignedInAt, session.LastUsedAt,
                session.Id == current)).ToListAsync(ct);

    public async Task EndAsync(Guid id, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await sessions.Living(user.Id).Where(s => s.Id == id).ExecuteDeleteAsync(ct) == 0)
        {
            throw new EntityNotFoundException(typeof(Session), id);
        }

        await audit.DoneAsync(user.Id, "EndSession", ct);
        await transaction.CommitAsync(ct);
    }

    public async Task EndOthersAsync(Guid current, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await sessions.EndAsync(user.Id, ct, except: current);
        await audit.DoneAsync(user.Id, "EndOtherSessions", ct);
        await transaction.CommitAsync(ct);
    }

    public async Task<SignedIn> SwitchAsync(SwitchOrganisationDto input, Guid current, CancellationToken ct)
    {
        var session = await sessions.Living(user.Id).SingleOrDefaultAsync(s => s.Id == current, ct)
            ?? throw new EntityNotFoundException(typeof(Session), current);
        var found = await (
            from affiliation in db.Affiliations
            join organisation in db.Organisations on affiliation.OrganisationId equals organisation.Id
            join person in db.Users on affiliation.UserId equals person.Id
            where affiliation.UserId == user.Id && affiliation.OrganisationId == input.Id
            select new { organisation.Name, affiliation.Roles, person.SecurityStamp }).SingleOrDefaultAsync(ct)
            ?? throw new EntityNotFoundException(typeof(Organisation), input.Id);

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var next = sessions.Continue(session, input.Id);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(user.Id, "SwitchOrganisation", ct, before: user.OrganisationName, after: found.Name);
        await transaction.CommitAsync(ct);
        return new SignedIn(
            new Actor(user.Id, user.Name, input.Id, found.Name, found.Roles), found.SecurityStamp!, next.Id);
    }

    public async Task<SignedIn> StepUpAsync(
        StepUpDto input, Guid current, string? pending, string network, CancellationToken ct)
    {
        var session = await sessions.Living(user.Id).SingleOrDefaultAsync(s => s.Id == current, ct)
            ?? throw new EntityNotFoundException(typeof(Session), current);
        var person = await db.Users.AsNoTracking().SingleAsync(u => u.Id == user.Id, ct);
        var (how, factorSince) = await prover.ProveAsync(person, input, pending, network, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var next = sessions.Prove(session, factorSince);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(user.Id, "StepUp", ct, after: how);
        await transaction.CommitAsync(ct);
        return new SignedIn(
            new Actor(user.Id, user.Name, user.OrganisationId, user.OrganisationName, [.. user.Roles]),
            person.SecurityStamp!,
            next.Id);
    }

    public async Task<StepUpMethodsDto> GetStepUpMethodsAsync(CancellationToken ct)
    {
        var methods = await factors.MethodsAsync(user.Id, ct);
        return new StepUpMethodsDto(
            methods.Contains(SecondStepMethod.Authenticator), methods.Contains(SecondStepMethod.Passkey));
    }

    public Task<PasskeyChallenge> AskPasskeyAsync(CancellationToken ct) => prover.AskPasskeyAsync(user.Id, ct);
}
