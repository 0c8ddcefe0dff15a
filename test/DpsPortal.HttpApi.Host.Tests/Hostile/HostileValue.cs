namespace DpsPortal.HttpApi.Host.Tests.Hostile;

/// <summary>Something that no form of ours sends.</summary>
/// <param name="Json">As it stands in the body.</param>
/// <param name="IsRefused">Nothing can take it: the answer has to be a refusal, not merely no failure.</param>
internal sealed record HostileValue(string Name, string Json, bool IsRefused = false)
{
    private static readonly HostileValue Million = new("a million characters", $"\"{new string('x', 1_000_000)}\"", true);

    /// <summary>Under the limit of a body, above that of every text.</summary>
    private static readonly HostileValue Long = new("100,000 characters", $"\"{new string('x', 100_000)}\"");

    private static readonly HostileValue[] Everywhere =
    [
        new("null", "null"),
        new("half a character", "\"\\ud800\"", true),
        new("a number beyond all numbers", "1e400", true),
        new("twenty digits", "99999999999999999999", true),
    ];

    private static readonly HostileValue[] Texts =
    [
        new("a number", "5", true),
        new("an object", "{}", true),
        new("an empty text", "\"\""),
        new("a NUL", "\"a\\u0000b\""),
        new("control characters", "\"\\u0001\\u001b\\u007f\\u202e\""),
        new("markup", "\"<script>'; drop table x; -- {0} %s ${y}\""),
        Long,
    ];

    private static readonly HostileValue[] Numbers =
    [
        new("a text", "\"x\"", true),
        new("a number as text", "\"1\"", true),
        new("below nought", "-1"),
        new("a fraction", "0.123456789"),
        new("the largest of 32 bits", "2147483647"),
        new("one more than 32 bits", "4294967296"),
        new("the largest of 64 bits", "9223372036854775807"),
        new("the largest decimal", "79228162514264337593543950335"),
        new("the smallest of 64 bits", "-9223372036854775808"),
    ];

    public static IEnumerable<HostileValue> For(BodyField field) => Everywhere.Concat(field switch
    {
        { Type: "string", Format: "date" } =>
        [
            .. Texts, new("the first day", "\"0001-01-01\""), new("the last day", "\"9999-12-31\""),
            new("no day", "\"2026-02-30\"", true),
        ],
        { Type: "string", Format: "date-time" } =>
        [
            .. Texts, new("the first instant", "\"0001-01-01T00:00:00Z\""),
            new("before the first instant", "\"0001-01-01T00:00:00+14:00\""),
            new("the last instant", "\"9999-12-31T23:59:59.9999999Z\""),
            new("after the last instant", "\"9999-12-31T23:59:59-14:00\""),
        ],
        { Type: "string", Format: "uuid" } => [.. Texts, new("no identity", "\"not-an-id\"", true)],
        { Type: "string" } => Texts,
        { Type: "enum" } => [.. Texts, new("no such value", "\"NoSuchValue\"", true), new("its number", "\"999\"", true)],
        { Type: "integer" or "number" } => Numbers,
        { Type: "boolean" } => [new("a text", "\"x\"", true), new("a number", "1", true)],
        { Type: "array" } =>
        [
            new("an object", "{}", true), new("nothing in it", "[]"), new("null in it", "[null]"),
            new("far too many", $"[{string.Join(',', Enumerable.Repeat("null", 20_000))}]"),
        ],
        _ => [new("a list", "[]", true), new("nothing in it", "{}"), new("an unknown member", "{\"__proto__\":1}", true)],
    });

    /// <summary>Once for a body is enough: its size is refused before its text is read.</summary>
    public static HostileValue TooLarge => Million;

    public static IReadOnlyList<string> InQueries =>
    [
        "", "x", "%00", "%0d%0aX-Injected:%201", "%ed%a0%80", "%ff", "-1", "0", "2147483647", "2147483648",
        "99999999999999999999", "1e400", "NaN", "0001-01-01", "9999-12-31", "2026-02-30", "9999-12-31T23:59:59-14:00",
        "0001-01-01T00:00:00%2B14:00", "%25_%5c", "'%3B--", "%5B%5D", "%F0%9F%92%A5", new string('x', 4_000),
    ];
}
