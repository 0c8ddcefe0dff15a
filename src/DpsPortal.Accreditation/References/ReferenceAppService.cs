using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.References;

internal sealed class ReferenceAppService(
    IAccreditationDbContext db, ICurrentUser user, ReviewDesk review, ReferenceDesk desk, ApplicationReader reader,
    DeclaredInterests interests, IBackgroundJobManager jobs, TimeProvider clock) : IReferenceAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<ReferencesDto> GetListAsync(Guid id, CancellationToken ct)
    {
        var application = await review.SeeAsync(id, ct);
        await interests.RefuseConflictedReaderAsync(id, ct);
        return await ReadAsync(application, ct);
    }

    public async Task<ReferencesDto> AskAsync(Guid id, AskReferenceDto input, CancellationToken ct)
    {
        var application = await OwnAsync(id, ct);
        await desk.CheckAsync(application, input, Now, ct);
        var request = new ReferenceRequest(application, await reader.SchemeOfAsync(application, ct), input, Now);
        db.ReferenceRequests.Add(request);
        await jobs.EnqueueAsync(new SendReferenceLinkArgs(Guid.NewGuid(), request.Id), ct: ct);
        await db.SaveChangesAsync(ct);
        return await ReadAsync(application, ct);
    }

    public async Task<ReferencesDto> ResendAsync(Guid id, Guid referenceId, CancellationToken ct)
    {
        var application = await OwnAsync(id, ct);
        var request = await OwnRequestAsync(application, referenceId, ct);
        request.Resend();
        await jobs.EnqueueAsync(new SendReferenceLinkArgs(Guid.NewGuid(), request.Id), ct: ct);
        await db.SaveChangesAsync(ct);
        return await ReadAsync(application, ct);
    }

    public async Task<ReferencesDto> RevokeAsync(Guid id, Guid referenceId, CancellationToken ct)
    {
        var application = await OwnAsync(id, ct);
        (await OwnRequestAsync(application, referenceId, ct)).Revoke();
        await db.SaveChangesAsync(ct);
        return await ReadAsync(application, ct);
    }

    private async Task<ReferencesDto> ReadAsync(Application application, CancellationToken ct)
    {
        var requests = await db.ReferenceRequests.Where(r => r.ApplicationId == application.Id)
            .OrderBy(r => r.AskedAt).ToListAsync(ct);
        var isOwn = application.ProviderId == user.OrganisationId;
        var given = isOwn
            ? []
            : await db.GivenReferences.Where(g => g.ApplicationId == application.Id)
                .ToDictionaryAsync(g => g.RequestId, g => g.ToDto(), ct);
        var verdicts = (isOwn
            ? []
            : await db.ReferenceVerdicts.Where(v => v.ApplicationId == application.Id).ToListAsync(ct))
            .OrderByDescending(v => v.At).ThenByDescending(v => v.Id)
            .ToLookup(v => v.RequestId, v => v.ToDto());
        var counting = TwoReferences.Counting(
            (await db.ReferenceMarks
                .Where(m => db.ReferenceRequests.Any(r => r.Id == m.Id && r.ApplicationId == application.Id))
                .ToListAsync(ct))
                .Select(m => new PlacerReference(m.AuthorityName, m.GivenOn)),
            buyer: null, LondonTime.DateOf(Now));
        var mayApply = isOwn && user.Has(AccreditationPermissions.Applications.Apply);
        return new ReferencesDto(
            counting.Count, TwoReferences.Needed, mayApply && application.IsLive,
            [
                .. requests.Select(r => ToDto(
                    r, given.GetValueOrDefault(r.Id), [.. verdicts[r.Id]], TriggersOf(r, isOwn))),
            ]);
    }

    private ReferenceDto ToDto(
        ReferenceRequest request, ReferenceAnswersDto? answers, IReadOnlyList<ReferenceVerdictDto> verdicts,
        IReadOnlyList<ReferenceTrigger> triggers) => new(
        request.Id, request.RefereeName, request.RefereeEmail, request.AuthorityName, request.Setting,
        request.Claim, request.State, request.AskedAt, request.ExpiresAt, request.HasExpired(Now), request.ResendsLeft,
        request.GivenAt, request.CountsUntil, request.Counts(Now), answers, verdicts, request.Version, triggers);

    private IReadOnlyList<ReferenceTrigger> TriggersOf(ReferenceRequest request, bool isOwn) =>
    [
        .. ReferenceStates.Transitions.PermittedTriggers(request.State).Where(trigger => trigger switch
        {
            ReferenceTrigger.Resend =>
                isOwn && user.Has(AccreditationPermissions.Applications.Apply) && request.ResendsLeft > 0,
            ReferenceTrigger.Revoke => isOwn && user.Has(AccreditationPermissions.Applications.Apply),
            ReferenceTrigger.Accept or ReferenceTrigger.Refuse =>
                !isOwn && user.Has(AccreditationPermissions.Applications.Review),
            _ => false,
        }),
    ];

    /// <exception cref="EntityNotFoundException">No such application, or another provider's.</exception>
    private async Task<Application> OwnAsync(Guid id, CancellationToken ct) =>
        await db.Applications.SingleOrDefaultAsync(a => a.Id == id && a.ProviderId == user.OrganisationId, ct)
        ?? throw new EntityNotFoundException(typeof(Application), id);

    /// <exception cref="EntityNotFoundException">No such request of this application.</exception>
    private async Task<ReferenceRequest> OwnRequestAsync(Application application, Guid id, CancellationToken ct) =>
        await db.ReferenceRequests.SingleOrDefaultAsync(r => r.Id == id && r.ApplicationId == application.Id, ct)
        ?? throw new EntityNotFoundException(typeof(ReferenceRequest), id);
}
