using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Premises;

internal sealed class EvidenceHomes(IPropertyDbContext db, ICurrentUser user) : IEvidenceHomes
{
    public Task<IReadOnlyDictionary<Guid, string>> GetOwnAsync(CancellationToken ct) =>
        GetOfProviderAsync(user.OrganisationId, ct);

    public async Task<IReadOnlyList<(EvidenceKind Kind, Guid PremisesId)>> GetNeededAsync(CancellationToken ct)
    {
        var homes = await db.Premises.AsNoTracking().Where(p => p.ProviderId == user.OrganisationId).ToListAsync(ct);
        return
        [
            .. from home in homes
               from kind in home.CriticalPapers
               where CertificatePapers.KindOf(kind) is not null
               select (CertificatePapers.KindOf(kind)!.Value, home.Id),
        ];
    }

    public async Task<IReadOnlyDictionary<Guid, string>> GetOfProviderAsync(Guid providerId, CancellationToken ct) =>
        await db.Premises.WithoutAddress().Where(p => p.ProviderId == providerId)
            .ToDictionaryAsync(p => p.Id, p => p.Name, ct);
}
