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
        var today = LondonTime.DateOf(Now);
        var counting = TwoReferences.Counting(
            requests.Where(r => r.GivenAt is not null)
                .Select(r => new PlacerReference(r.AuthorityName, LondonTime.DateOf(r.GivenAt!.Value))),
            buyer: null, today);
        var mayAct = isOwn && user.Has(AccreditationPermissions.Applications.Apply);
        return new ReferencesDto(
            counting.Count, TwoReferences.Needed, mayAct && application.IsLive,
            [.. requests.Select(r => ToDto(r, given.GetValueOrDefault(r.Id), mayAct, today))]);
    }

    private ReferenceDto ToDto(ReferenceRequest request, ReferenceAnswersDto? answers, bool mayAct, DateOnly today)
    {
        var left = ReferenceConsts.MaxResends - request.Resends;
        return new ReferenceDto(
            request.Id, request.RefereeName, request.RefereeEmail, request.AuthorityName, request.Setting,
            request.Claim, request.State, request.AskedAt, request.ExpiresAt, request.HasExpired(Now), left,
            request.GivenAt, request.CountsUntil, today <= request.CountsUntil, answers,
            [
                .. ReferenceStates.Transitions.PermittedTriggers(request.State).Where(
                    t => mayAct && (t == ReferenceTrigger.Revoke || (t == ReferenceTrigger.Resend && left > 0))),
            ]);
    }

    /// <exception cref="EntityNotFoundException">No such application, or another provider's.</exception>
    private async Task<Application> OwnAsync(Guid id, CancellationToken ct) =>
        await db.Applications.SingleOrDefaultAsync(a => a.Id == id && a.ProviderId == user.OrganisationId, ct)
        ?? throw new EntityNotFoundException(typeof(Application), id);

    /// <exception cref="EntityNotFoundException">No such request of this application.</exception>
    private async Task<ReferenceRequest> OwnRequestAsync(Application application, Guid id, CancellationToken ct) =>
        await db.ReferenceRequests.SingleOrDefaultAsync(r => r.Id == id && r.ApplicationId == application.Id, ct)
        ?? throw new EntityNotFoundException(typeof(ReferenceRequest), id);
}
