using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Boxes;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.Referrals;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.CallOffs;

internal sealed class CallOffAppService(
    ITenderingDbContext db, CallOffReader reader, CallOffPublisher publisher, LotRules lots, Evaluators evaluators,
    OpenerDesk opener, ICurrentUser user, IAuditTrail audit) : ICallOffAppService
{
    public async Task<PagedResult<CallOffListItemDto>> GetListAsync(CallOffQuery query, CancellationToken ct)
    {
        var size = query.PageSize ?? CallOffQuery.DefaultPageSize;
        var own = db.CallOffs.AsNoTracking().Where(c => c.PlacingAuthorityId == user.OrganisationId);
        if (query.State is { } state)
        {
            own = own.Where(c => c.State == state);
        }

        if (query.Search?.Trim() is { Length: > 0 } search)
        {
            var text = search.ToUpperInvariant();
            own = own.Where(c => c.SearchText.Contains(text)
                || db.Referrals.Any(r => r.Id == c.ReferralId && r.Reference.Contains(text)));
        }

        var page = await own.OrderByDescending(c => c.Deadline).ThenBy(c => c.Id)
            .Skip(((query.Page ?? 1) - 1) * size).Take(size)
            .Join(db.Referrals, c => c.ReferralId, r => r.Id, (c, r) => new { CallOff = c, r.Needs, r.Reference })
            .ToListAsync(ct);
        return new PagedResult<CallOffListItemDto>(
            await own.CountAsync(ct), [.. page.Select(p => ToListItem(p.CallOff, p.Reference, p.CallOff.Needs ?? p.Needs!))]);
    }

    public async Task<CallOffDto> GetAsync(Guid id, CancellationToken ct) =>
        await reader.ToDtoAsync(await reader.OwnAsync(id, ct), ct);

    public async Task<IReadOnlyList<AuditEventDto>> GetHistoryAsync(Guid id, CancellationToken ct)
    {
        var callOff = await reader.OwnAsync(id, ct);
        var history = await audit.GetListAsync(nameof(CallOff), id, ct);
        var readable = user.Has(TenderingPermissions.CallOffs.ReadBids) && await reader.IsFreeOfConflictAsync(id, ct);
        return readable
            ? [.. history.Where(e => !callOff.IsHidden(e.Action))]
            : [.. history.Where(e =>
                callOff.OpenedAt is null || e.At < callOff.OpenedAt || e.Action == nameof(CallOffTrigger.Open))];
    }

    public async Task<PublishPreviewDto> GetPublishPreviewAsync(Guid id, CancellationToken ct) =>
        await publisher.PreviewAsync(await reader.OwnAsync(id, ct), ct);

    public async Task<CallOffDto> CreateAsync(CreateCallOffDto input, CancellationToken ct)
    {
        var referral = await db.Referrals.SingleOrDefaultAsync(
                r => r.Id == input.ReferralId && r.AuthorityId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(Referral), input.ReferralId);
        var live = await db.CallOffs
            .Where(c => c.ReferralId == referral.Id && c.State != CallOffState.NoBids
                && c.State != CallOffState.Cancelled)
            .Select(c => c.Reference).FirstOrDefaultAsync(ct);
        if (live is not null)
        {
            throw new BusinessException(TenderingErrorCodes.CallOffStillLive).WithData("reference", live);
        }

        if (referral.Needs is not { } needs)
        {
            throw new BusinessException(TenderingErrorCodes.ReferralIncomplete);
        }

        var lot = await lots.SuitableAsync(input.LotId, needs, ct);
        var callOff = new CallOff(
            Guid.NewGuid(), user.OrganisationId, user.OrganisationName, referral.Id,
            new CallOffLot(lot.LotId, lot.Name, lot.SchemeId, lot.SchemeName, lot.Category),
            new CallOffTerms(
                input.Criteria, input.PriceWeight, input.CeilingWeeklyPence, input.Deadline.UtcDateTime),
            Person.From(user),
            await db.NowAsync(ct));
        referral.Prepare(callOff.Id);
        db.CallOffs.Add(callOff);
        await db.SaveChangesAsync(ct);
        return await reader.ToDtoAsync(callOff, ct);
    }

    public async Task<CallOffDto> UpdateAsync(Guid id, UpdateCallOffDto input, CancellationToken ct)
    {
        var callOff = await reader.OwnAsync(id, ct);
        callOff.Expect(input.Version);
        callOff.Change(
            new CallOffTerms(
                input.Criteria, input.PriceWeight, input.CeilingWeeklyPence, input.Deadline.UtcDateTime),
            Person.From(user),
            await db.NowAsync(ct));
        await db.SaveChangesAsync(ct);
        return await reader.ToDtoAsync(callOff, ct);
    }

    public async Task<CallOffDto> PublishAsync(Guid id, CallOffVersionDto input, CancellationToken ct)
    {
        var callOff = await reader.OwnAsync(id, ct);
        callOff.Expect(input.Version);
        await publisher.PublishAsync(callOff, ct);
        return await reader.ToDtoAsync(callOff, ct);
    }

    public async Task<CallOffDto> SendBackDraftAsync(Guid id, SendBackDraftDto input, CancellationToken ct)
    {
        var callOff = await reader.OwnAsync(id, ct);
        callOff.SendBackDraft(Person.From(user), input.Reason, await db.NowAsync(ct));
        callOff.Expect(input.Version);
        await db.SaveChangesAsync(ct);
        return await reader.ToDtoAsync(callOff, ct);
    }

    public async Task<CallOffDto> DiscardAsync(Guid id, CallOffVersionDto input, CancellationToken ct)
    {
        var callOff = await reader.OwnAsync(id, ct);
        callOff.Discard();
        callOff.Expect(input.Version);
        await db.SaveChangesAsync(ct);
        return await reader.ToDtoAsync(callOff, ct);
    }

    public async Task<CallOffDto> CancelAsync(Guid id, CancelCallOffDto input, CancellationToken ct)
    {
        var callOff = await reader.OwnAsync(id, ct);
        if (callOff.OpenedAt is not null)
        {
            await evaluators.EnsureFreeOfConflictAsync(id, ct);
        }

        callOff.Expect(input.Version);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ShutGateAsync(id, ct);
        callOff.Cancel(input.Reason, await db.NowAsync(ct));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await reader.ToDtoAsync(callOff, ct);
    }

    public async Task<CallOffDto> ExtendAsync(Guid id, ExtendCallOffDto input, CancellationToken ct)
    {
        if (input.Reason == ExtensionReason.MaterialAnswer)
        {
            throw new InvalidInputException("reason", "Answer the question: a material answer moves the deadline with it.");
        }

        var callOff = await reader.OwnAsync(id, ct);
        callOff.Expect(input.Version);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ShutGateAsync(id, ct);
        if (input.Reason == ExtensionReason.PortalFault)
        {
            // An outage that is only being noticed now is made good by this, not once more by the next beat.
            await db.BeatAsync(ct);
        }

        var now = await db.NowAsync(ct);
        callOff.Extend(input.Deadline.UtcDateTime, input.Reason, Person.From(user), now);
        opener.Follow(callOff, now);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await reader.ToDtoAsync(callOff, ct);
    }

    private static CallOffListItemDto ToListItem(CallOff callOff, string referral, NeedsProfileDto needs) => new(
        callOff.Id, callOff.Reference, callOff.ReferralId, referral, callOff.LotName, callOff.SchemeName,
        needs.AgeBand!.Value, needs.SupportLevel, needs.PreferredAreas, callOff.PublishedAt, callOff.Deadline,
        callOff.State, NextStep(callOff));

    private static string NextStep(CallOff callOff) => callOff.State switch
    {
        CallOffState.Draft when callOff.DraftReturn is not null => "Change it: it was sent back",
        CallOffState.Draft => "Check and publish",
        CallOffState.Published => $"Wait until {Sentences.London(callOff.Deadline)}",
        CallOffState.Closed when callOff.Openers.Count > 0 => "A second officer opens the bids",
        CallOffState.Closed => "Two officers open the bids",
        CallOffState.Opened => "Declare conflicts and score",
        CallOffState.Evaluating when callOff.ScoresShownAt is null => "Two evaluators score alone",
        CallOffState.Evaluating => "Agree the scores and lock quality",
        CallOffState.Moderated => "Propose the award",
        CallOffState.AwardProposed => "A second officer decides on the award",
        CallOffState.NoBids => "Search again or wider",
        _ => "Nothing more to do",
    };
}
