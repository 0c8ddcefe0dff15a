using System.Security.Cryptography;
using DpsPortal.Framework.Application;
using DpsPortal.Sealing;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Boxes;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Evaluations;

internal sealed class EvaluationAppService(
    ITenderingDbContext db, CallOffReader callOffs, EvaluationReader reader, Evaluators evaluators, BoxKeeper keeper,
    OpenerDesk opener, ICurrentUser user)
    : IEvaluationAppService
{
    public async Task<CallOffDto> OpenAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct)
    {
        var callOff = await callOffs.OwnAsync(callOffId, ct);
        if (callOff.State != CallOffState.Published)
        {
            callOff.Expect(input.Version);
        }

        var opening = callOff.OpensWith(user.Id) ? await opener.ReleaseAsync(callOff, ct) : null;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        callOff.Open(Person.From(user), await db.NowAsync(ct));
        await db.SaveChangesAsync(ct);
        if (opening is not null)
        {
            await TakeOutAsync(callOff, opening, ct);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return await callOffs.ToDtoAsync(callOff, ct);
    }

    public async Task<EvaluationDto> DeclareAsync(Guid callOffId, DeclareConflictDto input, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ShutGateAsync(callOffId, ct);
        var callOff = await reader.OpenedAsync(callOffId, ct);
        var declaration = await evaluators.DeclarationAsync(callOffId, ct);
        if (declaration is null)
        {
            declaration = new ConflictDeclaration(callOffId, callOff.PlacingAuthorityId, user.Id);
            db.ConflictDeclarations.Add(declaration);
        }

        var now = await db.NowAsync(ct);
        declaration.Declare(input.HasConflict, input.Details, now);
        callOff.Declare(input.HasConflict, now);
        if (input.HasConflict && callOff.State is not (CallOffState.Awarded or CallOffState.Cancelled))
        {
            await VoidScoresAsync(callOff, now, ct);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await reader.ToDtoAsync(callOff, ct);
    }

    public async Task<EvaluationDto> GetAsync(Guid callOffId, CancellationToken ct) =>
        await reader.ToDtoAsync(await reader.OpenedAsync(callOffId, ct), ct);

    /// <summary>
    /// What a person with a conflict scored, agreed as chair, proposed, decided on a price or said of an earlier use counts
    /// no longer, also when quality was locked or an award proposed.
    /// </summary>
    private async Task VoidScoresAsync(CallOff callOff, DateTime now, CancellationToken ct)
    {
        var sheets = await reader.SheetsAsync(callOff.Id, ct);
        var mine = sheets.SingleOrDefault(s => s.EvaluatorId == user.Id);
        var own = mine is { Counts: true } ? mine : null;
        mine?.PutAside(new SetAsideDto(user.Name, "A conflict of interest was declared.", now, OfConflict: true));
        ScoreSheet[] others = [.. sheets.Where(s => s.EvaluatorId != user.Id && s.Counts)];
        var prices = await db.PriceQuestions.Where(q => q.CallOffId == callOff.Id && q.DecidedById == user.Id)
            .ToListAsync(ct);
        var uses = await db.EarlierUses.Where(u => u.CallOffId == callOff.Id && u.RecordedById == user.Id)
            .ToListAsync(ct);
        var agreed = await db.BidScores.Where(s => s.CallOffId == callOff.Id).ToListAsync(ct);
        var judged = own is not null || callOff.ChairId == user.Id;
        if (!judged && !agreed.Exists(s => s.ScoredById == user.Id) && callOff.Award?.ProposedById != user.Id && prices.Count == 0 && uses.Count == 0)
        {
            return;
        }

        var touched = judged ? agreed : agreed.FindAll(s => s.ScoredById == user.Id);
        List<BidScore> resting = [.. callOff.RestingOnConflict(touched, others)];
        var isComplete = agreed.Count > 0 && resting.Count == 0;
        callOff.VoidScores(
            now, user.Id, own?.Scores.Count ?? 0, resting.Count, prices.Count, uses.Count,
            scoreAlone: others.Length < callOff.EvaluatorsNeeded && !isComplete);
        callOff.ShowScoresIfComplete(sheets, now);
        db.BidScores.RemoveRange(resting);
        db.EarlierUses.RemoveRange(uses);
        prices.ForEach(question => question.Reopen(now));
    }

    /// <summary>Out of the box in random order, so that a label tells nothing about who or when.</summary>
    private async Task TakeOutAsync(CallOff callOff, SignedText opening, CancellationToken ct)
    {
        var inTheBox = await db.Bids.AsNoTracking()
            .Where(b => b.CallOffId == callOff.Id && b.State == BidState.Submitted)
            .Join(
                db.BidVersions, b => new { BidId = b.Id, Number = b.LastVersion }, v => new { v.BidId, v.Number },
                (b, v) => new { b.Id, b.ProviderId, VersionId = v.Id })
            .ToArrayAsync(ct);
        await keeper.OpenAsync(callOff, [.. inTheBox.Select(b => b.VersionId)], opening, ct);
        RandomNumberGenerator.Shuffle(inTheBox.AsSpan());
        db.OpenedBids.AddRange(inTheBox.Select((b, i) => new OpenedBid
        {
            BidId = b.Id,
            CallOffId = callOff.Id,
            AuthorityId = callOff.PlacingAuthorityId,
            ProviderId = b.ProviderId,
            VersionId = b.VersionId,
            Label = $"Bid {Letters(i)}",
        }));
    }

    /// <summary>A to Z, then AA, AB …</summary>
    private static string Letters(int index) =>
        index < 26 ? $"{(char)('A' + index)}" : Letters((index / 26) - 1) + Letters(index % 26);
}
