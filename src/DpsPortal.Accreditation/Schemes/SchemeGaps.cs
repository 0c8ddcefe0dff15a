using System.Globalization;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>What a draft still needs before it can be published, each with the rule that asks for it.</summary>
internal static class SchemeGaps
{
    public static IReadOnlyList<SchemeGapDto> Of(Scheme scheme) =>
        scheme.State == SchemeState.Draft ? [.. Find(scheme, RegimeRules.Of(scheme.Regime))] : [];

    private static IEnumerable<SchemeGapDto> Find(Scheme scheme, RegimeRules rules)
    {
        var conditions = rules.SourceOf(RegimeSubject.Conditions);
        foreach (var (i, lot) in scheme.Lots.OrderBy(l => l.Number).Index())
        {
            if (lot.Terms.SelectionCriteria.All(string.IsNullOrWhiteSpace))
            {
                yield return new SchemeGapDto(
                    $"lots[{i}].terms.selectionCriteria",
                    $"Lot {lot.Number}, {lot.Name}: say what a provider has to meet to be admitted.", conditions);
            }
        }

        if (scheme.AdmissionMode == AdmissionMode.Windowed && scheme.Windows.Count == 0)
        {
            yield return new SchemeGapDto(
                "windows", "Enter when providers can join: at least one window.", rules.SourceOf(RegimeSubject.Joining));
        }

        var reopenings = scheme.Windows.Skip(1).Select(w => w.Until).ToList();
        if (rules.NextReopeningDue(scheme.StartsOn, scheme.EndsOn, reopenings) is { } due)
        {
            yield return new SchemeGapDto(
                "windows",
                $"Plan a re-opening that is awarded by {due.ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"))}.",
                rules.SourceOf(RegimeSubject.EndDate));
        }
    }
}
