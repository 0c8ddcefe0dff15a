using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.PriceQuestions;

namespace DpsPortal.Tendering.Tests.PriceQuestions;

/// <summary>Questions about a price, brought into a state by their own moves.</summary>
internal static class APriceQuestion
{
    public static readonly DateTime AskedAt = A.Deadline.AddHours(2);
    public static readonly DateTime AnswerBy = AskedAt.AddHours(4);
    private static readonly DateTime After = AnswerBy.AddMinutes(1);
    private static readonly DateTime Before = AskedAt.AddMinutes(1);

    public static PriceQuestion Asked(DateTime? answerBy = null)
    {
        var callOff = A.CallOffIn(CallOffState.Moderated);
        return new PriceQuestion(
            callOff,
            new OpenedBid
            {
                BidId = Guid.NewGuid(),
                CallOffId = callOff.Id,
                AuthorityId = callOff.PlacingAuthorityId,
                ProviderId = Guid.NewGuid(),
                VersionId = Guid.NewGuid(),
                Label = "Bid A",
            },
            "How can you do it for this price?", answerBy ?? AnswerBy, A.Preparer, AskedAt);
    }

    /// <summary>In the state, with an answer where the move asks for one: some are for silent bidders only.</summary>
    public static PriceQuestion In(PriceQuestionState state, PriceQuestionTrigger beforeFiring)
    {
        var question = Asked();
        if (state == PriceQuestionState.Answered || (state != PriceQuestionState.Asked
            && beforeFiring is not (PriceQuestionTrigger.Ask or PriceQuestionTrigger.ReopenUnanswered)))
        {
            question.Explain("Our own house, no rent.", "Priya Shah", Before);
        }

        if (state == PriceQuestionState.Accepted)
        {
            question.Accept(A.Preparer, After);
        }
        else if (state == PriceQuestionState.Rejected)
        {
            question.Reject("No wages are in it.", A.Preparer, After);
        }

        return question;
    }

    /// <param name="early">Within the time to answer.</param>
    public static void Fire(PriceQuestion question, PriceQuestionTrigger trigger, bool early = false)
    {
        var now = early ? Before : After;
        switch (trigger)
        {
            case PriceQuestionTrigger.Ask:
                question.Ask("What of the wages at night?", now.AddHours(1), A.Approver, now);
                break;
            case PriceQuestionTrigger.Answer:
                question.Explain("Our own house, no rent.", "Priya Shah", now);
                break;
            case PriceQuestionTrigger.Accept:
                question.Accept(A.Preparer, now);
                break;
            case PriceQuestionTrigger.Reject:
                question.Reject("No wages are in it.", A.Preparer, now);
                break;
            default:
                question.Reopen(now);
                break;
        }
    }
}
