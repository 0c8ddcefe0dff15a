namespace DpsPortal.Rules.Privacy;

/// <summary>Initials, with a surname and without one.</summary>
internal sealed partial class PersonNames
{
    /// <summary>J.S., M.K.; A. Hassan, J Thornbury; JS and T where what people do or are follows, or a role stands
    /// before.</summary>
    private void MarkInitials()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            if (_isSilent[i] || !_words[i].IsCapital || _words[i].HasDigit || _marks[i] == Certainty.Sure)
            {
                continue;
            }

            if (_words[i].Length == 1)
            {
                i = MarkSingleLetters(i);
            }
            else if (_words[i].IsInCapitals && _words[i].Length is 2 or 3 && _capitalsTell
                && (!_words[i].Is(Traits.Acronym | Traits.Quiet | Traits.Role) || _words.Is(i - 1, "INITIALS"))
                && !IsCode(i) && (_words[i].Length == 2 || !_words[i].Is(Traits.Other)) && IsInitialsHere(i))
            {
                Mark(i, Certainty.Sure);
            }
        }
    }

    private bool IsInitialsHere(int i) =>
        RoleBefore(i).IsCue || IsSubject(i) || (_words[i].Length == 2 && IsModal(i) && !_words[i + 1].IsCapital)
            || HasAge(i) || IsPersonal(i)
        || (_words[i].IsPossessive && i + 1 < _words.Count && (_words[i].Length == 2 || _words[i + 1].Is(Traits.Role)))
        || (i > 1 && _words.Is(i - 1, "INITIALS"));

    /// <summary>Part of a reference or of an outward code: R-7QK3, NW 10.</summary>
    private bool IsCode(int i) =>
        _text.At(_words[i].Start - 1) is '-' or '/' || _text.At(_words[i].End) is '-' or '/' or '&'
        || (i + 1 < _words.Count && _words[i + 1].HasDigit && _words[i + 1].Before == Gap.Blank && !HasAge(i));

    /// <returns>The last word that was looked at.</returns>
    private int MarkSingleLetters(int i)
    {
        var last = i;
        while (last + 1 < _words.Count && _words[last + 1].Length == 1 && _words[last + 1].IsCapital
            && !_words[last + 1].HasDigit
            && _words.GapText(last + 1) is "." or ". ")
        {
            last++;
        }

        var letters = last - i + 1;
        var hasStop = _text.At(_words[last].End) == '.';
        var next = last + 1;
        if (next < _words.Count && (MayBeName(next) || (_words[next].IsCapital && _words[next].Is(Traits.Place)
            && !_isSilent[next] && i > 0 && _words[i].Before == Gap.Blank))
            && !_words[next].Is(Traits.Quiet | Traits.KnownPlace | Traits.Role)
            && (_words[next].Before is Gap.Blank || _words.GapText(next) is ". " or ".")
            && !(i > 0 && letters == 1 && _words.IsOneOf(i - 1, Vocabulary.Lettered))
            && (hasStop ? _words[next].Is(Traits.Name) || _words[next].IsUnknown
                : (_words[next].Is(Traits.Surname | Traits.Place) || _words[next].IsUnknown)
                && !_words[next].Is(Traits.Ordinary) && !_words.Is(i, "I") && !_words[i].IsPossessive
                    && (_words[next].IsPure || !_words.Is(i, "A")))
            && !(hasStop && letters == 1 && _words[next].Is(Traits.Ordinary) && !_words[next].Is(Traits.Surname))
            && (hasStop && letters == 1 && i > 0 ? !_words.IsOneOf(i - 1, Vocabulary.Lettered) : true))
        {
            MarkLetters(i, last);
            MarkRun(next, Certainty.Sure);
            return next;
        }

        if (letters > 1)
        {
            var joined = string.Concat(Enumerable.Range(i, letters).Select(j => _text.Text[_words[j].Start]));
            if (letters <= 3 && (!Vocabulary.NoInitials.Contains(joined) || IsPersonAfter(last)) && (hasStop
                || letters > 2) && (!Lexicon.Instance.Of(joined).HasFlag(Traits.Acronym) || IsPersonAfter(last)
                || RoleBefore(i).IsCue))
            {
                MarkLetters(i, last);
            }

            return last;
        }

        if (!_words.Is(i, "I") && !(_words.Is(i, "A") && !hasStop) && !_words[i].Is(Traits.Role)
            && !(i > 0 && _words.IsOneOf(i - 1, Vocabulary.Lettered) && _words[i].Before == Gap.Blank)
            && _text.At(_words[i].Start - 1) is not ('-' or '/' or '&' or '\'')
            && _text.At(_words[i].End) is not ('-' or '/' or '&' or '+' or '\'')
            && (IsPersonAfter(i) || (Starts(i) && IsModal(i) && !_words.Is(i, "X") && !_words[i + 1].IsCapital) || (RoleBefore(i).IsCue
            && i > 0 && _words[i - 1].Is(Traits.Role))))
        {
            Mark(i, Certainty.Sure);
        }

        return i;
    }

    private bool IsPersonAfter(int i) => HasAge(i) || HasCompany(i) || IsPersonal(i) || IsSubject(i)
        || HasApposition(i);

    /// <summary>"Crystal and her baby".</summary>
    private bool HasCompany(int i) =>
        i + 3 < _words.Count && _words.Is(i + 1, "AND") && _words[i + 1].Before == Gap.Blank
            && (_words.Is(i + 2, "HER") || _words.Is(i + 2, "HIS"));

    /// <summary>"Smith, the YOT worker": a comma and who it is.</summary>
    private bool HasApposition(int i)
    {
        if (i + 2 >= _words.Count || _words[i + 1].Before != Gap.Soft || !_words.GapText(i + 1).StartsWith(",")
            || !_words.IsOneOf(i + 1, Whose))
        {
            return false;
        }

        for (var j = i + 2; j < Math.Min(_words.Count, i + 6) && _words[j].Before is Gap.Blank or Gap.Hyphen; j++)
        {
            if (_words[j].Is(Traits.Role))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Whose =
        new HashSet<string>("THE HIS HER OUR MY A AN WHO".Split(' '),
            StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private void MarkLetters(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            Mark(i, Certainty.Sure);
        }
    }
}
