using System.Globalization;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>A key date that an officer added. London.</summary>
internal sealed record KeyDate(Guid Id, KeyDateKind Kind, DateOnly On, string Note);

/// <summary>That a reminder went out; a date that moves is reminded of anew.</summary>
internal sealed record SentReminder(string What, DateOnly On, int DaysBefore);

/// <content>Access agreements, and the days that the host has to mind.</content>
internal sealed partial class Scheme
{
    private const int Whole = 10_000;

    /// <summary>Days before a key date. Source: domain §2.6.</summary>
    private static readonly int[] RemindBefore = [60, 30, 14, 7, 1];

    public IReadOnlyList<KeyDate> KeyDates { get; private set; } = [];

    public IReadOnlyList<SentReminder> SentReminders { get; private set; } = [];

    /// <summary>Lets an authority buy, or changes what was agreed with it.</summary>
    /// <exception cref="InvalidInputException">A day or a share that cannot be.</exception>
    public void Agree(Guid authorityId, string authorityName, SaveAgreementDto agreement)
    {
        if (agreement.Until < agreement.From)
        {
            throw new InvalidInputException("until", "An agreement ends on or after the day it begins.");
        }

        if (agreement.From < StartsOn || agreement.From > EndsOn)
        {
            throw new InvalidInputException("from", "An authority buys from a day on which the scheme runs.");
        }

        if (agreement.SignedOn > agreement.From)
        {
            throw new InvalidInputException("signedOn", "An agreement is signed before it begins.");
        }

        var others = _memberAuthorities.Where(m => m.AuthorityId != authorityId).Sum(m => m.ShareBasisPoints ?? 0);
        if (others + (agreement.ShareBasisPoints ?? 0) > Whole)
        {
            throw new InvalidInputException(
                "shareBasisPoints",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The shares make more than 100%. Enter {(Whole - others) / 100m:0.##}% or less."));
        }

        AddMember(authorityId, authorityName, agreement.From);
        _memberAuthorities.Single(m => m.AuthorityId == authorityId).Agree(agreement);
        Record("Agree", after: $"{authorityName} from {Text(agreement.From)}");
    }

    /// <summary>Soonest first: what follows from the scheme and its agreements, and what officers added.</summary>
    public IReadOnlyList<KeyDateDto> Diary()
    {
        var reopenings = Windows.Skip(1).Select(w => w.Until).ToList();
        var due = RegimeRules.Of(Regime).NextReopeningDue(StartsOn, EndsOn, reopenings);
        return
        [
            .. KeyDates.Select(k => new KeyDateDto(k.Id, k.Kind, k.On, k.Note))
                .Concat(_memberAuthorities.Where(m => m.Until is not null).Select(m => new KeyDateDto(
                    null, KeyDateKind.AgreementEnds, m.Until!.Value, $"The agreement with {m.AuthorityName} ends")))
                .Concat(due is { } day
                    ? [new KeyDateDto(null, KeyDateKind.ReopeningDue, day, "The framework has to be awarded anew by then")]
                    : [])
                .Append(new KeyDateDto(null, KeyDateKind.SchemeEnds, LastDay, "The last day of the scheme"))
                .OrderBy(k => k.On).ThenBy(k => k.Kind),
        ];
    }

    public void AddKeyDate(AddKeyDateDto date)
    {
        if (date.Kind is not (KeyDateKind.BreakClause or KeyDateKind.NoticeDue))
        {
            throw new InvalidInputException(
                "kind", "Choose a break clause or a notice due. The others follow from the scheme and its agreements.");
        }

        KeyDates = [.. KeyDates, new KeyDate(Guid.CreateVersion7(), date.Kind, date.On, date.Note)];
        Record("AddKeyDate", after: $"{date.Kind} on {Text(date.On)}");
    }

    /// <exception cref="EntityNotFoundException">No officer added such a date.</exception>
    public void RemoveKeyDate(Guid id)
    {
        var date = KeyDates.SingleOrDefault(k => k.Id == id) ?? throw new EntityNotFoundException(typeof(KeyDate), id);
        KeyDates = [.. KeyDates.Where(k => k.Id != id)];
        Record("RemoveKeyDate", before: $"{date.Kind} on {Text(date.On)}");
    }

    /// <summary>Tells of what comes near, once for each of the days before; a late round tells of the nearest only.</summary>
    public void Remind(DateTime now)
    {
        if (State != SchemeState.Published)
        {
            return;
        }

        var today = LondonTime.DateOf(now);
        foreach (var date in Diary().Where(d => d.On >= today))
        {
            var left = date.On.DayNumber - today.DayNumber;
            if (RemindBefore.Where(days => left <= days).Order().FirstOrDefault() is not (> 0 and var before))
            {
                continue;
            }

            var reminder = new SentReminder($"{date.Kind}: {date.Note}", date.On, before);
            if (!SentReminders.Contains(reminder))
            {
                SentReminders = [.. SentReminders, reminder];
                AddEvent(new SchemeDateNearEto(Id, Name, HostAuthorityId, date.On, left, date.Note));
                Record("Remind", after: $"{date.Kind} on {Text(date.On)}, {Counted.Of(before, "day")} before");
            }
        }
    }
}
