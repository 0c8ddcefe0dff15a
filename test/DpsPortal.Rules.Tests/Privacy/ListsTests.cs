using System.IO.Compression;
using DpsPortal.Rules.Privacy;

namespace DpsPortal.Rules.Tests.Privacy;

public class ListsTests
{
    private const int MostBytes = 600 * 1024;

    private static readonly string Folder =
        Path.Combine(LabelledText.Repository, "src", "DpsPortal.Rules", "Privacy", "Data");

    /// <summary>Issue 6 §1: what the browser loads.</summary>
    [Fact]
    public void All_lists_together_are_small_enough_for_a_browser()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var file in Directory.GetFiles(Folder, "*.txt"))
            {
                gzip.Write(File.ReadAllBytes(file));
            }
        }

        packed.Length.ShouldBeLessThan(MostBytes);
    }

    [Fact]
    public void A_line_is_a_heading_or_a_word_in_small_letters_without_accents()
    {
        foreach (var file in Directory.GetFiles(Folder, "*.txt"))
        {
            File.ReadLines(file).Where(line => !line.StartsWith('#')).ShouldAllBe(
                line => line.Length > 0 && line.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '\'' || c == ' ' || c == '-' || c == '&'),
                Path.GetFileName(file));
        }
    }

    [Theory]
    [InlineData("\u0000")]
    [InlineData("\ud800")]
    [InlineData("Mr \ud800")]
    [InlineData("known as")]
    [InlineData("SW")]
    [InlineData("Dear")]
    [InlineData("A.")]
    [InlineData("\uffff\ufdd0\U0001f4a5\u0301")]
    [InlineData("")]
    public void Any_text_can_be_read(string text) =>
        PrivacyCheck.Read(text, PrivacyCorpusTests.Today).Findings.ShouldBeEmpty();
}
