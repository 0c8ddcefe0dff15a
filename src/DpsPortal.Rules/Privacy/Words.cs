using System.Buffers;

namespace DpsPortal.Rules.Privacy;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Gap
{
    /// <summary>Blanks alone.</summary>
    Blank,
    Hyphen,

    /// <summary>A comma, brackets, quotes, a slash, a dash: the sentence goes on.</summary>
    Soft,

    /// <summary>The beginning, a full stop, a colon, a new line.</summary>
    Hard,
}

/// <param name="Start">In the plain text, as the length.</param>
/// <param name="Length">Without 's.</param>
internal readonly record struct Word(
    int Start, int Length, Traits Traits, Gap Before, bool IsCapital, bool IsInCapitals, bool IsPossessive,
        bool HasDigit)
{
    public int End => Start + Length;

    public bool Is(Traits any) => (Traits & any) != 0;

    /// <summary>A name and nothing else that the lists know.</summary>
    public bool IsPure => Is(Traits.Name) && !Is(Traits.Other) && Length > 2;

    public bool IsUnknown => (Traits & ~Traits.Verb) == Traits.None && Length > 2 && !HasDigit;
}

/// <summary>The words and numbers of a text, with what the lists say of each.</summary>
internal sealed class Words
{
    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?:;•*");

    private readonly PlainText _text;
    private readonly List<Word> _words = [];

    public Words(PlainText text)
    {
        _text = text;
        var plain = text.Text;
        var end = 0;
        for (var at = 0; at < plain.Length;)
        {
            if (!char.IsLetterOrDigit(plain[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (char.IsLetterOrDigit(text.At(at)) || (text.At(at) == '\'' && char.IsLetter(text.At(at + 1))))
            {
                at++;
            }

            _words.Add(Read(start, at, end));
            end = at;
        }

        LetterShare = ShareOfCapitals();
        IsTitleCase = HasManyTitles();
    }

    public int Count => _words.Count;

    /// <summary>Of all words that may be written in capitals, how many are: a text that shouts tells nothing by
    /// them.</summary>
    public double LetterShare { get; }

    /// <summary>Ordinary Words Begin With Capitals, So They Tell Less.</summary>
    public bool IsTitleCase { get; }

    public Word this[int index] => _words[index];

    public ReadOnlySpan<char> Key(int index) => _text.Text.AsSpan(_words[index].Start, _words[index].Length);

    public bool Is(int index, string key) =>
        index >= 0 && index < _words.Count && Key(index).Equals(key, StringComparison.Ordinal);

    public bool IsOneOf(int index, HashSet<string>.AlternateLookup<ReadOnlySpan<char>> keys) =>
        index >= 0 && index < _words.Count && keys.Contains(Key(index));

    /// <summary>What stands between word <paramref name="index"/> and the one before.</summary>
    public ReadOnlySpan<char> GapText(int index)
    {
        var from = index == 0 ? 0 : EndWithPossessive(index - 1);
        return _text.Text.AsSpan(from, _words[index].Start - from);
    }

    private int EndWithPossessive(int index)
    {
        var end = _words[index].End;
        return _words[index].IsPossessive ? Math.Min(_text.Text.Length, end + 2) : end;
    }

    private Word Read(int start, int end, int before)
    {
        var key = _text.Text.AsSpan(start, end - start);
        var lexicon = Lexicon.Instance;
        var traits = lexicon.Of(key);
        var isPossessive = false;
        if (key.Length > 3 && key.EndsWith("'S"))
        {
            isPossessive = true;
            traits |= lexicon.Of(key[..^2]);
            key = key[..^2];
        }
        else if (key.Contains('\'') && traits == Traits.None)
        {
            traits = Joined(key);
        }

        var hasDigit = key.ContainsAnyInRange('0', '9');
        return new Word(
            start, key.Length, traits, GapBefore(before, start), _text.IsCapital(start),
            key.Length > 1 && _text.IsCapital(start) && _text.IsInCapitals(start, key.Length), isPossessive, hasDigit);
    }

    /// <summary>O'ROURKE as OROURKE, so that the lists need not hold both.</summary>
    private static Traits Joined(ReadOnlySpan<char> key) =>
        Lexicon.Instance.Of(key.ToString().Replace("'", "", StringComparison.Ordinal));

    private Gap GapBefore(int from, int start)
    {
        if (from == 0)
        {
            return Gap.Hard;
        }

        var gap = _text.Text.AsSpan(from, start - from);
        if (gap is "-")
        {
            return Gap.Hyphen;
        }

        if (gap is ". " && char.IsLetter(_text.At(start)) && !_text.IsCapital(start) && !_text.HasNewLine(from, start))
        {
            return Gap.Blank;
        }

        if (gap.ContainsAny(Stops) || _text.HasNewLine(from, start))
        {
            return Gap.Hard;
        }

        return gap.ContainsAnyExcept(' ') ? Gap.Soft : Gap.Blank;
    }

    private bool HasManyTitles()
    {
        var (ordinary, capital) = (0, 0);
        foreach (var word in _words)
        {
            if (word.Before != Gap.Hard && word.Length > 3 && word.Is(Traits.Ordinary) && !word.Is(Traits.Name))
            {
                ordinary++;
                capital += word.IsCapital ? 1 : 0;
            }
        }

        return capital >= 6 && capital * 10 > ordinary * 7;
    }

    private double ShareOfCapitals()
    {
        var long3 = _words.Where(word => word.Length > 3 && !word.HasDigit).ToList();
        return long3.Count == 0 ? 0 : (double)long3.Count(word => word.IsInCapitals) / long3.Count;
    }
}
