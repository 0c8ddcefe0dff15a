using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Staff;

namespace DpsPortal.Accreditation.Policies;

/// <summary>Policies of a provider whose review is overdue or due soon.</summary>
internal sealed class PolicyToday(IAccreditationDbContext db, ICurrentUser user, TimeProvider clock) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct)
    {
        if (!user.Has(Permissions.Manage))
        {
            return [];
        }

        var until = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime).AddDays(PolicyKinds.SoonDays);
        var due = await db.Policies.AsNoTracking()
            .Where(p => p.ProviderId == user.OrganisationId && p.ReviewOn <= until)
            .OrderBy(p => p.ReviewOn).ThenBy(p => p.Id).Take(ITodaySource.MostItems).ToListAsync(ct);
        return
        [
            .. due.Select(p => new TodayItemDto(
                "Policy.Review", p.Id, $"{PascalWords.InWords(p.Kind.ToString())} policy", p.Owner, DueOn: p.ReviewOn)),
        ];
    }
}
