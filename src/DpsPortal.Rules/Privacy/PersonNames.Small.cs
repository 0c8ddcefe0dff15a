namespace DpsPortal.Rules.Privacy;

/// <summary>Names in small letters, spelled out letter by letter, or with figures for letters.</summary>
internal sealed partial class PersonNames
{
    private const int ShortestSpelled = 4;

    /// <summary>"amina likes football": a first name that is no word of the language.</summary>
    private void MarkSmallLetters()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            var word = _words[i];
            if ((_marks[i] == Certainty.Sure && _capitalsTell) || _isSilent[i] || (word.IsCapital && _capitalsTell)
                || word.HasDigit || word.Length < 3)
            {
                continue;
            }

            if (word.IsPure && word.Is(Traits.FirstName) && !word.Is(Traits.Verb) && word.Length > 3)
            {
                if (IsPersonAfter(i) || IsOwner(i) || (i > 0 && _words.IsOneOf(i - 1, Vocabulary.Towards))
                    || HasSmallSecond(i) || word.Length > 3)
                {
                    MarkSmallRun(i);
                }
                else
                {
                    Mark(i, Certainty.Perhaps);
                }
            }
            else if (word.IsPure && word.Is(Traits.FirstName) && word.Length == 3 && IsSubject(i))
            {
                MarkSmallRun(i);
            }
            else if (IsPossessiveWithoutMark(i))
            {
                Mark(i, Certainty.Sure);
            }
        }
    }

    /// <summary>"liams bail conditions".</summary>
    private bool IsPossessiveWithoutMark(int i)
    {
        var key = _words.Key(i);
        return _words[i].IsUnknown && key.Length > 4 && key[^1] == 'S' && i + 1 < _words.Count
            && _words[i + 1].Before == Gap.Blank
            && Lexicon.Instance.Of(key[..^1]) is var traits && (traits & Traits.FirstName) != 0
            && (traits & Traits.Other) == 0;
    }

    private void MarkSmallRun(int i)
    {
        Mark(i, Certainty.Sure);
        if (i + 1 < _words.Count && _words[i + 1].Before is Gap.Blank or Gap.Hyphen && !_isSilent[i + 1]
            && _words[i + 1].Is(Traits.Surname) && !_words[i + 1].Is(Traits.Verb | Traits.Quiet | Traits.Role)
            && (!_words[i + 1].Is(Traits.Ordinary | Traits.KnownPlace) || _words[i + 1].IsCapital)
            && (_words[i + 1].IsCapital || !_words.IsOneOf(i + 1, Vocabulary.NeverAlone)))
        {
            Mark(i + 1, Certainty.Sure);
        }
    }

    /// <summary>A word in another script warns: it may be a name, and none is read.</summary>
    private void MarkOtherScripts()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            if (!_isSilent[i] && _words[i].Length > 1 && _words.Key(i).ContainsAnyInRange('\u0370', '\uFEFF'))
            {
                Mark(i, Certainty.Perhaps);
            }
        }
    }

    private void MarkDisguised()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            if (_isSilent[i])
            {
                continue;
            }

            if (_words[i].Length == 1 && !_words[i].HasDigit)
            {
                i = MarkSpelled(i);
            }
            else if (_words[i].HasDigit && _words[i].Length is >= ShortestSpelled and <= 14
                && IsNameInFigures(_words.Key(i)))
            {
                Mark(i, Certainty.Sure);
            }
        }
    }

    /// <summary>"A m i n a", "L.e.a.h": four letters or more, the same between all.</summary>
    private int MarkSpelled(int first)
    {
        var last = first;
        while (last + 1 < _words.Count && last - first < 20 && _words[last + 1].Length == 1
            && !_words[last + 1].HasDigit && !_isSilent[last + 1]
            && (last == first || _words.GapText(last + 1).SequenceEqual(_words.GapText(first + 1)))
            && _words.GapText(last + 1).Length <= 3)
        {
            last++;
        }

        Span<char> letters = stackalloc char[last - first + 1];

        // The next word's first letter may be "a", "I": the longest beginning that is a name counts.
        for (var end = last; end - first + 1 >= ShortestSpelled; end--)
        {
            for (var i = first; i <= end; i++)
            {
                letters[i - first] = _text.Text[_words[i].Start];
            }

            if ((Lexicon.Instance.Of(letters[..(end - first + 1)]) & Traits.Name) != 0)
            {
                MarkLetters(first, end);
                return end;
            }
        }

        return last;
    }

    /// <summary>0 for O, 1 for I or L, 3 for E, 4 for A, 5 for S, 7 for T; at least as many letters as
    /// figures.</summary>
    private static bool IsNameInFigures(ReadOnlySpan<char> key)
    {
        Span<char> letters = stackalloc char[key.Length];
        var figures = 0;
        for (var i = 0; i < key.Length; i++)
        {
            var at = "0134578".IndexOf(key[i], StringComparison.Ordinal);
            if (char.IsAsciiDigit(key[i]))
            {
                figures++;
                if (at < 0)
                {
                    return false;
                }
            }

            letters[i] = at < 0 ? key[i] : "OIEASTB"[at];
        }

        if (figures * 2 > key.Length)
        {
            return false;
        }

        if (IsFirstName(letters))
        {
            return true;
        }

        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] == '1')
            {
                letters[i] = 'L';
            }
        }

        return IsFirstName(letters);
    }

    private static bool IsFirstName(ReadOnlySpan<char> key) => (Lexicon.Instance.Of(key) & Traits.FirstName) != 0;
}
