using DpsPortal.Framework.Application;
using DpsPortal.Tendering.PriceQuestions;
using DpsPortal.Tendering.Referrals;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>
/// What referrals and call-offs want next of this person. Nobody is asked to approve what is their own, nor to work
/// on bids they declared a conflict for. Before opening nothing here depends on whether anybody bid.
/// </summary>
internal sealed class CallOffToday(ITenderingDbContext db, ICurrentUser user) : ITodaySource
{
    private static readonly CallOffState[] Waiting =
    [
        CallOffState.Draft, CallOffState.Closed, CallOffState.Opened, CallOffState.Evaluating, CallOffState.Moderated,
        CallOffState.AwardProposed,
    ];

    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
    [
        .. user.Has(TenderingPermissions.CallOffs.View) ? await CallOffsAsync(ct) : [],
        .. await ReferralsAsync(ct),
        .. user.Has(TenderingPermissions.Referrals.Manage) ? await DraftsAsync(ct) : [],
    ];

    private async Task<IReadOnlyList<TodayItemDto>> CallOffsAsync(CancellationToken ct)
    {
        var callOffs = await db.CallOffs.AsNoTracking()
            .Where(c => c.PlacingAuthorityId == user.OrganisationId && Waiting.Contains(c.State))
            .Where(c => !db.ConflictDeclarations.Any(
                d => d.CallOffId == c.Id && d.UserId == user.Id && d.HasConflict))
            .Where(c => c.State != CallOffState.AwardProposed
                || !db.BidScores.Any(s => s.CallOffId == c.Id && s.ScoredById == user.Id))
            .OrderBy(c => c.Deadline).ThenBy(c => c.Id)
            .ToListAsync(ct);
        var questions = await QuestionsAsync(ct);
        var sheets = await SheetsAsync(ct);
        var now = await db.NowAsync(ct);
        return
        [
            .. callOffs.Select(c => (CallOff: c, Kind: KindOf(c, [.. questions[c.Id]], [.. sheets[c.Id]], now))).Where(c => c.Kind is not null)
                .Take(ITodaySource.MostItems)
                .Select(c => new TodayItemDto(
                    c.Kind!, c.CallOff.Id, c.CallOff.Reference,
                    c.Kind switch
                    {
                        "CallOff.AwardSentBack" => c.CallOff.AwardReturnedByName,
                        "CallOff.DraftSentBack" => c.CallOff.DraftReturn!.ByName,
                        "CallOff.Open" when c.CallOff.Openers.Count > 0 =>
                            $"{c.CallOff.Openers[0].Name} waits for a second officer",
                        "CallOff.Agree" when c.CallOff.ChairId is { } chair && chair != user.Id =>
                            $"{c.CallOff.ChairName} chairs and writes down what you agree",
                        _ => c.CallOff.LotName,
                    },
                    c.CallOff.State == CallOffState.Draft ? c.CallOff.Deadline : null)),
        ];
    }

    /// <summary>Open questions about prices, for whoever declared that they have no conflict: nobody else knows of them.</summary>
    private async Task<ILookup<Guid, PriceQuestion>> QuestionsAsync(CancellationToken ct) =>
        (await db.PriceQuestions.AsNoTracking()
            .Where(q => q.AuthorityId == user.OrganisationId
                && (q.State == PriceQuestionState.Asked || q.State == PriceQuestionState.Answered)
                && db.ConflictDeclarations.Any(
                    d => d.CallOffId == q.CallOffId && d.UserId == user.Id && !d.HasConflict))
            .ToListAsync(ct))
        .ToLookup(q => q.CallOffId);

    private async Task<ILookup<Guid, Sheet>> SheetsAsync(CancellationToken ct) =>
        (await db.ScoreSheets.AsNoTracking()
            .Where(s => s.AuthorityId == user.OrganisationId
                && db.CallOffs.Any(c => c.Id == s.CallOffId && Waiting.Contains(c.State)))
            .Select(s => new Sheet(s.CallOffId, s.EvaluatorId == user.Id, s.LockedAt != null, s.SetAside == null))
            .ToListAsync(ct))
        .ToLookup(s => s.CallOffId);

    private string? KindOf(
        CallOff callOff, IReadOnlyList<PriceQuestion> questions, IReadOnlyList<Sheet> sheets, DateTime now)
    {
        var permitted = CallOffReader.Permitted(callOff.State, user);
        return callOff.State switch
        {
            CallOffState.Draft when callOff.DraftReturn is not null =>
                user.Has(TenderingPermissions.CallOffs.Prepare) ? "CallOff.DraftSentBack" : null,
            CallOffState.Draft when permitted.Contains(CallOffTrigger.Publish)
                && !callOff.EditorIds.Contains(user.Id) => "CallOff.Publish",
            CallOffState.Closed when permitted.Contains(CallOffTrigger.Open)
                && callOff.Openers.All(o => o.UserId != user.Id) => "CallOff.Open",
            CallOffState.Opened or CallOffState.Evaluating when permitted.Contains(CallOffTrigger.Score) =>
                OfScored(callOff, sheets),
            CallOffState.Moderated when permitted.Contains(CallOffTrigger.ProposeAward) =>
                OfRanked(callOff, questions, now),
            CallOffState.AwardProposed when permitted.Contains(CallOffTrigger.ApproveAward)
                && callOff.Award!.ProposedById != user.Id && callOff.ChairId != user.Id
                && !sheets.Any(s => s.Mine && s.Counts) => "CallOff.ApproveAward",
            _ => null,
        };
    }

    /// <returns>
    /// Null for whoever has locked their scores while enough evaluators are at it, and where others score or agree.
    /// </returns>
    private string? OfScored(CallOff callOff, IReadOnlyList<Sheet> sheets)
    {
        var own = sheets.SingleOrDefault(s => s.Mine);
        if (callOff.ScoresShownAt is not null)
        {
            return callOff.ChairId is null || callOff.ChairId == user.Id || own is { Counts: true }
                ? "CallOff.Agree"
                : null;
        }

        var tooFew = sheets.Count(s => s.Counts) < callOff.EvaluatorsNeeded;
        return own switch
        {
            { Counts: true, IsLocked: false } => "CallOff.Score",
            { IsLocked: true } => tooFew && sheets.Any(s => !s.Counts) ? "CallOff.EvaluatorMissing" : null,
            { Counts: false } => tooFew ? "CallOff.ScoresSetAside" : null,
            _ => tooFew ? "CallOff.Score" : null,
        };
    }

    /// <returns>Null while a bidder still has time to answer: nothing is to be done until then.</returns>
    private static string? OfRanked(CallOff callOff, IReadOnlyList<PriceQuestion> questions, DateTime now) => questions switch
    {
        [] => callOff.AwardReturnedByName is null ? "CallOff.ProposeAward" : "CallOff.AwardSentBack",
        _ when questions.Any(q => q.State == PriceQuestionState.Answered) => "CallOff.PriceAnswered",
        _ when questions.Any(q => q.AnswerBy <= now) => "CallOff.PriceUnanswered",
        _ => null,
    };

    /// <summary>Needs that nobody searches for: no call-off yet, or the last one ended without a home.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> ReferralsAsync(CancellationToken ct)
    {
        if (!user.Has(TenderingPermissions.CallOffs.Prepare))
        {
            return [];
        }

        var referrals = await db.Referrals.AsNoTracking()
            .Where(r => r.AuthorityId == user.OrganisationId
                && (r.State == ReferralState.Ready || r.State == ReferralState.Sourcing)
                && !db.CallOffs.Any(c => c.ReferralId == r.Id
                    && c.State != CallOffState.Cancelled && c.State != CallOffState.NoBids))
            .OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            .Take(ITodaySource.MostItems)
            .Select(r => new { r.Id, r.Reference, r.CreatedByName })
            .ToListAsync(ct);
        return [.. referrals.Select(r => new TodayItemDto("Referral.Search", r.Id, r.Reference, r.CreatedByName))];
    }

    /// <summary>Referrals that this person has put aside unfinished.</summary>
    private async Task<IReadOnlyList<TodayItemDto>> DraftsAsync(CancellationToken ct)
    {
        var drafts = await db.Referrals.AsNoTracking()
            .Where(r => r.AuthorityId == user.OrganisationId && r.State == ReferralState.Draft && r.CreatedById == user.Id)
            .OrderBy(r => r.CreatedAt).ThenBy(r => r.Id)
            .Take(ITodaySource.MostItems)
            .Select(r => new { r.Id, r.Reference })
            .ToListAsync(ct);
        return [.. drafts.Select(r => new TodayItemDto("Referral.Finish", r.Id, r.Reference))];
    }

    private sealed record Sheet(Guid CallOffId, bool Mine, bool IsLocked, bool Counts);
}
