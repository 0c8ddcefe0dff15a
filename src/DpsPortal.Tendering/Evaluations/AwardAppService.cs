using System.Globalization;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.AwardRecords;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Boxes;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Evaluations;

internal sealed class AwardAppService(
    ITenderingDbContext db, CallOffReader callOffs, EvaluationBook book, Evaluators evaluators,
    IMembershipIntegrationService memberships, IPlaceNightsIntegrationService nights,
    AwardRecorder recorder, BoxKeeper keeper, ICurrentUser user)
    : IAwardAppService
{
    public async Task<CallOffDto> ProposeAsync(Guid callOffId, ProposeAwardDto input, CancellationToken ct)
    {
        var callOff = await OwnAsync(callOffId, input.Version, CallOffTrigger.ProposeAward, ct);
        await keeper.EnsureUnchangedAsync(callOffId, ct);
        var bids = await book.ReadAsync(callOff, ct);
        var winner = bids.SingleOrDefault(b => b.Opened.BidId == input.BidId)
            ?? throw new EntityNotFoundException(typeof(Bid), input.BidId);
        if (bids.FirstOrDefault(b => b.PriceQuestion is { IsOpen: true }) is { } asked)
        {
            throw new BusinessException(TenderingErrorCodes.PriceQuestionOpen).WithData("bid", asked.Opened.Label);
        }

        RefuseUnlessFirst(Ranking.Of(callOff, bids)[input.BidId]);
        callOff.ProposeAward(new AwardDecision(
            input.BidId, winner.Submitted.ProviderId, winner.Submitted.ProviderName, input.Reason, user.Id, user.Name,
            await db.NowAsync(ct)));
        await db.SaveChangesAsync(ct);
        return await callOffs.ToDtoAsync(callOff, ct);
    }

    public async Task<CallOffDto> SendBackAsync(Guid callOffId, SendBackAwardDto input, CancellationToken ct)
    {
        var callOff = await OwnAsync(callOffId, input.Version, CallOffTrigger.SendBackAward, ct);
        callOff.SendBackAward(Person.From(user), input.Reason);
        await db.SaveChangesAsync(ct);
        return await callOffs.ToDtoAsync(callOff, ct);
    }

    public async Task<CallOffDto> TakeBackAsync(Guid callOffId, CallOffVersionDto input, CancellationToken ct)
    {
        var callOff = await OwnAsync(callOffId, input.Version, CallOffTrigger.TakeBackAward, ct);
        callOff.TakeBackAward(Person.From(user));
        await db.SaveChangesAsync(ct);
        return await callOffs.ToDtoAsync(callOff, ct);
    }

    public async Task<CallOffDto> ApproveAsync(Guid callOffId, ApproveAwardDto input, CancellationToken ct)
    {
        var callOff = await OwnAsync(callOffId, input.Version, CallOffTrigger.ApproveAward, ct);

        // The gates read the standing of the very transaction: nobody is suspended between the check and the award.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await memberships.HoldStandingsAsync(callOff.LotId, ct);
        await keeper.EnsureUnchangedAsync(callOffId, ct);
        var bids = await book.ReadAsync(callOff, ct);
        var results = Ranking.Of(callOff, bids);
        var winner = bids.Single(b => b.Opened.BidId == callOff.Award!.BidId);
        var now = await db.NowAsync(ct);

        // One instant for the award and every letter, to the precision the database keeps.
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        callOff.ApproveAward(
            Person.From(user), now, Awarded(callOff, winner, LondonTime.DateOf(now)),
            [.. bids.Select(b => b.Submitted.ProviderId)],
            bids.Select(b => b.PriceQuestion?.DecidedById).OfType<Guid>(),
            bids.Select(b => b.Use.Said?.RecordedById).OfType<Guid>(),
            await evaluators.WhoJudgedAsync(callOffId, ct));
        RefuseUnlessFirst(results[winner.Opened.BidId]);
        if (input.Ranking is { } read && read != Ranking.Fingerprint(results!))
        {
            throw new DbUpdateConcurrencyException("The ranking was changed since it was read.");
        }

        winner.Use.Said?.Confirm(user.Name, now);
        await nights.PromiseAsync(Promise(callOff, winner, LondonTime.DateOf(now)), ct);
        var referral = await db.Referrals.SingleAsync(r => r.Id == callOff.ReferralId, ct);
        referral.Place(now);
        foreach (var bid in bids)
        {
            (bid.Opened.Outcome, bid.Opened.Home) = (results[bid.Opened.BidId], bid.Use.Known());
            db.OutcomeLetters.Add(new OutcomeLetter
            {
                Id = Guid.NewGuid(),
                CallOffId = callOffId,
                AuthorityId = callOff.PlacingAuthorityId,
                ProviderId = bid.Submitted.ProviderId,
                IssuedAt = now,
                Letter = OutcomeLetters.Write(callOff, bid, winner, results, now, user.Name),
            });
        }

        await recorder.WriteAsync(callOff, bids, results, now, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await callOffs.ToDtoAsync(callOff, ct);
    }

    public async Task<IReadOnlyList<LetterDto>> GetDraftLettersAsync(Guid callOffId, CancellationToken ct)
    {
        var callOff = await callOffs.OwnAsync(callOffId, ct);
        CallOffStates.Transitions.Fire(callOff.State, CallOffTrigger.ApproveAward);
        await evaluators.EnsureFreeOfConflictAsync(callOffId, ct);
        var bids = await book.ReadAsync(callOff, ct);
        var results = Ranking.Of(callOff, bids);
        var winner = bids.Single(b => b.Opened.BidId == callOff.Award!.BidId);
        var now = await db.NowAsync(ct);
        var signs = user.Has(TenderingPermissions.CallOffs.ApproveAward) && user.Id != callOff.Award!.ProposedById
            ? user.Name
            : "Name of whoever approves";
        return [.. bids.Select(bid => OutcomeLetters.Write(callOff, bid, winner, results, now, signs))];
    }

    public async Task<IReadOnlyList<LetterDto>> GetLettersAsync(Guid callOffId, CancellationToken ct)
    {
        await callOffs.OwnAsync(callOffId, ct);
        await evaluators.EnsureFreeOfConflictAsync(callOffId, ct);
        return await db.OutcomeLetters.Where(l => l.CallOffId == callOffId).Select(l => l.Letter).ToListAsync(ct);
    }

    /// <summary>The table first, then the person, then the version.</summary>
    private async Task<CallOff> OwnAsync(Guid id, uint version, CallOffTrigger trigger, CancellationToken ct)
    {
        var callOff = await callOffs.OwnAsync(id, ct);
        CallOffStates.Transitions.Fire(callOff.State, trigger);
        await evaluators.EnsureFreeOfConflictAsync(id, ct);
        callOff.Expect(version);
        return callOff;
    }

    private static void RefuseUnlessFirst(BidResult result)
    {
        if (result.Rank is null)
        {
            throw new BusinessException(TenderingErrorCodes.NotAwardable)
                .WithData("reasons", result.DisqualifiedReason);
        }

        if (result.Rank != 1)
        {
            throw new BusinessException(TenderingErrorCodes.NotFirst)
                .WithData("rank", result.Rank.Value.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <param name="today">The London date of the award.</param>
    private static PlacePromise Promise(CallOff callOff, BookedBid winner, DateOnly today)
    {
        var (needs, bid) = (callOff.Needs!, winner.Submitted.Bid);
        return new PlacePromise(
            callOff.Id, callOff.PlacingAuthorityId, winner.Submitted.ProviderId, bid.PremisesId!.Value,
            bid.PlaceId!.Value, Stay.NightsOf(needs, bid.AvailableFrom, today));
    }

    /// <param name="today">The London date of the award.</param>
    private static CallOffAwardedEto Awarded(CallOff callOff, BookedBid winner, DateOnly today)
    {
        var (needs, bid) = (callOff.Needs!, winner.Submitted.Bid);
        return new CallOffAwardedEto
        {
            CallOffId = callOff.Id,
            Reference = callOff.Reference,
            PlacingAuthorityId = callOff.PlacingAuthorityId,
            SchemeId = callOff.SchemeId,
            SchemeName = callOff.SchemeName,
            LotId = callOff.LotId,
            LotName = callOff.LotName,
            Category = callOff.Category,
            ProviderId = winner.Submitted.ProviderId,
            Urn = winner.Member?.Urn ?? winner.Standing.Urn,
            PremisesId = bid.PremisesId!.Value,
            PremisesArea = winner.Standing.OutwardCode,
            PremisesAreaAuthority = winner.Standing.AreaAuthority,
            AgeBand = needs.AgeBand!.Value,
            UnaccompaniedAsylumSeeking = needs.UnaccompaniedAsylumSeeking,
            LegalBasis = needs.LegalBasis,
            StartsOn = Stay.NightsOf(needs, bid.AvailableFrom, today).First,
            ExpectedWeeks = needs.ExpectedWeeks,
            Lines = bid.Lines,
            SetUpPence = bid.SetUpPence,
        };
    }
}
