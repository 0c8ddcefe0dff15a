using DpsPortal.Framework.Application;
using DpsPortal.Rules.Scoring;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;

namespace DpsPortal.Tendering.PriceQuestions;

/// <summary>What each side may read of a question about a price.</summary>
internal static class PriceQuestionView
{
    /// <param name="now">Database time.</param>
    public static PriceQuestionDto? ToOfficer(
        PriceQuestion? question, CallOff callOff, ICurrentUser user, DateTime now) => question is null
        ? null
        : new PriceQuestionDto
        {
            State = question.State,
            Question = question.Question,
            AskedByName = question.AskedByName,
            AskedAt = question.AskedAt,
            AnswerBy = question.AnswerBy,
            Answer = question.Answer,
            AnsweredByName = question.AnsweredByName,
            AnsweredAt = question.AnsweredAt,
            DecisionReason = question.DecisionReason,
            DecidedByName = question.DecidedByName,
            DecidedAt = question.DecidedAt,
            PermittedTriggers = CallOffReader.Permitted(callOff.State, user).Contains(CallOffTrigger.SettlePrice)
                ? question.Permitted(now)
                : [],
            Version = question.Version,
        };

    public static BidderPriceQuestionDto? ToBidder(PriceQuestion? question, CallOff callOff)
    {
        if (question is null)
        {
            return null;
        }

        var isOpen = question.State == PriceQuestionState.Asked && callOff.State != CallOffState.Cancelled;
        return new BidderPriceQuestionDto(
            question.Question, question.AskedAt, question.AnswerBy, question.Answer, question.AnsweredByName,
            question.AnsweredAt, isOpen,

            // Once it is answered the version would tell of decisions.
            isOpen ? question.Version : 0);
    }

    /// <param name="others">The other bids that are compared.</param>
    /// <returns>E.g. <c>43% below the mean of the other bids</c>; null where nothing looks low.</returns>
    public static string? SignOf(BookedBid bid, IEnumerable<BookedBid> others)
    {
        long[] prices = [.. others.Select(b => b.Submitted.WholeTermPence)];
        return LowPrice.SignOf(bid.Submitted.WholeTermPence, prices) switch
        {
            null => null,
            { BelowNext: { } percent } when prices.Length == 1 => $"{percent}% below the other bid",
            { BelowMean: { } mean, BelowNext: { } next } =>
                $"{mean}% below the mean of the other bids, {next}% below the next lowest",
            { BelowMean: { } mean } => $"{mean}% below the mean of the other bids",
            { BelowNext: var next } => $"{next}% below the next lowest bid",
        };
    }

    /// <summary>Why a bid is excluded; the reason is the officer's, read by the bidder in its letter.</summary>
    public static IEnumerable<string> Exclusion(PriceQuestion? question)
    {
        if (question is { IsRejected: true, DecisionReason: { } reason })
        {
            yield return $"Its price was rejected as abnormally low: {Sentences.Ended(reason)}";
        }
    }
}
