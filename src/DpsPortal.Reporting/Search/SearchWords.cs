using DpsPortal.Framework.Domain;

namespace DpsPortal.Reporting.Search;

/// <param name="Patterns">Of every word, for <c>ilike</c>; the longest first, for these are looked up.</param>
internal sealed record SearchWords(IReadOnlyList<string> Patterns)
{
    public static SearchWords Of(string search)
    {
        var words = search.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(w => w.Count(char.IsLetterOrDigit)).ThenByDescending(w => w.Length).ToList();
        return words.Count > 0 && words[0].Length >= SearchConsts.MinWordLength
            ? new SearchWords([.. words.Select(PatternOf)])
            : throw new InvalidInputException(
                "search", $"Enter a word of at least {SearchConsts.MinWordLength} characters to search for.");
    }

    /// <summary>Taken as written: a sign of a pattern is a sign like any other.</summary>
    private static string PatternOf(string word) =>
        $"%{word.Replace("\\", "\\\\").Replace("%", "\\%").Replace("_", "\\_")}%";
}
