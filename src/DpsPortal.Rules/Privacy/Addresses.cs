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
        for (var i = 2; i < words.Count; i++)
        {
            var street = words[i];
            if ((Streets.Contains(street.Value) || StreetsInCapitals.Contains(street.Value))
                && NumberBefore(text, words, i) is { } number)
            {
                yield return text.Finding(
                    IdentifierKind.Address, number.Index, street.Index + street.Length - number.Index);
            }
        }
    }

    private static Match? NumberBefore(PlainText text, MatchCollection words, int street)
    {
        var isCertain = Streets.Contains(words[street].Value);
        for (var i = street; i > 0 && i >= street - MostWordsOfName; i--)
        {
            var before = words[i - 1];
            if (!IsGap(text, before, words[i]) || (!isCertain && !IsCapital(text, words[i])))
            {
                return null;
            }

            if (i < street && IsNumberOfHouse(text, before))
            {
                return before;
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
