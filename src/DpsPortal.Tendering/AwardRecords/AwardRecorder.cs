using DpsPortal.Framework.Auditing;
using DpsPortal.Rules.Scoring;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.PriceQuestions;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.AwardRecords;

/// <summary>Writes down an award at the moment it is approved.</summary>
internal sealed class AwardRecorder(ITenderingDbContext db, EvaluationReader evaluations, IAuditTrail audit)
{
    /// <param name="bids">Of the approved award, with their results.</param>
    public async Task WriteAsync(
        CallOff callOff, IReadOnlyList<BookedBid> bids, IReadOnlyDictionary<Guid, BidResult> results, DateTime now,
        CancellationToken ct)
    {
        var invitations = await db.Invitations.AsNoTracking().Where(i => i.CallOffId == callOff.Id)
            .OrderBy(i => i.ProviderName).ThenBy(i => i.Id).ToListAsync(ct);
        var sheets = await evaluations.SheetsAsync(callOff.Id, ct);
        var said = (await audit.GetListAsync(nameof(CallOff), callOff.Id, ct))
            .Where(e => e.Action == nameof(CallOff.Declare) && !e.Refused);
        var input = Ranking.InputOf(callOff, bids);
        var award = callOff.Award!;
        var report = Json.Write(new AwardReportDto
        {
            Format = AwardReportDto.CurrentFormat,
            PlacingAuthorityName = callOff.PlacingAuthorityName,
            Reference = callOff.Reference,
            SchemeName = callOff.SchemeName,
            LotName = callOff.LotName,
            PreparedByName = callOff.PreparedByName,
            PublishedByName = callOff.PublishedByName!,
            PublishedAt = callOff.PublishedAt!.Value,
            Deadline = callOff.Deadline,
            Extensions = callOff.Extensions,
            Invited = [.. invitations.Select(i => i.ProviderName)],
            Declines =
            [
                .. invitations.Where(i => i.Declined is not null)
                    .Select(i => new DeclinedDto(i.ProviderName, i.Declined!.Value)),
            ],
            Openers = callOff.Openers,
            OpenedAt = callOff.OpenedAt!.Value,
            Interests = [.. said.Select(e => new RecordedInterestDto(e.ActorName, e.At, e.Reason ?? ""))],
            Criteria = callOff.Criteria,
            PriceWeight = callOff.PriceWeight,
            CeilingWeeklyPence = callOff.CeilingWeeklyPence,
            Evaluators = [.. sheets.Select(s => s.ToDto(isCaller: false))],
            ChairName = callOff.ChairName!,
            QualityLockedAt = callOff.QualityLockedAt!.Value,
            Bids = [.. bids.Select(b => Bid(callOff, b, results[b.Opened.BidId], sheets)).OrderBy(b => b.Rank ?? int.MaxValue)],
            Award = award.ToDto(),
            ValuePence = bids.Single(b => b.Opened.BidId == award.BidId).Submitted.WholeTermPence,
            RuleVersion = Evaluation.RuleVersion,
            Input = input,
            Results = Evaluation.Evaluate(input),
        });
        db.AwardRecords.Add(new AwardRecord
        {
            CallOffId = callOff.Id,
            AuthorityId = callOff.PlacingAuthorityId,
            WrittenAt = now,
            Report = report,
            Sha256 = Json.Hash(report),
        });
    }

    private static RecordedBidDto Bid(
        CallOff callOff, BookedBid bid, BidResult result, IReadOnlyList<ScoreSheet> sheets) => new(
        bid.Opened.BidId, bid.Submitted.ProviderName, bid.Opened.Label, bid.Submitted.TotalWeeklyPence,
        bid.Submitted.WholeTermPence,
        [.. bid.Scores.Select(s => s.ToDto(callOff))],
        [.. sheets.Where(s => s.Counts).SelectMany(s => s.OfBid(bid.Opened.BidId, mine: false))],
        result.PriceScore, result.QualityScore, result.Total, result.Rank, result.TieDecidedBy,
        result.GateFailures.Count > 0 || result.DisqualifiedReason is null
            ? result.GateFailures
            : [result.DisqualifiedReason],
        Asked(bid.PriceQuestion), bid.Use.Known().References, bid.Use.Said?.ToDto());

    private static RecordedPriceQuestionDto? Asked(PriceQuestion? question) => question is null
        ? null
        : new RecordedPriceQuestionDto(
            question.Question, question.AskedByName, question.AskedAt, question.Answer, question.AnsweredAt,
            question.State.ToString(), question.DecidedByName, question.DecisionReason);
}
