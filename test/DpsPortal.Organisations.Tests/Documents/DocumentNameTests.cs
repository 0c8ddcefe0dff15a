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
}
