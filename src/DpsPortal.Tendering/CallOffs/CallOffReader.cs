using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Questions;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Tendering.TenderingPermissions.CallOffs;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>A call-off as its authority sees it. Before opening nothing here depends on whether anybody bid.</summary>
internal sealed class CallOffReader(
    ITenderingDbContext db, CallOffCloser closer, ICurrentUser user, TimeProvider clock)
{
    private static readonly Dictionary<CallOffTrigger, string> PermissionOf = new()
    {
        [CallOffTrigger.Publish] = Permissions.Publish,
        [CallOffTrigger.SendBackDraft] = Permissions.Publish,
        [CallOffTrigger.Cancel] = Permissions.Publish,
        [CallOffTrigger.Discard] = Permissions.Prepare,
        [CallOffTrigger.Extend] = Permissions.Publish,
        [CallOffTrigger.Open] = Permissions.Open,
        [CallOffTrigger.Score] = Permissions.Evaluate,
        [CallOffTrigger.SetAsideScores] = Permissions.Evaluate,
        [CallOffTrigger.CountScoresAgain] = Permissions.Evaluate,
        [CallOffTrigger.TakeChair] = Permissions.Evaluate,
        [CallOffTrigger.Agree] = Permissions.Evaluate,
        [CallOffTrigger.LockQuality] = Permissions.Evaluate,
        [CallOffTrigger.QuestionPrice] = Permissions.ProposeAward,
        [CallOffTrigger.SettlePrice] = Permissions.ProposeAward,
        [CallOffTrigger.RecordEarlierUse] = Permissions.ProposeAward,
        [CallOffTrigger.TakeBackEarlierUse] = Permissions.ProposeAward,
        [CallOffTrigger.ProposeAward] = Permissions.ProposeAward,
        [CallOffTrigger.SendBackAward] = Permissions.ApproveAward,
        [CallOffTrigger.TakeBackAward] = Permissions.ProposeAward,
        [CallOffTrigger.ApproveAward] = Permissions.ApproveAward,
    };

    /// <summary>The caller's own, closed first if its deadline has passed.</summary>
    /// <exception cref="EntityNotFoundException">No such call-off, or another authority's.</exception>
    public async Task<CallOff> OwnAsync(Guid id, CancellationToken ct)
    {
        await CloseIfDueAsync(id, ct);
        return await db.CallOffs.SingleOrDefaultAsync(
                c => c.Id == id && c.PlacingAuthorityId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(CallOff), id);
    }

    public async Task<CallOffDto> ToDtoAsync(CallOff callOff, CancellationToken ct)
    {
        var referral = await db.Referrals.Where(r => r.Id == callOff.ReferralId)
            .Select(r => new { r.Reference, r.Needs }).SingleAsync(ct);
        var hasConflict = await HasConflictAsync(callOff.Id, ct);
        var now = await db.NowAsync(ct);
        return new CallOffDto
        {
            Id = callOff.Id,
            Reference = callOff.Reference,
            ReferralId = callOff.ReferralId,
            ReferralReference = referral.Reference,
            LotId = callOff.LotId,
            LotName = callOff.LotName,
            SchemeId = callOff.SchemeId,
            SchemeName = callOff.SchemeName,
            PlacingAuthorityName = callOff.PlacingAuthorityName,
            Needs = callOff.Needs ?? referral.Needs!,
            Criteria = callOff.Criteria,
            PriceWeight = callOff.PriceWeight,
            CeilingWeeklyPence = callOff.CeilingWeeklyPence,
            Deadline = callOff.Deadline,
            Extensions = callOff.Extensions,
            QuestionsUntil = callOff.QuestionsUntil,
            Questions = await db.OfAuthorityAsync(callOff, user, now, ct),
            EarliestExtension = callOff.TakesAnswers(now) ? callOff.EarliestAfterMaterialAnswer(now) : null,
            State = callOff.State,
            PreparedByName = callOff.PreparedByName,
            DraftReturn = callOff.DraftReturn?.ToDto(),
            DraftRevision = callOff.DraftRevision?.ToRevisionDto(callOff.Terms),
            PublishedByName = callOff.PublishedByName,
            PublishedAt = callOff.PublishedAt,
            ClosedAt = callOff.ClosedAt,
            BoxRoot = await db.BoxRootAsync(callOff.Id, ct),
            InvitedCount = callOff.InvitedCount,
            Declines = await DeclinesAsync(callOff.Id, ct),
            Openers = callOff.Openers,
            OpenedAt = callOff.OpenedAt,
            OpenedBidCount = callOff.OpenedAt is null
                ? null
                : await db.OpenedBids.CountAsync(b => b.CallOffId == callOff.Id, ct),
            Award = MayKnowAward(callOff, hasConflict) ? callOff.Award?.ToDto() : null,
            CallerHasConflict = hasConflict,
            PermittedTriggers =
            [
                .. Permitted(callOff.State, user)
                    .Where(t => t != CallOffTrigger.SendBackDraft || callOff.MayBeSentBackBy(user.Id)),
            ],
            Version = callOff.Version,
        };
    }

    /// <summary>
    /// What came out of the box is for those who declared that they have no conflict; whoever said nothing yet sees as
    /// little as whoever has one (fact 14).
    /// </summary>
    public async Task<bool> IsFreeOfConflictAsync(Guid callOffId, CancellationToken ct) =>
        await HasConflictAsync(callOffId, ct) == false;

    /// <returns>Null until the caller has declared.</returns>
    private Task<bool?> HasConflictAsync(Guid callOffId, CancellationToken ct) =>
        db.ConflictDeclarations.Where(d => d.CallOffId == callOffId && d.UserId == user.Id)
            .Select(d => (bool?)d.HasConflict).SingleOrDefaultAsync(ct);

    /// <summary>Once the letters are out the authority's people may know who won, save those with a conflict.</summary>
    private static bool MayKnowAward(CallOff callOff, bool? hasConflict) =>
        hasConflict == false || (callOff.State == CallOffState.Awarded && hasConflict is null);

    /// <summary>What the state permits and this person may do.</summary>
    public static IReadOnlyList<CallOffTrigger> Permitted(CallOffState state, ICurrentUser user) =>
    [
        .. CallOffStates.Transitions.PermittedTriggers(state)
            .Where(t => !CallOffStates.NeverOffered.Contains(t) && user.Has(PermissionOf[t])),
    ];

    private async Task CloseIfDueAsync(Guid id, CancellationToken ct)
    {
        var open = await db.CallOffs.AsNoTracking()
            .Where(c => c.Id == id && c.PlacingAuthorityId == user.OrganisationId && c.State == CallOffState.Published)
            .Select(c => new { c.Deadline, c.PlacingAuthorityId, c.PlacingAuthorityName })
            .SingleOrDefaultAsync(ct);
        if (open is not null && open.Deadline <= clock.GetUtcNow().UtcDateTime)
        {
            await closer.CloseAsync(id, open.PlacingAuthorityId, open.PlacingAuthorityName, ct);
        }
    }

    /// <summary>By name: an order by time would move a provider that declines again.</summary>
    private async Task<IReadOnlyList<DeclinedDto>> DeclinesAsync(Guid callOffId, CancellationToken ct) =>
        await db.Invitations
            .Where(i => i.CallOffId == callOffId && i.Declined != null)
            .OrderBy(i => i.ProviderName).ThenBy(i => i.Id)
            .Select(i => new DeclinedDto(i.ProviderName, i.Declined!.Value)).ToListAsync(ct);
}
