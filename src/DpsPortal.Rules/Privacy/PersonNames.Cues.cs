namespace DpsPortal.Rules.Privacy;

/// <summary>Titles, aliases, roles and what is called somebody.</summary>
internal sealed partial class PersonNames
{
    /// <summary>Mr Begum, DC Amir Qureshi, Auntie Yvonne: any word with a capital that is not known to be something
    /// else.</summary>
    private void MarkTitled()
    {
        for (var i = 1; i < _words.Count; i++)
        {
            if (_words.IsOneOf(i - 1, Vocabulary.Titles) && IsRightAfterTitle(i) && _words[i].IsCapital
                && !_words[i].HasDigit
                && !_isSilent[i] && !_words[i].Is(Traits.Quiet | Traits.Acronym | Traits.Role)
                && (_words[i].Is(Traits.Name) || !_words[i].Is(Traits.Ordinary | Traits.KnownPlace)))
            {
                if (_words[i].Length == 1)
                {
                    Mark(i, Certainty.Sure);
                    i++;
                    if (i >= _words.Count || !_words[i].IsCapital || _isSilent[i])
                    {
                        continue;
                    }
                }

                MarkRun(i, Certainty.Sure);
            }
        }
    }

    private bool IsRightAfterTitle(int i) =>
        _words[i - 1].IsCapital && (_words[i].Before == Gap.Blank || _words.GapText(i) is ". " or ".")
            && !_words[i - 1].IsPossessive;

    /// <summary>"known as Smokey", "goes by the name Tiny", "call him Ghost", "street name 'Biggz'".</summary>
    private void MarkAliases()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            var at = AliasAfter(i);
            if (at < 0 || at >= _words.Count || _isSilent[at] || _words[at].HasDigit)
            {
                continue;
            }

            var isQuoted = _words.GapText(at).ContainsAny("'\"“”");
            var isCapital = _words[at].IsCapital && !IsAcronym(at);
            if ((isCapital && !_words[at].Is(Traits.Quiet | Traits.KnownPlace)) || isQuoted
                || (!_words[at].Is(Traits.Other | Traits.Verb) && _words[at].Length > 2))
            {
                Mark(at, Certainty.Sure);
                for (var next = at + 1; next < Math.Min(_words.Count, at + 3) && isCapital && _words[next].IsCapital
                    && _words[next].Before is Gap.Blank or Gap.Hyphen && !_words[next - 1].IsPossessive; next++)
                {
                    Mark(next, Certainty.Sure);
                }
            }
        }
    }

    /// <returns>Where the alias stands that a phrase from this word on gives; -1 for none.</returns>
    private int AliasAfter(int i)
    {
        if (_words.Is(i, "AKA") || _words.Is(i, "ALIAS"))
        {
            return SkipLinks(i + 1);
        }

        if (_words.Is(i, "TAG") && _words.Is(i + 1, "IS") && i + 2 < _words.Count
            && _words.GapText(i + 2).ContainsAny("'\"“”"))
        {
            return i + 2;
        }

        if ((_words.Is(i, "KNOW") || _words.Is(i, "KNOWS")) && _words.IsOneOf(i + 1, Callees) && _words.Is(i + 2, "AS"))
        {
            return i + 3;
        }

        if (_words.Is(i, "UNDER") && _words.Is(i + 1, "THE") && _words.Is(i + 2, "NAME"))
        {
            return SkipLinks(i + 3);
        }

        if ((_words.Is(i, "ANSWERS") || _words.Is(i, "ANSWER")) && _words.Is(i + 1, "TO")
            && i + 2 < _words.Count && _words[i + 2].IsCapital)
        {
            return i + 2;
        }

        if (_words.Is(i, "MONIKER"))
        {
            return SkipLinks(i + 1);
        }

        if (_words.Is(i, "NICKNAMED") || _words.Is(i, "DUBBED"))
        {
            return i + 1;
        }

        if (_words.Is(i, "KNOWN"))
        {
            for (var j = i + 1; j <= i + 4 && j < _words.Count && _words[j].Before != Gap.Hard; j++)
            {
                if (_words.Is(j, "AS") && !IsThingCalled(i))
                {
                    return j + 1;
                }
            }

            if (_words.Is(i + 1, "BY") && !IsThingCalled(i))
            {
                return SkipLinks(i + 2);
            }
        }

        if ((_words.Is(i, "GOES") || _words.Is(i, "GO") || _words.Is(i, "GOING") || _words.Is(i, "WENT"))
            && _words.Is(i + 1, "BY"))
        {
            return SkipLinks(i + 2);
        }

        if ((_words.Is(i, "NAME") || _words.Is(i, "NICKNAME") || _words.Is(i, "TAG") || _words.Is(i, "NAMES"))
            && (_words.Is(i, "NICKNAME") || _words.Is(i - 1, "STREET") || _words.Is(i - 1, "ROAD")
            || _words.Is(i - 1, "PET")
                || _words.Is(i - 1, "GANG") || _words.Is(i - 1, "PREFERRED") || _words.Is(i - 1, "STAGE")
                || _words.Is(i - 1, "RAP")))
        {
            return SkipLinks(i + 1);
        }

        if (IsCalling(i) && i > 0 && (_words.Is(i - 1, "THEY") || _words.Is(i - 1, "FRIENDS")
            || _words.Is(i - 1, "PEOPLE") || _words.Is(i - 1, "EVERYONE"))
            && i + 1 < _words.Count && _words[i + 1].IsCapital && _words[i + 1].Before == Gap.Blank)
        {
            return i + 1;
        }

        return IsCalling(i) && _words.IsOneOf(i + 1, Callees) ? i + 2 : _words.Is(i, "CALLED") || _words.Is(i, "NAMED") ? NamedAt(i + 1) : -1;
    }

    /// <summary>"the Hendersons", "the Adebayos".</summary>
    private void MarkFamilies()
    {
        for (var i = 1; i < _words.Count; i++)
        {
            if (_words.Is(i - 1, "THE") && _words[i].IsCapital && !_isSilent[i] && _words[i].Length > 4
                && _words[i].Before == Gap.Blank
                && !_words[i].Is(Traits.Other) && _words.Key(i)[^1] == 'S' && !IsFollowedByBody(i)
                && (Lexicon.Instance.Of(_words.Key(i)[..^1]) & (Traits.Surname | Traits.Other)) == Traits.Surname)
            {
                Mark(i, Certainty.Sure);
            }
        }
    }

    private bool IsFollowedByBody(int i) => i + 1 < _words.Count && _words[i + 1].IsCapital
        && _words[i + 1].Before == Gap.Blank;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Callees =
        new HashSet<string>("HIM HER THEM HIMSELF HERSELF THEMSELVES ME".Split(' '), StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private bool IsCalling(int i) =>
        _words.Is(i, "CALL") || _words.Is(i, "CALLS") || _words.Is(i, "CALLED") || _words.Is(i, "CALLING");

    /// <summary>After "called" a known name or a word with a capital that is no ordinary one.</summary>
    private int NamedAt(int i) =>
        i < _words.Count && _words[i].Before is Gap.Soft && _words.GapText(i).ContainsAny("'\"“”")
            && !IsThingCalled(i - 1) ? i
        : i < _words.Count && _words[i].Before is Gap.Blank or Gap.Soft && _words[i].IsCapital && !IsThingCalled(i - 1)
        && (_words[i].Is(Traits.Name) || (i > 1 && (_words[i - 2].Is(Traits.Role) || _words.Is(i - 2, "SOMEONE")
        || _words.Is(i - 2, "PERSON"))) || !_words[i].Is(Traits.Ordinary | Traits.KnownPlace | Traits.Quiet))
            ? i
            : -1;

    /// <summary>An app, a home, a dog: what is called something and is nobody.</summary>
    private bool IsThingCalled(int called)
    {
        for (var j = called - 1; j >= Math.Max(0, called - 4) && _words[j + 1].Before != Gap.Hard; j--)
        {
            if (_words.IsOneOf(j, Vocabulary.Things))
            {
                return true;
            }
        }

        return false;
    }

    private int SkipLinks(int i)
    {
        while (i < _words.Count && (_words.IsOneOf(i, Vocabulary.Links) || _words.Is(i, "THE") || _words.Is(i, "NAME")
            || _words.Is(i, "STREET") || _words.Is(i, "OF") || _words.Is(i, "NICKNAME") || _words.Is(i, "BY")
            || _words.Is(i, "AS")))
        {
            i++;
        }

        return i;
    }

    /// <summary>"her mum Tsehay", "SW Okonjo", "key worker is Ludmila", "IRO: Helen Marsh", "Dear Ann".</summary>
    private void MarkAfterRoles()
    {
        for (var i = 1; i < _words.Count; i++)
        {
            if (_isSilent[i] || _words[i].HasDigit || _words[i].Length == 1)
            {
                continue;
            }

            var (isCue, isLinked) = RoleBefore(i);
            if (!isCue || (_words.Is(i - 1, "CALLED") && IsThingCalled(i - 1)) || IsNeverAlone(i)
                && !_words[i].Is(Traits.Name))
            {
                continue;
            }

            if (MarkQuoted(i) || MarkBeforeSurname(i))
            {
                continue;
            }

            if (MayBeName(i) && (!IsNeverAlone(i) || !_words[i].Is(Traits.Ordinary) || HasSecondName(i)
                || (EndsLine(i) && _words[i].Length == 2 && _words.IsOneOf(i - 1, SigningOff)))
                && !(isLinked && _words[i].Is(Traits.Quiet | Traits.KnownPlace))
                && !(_words[i].Is(Traits.KnownPlace) && !HasSecondName(i) && _words[i].Before != Gap.Blank)
                && !(Starts(i) && _words[i].IsUnknown && IsFollowedBySmall(i)))
            {
                MarkRun(i, Certainty.Sure);
            }
            else if (!_words[i].IsCapital && IsNamedInSmallLetters(i, isLinked))
            {
                MarkSmallRun(i);
            }
        }
    }

    /// <summary>"his friend 'Big Tee'": up to three words in quotes right after a role.</summary>
    private bool MarkQuoted(int i)
    {
        var quote = _words.GapText(i).IndexOfAny("'\"“”");
        if (quote < 0 || !_words[i].IsCapital || !_words[i - 1].Is(Traits.Role)
            || _words.IsOneOf(i - 1, Vocabulary.Links) || _words.GapText(i).Length > 3)
        {
            return false;
        }

        for (var last = i; last < Math.Min(_words.Count, i + 3) && _words[last].IsCapital; last++)
        {
            if (_text.At(_words[last].End) is '\'' or '"' or '”')
            {
                MarkLetters(i, last);
                return true;
            }
        }

        return false;
    }

    /// <summary>"LADO Meg Shaw": after a role any word with a capital before one that is a surname alone.</summary>
    private bool MarkBeforeSurname(int i)
    {
        if (_words[i].IsCapital && _words[i - 1].Is(Traits.Role) && _words[i].Before == Gap.Blank
            && _words[i].Is(Traits.Ordinary) && !_words[i].Is(Traits.Role | Traits.Name)
            && !_words.IsTitleCase && i + 1 < _words.Count && Continues(i + 1) && _words[i + 1].IsCapital
            && _words[i + 1].IsPure && !_words[i + 1].IsInCapitals)
        {
            MarkLetters(i, i + 1);
            return true;
        }

        return false;
    }

    private bool IsFollowedBySmall(int i) =>
        i + 1 < _words.Count && _words[i + 1].Before == Gap.Blank && !_words[i + 1].IsCapital
            && !_words[i + 1].Is(Traits.Verb);

    /// <summary>A role right before, or with "is" between, or a word for a name.</summary>
    private (bool IsCue, bool IsLinked) RoleBefore(int i)
    {
        var j = i - 1;
        var gap = _words.GapText(i);
        if (_words[i].Before == Gap.Hard && !gap.TrimEnd(" \"'“(").EndsWith(":") && !IsOpening(i))
        {
            return default;
        }

        if (_words.IsOneOf(j, Vocabulary.Openings) && (Starts(j) || j > 0 && Starts(j - 1)) && gap.ContainsAny(":,- ")
            && (gap.ContainsAnyExcept(' ') || _words.Is(j, "DEAR") || _words.Is(j, "HI") || _words.Is(j, "HELLO")
            || _words.Is(j, "HEY")
                || _words.Is(j, "THANKS") || _words.Is(j, "CC") || ((_words.IsOneOf(j, SigningOff)
                || (_words.Is(j, "YOU") && _words.Is(j - 1, "THANK"))) && EndsLine(i))))
        {
            return (true, false);
        }

        var isLinked = false;
        while (j > 0 && j > i - 3 && _words.IsOneOf(j, Vocabulary.Links) && _words[j].Before is Gap.Blank
            && !_words.IsOneOf(j, Vocabulary.Naming))
        {
            (j, isLinked) = (j - 1, true);
        }

        if (j < 0 || (isLinked && _words[i].Before is not (Gap.Blank or Gap.Soft)))
        {
            return default;
        }

        if ((_words.Is(j, "AM") && _words.Is(j - 1, "I")) || _words.Is(j, "I'M"))
        {
            return (_words[i].Is(Traits.FirstName) && _words[i].Before == Gap.Blank, true);
        }

        return _words.IsOneOf(j, Vocabulary.Naming)
            ? (true, false)
            : (_words[j].Is(Traits.Role) && !_words[j].IsPossessive && IsCloseEnough(j, i, gap), isLinked);
    }

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> SigningOff =
        new HashSet<string>("REGARDS WISHES TA MORNING AFTERNOON EVENING CHEERS SINCERELY BEST".Split(' '),
            StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    private bool EndsLine(int i) => i + 1 >= _words.Count || _words[i + 1].Before != Gap.Blank;

    private bool IsOpening(int i) => _words.IsOneOf(i - 1, Vocabulary.Openings)
        && _text.HasNewLine(_words[i - 1].End, _words[i].Start);

    /// <summary>Not the end of a list or of a thought: "with mum, and Tuesday".</summary>
    private bool IsCloseEnough(int role, int i, ReadOnlySpan<char> gap) =>
        gap.Length <= 5 && !(gap.Contains(')') && !gap.Contains('(')) && !(gap.Contains('/')
            && _words[role].Length > 4);

    private bool HasSecondName(int i) =>
        i + 1 < _words.Count && Continues(i + 1) && IsWritten(i + 1)
        && (_words[i + 1].Is(Traits.Name) || _words[i + 1].IsUnknown)
        && !_words[i + 1].Is(Traits.Quiet | Traits.KnownPlace | Traits.Role);

    /// <summary>"mum sarah", "name is leah": a name in small letters, or after a word for a name one no list
    /// knows.</summary>
    private bool IsNamedInSmallLetters(int i, bool isLinked)
    {
        var word = _words[i];
        return word.Length > 2 && !_words.IsOneOf(i, Vocabulary.NeverAlone)
            && ((word.Is(Traits.Name) && !word.Is(Traits.Other | Traits.Verb))
                || (word.Is(Traits.FirstName)
                && !word.Is(Traits.Quiet | Traits.KnownPlace | Traits.Role | Traits.Verb) && !isLinked
                    && !_words.Is(i - 1, "YOUNG") && (HasSmallSecond(i) || _words.IsOneOf(i - 1, Vocabulary.Naming)))
                || (word.IsUnknown && !word.Is(Traits.Verb) && (_words.IsOneOf(i - 1, Vocabulary.Naming)
                || _words.Is(i - 2, "NAME"))));
    }

    private bool HasSmallSecond(int i) =>
        i + 1 < _words.Count && _words[i + 1].Before == Gap.Blank && _words[i + 1].Is(Traits.Surname)
            && !_words[i + 1].Is(Traits.Verb)
        && !_words.IsOneOf(i + 1, Vocabulary.NeverAlone);
}
