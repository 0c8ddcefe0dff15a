using DpsPortal.Organisations.Documents;

namespace DpsPortal.Organisations.Tests.Documents;

public sealed class DocumentNameTests
{
    [Theory]
    [InlineData("../../etc/policy.pdf", "policy.pdf")]
    [InlineData(@"C:\Users\sam\policy.pdf", "policy.pdf")]
    [InlineData("pol\r\nicy.pdf", "policy.pdf")]
    [InlineData("policy\u202Efdp.exe", "policyfdp.exe")]
    [InlineData("a\0b.pdf", "ab.pdf")]
    [InlineData("\"quoted\".pdf", "quoted.pdf")]
    [InlineData("cafe\u0301.pdf", "caf\u00E9.pdf")]
    [InlineData("...", "")]
    public void A_name_keeps_its_last_part_and_no_character_that_could_harm(string sent, string kept) =>
        DocumentName.Clean(sent).ShouldBe(kept);

    [Theory]
    [InlineData(199)]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(5000)]
    public void A_long_name_is_shortened_and_keeps_its_extension(int length)
    {
        var clean = DocumentName.Clean(new string('a', length - 4) + ".pdf");

        clean.Length.ShouldBe(Math.Min(length, DocumentConsts.MaxNameLength));
        clean.ShouldEndWith(".pdf");
    }

    [Theory]
    [InlineData("a.PDF", DocumentKind.Pdf)]
    [InlineData("a.jpeg", DocumentKind.Jpg)]
    [InlineData("a.xlsx", DocumentKind.Xlsx)]
    public void The_kind_follows_from_the_extension(string name, DocumentKind kind) =>
        DocumentName.KindOf(name).ShouldBe(kind);

    [Theory]
    [InlineData("a.exe")]
    [InlineData("a.docm")]
    [InlineData("a.pdf.exe")]
    [InlineData(".pdf")]
    [InlineData("pdf")]
    public void Other_extensions_have_no_kind(string name) => DocumentName.KindOf(name).ShouldBeNull();

    /// <summary>Five hundred names of letters and of everything that has ever broken a header, a path or a screen.</summary>
    [Fact]
    public void T21_Five_hundred_hostile_names_stay_one_short_plain_name()
    {
        string[] pieces =
        [
            "../", "..\\", "/", "\\", "\0", "\r\n", "\t", "\u202E", "\u200B", "\uFEFF", "\uD83D", "\uDE00", "\U0001F600", "CON",
            "NUL", "a", "\u00E9", "e\u0301", "%00", "%2e%2e%2f", "\"", "'", ";", "filename=", " ", ".", "<b>", "|", "*", "?",
            ":", "\u2028", "\u0085", "\uE000", "\u4E2D", "\u05D0", "&", "#", "$(x)", "`x`", new string('x', 5_000),
        ];
        var random = new Random(21);
        for (var i = 0; i < 500; i++)
        {
            var sent = string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => random.GetItems(pieces, 1)[0])) + ".pdf";

            var kept = DocumentName.Clean(sent);

            kept.Length.ShouldBeInRange(0, DocumentConsts.MaxNameLength);
            kept.ShouldNotContain(c => char.IsControl(c) || c == '/' || c == '\\' || c == '"');
            Path.GetFileName(kept).ShouldBe(kept);
            kept.IsNormalized().ShouldBeTrue();
            DocumentName.Clean(kept).ShouldBe(kept, "Cleaning again changes nothing.");
        }
    }
}
