using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.References;

internal sealed class ReferenceVerdictAppService(
    IAccreditationDbContext db, ICurrentUser user, ReviewDesk desk, IReferenceAppService references,
    TimeProvider clock) : IReferenceVerdictAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Officer Me => new(user.Id, user.Name);

    public async Task<ReferencesDto> AcceptAsync(
        Guid id, Guid referenceId, AcceptReferenceDto input, CancellationToken ct)
    {
        var (application, request) = await TakeAsync(id, referenceId, input.Version, ct);
        ReferenceStates.Transitions.Fire(request.State, ReferenceTrigger.Accept);
        var given = await db.GivenReferences.SingleAsync(g => g.RequestId == referenceId, ct);
        var (verdict, mark) = request.Accept(given, input, Me, Now);
        application.RememberReference("AcceptReference", mark.AuthorityName);
        db.ReferenceVerdicts.Add(verdict);
        db.ReferenceMarks.Add(mark);
        await db.SaveChangesAsync(ct);
        return await references.GetListAsync(id, ct);
    }

    public async Task<ReferencesDto> RefuseAsync(
        Guid id, Guid referenceId, RefuseReferenceDto input, CancellationToken ct)
    {
        var (application, request) = await TakeAsync(id, referenceId, input.Version, ct);
        db.ReferenceVerdicts.Add(request.Refuse(input, Me, Now));
        application.RememberReference("RefuseReference", request.AuthorityName);
        db.ReferenceMarks.RemoveRange(await db.ReferenceMarks.Where(m => m.Id == referenceId).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return await references.GetListAsync(id, ct);
    }

    /// <exception cref="EntityNotFoundException">No such request of an application made to the caller's authority.</exception>
    private async Task<(Application Application, ReferenceRequest Request)> TakeAsync(
        Guid id, Guid referenceId, uint version, CancellationToken ct)
    {
        var application = await desk.TakeAsync(id, ct);
        var request = await db.ReferenceRequests.SingleOrDefaultAsync(
            r => r.Id == referenceId && r.ApplicationId == application.Id, ct)
            ?? throw new EntityNotFoundException(typeof(ReferenceRequest), referenceId);
        request.EnsureUnchangedSince(version);
        return (application, request);
    }
}
