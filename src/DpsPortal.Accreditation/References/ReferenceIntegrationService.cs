using DpsPortal.Accreditation.Integration;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.References;

internal sealed class ReferenceIntegrationService(IAccreditationDbContext db, TimeProvider clock)
    : IReferenceIntegrationService
{
    public async Task<IReadOnlyDictionary<Guid, ReferenceCheck>> CheckAsync(
        IReadOnlyCollection<Guid> providerIds, string buyer, CancellationToken ct)
    {
        var marks = await db.ReferenceMarks.Where(m => providerIds.Contains(m.ProviderId)).ToListAsync(ct);
        var ofProvider = marks.ToLookup(m => m.ProviderId, m => new PlacerReference(m.AuthorityName, m.GivenOn));
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return providerIds.Distinct().ToDictionary(id => id, id => Check(ofProvider[id], buyer, today));
    }

    private static ReferenceCheck Check(IEnumerable<PlacerReference> references, string buyer, DateOnly today)
    {
        var counting = TwoReferences.Counting(references, buyer, today);
        return new ReferenceCheck(
            counting.Count >= TwoReferences.Needed, TwoReferences.Needed,
            [
                .. counting.Select(
                    r => new CountingReference(r.Authority, r.GivenOn, TwoReferences.LastDay(r.GivenOn))),
            ]);
    }
}
