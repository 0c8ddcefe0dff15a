namespace DpsPortal.Rules.Privacy;

/// <summary>What keeps silent: phrases, places of several words, firms, bodies and buildings.</summary>
internal sealed partial class PersonNames
{
    private const int LongestBody = 7;

    private void SilenceTaken(bool[] isTaken)
    {
        for (var i = 0; i < _words.Count; i++)
        {
            _isSilent[i] = (i > 0 && (_words.Is(i - 1, "HMP") || _words.Is(i - 1, "YOI")
                || _words.Is(i - 1, "HMYOI"))) || isTaken.AsSpan(_words[i].Start, _words[i].Length).Contains(true);
        }
    }

    /// <summary>The longest phrase from each word on.</summary>
    private void SilencePhrases()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            var most = Lexicon.Instance.LongestPhrase(Whole(i));
            for (var last = Math.Min(_words.Count, i + most) - 1; last > i; last--)
            {
                var start = _words[i].Start;
                var end = _words[last].End;
                if (Lexicon.Instance.IsPhrase(_text.Text.AsSpan(start, end - start))
                    || (_words[last].IsPossessive
                    && Lexicon.Instance.IsPhrase(_text.Text.AsSpan(start, end + 2 - start))))
                {
                    _isSilent.AsSpan(i, last - i + 1).Fill(true);
                    break;
                }
            }
        }
    }

    /// <summary>Harbour Steps Housing CIC, Brent Council, St Mungo's: a run of capitals that holds such a
    /// word.</summary>
    private void SilenceBodies()
    {
        for (var first = 0; first < _words.Count;)
        {
            if (!IsOfBody(first))
            {
                first++;
                continue;
            }

            var last = first;
            while (last + 1 < _words.Count && last - first < LongestBody && GoesOn(last + 1))
            {
                last++;
            }

            SilenceRun(first, last);
            first = last + 1;
        }
    }

    private void SilenceRun(int first, int last)
    {
        for (var i = last; i > first; i--)
        {
            var isBody = _words.IsOneOf(i, Vocabulary.Bodies);
            if (isBody || _words.IsOneOf(i, Vocabulary.SoftBodies))
            {
                // "Ann Support Worker", "Tom House" after a title: a first name alone before a soft word stays a name.
                var from = isBody || _words.IsOneOf(i, Buildings) ? first : AfterPerson(first, i);
                _isSilent.AsSpan(from, i - from + 1).Fill(true);
                return;
            }
        }

        if (_words.Is(first, "ST") && last > first)
        {
            _isSilent.AsSpan(first, 2).Fill(true);
        }
    }

    /// <summary>The first word after a first name and, if there is one, a surname.</summary>
    private int AfterPerson(int first, int last)
    {
        if (!_words[first].IsPure || !_words[first].Is(Traits.FirstName) || _words[first].IsPossessive)
        {
            return first;
        }

        var next = first + 1;
        return next < last && (_words[next].IsPure || _words[next].IsUnknown) ? next + 1 : next;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Buildings =
        new HashSet<string>(
            "LODGE HOUSE HALL COURT ROAD STREET LANE AVENUE CLOSE ESTATE GARDENS TERRACE HOTEL WARD ACADEMY SCHOOL".Split(' '),
            StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private bool IsOfBody(int i) =>
        _capitalsTell && _words[i].IsCapital && !_words.IsOneOf(i, Vocabulary.Titles) && !_isSilent[i];

    private bool GoesOn(int i) =>
        _words[i].Before is Gap.Blank or Gap.Hyphen
        && (_words[i].IsCapital || _words[i].HasDigit
            || (i + 1 < _words.Count && _words[i + 1].IsCapital && _words[i + 1].Before == Gap.Blank
                && (_words.Is(i, "OF") || _words.Is(i, "AND") && _words.IsOneOf(i + 2, Vocabulary.Bodies)
                || _words.Is(i, "THE"))));

    private ReadOnlySpan<char> Whole(int i) => _text.Text.AsSpan(
        _words[i].Start, Math.Min(_text.Text.Length - _words[i].Start, _words[i].Length + (_words[i].IsPossessive
            ? 2 : 0)));
}
