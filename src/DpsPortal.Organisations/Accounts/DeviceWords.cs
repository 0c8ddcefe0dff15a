namespace DpsPortal.Organisations.Accounts;

/// <summary>What a browser says of itself, in a few words that a person recognises.</summary>
internal static class DeviceWords
{
    /// <summary>The first that matches: many browsers also name those they descend from.</summary>
    private static readonly (string Mark, string Word)[] Browsers =
    [
        ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
        ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Mark, string Word)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
        ("Mac OS X", "Mac"), ("CrOS", "Chromebook"), ("Linux", "Linux"),
    ];

    public static string Of(string? userAgent)
    {
        var browser = Find(Browsers, userAgent) ?? "A browser";
        var system = Find(Systems, userAgent);
        return system is null ? browser : $"{browser} on {system}";
    }

    private static string? Find((string Mark, string Word)[] words, string? userAgent) => Array.Find(
        words, word => userAgent?.Contains(word.Mark, StringComparison.Ordinal) == true).Word;
}
