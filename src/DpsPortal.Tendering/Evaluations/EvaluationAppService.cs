using System.Globalization;
using System.Security.Cryptography;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Evaluations;

internal sealed class EvaluationAppService(
    ITenderingDbContext db, CallOffReader callOffs, EvaluationBook book, Evaluators evaluators, ICurrentUser user)
    : IEvaluationAppService
{
    public async Task<CallOffDto> OpenAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct)
    {
        var callOff = await callOffs.OwnAsync(callOffId, ct);
        if (callOff.State != CallOffState.Published)
        {
            callOff.Expect(input.Version);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        callOff.Open(Person.From(user), await db.NowAsync(ct));
        await db.SaveChangesAsync(ct);
        if (callOff.State == CallOffState.Opened)
        {
            await TakeOutAsync(callOff, ct);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return await callOffs.ToDtoAsync(callOff, ct);
    }

    public async Task<EvaluationDto> DeclareAsync(Guid callOffId, DeclareConflictDto input, CancellationToken ct)
    {
        var callOff = await OpenedAsync(callOffId, ct);
        var declaration = await evaluators.DeclarationAsync(callOffId, ct);
        if (declaration is null)
        {
            declaration = new ConflictDeclaration(callOffId, callOff.PlacingAuthorityId, user.Id);
            db.ConflictDeclarations.Add(declaration);
        }

        var now = await db.NowAsync(ct);
        declaration.Declare(input.HasConflict, input.Details, now);
        callOff.Declare(input.HasConflict, now);
        if (input.HasConflict)
        {
            await VoidScoresAsync(callOff, now, ct);
        }

        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(callOff, ct);
    }

    public async Task<EvaluationDto> GetAsync(Guid callOffId, CancellationToken ct) =>
        await ToDtoAsync(await OpenedAsync(callOffId, ct), ct);

    public async Task<EvaluationDto> ScoreAsync(Guid callOffId, Guid bidId, ScoreBidDto input, CancellationToken ct)
    {
        var callOff = await OpenedAsync(callOffId, ct);
        await evaluators.EnsureFreeOfConflictAsync(callOffId, ct);
        CallOffStates.Transitions.Fire(callOff.State, CallOffTrigger.Score);
        callOff.Expect(input.Version);
        var opened = await db.OpenedBids.SingleOrDefaultAsync(o => o.CallOffId == callOffId && o.BidId == bidId, ct)
            ?? throw new EntityNotFoundException(typeof(Bid), bidId);
        RefuseUnknownCriteria(input, callOff);

        var now = await db.NowAsync(ct);
        var scores = await db.BidScores.Where(s => s.BidId == bidId).ToListAsync(ct);
        var before = InWords(callOff, opened.Label, input, scores);
        var replaced = input.Scores.Count(given => Give(callOff, scores, given, opened, input.ReplacesColleagues, now));
        callOff.Score(now, before, InWords(callOff, opened.Label, input, scores), replaced);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(callOff, ct);
    }

    public async Task<EvaluationDto> LockQualityAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct)
    {
        var callOff = await OpenedAsync(callOffId, ct);
        await evaluators.EnsureFreeOfConflictAsync(callOffId, ct);
        callOff.Expect(input.Version);
        var bids = await db.OpenedBids.CountAsync(o => o.CallOffId == callOffId, ct);
        var given = await db.BidScores.CountAsync(s => s.CallOffId == callOffId, ct);
        callOff.LockQuality((bids * callOff.Criteria.Count) - given, await db.NowAsync(ct));
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(callOff, ct);
    }

    /// <summary>
    /// What a person with a conflict scored, proposed, decided on a price or said of an earlier use counts no longer, also
    /// when quality was locked or an award proposed.
    /// </summary>
    private async Task VoidScoresAsync(CallOff callOff, DateTime now, CancellationToken ct)
    {
        var own = await db.BidScores.Where(s => s.CallOffId == callOff.Id && s.ScoredById == user.Id).ToListAsync(ct);
        var proposed = callOff.Award?.ProposedById == user.Id;
        var prices = await db.PriceQuestions.Where(q => q.CallOffId == callOff.Id && q.DecidedById == user.Id)
            .ToListAsync(ct);
        var uses = await db.EarlierUses.Where(u => u.CallOffId == callOff.Id && u.RecordedById == user.Id)
            .ToListAsync(ct);
        var isOver = callOff.State is CallOffState.Awarded or CallOffState.Cancelled;
        if (!isOver && (own.Count > 0 || proposed || prices.Count > 0 || uses.Count > 0))
        {
            callOff.VoidScores(now, own.Count, prices.Count, uses.Count);
            db.BidScores.RemoveRange(own);
            db.EarlierUses.RemoveRange(uses);
            prices.ForEach(question => question.Reopen(now));
        }
    }

    /// <summary>Out of the box in random order, so that a label tells nothing about who or when.</summary>
    private async Task TakeOutAsync(CallOff callOff, CancellationToken ct)
    {
        var inTheBox = await db.Bids.AsNoTracking()
            .Where(b => b.CallOffId == callOff.Id && b.State == BidState.Submitted)
            .Join(
                db.BidVersions, b => new { BidId = b.Id, Number = b.LastVersion }, v => new { v.BidId, v.Number },
                (b, v) => new { b.Id, b.ProviderId, VersionId = v.Id })
            .ToArrayAsync(ct);
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

    /// <returns>Whether it took the place of a colleague's.</returns>
    /// <exception cref="BusinessException">
    /// It would, and the caller did not say so; or the score was given before prices were seen and stands.
    /// </exception>
    private bool Give(
        CallOff callOff, List<BidScore> scores, GiveScoreDto given, OpenedBid opened, bool replacesColleagues,
        DateTime now)
    {
        if (scores.SingleOrDefault(s => s.CriterionId == given.CriterionId) is { } score)
        {
            if (score.Score == given.Score && score.Reason == given.Reason)
            {
                return false;
            }

            if (callOff.ScoreStands(score.ScoredAt))
            {
                throw new BusinessException(TenderingErrorCodes.ScoreStands).WithData("name", score.ScoredByName);
            }

            var isOthers = score.ScoredById != user.Id;
            if (isOthers && !replacesColleagues)
            {
                throw new BusinessException(TenderingErrorCodes.ScoreOfColleague).WithData("name", score.ScoredByName);
            }

            if (isOthers)
            {
                score.Replaced = new ReplacedScoreDto(score.Score, score.Reason, score.ScoredByName, score.ScoredAt);
            }

            (score.Score, score.Reason, score.ScoredById, score.ScoredByName, score.ScoredAt) =
                (given.Score, given.Reason, user.Id, user.Name, now);
            return isOthers;
        }

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
        return false;
    }

    private static void RefuseUnknownCriteria(ScoreBidDto input, CallOff callOff)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < input.Scores.Count; i++)
        {
            var given = input.Scores[i];
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

    /// <exception cref="ForbiddenByStageException">The bids are sealed; the attempt is remembered (fact 10).</exception>
    private async Task<CallOff> OpenedAsync(Guid callOffId, CancellationToken ct)
    {
        var callOff = await callOffs.OwnAsync(callOffId, ct);
        return callOff.OpenedAt is not null
            ? callOff
            : throw new ForbiddenByStageException(TenderingErrorCodes.BidsSealed);
    }

    private async Task<EvaluationDto> ToDtoAsync(CallOff callOff, CancellationToken ct)
    {
        var declaration = await evaluators.DeclarationAsync(callOff.Id, ct);
        var bids = declaration is { HasConflict: false } ? await book.ReadAsync(callOff, ct) : [];
        IReadOnlyList<string> parties = declaration is null
            ? await db.Invitations.Where(i => i.CallOffId == callOff.Id).OrderBy(i => i.ProviderName)
                .Select(i => i.ProviderName).ToListAsync(ct)
            : [];
        return EvaluationView.Of(
            callOff, declaration?.HasConflict, parties, bids, user, await db.NowAsync(ct));
    }

    /// <summary>Those of one call, by the names of their criteria in the published order.</summary>
    private static string InWords(CallOff callOff, string label, ScoreBidDto input, IEnumerable<BidScore> scores) =>
        $"{label}: " + string.Join(", ",
            from criterion in callOff.Criteria
            join score in scores on criterion.Id equals score.CriterionId
            where input.Scores.Any(given => given.CriterionId == criterion.Id)
            select string.Create(
                CultureInfo.InvariantCulture, $"{criterion.Name} {score.Score} by {score.ScoredByName}"));

    /// <summary>A to Z, then AA, AB …</summary>
    private static string Letters(int index) =>
        index < 26 ? $"{(char)('A' + index)}" : Letters((index / 26) - 1) + Letters(index % 26);
}
