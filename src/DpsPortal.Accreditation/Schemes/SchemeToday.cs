using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Schemes;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>
/// What schemes want next of those who manage them: a first one, and drafts, which another than their writer publishes.
/// </summary>
internal sealed class SchemeToday(IAccreditationDbContext db, ICurrentUser user) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct)
    {
        if (!user.Has(Permissions.Manage))
        {
            return [];
        }

        var hosted = db.Schemes.AsNoTracking().Where(s => s.HostAuthorityId == user.OrganisationId);
        if (!await hosted.AnyAsync(ct))
        {
            return [new TodayItemDto("Scheme.Draft", null, user.OrganisationName)];
        }

        var drafts = await hosted.Where(s => s.State == SchemeState.Draft)
            .OrderBy(s => s.StartsOn).ThenBy(s => s.Id).Take(ITodaySource.MostItems).ToListAsync(ct);
        return
        [
            .. drafts.Select(s => new TodayItemDto(
                s.Writer!.Id == user.Id ? "Scheme.Await" : "Scheme.Publish", s.Id, s.Name, s.Writer.Name)),
        ];
    }
}
