using System.Globalization;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Boxes;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Evaluations;

internal sealed class AgreementAppService(
    ITenderingDbContext db, EvaluationReader reader, BoxKeeper keeper, ICurrentUser user)
    : IAgreementAppService
{
    public async Task<EvaluationDto> TakeChairAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var callOff = await reader.HoldAsync(callOffId, CallOffTrigger.TakeChair, ct);
        callOff.Expect(input.Version);
        callOff.TakeChair(Person.From(user));
        return await reader.SavedAsync(callOff, transaction, ct);
    }

    public async Task<EvaluationDto> AgreeAsync(Guid callOffId, Guid bidId, ScoreBidDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var callOff = await reader.HoldAsync(callOffId, CallOffTrigger.Agree, ct);
        callOff.RefuseUnlessChair(user.Id);
        callOff.Expect(input.Version);
        var opened = await db.OpenedBids.SingleOrDefaultAsync(o => o.CallOffId == callOffId && o.BidId == bidId, ct)
            ?? throw new EntityNotFoundException(typeof(Bid), bidId);
        input.Scores.RefuseUnknown(callOff);
        input.Scores.RefuseOutside(bidId, await reader.SheetsAsync(callOffId, ct));
        var now = await db.NowAsync(ct);
        var scores = await db.BidScores.Where(s => s.BidId == bidId).ToListAsync(ct);
        var before = InWords(callOff, opened.Label, input.Scores, scores);
        foreach (var given in input.Scores)
        {
            Give(callOff, scores, given, opened, now);
        }

        callOff.Agree(now, before, InWords(callOff, opened.Label, input.Scores, scores));
        return await reader.SavedAsync(callOff, transaction, ct);
    }

    public async Task<EvaluationDto> AgreeUnanimousAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var callOff = await reader.HoldAsync(callOffId, CallOffTrigger.Agree, ct);
        callOff.RefuseUnlessChair(user.Id);
        callOff.Expect(input.Version);
        var now = await db.NowAsync(ct);
        var sheets = await reader.SheetsAsync(callOffId, ct);
        var agreed = await db.BidScores.Where(s => s.CallOffId == callOffId).ToListAsync(ct);
        foreach (var opened in await db.OpenedBids.Where(o => o.CallOffId == callOffId).OrderBy(o => o.Label).ToListAsync(ct))
        {
            var scores = agreed.Where(s => s.BidId == opened.BidId).ToList();
            List<GiveScoreDto> given =
            [
                .. callOff.Criteria.Where(c => scores.All(s => s.CriterionId != c.Id))
                    .Select(c => Unanimous.Of(sheets, opened.BidId, c.Id, callOff.ChairId))
                    .OfType<GiveScoreDto>(),
            ];
            if (given.Count > 0)
            {
                given.ForEach(one => Give(callOff, scores, one, opened, now));
                callOff.Agree(now, $"{opened.Label}: ", InWords(callOff, opened.Label, given, scores));
            }
        }

        return await reader.SavedAsync(callOff, transaction, ct);
    }

    public async Task<EvaluationDto> LockQualityAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var callOff = await reader.HoldAsync(callOffId, CallOffTrigger.LockQuality, ct);
        callOff.RefuseUnlessChair(user.Id);
        callOff.Expect(input.Version);
        await keeper.EnsureUnchangedAsync(callOffId, ct);
        var bids = await db.OpenedBids.CountAsync(o => o.CallOffId == callOffId, ct);
        var given = await db.BidScores.CountAsync(s => s.CallOffId == callOffId, ct);
        callOff.LockQuality((bids * callOff.Criteria.Count) - given, await db.NowAsync(ct));
        return await reader.SavedAsync(callOff, transaction, ct);
    }

    /// <exception cref="BusinessException">It was agreed before prices were seen, and stands.</exception>
    private void Give(CallOff callOff, List<BidScore> scores, GiveScoreDto given, OpenedBid opened, DateTime now)
    {
        if (scores.SingleOrDefault(s => s.CriterionId == given.CriterionId) is not { } score)
        {
            score = new BidScore
            {
                CallOffId = opened.CallOffId,
                AuthorityId = opened.AuthorityId,
                BidId = opened.BidId,
                CriterionId = given.CriterionId,
                Score = given.Score,
                Reason = given.Reason,
                ScoredById = user.Id,
                ScoredByName = user.Name,
                ScoredAt = now,
            };
            scores.Add(score);
            db.BidScores.Add(score);
        }
        else if (score.Score != given.Score || score.Reason != given.Reason)
        {
            if (callOff.ScoreStands(score.ScoredAt))
            {
                throw new BusinessException(TenderingErrorCodes.ScoreStands).WithData("name", score.ScoredByName);
            }

            (score.Score, score.Reason, score.ScoredById, score.ScoredByName, score.ScoredAt) =
                (given.Score, given.Reason, user.Id, user.Name, now);
        }
    }

    /// <summary>Those of one call, by the names of their criteria in the published order.</summary>
    private static string InWords(
        CallOff callOff, string label, IReadOnlyList<GiveScoreDto> input, IEnumerable<BidScore> scores) =>
        $"{label}: " + string.Join(", ",
            from criterion in callOff.Criteria
            join score in scores on criterion.Id equals score.CriterionId
            where input.Any(given => given.CriterionId == criterion.Id)
            select string.Create(
                CultureInfo.InvariantCulture, $"{criterion.Name} {score.Score}"));
}
