using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Policies;

internal sealed class PolicyAppService(
    IAccreditationDbContext db, ICurrentUser user, IDocumentIntegrationService documents, IProviderInterests interests,
    TimeProvider clock) : IPolicyAppService
{
    private DateOnly Today => LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);

    public Task<PolicyListDto> GetOwnListAsync(CancellationToken ct) => OfProviderAsync(user.OrganisationId, ct);

    public async Task<PolicyDto> SaveAsync(PolicyKind kind, SavePolicyDto input, CancellationToken ct)
    {
        var policy = await db.Policies.SingleOrDefaultAsync(
            p => p.ProviderId == user.OrganisationId && p.Kind == kind, ct);
        if (policy is null)
        {
            policy = new Policy(Guid.CreateVersion7(), user.OrganisationId, kind, input, Today);
            db.Policies.Add(policy);
        }
        else
        {
            policy.EnsureUnchangedSince(input.Version);
            policy.Change(input, Today);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await ShareAsync(policy.DocumentId, ct);
        await transaction.CommitAsync(ct);
        return ToDto(kind, policy, await NamesAsync([policy], ct));
    }

    public async Task<PolicyListDto> GetOfApplicationAsync(Guid applicationId, CancellationToken ct)
    {
        var providerId = await db.Applications
            .Where(a => a.Id == applicationId && a.HostAuthorityId == user.OrganisationId && a.SubmittedAt != null)
            .Select(a => (Guid?)a.ProviderId).SingleOrDefaultAsync(ct)
            ?? throw new EntityNotFoundException(typeof(Application), applicationId);
        await interests.RefuseConflictedAsync(providerId, ct);
        return await OfProviderAsync(providerId, ct);
    }

    /// <summary>With the host authorities that the provider has applied to; with a later one when it applies.</summary>
    private async Task ShareAsync(Guid? documentId, CancellationToken ct)
    {
        if (documentId is not { } id)
        {
            return;
        }

        await documents.EnsureOwnAsync([id], ct);
        var hosts = await db.Applications.Where(a => a.ProviderId == user.OrganisationId && a.SubmittedAt != null)
            .Select(a => a.HostAuthorityId).Distinct().ToListAsync(ct);
        foreach (var host in hosts)
        {
            await documents.ShareAsync([id], host, ct);
        }
    }

    private async Task<PolicyListDto> OfProviderAsync(Guid providerId, CancellationToken ct)
    {
        var listed = await db.Policies.AsNoTracking().Where(p => p.ProviderId == providerId).ToListAsync(ct);
        var names = await NamesAsync(listed, ct);
        var items = PolicyKinds.All.Select(k => ToDto(k, listed.SingleOrDefault(p => p.Kind == k), names)).ToList();
        int Count(params PolicyReview[] reviews) => items.Count(i => reviews.Contains(i.Review));
        return new PolicyListDto(
            items, Count(PolicyReview.InOrder, PolicyReview.DueSoon), Count(PolicyReview.DueSoon),
            Count(PolicyReview.Overdue), Count(PolicyReview.NotListed));
    }

    /// <summary>Of those that were not refused and that the caller may read.</summary>
    private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyList<Policy> policies, CancellationToken ct)
    {
        var found = await documents.GetByIdsAsync([.. policies.Select(p => p.DocumentId).OfType<Guid>()], ct);
        return found.Values.Where(d => d.State != DocumentState.Refused).ToDictionary(d => d.Id, d => d.Name);
    }

    private PolicyDto ToDto(PolicyKind kind, Policy? policy, IReadOnlyDictionary<Guid, string> names) => new()
    {
        Id = policy?.Id,
        Kind = kind,
        Group = PolicyKinds.GroupOf(kind),
        Review = PolicyKinds.ReviewOf(kind, policy?.ReviewOn, Today),
        Owner = policy?.Owner,
        VersionOn = policy?.VersionOn,
        ReviewOn = policy?.ReviewOn,
        File = policy?.DocumentId is { } id && names.TryGetValue(id, out var name) ? new NamedFileDto(id, name) : null,
        LatestReviewOn = PolicyKinds.LatestReviewOf(kind, Today),
        Version = policy?.Version ?? 0,
    };
}
