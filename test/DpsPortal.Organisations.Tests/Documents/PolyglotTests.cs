using System.Text;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Documents.Checks;
using DpsPortal.Organisations.Documents.Cleaning;

namespace DpsPortal.Organisations.Tests.Documents;

/// <summary>Threat T18: a file that is two kinds at once, or another kind than its name says.</summary>
public sealed class PolyglotTests
{
    private const string Html = "<html><script>alert('zq')</script></html>";
    private const string Php = "<?php system($_GET['zq']); ?>";

    private static readonly (string Name, byte[] Content)[] Kinds =
    [
        ("pdf", Files.Pdf()), ("docx", Files.Docx()), ("xlsx", Files.Xlsx()), ("jpg", Files.Jpg()), ("png", Files.Png()),
        ("gif", "GIF89a\u0001\0\u0001\0;"u8.ToArray()), ("html", Encoding.ASCII.GetBytes(Html)),
        ("exe", "MZ\u0090\0\u0003\0\0\0"u8.ToArray()), ("zip", Files.Zip([("a.txt", "a")])),
    ];

    public static TheoryData<DocumentKind, string> OtherKinds
    {
        get
        {
            var data = new TheoryData<DocumentKind, string>();
            foreach (var kind in Enum.GetValues<DocumentKind>())
            {
                foreach (var (name, _) in Kinds.Where(k => !k.Name.Equals(
                             kind.ToString(), StringComparison.OrdinalIgnoreCase)))
                {
                    data.Add(kind, name);
                }
            }

            return data;
        }
    }

    /// <summary>Refused, or what is served holds nothing of the second kind.</summary>
    public static TheoryData<string, DocumentKind, byte[]> TwoAtOnce => new()
    {
        { "PDF, then HTML", DocumentKind.Pdf, Files.Pdf(after: Html) },
        { "PDF, then a zip", DocumentKind.Pdf, Joined(Files.Pdf(), ZqZip()) },
        { "PDF in a zip's comment", DocumentKind.Pdf, Joined(ZqZip(), Files.Pdf()) },
        { "HTML, then PDF", DocumentKind.Pdf, Joined(Encoding.ASCII.GetBytes(Html), Files.Pdf()) },
        { "PDF within a zip's frame", DocumentKind.Pdf, Framed() },
        { "JPG, then a JAR", DocumentKind.Jpg, Joined(Files.Jpg(), ZqZip()) },
        { "JPG, then PHP", DocumentKind.Jpg, Joined(Files.Jpg(), Encoding.ASCII.GetBytes(Php), [0xFF, 0xD9]) },
        { "JPG with PHP in its comment", DocumentKind.Jpg, Files.Jpg(Files.Segment(0xFE, Php)) },
        { "JPG with HTML in its EXIF", DocumentKind.Jpg, Files.Jpg(Files.Exif(1, Html)) },
        { "JPG with a PDF in a segment", DocumentKind.Jpg, Files.Jpg(Files.Segment(0xE5, "%PDF-1.4 zq %%EOF")) },
        { "JPG with script in JFIF's extension", DocumentKind.Jpg, Files.Jpg(Files.Segment(0xE0, "JFXX\0" + Html)) },
        { "PNG, then HTML", DocumentKind.Png, Joined(Files.Png(), Encoding.ASCII.GetBytes(Html)) },
        { "PNG, then a zip", DocumentKind.Png, Joined(Files.Png(), ZqZip()) },
        { "PNG with PHP in a text", DocumentKind.Png, Files.Png(("tEXt", "c\0" + Php)) },
        { "PNG with HTML in an unknown chunk", DocumentKind.Png, Files.Png(("zqZq", Html)) },
        { "DOCX, then HTML", DocumentKind.Docx, Joined(Files.Docx(), Encoding.ASCII.GetBytes(Html)) },
        { "HTML, then DOCX", DocumentKind.Docx, Joined(Encoding.ASCII.GetBytes(Html), Files.Docx()) },
        { "JPG, then DOCX", DocumentKind.Docx, Joined(Files.Jpg(), Files.Docx()) },
        { "DOCX, then a zip", DocumentKind.Docx, Joined(Files.Docx(), ZqZip()) },
        { "XLSX, then a PDF", DocumentKind.Xlsx, Joined(Files.Xlsx(), Files.Pdf("% zq")) },
        { "CSV with a script further down", DocumentKind.Csv, "a,b\n1,<SCRIPT>zq</script>"u8.ToArray() },
        { "CSV with PHP", DocumentKind.Csv, Encoding.ASCII.GetBytes("a,b\n" + Php) },
        { "CSV with an SVG", DocumentKind.Csv, "a\n<svg onload=zq()>"u8.ToArray() },
    };

    [Theory, MemberData(nameof(OtherKinds))]
    public void T18_A_file_of_another_kind_is_refused(DocumentKind said, string isReally)
    {
        var content = Kinds.Single(k => k.Name == isReally).Content;

        DocumentChecks.FirstRefusal(said, new MemoryStream(content)).ShouldNotBeNull();
    }

    [Theory, MemberData(nameof(TwoAtOnce))]
    public void T18_Nothing_of_a_second_kind_is_served(string what, DocumentKind kind, byte[] file)
    {
        if (DocumentChecks.FirstRefusal(kind, new MemoryStream(file)) is null)
        {
            var served = MetadataRemoval.Clean(kind, file) ?? file;

            Files.AllOf(served).ShouldNotContain("zq", customMessage: what);
        }
    }

    [Fact]
    public void T18_The_corpus_has_at_least_forty_files() =>
        (OtherKinds.Count + TwoAtOnce.Count).ShouldBeGreaterThanOrEqualTo(40);

    private static byte[] ZqZip() => Files.Zip([("zq.class", "zq")]);

    /// <summary>Begins as a PDF and ends as a zip whose comment is the PDF's end.</summary>
    private static byte[] Framed()
    {
        byte[] file = [.. Files.Pdf(), .. ZqZip()];
        var end = "\n%%EOF\n"u8.ToArray();
        file[^2] = (byte)end.Length;
        return [.. file, .. end];
    }

    private static byte[] Joined(params byte[][] files) => [.. files.SelectMany(f => f)];
}
