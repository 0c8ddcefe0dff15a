using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Evaluations;

internal static class GivenScores
{
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
