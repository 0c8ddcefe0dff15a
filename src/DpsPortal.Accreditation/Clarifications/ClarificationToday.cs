using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Clarifications;

/// <summary>Officers' questions that a provider has not answered: the legal clock runs on meanwhile.</summary>
internal sealed class ClarificationToday(IAccreditationDbContext db, ICurrentUser user) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
        user.Has(Permissions.Apply)
            ?
            [
                .. (await db.Clarifications.AsNoTracking()
                    .Where(c => c.ProviderId == user.OrganisationId && c.State == ClarificationState.Asked)
                    .OrderBy(c => c.ReplyBy).ThenBy(c => c.Id).Take(ITodaySource.MostItems).ToListAsync(ct))
                    .Select(c => new TodayItemDto(
                        "Clarification.Answer", c.ApplicationId, c.Reference, c.Reference, DueOn: c.ReplyBy)),
            ]
            : [];
}
