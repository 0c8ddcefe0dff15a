using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Evidence;

internal sealed class EvidenceAppService(
    IOrganisationsDbContext db, IDocumentIntegrationService documents, IEvidenceHomes homes, EvidenceReader reader,
    PapersElsewhere elsewhere, IProviderInterests interests, ICurrentUser user, TimeProvider clock) : IEvidenceAppService
{
    public async Task<IReadOnlyList<EvidenceItemDto>> GetListAsync(CancellationToken ct)
    {
        var items = await reader.ReadAsync(
            await db.EvidenceItems.AsNoTracking().Where(i => i.OrganisationId == user.OrganisationId).ToListAsync(ct), ct);
        var own = await homes.GetOwnAsync(ct);
        var papers = await elsewhere.ReadAsync(ct);
        var asked = EvidenceKinds.AlwaysAsked(EvidenceSubject.Organisation).Select(k => (Kind: k, PremisesId: (Guid?)null))
            .Concat(own.Keys.SelectMany(
                id => EvidenceKinds.AlwaysAsked(EvidenceSubject.Premises).Select(k => (Kind: k, PremisesId: (Guid?)id))))
            .Union((await homes.GetNeededAsync(ct)).Select(n => (n.Kind, PremisesId: (Guid?)n.PremisesId)))
            .Union(papers.Keys)
            .Select(a => EvidenceReader.Missing(
                a.Kind, new EvidenceAbout(a.PremisesId, a.PremisesId is { } id ? own[id] : null, ""),
                papers.GetValueOrDefault(a)));
        var missing = asked.Where(a => !items.Any(i => i.Kind == a.Kind && i.PremisesId == a.PremisesId));
        return [.. items.Concat(missing)
            .OrderBy(i => i.Subject).ThenBy(i => i.SubjectName, StringComparer.OrdinalIgnoreCase).ThenBy(i => i.Kind)];
    }

    public async Task<EvidenceItemDto> GetAsync(Guid id, CancellationToken ct) => await ReadAsync(await OwnAsync(id, ct), ct);

    public async Task<EvidenceItemDto> AddAsync(AddEvidenceDto input, CancellationToken ct)
    {
        await CheckAsync(input, ct);
        var about = EvidenceAbout.Of(input.Kind, input.PremisesId, input.Person, await homes.GetOwnAsync(ct));
        if (await db.EvidenceItems.AnyAsync(
                i => i.OrganisationId == user.OrganisationId && i.Kind == input.Kind && i.SubjectKey == about.Key, ct))
        {
            throw new BusinessException(OrganisationsErrorCodes.EvidenceAlreadyThere);
        }

        var item = new EvidenceItem(Guid.NewGuid(), user.OrganisationId, input.Kind, about);
        item.AddVersion(input, clock.GetUtcNow().UtcDateTime);
        db.EvidenceItems.Add(item);
        await db.SaveChangesAsync(ct);
        return await ReadAsync(item, ct);
    }

    public async Task<EvidenceItemDto> AddVersionAsync(Guid id, EvidenceVersionInputDto input, CancellationToken ct)
    {
        var item = await OwnAsync(id, ct);
        await CheckAsync(input, ct);
        item.AddVersion(input, clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return await ReadAsync(item, ct);
    }

    public async Task<IReadOnlyList<EvidenceItemDto>> GetGivenListAsync(Guid providerId, CancellationToken ct)
    {
        await interests.RefuseConflictedAsync(providerId, ct);
        var own = user.OrganisationId;
        var items = await db.EvidenceItems.AsNoTracking()
            .Where(i => i.OrganisationId == providerId && i.Versions.Any(v =>
                db.DocumentGrants.Any(g => g.DocumentId == v.DocumentId && g.OrganisationId == own)))
            .OrderBy(i => i.Kind).ThenBy(i => i.SubjectName)
            .ToListAsync(ct);
        return await reader.ReadAsync(items, ct);
    }

    private async Task CheckAsync(EvidenceVersionInputDto input, CancellationToken ct)
    {
        if (input.IssuedOn > reader.Today)
        {
            throw new InvalidInputException("issuedOn", "The day it was issued must not be in the future.");
        }

        if (input.ExpiresOn < input.IssuedOn)
        {
            throw new InvalidInputException("expiresOn", "The last day must not be before the day it was issued.");
        }

        await documents.EnsureOwnAsync([input.DocumentId], ct);
    }

    private async Task<EvidenceItemDto> ReadAsync(EvidenceItem item, CancellationToken ct) =>
        (await reader.ReadAsync([item], ct))[0];

    /// <exception cref="EntityNotFoundException">No such item, or another provider's.</exception>
    private async Task<EvidenceItem> OwnAsync(Guid id, CancellationToken ct) =>
        await db.EvidenceItems.SingleOrDefaultAsync(i => i.Id == id && i.OrganisationId == user.OrganisationId, ct)
        ?? throw new EntityNotFoundException(typeof(EvidenceItem), id);
}
