namespace DpsPortal.Rules.Privacy;

/// <summary>Names by themselves: two in a row, initials, and one with what people do, are or own beside it.</summary>
internal sealed partial class PersonNames
{
    /// <summary>How many words on a pronoun still speaks of the same person.</summary>
    private const int ReachOfPronoun = 14;

    /// <summary>"Callum Brady", "Grace Adeyemi", "Jordan Pike": a first name and a word that may be a second one.</summary>
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
                (one.IsPure && (two.IsPure || two.IsUnknown || (two.Is(Traits.Name) && (!two.Is(Traits.Ordinary) || one.Is(Traits.FirstName)))))
                || (one.Is(Traits.FirstName) && !one.Is(Traits.Quiet) && (two.IsPure || (two.IsUnknown && !IsNeverAlone(i))))
                || (one.Is(Traits.FirstName) && !one.Is(Traits.Quiet | Traits.KnownPlace) && two.Is(Traits.Surname) && !two.Is(Traits.Verb)
                    && !_words.IsOneOf(i + 1, Vocabulary.Lettered) && (!one.Is(Traits.Ordinary) || !two.Is(Traits.Ordinary) || !Starts(i)) && !IsTitleCase(i + 2))
                || (one.Is(Traits.FirstName) && !one.Is(Traits.Quiet | Traits.KnownPlace) && two.Is(Traits.Surname) && IsModal(i + 1))
                || (one.Is(Traits.KnownPlace) && one.Is(Traits.Name) && two.Is(Traits.Surname) && !two.Is(Traits.Place | Traits.KnownPlace))
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
    private bool IsAsking(int i) => Starts(i) && (_words.Is(i, "WILL") || _words.Is(i, "MAY")) && HasQuestionMark(i);

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

    /// <summary>J.S., M.K.; A. Hassan, J Thornbury; JS and T where what people do or are follows, or a role stands before.</summary>
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
            else if (_words[i].IsInCapitals && _words[i].Length is 2 or 3 && _capitalsTell && (!_words[i].Is(Traits.Acronym | Traits.Quiet | Traits.Role) || _words.Is(i - 1, "INITIALS"))
                && !IsCode(i) && (_words[i].Length == 2 || !_words[i].Is(Traits.Other)) && IsInitialsHere(i))
            {
                Mark(i, Certainty.Sure);
            }
        }
    }

    private bool IsInitialsHere(int i) =>
        RoleBefore(i).IsCue || IsSubject(i) || (_words[i].Length == 2 && IsModal(i) && !_words[i + 1].IsCapital) || HasAge(i) || IsPersonal(i)
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
        while (last + 1 < _words.Count && _words[last + 1].Length == 1 && _words[last + 1].IsCapital && !_words[last + 1].HasDigit
            && _words.GapText(last + 1) is "." or ". ")
        {
            last++;
        }

        var letters = last - i + 1;
        var hasStop = _text.At(_words[last].End) == '.';
        var next = last + 1;
        if (next < _words.Count && (MayBeName(next) || (_words[next].IsCapital && _words[next].Is(Traits.Place) && !_isSilent[next] && i > 0 && _words[i].Before == Gap.Blank)) && !_words[next].Is(Traits.Quiet | Traits.KnownPlace | Traits.Role)
            && (_words[next].Before is Gap.Blank || _words.GapText(next) is ". " or ".")
            && !(i > 0 && letters == 1 && _words.IsOneOf(i - 1, Vocabulary.Lettered))
            && (hasStop ? _words[next].Is(Traits.Name) || _words[next].IsUnknown
                : (_words[next].Is(Traits.Surname | Traits.Place) || _words[next].IsUnknown) && !_words[next].Is(Traits.Ordinary) && !_words.Is(i, "I") && !_words[i].IsPossessive
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
            if (letters <= 3 && (!Vocabulary.NoInitials.Contains(joined) || IsPersonAfter(last)) && (hasStop || letters > 2) && (!Lexicon.Instance.Of(joined).HasFlag(Traits.Acronym) || IsPersonAfter(last) || RoleBefore(i).IsCue))
            {
                MarkLetters(i, last);
            }

            return last;
        }

        if (!_words.Is(i, "I") && !(_words.Is(i, "A") && !hasStop) && !_words[i].Is(Traits.Role)
            && !(i > 0 && _words.IsOneOf(i - 1, Vocabulary.Lettered) && _words[i].Before == Gap.Blank)
            && _text.At(_words[i].Start - 1) is not ('-' or '/' or '&' or '\'') && _text.At(_words[i].End) is not ('-' or '/' or '&' or '+' or '\'')
            && (IsPersonAfter(i) || (RoleBefore(i).IsCue && i > 0 && _words[i - 1].Is(Traits.Role))))
        {
            Mark(i, Certainty.Sure);
        }

        return i;
    }

    private bool IsPersonAfter(int i) => HasAge(i) || HasCompany(i) || IsPersonal(i) || IsSubject(i) || HasApposition(i);

    /// <summary>"Crystal and her baby".</summary>
    private bool HasCompany(int i) =>
        i + 3 < _words.Count && _words.Is(i + 1, "AND") && _words[i + 1].Before == Gap.Blank && (_words.Is(i + 2, "HER") || _words.Is(i + 2, "HIS"));

    /// <summary>"Smith, the YOT worker": a comma and who it is.</summary>
    private bool HasApposition(int i)
    {
        if (i + 2 >= _words.Count || _words[i + 1].Before != Gap.Soft || !_words.GapText(i + 1).StartsWith(",") || !_words.IsOneOf(i + 1, Whose))
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
        new HashSet<string>("THE HIS HER OUR MY A AN WHO".Split(' '), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private void MarkLetters(int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            Mark(i, Certainty.Sure);
        }
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
            return HasAge(i) || (word.Is(Traits.FirstName) && !word.Is(Traits.Ordinary) && IsPersonAfter(i)) ? Certainty.Sure : Certainty.None;
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

        if (word.IsUnknown)
        {
            return IsSubject(i) || IsPersonal(i) || HasCompany(i) || (IsOwner(i) && !IsOrganisationOwner(i)) ? Certainty.Sure
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
            return (IsPersonal(i) && IsAge(i + 2)) || IsSubjectOfLife(i) || OwnsSomebody(i) ? Certainty.Sure : (IsSubject(i) || IsModal(i) || IsOwner(i)) && HasPronoun(i) ? Certainty.Sure : Certainty.None;
        }

        if (word.Is(Traits.Quiet))
        {
            return IsPersonal(i) || OwnsSomebody(i) || (IsModal(i) && HasPronoun(i)) || (IsSubject(i) && !Starts(i)) || (IsSubject(i) && HasPronoun(i))
                ? Certainty.Sure : Certainty.None;
        }

        if (!word.Is(Traits.Ordinary))
        {
            return IsPersonAfter(i) || IsOwner(i) || IsSpokenOf(i) || HasPronoun(i) ? Certainty.Sure : Certainty.Perhaps;
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

    /// <summary>What people do follows: "Ann likes", "Ann said". Being and having do when what follows is a person's.</summary>
    private bool IsSubject(int i)
    {
        var next = i + 1;
        if (next < _words.Count && _words.Is(next, "AND") && _words[next].Before == Gap.Blank && next + 1 < _words.Count)
        {
            return false;
        }

        if (next >= _words.Count || _words[i].IsPossessive || _words[next].IsCapital && _capitalsTell
            || _words[next].Before != Gap.Blank || !_words[next].Is(Traits.Verb))
        {
            return false;
        }

        return _words.IsOneOf(next, Vocabulary.Copulas)
            ? IsPersonal(i) || (IsModal(i) && (_words[i].Is(Traits.Ordinary | Traits.Quiet) ? HasPersonAsSubject(i) : HasPronoun(i))) || DoesSomething(i)
            : !(next + 1 < _words.Count && _words[next].Is(Traits.Verb) && (_words.Is(next + 1, "ARE") || _words.Is(next + 1, "WERE")));
    }

    /// <summary>"does not eat", "would like", "can cook": what people do after a helping verb.</summary>
    private bool DoesSomething(int i)
    {
        if (!IsModal(i) || _words[i].IsPossessive)
        {
            return false;
        }

        var verb = i + 2;
        while (verb < _words.Count && verb < i + 4 && (_words.Is(verb, "NOT") || _words.Is(verb, "ONLY") || _words.Is(verb, "ALSO") || _words.Is(verb, "OFTEN") || _words.Is(verb, "NEVER")))
        {
            verb++;
        }

        return verb < _words.Count && _words[verb].Before == Gap.Blank && _words.IsOneOf(verb, Vocabulary.Acts);
    }

    /// <summary>What neither a borough nor a country does: "Chelsea went missing", "Georgia would like".</summary>
    private bool IsSubjectOfLife(int i) =>
        i + 1 < _words.Count && _words[i + 1].Before == Gap.Blank && !_words[i].IsPossessive
        && (_words.IsOneOf(i + 1, Vocabulary.OfLife)
            || ((_words.Is(i + 1, "WOULD") || _words.Is(i + 1, "DOES") || _words.Is(i + 1, "DOESN'T")) && (_words.Is(i + 2, "LIKE") || _words.Is(i + 2, "LOVE") || _words.Is(i + 3, "LIKE"))));

    /// <summary>"June's key worker", "May's mum".</summary>
    private bool OwnsSomebody(int i) =>
        IsOwner(i) && (_words[i + 1].Is(Traits.Role) || _words.IsOneOf(i + 1, Vocabulary.Belongings) || (i + 2 < _words.Count && _words[i + 2].Is(Traits.Role) && _words[i + 2].Before == Gap.Blank));

    private bool IsModal(int i) =>
        i + 1 < _words.Count && _words[i + 1].Before == Gap.Blank && _words.IsOneOf(i + 1, Vocabulary.Copulas);

    /// <summary>"is 17", "is a quiet boy", "has been placed": of a person only.</summary>
    private bool IsPersonal(int i)
    {
        if (!IsModal(i) || _words[i].IsPossessive)
        {
            return false;
        }

        var after = i + 2;
        if (after + 1 < _words.Count && _words.Is(after, "BEEN") && _words[after + 1].Before == Gap.Blank)
        {
            return true;
        }

        if (after < _words.Count && (_words.Is(after, "NOT") || _words.Is(after, "ALSO") || _words.Is(after, "CURRENTLY") || _words.Is(after, "NOW")
            || _words.Is(after, "VERY") || _words.Is(after, "QUITE")))
        {
            after++;
        }

        return after < _words.Count && _words[after].Before is Gap.Blank
            && (IsAge(after) || (_words.IsOneOf(after, Vocabulary.OfAPerson) && (!_words.Is(after, "A") && !_words.Is(after, "AN") || IsPersonNoun(after))));
    }

    private bool IsPersonNoun(int article)
    {
        for (var i = article + 1; i < Math.Min(_words.Count, article + 5) && _words[i].Before is Gap.Blank or Gap.Hyphen; i++)
        {
            if (_words[i].Is(Traits.Role) || _words.Is(i, "PERSON") || _words.Is(i, "FOOTBALLER") || _words.Is(i, "RUNNER") || _words.Is(i, "BOXER"))
            {
                return true;
            }
        }

        return HasPersonAsSubject(article - 2);
    }

    /// <summary>"Ann, 17", "Ann (16)", "Ann is 17", "Kai (he/him)".</summary>
    private bool HasAge(int i)
    {
        var next = i + 1;
        return next < _words.Count && _words[next].Before is Gap.Soft && !_words[i].IsPossessive
            && (IsAge(next) || _words.Is(next, "AGED") || ((_words.Is(next, "HE") || _words.Is(next, "SHE") || _words.Is(next, "THEY"))
                && _words.GapText(next).Contains('(')));
    }

    private bool IsAge(int i) =>
        _words[i].Length == 2 && _words.Key(i)[0] == '1' && char.IsAsciiDigit(_words.Key(i)[1]) && _text.At(_words[i].Start - 1) != '£'
        && _text.At(_words[i].End) is not ('.' or ':' or '-' or '/' or '%') | _text.At(_words[i].End + 1) is ' ' or '\0'
        && _text.At(_words[i].End) is not ('%' or ':' or '/');

    private bool HasPronoun(int i)
    {
        for (var j = i + 1; j < Math.Min(_words.Count, i + ReachOfPronoun) && _words[j].Before != Gap.Hard; j++)
        {
            if (_words.IsOneOf(j, Vocabulary.Pronouns)
                || (_words.Is(j - 1, "AND") && _words[j].Is(Traits.Verb) && !_words.IsOneOf(j, Vocabulary.Copulas)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>He or she acts later on, or something is his or hers: not "Faith is important to her".</summary>
    private bool HasPersonAsSubject(int i)
    {
        for (var j = i + 1; j < Math.Min(_words.Count, i + ReachOfPronoun) && _words[j].Before != Gap.Hard; j++)
        {
            if (_words.Is(j, "HE") || _words.Is(j, "SHE") || _words.Is(j, "HE'S") || _words.Is(j, "SHE'S") || _words.Is(j, "HIMSELF") || _words.Is(j, "HERSELF")
                || ((_words.Is(j, "HIS") || _words.Is(j, "HER")) && j + 1 < _words.Count && _words[j + 1].Before == Gap.Blank)
                || (_words.Is(j - 1, "AND") && _words[j].Is(Traits.Verb) && !_words.IsOneOf(j, Vocabulary.Copulas)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Ann's mum", "Ann's strengths".</summary>
    private bool IsOwner(int i) =>
        _words[i].IsPossessive && i + 1 < _words.Count && _words[i + 1].Before == Gap.Blank && !_words[i + 1].IsCapital;

    private bool IsOrganisationOwner(int i) => i + 1 < _words.Count && _words[i + 1].Is(Traits.Acronym);

    /// <summary>"with Ann", "told Ann": what people are spoken of with stands before.</summary>
    private bool IsSpokenOf(int i) =>
        i > 0 && _words[i].Before == Gap.Blank && _words.IsOneOf(i - 1, Vocabulary.Towards)
        && !(_words[i].Is(Traits.Place) && !_words.IsOneOf(i - 1, Vocabulary.TowardsPeople))
        && !(_words.Is(i - 1, "FROM") || _words.Is(i - 1, "TO")
            || ((_words.Is(i - 1, "OF") || _words.Is(i - 1, "LIKE") || _words.Is(i - 1, "AND") || _words.Is(i - 1, "OR") || _words.Is(i - 1, "AS") || _words.Is(i - 1, "BY") || _words.Is(i - 1, "FOR")
                || _words.Is(i - 1, "LIKES") || _words.Is(i - 1, "LOVES") || _words.Is(i - 1, "USING") || _words.Is(i - 1, "IN")) && !_words[i].Is(Traits.Name)));

    private bool IsBesideName(int i) =>
        i + 2 < _words.Count && _words.Is(i + 1, "AND") && MayBeName(i + 2) && _words[i + 2].Is(Traits.FirstName) && !_words[i + 2].Is(Traits.Quiet | Traits.KnownPlace)
        && i + 3 < _words.Count && (_words.IsOneOf(i + 3, Vocabulary.Acts) || _words.Is(i + 3, "ARE") || _words.Is(i + 3, "WERE") || _words.Is(i + 3, "HAVE") || _words.Is(i + 3, "LIKE"));

    /// <summary>One of two joined by "and", a comma or a slash is a name: so may be the other.</summary>
    private void MarkNeighbours()
    {
        for (var i = 0; i + 1 < _words.Count; i++)
        {
            var two = i + 2 < _words.Count && (_words.Is(i + 1, "AND") || _words.Is(i + 1, "OR")) ? i + 2 : _words[i + 1].Before == Gap.Soft ? i + 1 : -1;
            if (two < 0)
            {
                continue;
            }

            if (_marks[i] == Certainty.Sure && CanFollow(two))
            {
                MarkRun(two, Certainty.Sure);
            }
            else if (_marks[two] == Certainty.Sure && !Starts(two)
                && (CanFollow(i) || (Starts(i) && _marks[i] != Certainty.Sure && MayBeName(i) && _words[i].IsUnknown && _words.GapText(two) is ", ")))
            {
                Mark(i, Certainty.Sure);
            }
        }
    }

    private bool CanFollow(int i) =>
        _marks[i] != Certainty.Sure && MayBeName(i) && !_words[i].Is(Traits.Quiet | Traits.KnownPlace | Traits.Place | Traits.Role) && !IsNeverAlone(i)
        && (_words[i].Is(Traits.FirstName) || (_words[i].IsUnknown && !Starts(i)));

    /// <summary>Found once, a name is one wherever it stands with a capital.</summary>
    private void MarkAgain()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _words.Count; i++)
        {
            if (_marks[i] == Certainty.Sure && _words[i].Length > 2 && !_words[i].Is(Traits.Quiet | Traits.KnownPlace) && !IsNeverAlone(i))
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
