using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// A number, up to three words of a name and a word for a street: "4 Elm Road", "Flat 3, St Mary's Close".
/// </summary>
internal static class Addresses
{
    private const int MostWordsOfName = 3;

    private static readonly Regex Word = Pattern.Of(@"[A-Z0-9'/]+");

    private static readonly HashSet<string> Streets = new(StringComparer.Ordinal)
    {
        "STREET", "ROAD", "AVENUE", "LANE", "CRESCENT", "TERRACE", "MEWS", "RD", "AVE", "LN", "CRES", "GDNS",
    };

    /// <summary>Ordinary words too ("3 bids close"), so only in a name that is written with capitals.</summary>
    private static readonly HashSet<string> StreetsInCapitals = new(StringComparer.Ordinal)
    {
        "ST", "CLOSE", "DRIVE", "COURT", "PLACE", "WAY", "GARDENS", "GROVE", "SQUARE", "PARADE", "HILL", "WALK",
        "GREEN", "RISE", "VIEW", "ROW", "BROADWAY", "WHARF", "YARD", "PARK", "PATH", "CIRCUS", "QUAY", "HOUSE", "LODGE",
        "APPROACH", "BANK", "BOULEVARD", "BUILDINGS", "CHASE", "COMMON", "COPSE", "CORNER", "COTTAGE", "COTTAGES",
        "CROFT", "CROSS", "DENE", "DENE", "END", "ESTATE",
        "FIELD", "FIELDS", "GATE", "GLEN", "HEATH", "HEIGHTS", "MANSIONS", "MEADOW", "MEADOWS", "MOUNT", "ORCHARD",
        "PASSAGE", "POINT", "PROMENADE", "REACH", "RIDGE",
        "SPINNEY", "TOWER", "TOWERS", "VALE", "VILLAS", "VILLA", "WOOD", "WOODS", "KINGSWAY", "RIDGEWAY", "BLOCK",
        "HALL", "BUNGALOW", "DRV", "DR", "CL", "CT", "BLVD", "SQ",
    };

    /// <summary>No part of a name: "2 minutes from the road", "24 hour street team".</summary>
    private static readonly HashSet<string> NotNames = new(StringComparer.Ordinal)
    {
        "A", "ACROSS", "ALONG", "AN", "AND", "AT", "BED", "BEDROOM", "BEDROOMS", "BEDS", "BIDS", "BY", "DAY", "DAYS",
        "DOORS", "DOWN", "FOR", "FROM", "HOMES", "HOUR", "HOURS", "HOUSES", "IN", "IS", "METRES", "MILE", "MILES",
        "MINUTE", "MINUTES", "MONTHS", "NEAR", "NIGHTS", "OF", "OFF", "ON", "OR", "OUR", "PER", "PLACES", "PM", "ROOMS",
        "SAME", "STAFF", "THE", "THEIR", "TO", "UP", "WEEKS", "WITH", "YEAR", "YEARS",
    };

    public static IEnumerable<Finding> In(PlainText text)
    {
        var words = Word.Matches(text.Text);
        var all = words.ToArray();
        for (var i = 1; i < words.Count; i++)
        {
            var street = words[i];
            if (IsOneWordStreet(text, words, i))
            {
                var house = WithFlat(text, words, i - 1);
                yield return text.Finding(IdentifierKind.Address, house, street.Index + street.Length - house);
                continue;
            }

            if (i < 2)
            {
                continue;
            }

            if (IsTheSomething(text, words, i))
            {
                var from = WithFlat(text, words, i - 2);
                yield return text.Finding(IdentifierKind.Address, from, street.Index + street.Length - from);
                continue;
            }

            if ((Streets.Contains(street.Value) || StreetsInCapitals.Contains(street.Value))
                && NumberBefore(text, words, i) is { } number)
            {
                var start = WithFlat(text, words, Array.IndexOf(all, number));
                yield return text.Finding(IdentifierKind.Address, start, street.Index + street.Length - start);
            }
        }
    }

    /// <summary>"12 The Ridgeway": a number, The and one word, all as a name is written.</summary>
    private static bool IsOneWordStreet(PlainText text, MatchCollection words, int last) =>
        OneWord.Contains(words[last].Value) && IsCapital(text, words[last]) && IsNumberOfHouse(text, words[last - 1])
            && IsGap(text, words[last - 1], words[last]);

    private static readonly HashSet<string> OneWord =
        new(StringComparer.Ordinal) { "KINGSWAY", "QUEENSWAY", "BROADWAY", "STRAND", "RIDGEWAY", "PARKWAY", "HIGHGATE",
            "NORTHGATE", "SOUTHGATE", "EASTGATE", "WESTGATE", "PARKSIDE", "RIVERSIDE", "BROOKSIDE", "HILLSIDE",
            "WOODSIDE", "LAKESIDE" };

    private static bool IsTheSomething(PlainText text, MatchCollection words, int last) =>
        words[last - 1].Value == "THE" && IsCapital(text, words[last - 1]) && IsCapital(text, words[last])
            && words[last].Length > 3
        && char.IsAsciiLetter(words[last].Value[0]) && IsNumberOfHouse(text, words[last - 2])
        && IsGap(text, words[last - 2], words[last - 1]) && IsGap(text, words[last - 1], words[last])
        && text.At(words[last - 1].Index - 1) != ',';

    /// <summary>From "Flat 3," or "Room 6," before the number, or from the word before the number itself.</summary>
    private static int WithFlat(PlainText text, MatchCollection words, int number)
    {
        if (number >= 1 && Flats.Contains(words[number - 1].Value) && IsGap(text, words[number - 1], words[number]))
        {
            return words[number - 1].Index;
        }

        return number >= 2 && Flats.Contains(words[number - 2].Value) && words[number - 1].Length <= 4
            && IsGap(text, words[number - 2], words[number - 1]) && IsGap(text, words[number - 1], words[number])
                ? words[number - 2].Index
                : words[number].Index;
    }

    private static readonly HashSet<string> Flats =
        new(StringComparer.Ordinal) { "FLAT", "ROOM", "APARTMENT", "APT", "UNIT", "STUDIO" };

    /// <summary>Somebody's home is being told, so small letters are haste: "lives at 33 beech grove".</summary>
    private static readonly Regex Home = Pattern.Of(@"\b(?:LIVES?|LIVED|LIVING|STAYS?|STAYING|STAYED|ADDRESS|HOME IS|HOUSE IS) (?:IS )?(?:AT |IN |ON )?(?:FLAT )?$");

    private static Match? NumberBefore(PlainText text, MatchCollection words, int street)
    {
        var isCertain = Streets.Contains(words[street].Value);
        var isInCapitals = true;
        for (var i = street; i > 0 && i >= street - MostWordsOfName; i--)
        {
            var before = words[i - 1];
            if (!IsGap(text, before, words[i]))
            {
                return null;
            }

            isInCapitals &= IsCapital(text, words[i]);
            if (i < street && IsNumberOfHouse(text, before))
            {
                return isCertain || isInCapitals || text.IsAfter(Home, before.Index, 20) ? before : null;
            }

            if (!char.IsAsciiLetter(before.Value[0]) || (NotNames.Contains(before.Value) && !IsNamedThe(text, before)))
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>One to four digits, perhaps with a letter or another number: 4, 4A, 4/6.</summary>
    private static bool IsNumberOfHouse(PlainText text, Match word)
    {
        var digits = word.Value.TakeWhile(char.IsAsciiDigit).Count();
        var rest = word.Value[digits..];
        return digits is >= 1 and <= 4 && (rest.Length <= 1 || rest[0] == '/')
            && text.At(word.Index - 1) != '£'
            && !(text.At(word.Index - 1) == '.' && char.IsAsciiDigit(text.At(word.Index - 2)));
    }

    /// <summary>A blank, a comma and a blank, or a dash alone.</summary>
    private static bool IsGap(PlainText text, Match word, Match next)
    {
        var end = word.Index + word.Length;
        var gap = text.Text.AsSpan(end, next.Index - end);
        return gap is "-" || (gap.Length <= 3 && !gap.ContainsAnyExcept(" ,"));
    }

    private static bool IsCapital(PlainText text, Match word) => text.IsInCapitals(word.Index, 1);

    private static bool IsNamedThe(PlainText text, Match word) => word.Value == "THE" && IsCapital(text, word);
}
