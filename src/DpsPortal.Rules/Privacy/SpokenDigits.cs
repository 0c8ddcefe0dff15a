namespace DpsPortal.Rules.Privacy;

/// <summary>Numbers that are written in words: "oh seven seven double oh".</summary>
internal static class SpokenDigits
{
    private static readonly Dictionary<string, char> Digits = new(StringComparer.Ordinal)
    {
        ["ZERO"] = '0',
        ["OH"] = '0',
        ["O"] = '0',
        ["NOUGHT"] = '0',
        ["NAUGHT"] = '0',
        ["NIL"] = '0',
        ["ONE"] = '1',
        ["TWO"] = '2',
        ["THREE"] = '3',
        ["FOUR"] = '4',
        ["FIVE"] = '5',
        ["SIX"] = '6',
        ["SEVEN"] = '7',
        ["EIGHT"] = '8',
        ["NINE"] = '9',
    };

    private const int Fewest = 9;

    private static readonly Dictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Digits.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Runs of nine digits and more, of which at least six are words.</summary>
    public static IEnumerable<WrittenNumber> In(PlainText text)
    {
        var digits = new List<char>();
        var (start, end, words, times) = (-1, -1, 0, 1);
        for (var at = 0; at <= text.Text.Length;)
        {
            var letter = text.At(at);
            if (letter is ' ' or '-' or ',')
            {
                at++;
                continue;
            }

            var first = at;
            while (char.IsAsciiLetterOrDigit(text.At(at)))
            {
                at++;
            }

            var token = text.Text.AsSpan(first, at - first);
            if (token is "DOUBLE" or "TRIPLE")
            {
                (times, start) = (token is "DOUBLE" ? 2 : 3, start < 0 ? first : start);
                continue;
            }

            if (Lookup.TryGetValue(token, out var digit))
            {
                (start, end, words) = (start < 0 ? first : start, at, words + 1);
                digits.AddRange(Enumerable.Repeat(digit, times));
                times = 1;
                continue;
            }

            if (token.Length is >= 1 and <= 4 && !token.ContainsAnyExceptInRange('0', '9') && words > 0)
            {
                end = at;
                digits.AddRange(token);
                continue;
            }

            if (words >= 6 && digits.Count >= Fewest && digits.Count <= 20)
            {
                yield return new WrittenNumber(start, end, new string([.. digits]), [digits.Count]);
            }

            digits.Clear();
            (start, end, words, times) = (-1, -1, 0, 1);
            at = Math.Max(at, first + 1);
        }
    }
}
