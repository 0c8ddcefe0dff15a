namespace DpsPortal.Accreditation.Interests;

internal static class InterestQueries
{
    /// <summary>Conflicts in the provider of an application, in whichever of its applications they were declared.</summary>
    public static IQueryable<InterestDeclaration> ConflictsAbout(this IAccreditationDbContext db, Guid applicationId) =>
        db.InterestDeclarations.Where(d =>
            d.HasConflict && db.Applications.Any(a => a.Id == applicationId && a.ProviderId == d.ProviderId));
}
