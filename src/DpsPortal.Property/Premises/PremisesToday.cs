using DpsPortal.Framework.Application;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Property.Premises;

/// <summary>The papers of a provider's homes that have run out, or will before long.</summary>
internal sealed class PremisesToday(IPropertyDbContext db, ICurrentUser user, TimeProvider clock) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct)
    {
        if (!user.Has(PropertyPermissions.Premises.Manage))
        {
            return [];
        }

        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var homes = await db.Premises.AsNoTracking().Where(p => p.ProviderId == user.OrganisationId).ToListAsync(ct);
        return
        [
            .. homes.SelectMany(h => h.RunningOut(today.AddDays(CertificateExpiry.ReminderDays.Max())).Select(c =>
                    new TodayItemDto(
                        c.CountsOn(today) ? "Certificate.RunsOut" : "Certificate.Replace",
                        h.Id, h.Name, c.Kind.Words(), DueOn: c.ExpiresOn)))
                .OrderBy(i => i.DueOn).Take(ITodaySource.MostItems),
        ];
    }
}
