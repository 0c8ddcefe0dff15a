using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>
/// A text as somebody reads it: in capitals, without what cannot be seen, with one kind of space, dash and digit, and
/// letters of other alphabets that look like Latin ones as these. It remembers where each character came from.
/// </summary>
internal sealed class PlainText
{
    /// <summary>How far before a number the word may stand that says what it is, in characters.</summary>
    private const int Reach = 30;

    /// <summary>Letters that one sign may stand for: a ligature, a Roman number.</summary>
    private const int MostLetters = 4;

    private const string LooksAlike = "АВЕЗКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧŁØĐ\u0131";
    private const string Latin = "ABE3KMHOPCTYXIJSABEZHIKMNOPTYXLODI";

    /// <summary>Letters and symbols that show nothing: Hangul fillers.</summary>
    private const string Blank = "\u115F\u1160\u3164\uFFA0";

    private readonly string _original;
    private readonly List<(int Start, int End)> _origins = [];

    public PlainText(string original)
    {
        _original = original;
        var plain = new StringBuilder(original.Length);
        var read = new Dictionary<Rune, string>();
        for (var at = 0; at < original.Length;)
        {
            if (original[at] is var ascii && char.IsAscii(ascii))
            {
                if (char.IsWhiteSpace(ascii) || !char.IsControl(ascii))
                {
                    plain.Append(char.IsWhiteSpace(ascii) ? ' ' : char.ToUpperInvariant(ascii));
                    _origins.Add((at, at + 1));
                }

                at++;
                continue;
            }

            _ = Rune.DecodeFromUtf16(original.AsSpan(at), out var rune, out var length);
            if (!read.TryGetValue(rune, out var letters))
            {
                read.Add(rune, letters = Read(rune));
            }

            foreach (var letter in letters)
            {
                plain.Append(letter);
                _origins.Add((at, at + length));
            }

            at += length;
        }

        WithUnderscores = plain.ToString();
        Text = WithUnderscores.Replace('_', ' ');
    }

    /// <summary>Of the length of <see cref="WithUnderscores"/>, with a space for each of them.</summary>
    public string Text { get; }

    public string WithUnderscores { get; }

    public Finding Finding(IdentifierKind kind, int start, int length)
    {
        var first = _origins[start].Start;
        return new Finding(kind, first, _origins[start + length - 1].End - first);
    }

    /// <summary>What is marked in the text as typed, by character of the plain text.</summary>
    public bool[] Shadow(bool[] marked) => [.. _origins.Select(origin => marked[origin.Start])];

    /// <summary>Whether the character there was written as a capital.</summary>
    public bool IsCapital(int index) =>
        index >= 0 && index < _origins.Count && char.IsUpper(_original[_origins[index].Start]);

    /// <summary>Whether a line ends between the two places.</summary>
    public bool HasNewLine(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (_original[_origins[i].Start] is '\n' or '\r')
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether every letter there was written as a capital.</summary>
    public bool IsInCapitals(int start, int length)
    {
        for (var i = start; i < start + length; i++)
        {
            if (char.IsLower(_original[_origins[i].Start]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>NUL beyond either end.</summary>
    public char At(int index) => index >= 0 && index < Text.Length ? Text[index] : '\0';

    public bool IsAfter(Regex cue, int start, int reach = Reach) =>
        cue.IsMatch(Text.AsSpan(Math.Max(0, start - reach), Math.Min(start, reach)));

    public bool IsBefore(Regex cue, int end, int reach = Reach) =>
        cue.IsMatch(Text.AsSpan(end, Math.Min(Text.Length - end, reach)));

    /// <summary>
    /// Each match from each place, so that nothing is hidden by what stands before it. For patterns of bounded length.
    /// </summary>
    public IEnumerable<Match> Matches(Regex pattern)
    {
        for (var match = pattern.Match(Text); match.Success; match = pattern.Match(Text, NextStart(match.Index)))
        {
            yield return match;
        }
    }

    /// <summary>No identifier begins within a run of figures: that would be looked at as often as it is long.</summary>
    private int NextStart(int index)
    {
        var next = index + 1;
        while (char.IsAsciiDigit(At(next)) && char.IsAsciiDigit(At(next - 1)))
        {
            next++;
        }

        return next;
    }

    private static string Read(Rune rune)
    {
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.Format or UnicodeCategory.Control or UnicodeCategory.NonSpacingMark
                or UnicodeCategory.EnclosingMark or UnicodeCategory.OtherNotAssigned => "",
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator => " ",
            UnicodeCategory.DashPunctuation => "-",
            UnicodeCategory.DecimalDigitNumber =>
                ((int)Rune.GetNumericValue(rune)).ToString(CultureInfo.InvariantCulture),
            _ => rune.Value switch
            {
                0x2212 => "-",
                0x00B7 or 0x2022 or 0x2027 or 0x2219 or 0x22C5 or 0x30FB => ".",
                0x2044 or 0x2215 => "/",
                0x2800 => " ",
                0x2018 or 0x2019 => "'",
                _ when rune.IsBmp && Blank.Contains((char)rune.Value, StringComparison.Ordinal) => "",
                _ => Latinised(rune.ToString().Normalize(NormalizationForm.FormKD)),
            },
        };
    }

    /// <summary>A sign that stands for a whole sentence is none of the letters that hide a name.</summary>
    private static string Latinised(string decomposed) => decomposed.Length > MostLetters ? " " : string.Concat(
        from letter in decomposed
        where CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark
        let capital = char.ToUpperInvariant(letter)
        let alike = LooksAlike.IndexOf(capital, StringComparison.Ordinal)
        select alike < 0 ? capital : Latin[alike]);
}
