using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.PlaceNights;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Premises;

internal sealed class PremisesAppService(
    IPropertyDbContext db, IDocumentIntegrationService documents, IProviderInterests interests, ICurrentUser user,
    TimeProvider clock) : IPremisesAppService
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<PremisesDto>> GetListAsync(CancellationToken ct)
    {
        var homes = await db.Premises.AsNoTracking()
            .Where(p => p.ProviderId == user.OrganisationId).OrderBy(p => p.Name).ToListAsync(ct);
        return await ToDtosAsync(homes, ct);
    }

    public async Task<PremisesDto> GetAsync(Guid id, CancellationToken ct)
    {
        var home = await db.Premises.AsNoTracking()
            .Where(p => p.ProviderId == user.OrganisationId || db.PremisesGrants.Any(
                grant => grant.PremisesId == p.Id && grant.OrganisationId == user.OrganisationId))
            .SingleOrDefaultAsync(p => p.Id == id, ct)
            ?? throw new EntityNotFoundException(typeof(Premises), id);
        await interests.RefuseConflictedAsync(home.ProviderId, ct);
        return (await ToDtosAsync([home], ct)).Single();
    }

    public async Task<PremisesDto> CreateAsync(SavePremisesDto input, CancellationToken ct)
    {
        var details = PremisesInput.Read(input, [], LondonTime.DateOf(Now));
        await documents.EnsureOwnAsync(DocumentsOf(details.Certificates), ct);
        var home = new Premises(Guid.NewGuid(), user.OrganisationId, details, Now);
        db.Premises.Add(home);
        await db.SaveChangesAsync(ct);
        return (await ToDtosAsync([home], ct)).Single();
    }

    public async Task<PremisesDto> UpdateAsync(Guid id, SavePremisesDto input, CancellationToken ct)
    {
        var home = await db.Premises
            .SingleOrDefaultAsync(p => p.Id == id && p.ProviderId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(Premises), id);
        if (home.Version != input.Version)
        {
            throw new DbUpdateConcurrencyException();
        }

        var known = home.Places.Select(p => p.Id).ToHashSet();
        var details = PremisesInput.Read(input, known, LondonTime.DateOf(Now));
        await documents.EnsureOwnAsync(DocumentsOf(details.Certificates), ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.RefuseLossAsync(home, details, LondonTime.DateOf(Now), ct);
        home.Update(details, Now);

        // Whoever may see the home may see the papers it now rests on.
        var readers = await db.PremisesGrants
            .Where(grant => grant.PremisesId == id).Select(grant => grant.OrganisationId).ToListAsync(ct);
        foreach (var reader in readers)
        {
            await documents.ShareAsync(DocumentsOf(home.Certificates), reader, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return (await ToDtosAsync([home], ct)).Single();
    }

    private static List<Guid> DocumentsOf(IEnumerable<Certificate> certificates) =>
        [.. certificates.Where(c => c.DocumentId is not null).Select(c => c.DocumentId!.Value).Distinct()];

    private async Task<IReadOnlyList<PremisesDto>> ToDtosAsync(IReadOnlyList<Premises> homes, CancellationToken ct)
    {
        var today = LondonTime.DateOf(Now);
        var names = await documents.GetByIdsAsync(DocumentsOf(homes.SelectMany(h => h.Certificates)), ct);
        var promised = await db.GetPromisedAsync(
            [.. homes.Where(h => h.ProviderId == user.OrganisationId).SelectMany(h => h.Places).Select(p => p.Id)],
            today, except: null, ct);
        return [.. homes.Select(home => ToDto(home, today, names, promised))];
    }

    private static PremisesDto ToDto(
        Premises home, DateOnly today, IReadOnlyDictionary<Guid, DocumentSummary> names,
        ILookup<Guid, Nights> promised)
    {
        var reasons = home.ReasonsToSuspend(today);
        return new PremisesDto
        {
            Id = home.Id,
            Name = home.Name,
            AddressLine = home.AddressLine,
            Town = home.Town,
            Postcode = home.Postcode,
            OutwardCode = home.OutwardCode,
            AreaAuthority = home.AreaAuthority,
            Category = home.Category,
            OnOfstedList = home.OnOfstedList,
            HasGas = home.HasGas,
            Places = home.PlaceDtos(),
            Promised = home.PromisedDtos(promised),
            Certificates = home.CertificateDtos(today, names),
            Standing = reasons.Count == 0 ? PremisesStanding.Usable : PremisesStanding.Suspended,
            StandingReasons = reasons,
            MissingCertificates = home.MissingCertificates(),
            Version = home.Version,
        };
    }
}
