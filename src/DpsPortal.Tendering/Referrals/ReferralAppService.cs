using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Referrals;

internal sealed class ReferralAppService(
    ITenderingDbContext db, CaseNumbers caseNumbers, ReferralOutcomes outcomes, ICurrentUser user, TimeProvider clock)
    : IReferralAppService
{
    public async Task<PagedResult<ReferralListItemDto>> GetListAsync(PageQuery query, CancellationToken ct)
    {
        var own = db.Referrals.AsNoTracking().Where(r => r.AuthorityId == user.OrganisationId);
        var referrals = await own
            .OrderByDescending(r => r.CreatedAt).ThenBy(r => r.Id).OnPage(query)
            .Select(r => new
            {
                Referral = r,
                CallOff = db.CallOffs.Where(c => c.Id == r.CallOffId).Select(c => c.Reference).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return new PagedResult<ReferralListItemDto>(
            await own.CountAsync(ct), [.. referrals.Select(r => ToListItem(r.Referral, r.CallOff))]);
    }

    public async Task<ReferralDto> GetAsync(Guid id, CancellationToken ct) =>
        await ToDtoAsync(await OwnAsync(id, ct), ct);

    public async Task<ReferralDto> CreateAsync(SaveReferralDto input, CancellationToken ct)
    {
        var dateOfBirth = input.DateOfBirth ?? throw NoDateOfBirth();
        RefuseDeprivationOfLiberty(input.DeprivationOfLiberty);
        var needs = NeedsRules.Tidy(input.Needs, Today, dateOfBirth);
        var hash = await HashAsync(input.CaseNumber, null, ct);

        var referral = Begin(null, hash, dateOfBirth);
        referral.Complete(needs, hash);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(referral, ct);
    }

    public async Task<ReferralDto> CreateDraftAsync(SaveReferralDraftDto input, CancellationToken ct)
    {
        RefuseUnlawful(input);
        var draft = NeedsRules.Tidy(input.Needs);
        var referral = Begin(draft, await HashAsync(input.CaseNumber, null, ct), input.DateOfBirth);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(referral, ct);
    }

    public async Task<ReferralDto> SaveDraftAsync(Guid id, SaveReferralDraftDto input, CancellationToken ct)
    {
        var referral = await OwnAsync(id, ct);
        referral.Expect(input.Version ?? 0);
        RefuseUnlawful(input);
        referral.SaveDraft(NeedsRules.Tidy(input.Needs), await HashAsync(input.CaseNumber, id, ct));
        if (input.DateOfBirth is { } dateOfBirth)
        {
            await KeepAsync(referral, dateOfBirth, ct);
        }

        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(referral, ct);
    }

    public async Task<ReferralDto> UpdateAsync(Guid id, SaveReferralDto input, CancellationToken ct)
    {
        var referral = await OwnAsync(id, ct);
        referral.Expect(input.Version ?? 0);
        RefuseDeprivationOfLiberty(input.DeprivationOfLiberty);
        await RefuseLiveCallOffAsync(id, butDrafts: true, ct);
        var dateOfBirth = input.DateOfBirth
            ?? (await db.ReferralSecrets.SingleOrDefaultAsync(s => s.ReferralId == id, ct))?.DateOfBirth
            ?? throw NoDateOfBirth();
        var needs = NeedsRules.Tidy(input.Needs, Today, dateOfBirth);
        var hash = await HashAsync(input.CaseNumber, id, ct);
        if (referral.State == ReferralState.Draft)
        {
            referral.Complete(needs, hash);
        }
        else
        {
            var before = referral.Needs!;
            referral.Change(needs, hash);
            if (Json.Write(before) != Json.Write(needs))
            {
                await ChangeDraftCallOffsAsync(id, before, ct);
            }
        }

        await KeepAsync(referral, dateOfBirth, ct);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(referral, ct);
    }

    public async Task<ReferralDto> CancelAsync(Guid id, CancelReferralDto input, CancellationToken ct)
    {
        var referral = await OwnAsync(id, ct);
        referral.Expect(input.Version);
        await RefuseLiveCallOffAsync(id, butDrafts: false, ct);
        referral.Cancel(input.Reason, await WasSearchedAsync(id, ct), clock.GetUtcNow().UtcDateTime);
        await db.SaveChangesAsync(ct);
        return await ToDtoAsync(referral, ct);
    }

    public Task<ReferralOutcomesDto> GetOutcomesAsync(ReferralOutcomesQuery query, CancellationToken ct) =>
        outcomes.ReadAsync(query, ct);

    private DateOnly Today => LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);

    private Referral Begin(NeedsDraftDto? draft, string? hash, DateOnly? dateOfBirth)
    {
        var referral = new Referral(
            Guid.NewGuid(), user.OrganisationId, draft, hash, Person.From(user), clock.GetUtcNow().UtcDateTime);
        db.Referrals.Add(referral);
        if (dateOfBirth is { } date)
        {
            db.ReferralSecrets.Add(new ReferralSecret(referral.Id, referral.AuthorityId, date));
        }

        return referral;
    }

    private async Task KeepAsync(Referral referral, DateOnly dateOfBirth, CancellationToken ct)
    {
        if (await db.ReferralSecrets.SingleOrDefaultAsync(s => s.ReferralId == referral.Id, ct) is { } secret)
        {
            secret.Correct(dateOfBirth);
        }
        else
        {
            db.ReferralSecrets.Add(new ReferralSecret(referral.Id, referral.AuthorityId, dateOfBirth));
        }
    }

    private async Task ChangeDraftCallOffsAsync(Guid referralId, NeedsProfileDto before, CancellationToken ct)
    {
        var drafts = await db.CallOffs.Where(c => c.ReferralId == referralId && c.State == CallOffState.Draft)
            .ToListAsync(ct);
        foreach (var draft in drafts)
        {
            draft.ChangeNeeds(before, Person.From(user), clock.GetUtcNow().UtcDateTime);
        }
    }

    private async Task<string?> HashAsync(string? caseNumber, Guid? butFor, CancellationToken ct)
    {
        var hash = await caseNumbers.HashAsync(user.OrganisationId, caseNumber, ct);
        await RefuseSecondSearchAsync(hash, butFor, ct);
        return hash;
    }

    private static InvalidInputException NoDateOfBirth() =>
        new("dateOfBirth", "Enter the date of birth. It is not shown to providers.");

    /// <summary>Nobody should fill in a whole draft that can never be completed (fact 18).</summary>
    private void RefuseUnlawful(SaveReferralDraftDto input)
    {
        RefuseDeprivationOfLiberty(input.DeprivationOfLiberty == true);
        if (input.DateOfBirth is { } dateOfBirth)
        {
            Age.On(Today, dateOfBirth);
        }
    }

    /// <summary>Source: SSDA903 rule 710; a child under such an order cannot be in supported accommodation (fact 18).</summary>
    private static void RefuseDeprivationOfLiberty(bool applies)
    {
        if (applies)
        {
            throw new BusinessException(TenderingErrorCodes.DeprivationOfLiberty);
        }
    }

    /// <summary>The unique index judges last; this finds it out in time for a sentence.</summary>
    private async Task RefuseSecondSearchAsync(string? hash, Guid? butFor, CancellationToken ct)
    {
        if (hash is not null && await db.Referrals.AnyAsync(
            r => r.AuthorityId == user.OrganisationId && r.CaseNumberHash == hash && r.Id != butFor
                && (r.State == ReferralState.Draft || r.State == ReferralState.Ready
                    || r.State == ReferralState.Sourcing), ct))
        {
            throw new BusinessException(TenderingErrorCodes.DuplicateSearch);
        }
    }

    private async Task RefuseLiveCallOffAsync(Guid referralId, bool butDrafts, CancellationToken ct)
    {
        var live = await db.CallOffs
            .Where(c => c.ReferralId == referralId && c.State != CallOffState.NoBids
                && c.State != CallOffState.Cancelled && !(butDrafts && c.State == CallOffState.Draft))
            .Select(c => c.Reference).FirstOrDefaultAsync(ct);
        if (live is not null)
        {
            throw new BusinessException(TenderingErrorCodes.CallOffStillLive).WithData("reference", live);
        }
    }

    /// <exception cref="EntityNotFoundException">No such referral, or another authority's.</exception>
    private async Task<Referral> OwnAsync(Guid id, CancellationToken ct) =>
        await db.Referrals.SingleOrDefaultAsync(r => r.Id == id && r.AuthorityId == user.OrganisationId, ct)
        ?? throw new EntityNotFoundException(typeof(Referral), id);

    private static ReferralListItemDto ToListItem(Referral referral, string? callOff)
    {
        var (needs, draft) = (referral.Needs, referral.Draft);
        return new ReferralListItemDto(
            referral.Id, referral.Reference, needs?.AgeBand, needs?.Urgency, needs?.SupportLevel ?? draft?.SupportLevel,
            needs?.PreferredAreas ?? draft?.PreferredAreas ?? [], needs?.MoveInBy ?? draft?.MoveInBy, referral.State,
            referral.CallOffId, callOff, referral.CreatedByName, referral.CreatedAt, referral.EndedBecause);
    }

    private Task<bool> WasSearchedAsync(Guid id, CancellationToken ct) =>
        db.CallOffs.AnyAsync(c => c.ReferralId == id && c.PublishedAt != null, ct);

    private async Task<ReferralDto> ToDtoAsync(Referral referral, CancellationToken ct)
    {
        var callOff = await db.CallOffs.Where(c => c.Id == referral.CallOffId)
            .Select(c => new { c.Reference, c.State }).SingleOrDefaultAsync(ct);
        return new ReferralDto
        {
            Id = referral.Id,
            Reference = referral.Reference,
            State = referral.State,
            Needs = referral.Needs,
            Draft = referral.Draft,
            CallOffId = referral.CallOffId,
            CallOffReference = callOff?.Reference,
            EndedBecause = referral.EndedBecause,
            EndedAt = referral.EndedAt,
            WasSearched = await WasSearchedAsync(referral.Id, ct),
            CallOffHasEnded = callOff is { State: CallOffState.Cancelled or CallOffState.NoBids },
            CreatedByName = referral.CreatedByName,
            PermittedTriggers = ReferralStates.Transitions.PermittedTriggers(referral.State),
            Version = referral.Version,
        };
    }
}
