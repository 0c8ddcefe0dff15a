using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.Integration;

namespace DpsPortal.Tendering.PriceQuestions;

/// <summary>
/// What the authority asked about the price of one bid, the bidder's answer and what was decided. A price is rejected
/// only once its bidder could explain it. Source: PCR 2015, reg. 69(1)-(3), used as the model.
/// </summary>
internal sealed class PriceQuestion : AggregateRoot
{
    /// <inheritdoc cref="Ask"/>
    public PriceQuestion(CallOff callOff, OpenedBid bid, string question, DateTime answerBy, Person officer, DateTime now)
        : base(Guid.CreateVersion7())
    {
        (CallOffId, Reference, AuthorityId) = (callOff.Id, callOff.Reference, callOff.PlacingAuthorityId);
        (BidId, Label, ProviderId) = (bid.BidId, bid.Label, bid.ProviderId);
        Put(question, answerBy, officer, now);
        Record("Ask", after: State.ToString());
    }

    private PriceQuestion()
    {
    }

    public Guid CallOffId { get; private set; }

    /// <summary>Of the call-off, for e-mails.</summary>
    public string Reference { get; private set; } = "";

    public Guid AuthorityId { get; private set; }
    public Guid BidId { get; private set; }

    /// <summary>Of the bid, e.g. <c>Bid A</c>.</summary>
    public string Label { get; private set; } = "";

    public Guid ProviderId { get; private set; }
    public PriceQuestionState State { get; private set; } = PriceQuestionState.Asked;
    public string Question { get; private set; } = "";
    public Guid AskedById { get; private set; }
    public string AskedByName { get; private set; } = "";
    public DateTime AskedAt { get; private set; }

    /// <summary>Instant, UTC. Nobody decides against a silent bidder before it; an answer after it still counts.</summary>
    public DateTime AnswerBy { get; private set; }

    public string? Answer { get; private set; }
    public string? AnsweredByName { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Of a rejection; read by the bidder in its letter.</summary>
    public string? DecisionReason { get; private set; }

    public Guid? DecidedById { get; private set; }
    public string? DecidedByName { get; private set; }
    public DateTime? DecidedAt { get; private set; }

    /// <summary>No award is proposed while this is so.</summary>
    public bool IsOpen => State is PriceQuestionState.Asked or PriceQuestionState.Answered;

    public bool IsRejected => State == PriceQuestionState.Rejected;

    /// <summary>The bidder was stopped from answering before its time was over.</summary>
    private bool IsTakenBack =>
        State == PriceQuestionState.Accepted && AnsweredAt is null && DecidedAt < AnswerBy;

    /// <summary>Once more, after the question was taken back unanswered.</summary>
    /// <param name="now">Database time.</param>
    /// <exception cref="InvalidInputException">The time to answer is too near or too far.</exception>
    public void Ask(string question, DateTime answerBy, Person officer, DateTime now)
    {
        var to = To(PriceQuestionTrigger.Ask);
        Put(question, answerBy, officer, now);
        (DecidedById, DecidedByName, DecidedAt) = (null, null, null);
        Move(PriceQuestionTrigger.Ask, to);
    }

    public void Explain(string answer, string answeredByName, DateTime now)
    {
        var to = To(PriceQuestionTrigger.Answer);
        (Answer, AnsweredByName, AnsweredAt) = (answer, answeredByName, now);
        Move(PriceQuestionTrigger.Answer, to);
    }

    public void Accept(Person officer, DateTime now) =>
        Decide(PriceQuestionTrigger.Accept, To(PriceQuestionTrigger.Accept), null, officer, now);

    /// <param name="now">Database time.</param>
    /// <exception cref="BusinessException">The bidder has not had its say.</exception>
    public void Reject(string reason, Person officer, DateTime now)
    {
        var to = To(PriceQuestionTrigger.Reject);
        if (IsTakenBack)
        {
            throw new BusinessException(TenderingErrorCodes.PriceQuestionTakenBack).WithData("bid", Label);
        }

        if (!HadItsSay(now))
        {
            throw new BusinessException(TenderingErrorCodes.PriceNotAnswered)
                .WithData("bid", Label).WithData("answerBy", Sentences.London(AnswerBy));
        }

        Decide(PriceQuestionTrigger.Reject, to, reason, officer, now);
    }

    /// <summary>
    /// Whoever decided has a conflict, and the decision counts no longer. A bidder whose question was taken back gets
    /// the time that was left.
    /// </summary>
    public void Reopen(DateTime now)
    {
        var trigger = AnsweredAt is null ? PriceQuestionTrigger.ReopenUnanswered : PriceQuestionTrigger.Reopen;
        var to = To(trigger);
        if (IsTakenBack)
        {
            AnswerBy += now - DecidedAt!.Value;
            Tell();
        }

        (DecisionReason, DecidedById, DecidedByName, DecidedAt) = (null, null, null, null);
        Move(trigger, to);
    }

    /// <summary>What an officer may do now.</summary>
    public IReadOnlyList<PriceQuestionTrigger> Permitted(DateTime now) =>
    [
        .. PriceQuestionStates.Transitions.PermittedTriggers(State).Where(t => t switch
        {
            PriceQuestionTrigger.Ask => AnsweredAt is null,
            PriceQuestionTrigger.Reject => !IsTakenBack && HadItsSay(now),
            _ => !PriceQuestionStates.NeverOffered.Contains(t),
        }),
    ];

    private bool HadItsSay(DateTime now) => AnsweredAt is not null || now >= AnswerBy;

    private void Put(string question, DateTime answerBy, Person officer, DateTime now)
    {
        if (answerBy < now.AddHours(PriceQuestionConsts.FewestHours))
        {
            throw new InvalidInputException("answerBy", "Give the bidder at least an hour to answer.");
        }

        if (answerBy > now.AddDays(PriceQuestionConsts.MostDays))
        {
            throw new InvalidInputException("answerBy", "Choose a time within the next 14 days.");
        }

        (Question, AnswerBy) = (question, answerBy);
        (AskedById, AskedByName, AskedAt) = (officer.Id, officer.Name, now);
        Tell();
    }

    private void Tell() => AddEvent(new PriceQuestionedEto(CallOffId, Reference, ProviderId, AnswerBy));

    private void Decide(
        PriceQuestionTrigger trigger, PriceQuestionState to, string? reason, Person officer, DateTime now)
    {
        (DecisionReason, DecidedById, DecidedByName, DecidedAt) = (reason, officer.Id, officer.Name, now);
        Move(trigger, to, reason);
    }

    /// <exception cref="InvalidTransitionException">The state does not permit it; an answered question is not asked anew.</exception>
    private PriceQuestionState To(PriceQuestionTrigger trigger)
    {
        var to = PriceQuestionStates.Transitions.Fire(State, trigger);
        return trigger == PriceQuestionTrigger.Ask && AnsweredAt is not null
            ? throw new InvalidTransitionException(
                State.ToString(), trigger.ToString(), [nameof(PriceQuestionTrigger.Reject)])
            : to;
    }

    private void Move(PriceQuestionTrigger trigger, PriceQuestionState to, string? reason = null)
    {
        (var from, State) = (State, to);
        Record(trigger.ToString(), from.ToString(), to.ToString(), reason);
    }
}
