using System.Globalization;
using DpsPortal.Accreditation.Applications;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Standings;

/// <summary>Records what days have done to the accreditation of one application, with its letter and its news.</summary>
internal static class StandingDays
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static async Task SettleAsync(
        IAccreditationDbContext own, Application application, List<Standing> standings, DateTime now,
        CancellationToken ct)
    {
        var moved = standings.Select(s => (s.LotId, Trigger: s.Settle(now))).Where(s => s.Trigger is not null).ToList();
        var lapsed = moved.Where(m => m.Trigger == StandingTrigger.LapseConditions).Select(m => m.LotId).ToList();
        if (moved.Count > lapsed.Count)
        {
            application.RememberMemberAction("AccreditationExpired");
            standings[0].Tell(
                application.Reference,
                "your accreditation has ended with its last day. You are still invited and may bid, but cannot be "
                    + "awarded a placement");
        }

        if (lapsed.Count == 0)
        {
            return;
        }

        var scheme = await own.Schemes.Include(s => s.Lots).SingleAsync(s => s.Id == application.SchemeId, ct);
        var overdue = (await own.StandingConditions.Where(c => c.ApplicationId == application.Id && c.MetAt == null)
            .OrderBy(c => c.DueOn).ToListAsync(ct)).Where(c => c.IsOverdue(now))
            .Select(c => $"{c.Text} It was due on {c.DueOn.ToString("d MMMM yyyy", British)}.").ToList();
        own.Letters.Add(StandingLetters.OfLapse(application, scheme, overdue, lapsed, now));
        application.RememberMemberAction("AccreditationLapsed", string.Join(' ', overdue));
        standings[0].Tell(
            application.Reference,
            "your accreditation is suspended, because a condition was not met by its day. The letter says what to do");
    }
}
