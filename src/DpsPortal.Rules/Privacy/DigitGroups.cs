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

    /// <summary>Whatever begins at a group, ends at one and has so many digits; the shorter before the
    /// longer.</summary>
    /// <param name="mayStart">Asked at the first digit, so that a text full of digits costs little.</param>
    public IEnumerable<WrittenNumber> Numbers(
        int fewestDigits, int mostDigits, string separators, Func<int, bool>? mayStart = null)
    {
        for (var first = 0; first < _groups.Count; first++)
        {
            if (mayStart?.Invoke(_groups[first].Start) == false)
            {
                continue;
            }

            var count = 0;
            for (var i = first; i < _groups.Count && (i == first || IsGap(i, separators)); i++)
            {
                var (start, length) = _groups[i];
                count += length;
                if (count > mostDigits)
                {
                    break;
                }

                if (count >= fewestDigits)
                {
                    yield return Written(first, i, start + length, count);
                }
            }
        }
    }

    private WrittenNumber Written(int first, int last, int end, int count)
    {
        var digits = new char[count];
        var groups = new int[last - first + 1];
        var at = 0;
        for (var i = first; i <= last; i++)
        {
            var (start, length) = _groups[i];
            _text.Text.CopyTo(start, digits, at, length);
            groups[i - first] = length;
            at += length;
        }

        return new WrittenNumber(_groups[first].Start, end, new string(digits), groups);
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
