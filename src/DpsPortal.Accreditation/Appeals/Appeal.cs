using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Appeals;

/// <summary>
/// A provider's appeal against one decision. Its panel is two officers who took no part in the decision; one proposes
/// the outcome, the other confirms. Source: domain §2.6.
/// </summary>
internal sealed class Appeal : AggregateRoot
{
    /// <summary>To lodge, in working days; the day of the letter is day 0.</summary>
    public const int LodgeDays = 10;

    /// <summary>To answer, in working days from the day it was lodged.</summary>
    public const int AnswerDays = 20;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <exception cref="BusinessException">The letter bears no appeal, or its time is over.</exception>
    public Appeal(Letter letter, string reference, string grounds, string lodgedByName, DateTime now)
        : base(Guid.CreateVersion7())
    {
        if (letter is not { Subject: { } subject, AppealUntil: { } until })
        {
            throw new BusinessException(AccreditationErrorCodes.NoAppeal);
        }

        if (LondonTime.DateOf(now) > until)
        {
            throw new BusinessException(AccreditationErrorCodes.AppealTooLate).WithData("until", InWords(until));
        }

        if (string.IsNullOrWhiteSpace(grounds))
        {
            throw new InvalidInputException("grounds", "Say why the decision should change.");
        }

        (ApplicationId, Reference) = (letter.ApplicationId, reference);
        (LetterId, LetterTitle) = (letter.Id, letter.Text.Title);
        (HostAuthorityId, ProviderId) = (letter.HostAuthorityId, letter.ProviderId);
        (Subject, DecidedBy, Grounds) = (subject, letter.DecidedBy, grounds);
        (LodgedByName, LodgedAt, AnswerBy) = (lodgedByName, now, WorkingDays.DueDate(now, AnswerDays));
        Record("Lodge", after: State.ToString());
        AddEvent(new ApplicationNewsEto(
            ApplicationId, ProviderId, Reference,
            $"we have received your appeal. You will have an answer by {InWords(AnswerBy)}"));
        AddEvent(new OfficerNewsEto(
            ApplicationId, HostAuthorityId, null, Reference,
            $"the provider appeals against a decision. The answer is due by {InWords(AnswerBy)}"));
    }

    private Appeal()
    {
    }

    public Guid ApplicationId { get; private set; }

    public string Reference { get; private set; } = "";

    public Guid LetterId { get; private set; }

    public string LetterTitle { get; private set; } = "";

    public Guid HostAuthorityId { get; private set; }

    public Guid ProviderId { get; private set; }

    public AppealSubject Subject { get; private set; }

    /// <summary>Officers who proposed, confirmed or carried out the decision: none sits on the panel.</summary>
    public IReadOnlyList<Guid> DecidedBy { get; private set; } = [];

    public AppealState State { get; private set; } = AppealState.Lodged;

    public string Grounds { get; private set; } = "";

    public string LodgedByName { get; private set; } = "";

    public DateTime LodgedAt { get; private set; }

    public DateOnly AnswerBy { get; private set; }

    public AppealOutcome? Outcome { get; private set; }

    public string? Reasons { get; private set; }

    public Officer? ProposedBy { get; private set; }

    public DateTime? ProposedAt { get; private set; }

    public Officer? ConfirmedBy { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    public bool IsAnswered => ConfirmedAt is not null;

    public bool IsOverdue(DateTime now) => !IsAnswered && LondonTime.DateOf(now) > AnswerBy;

    public void Propose(AppealOutcome outcome, string reasons, Officer officer, DateTime now)
    {
        var to = AppealStates.Transitions.Fire(State, AppealTrigger.Propose);
        RefuseDecider(officer);
        RefuseBlank(reasons, "reasons");
        (Outcome, Reasons, ProposedBy, ProposedAt) = (outcome, reasons, officer, now);
        Move(AppealTrigger.Propose, to, reasons);
    }

    public void SendBack(string reason, Officer officer)
    {
        var to = AppealStates.Transitions.Fire(State, AppealTrigger.SendBack);
        RefuseDecider(officer);
        RefuseProposer(officer);
        RefuseBlank(reason, "reason");
        (Outcome, Reasons, ProposedBy, ProposedAt) = (null, null, null, null);
        Move(AppealTrigger.SendBack, to, reason);
    }

    /// <exception cref="BusinessException">The officer took part in the decision, or proposed this outcome.</exception>
    public void Confirm(Officer officer, DateTime now)
    {
        var trigger = Outcome == AppealOutcome.Overturn ? AppealTrigger.Overturn : AppealTrigger.Uphold;
        var to = AppealStates.Transitions.Fire(State, trigger);
        RefuseDecider(officer);
        RefuseProposer(officer);
        (ConfirmedBy, ConfirmedAt) = (officer, now);
        Move(trigger, to, Reasons);
        AddEvent(new ApplicationNewsEto(
            ApplicationId, ProviderId, Reference,
            Outcome == AppealOutcome.Overturn
                ? "your appeal has succeeded. The letter says what happens next"
                : "your appeal has not succeeded. The letter says why"));
    }

    private void RefuseDecider(Officer officer)
    {
        if (DecidedBy.Contains(officer.Id))
        {
            throw new BusinessException(AccreditationErrorCodes.PanelMustDiffer);
        }
    }

    private void RefuseProposer(Officer officer)
    {
        if (ProposedBy?.Id == officer.Id)
        {
            throw new BusinessException(AccreditationErrorCodes.OwnProposal);
        }
    }

    private static void RefuseBlank(string text, string field)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidInputException(field, "Say why.");
        }
    }

    private void Move(AppealTrigger trigger, AppealState to, string? reason)
    {
        Record(trigger.ToString(), State.ToString(), to.ToString(), reason);
        State = to;
    }

    private static string InWords(DateOnly date) => date.ToString("d MMMM yyyy", British);
}
