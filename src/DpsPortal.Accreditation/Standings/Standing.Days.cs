using System.Globalization;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Standings;

/// <content>What the passing of days does, at 00:00 in London after a last day.</content>
internal sealed partial class Standing
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Whether a day has passed or comes near that is not recorded yet.</summary>
    public bool IsDue(DateTime now) => HasPassed(now) || Near(now).Any();

    public bool HasPassed(DateTime now) => StateOn(LondonTime.DateOf(now)) != State;

    /// <summary>Records an end or a lapse; to do it twice changes nothing.</summary>
    /// <returns>The trigger that the days have pulled; null when none.</returns>
    public StandingTrigger? Settle(DateTime now)
    {
        StandingTrigger? trigger = StateOn(LondonTime.DateOf(now)) switch
        {
            var same when same == State => null,
            StandingState.Expired => StandingTrigger.Expire,
            _ => StandingTrigger.LapseConditions,
        };
        if (trigger is { } pulled)
        {
            Move(pulled, pulled == StandingTrigger.Expire
                ? $"The last day was {Text(AccreditedUntil!.Value)}."
                : $"A condition was due on {Text(ConditionsDueOn!.Value)}.");
        }

        return trigger;
    }

    /// <summary>
    /// What comes near, each once for each of the days before; a late round tells of the nearest only (domain §2.6).
    /// </summary>
    /// <returns>News for the provider, in the vocabulary of <see cref="ApplicationNewsEto"/>.</returns>
    public IReadOnlyList<string> Remind(DateTime now)
    {
        var near = Near(now).ToList();
        SentReminders = [.. SentReminders, .. near];
        near.ForEach(r => Record("Remind", after: $"{r.What} on {Text(r.On)}, {Counted.Of(r.DaysBefore, "day")} before"));
        return [.. near.Select(r => Say(r, LondonTime.DateOf(now)))];
    }

    /// <summary>Told once for all lots that share it.</summary>
    public void Tell(string reference, string news) =>
        AddEvent(new ApplicationNewsEto(ApplicationId, ProviderId, reference, news));

    private IEnumerable<SentReminder> Near(DateTime now)
    {
        var today = LondonTime.DateOf(now);
        foreach (var (what, on) in Days().Where(d => d.On >= today))
        {
            var left = on.DayNumber - today.DayNumber;
            var before = CertificateExpiry.ReminderDays.Where(days => left <= days).Order().FirstOrDefault();
            if (before > 0 && !SentReminders.Contains(new SentReminder(what, on, before)))
            {
                yield return new SentReminder(what, on, before);
            }
        }
    }

    private IEnumerable<(string What, DateOnly On)> Days()
    {
        if (!Holds)
        {
            yield break;
        }

        yield return ("Accreditation", AccreditedUntil!.Value);
        if (ConditionsDueOn is { } due)
        {
            yield return ("Condition", due);
        }

        foreach (var day in Homes.Select(h => h.Until).Where(day => day < AccreditedUntil).Distinct())
        {
            yield return ("Homes", day);
        }
    }

    private static string Say(SentReminder reminder, DateOnly today)
    {
        var left = reminder.On.DayNumber - today.DayNumber;
        var when = $"{reminder.On.ToString("d MMMM yyyy", British)}, "
            + (left == 0 ? "today" : left == 1 ? "tomorrow" : $"in {left} days");
        return reminder.What switch
        {
            "Accreditation" => $"the last day of your accreditation is {when}. Talk to the accreditation team before",
            "Condition" => $"a condition of your accreditation is due on {when}. If it is not met by the end of that "
                + "day, no placement can be awarded to you",
            _ => $"a home of yours is covered until {when}. It has to be visited again before a placement there can be "
                + "awarded after that",
        };
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
