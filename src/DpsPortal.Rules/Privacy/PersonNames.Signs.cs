namespace DpsPortal.Rules.Privacy;

/// <summary>What speaks for a person beside a word: acts, an age, a pronoun, something owned.</summary>
internal sealed partial class PersonNames
{
    /// <summary>How many words on a pronoun still speaks of the same person.</summary>
    private const int ReachOfPronoun = 14;

    /// <summary>What people do follows: "Ann likes", "Ann said". Being and having do when what follows is a
    /// person's.</summary>
    private bool IsSubject(int i)
    {
        var next = i + 1;
        if (next < _words.Count && _words.Is(next, "AND") && _words[next].Before == Gap.Blank
            && next + 1 < _words.Count)
        {
            return false;
        }

        if (next >= _words.Count || _words[i].IsPossessive || _words[next].IsCapital && _capitalsTell
            || _words[next].Before != Gap.Blank || !_words[next].Is(Traits.Verb))
        {
            return false;
        }

        return _words.IsOneOf(next, Vocabulary.Copulas)
            ? IsPersonal(i) || (IsModal(i)
            && (_words[i].Is(Traits.Ordinary | Traits.Quiet) ? HasPersonAsSubject(i) : HasPronoun(i)))
            || DoesSomething(i)
            : !(next + 1 < _words.Count && _words[next].Is(Traits.Verb) && (_words.Is(next + 1, "ARE")
            || _words.Is(next + 1, "WERE")));
    }

    /// <summary>"does not eat", "would like", "can cook": what people do after a helping verb.</summary>
    private bool DoesSomething(int i)
    {
        if (!IsModal(i) || _words[i].IsPossessive)
        {
            return false;
        }

        var verb = i + 2;
        while (verb < _words.Count && verb < i + 4 && (_words.Is(verb, "NOT") || _words.Is(verb, "ONLY")
            || _words.Is(verb, "ALSO") || _words.Is(verb, "OFTEN") || _words.Is(verb, "NEVER")))
        {
            verb++;
        }

        return verb < _words.Count && _words[verb].Before == Gap.Blank && _words.IsOneOf(verb, Vocabulary.Acts);
    }

    /// <summary>What neither a borough nor a country does: "Chelsea went missing", "Georgia would like".</summary>
    private bool IsSubjectOfLife(int i) =>
        i + 1 < _words.Count && _words[i + 1].Before == Gap.Blank && !_words[i].IsPossessive
        && (_words.IsOneOf(i + 1, Vocabulary.OfLife)
            || ((_words.Is(i + 1, "WOULD") || _words.Is(i + 1, "DOES") || _words.Is(i + 1, "DOESN'T"))
            && (_words.Is(i + 2, "LIKE") || _words.Is(i + 2, "LOVE") || _words.Is(i + 3, "LIKE"))));

    /// <summary>"June's key worker", "May's mum".</summary>
    private bool OwnsSomebody(int i) =>
        IsOwner(i) && (_words[i + 1].Is(Traits.Role) || _words.IsOneOf(i + 1, Vocabulary.Belongings)
            || (i + 2 < _words.Count && _words[i + 2].Is(Traits.Role) && _words[i + 2].Before == Gap.Blank));

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

        if (after < _words.Count && (_words.Is(after, "NOT") || _words.Is(after, "ALSO")
            || _words.Is(after, "CURRENTLY") || _words.Is(after, "NOW")
            || _words.Is(after, "VERY") || _words.Is(after, "QUITE")))
        {
            after++;
        }

        return after < _words.Count && _words[after].Before is Gap.Blank
            && (IsAge(after) || (_words.IsOneOf(after, Vocabulary.OfAPerson) && (!_words.Is(after, "A")
            && !_words.Is(after, "AN") || IsPersonNoun(after))));
    }

    private bool IsPersonNoun(int article)
    {
        for (var i = article + 1; i < Math.Min(_words.Count, article + 5)
            && _words[i].Before is Gap.Blank or Gap.Hyphen; i++)
        {
            if (_words[i].Is(Traits.Role) || _words.Is(i, "PERSON") || _words.Is(i, "FOOTBALLER")
                || _words.Is(i, "RUNNER") || _words.Is(i, "BOXER"))
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
            && (IsAge(next) || _words.Is(next, "AGED") || _words.Is(next, "MALE") || _words.Is(next, "FEMALE")
            || ((_words.Is(next, "HE") || _words.Is(next, "SHE") || _words.Is(next, "THEY"))
                && _words.GapText(next).Contains('(')));
    }

    private bool IsAge(int i) =>
        _words[i].Length == 2 && _words.Key(i)[0] == '1' && char.IsAsciiDigit(_words.Key(i)[1])
            && _text.At(_words[i].Start - 1) != '£'
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
            if (_words.Is(j, "HE") || _words.Is(j, "SHE") || _words.Is(j, "HE'S") || _words.Is(j, "SHE'S")
                || _words.Is(j, "HIMSELF") || _words.Is(j, "HERSELF")
                || ((_words.Is(j, "HIS") || _words.Is(j, "HER")) && j + 1 < _words.Count
                && _words[j + 1].Before == Gap.Blank)
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
            || ((_words.Is(i - 1, "OF") || _words.Is(i - 1, "LIKE") || _words.Is(i - 1, "AND")
            || _words.Is(i - 1, "OR") || _words.Is(i - 1, "AS") || _words.Is(i - 1, "BY") || _words.Is(i - 1, "FOR")
                || _words.Is(i - 1, "PREFERS") || _words.Is(i - 1, "LIKES") || _words.Is(i - 1, "LOVES")
                || _words.Is(i - 1, "USING") || _words.Is(i - 1, "IN")) && !_words[i].Is(Traits.Name)));
}
