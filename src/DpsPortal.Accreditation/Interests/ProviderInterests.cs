using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Interests;

internal sealed class ProviderInterests(IAccreditationDbContext db, ICurrentUser user) : IProviderInterests
{
    public async Task RefuseConflictedAsync(Guid providerId, CancellationToken ct)
    {
        if (providerId != user.OrganisationId && await db.InterestDeclarations.AnyAsync(
            d => d.OfficerId == user.Id && d.HasConflict && d.ProviderId == providerId, ct))
        {
            throw new ForbiddenByStageException(AccreditationErrorCodes.ConflictDeclared);
        }
    }

    public async Task<IReadOnlyCollection<Guid>> GetConflictedAsync(CancellationToken ct) =>
        await db.ConflictsOf(user).Distinct().ToListAsync(ct);

    public Task<bool> HasAppliedAsync(Guid providerId, CancellationToken ct) => db.Applications.AnyAsync(
        a => a.ProviderId == providerId && a.HostAuthorityId == user.OrganisationId && a.SubmittedAt != null, ct);
}
