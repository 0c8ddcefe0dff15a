namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Whether a text says the name of an organisation, as somebody reads it: however it is spaced or cased, with or without
/// its legal form.
/// </summary>
public static class OwnName
{
    /// <summary>A name that is shorter says too little: "Ace" is in every "place".</summary>
    private const int Shortest = 5;

    private static readonly HashSet<string> LegalForms =
        ["LTD", "LIMITED", "LLP", "LLC", "PLC", "CIC", "CIO", "COMMUNITY", "INTEREST", "COMPANY", "INCORPORATED", "INC"];

    public static bool IsIn(string text, string name)
    {
        var words = WordsOf(name);
        var said = Joined(WordsOf(text));
        var core = Joined([.. words.TakeWhile(w => !LegalForms.Contains(w))]);
        return said.Contains(Joined(words), StringComparison.Ordinal)
            || (core.Length >= Shortest && said.Contains(core, StringComparison.Ordinal));
    }

    private static string[] WordsOf(string text) => new PlainText(text).Text.Split(
        [.. new PlainText(text).Text.Where(c => !char.IsLetterOrDigit(c)).Distinct()],
        StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Between spaces, so that no name begins within a word.</summary>
    private static string Joined(string[] words) => words.Length == 0 ? "" : $" {string.Join(' ', words)} ";
}
