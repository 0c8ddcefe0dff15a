using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;

namespace DpsPortal.Accreditation.Interests;

internal static class InterestQueries
{
    /// <summary>For what is listed: applications to the officer's authority, save of providers they have a conflict in.</summary>
    public static IQueryable<Application> ApplicationsOpenTo(this IAccreditationDbContext db, ICurrentUser officer) =>
        db.Applications.Where(a => a.HostAuthorityId == officer.OrganisationId && !db.InterestDeclarations.Any(
            d => d.ProviderId == a.ProviderId && d.OfficerId == officer.Id && d.HasConflict));

    /// <summary>Providers in whom the officer has declared a conflict, for what is listed by provider.</summary>
    public static IQueryable<Guid> ConflictsOf(this IAccreditationDbContext db, ICurrentUser officer) =>
        db.InterestDeclarations.Where(d => d.OfficerId == officer.Id && d.HasConflict).Select(d => d.ProviderId);

    /// <summary>Conflicts in the provider of an application, in whichever of its applications they were declared.</summary>
    public static IQueryable<InterestDeclaration> ConflictsAbout(this IAccreditationDbContext db, Guid applicationId) =>
        db.InterestDeclarations.Where(d =>
            d.HasConflict && db.Applications.Any(a => a.Id == applicationId && a.ProviderId == d.ProviderId));
}
