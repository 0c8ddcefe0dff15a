using System.Text;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Documents.Checks;

namespace DpsPortal.Organisations.Tests.Documents;

public sealed class DocumentChecksTests
{
    [Theory]
    [InlineData(DocumentKind.Pdf, "%PDF-1.4\n%%EOF")]
    [InlineData(DocumentKind.Csv, "name,weekly\nAlder House,420.00\n")]
    public void Content_of_its_kind_is_taken(DocumentKind kind, string content) => Refusal(kind, content).ShouldBeNull();

    [Theory]
    [InlineData(DocumentKind.Pdf, "%PDF-1.4\nno end")]
    [InlineData(DocumentKind.Pdf, "<html>%PDF-1.4 %%EOF</html>")]
    [InlineData(DocumentKind.Csv, "  <script>alert(1)</script>")]
    [InlineData(DocumentKind.Csv, "a\0b")]
    [InlineData(DocumentKind.Csv, "%PDF-1.4\n%%EOF")]
    [InlineData(DocumentKind.Png, "GIF89a")]
    [InlineData(DocumentKind.Jpg, "not a picture")]
    [InlineData(DocumentKind.Docx, "not an archive")]
    [InlineData(DocumentKind.Xlsx, "PK\u0003\u0004 broken")]
    public void Content_of_another_kind_is_refused(DocumentKind kind, string content) =>
        Refusal(kind, content).ShouldNotBeNull();

    private static string? Refusal(DocumentKind kind, string content)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(content));
        return DocumentChecks.FirstRefusal(kind, stream);
    }
}
