using System.Text;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Documents.Checks;
using DpsPortal.Organisations.Documents.Cleaning;

namespace DpsPortal.Organisations.Tests.Documents;

/// <summary>Threat T37: what a file tells about people without being seen.</summary>
public sealed class MetadataTests
{
    private const string Canary = "zqCanary";
    private const string By = $"w:id=\"1\" w:author=\"{Canary}\" w:date=\"2026-11-01T09:00:00Z\"";
    private const string Run = $"<w:r><w:t>{Canary}</w:t></w:r>";
    private const string Sheet = "<sheets><sheet name=\"Rates\" sheetId=\"1\" r:id=\"rId1\"/></sheets>";
    private const string Xmp = $"<x:xmpmeta><rdf>{Canary}</rdf></x:xmpmeta>";

    public static TheoryData<string, DocumentKind, byte[]> Telling => new()
    {
        { "EXIF", DocumentKind.Jpg, Files.Jpg(Files.Exif(1, Canary)) },
        { "EXIF behind JFIF", DocumentKind.Jpg, Files.Jpg(Files.Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0"), Files.Exif(3, Canary)) },
        { "JFIF's thumbnail", DocumentKind.Jpg, Files.Jpg(Files.Segment(0xE0, "JFIF\0\u0001\u0001\0\0\u0001\0\u0001\u0001\u0003" + Canary)) },
        { "JFIF's extension", DocumentKind.Jpg, Files.Jpg(Files.Segment(0xE0, "JFXX\0" + Canary)) },
        { "XMP in a photograph", DocumentKind.Jpg, Files.Jpg(Files.Segment(0xE1, "http://ns.adobe.com/xap/1.0/\0" + Xmp)) },
        { "colour profile", DocumentKind.Jpg, Files.Jpg(Files.Segment(0xE2, "ICC_PROFILE\0" + Canary)) },
        { "captions", DocumentKind.Jpg, Files.Jpg(Files.Segment(0xED, "Photoshop 3.0\0" + Canary)) },
        { "comment", DocumentKind.Jpg, Files.Jpg(Files.Segment(0xFE, Canary)) },
        { "false Adobe segment", DocumentKind.Jpg, Files.Jpg(Files.Segment(0xEE, "Adobe" + Canary)) },
        { "behind the photograph", DocumentKind.Jpg, [.. Files.Jpg(), .. Encoding.ASCII.GetBytes(Canary), 0xFF, 0xD9] },
        { "text", DocumentKind.Png, Files.Png(("tEXt", "Author\0" + Canary)) },
        { "text of any language", DocumentKind.Png, Files.Png(("iTXt", "XML:com.adobe.xmp\0\0\0\0\0" + Xmp)) },
        { "EXIF of a plan", DocumentKind.Png, Files.Png(("eXIf", Canary)) },
        { "profile of a plan", DocumentKind.Png, Files.Png(("iCCP", Canary)) },
        { "private chunk", DocumentKind.Png, Files.Png(("prVt", Canary)) },
        { "author", DocumentKind.Pdf, Files.Pdf($"9 0 obj<</Author({Canary})>>endobj") },
        { "title with brackets", DocumentKind.Pdf, Files.Pdf($"9 0 obj<</Title(a \\) (b) {Canary})/Producer(x)>>endobj") },
        { "author in codes", DocumentKind.Pdf, Files.Pdf($"9 0 obj<</Author<{Canary}>>>endobj") },
        { "any other key", DocumentKind.Pdf, Files.Pdf($"9 0 obj<</Company({Canary})>>endobj") },
        { "two versions", DocumentKind.Pdf, Files.Pdf($"9 0 obj<</Author({Canary})>>endobj\n9 0 obj<</Author({Canary}2)>>endobj") },
        { "packed", DocumentKind.Pdf, Files.PackedPdf($"<</Author({Canary})/Title({Canary}{Canary})>>") },
        { "XMP", DocumentKind.Pdf, Files.Pdf($"7 0 obj<</Type/Metadata/Subtype/XML/Length 9>>stream\n{Xmp}\nendstream endobj") },
        { "XMP, packed", DocumentKind.Pdf, PackedXmp() },
        { "author of a text", DocumentKind.Docx, Properties("core-properties", "docProps/core.xml") },
        { "company", DocumentKind.Docx, Properties("extended-properties", "docProps/app.xml") },
        { "own properties", DocumentKind.Docx, Properties("custom-properties", "docProps/custom.xml") },
        { "properties elsewhere", DocumentKind.Docx, Properties("core-properties", "word/details.bin") },
        { "thumbnail", DocumentKind.Docx, Properties("thumbnail", "docProps/thumbnail.emf") },
        { "inserted", DocumentKind.Docx, Files.Docx($"<w:p><w:ins {By}><w:r><w:t>new</w:t></w:r></w:ins></w:p>") },
        { "deleted", DocumentKind.Docx, Files.Docx($"<w:p><w:del {By}><w:r><w:delText>{Canary}</w:delText></w:r></w:del></w:p>") },
        { "moved", DocumentKind.Docx, Files.Docx($"<w:p><w:moveFrom {By}>{Run}</w:moveFrom><w:moveTo {By}><w:r/></w:moveTo></w:p>") },
        { "formatted", DocumentKind.Docx, Files.Docx($"<w:p><w:r><w:rPr><w:rPrChange {By}><w:rPr/></w:rPrChange></w:rPr></w:r></w:p>") },
        { "deleted row", DocumentKind.Docx, Files.Docx($"<w:tbl><w:tr><w:trPr><w:del {By}/></w:trPr><w:tc><w:p>{Run}</w:p></w:tc></w:tr></w:tbl>") },
        { "hidden text", DocumentKind.Docx, Files.Docx($"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>{Canary}</w:t></w:r></w:p>") },
        { "comments", DocumentKind.Docx, Commented() },
        { "remark of a program", DocumentKind.Docx, Files.Docx($"<!--{Canary}--><w:p/>") },
        { "photograph in a text", DocumentKind.Docx, Files.Docx(parts: ("word/media/a.jpg", Encoding.Latin1.GetString(Files.Jpg(Files.Exif(1, Canary))))) },
        { "photograph by another name", DocumentKind.Docx, Files.Docx(parts: ("word/media/a.tmp", Encoding.Latin1.GetString(Files.Jpg(Files.Exif(1, Canary))))) },
        { "deleted in a part of another ending", DocumentKind.Docx, Files.Docx(parts: ("word/document.dat", $"<w:document {Files.W}><w:p><w:del {By}><w:r><w:delText>{Canary}</w:delText></w:r></w:del></w:p></w:document>")) },
        { "deleted in another folder", DocumentKind.Docx, Files.Docx(parts: ("evil/document.xml", $"<w:document {Files.W}><w:p><w:del {By}><w:r><w:delText>{Canary}</w:delText></w:r></w:del></w:p></w:document>")) },
        { "own data", DocumentKind.Docx, Files.Docx(parts: [("word/_rels/document.xml.rels", Files.Relations("customXml|../customXml/item1.xml")), ("customXml/item1.xml", $"<a>{Canary}</a>")]) },
        { "author of a workbook", DocumentKind.Xlsx, Files.Xlsx(Sheet, "", ("docProps/core.xml", $"<a>{Canary}</a>")) },
        { "folder of a workbook", DocumentKind.Xlsx, Files.Xlsx($"<absPath url=\"C:\\Users\\{Canary}\"/>" + Sheet) },
        { "who shares a workbook", DocumentKind.Xlsx, Files.Xlsx($"<fileSharing userName=\"{Canary}\"/>" + Sheet) },
        { "remarks on cells", DocumentKind.Xlsx, Files.Xlsx(Sheet, "<legacyDrawing r:id=\"rId2\"/>", ("xl/worksheets/_rels/sheet1.xml.rels", Files.Relations("comments|../comments1.xml")), ("xl/comments1.xml", $"<comments><authors><author>{Canary}</author></authors></comments>")) },
        { "talk on cells", DocumentKind.Xlsx, Files.Xlsx(Sheet, "", ("xl/persons/person.xml", $"<a>{Canary}</a>"), ("xl/threadedComments/t1.xml", $"<a>{Canary}</a>")) },
    };

    public static TheoryData<string, DocumentKind, byte[], string> NotToBeCleaned => new()
    {
        { "hidden sheet", DocumentKind.Xlsx, Files.Xlsx("<sheets><sheet name=\"a\" sheetId=\"1\" state=\"hidden\" r:id=\"rId1\"/></sheets>"), OrganisationsErrorCodes.DocumentHasHiddenSheets },
        { "very hidden sheet", DocumentKind.Xlsx, Files.Xlsx("<sheets><sheet name=\"a\" sheetId=\"1\" state=\"veryHidden\" r:id=\"rId1\"/></sheets>"), OrganisationsErrorCodes.DocumentHasHiddenSheets },
        { "hidden sheet in another folder", DocumentKind.Xlsx, Files.Xlsx(Sheet, "", ("evil/workbook.dat", "<workbook><sheets><sheet name=\"a\" state=\"veryHidden\"/></sheets></workbook>")), OrganisationsErrorCodes.DocumentHasHiddenSheets },
        { "cells deleted in a table", DocumentKind.Docx, Files.Docx($"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel {By}/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>"), OrganisationsErrorCodes.DocumentHasRevisions },
        { "hiding style", DocumentKind.Docx, Files.Docx(parts: ("word/styles.xml", $"<w:styles {Files.W}><w:style w:styleId=\"secret\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>")), OrganisationsErrorCodes.DocumentHasHiddenText },
    };

    [Theory, MemberData(nameof(Telling))]
    public void T37_What_is_served_tells_nothing_that_is_not_seen(string what, DocumentKind kind, byte[] file)
    {
        Files.AllOf(file).ShouldContain(Canary, customMessage: what);
        DocumentChecks.FirstRefusal(kind, new MemoryStream(file)).ShouldBeNull(what);

        var served = MetadataRemoval.Clean(kind, file).ShouldNotBeNull(what);

        Files.AllOf(served).ShouldNotContain(Canary, customMessage: what);
        DocumentChecks.FirstRefusal(kind, new MemoryStream(served)).ShouldBeNull(what);
    }

    [Fact]
    public void T37_The_corpus_has_at_least_forty_files() => Telling.Count.ShouldBeGreaterThanOrEqualTo(40);

    [Theory, MemberData(nameof(NotToBeCleaned))]
    public void T37_What_only_its_author_can_take_out_is_refused(
        string what, DocumentKind kind, byte[] file, string code) =>
        Should.Throw<CannotCleanException>(() => MetadataRemoval.Clean(kind, file), what).Code.ShouldBe(code);

    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(6, 6)]
    [InlineData(8, 8)]
    [InlineData(9, 1)]
    public void T37_A_photograph_stays_the_right_way_up(byte written, int kept)
    {
        var served = MetadataRemoval.Clean(DocumentKind.Jpg, Files.Jpg(Files.Exif(written, Canary)))!;

        JpegCleaner.OrientationOf(served).ShouldBe(kept);
    }

    [Fact]
    public void T37_A_text_reads_as_if_all_changes_were_accepted()
    {
        var file = Files.Docx(
            $"<w:p><w:r><w:t>Before </w:t></w:r><w:ins {By}><w:r><w:t>new </w:t></w:r></w:ins>"
            + $"<w:del {By}><w:r><w:delText>old </w:delText></w:r></w:del><w:r><w:t>after</w:t></w:r></w:p>");

        var text = Files.AllOf(MetadataRemoval.Clean(DocumentKind.Docx, file)!);

        text.ShouldContain("<w:t>Before </w:t></w:r><w:r><w:t>new </w:t></w:r><w:r><w:t>after</w:t>");
    }

    [Fact]
    public void T37_A_signed_PDF_is_served_as_it_was_signed()
    {
        var file = Files.Pdf("8 0 obj<</Type/Sig/ByteRange[0 1 2 3]/Name(Insurer)>>endobj\n9 0 obj<</Author(x)>>endobj");

        MetadataRemoval.Clean(DocumentKind.Pdf, file).ShouldBeNull();
    }

    [Fact]
    public void T37_No_byte_of_a_cleaned_PDF_moves()
    {
        var file = Files.Pdf($"9 0 obj<</Author({Canary})>>endobj");

        MetadataRemoval.Clean(DocumentKind.Pdf, file)!.Length.ShouldBe(file.Length);
    }

    private static byte[] Properties(string kind, string part) => Files.Docx(parts:
    [
        ("word/_rels/document.xml.rels", Files.Relations($"{kind}|/{part}")),
        (part, $"<a>{Canary}</a>"),
    ]);

    private static byte[] Commented() => Files.Docx(
        $"<w:p><w:commentRangeStart w:id=\"1\"/>{"<w:r><w:t>Text</w:t></w:r>"}<w:commentRangeEnd w:id=\"1\"/>"
        + "<w:r><w:commentReference w:id=\"1\"/></w:r></w:p>",
        ("word/_rels/document.xml.rels", Files.Relations("comments|comments.xml")),
        ("word/comments.xml", $"<w:comments {Files.W}><w:comment {By}><w:p>{Run}</w:p></w:comment></w:comments>"),
        ("word/people.xml", $"<w:people {Files.W}><w:person w:author=\"{Canary}\"/></w:people>"));

    private static byte[] PackedXmp()
    {
        var packed = Encoding.Latin1.GetString(Files.Deflate(Encoding.ASCII.GetBytes(Xmp)));
        return Files.Pdf(
            $"7 0 obj<</Type/Metadata/Subtype/XML/Filter/FlateDecode/Length {packed.Length}>>stream\n{packed}\nendstream endobj");
    }
}
