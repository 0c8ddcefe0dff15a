using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;
using static DpsPortal.Tendering.Referrals.ReferralCancelReason;

namespace DpsPortal.Tendering.Referrals;

/// <summary>How needs ended, also those for which nobody was asked to bid (domain §5 G).</summary>
internal sealed class ReferralOutcomes(ITenderingDbContext db, ICurrentUser user, TimeProvider clock)
{
    /// <summary>No referral is older, and none ends later.</summary>
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <exception cref="InvalidInputException">The period ends before it begins, or is of another century.</exception>
    public async Task<ReferralOutcomesDto> ReadAsync(ReferralOutcomesQuery query, CancellationToken ct)
    {
        RefuseUnlessOfOurTime("from", query.From);
        RefuseUnlessOfOurTime("to", query.To);
        var to = query.To ?? LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var from = query.From ?? to.AddYears(-1).AddDays(1);
        if (from > to)
        {
            throw new InvalidInputException("from", "The first day must not be after the last.");
        }

        var (start, end) = (LondonTime.StartOfDay(from), LondonTime.StartOfDay(to.AddDays(1)));
        var ended = await db.Referrals
            .Where(r => r.AuthorityId == user.OrganisationId && r.EndedAt >= start && r.EndedAt < end)
            .Select(r => new
            {
                Reason = r.EndedBecause,
                Searched = db.CallOffs.Any(c => c.ReferralId == r.Id && c.PublishedAt != null) ? 1 : 0,
            })
            .GroupBy(r => r.Reason)
            .Select(g => new { Reason = g.Key, Count = g.Count(), Searched = g.Sum(r => r.Searched) })
            .ToListAsync(ct);
        return new ReferralOutcomesDto(
            from, to, ended.Sum(e => e.Count), ended.Where(e => e.Reason is null).Sum(e => e.Count),
            [
                .. ended.Where(e => e.Reason is not null)
                    .Select(e => new ReferralOutcomeDto(e.Reason!.Value, e.Reason.Value.ToKind(), e.Count, e.Searched))
                    .OrderBy(e => e.Kind).ThenByDescending(e => e.Count).ThenBy(e => e.Reason),
            ]);
    }

    private static void RefuseUnlessOfOurTime(string field, DateOnly? day)
    {
        if (day?.Year is < FirstYear or > LastYear)
        {
            throw new InvalidInputException(field, $"Enter a day from {FirstYear} to {LastYear}.");
        }
    }
}

internal static class ReferralCancelReasons
{
    public static ReferralOutcomeKind ToKind(this ReferralCancelReason reason) => reason switch
    {
        NoLongerNeeded or RecordedTwice => ReferralOutcomeKind.NoNeed,
        NoTime or NobodyCanMeetNeed or NobodyInAreas or TooDear => ReferralOutcomeKind.NotSearched,
        NobodyOffered => ReferralOutcomeKind.NotFound,
        _ => ReferralOutcomeKind.PlacedInstead,
    };
}
