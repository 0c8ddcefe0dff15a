using System.Security.Cryptography;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.Boxes;
using DpsPortal.Tendering.Referrals;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>Invites every member at one instant, or shows what that would do.</summary>
internal sealed class CallOffPublisher(
    ITenderingDbContext db, IMembershipIntegrationService memberships, LotRules lots, OpenerDesk opener,
    ICurrentUser user)
{
    private const int SeedBytes = 16;

    public async Task<PublishPreviewDto> PreviewAsync(CallOff callOff, CancellationToken ct)
    {
        var now = await db.NowAsync(ct);
        var lot = await memberships.GetLotAsync(callOff.LotId, ct)
            ?? throw new EntityNotFoundException(typeof(CallOff), callOff.Id);
        var members = await memberships.GetMembersAsync(callOff.LotId, ct);
        var earliest = BiddingPeriod.Earliest(lot, now);
        var problems = new List<string>();
        if (callOff.Deadline < earliest.Deadline)
        {
            problems.Add($"The deadline is too early. The earliest now is {Sentences.London(earliest.Deadline)}.");
        }

        if (callOff.Deadline > now.AddDays(BiddingPeriod.LongestDays))
        {
            problems.Add($"The deadline is more than {BiddingPeriod.LongestDays} days away. Choose an earlier one.");
        }

        var referral = await db.Referrals.AsNoTracking().SingleAsync(r => r.Id == callOff.ReferralId, ct);
        if (NeedsRules.IsTooLate(referral.Needs!, LondonTime.DateOf(now)))
        {
            problems.Add(
                $"The last day to move in, {Sentences.Day(referral.Needs!.MoveInBy)}, is past. Change it in the referral.");
        }

        if (members.Count == 0)
        {
            problems.Add("No provider in this lot can be invited.");
        }

        if (callOff.DraftReturn is null && callOff.EditorIds.Contains(user.Id))
        {
            problems.Add("You prepared or changed this call-off. A colleague publishes it.");
        }

        return new PublishPreviewDto(
            members.Count, [.. members.Select(m => m.ProviderName).Order(StringComparer.Ordinal)], earliest.Deadline,
            earliest.Rule, problems);
    }

    /// <summary>
    /// Every admitted, unsuspended member of the lot, none left out: the invitations stored are counted against the
    /// members there are, in the transaction. Source: PCR 2015, reg. 34(21) (fact 4).
    /// </summary>
    public async Task PublishAsync(CallOff callOff, CancellationToken ct)
    {
        CallOffStates.Transitions.Fire(callOff.State, CallOffTrigger.Publish);
        var referral = await db.Referrals.SingleAsync(r => r.Id == callOff.ReferralId, ct);
        var lot = await lots.SuitableAsync(callOff.LotId, referral.Needs!, ct);
        await opener.PrepareKeyAsync(callOff, ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var now = await db.NowAsync(ct);
        var needs = await NeedsOnAsync(referral, now, ct);
        if (NeedsRules.IsTooLate(needs, LondonTime.DateOf(now)))
        {
            throw new BusinessException(TenderingErrorCodes.MoveInPast).WithData("day", Sentences.Day(needs.MoveInBy));
        }

        var members = await memberships.GetMembersAsync(callOff.LotId, ct);
        callOff.Publish(
            Person.From(user), now, BiddingPeriod.Earliest(lot, now), needs, members.Count,
            RandomNumberGenerator.GetHexString(2 * SeedBytes, lowercase: true));
        referral.StartSourcing(needs);
        db.Invitations.AddRange(members.Select(m => new Invitation(
            callOff.Id, callOff.PlacingAuthorityId, m.ProviderId, m.ProviderName, now)));
        await db.SaveChangesAsync(ct);
        await AssertAllInvitedAsync(callOff, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task AssertAllInvitedAsync(CallOff callOff, CancellationToken ct)
    {
        var invited = await db.Invitations.CountAsync(i => i.CallOffId == callOff.Id, ct);
        var members = await memberships.GetMembersAsync(callOff.LotId, ct);
        if (invited != members.Count)
        {
            throw new DbUpdateConcurrencyException("The members of the lot changed while they were invited.");
        }
    }

    /// <summary>Age and urgency move on with time; what is published is true on the day.</summary>
    private async Task<NeedsProfileDto> NeedsOnAsync(Referral referral, DateTime now, CancellationToken ct)
    {
        var dateOfBirth = await db.ReferralSecrets
            .Where(s => s.ReferralId == referral.Id).Select(s => s.DateOfBirth).SingleAsync(ct);
        return NeedsRules.AsOf(LondonTime.DateOf(now), referral.Needs!, dateOfBirth);
    }
}
