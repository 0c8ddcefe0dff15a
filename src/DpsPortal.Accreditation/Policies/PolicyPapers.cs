using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Standards;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Policies;

/// <summary>Policies that a provider has listed with their document.</summary>
internal sealed class PolicyPapers(IAccreditationDbContext db, ICurrentUser user) : IPapersElsewhere
{
    private static readonly Dictionary<PolicyKind, EvidenceKind> Kinds = new()
    {
        [PolicyKind.Safeguarding] = EvidenceKind.SafeguardingPolicy,
        [PolicyKind.SaferRecruitment] = EvidenceKind.SaferRecruitmentPolicy,
        [PolicyKind.HealthAndSafety] = EvidenceKind.HealthAndSafetyPolicy,
        [PolicyKind.Complaints] = EvidenceKind.ComplaintsPolicy,
        [PolicyKind.Equality] = EvidenceKind.EqualityPolicy,
        [PolicyKind.BusinessContinuity] = EvidenceKind.BusinessContinuityPlan,
    };

    public async Task<IReadOnlyList<PaperElsewhere>> GetOwnAsync(CancellationToken ct)
    {
        var policies = await db.Policies.AsNoTracking()
            .Where(p => p.ProviderId == user.OrganisationId && p.DocumentId != null).ToListAsync(ct);
        return
        [
            .. policies.Where(p => Kinds.ContainsKey(p.Kind)).Select(p => new PaperElsewhere(
                Kinds[p.Kind], PaperPlace.Policies, p.DocumentId!.Value, p.VersionOn, p.ReviewOn)),
        ];
    }
}
