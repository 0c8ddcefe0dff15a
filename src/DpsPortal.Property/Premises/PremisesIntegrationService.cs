using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Premises;

internal sealed class PremisesIntegrationService(
    IPropertyDbContext db, IDocumentIntegrationService documents, VisitQueries visits, ICurrentUser user,
    TimeProvider clock) : IPremisesIntegrationService
{
    public Task<IReadOnlyList<PremisesSummary>> GetListAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) =>
        SummariesAsync(db.Premises.WithoutAddress().Where(p => ids.Contains(p.Id)), ct);

    public Task<IReadOnlyList<PremisesSummary>> GetOfProviderAsync(Guid providerId, CancellationToken ct) =>
        SummariesAsync(db.Premises.WithoutAddress().Where(p => p.ProviderId == providerId), ct);

    public async Task<IReadOnlyDictionary<Guid, DeclaredHome>> GetDeclaredAsync(
        IReadOnlyCollection<Guid> ids, DateTime at, CancellationToken ct)
    {
        var versions = await db.PremisesVersions.AsOf([.. ids], at).ToListAsync(ct);
        return versions.ToDictionary(v => v.PremisesId, v => ToDeclared(v, LondonTime.DateOf(at)));
    }

    public async Task ShareAsync(IReadOnlyCollection<Guid> premisesIds, Guid organisationId, CancellationToken ct)
    {
        var homes = await db.Premises.AsNoTracking()
            .Where(p => premisesIds.Contains(p.Id) && p.ProviderId == user.OrganisationId).ToListAsync(ct);
        if (premisesIds.Except(homes.Select(h => h.Id)).Cast<Guid?>().FirstOrDefault() is { } missing)
        {
            throw new EntityNotFoundException(typeof(Premises), missing);
        }

        var granted = await db.PremisesGrants
            .Where(g => premisesIds.Contains(g.PremisesId) && g.OrganisationId == organisationId)
            .Select(g => g.PremisesId).ToListAsync(ct);
        db.PremisesGrants.AddRange(homes.Where(h => !granted.Contains(h.Id)).Select(h => new PremisesGrant
        {
            PremisesId = h.Id,
            ProviderId = h.ProviderId,
            OrganisationId = organisationId,
            GrantedAt = clock.GetUtcNow().UtcDateTime,
        }));
        var papers = homes.SelectMany(h => h.Certificates)
            .Where(c => c.DocumentId is not null).Select(c => c.DocumentId!.Value).Distinct().ToList();
        await documents.ShareAsync(papers, organisationId, ct);
        await db.SaveChangesAsync(ct);
    }

    public Task<IReadOnlyList<VisitListItemDto>> GetVisitsAsync(Guid applicationId, CancellationToken ct) =>
        visits.GetLatestAsync(applicationId, ct);

    public Task<IReadOnlyList<VisitListItemDto>> GetVisitsOfProviderAsync(Guid providerId, CancellationToken ct) =>
        visits.GetOfProviderAsync(providerId, ct);

    private async Task<IReadOnlyList<PremisesSummary>> SummariesAsync(
        IQueryable<Premises> query, CancellationToken ct)
    {
        var homes = await query.OrderBy(p => p.Name).ToListAsync(ct);
        var names = await documents.GetByIdsAsync(
            [.. homes.SelectMany(h => h.Certificates)
                .Where(c => c.DocumentId is not null).Select(c => c.DocumentId!.Value).Distinct()],
            ct);
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return [.. homes.Select(home => ToSummary(home, today, names))];
    }

    private static DeclaredHome ToDeclared(PremisesVersion version, DateOnly londonDate) => new(
        version.OutwardCode, version.Category, version.OnOfstedList,
        [
            .. version.Places.Select(p => new PlaceDto(
                p.PlaceId, p.Name, p.BedroomArea, p.MaxOccupants,
                BedroomArea.Check(p.BedroomArea, p.MaxOccupants) == BedroomAreaFinding.Passes)),
        ],
        version.ToPapers().Failures(londonDate));

    private static PremisesSummary ToSummary(
        Premises home, DateOnly today, IReadOnlyDictionary<Guid, DocumentSummary> names)
    {
        var reasons = home.ReasonsToSuspend(today);
        return new PremisesSummary(
            home.Id, home.ProviderId, home.Name, home.OutwardCode, home.AreaAuthority, home.Category, home.OnOfstedList,
            reasons.Count == 0, reasons, home.PlaceDtos(), home.CertificateDtos(today, names),
            home.PaperFailures(today), home.MovedAt);
    }
}
