using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.RecruitmentActions;

/// <summary>What a provider does by a day, so that its safer recruitment is as it was passed.</summary>
internal sealed class RecruitmentAction : AggregateRoot
{
    public RecruitmentAction(Application application, SetRecruitmentActionDto input, Officer officer)
        : base(Guid.CreateVersion7())
    {
        (ApplicationId, Reference) = (application.Id, application.Reference);
        (HostAuthorityId, ProviderId) = (application.HostAuthorityId, application.ProviderId);
        (Text, DueOn, SetBy) = (input.Text.Trim(), input.DueOn, officer);
        Record("Set", after: InWords(DueOn), reason: Text);
    }

    private RecruitmentAction()
    {
    }

    public Guid ApplicationId { get; private set; }

    public Guid HostAuthorityId { get; private set; }

    public Guid ProviderId { get; private set; }

    /// <summary>Of the application, for e-mails.</summary>
    public string Reference { get; private set; } = "";

    public string Text { get; private set; } = "";

    /// <summary>Last day to do it, London.</summary>
    public DateOnly DueOn { get; private set; }

    public Officer SetBy { get; private set; } = new(Guid.Empty, "");

    public RecruitmentActionState State { get; private set; } = RecruitmentActionState.Open;

    /// <summary>What the provider said last that it has done.</summary>
    public string? Note { get; private set; }

    public Guid? DocumentId { get; private set; }

    public string? ReportedByName { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? ReportedAt { get; private set; }

    public string? SentBackBecause { get; private set; }

    public Officer? SettledBy { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? SettledAt { get; private set; }

    public bool IsOverdue(DateTime now) => State == RecruitmentActionState.Open && LondonTime.DateOf(now) > DueOn;

    /// <exception cref="InvalidInputException">Nothing is said of what was done.</exception>
    public void Report(string note, Guid? documentId, string reportedByName, DateTime now)
    {
        var to = RecruitmentActionStates.Transitions.Fire(State, RecruitmentActionTrigger.Report);
        if (string.IsNullOrWhiteSpace(note))
        {
            throw new InvalidInputException("note", "Say what was done.");
        }

        Move(RecruitmentActionTrigger.Report, to);
        (Note, DocumentId) = (note.Trim(), documentId);
        (ReportedByName, ReportedAt) = (reportedByName, now);
        AddEvent(new OfficerNewsEto(
            ApplicationId, HostAuthorityId, SetBy.Id, Reference,
            "the provider says that an action on safer recruitment is done"));
    }

    public void Accept(Officer officer, DateTime now)
    {
        Move(
            RecruitmentActionTrigger.Accept,
            RecruitmentActionStates.Transitions.Fire(State, RecruitmentActionTrigger.Accept));
        (SettledBy, SettledAt) = (officer, now);
    }

    /// <summary>The provider gets time anew: what came back on its last day would be late at once.</summary>
    /// <param name="dueOn">The new last day to do it, London.</param>
    /// <param name="now">Instant, UTC.</param>
    /// <exception cref="InvalidInputException">No reason, or a day that has passed.</exception>
    public void SendBack(string reason, DateOnly dueOn, DateTime now)
    {
        var to = RecruitmentActionStates.Transitions.Fire(State, RecruitmentActionTrigger.SendBack);
        var errors = new List<FieldError>();
        if (string.IsNullOrWhiteSpace(reason))
        {
            errors.Add(new FieldError("reason", "Say what is still missing."));
        }

        if (dueOn < LondonTime.DateOf(now))
        {
            errors.Add(new FieldError("dueOn", "Enter a day that has not passed."));
        }

        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        Record(
            nameof(RecruitmentActionTrigger.SendBack), $"{State}, {InWords(DueOn)}", $"{to}, {InWords(dueOn)}", reason);
        (State, DueOn, SentBackBecause) = (to, dueOn, reason.Trim());
        AddEvent(new ApplicationNewsEto(
            ApplicationId, ProviderId, Reference,
            "an action on safer recruitment is not yet done. Sign in to read what is still missing and by when"));
    }

    private static string InWords(DateOnly dueOn) =>
        $"Due on {dueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    private void Move(RecruitmentActionTrigger trigger, RecruitmentActionState to)
    {
        Record(trigger.ToString(), State.ToString(), to.ToString());
        State = to;
    }
}
