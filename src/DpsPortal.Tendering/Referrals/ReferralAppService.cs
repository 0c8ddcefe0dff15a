using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Referrals;

internal sealed class ReferralAppService(
    ITenderingDbContext db, CaseNumbers caseNumbers, ICurrentUser user, TimeProvider clock) : IReferralAppService
{
    public async Task<IReadOnlyList<ReferralListItemDto>> GetListAsync(CancellationToken ct)
    {
        var referrals = await db.Referrals.AsNoTracking()
            .Where(r => r.AuthorityId == user.OrganisationId)
            .OrderByDescending(r => r.CreatedAt)
            .ToListAsync(ct);
        return
        [
            .. referrals.Select(r => new ReferralListItemDto(
                r.Id, r.Reference, r.Needs.AgeBand!.Value, r.Needs.Urgency, r.Needs.SupportLevel,
                r.Needs.PreferredAreas, r.Needs.MoveInBy, r.State, r.CallOffId, r.CreatedAt)),
        ];
    }

    public async Task<ReferralDto> GetAsync(Guid id, CancellationToken ct) => ToDto(await OwnAsync(id, ct));

    public async Task<ReferralDto> CreateAsync(SaveReferralDto input, CancellationToken ct)
    {
        if (input.DateOfBirth is not { } dateOfBirth)
        {
            throw new InvalidInputException("dateOfBirth", "Enter the date of birth. It is not shown to providers.");
        }

        RefuseDeprivationOfLiberty(input);
        var now = clock.GetUtcNow().UtcDateTime;
        var today = LondonTime.DateOf(now);
        var needs = NeedsRules.Tidy(input.Needs, Age.On(today, dateOfBirth), today);
        var hash = await caseNumbers.HashAsync(user.OrganisationId, input.CaseNumber, ct);
        await RefuseSecondSearchAsync(hash, null, ct);

        var referral = new Referral(
            Guid.NewGuid(), user.OrganisationId, needs, hash, Person.From(user), now);
        db.Referrals.Add(referral);
        db.ReferralSecrets.Add(new ReferralSecret(referral.Id, referral.AuthorityId, dateOfBirth));
        await db.SaveChangesAsync(ct);
        return ToDto(referral);
    }

    public async Task<ReferralDto> UpdateAsync(Guid id, SaveReferralDto input, CancellationToken ct)
    {
        var referral = await OwnAsync(id, ct);
        referral.Expect(input.Version ?? 0);
        RefuseDeprivationOfLiberty(input);
        await RefuseLiveCallOffAsync(id, butDrafts: true, ct);
        var secret = await db.ReferralSecrets.SingleAsync(s => s.ReferralId == id, ct);
        var dateOfBirth = input.DateOfBirth ?? secret.DateOfBirth;
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var needs = NeedsRules.Tidy(input.Needs, Age.On(today, dateOfBirth), today);
        var hash = await caseNumbers.HashAsync(user.OrganisationId, input.CaseNumber, ct);
        await RefuseSecondSearchAsync(hash, id, ct);

        referral.Change(needs, hash);
        var drafts = await db.CallOffs.Where(c => c.ReferralId == id && c.State == CallOffState.Draft).ToListAsync(ct);
        foreach (var draft in drafts)
        {
            draft.ChangeNeeds(Person.From(user), clock.GetUtcNow().UtcDateTime);
        }

        secret.Correct(dateOfBirth);
        await db.SaveChangesAsync(ct);
        return ToDto(referral);
    }

    public async Task<ReferralDto> CancelAsync(Guid id, CancelReferralDto input, CancellationToken ct)
    {
        var referral = await OwnAsync(id, ct);
        referral.Expect(input.Version);
        await RefuseLiveCallOffAsync(id, butDrafts: false, ct);
        referral.Cancel(input.Reason);
        await db.SaveChangesAsync(ct);
        return ToDto(referral);
    }

    /// <summary>Source: SSDA903 rule 710; a child under such an order cannot be in supported accommodation (fact 18).</summary>
    private static void RefuseDeprivationOfLiberty(SaveReferralDto input)
    {
        if (input.DeprivationOfLiberty)
        {
            throw new BusinessException(TenderingErrorCodes.DeprivationOfLiberty);
        }
    }

    /// <summary>The unique index judges last; this finds it out in time for a sentence.</summary>
    private async Task RefuseSecondSearchAsync(string? hash, Guid? butFor, CancellationToken ct)
    {
        if (hash is not null && await db.Referrals.AnyAsync(
            r => r.AuthorityId == user.OrganisationId && r.CaseNumberHash == hash && r.Id != butFor
                && (r.State == ReferralState.Draft || r.State == ReferralState.Sourcing), ct))
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

    private static ReferralDto ToDto(Referral referral) => new()
    {
        Id = referral.Id,
        Reference = referral.Reference,
        State = referral.State,
        Needs = referral.Needs,
        CallOffId = referral.CallOffId,
        CreatedByName = referral.CreatedByName,
        PermittedTriggers = ReferralStates.Transitions.PermittedTriggers(referral.State),
        Version = referral.Version,
    };
}
