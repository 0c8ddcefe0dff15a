using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Clarifications;

/// <summary>A question to the applicant. The legal clock runs on. Source: PCR 2015, reg. 34(16).</summary>
internal sealed class Clarification : AggregateRoot
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <exception cref="InvalidInputException">The date has passed, or there is no question.</exception>
    public Clarification(Application application, AskClarificationDto input, Officer officer, DateTime now)
        : base(Guid.CreateVersion7())
    {
        if (string.IsNullOrWhiteSpace(input.Question))
        {
            throw new InvalidInputException("question", "Ask a question.");
        }

        if (input.ReplyBy < LondonTime.DateOf(now))
        {
            throw new InvalidInputException("replyBy", "Give a day to reply by that has not passed.");
        }

        (ApplicationId, Reference) = (application.Id, application.Reference);
        (HostAuthorityId, ProviderId) = (application.HostAuthorityId, application.ProviderId);
        (Question, ReplyBy, Stage, PausesStage) = (input.Question, input.ReplyBy, input.Stage, input.PausesStage);
        Sections = [.. (input.Sections ?? []).Distinct()];
        (AskedBy, AskedAt) = (officer, now);
        Record("Ask", after: State.ToString());
        AddEvent(new ApplicationNewsEto(
            ApplicationId, ProviderId, Reference,
            $"an officer has a question for you. Please reply by {ReplyBy.ToString("d MMMM yyyy", British)}"));
    }

    private Clarification()
    {
    }

    public Guid ApplicationId { get; private set; }

    public Guid HostAuthorityId { get; private set; }

    public Guid ProviderId { get; private set; }

    /// <summary>Of the application, for e-mails.</summary>
    public string Reference { get; private set; } = "";

    public string Question { get; private set; } = "";

    /// <summary>Last day to reply, London. A reply after it is late, and still read.</summary>
    public DateOnly ReplyBy { get; private set; }

    public AccreditationStage? Stage { get; private set; }

    public bool PausesStage { get; private set; }

    /// <summary>What the provider may change until it answers.</summary>
    public IReadOnlyList<ApplicationSection> Sections { get; private set; } = [];

    public ClarificationState State { get; private set; } = ClarificationState.Asked;

    public Officer AskedBy { get; private set; } = new(Guid.Empty, "");

    public DateTime AskedAt { get; private set; }

    public string? Reply { get; private set; }

    public IReadOnlyList<Guid> DocumentIds { get; private set; } = [];

    public string? AnsweredByName { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>When it was closed or withdrawn.</summary>
    public DateTime? SettledAt { get; private set; }

    public string? WithdrawalReason { get; private set; }

    public bool IsOverdue(DateTime now) =>
        State == ClarificationState.Asked && LondonTime.DateOf(now) > ReplyBy;

    public void Answer(string answer, IReadOnlyList<Guid> documentIds, string answeredByName, DateTime now)
    {
        var to = ClarificationStates.Transitions.Fire(State, ClarificationTrigger.Answer);
        if (string.IsNullOrWhiteSpace(answer))
        {
            throw new InvalidInputException("answer", "Answer the question.");
        }

        Move(ClarificationTrigger.Answer, to);
        (Reply, DocumentIds) = (answer, [.. documentIds.Distinct()]);
        (AnsweredByName, AnsweredAt) = (answeredByName, now);
        AddEvent(new OfficerNewsEto(
            ApplicationId, HostAuthorityId, AskedBy.Id, Reference, "the provider has answered your question"));
    }

    public void Close(DateTime now)
    {
        Move(ClarificationTrigger.Close, ClarificationStates.Transitions.Fire(State, ClarificationTrigger.Close));
        SettledAt = now;
    }

    public void Withdraw(string reason, DateTime now)
    {
        var to = ClarificationStates.Transitions.Fire(State, ClarificationTrigger.Withdraw);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new InvalidInputException("reason", "Say why.");
        }

        Move(ClarificationTrigger.Withdraw, to, reason);
        (SettledAt, WithdrawalReason) = (now, reason);
        AddEvent(new ApplicationNewsEto(
            ApplicationId, ProviderId, Reference, "an officer has withdrawn a question. You need not answer it"));
    }

    private void Move(ClarificationTrigger trigger, ClarificationState to, string? reason = null)
    {
        Record(trigger.ToString(), State.ToString(), to.ToString(), reason);
        State = to;
    }
}
