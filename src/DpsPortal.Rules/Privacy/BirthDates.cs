using System.Globalization;
using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// A date beside a word about birth, or a full date on which somebody may have been born who is placed. Days of a
/// placement, of reviews and of registrations pass.
/// </summary>
internal static class BirthDates
{
    /// <summary>Years of age. The bands go from 16 to 25 (domain §4.3); the need is written down before.</summary>
    private const int Youngest = 14;
    private const int FirstTooOld = 26;

    private const string Month =
        @"(JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEP(?:T(?:EMBER)?)?"
        + @"|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\b\.?";

    private static readonly Regex Numeric = Pattern.Of(
        @"([0-9]{1,4})(?: ?[/.-] ?)([0-9]{1,2})(?: ?[/.-] ?)([0-9]{2,4})|([0-9]{1,2}) ([0-9]{1,2}) ([0-9]{4})"
            + "|([0-9]{2})([0-9]{2})([0-9]{4})");

    private static readonly Regex DayFirst = Pattern.Of(
        @"\b([0-9]{1,2})(?:ST|ND|RD|TH)?[ ,.-]{0,3}(?:DAY )?(?:OF )?" + Month
            + @"(?:[ ,.-]{0,3}'?([0-9]{4}|[0-9]{2})\b)?");

    private static readonly Regex MonthFirst = Pattern.Of(
        @"\b" + Month + @" ?(?:([0-9]{1,2})(?:ST|ND|RD|TH)?[ ,.]{1,3})?([0-9]{4})\b");

    private static readonly Regex CueBefore = Pattern.Of(
        @"\bBORN\b|\bBIRTH|\bD ?\.? ?O ?\.? ?B\b"
            + @"|\b(?:HIS|HER|THEIR|'S) (?:1[6-9]|2[0-5])(?:ST|ND|RD|TH)\b"
            + @"|\bTURN(?:S|ED|ING)? (?:[12][0-9]|SIXTEEN|SEVENTEEN|EIGHTEEN|NINETEEN|TWENTY)\b"
            + @"|\b(?:WILL BE|WILL TURN|BECOMES?|REACH(?:ES|ED|ING)?|IS|WAS|HITS?) (?:AN ADULT|1[6-9]|2[0-5]|EIGHTEEN"
            + @"|SIXTEEN|SEVENTEEN) ON\b|\bBIRTHDAY|\bBDAY\b|\bB-DAY\b|\b(?:^|[ ,;(])B\. ?$|\bTURNS? ADULT");

    /// <summary>What else has a day long ago: rules, firms, policies.</summary>
    private static readonly Regex OtherDay = Pattern.Of(
        @"\b(?:FOUNDED|ADOPTED|REGISTERED|INCORPORATED|DATED|FORCE|SINCE|OPENED|POLICY|ESTABLISHED|REVIEWED|ISSUED"
            + @"|APPROVED|PUBLISHED|CHANGED|BUILT|REGULATIONS?|ACT|VERSION|INSPECTED|TRADING|AGREEMENT|EFFECT"
            + @"|GUIDANCE|STARTED|JOINED|EMPLOYED|MOVED|PLACED|PLACEMENT|ARRIVED|ENTERED|CAME|ORDER|MADE|SIGNED"
            + @"|REMOVED|ADMITTED|DIED|COURT|HEARING|REVIEW|MEETING|SERVICE|CARE)\b");

    private static readonly Regex Worded = Pattern.Of(
        @"\b(?:THE )?(?:TWENTY[ -]|THIRTY[ -])?(?:FIRST|SECOND|THIRD|FOURTH|FIFTH|SIXTH|SEVENTH|EIGHTH|NINTH|TENTH"
            + @"|ELEVENTH|TWELFTH|THIRTEENTH|FOURTEENTH|FIFTEENTH|SIXTEENTH|SEVENTEENTH|EIGHTEENTH|NINETEENTH"
            + @"|TWENTIETH|THIRTIETH)"
            + @"(?: DAY)? (?:OF )?(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER"
            + @"|DECEMBER)\b"
            + @"(?:,? (?:(?:TWO THOUSAND|NINETEEN|TWENTY)(?: AND)?(?: OH)?(?:[ -](?:ONE|TWO|THREE|FOUR|FIVE|SIX"
            + @"|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|THIRTEEN|FOURTEEN|FIFTEEN|SIXTEEN|SEVENTEEN|EIGHTEEN|NINETEEN"
            + @"|TWENTY|NINETY)){0,2}|[0-9]{4})\b)?");

    /// <summary>"Birthday: 3/6".</summary>
    private static readonly Regex DayAndMonth = Pattern.Of(@"\b(?:0?[1-9]|[12][0-9]|3[01]) ?[/.] ?(?:0?[1-9]|1[0-2])\b");

    private static readonly Regex RightBefore = Pattern.Of(@"(?:BIRTHDAY|BDAY|D\.?O\.?B\.?|BORN)(?: IS| ON| WAS|:| -|,){0,2} $");

    private static readonly Regex Spaced = Pattern.Of(@"\b[0-9] ?[0-9] ?[/.-] ?[0-9] ?[0-9] ?[/.-] ?(?:[0-9] ){1,3}[0-9]\b");

    private static readonly Regex CueAfter = Pattern.Of(@"\bBIRTHDAY|\bDATE OF BIRTH|\bD ?\.? ?O ?\.? ?B\b");

    public static IEnumerable<Finding> In(PlainText text, DateOnly today) =>
        from match in text.Matches(Numeric).Concat(text.Matches(DayFirst)).Concat(text.Matches(MonthFirst))
        let end = match.Index + match.Length
        where !char.IsAsciiDigit(text.At(match.Index - 1)) && !char.IsAsciiDigit(text.At(end))
            && text.At(match.Index - 1) != '£'
        where text.IsAfter(CueBefore, match.Index) || text.IsBefore(CueAfter, end, 20)
            ? IsSomeDate(match, today)
            : IsFullDate(text, match) && !text.IsAfter(OtherDay, match.Index, 36)
            && DaysOf(match, today).Any(day => IsOfSomebodyYoung(day, today))
        select text.Finding(IdentifierKind.DateOfBirth, match.Index, match.Value.TrimEnd('.').Length);

    /// <summary>Days in words, with their year or beside a word about birth; and figures that stand apart beside
    /// one.</summary>
    public static IEnumerable<Finding> Disguised(PlainText text) =>
        from match in text.Matches(Worded).Concat(text.Matches(Spaced)).Concat(
            text.Matches(DayAndMonth).Where(m => text.IsAfter(RightBefore, m.Index, 24)
                && !char.IsAsciiDigit(text.At(m.Index - 1)) && !char.IsAsciiDigit(text.At(m.Index + m.Length + 1))))
        let hasYear = match.Value.Contains("THOUSAND", StringComparison.Ordinal)
            || match.Value.Contains("NINETEEN ", StringComparison.Ordinal)
        where hasYear || text.IsAfter(CueBefore, match.Index, 40)
            || text.IsBefore(CueAfter, match.Index + match.Length, 20)
        select text.Finding(IdentifierKind.DateOfBirth, match.Index, match.Length);

    public static bool IsOfSomebodyYoung(DateOnly born, DateOnly today) =>
        born > today.AddYears(-FirstTooOld) && born <= today.AddYears(-Youngest);

    /// <summary>With a word about birth, a month and a day or a year are enough.</summary>
    private static bool IsSomeDate(Match match, DateOnly today) =>
        match.Value.Any(char.IsAsciiLetter) || DaysOf(match, today).Any();

    /// <summary>1.2.10 is a heading, "2 may 10" a verb, and eight digits in one are any number.</summary>
    private static bool IsFullDate(PlainText text, Match match)
    {
        var parts = PartsOf(match);
        return parts.Length == 3 && parts.Sum(part => part.Length) < match.Length
            && (parts[1] != "MAY" || parts[2].Length == 4 || text.IsInCapitals(match.Groups[2].Index, 1))
            && (parts[^1].Length == 4 || parts[0].Length == 4 || char.IsAsciiLetter(parts[1][0])
                || match.Value.Count(c => c == '/') == 2 || (parts[0].Length == 2 && parts[1].Length == 2));
    }

    private static IEnumerable<DateOnly> DaysOf(Match match, DateOnly today)
    {
        var parts = PartsOf(match);
        if (parts.Length != 3)
        {
            return [];
        }

        var numbers = parts.Select(part => NumberOf(part)).ToArray();
        int[][] orders = char.IsAsciiLetter(parts[0][0]) ? [[2, 0, 1]]
            : char.IsAsciiLetter(parts[1][0]) ? [[2, 1, 0]]
            : parts[0].Length > 2 ? [[0, 1, 2]]
            : [[2, 1, 0], [2, 0, 1]];
        return from order in orders
               let year = numbers[order[0]]
               let month = numbers[order[1]]
               let day = numbers[order[2]]
               let full = year > 99 ? year : year + (year <= today.Year % 100 ? 2000 : 1900)
               where full is >= 1900 and <= 2100 && month is >= 1 and <= 12
                   && day >= 1 && day <= DateTime.DaysInMonth(full, month)
               select new DateOnly(full, month, day);
    }

    private static string[] PartsOf(Match match) =>
        [.. match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value)];

    private static int NumberOf(string part) => char.IsAsciiDigit(part[0])
        ? int.Parse(part, CultureInfo.InvariantCulture)
        : ("JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC".IndexOf(part[..3], StringComparison.Ordinal) / 3) + 1;
}
