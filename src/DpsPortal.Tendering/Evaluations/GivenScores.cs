using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Evaluations;

internal static class GivenScores
{
    /// <exception cref="InvalidInputException">An agreed score that is lower, or higher, than every evaluator's.</exception>
    public static void RefuseOutside(
        this IReadOnlyList<GiveScoreDto> scores, Guid bidId, IReadOnlyList<ScoreSheet> sheets)
    {
        for (var i = 0; i < scores.Count; i++)
        {
            var given = sheets.Where(s => s.Counts).Select(s => s.Of(bidId, scores[i].CriterionId)?.Score)
                .OfType<int>().ToList();
            if (given.Count > 0 && (scores[i].Score < given.Min() || scores[i].Score > given.Max()))
            {
                throw new InvalidInputException(
                    $"scores[{i}].score",
                    given.Min() == given.Max()
                        ? $"All evaluators gave {given.Min()}. Agree that score."
                        : $"Agree a score from {given.Min()} to {given.Max()}: the evaluators gave none outside.");
            }
        }
    }

    /// <exception cref="InvalidInputException">A criterion that was not published, twice the same, or no reason.</exception>
    public static void RefuseUnknown(this IReadOnlyList<GiveScoreDto> scores, CallOff callOff)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < scores.Count; i++)
        {
            var given = scores[i];
            if (callOff.Criteria.All(c => c.Id != given.CriterionId) || !seen.Add(given.CriterionId))
            {
                throw new InvalidInputException($"scores[{i}].criterionId", "Score each published criterion once.");
            }

            if (string.IsNullOrWhiteSpace(given.Reason))
            {
                throw new InvalidInputException($"scores[{i}].reason", "Give a reason for the score.");
            }
        }
    }
}
