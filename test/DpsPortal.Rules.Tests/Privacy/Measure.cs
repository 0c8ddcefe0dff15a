using System.Globalization;
using DpsPortal.Rules.Privacy;

namespace DpsPortal.Rules.Tests.Privacy;

/// <summary>
/// How many spans of a kind were found. A span is found when a finding of its kind overlaps it; a finding is right when
/// it overlaps a span of its kind.
/// </summary>
internal sealed class Measure
{
    public int Spans { get; private set; }
    public int Found { get; private set; }
    public int Findings { get; private set; }
    public int Right { get; private set; }

    /// <summary>Found to the character.</summary>
    public int Exact { get; private set; }

    public double Recall => Spans == 0 ? 1 : (double)Found / Spans;
    public double Precision => Findings == 0 ? 1 : (double)Right / Findings;
    public double F2 => Precision + Recall == 0 ? 0 : 5 * Precision * Recall / ((4 * Precision) + Recall);

    public static Measure Of(IEnumerable<(LabelledText Text, PrivacyReading Reading)> read, Func<IdentifierKind,
        bool> counts)
    {
        var measure = new Measure();
        foreach (var (text, reading) in read)
        {
            var spans = text.Spans.Where(s => counts(s.Kind)).ToList();
            var findings = reading.Findings.Where(f => counts(f.Kind)).ToList();
            measure.Spans += spans.Count;
            measure.Findings += findings.Count;
            measure.Found += spans.Count(s => findings.Any(f => f.Kind == s.Kind && Overlap(s, f)));
            measure.Right += findings.Count(f => spans.Any(s => f.Kind == s.Kind && Overlap(s, f)));
            measure.Exact += spans.Count(findings.Contains);
        }

        return measure;
    }

    public static bool Overlap(Finding one, Finding two) =>
        one.Start < two.Start + two.Length && two.Start < one.Start + one.Length;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Spans} | {Recall:0.000} | {Precision:0.000} | {F2:0.000} | {Exact}");
}
