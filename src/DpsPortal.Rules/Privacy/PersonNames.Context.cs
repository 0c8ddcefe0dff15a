namespace DpsPortal.Rules.Privacy;

/// <summary>Names by themselves: two in a row, and one with what people do, are or own beside it.</summary>
internal sealed partial class PersonNames
{
    /// <summary>"Callum Brady", "Grace Adeyemi", "Jordan Pike": a first name and a word that may be a second
    /// one.</summary>
    private void MarkFullNames()
    {
        for (var i = 0; i + 1 < _words.Count; i++)
        {
            if (!MayBeName(i) || !Continues(i + 1) || !MayBeName(i + 1) || _marks[i] == Certainty.Sure
                || _words[i + 1].Is(Traits.Quiet | Traits.Role))
            {
                continue;
            }

            var (one, two) = (_words[i], _words[i + 1]);
            if (IsAsking(i))
            {
                continue;
            }

            var isSure =
                (one.IsPure && (two.IsPure || two.IsUnknown || (two.Is(Traits.Name) && (!two.Is(Traits.Ordinary)
                    || one.Is(Traits.FirstName)))))
                || (one.Is(Traits.FirstName) && !one.Is(Traits.Quiet) && (two.IsPure || (two.IsUnknown
                && !IsNeverAlone(i))))
                || (one.Is(Traits.FirstName) && !one.Is(Traits.Quiet | Traits.KnownPlace) && two.Is(Traits.Surname)
                && !two.Is(Traits.Verb)
                    && !_words.IsOneOf(i + 1, Vocabulary.Lettered) && (!one.Is(Traits.Ordinary)
                    || !two.Is(Traits.Ordinary) || !Starts(i)) && !IsTitleCase(i + 2))
                || (one.Is(Traits.FirstName) && !one.Is(Traits.Quiet | Traits.KnownPlace) && two.Is(Traits.Surname)
                && (IsModal(i + 1) || IsSubject(i + 1)))
                || (one.Is(Traits.KnownPlace) && one.Is(Traits.Name) && two.Is(Traits.Surname)
                && !two.Is(Traits.Place | Traits.KnownPlace))
                || (one.IsUnknown && two.IsPure && !(Starts(i) && one.Is(Traits.Verb)));
            if (isSure)
            {
                MarkRun(i, Certainty.Sure);
            }
            else if (one.IsUnknown && two.IsUnknown && !Starts(i))
            {
                MarkRun(i, Certainty.Perhaps);
            }
        }
    }

    private bool IsTitleCase(int i) =>
        i < _words.Count && _words[i].Before == Gap.Blank && _words[i].IsCapital && !_words[i].Is(Traits.Name);

    /// <summary>"Will Tyler bring his own?", "May Ann": the verb of a question before a name.</summary>
    private bool IsAsking(int i) => Starts(i) && (_words.Is(i, "WILL") || _words.Is(i, "MAY") || _words.Is(i, "CAN"))
        && HasQuestionMark(i);

    private bool HasQuestionMark(int i)
    {
        for (var j = i + 1; j < Math.Min(_words.Count, i + 30); j++)
        {
            if (_words[j].Before == Gap.Hard)
            {
                return _words.GapText(j).Contains('?');
            }
        }

        return _text.Text.AsSpan(_words[Math.Min(_words.Count - 1, i + 29)].End).TrimStart(" \"'").StartsWith("?");
    }

    /// <summary>One word with a capital that is a name, may be one or is unknown.</summary>
    private void MarkAlone()
    {
        for (var i = 0; i < _words.Count; i++)
        {
            if (_marks[i] != Certainty.Sure && MayBeName(i) && !_words[i].Is(Traits.Role | Traits.Acronym))
            {
                var certainty = HowSureAlone(i);
                if (certainty == Certainty.Sure)
                {
                    MarkRun(i, certainty);
                }
                else if (certainty == Certainty.Perhaps)
                {
                    Mark(i, certainty);
                }
            }
        }
    }

    private Certainty HowSureAlone(int i)
    {
        var word = _words[i];
        var isPlaced = i > 0 && _words.IsOneOf(i - 1, Vocabulary.Where) && word.Before == Gap.Blank;
        if (IsNeverAlone(i))
        {
            return HasAge(i) || (word.Is(Traits.FirstName) && !word.Is(Traits.Ordinary)
                && IsPersonAfter(i)) ? Certainty.Sure : Certainty.None;
        }

        if (i > 0 && _words.Is(i - 1, "THE") && word.Before == Gap.Blank && HasSmallNoun(i))
        {
            return Certainty.Perhaps;
        }

        if (word.IsPure)
        {
            return word.Is(Traits.FirstName) ? Certainty.Sure
                : IsPersonAfter(i) || IsOwner(i) || IsSpokenOf(i) ? Certainty.Sure : Certainty.Perhaps;
        }

        if (HasAge(i) && !word.Is(Traits.Quiet) && (!word.Is(Traits.KnownPlace) || word.Is(Traits.FirstName)))
        {
            return Certainty.Sure;
        }

        if (word.IsUnknown && IsLikeAHouse(i))
        {
            return IsPersonal(i) || IsSubjectOfLife(i) ? Certainty.Sure : Starts(i)
                || isPlaced ? Certainty.None : Certainty.Perhaps;
        }

        if (word.IsUnknown)
        {
            return IsSubject(i) || IsPersonal(i) || HasCompany(i) || (IsOwner(i)
                && !IsOrganisationOwner(i)) ? Certainty.Sure
                : Starts(i) || isPlaced ? Certainty.None
                : IsSpokenOf(i) && !HasSecondName(i) ? Certainty.Sure
                : Certainty.Perhaps;
        }

        if ((HasApposition(i) || HasCompany(i)) && !word.Is(Traits.KnownPlace | Traits.Quiet))
        {
            return Certainty.Sure;
        }

        if (!word.Is(Traits.FirstName))
        {
            return word.Is(Traits.Ordinary | Traits.KnownPlace | Traits.Quiet) || isPlaced ? Certainty.None
                : IsSubject(i) && IsPersonal(i) ? Certainty.Sure : Certainty.None;
        }

        return HowSureAmbiguous(i, isPlaced);
    }

    private static readonly string[] HouseEndings =
    [
        "SIDE", "CREST", "WOOD", "FIELD", "FIELDS", "BROOK", "GATE", "DENE", "HURST", "MEAD", "MOUNT", "VIEW", "BANK",
        "HAVEN", "CROFT", "DALE", "BRIDGE", "WAY",
        "PATH", "HOUSE", "CARE", "LIVING", "START", "FUTURE", "FUTURES", "LEAF", "TREE", "SKY", "STEPS", "POINT",
        "LIGHT", "HOMES", "WORKS", "LINK", "LINKS", "HEATH",
    ];

    /// <summary>Meadowside, Brightpath: as homes and firms are named.</summary>
    private bool IsLikeAHouse(int i)
    {
        foreach (var ending in HouseEndings)
        {
            if (_words[i].Length > ending.Length + 2 && _words.Key(i).EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Grace, May, Chelsea: the more they mean something else, the more has to speak for a person.</summary>
    private Certainty HowSureAmbiguous(int i, bool isPlaced)
    {
        var word = _words[i];
        if (isPlaced)
        {
            return Certainty.None;
        }

        if (word.Is(Traits.KnownPlace))
        {
            return (IsPersonal(i) && IsAge(i + 2)) || IsSubjectOfLife(i)
                || OwnsSomebody(i) ? Certainty.Sure : (IsSubject(i) || IsModal(i) || IsOwner(i))
                && HasPronoun(i) ? Certainty.Sure : Certainty.None;
        }

        if (word.Is(Traits.Quiet))
        {
            return IsPersonal(i) || OwnsSomebody(i) || (IsModal(i) && HasPronoun(i)) || (IsSubject(i) && !Starts(i))
                || (IsSubject(i) && HasPronoun(i))
                ? Certainty.Sure : Certainty.None;
        }

        if (!word.Is(Traits.Ordinary))
        {
            return IsPersonAfter(i) || IsOwner(i) || IsSpokenOf(i)
                || HasPronoun(i) ? Certainty.Sure : Certainty.Perhaps;
        }

        if (IsSubject(i) || IsPersonal(i) || (IsModal(i) && HasPersonAsSubject(i)) || HasApposition(i)
            || ((IsModal(i) || IsOwner(i)) && _words.IsOneOf(i, Vocabulary.MostlyNames)))
        {
            return Certainty.Sure;
        }

        if (IsOwner(i))
        {
            return Starts(i) && !HasPronoun(i) && !OwnsSomebody(i) ? Certainty.Perhaps : Certainty.Sure;
        }

        if (_words.IsOneOf(i, Vocabulary.MostlyNames) && (Starts(i) ? _words.Is(i + 1, "FROM")
            || _words.Is(i + 1, "WHO")
            : !HasSmallNoun(i) && !IsTitleCase(i + 1) && !_words.IsTitleCase))
        {
            return Certainty.Sure;
        }

        if (Starts(i))
        {
            return IsBesideName(i) ? Certainty.Sure : Certainty.None;
        }

        // A capital within a sentence, no capital after it: "contact with Joy (aunt)".
        return !IsTitleCase(i + 1) && IsSpokenOf(i) && !HasSmallNoun(i) ? Certainty.Sure : Certainty.Perhaps;
    }

    private bool HasSmallNoun(int i) =>
        i + 1 < _words.Count && _words[i + 1].Before is Gap.Blank or Gap.Hyphen && !_words[i + 1].IsCapital
        && _words[i + 1].Is(Traits.Ordinary) && !_words[i + 1].Is(Traits.Verb) && !_words[i].IsPossessive
        && !_words.IsOneOf(i + 1, AfterName);

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> AfterName =
        new HashSet<string>(
            ("AND OR WHO AS AT IN ON FOR FROM BUT SO IF BECAUSE WHEN TO BY ABOUT WITH IS WAS HAS THE A THAT WHICH AFTER BEFORE DURING "
                + "EVERY EACH THIS SUPERVISES GO GOING BEING HAVING MOVE MOVING").Split(' '),
            StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private bool IsBesideName(int i) =>
        i + 2 < _words.Count && _words.Is(i + 1, "AND") && MayBeName(i + 2) && _words[i + 2].Is(Traits.FirstName)
            && !_words[i + 2].Is(Traits.Quiet | Traits.KnownPlace)
        && i + 3 < _words.Count && (_words.IsOneOf(i + 3, Vocabulary.Acts) || _words.Is(i + 3, "ARE")
        || _words.Is(i + 3, "WERE") || _words.Is(i + 3, "HAVE") || _words.Is(i + 3, "LIKE"));

    /// <summary>One of two joined by "and", a comma or a slash is a name: so may be the other.</summary>
    private void MarkNeighbours()
    {
        for (var i = 0; i + 1 < _words.Count; i++)
        {
            var two = i + 2 < _words.Count && (_words.Is(i + 1, "AND")
                || _words.Is(i + 1, "OR")) ? i + 2 : _words[i + 1].Before == Gap.Soft ? i + 1 : -1;
            if (two < 0)
            {
                continue;
            }

            if (_marks[i] == Certainty.Sure && CanFollow(two))
            {
                MarkRun(two, Certainty.Sure);
            }
            else if (_marks[two] == Certainty.Sure && !Starts(two)
                && (CanFollow(i) || (Starts(i) && _marks[i] != Certainty.Sure && MayBeName(i) && _words[i].IsUnknown
                && _words.GapText(two) is ", ")))
            {
                Mark(i, Certainty.Sure);
            }
        }
    }

    private bool CanFollow(int i) =>
        _marks[i] != Certainty.Sure && MayBeName(i) && !_words[i].Is(Traits.Quiet | Traits.KnownPlace | Traits.Role)
            && !IsNeverAlone(i)
        && (_words[i].Is(Traits.FirstName) || (_words[i].IsUnknown && !Starts(i)));

    /// <summary>Found once, a name is one wherever it stands with a capital.</summary>
    private void MarkAgain()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _words.Count; i++)
        {
            if (_marks[i] == Certainty.Sure && _words[i].Length > 2
                && !_words[i].Is(Traits.Quiet | Traits.KnownPlace) && !IsNeverAlone(i))
            {
                found.Add(_words.Key(i).ToString());
            }
        }

        if (found.Count == 0)
        {
            return;
        }

        var keys = found.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words[i].IsCapital && !_isSilent[i] && _marks[i] != Certainty.Sure && keys.Contains(_words.Key(i))
                && !(Starts(i) && _words[i].Is(Traits.Ordinary)))
            {
                Mark(i, Certainty.Sure);
            }
        }
    }
}
