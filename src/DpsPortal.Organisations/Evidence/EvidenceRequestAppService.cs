using System.Globalization;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Integration;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Evidence;

internal sealed class EvidenceRequestAppService(
    IOrganisationsDbContext db, IDocumentIntegrationService documents, IEvidenceHomes homes, EvidenceReader reader,
    IProviderInterests interests, ICurrentUser user, TimeProvider clock)
    : IEvidenceRequestAppService, IEvidenceIntegrationService
{
    public async Task<IReadOnlyList<EvidenceRequestDto>> GetListAsync(CancellationToken ct)
    {
        var own = user.OrganisationId;
        var requests = await db.EvidenceRequests.AsNoTracking()
            .Where(r => r.ProviderId == own || r.AuthorityId == own)
            .OrderByDescending(r => r.AskedAt).ToListAsync(ct);
        return await ReadAsync(requests, ct);
    }

    public async Task<EvidenceRequestDto> AskAsync(AskForEvidenceDto input, CancellationToken ct)
    {
        var provider = await db.Organisations.SingleOrDefaultAsync(
                o => o.Id == input.ProviderId && o.Kind == OrganisationKind.Provider, ct)
            ?? throw new EntityNotFoundException(typeof(Organisation), input.ProviderId);
        if (!await interests.HasAppliedAsync(provider.Id, ct))
        {
            throw new EntityNotFoundException(typeof(Organisation), input.ProviderId);
        }

        await interests.RefuseConflictedAsync(provider.Id, ct);
        if (input.DueOn <= reader.Today)
        {
            throw new InvalidInputException("dueOn", "Give the provider at least until tomorrow.");
        }

        var about = await AboutAsync(input.ProviderId, input.Kind, input.PremisesId, input.Person, ct);
        if (await HeldAsync(input.ProviderId, input.Kind, about.Key, ct) is { } held)
        {
            throw new BusinessException(OrganisationsErrorCodes.EvidenceHeld)
                .WithData("name", held.DocumentName)
                .WithData("provider", provider.Name)
                .WithData("until", held.ExpiresOn is { } last
                    ? string.Create(CultureInfo.GetCultureInfo("en-GB"), $"in date until {last:d MMMM yyyy}")
                    : "and it does not run out");
        }

        var request = new EvidenceRequest(
            Guid.NewGuid(), user.OrganisationId, input.ProviderId, input.Kind, about, input.DueOn,
            clock.GetUtcNow().UtcDateTime);
        db.EvidenceRequests.Add(request);
        await db.SaveChangesAsync(ct);
        return (await ReadAsync([request], ct))[0];
    }

    public async Task<EvidenceRequestDto> AnswerAsync(Guid id, CancellationToken ct)
    {
        var request = await db.EvidenceRequests.SingleOrDefaultAsync(
                r => r.Id == id && r.ProviderId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(EvidenceRequest), id);
        var item = await db.EvidenceItems.AsNoTracking().SingleOrDefaultAsync(
            i => i.OrganisationId == user.OrganisationId && i.Kind == request.Kind && i.SubjectKey == request.SubjectKey, ct);
        if (item is null || !await IsUsableAsync(item.Current, ct))
        {
            throw new BusinessException(OrganisationsErrorCodes.EvidenceNotInDate);
        }

        request.Answer(item.Current.DocumentId);
        await documents.ShareAsync([item.Current.DocumentId], request.AuthorityId, ct);
        await db.SaveChangesAsync(ct);
        return (await ReadAsync([request], ct))[0];
    }

    public async Task<HeldEvidence?> FindHeldAsync(EvidenceQuestion question, CancellationToken ct)
    {
        var about = await AboutAsync(question.ProviderId, question.Kind, question.PremisesId, question.Person, ct);
        return await HeldAsync(question.ProviderId, question.Kind, about.Key, ct);
    }

    /// <summary>Of the versions given to the caller's authority: the newest that is in date and may be opened.</summary>
    private async Task<HeldEvidence?> HeldAsync(Guid providerId, EvidenceKind kind, string subject, CancellationToken ct)
    {
        var (own, today) = (user.OrganisationId, reader.Today);
        return await db.EvidenceItems
            .Where(i => i.OrganisationId == providerId && i.Kind == kind && i.SubjectKey == subject)
            .SelectMany(i => i.Versions)
            .Where(v => (v.ExpiresOn == null || v.ExpiresOn >= today)
                && db.DocumentGrants.Any(g => g.DocumentId == v.DocumentId && g.OrganisationId == own))
            .Join(db.Documents, v => v.DocumentId, d => d.Id, (v, d) => new { Version = v, Document = d })
            .Where(x => x.Document.State == DocumentState.Ready)
            .OrderByDescending(x => x.Version.Number)
            .Select(x => new HeldEvidence(x.Document.Id, x.Document.Name, x.Version.ExpiresOn))
            .FirstOrDefaultAsync(ct);
    }

    private async Task<bool> IsUsableAsync(EvidenceVersion version, CancellationToken ct) =>
        EvidenceKinds.StatusOf(version.ExpiresOn, reader.Today) != EvidenceStatus.Expired
        && await db.Documents.AnyAsync(d => d.Id == version.DocumentId && d.State != DocumentState.Refused, ct);

    private async Task<EvidenceAbout> AboutAsync(
        Guid providerId, EvidenceKind kind, Guid? premisesId, string? person, CancellationToken ct) =>
        EvidenceAbout.Of(kind, premisesId, person, await homes.GetOfProviderAsync(providerId, ct));

    private async Task<IReadOnlyList<EvidenceRequestDto>> ReadAsync(List<EvidenceRequest> requests, CancellationToken ct)
    {
        var own = user.OrganisationId;
        var ids = requests.SelectMany(r => new[] { r.AuthorityId, r.ProviderId }).Distinct().ToList();
        var names = await db.Organisations.Where(o => ids.Contains(o.Id)).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
        var items = await db.EvidenceItems.AsNoTracking().Where(i => i.OrganisationId == own).ToListAsync(ct);
        return [.. requests.Select(r =>
        {
            var item = r.ProviderId != own ? null : items.SingleOrDefault(i => i.Kind == r.Kind
                && i.SubjectKey == r.SubjectKey
                && EvidenceKinds.StatusOf(i.Current.ExpiresOn, reader.Today) != EvidenceStatus.Expired);
            return new EvidenceRequestDto
            {
                Id = r.Id,
                AuthorityName = names[r.AuthorityId],
                ProviderName = names[r.ProviderId],
                Kind = r.Kind,
                PremisesId = r.PremisesId,
                SubjectName = r.SubjectName,
                DueOn = r.DueOn,
                State = r.State,
                ReusableItemId = item?.Id,
                PermittedTriggers = item is null ? [] : EvidenceRequestStates.Transitions.PermittedTriggers(r.State),
            };
        })];
    }
}
