using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Evaluations;

internal sealed class ScoringAppService(ITenderingDbContext db, EvaluationReader reader, ICurrentUser user)
    : IScoringAppService
{
    public async Task<EvaluationDto> ScoreAsync(Guid callOffId, Guid bidId, ScoreBidDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var callOff = await reader.HoldAsync(callOffId, CallOffTrigger.Score, ct);
        if (!await db.OpenedBids.AnyAsync(o => o.CallOffId == callOffId && o.BidId == bidId, ct))
        {
            throw new EntityNotFoundException(typeof(Bid), bidId);
        }

        input.Scores.RefuseUnknown(callOff);
        callOff.RefuseOnceShown();
        foreach (var standing in await db.BidScores.Where(s => s.BidId == bidId).ToListAsync(ct))
        {
            if (callOff.ScoreStands(standing.ScoredAt) && input.Scores.Any(s => s.CriterionId == standing.CriterionId))
            {
                throw new BusinessException(TenderingErrorCodes.ScoreStands).WithData("name", standing.ScoredByName);
            }
        }

        var sheet = await OwnSheetAsync(callOffId, ct);
        if (sheet is null)
        {
            sheet = new ScoreSheet(callOffId, callOff.PlacingAuthorityId, Person.From(user));
            db.ScoreSheets.Add(sheet);
        }

        sheet.Expect(input.Version);
        var now = await db.NowAsync(ct);
        sheet.Give([.. input.Scores.Select(s => new SheetScore(bidId, s.CriterionId, s.Score, s.Reason, now))]);
        callOff.BeginScoring();
        return await reader.SavedAsync(callOff, transaction, ct);
    }

    public async Task<EvaluationDto> LockAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var callOff = await reader.HoldAsync(callOffId, CallOffTrigger.Score, ct);
        callOff.RefuseOnceShown();
        var sheets = await reader.SheetsAsync(callOffId, ct);
        var sheet = sheets.SingleOrDefault(s => s.EvaluatorId == user.Id)
            ?? new ScoreSheet(callOffId, callOff.PlacingAuthorityId, Person.From(user));
        if (!sheets.Contains(sheet))
        {
            db.ScoreSheets.Add(sheet);
            sheets = [.. sheets, sheet];
        }

        sheet.Expect(input.Version);
        var now = await db.NowAsync(ct);
        sheet.Lock(await ToScoreAsync(callOff, ct) - sheet.Scores.Count, now);
        callOff.Tell(sheet);
        callOff.ShowScoresIfComplete(sheets, now);
        if (sheets.Count(s => s.Counts) < callOff.EvaluatorsNeeded)
        {
            callOff.AskForSecondEvaluator(user.Id);
        }

        return await reader.SavedAsync(callOff, transaction, ct);
    }

    public async Task<EvaluationDto> UnlockAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var callOff = await reader.HoldAsync(callOffId, CallOffTrigger.Score, ct);
        var sheet = await OwnSheetAsync(callOffId, ct) ?? throw new BusinessException(TenderingErrorCodes.ScoresShown);
        sheet.Expect(input.Version);
        sheet.Unlock();
        callOff.Tell(sheet);
        return await reader.SavedAsync(callOff, transaction, ct);
    }

    public async Task<EvaluationDto> SetAsideAsync(
        Guid callOffId, Guid sheetId, SetAsideScoresDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var callOff = await reader.HoldAsync(callOffId, CallOffTrigger.SetAsideScores, ct);
        var sheets = await reader.SheetsAsync(callOffId, ct);
        var sheet = sheets.SingleOrDefault(s => s.Id == sheetId)
            ?? throw new EntityNotFoundException(typeof(ScoreSheet), sheetId);
        if (sheet.LockedAt is not null || !sheet.Counts)
        {
            throw new BusinessException(TenderingErrorCodes.ScoresCount).WithData("name", sheet.EvaluatorName);
        }

        callOff.Expect(input.Version);
        var now = await db.NowAsync(ct);
        sheet.PutAside(new SetAsideDto(user.Name, input.Reason, now));
        callOff.SetAsideScores(sheet, input.Reason);
        callOff.ShowScoresIfComplete(sheets, now);
        return await reader.SavedAsync(callOff, transaction, ct);
    }

    public async Task<EvaluationDto> CountAgainAsync(
        Guid callOffId, Guid sheetId, CallOffVersionDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var callOff = await reader.HoldAsync(callOffId, CallOffTrigger.CountScoresAgain, ct);
        var sheet = (await reader.SheetsAsync(callOffId, ct)).SingleOrDefault(s => s.Id == sheetId)
            ?? throw new EntityNotFoundException(typeof(ScoreSheet), sheetId);
        callOff.RefuseOnceShown();
        callOff.Expect(input.Version);
        callOff.CountScoresAgain(sheet);
        return await reader.SavedAsync(callOff, transaction, ct);
    }

    private Task<ScoreSheet?> OwnSheetAsync(Guid callOffId, CancellationToken ct) =>
        db.ScoreSheets.SingleOrDefaultAsync(s => s.CallOffId == callOffId && s.EvaluatorId == user.Id, ct);

    /// <summary>How many scores a complete sheet has: every bid on every criterion but what stands.</summary>
    private async Task<int> ToScoreAsync(CallOff callOff, CancellationToken ct)
    {
        var bids = await db.OpenedBids.CountAsync(o => o.CallOffId == callOff.Id, ct);
        var agreedAt = await db.BidScores.Where(s => s.CallOffId == callOff.Id).Select(s => s.ScoredAt).ToListAsync(ct);
        return (bids * callOff.Criteria.Count) - agreedAt.Count(callOff.ScoreStands);
    }
}
