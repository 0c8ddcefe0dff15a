using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;

namespace DpsPortal.Tendering.EarlierUses;

internal sealed class EarlierUseAppService(
    ITenderingDbContext db, CallOffReader callOffs, EvaluationBook book, Evaluators evaluators,
    IEvaluationAppService evaluations, ICurrentUser user) : IEarlierUseAppService
{
    public async Task<EvaluationDto> RecordAsync(
        Guid callOffId, Guid bidId, RecordEarlierUseDto input, CancellationToken ct)
    {
        var (callOff, bid) = await OwnAsync(callOffId, bidId, input.Version, CallOffTrigger.RecordEarlierUse, ct);
        var now = await db.NowAsync(ct);
        if (input.UsedFrom > LondonTime.DateOf(now))
        {
            throw new InvalidInputException("usedFrom", "Enter a day that has come");
        }

        if (!bid.Use.NeedsReferences)
        {
            throw new BusinessException(TenderingErrorCodes.HomeNotNew).WithData("bid", bid.Opened.Label);
        }

        var reason = input.Reason.Trim();
        callOff.RecordEarlierUse(bid.Opened.Label, input.UsedFrom, reason, now);

        // The call-off first: of two who record it at once the slower one is told of a newer version.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        db.EarlierUses.Add(new EarlierUse(
            bid.Opened, bid.Submitted.Bid.PremisesId!.Value, input.UsedFrom, reason, Person.From(user), now));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await evaluations.GetAsync(callOffId, ct);
    }

    public async Task<EvaluationDto> TakeBackAsync(
        Guid callOffId, Guid bidId, CallOffVersionDto input, CancellationToken ct)
    {
        var (callOff, bid) = await OwnAsync(callOffId, bidId, input.Version, CallOffTrigger.TakeBackEarlierUse, ct);
        var said = bid.Use.Said ?? throw new EntityNotFoundException(typeof(EarlierUse), bidId);
        callOff.TakeBackEarlierUse(bid.Opened.Label, await db.NowAsync(ct));
        db.EarlierUses.Remove(said);
        await db.SaveChangesAsync(ct);
        return await evaluations.GetAsync(callOffId, ct);
    }

    /// <summary>The table first, then the person, then the version.</summary>
    /// <exception cref="EntityNotFoundException">No such call-off or bid, or another authority's.</exception>
    private async Task<(CallOff CallOff, BookedBid Bid)> OwnAsync(
        Guid callOffId, Guid bidId, uint version, CallOffTrigger trigger, CancellationToken ct)
    {
        var callOff = await callOffs.OwnAsync(callOffId, ct);
        CallOffStates.Transitions.Fire(callOff.State, trigger);
        await evaluators.EnsureFreeOfConflictAsync(callOffId, ct);
        var bid = (await book.ReadAsync(callOff, ct)).SingleOrDefault(b => b.Opened.BidId == bidId)
            ?? throw new EntityNotFoundException(typeof(Bid), bidId);
        callOff.Expect(version);
        return (callOff, bid);
    }
}
