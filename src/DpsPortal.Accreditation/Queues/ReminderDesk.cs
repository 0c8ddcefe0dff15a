using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Queues;

/// <summary>Gathers what providers owe the caller's authority, and tells each once a day.</summary>
internal sealed class ReminderDesk(
    IAccreditationDbContext db, ICurrentUser user, IOrganisationIntegrationService organisations, TimeProvider clock)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <exception cref="EntityNotFoundException">One of them does not exist, or was made to another authority.</exception>
    public async Task<RemindersDto> RemindAsync(IReadOnlyList<Guid> applicationIds, CancellationToken ct)
    {
        var ids = applicationIds.Distinct().ToList();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);

        // Two who press at once take turns, so that the second finds what the first has sent.
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"reminders:" + user.OrganisationId}, 0))", ct);
        var applications = await db.Applications
            .Where(a => ids.Contains(a.Id) && a.HostAuthorityId == user.OrganisationId && a.SubmittedAt != null)
            .OrderBy(a => a.ProviderName).ThenBy(a => a.Id).ToListAsync(ct);
        if (applications.Count < ids.Count)
        {
            throw new EntityNotFoundException(typeof(Application), ids.Except(applications.Select(a => a.Id)).First());
        }

        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var providers = applications.GroupBy(a => a.ProviderId).ToList();
        var providerIds = providers.Select(p => p.Key).ToList();
        var conflicts = await db.InterestDeclarations
            .Where(d => providerIds.Contains(d.ProviderId) && d.OfficerId == user.Id && d.HasConflict)
            .Select(d => d.ProviderId).ToListAsync(ct);
        var told = await db.Reminders
            .Where(r => r.HostAuthorityId == user.OrganisationId && r.SentOn == today
                && providerIds.Contains(r.ProviderId))
            .Select(r => r.ProviderId).ToListAsync(ct);
        var owed = await OwedAsync(providerIds, ct);
        var (sent, notSent) = (new List<RemindedDto>(), new List<NotRemindedDto>());
        foreach (var provider in providers)
        {
            var application = provider.First();
            NotRemindedReason? reason =
                conflicts.Contains(provider.Key) ? NotRemindedReason.ConflictDeclared
                : !owed[provider.Key].Any() ? NotRemindedReason.NothingOwed
                : told.Contains(provider.Key) ? NotRemindedReason.RemindedToday
                : (await organisations.GetPeopleAsync(provider.Key, Role.ProviderAdministrator, ct)).Count == 0
                    ? NotRemindedReason.NobodyToTell
                    : null;
            if (reason is { } why)
            {
                notSent.Add(new NotRemindedDto(application.ProviderName, why));
                continue;
            }

            IReadOnlyList<string> lines = [.. owed[provider.Key].OrderBy(o => o.DueOn).Select(o => o.Line)];
            db.Reminders.Add(new Reminder(application, clock.GetUtcNow().UtcDateTime));
            application.Remind(user.OrganisationName, lines);
            sent.Add(new RemindedDto(application.ProviderName, lines.Count));
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new RemindersDto(sent, notSent);
    }

    private async Task<ILookup<Guid, Owed>> OwedAsync(List<Guid> providerIds, CancellationToken ct)
    {
        var questions = await db.Clarifications
            .Where(c => c.HostAuthorityId == user.OrganisationId && providerIds.Contains(c.ProviderId)
                && c.State == ClarificationState.Asked)
            .Select(c => new { c.ProviderId, c.Reference, c.ReplyBy }).ToListAsync(ct);
        var conditions = await db.StandingConditions
            .Where(c => c.HostAuthorityId == user.OrganisationId && providerIds.Contains(c.ProviderId)
                && c.MetAt == null)
            .Join(
                db.Applications, c => c.ApplicationId, a => a.Id, (c, a) => new { c.ProviderId, a.Reference, c.DueOn })
            .ToListAsync(ct);
        return questions
            .Select(q => new Owed(q.ProviderId, q.ReplyBy, $"{q.Reference}: a reply to our question, {Until(q.ReplyBy)}"))
            .Concat(conditions.Select(c => new Owed(
                c.ProviderId, c.DueOn, $"{c.Reference}: a condition of your accreditation, {Until(c.DueOn)}")))
            .ToLookup(o => o.ProviderId);
    }

    private static string Until(DateOnly day) => $"by {day.ToString("d MMMM yyyy", British)}";

    private sealed record Owed(Guid ProviderId, DateOnly DueOn, string Line);
}
