using System.Text.RegularExpressions;

namespace DpsPortal.Rules.Privacy;

/// <summary>Email addresses, also those that are spelled out, and names on social media.</summary>
internal static class OnlineNames
{
    private static readonly Regex Email = Pattern.Of(
        @"[A-Z0-9._%+'-]+ ?@ ?[A-Z][A-Z0-9-]*(?:\.[A-Z0-9-]+)*\.[A-Z]{2,}"
            + @"|[A-Z0-9._%+'-]+@[A-Z0-9-]+(?:\.[A-Z0-9-]+)*\.[A-Z]{2,}"
            + @"|[A-Z0-9._%+'-]+ ?@ ?(?:GMAIL|GOOGLEMAIL|HOTMAIL|OUTLOOK|YAHOO|ICLOUD|PROTONMAIL|AOL)\b"
            + @"|[A-Z0-9._%+'-]+ ?[(\[{] ?AT ?[)\]}] ?[A-Z0-9-]+(?: ?(?:\.|[(\[{] ?DOT ?[)\]}]| DOT ) ?[A-Z0-9-]+)+"
            + @"|(?:[A-Z0-9_%+'-]+ DOT ){0,2}[A-Z0-9._%+'-]+ AT [A-Z0-9-]+(?:(?: DOT "
            + @"| ?[(\[{] ?DOT ?[)\]}] ?)[A-Z0-9-]+){1,3}");

    private static readonly Regex Handle = Pattern.Of(@"@[A-Z_][A-Z0-9_.]{1,29}");

    private static readonly Regex Page = Pattern.Of(
        @"\b(?:INSTAGRAM|TIKTOK|SNAPCHAT|FACEBOOK|TWITTER|X|T)\.(?:COM|ME)/[A-Z0-9@_./-]+");

    private static readonly Regex Named = Pattern.Of(
        @"\b(?:INSTA|INSTAGRAM|IG|SNAP|SNAPCHAT|TIKTOK|FACEBOOK|FB|DISCORD|TWITTER)\b[ :=-]{1,3}"
            + @"(?:(?:IS|HANDLE|USERNAME|USER NAME|NAME|ACCOUNT)[ :=-]{1,3}){0,2}([A-Z0-9_.]{2,30})");

    private static readonly Regex NamedBefore = Pattern.Of(
        @"([A-Z0-9_.]{3,30}) ON (?:INSTA|INSTAGRAM|IG|SNAP|SNAPCHAT|TIKTOK|FACEBOOK|FB|DISCORD|TWITTER|ROBLOX)\b");

    private static readonly Regex Handled = Pattern.Of(
        @"\b(?:HANDLE|USERNAME|USER NAME|GAMERTAG|GAMER TAG|SCREEN ?NAME|PSN|PSN ID|DISCORD|ACCOUNT NAME|SNAPCHAT"
            + @"|SNAP|INSTA|INSTAGRAM|TIKTOK|IG|POSTS AS|ONLINE AS|ON (?:INSTA|INSTAGRAM|SNAP|SNAPCHAT|TIKTOK"
            + @"|FACEBOOK|FB|TWITTER|ROBLOX|DISCORD) (?:AS|IS)|FACEBOOK AS)"
            + @"(?: NAME| ID| ACCOUNT| HANDLE| USERNAME)?[ :=-]{1,3}(?:IS |ON [A-Z]+ IS "
            + @"|AS )?[@'""]?([A-Z0-9_.#]{3,30})");

    public static IEnumerable<Finding> Emails(PlainText text) =>
        from match in Email.Matches(text.WithUnderscores)
        where !IsHandle(match.Value)
        select text.Finding(IdentifierKind.Email, match.Index, match.Length);

    /// <summary>"insta @tugz.nw": a blank before the sign and none after.</summary>
    private static bool IsHandle(string value)
    {
        var sign = value.IndexOf('@', StringComparison.Ordinal);
        return sign > 0 && value[sign - 1] == ' ' && value[sign + 1] != ' '
            && !Domains.Any(end => value.EndsWith(end, StringComparison.Ordinal));
    }

    private static readonly string[] Domains = [".COM", ".ORG", ".NET", ".UK", ".EU"];

    public static IEnumerable<Finding> Handles(PlainText text) =>
        from found in ((Regex[])[Handle, Page, Named, NamedBefore]).SelectMany(pattern => pattern.Matches(text.WithUnderscores))
        let name = found.Groups.Count > 1 ? found.Groups[1] : found
        where found.Groups.Count == 1 || IsMadeUp(name.ValueSpan)
        where !char.IsAsciiLetterOrDigit(text.At(found.Index - 1))
        let length = name.Value.TrimEnd('.', '/').Length
        where length > 1
        select text.Finding(IdentifierKind.SocialMediaHandle, name.Index, length);

    /// <summary>After "handle", "username", "posts as" and the like any word that no dictionary has.</summary>
    public static IEnumerable<Finding> Called(PlainText text) =>
        from match in Handled.Matches(text.WithUnderscores)
        let name = match.Groups[1]
        let length = name.Value.TrimEnd('.').Length
        where length > 2 && (IsMadeUp(name.ValueSpan) || Lexicon.Instance.Of(name.ValueSpan[..length]) == Traits.None)
        select text.Finding(IdentifierKind.SocialMediaHandle, name.Index, length);

    /// <summary>No word of the language: it has a figure, an underscore or a dot within.</summary>
    private static bool IsMadeUp(ReadOnlySpan<char> name) =>
        name.ContainsAnyInRange('A', 'Z')
        && (name.ContainsAnyInRange('0', '9') || name.Contains('_') || name.TrimEnd('.').Contains('.'));
}
