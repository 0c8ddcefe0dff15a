using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts;

/// <summary>The sessions that the server knows. Its own writes are saved by the caller.</summary>
internal sealed class SessionStore(IOrganisationsDbContext db)
{
    private static DateTime Now => TimeProvider.System.GetUtcNow().UtcDateTime;

    /// <summary>Begins a session and clears away what of this person's has run out.</summary>
    /// <param name="factorSince">See <see cref="Session.FactorSince"/>.</param>
    public async Task<Session> StartAsync(
        Guid userId, Guid organisationId, string device, DateTime? factorSince, CancellationToken ct)
    {
        var (now, oldest, idle) = (Now, Now - Session.MaxAge, Now - Session.MaxIdle);
        await db.Sessions
            .Where(s => s.UserId == userId && (s.SignedInAt < oldest || s.LastUsedAt < idle))
            .ExecuteDeleteAsync(ct);
        var session = new Session(Guid.NewGuid(), userId, organisationId, device, now) { FactorSince = factorSince };
        db.Sessions.Add(session);
        return session;
    }

    public Session Continue(Session session, Guid organisationId) => Replace(session, session.For(organisationId, Now));

    public Session Prove(Session session, DateTime? factorSince) =>
        Replace(session, session.Proved(factorSince, Now));

    public Task<bool> IsFreshAsync(Guid sessionId, CancellationToken ct)
    {
        var oldest = Now - Session.ProofLasts;
        return db.Sessions.AnyAsync(s => s.Id == sessionId && s.ProvedAt > oldest, ct);
    }

    private Session Replace(Session session, Session next)
    {
        db.Sessions.Remove(session);
        db.Sessions.Add(next);
        return next;
    }

    /// <summary>The living session of a person who may still act for its organisation; null for any other.</summary>
    public async Task<SessionUse?> UseAsync(Guid sessionId, Guid userId, string stamp, CancellationToken ct)
    {
        var (now, oldest, idle) = (Now, Now - Session.MaxAge, Now - Session.MaxIdle);
        var found = await (
            from session in db.Sessions
            join user in db.Users on session.UserId equals user.Id
            join organisation in db.Organisations on session.OrganisationId equals organisation.Id
            join affiliation in db.Affiliations
                on new { session.UserId, session.OrganisationId }
                equals new { affiliation.UserId, affiliation.OrganisationId }
            where session.Id == sessionId && user.Id == userId && !user.IsDisabled && user.SecurityStamp == stamp
                && session.SignedInAt >= oldest && session.LastUsedAt >= idle
            select new
            {
                Actor = new Actor(user.Id, user.Name, organisation.Id, organisation.Name, affiliation.Roles),
                session.LastUsedAt,
                HasSecondFactor = db.Authenticators.Any(a => a.UserId == userId && a.ConfirmedAt != null)
                    || db.Passkeys.Any(p => p.UserId == userId),
            }).SingleOrDefaultAsync(ct);
        if (found is not null && now - found.LastUsedAt > Session.UseIsNoted)
        {
            await db.Sessions.Where(s => s.Id == sessionId)
                .ExecuteUpdateAsync(s => s.SetProperty(x => x.LastUsedAt, now), ct);
        }

        return found is null ? null : new SessionUse(found.Actor, found.HasSecondFactor);
    }

    /// <returns>How many ended.</returns>
    public Task<int> EndAsync(Guid userId, CancellationToken ct, Guid? except = null, Guid? organisationId = null) =>
        db.Sessions
            .Where(s => s.UserId == userId && s.Id != except
                && (organisationId == null || s.OrganisationId == organisationId))
            .ExecuteDeleteAsync(ct);

    public IQueryable<Session> Living(Guid userId)
    {
        var (oldest, idle) = (Now - Session.MaxAge, Now - Session.MaxIdle);
        return db.Sessions.Where(s => s.UserId == userId && s.SignedInAt >= oldest && s.LastUsedAt >= idle);
    }
}

/// <summary>Who acts in a session, and whether their account has a second factor.</summary>
internal sealed record SessionUse(Actor Actor, bool HasSecondFactor);
