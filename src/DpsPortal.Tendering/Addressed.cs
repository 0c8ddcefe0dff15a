namespace DpsPortal.Tendering;

/// <summary>What is said about a provider to others, said to the provider itself.</summary>
internal static class Addressed
{
    /// <summary>The longer phrase before the shorter one that begins it.</summary>
    private static readonly (string About, string To)[] Phrases =
    [
        ("The provider’s", "Your"),
        ("the provider’s", "your"),
        ("The provider is", "You are"),
        ("the provider is", "you are"),
        ("The home", "Your home"),
    ];

    public static string ToYou(string sentences) => Phrases.Aggregate(
        sentences, (text, phrase) => text.Replace(phrase.About, phrase.To, StringComparison.Ordinal));
}
