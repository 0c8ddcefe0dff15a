using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Auditing;

/// <summary>Remembers a refused call, after its rollback and before its answer.</summary>
internal interface IRefusalAudit
{
    /// <param name="reason">The sentence that was answered, where it repeats nothing of what was sent.</param>
    Task RecordRefusalAsync(
        string objectType, Guid objectId, string action, string code, CancellationToken ct, string? reason = null);
}

internal sealed class AuditTrail(IOrganisationsDbContext db, ICurrentUser user) : IAuditTrail, IRefusalAudit
{
    public async Task<IReadOnlyList<AuditEventDto>> GetListAsync(
        string objectType, Guid objectId, CancellationToken ct) =>
        await ToDtos(Of(objectType, [objectId]).OrderBy(a => a.At).ThenBy(a => a.Id)).ToListAsync(ct);

    public async Task<IReadOnlyList<AuditEventDto>> GetLatestAsync(
        string objectType, IReadOnlyCollection<Guid> objectIds, int most, CancellationToken ct) =>
        await ToDtos(Of(objectType, objectIds).OrderByDescending(a => a.At).ThenByDescending(a => a.Id).Take(most))
            .ToListAsync(ct);

    /// <summary>What strangers were refused is remembered, but does not bury the steps of those whose object it is.</summary>
    private IQueryable<AuditEvent> Of(string objectType, IReadOnlyCollection<Guid> objectIds) =>
        db.AuditEvents.Where(a => a.ObjectType == objectType && objectIds.Contains(a.ObjectId)
            && (!a.Refused || a.OrganisationId == user.OrganisationId));

    private static IQueryable<AuditEventDto> ToDtos(IQueryable<AuditEvent> events) => events.Select(a => new AuditEventDto(
        a.Id, a.At, a.ActorName, a.OrganisationName, a.Action, a.Before, a.After, a.Reason, a.Refused, a.Code));

    public Task RecordAsync(string objectType, Guid objectId, AuditEntry entry, CancellationToken ct) =>
        InsertAsync(objectType, objectId, entry, null, ct);

    public Task RecordRefusalAsync(
        string objectType, Guid objectId, string action, string code, CancellationToken ct, string? reason = null) =>
        InsertAsync(objectType, objectId, new AuditEntry(action, null, null, AuditEvent.Shortened(reason)), code, ct);

    /// <summary>Straight to the table: what else waits in the context stays there.</summary>
    private async Task InsertAsync(
        string objectType, Guid objectId, AuditEntry entry, string? code, CancellationToken ct)
    {
        var actorId = user.IsAuthenticated ? user.Id : (Guid?)null;
        var organisationId = user.IsAuthenticated ? user.OrganisationId : (Guid?)null;
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into organisations.audit_events (id, actor_id, actor_name, organisation_id, organisation_name,
                 object_type, object_id, action, before, after, reason, refused, code)
             values ({AuditEventId.Next()}, {actorId}, {user.Name}, {organisationId}, {user.OrganisationName},
                 {objectType}, {objectId}, {entry.Action}, {entry.Before}, {entry.After}, {entry.Reason},
                 {code is not null}, {code})
             """,
            ct);
    }
}
