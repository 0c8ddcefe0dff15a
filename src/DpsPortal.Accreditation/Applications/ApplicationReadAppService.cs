using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

internal sealed class ApplicationReadAppService(
    IAccreditationDbContext db, ICurrentUser user, ReviewDesk desk, DeclaredInterests interests,
    ApplicationReader reader, ApplicationQueries queries, IAuditTrail audit) : IApplicationReadAppService
{
    public Task<ApplicationQueueDto> GetQueueAsync(ApplicationQueueQuery query, CancellationToken ct) =>
        queries.GetQueueAsync(query, ct);

    public async Task<ApplicationDto> GetAsync(Guid id, CancellationToken ct) =>
        await reader.ReadAsync(await desk.SeeAsync(id, ct), ct);

    public async Task<IReadOnlyList<AuditEventDto>> GetHistoryAsync(Guid id, CancellationToken ct)
    {
        var application = await OpenAsync(id, ct);
        var events = await audit.GetListAsync(nameof(Application), id, ct);
        return application.ProviderId == user.OrganisationId
            ? [.. events.Where(e => ApplicationHistory.IsForProvider(e, user.OrganisationName))]
            : events;
    }

    public async Task<IReadOnlyList<LetterDto>> GetLettersAsync(Guid id, CancellationToken ct)
    {
        var application = await OpenAsync(id, ct);
        var letters = await db.Letters.Where(l => l.ApplicationId == application.Id)
            .OrderBy(l => l.IssuedAt).ToListAsync(ct);
        return [.. letters.Select(l => l.ToDto())];
    }

    /// <exception cref="Framework.Domain.ForbiddenByStageException">The officer has declared a conflict.</exception>
    private async Task<Application> OpenAsync(Guid id, CancellationToken ct)
    {
        var application = await desk.SeeAsync(id, ct);
        await interests.RefuseConflictedReaderAsync(id, ct);
        return application;
    }
}
