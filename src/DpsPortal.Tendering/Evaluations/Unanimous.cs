namespace DpsPortal.Tendering.Evaluations;

/// <summary>What every evaluator scored the same needs no discussion.</summary>
internal static class Unanimous
{
    /// <returns>
    /// With the reason of the chair where they scored too, else of the first by name; null where they differ.
    /// </returns>
    public static GiveScoreDto? Of(IReadOnlyList<ScoreSheet> sheets, Guid bidId, string criterionId, Guid? chairId)
    {
        var given = sheets.Where(s => s.Counts)
            .Select(s => (s.EvaluatorId, Score: s.Of(bidId, criterionId)))
            .Where(s => s.Score is not null).ToList();
        if (given.Select(s => s.Score!.Score).Distinct().Count() != 1)
        {
            return null;
        }

        var chosen = given.Find(s => s.EvaluatorId == chairId).Score ?? given[0].Score!;
        return new GiveScoreDto { CriterionId = criterionId, Score = chosen.Score, Reason = chosen.Reason };
    }
}
