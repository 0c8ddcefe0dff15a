using DpsPortal.Rules.Privacy;

namespace DpsPortal.Rules.Tests.Privacy;

/// <summary>The goals of issue 6 §2, on the half the rules were tuned on and on the half they were not.</summary>
public class PrivacyCorpusTests
{
    public static readonly DateOnly Today = new(2026, 11, 27);

    private static readonly List<(LabelledText Text, PrivacyReading Reading)> Read =
        [.. LabelledText.All.Select(text => (text, PrivacyCheck.Read(text.Text, Today)))];

    public static bool IsStructured(IdentifierKind kind) =>
        kind is not (IdentifierKind.PersonName or IdentifierKind.SchoolName or IdentifierKind.UnknownNumber or IdentifierKind.RareFact);

    [Fact]
    public void The_corpus_has_the_size_and_the_share_of_clean_texts_that_was_promised()
    {
        LabelledText.All.Count.ShouldBeGreaterThanOrEqualTo(600);
        LabelledText.All.Count(text => text.IsClean).ShouldBeGreaterThanOrEqualTo(LabelledText.All.Count * 35 / 100);
        LabelledText.All.Select(text => text.Id).ShouldBeUnique();
        LabelledText.All.Count(text =>
            text.IsHeld).ShouldBeInRange(LabelledText.All.Count * 4 / 10, LabelledText.All.Count * 6 / 10);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Structured_identifiers_are_found_and_little_else_is(bool isHeld)
    {
        var measure = Measure.Of(Half(isHeld), IsStructured);

        measure.Recall.ShouldBeGreaterThanOrEqualTo(0.995);
        measure.Precision.ShouldBeGreaterThanOrEqualTo(0.97);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Names_are_found_without_a_list_of_the_childs_own(bool isHeld)
    {
        var measure = Measure.Of(Half(isHeld), kind => kind == IdentifierKind.PersonName);

        measure.Recall.ShouldBeGreaterThanOrEqualTo(0.95);
        measure.Precision.ShouldBeGreaterThanOrEqualTo(0.90);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void No_text_with_a_structured_identifier_is_let_through(bool isHeld) =>
        Half(isHeld).Where(read => read.Text.Spans.Any(span => IsStructured(span.Kind))
            && read.Reading.Findings.Count == 0)
            .Select(read => read.Text.Id).ShouldBeEmpty();

    [Theory, InlineData(false), InlineData(true)]
    public void At_most_one_clean_text_in_twenty_is_blocked(bool isHeld)
    {
        var clean = Half(isHeld).Where(read => read.Text.IsClean).ToList();

        clean.Count(read => read.Reading.Findings.Count > 0).ShouldBeLessThanOrEqualTo(clean.Count / 20);
    }

    [Fact]
    public void Findings_and_warnings_are_in_order_within_the_text_and_never_overlap()
    {
        foreach (var (text, reading) in Read)
        {
            var all = reading.Findings.Concat(reading.Warnings).OrderBy(f => f.Start).ToList();

            all.ShouldAllBe(f => f.Start >= 0 && f.Length > 0 && f.Start + f.Length <= text.Text.Length, text.Id);
            all.Zip(all.Skip(1)).ShouldAllBe(pair =>
                pair.First.Start + pair.First.Length <= pair.Second.Start, text.Id);
            reading.Findings.SequenceEqual(reading.Findings.OrderBy(f => f.Start)).ShouldBeTrue(text.Id);
        }
    }

    [Fact]
    public void The_report_is_of_this_run() =>
        PrivacyReport.Write(Read, Mutations.All.Count, [.. Mutations.All.Where(Mutations.IsMissed)]);

    private static IEnumerable<(LabelledText Text, PrivacyReading Reading)> Half(bool isHeld) =>
        Read.Where(read => read.Text.IsHeld == isHeld);
}
