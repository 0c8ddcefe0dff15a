using System.Text;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Documents.Checks;

namespace DpsPortal.Organisations.Tests.Documents;

/// <summary>ASVS 5.2.6: a picture of more pixels than a program should have to hold.</summary>
public sealed class PictureSizeTests
{
    private const string TooLarge = OrganisationsErrorCodes.DocumentPictureTooLarge;
    private const string Broken = OrganisationsErrorCodes.DocumentContentMismatch;

    [Theory]
    [InlineData(1, 1, null)]
    [InlineData(10_000, 9_999, null)]
    [InlineData(10_000, 10_000, null)]
    [InlineData(10_000, 10_001, TooLarge)]
    [InlineData(10_001, 10_000, TooLarge)]
    [InlineData(60_000, 60_000, TooLarge)]
    [InlineData(0, 60_000, Broken)]
    [InlineData(60_000, 0, Broken)]
    public void A_picture_has_at_most_a_hundred_million_pixels(int width, int height, string? refusal)
    {
        var (png, jpg) = (Files.PngOf(((uint)width, (uint)height)), Files.JpgOf((width, height)));

        Refusal(DocumentKind.Png, png).ShouldBe(refusal);
        Refusal(DocumentKind.Jpg, jpg).ShouldBe(refusal);
        Refusal(DocumentKind.Docx, Holding("word/media/a.png", png)).ShouldBe(refusal);
        Refusal(DocumentKind.Docx, Holding("word/media/a.tmp", jpg)).ShouldBe(refusal);
    }

    [Theory]
    [InlineData(100_000_000, 1, null)]
    [InlineData(100_000_001, 1, TooLarge)]
    [InlineData(1, 100_000_001, TooLarge)]
    [InlineData(uint.MaxValue, uint.MaxValue, TooLarge)]
    public void A_plan_with_sides_beyond_those_of_a_photograph_is_counted_alike(uint width, uint height, string? refusal) =>
        Refusal(DocumentKind.Png, Files.PngOf((width, height))).ShouldBe(refusal);

    [Fact]
    public void A_size_behind_the_first_one_counts_as_well()
    {
        Refusal(DocumentKind.Png, Files.PngOf((1, 1), (60_000, 60_000))).ShouldBe(TooLarge);
        Refusal(DocumentKind.Jpg, Files.JpgOf((1, 1), (60_000, 60_000))).ShouldBe(TooLarge);
    }

    [Fact]
    public void A_workbooks_pictures_count_as_well() =>
        Refusal(DocumentKind.Xlsx, Files.Xlsx(parts: ("xl/media/a.png", Text(Files.PngOf((60_000, 60_000))))))
            .ShouldBe(TooLarge);

    private static byte[] Holding(string part, byte[] picture) => Files.Docx(parts: (part, Text(picture)));

    private static string Text(byte[] picture) => Encoding.Latin1.GetString(picture);

    private static string? Refusal(DocumentKind kind, byte[] file) =>
        DocumentChecks.FirstRefusal(kind, new MemoryStream(file));
}
