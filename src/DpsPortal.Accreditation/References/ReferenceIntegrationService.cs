using DpsPortal.Accreditation.Integration;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.References;

internal sealed class ReferenceIntegrationService(IAccreditationDbContext db, TimeProvider clock)
    : IReferenceIntegrationService
{
    public async Task<ReferenceCheck> CheckAsync(Guid providerId, string buyer, CancellationToken ct)
    {
        var marks = await db.ReferenceMarks.Where(m => m.ProviderId == providerId).ToListAsync(ct);
        var counting = TwoReferences.Counting(
            marks.Select(m => new PlacerReference(m.AuthorityName, m.GivenOn)), buyer,
            LondonTime.DateOf(clock.GetUtcNow().UtcDateTime));
        return new ReferenceCheck(
            counting.Count >= TwoReferences.Needed, TwoReferences.Needed,
            [
                .. counting.Select(
                    r => new CountingReference(r.Authority, r.GivenOn, TwoReferences.LastDay(r.GivenOn))),
            ]);
    }
}
