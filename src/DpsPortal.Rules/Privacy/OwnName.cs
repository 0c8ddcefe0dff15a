namespace DpsPortal.Rules.Privacy;

/// <summary>
/// Whether a text says the name of an organisation, as somebody reads it: however it is spaced or cased, with or without
/// its legal form and what many are called.
/// </summary>
public static class OwnName
{
    private static readonly HashSet<string> LegalForms =
        ["LTD", "LIMITED", "LLP", "LLC", "PLC", "CIC", "CIO", "COMMUNITY", "INTEREST", "COMPANY", "INCORPORATED", "INC"];

    private static readonly HashSet<string> Common =
    [
        "HOUSING", "HOUSE", "HOMES", "HOME", "LIVING", "CARE", "SUPPORT", "SUPPORTED", "ACCOMMODATION", "SERVICES", "SERVICE",
        "GROUP", "TRUST", "PROJECT", "ASSOCIATION", "PARTNERSHIP", "UK",
    ];

    public static bool IsIn(string text, string name)
    {
        var words = WordsOf(name);
        var said = Joined(WordsOf(text));
        var withoutForm = words.TakeWhile(w => !LegalForms.Contains(w)).ToArray();
        var core = withoutForm.TakeWhile((w, i) => i == 0 || !Common.Contains(w)).ToArray();
        return ((withoutForm.Length < words.Length || IsTelling(words)) && said.Contains(Joined(words), StringComparison.Ordinal))
            || (IsTelling(withoutForm) && said.Contains(Joined(withoutForm), StringComparison.Ordinal))
            || (IsTelling(core) && said.Contains(Joined(core), StringComparison.Ordinal));
    }

    /// <summary>
    /// Two words in this order, or one that no dictionary has: "care" and "the house" are in many a question.
    /// </summary>
    private static bool IsTelling(string[] words) =>
        (words.Length > 1 && words.Any(w => w != "THE" && !Common.Contains(w))) || (words.Length == 1 && !Lexicon.Instance.Of(words[0]).HasFlag(Traits.Ordinary));

    private static string[] WordsOf(string text) => string.Concat(
            new PlainText(text).Text.Select(c => char.IsLetterOrDigit(c) ? c : ' '))
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Between spaces, so that no name begins within a word.</summary>
    private static string Joined(string[] words) => $" {string.Join(' ', words)} ";
}
