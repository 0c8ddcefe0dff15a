using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.PriceQuestions;

internal sealed class PriceQuestionAppService(
    ITenderingDbContext db, CallOffReader callOffs, EvaluationBook book, Evaluators evaluators,
    IEvaluationAppService evaluations,
    ICurrentUser user) : IPriceQuestionAppService
{
    public async Task<EvaluationDto> AskAsync(
        Guid callOffId, Guid bidId, AskAboutPriceDto input, CancellationToken ct)
    {
        var (callOff, bid) = await OwnAsync(callOffId, bidId, input.Version, CallOffTrigger.QuestionPrice, ct);
        var (text, now) = (input.Question.Trim(), await db.NowAsync(ct));
        var (answerBy, officer) = (input.AnswerBy.UtcDateTime, Person.From(user));
        var takenBack = await QuestionAsync(bidId, ct);
        takenBack?.Ask(text, answerBy, officer, now);
        var first = takenBack is null ? new PriceQuestion(callOff, bid, text, answerBy, officer, now) : null;
        callOff.QuestionPrice(bid.Label, text, now);

        // The call-off first: of two who ask at once the slower one is told of a newer version.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        if (first is not null)
        {
            db.PriceQuestions.Add(first);
            await db.SaveChangesAsync(ct);
        }

        await transaction.CommitAsync(ct);
        return await evaluations.GetAsync(callOffId, ct);
    }

    public async Task<EvaluationDto> AcceptAsync(
        Guid callOffId, Guid bidId, AcceptPriceDto input, CancellationToken ct)
    {
        var (callOff, bid) = await OwnAsync(callOffId, bidId, input.Version, CallOffTrigger.SettlePrice, ct);
        var question = await AskedAsync(bid, input.QuestionVersion, ct);
        var now = await db.NowAsync(ct);
        var deed = question.State == PriceQuestionState.Asked ? "TakeBackPriceQuestion" : "AcceptPrice";
        question.Accept(Person.From(user), now);
        callOff.SettlePrice(bid.Label, deed, reason: null, now);
        await db.SaveChangesAsync(ct);
        return await evaluations.GetAsync(callOffId, ct);
    }

    public async Task<EvaluationDto> RejectAsync(
        Guid callOffId, Guid bidId, RejectPriceDto input, CancellationToken ct)
    {
        var (callOff, bid) = await OwnAsync(callOffId, bidId, input.Version, CallOffTrigger.SettlePrice, ct);
        var question = await AskedAsync(bid, input.QuestionVersion, ct);
        await RefuseHighestAsync(callOff, bid, ct);
        var (reason, now) = (input.Reason.Trim(), await db.NowAsync(ct));
        question.Reject(reason, Person.From(user), now);
        callOff.SettlePrice(bid.Label, "RejectPrice", reason, now);
        await db.SaveChangesAsync(ct);
        return await evaluations.GetAsync(callOffId, ct);
    }

    /// <summary>The table first, then the person, then the version.</summary>
    /// <exception cref="EntityNotFoundException">No such call-off or bid, or another authority's.</exception>
    private async Task<(CallOff CallOff, OpenedBid Bid)> OwnAsync(
        Guid callOffId, Guid bidId, uint version, CallOffTrigger trigger, CancellationToken ct)
    {
        var callOff = await callOffs.OwnAsync(callOffId, ct);
        CallOffStates.Transitions.Fire(callOff.State, trigger);
        await evaluators.EnsureFreeOfConflictAsync(callOffId, ct);
        var bid = await db.OpenedBids.SingleOrDefaultAsync(o => o.CallOffId == callOffId && o.BidId == bidId, ct)
            ?? throw new EntityNotFoundException(typeof(Bid), bidId);
        callOff.Expect(version);
        return (callOff, bid);
    }

    /// <exception cref="BusinessException">Every other bid that is compared is cheaper.</exception>
    private async Task RefuseHighestAsync(CallOff callOff, OpenedBid bid, CancellationToken ct)
    {
        var bids = await book.ReadAsync(callOff, ct);
        var price = bids.Single(b => b.Opened.BidId == bid.BidId).Submitted.WholeTermPence;
        var others = bids.Where(b => b.Opened.BidId != bid.BidId && b.GateFailures.Count == 0).ToList();
        if (others.Count > 0 && others.TrueForAll(b => b.Submitted.WholeTermPence < price))
        {
            throw new BusinessException(TenderingErrorCodes.PriceIsHighest).WithData("bid", bid.Label);
        }
    }

    private Task<PriceQuestion?> QuestionAsync(Guid bidId, CancellationToken ct) =>
        db.PriceQuestions.SingleOrDefaultAsync(q => q.BidId == bidId, ct);

    /// <exception cref="BusinessException">Nobody has asked.</exception>
    private async Task<PriceQuestion> AskedAsync(OpenedBid bid, uint version, CancellationToken ct)
    {
        var question = await QuestionAsync(bid.BidId, ct)
            ?? throw new BusinessException(TenderingErrorCodes.PriceNotAsked).WithData("bid", bid.Label);
        question.Expect(version);
        return question;
    }
}
