using System.Text;

namespace DpsPortal.Rules.Standards;

/// <summary>
/// Tells whether two names mean the same authority: a referee's may have no account and no number here. "London
/// Borough of Brent" and "Brent Council" are one; "Leicester" and "Leicestershire" are two.
/// </summary>
public static class AuthorityNames
{
    private static readonly HashSet<string> Forms = new(StringComparer.Ordinal)
    {
        "AND", "AUTHORITY", "BC", "BOROUGH", "CC", "CITY", "COUNCIL", "COUNTY", "DC", "DISTRICT", "LB", "LBC",
        "LONDON", "MBC", "METROPOLITAN", "OF", "RB", "ROYAL", "THE", "UNITARY",
    };

    /// <summary>What is left without the words that say which kind of authority it is; all of them if none is left.</summary>
    public static string KeyOf(string name)
    {
        var words = WordsOf(name);
        var telling = words.Where(word => !Forms.Contains(word)).ToList();
        return string.Join(' ', telling.Count > 0 ? telling : words);
    }

    private static List<string> WordsOf(string name)
    {
        var plain = new StringBuilder(name.Length);
        foreach (var letter in name.Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(letter))
            {
                plain.Append(char.ToUpperInvariant(letter));
            }
            else if (letter is not ('\'' or '’' or '.'))
            {
                plain.Append(' ');
            }
        }

        return [.. plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }
}
