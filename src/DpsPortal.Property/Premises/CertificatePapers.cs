using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Premises;

/// <summary>Certificates that a provider gave with its homes.</summary>
internal sealed class CertificatePapers(IPropertyDbContext db, ICurrentUser user) : IPapersElsewhere
{
    public async Task<IReadOnlyList<PaperElsewhere>> GetOwnAsync(CancellationToken ct)
    {
        var homes = await db.Premises.AsNoTracking().Where(p => p.ProviderId == user.OrganisationId).ToListAsync(ct);
        return
        [
            .. from home in homes
               from paper in home.Certificates
               where paper.DocumentId is not null && KindOf(paper.Kind) is not null
               select new PaperElsewhere(
                   KindOf(paper.Kind)!.Value, PaperPlace.Home, paper.DocumentId!.Value, paper.IssuedOn, paper.ExpiresOn,
                   home.Id),
        ];
    }

    /// <summary>Null for what the evidence keeps of the provider, not of a home.</summary>
    public static EvidenceKind? KindOf(CertificateKind kind) => kind switch
    {
        CertificateKind.GasSafety => EvidenceKind.GasSafety,
        CertificateKind.ElectricalInstallation => EvidenceKind.ElectricalInstallation,
        CertificateKind.FireRiskAssessment => EvidenceKind.FireRiskAssessment,
        CertificateKind.BuildingsInsurance => EvidenceKind.BuildingsInsurance,
        CertificateKind.HmoLicence => EvidenceKind.HmoLicence,
        _ => null,
    };
}
