using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Hands an officer the application to act on, or says why not.</summary>
internal sealed class ReviewDesk(IAccreditationDbContext db, ICurrentUser user, DeclaredInterests interests)
{
    /// <exception cref="EntityNotFoundException">No such application, or made to another authority.</exception>
    public async Task<Application> FindAsync(Guid id, CancellationToken ct) =>
        await db.Applications.SingleOrDefaultAsync(
            a => a.Id == id && a.HostAuthorityId == user.OrganisationId && a.SubmittedAt != null, ct)
        ?? throw new EntityNotFoundException(typeof(Application), id);

    /// <exception cref="ForbiddenByStageException">The officer has not declared to be free of a conflict.</exception>
    public async Task<Application> TakeAsync(Guid id, uint version, CancellationToken ct)
    {
        var application = await TakeAsync(id, ct);
        application.EnsureUnchangedSince(version);
        return application;
    }

    /// <summary>For a move on something of the application that has a version of its own.</summary>
    /// <exception cref="ForbiddenByStageException">The officer has not declared to be free of a conflict.</exception>
    public async Task<Application> TakeAsync(Guid id, CancellationToken ct)
    {
        var application = await FindAsync(id, ct);
        await interests.RefuseUnlessFreeAsync(id, ct);
        return application;
    }

    /// <exception cref="EntityNotFoundException">Neither the caller's nor made to the caller's authority.</exception>
    public async Task<Application> SeeAsync(Guid id, CancellationToken ct) =>
        await db.Applications.SingleOrDefaultAsync(
            a => a.Id == id
                && (a.ProviderId == user.OrganisationId
                    || (a.HostAuthorityId == user.OrganisationId && a.SubmittedAt != null)),
            ct)
        ?? throw new EntityNotFoundException(typeof(Application), id);
}
