using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Insurances that a provider has answered for with a document, in any application.</summary>
internal sealed class InsurancePapers(IAccreditationDbContext db, ICurrentUser user) : IPapersElsewhere
{
    public async Task<IReadOnlyList<PaperElsewhere>> GetOwnAsync(CancellationToken ct)
    {
        var applications = await db.Applications.AsNoTracking()
            .Where(a => a.ProviderId == user.OrganisationId).Select(a => a.Answers).ToListAsync(ct);
        return
        [
            .. applications.SelectMany(a => a.Insurance?.Policies ?? []).Where(p => p.DocumentId is not null)
                .Select(p => new PaperElsewhere(
                    KindOf(p.Kind), PaperPlace.Application, p.DocumentId!.Value, ExpiresOn: p.ExpiresOn,
                    Issuer: p.Insurer, Reference: p.PolicyNumber)),
        ];
    }

    private static EvidenceKind KindOf(InsuranceKind kind) => kind switch
    {
        InsuranceKind.EmployersLiability => EvidenceKind.EmployersLiability,
        InsuranceKind.PublicLiability => EvidenceKind.PublicLiability,
        _ => EvidenceKind.ProfessionalIndemnity,
    };
}
