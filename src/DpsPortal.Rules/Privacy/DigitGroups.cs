namespace DpsPortal.Rules.Privacy;

/// <summary>The runs of digits of a text, and numbers that are written in several of them.</summary>
internal sealed class DigitGroups
{
    /// <summary>Most characters between two groups of one number.</summary>
    private const int WidestGap = 3;

    private readonly PlainText _text;
    private readonly List<(int Start, int Length)> _groups = [];

    public DigitGroups(PlainText text)
    {
        _text = text;
        for (var at = 0; at < text.Text.Length; at++)
        {
            if (char.IsAsciiDigit(text.Text[at]))
            {
                var start = at;
                while (char.IsAsciiDigit(text.At(at)))
                {
                    at++;
                }

                _groups.Add((start, at - start));
            }
        }
    }

    /// <summary>Whatever begins at a group, ends at one and has no more digits; the shorter before the longer.</summary>
    public IEnumerable<WrittenNumber> Numbers(int mostDigits, string separators)
    {
        for (var first = 0; first < _groups.Count; first++)
        {
            var (digits, groups) = ("", new List<int>());
            for (var i = first; i < _groups.Count && (i == first || IsGap(i, separators)); i++)
            {
                var (start, length) = _groups[i];
                if (digits.Length + length > mostDigits)
                {
                    break;
                }

                digits += _text.Text.Substring(start, length);
                groups.Add(length);
                yield return new WrittenNumber(_groups[first].Start, start + length, digits, [.. groups]);
            }
        }
    }

    private bool IsGap(int next, string separators)
    {
        var end = _groups[next - 1].Start + _groups[next - 1].Length;
        var gap = _text.Text.AsSpan(end, _groups[next].Start - end);
        return gap.Length <= WidestGap && !gap.ContainsAnyExcept(separators);
    }
}

/// <param name="Groups">How many digits stand together, in order.</param>
internal sealed record WrittenNumber(int Start, int End, string Digits, int[] Groups)
{
    public bool IsSpelledOut => Groups.All(length => length == 1);

    /// <summary>A row of scores looks like a number of single digits; scores go to five (domain §4.5).</summary>
    public bool MayBeScores => IsSpelledOut && Digits.All(digit => digit <= '5');
}
