namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Names of people, by lists and by what stands beside a word. A word that is a name and nothing else is one; a word
/// that
/// is a name and something else (Grace, May, Chelsea), and a capitalised word no list knows, need something that speaks
/// for a person: a role or a title before, a second name, what people do or an age after. What speaks weakly warns.
/// Source: privacy check, "any person's name"; decision 25.
/// </summary>
internal sealed partial class PersonNames
{
    private readonly PlainText _text;
    private readonly Words _words;

    /// <summary>What the other detectors have found, or what is a place, a body, a phrase: never a name.</summary>
    private readonly bool[] _isSilent;
    private readonly Certainty[] _marks;

    /// <summary>Too many capitals, or none: then they tell nothing.</summary>
    private readonly bool _capitalsTell;

    private PersonNames(PlainText text, Words words)
    {
        (_text, _words) = (text, words);
        _isSilent = new bool[words.Count];
        _marks = new Certainty[words.Count];
        _capitalsTell = words.LetterShare < 0.7;
    }

    private enum Certainty : byte
    {
        None,
        Perhaps,
        Sure,
    }

    /// <param name="isTaken">By character of the plain text: found to be something else.</param>
    /// <returns>Spans of the plain text; those that are not sure are for a warning.</returns>
    public static List<(int Start, int End, bool IsSure)> In(PlainText text, bool[] isTaken)
    {
        var reader = new PersonNames(text, new Words(text));
        reader.SilenceTaken(isTaken);
        reader.SilencePhrases();
        reader.SilenceBodies();
        reader.MarkTitled();
        reader.MarkAliases();
        reader.MarkFamilies();
        reader.MarkAfterRoles();
        reader.MarkFullNames();
        reader.MarkInitials();
        reader.MarkAlone();
        reader.MarkSmallLetters();
        reader.MarkDisguised();
        reader.MarkOtherScripts();
        reader.MarkNeighbours();
        reader.MarkAgain();
        reader.MarkBefore();
        return reader.Spans();
    }

    /// <summary>May be a name, going by itself: known as one, or known as nothing.</summary>
    private bool MayBeName(int i) =>
        i >= 0 && i < _words.Count && !_isSilent[i] && IsWritten(i)
        && (_words[i].Is(Traits.Name) || (_words[i].IsUnknown && !IsCompound(i))) && !_words[i].HasDigit;

    /// <summary>BrightHR, KeepSafe: a capital within, as products have; McKie and DeShawn have theirs after two letters.</summary>
    private bool IsCompound(int i)
    {
        for (var at = _words[i].Start + 4; at < _words[i].End; at++)
        {
            if (_text.IsCapital(at) && !_words[i].IsInCapitals)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>With a capital, where capitals tell.</summary>
    private bool IsWritten(int i) =>
        _words[i].IsCapital && (_capitalsTell ? !IsAcronym(i) : !_words[i].Is(Traits.Other));

    private bool IsAcronym(int i) => _words[i].IsInCapitals && _words[i].Length <= 4 && !_words[i].Is(Traits.FirstName);

    private bool IsAmbiguous(int i) => _words[i].Is(Traits.Name) && !_words[i].IsPure;

    private bool IsNeverAlone(int i) => _words.IsOneOf(i, Vocabulary.NeverAlone) || _words[i].Length == 2;

    private bool Starts(int i) => _words[i].Before == Gap.Hard;

    /// <summary>The next word of the same run: a blank or a hyphen between, and it may be part of a name.</summary>
    private bool Continues(int i) =>
        i < _words.Count && _words[i].Before is Gap.Blank or Gap.Hyphen && !_isSilent[i] && !_words[i].HasDigit
        && !_words[i - 1].IsPossessive;

    private void Mark(int i, Certainty certainty)
    {
        if (_marks[i] < certainty)
        {
            _marks[i] = certainty;
        }
    }

    /// <summary>Marks a name and what goes on with it: a second name, a particle and a name, a part after a
    /// hyphen.</summary>
    private void MarkRun(int first, Certainty certainty)
    {
        var last = first;
        Mark(first, certainty);
        for (var i = first + 1; Continues(i) && i <= first + 5; i++)
        {
            if (_words.IsOneOf(i, Vocabulary.Particles) && i + 1 < _words.Count && Continues(i + 1) && MayBeName(i + 1))
            {
                continue;
            }

            if (!IsPartOfName(i))
            {
                break;
            }

            for (var j = last + 1; j <= i; j++)
            {
                Mark(j, certainty);
            }

            last = i;
        }
    }

    private bool IsPartOfName(int i) =>
        IsWritten(i) && (MayBeName(i) || (_words[i].Is(Traits.Place) && !_words[i].Is(Traits.Ordinary)
            && _words[i - 1].Is(Traits.FirstName) && !_isSilent[i]) || (_words[i].Before == Gap.Hyphen
            && !_words[i].Is(Traits.Role)))
        && !_words[i].Is(Traits.Quiet | Traits.KnownPlace | Traits.Role | Traits.Verb)
        && (!_words[i].Is(Traits.Ordinary) || _words[i].Is(Traits.Surname | Traits.FirstName));

    /// <summary>A first name right before one that was found: "Sunny Gill", "dawn fletcher".</summary>
    private void MarkBefore()
    {
        for (var i = _words.Count - 1; i > 0; i--)
        {
            var one = _words[i - 1];
            if (_marks[i] == Certainty.Sure && _marks[i - 1] != Certainty.Sure && !_isSilent[i - 1] && Continues(i)
                && one.IsCapital == _words[i].IsCapital && one.Is(Traits.FirstName)
                && !one.Is(Traits.Verb | Traits.Role | Traits.Acronym)
                && _words[i].Is(Traits.Surname) && one.Length > 2 && !one.IsPossessive && !IsAsking(i - 1)
                && !(Starts(i - 1) && _words.IsOneOf(i - 1, Vocabulary.NeverAlone)))
            {
                Mark(i - 1, Certainty.Sure);
            }
        }
    }

    private List<(int Start, int End, bool IsSure)> Spans()
    {
        var spans = new List<(int Start, int End, bool IsSure)>();
        for (var i = 0; i < _words.Count; i++)
        {
            if (_marks[i] == Certainty.None)
            {
                continue;
            }

            var first = i;
            while (i + 1 < _words.Count && _marks[i + 1] == _marks[first] && IsJoined(i + 1))
            {
                i++;
            }

            spans.Add((_words[first].Start, EndOf(i), _marks[first] == Certainty.Sure));
        }

        return spans;
    }

    private bool IsJoined(int i) =>
        (_words[i].Before is Gap.Blank or Gap.Hyphen || (_words[i - 1].Length == 1 && _words.GapText(i) is ". " or "."))
        && !_words[i - 1].IsPossessive;

    /// <summary>With the full stop of a last initial.</summary>
    private int EndOf(int i) => _words[i].Length == 1
        && _text.At(_words[i].End) == '.' ? _words[i].End + 1 : _words[i].End;
}
