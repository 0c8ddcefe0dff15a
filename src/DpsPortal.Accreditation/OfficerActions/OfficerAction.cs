using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.OfficerActions;

/// <summary>What the two kinds of action tell the provider and the officer, where they differ.</summary>
/// <param name="Announce">Of a notice, up to the day by which the provider may answer.</param>
/// <param name="TakeBack">Of a notice that is dropped.</param>
/// <param name="Answered">To the officer, when the provider has answered.</param>
/// <param name="AnswerMissing">At the field of an empty answer.</param>
internal sealed record ActionWords(string Announce, string TakeBack, string Answered, string AnswerMissing);

/// <summary>
/// Proposed by one officer, confirmed by another, with reasons the provider reads. What ends a standing is told before
/// it happens. Source: PA 2023, s. 37(4); domain §2.6.
/// </summary>
internal abstract class OfficerAction : AggregateRoot
{
    /// <summary>To answer a notice, in working days; the day of the letter is day 0. Domain §2.6.</summary>
    public const int RepresentationDays = 10;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <exception cref="InvalidInputException">No reasons.</exception>
    protected OfficerAction(Application application, string reasons, bool immediateRisk, Officer officer, DateTime now)
        : base(Guid.CreateVersion7())
    {
        if (string.IsNullOrWhiteSpace(reasons))
        {
            throw new InvalidInputException("reasons", "Say why.");
        }

        (ApplicationId, Reference) = (application.Id, application.Reference);
        (HostAuthorityId, ProviderId) = (application.HostAuthorityId, application.ProviderId);
        (Reasons, ImmediateRisk) = (reasons, immediateRisk);
        (ProposedBy, ProposedAt) = (officer, now);
    }

    protected OfficerAction()
    {
    }

    public Guid ApplicationId { get; private set; }

    public string Reference { get; private set; } = "";

    public Guid HostAuthorityId { get; private set; }

    public Guid ProviderId { get; private set; }

    public MemberActionState State { get; private set; } = MemberActionState.Proposed;

    public IReadOnlyList<Guid> LotIds { get; protected set; } = [];

    public string Reasons { get; private set; } = "";

    public bool ImmediateRisk { get; private set; }

    public Officer ProposedBy { get; private set; } = new(Guid.Empty, "");

    public DateTime ProposedAt { get; private set; }

    public Officer? ConfirmedBy { get; private set; }

    /// <summary>Instant, UTC. The provider learns of the action from then on.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    /// <summary>Last day to answer a notice, London.</summary>
    public DateOnly? RepresentationsUntil { get; private set; }

    public string? Representations { get; private set; }

    public DateTime? SettledAt { get; private set; }

    public string? DropReason { get; private set; }

    public bool IsOpen => State is MemberActionState.Proposed or MemberActionState.NoticeGiven;

    /// <summary>Name of the kind, as the history has it.</summary>
    protected abstract string KindName { get; }

    /// <summary>The provider is heard before it is done.</summary>
    protected abstract bool NeedsNotice { get; }

    protected abstract ActionWords Words { get; }

    /// <summary>What the provider is told once it is done.</summary>
    protected abstract string NewsOfDone { get; }

    /// <summary>The last day for representations has passed.</summary>
    public bool NoticeIsOver(DateTime now) =>
        State == MemberActionState.NoticeGiven && LondonTime.DateOf(now) > RepresentationsUntil;

    public bool TakesRepresentations(DateTime now) =>
        State == MemberActionState.NoticeGiven && LondonTime.DateOf(now) <= RepresentationsUntil;

    /// <exception cref="BusinessException">The officer proposed it.</exception>
    public void Confirm(Officer officer, DateTime now)
    {
        if (State != MemberActionState.Proposed)
        {
            throw Refusal("Confirm");
        }

        RefuseProposer(officer);
        (ConfirmedBy, ConfirmedAt) = (officer, now);
        RepresentationsUntil = NeedsNotice ? WorkingDays.DueDate(now, RepresentationDays) : null;
        Move(NeedsNotice ? MemberActionTrigger.GiveNotice : MemberActionTrigger.CarryOut, Reasons);
        SettledAt = NeedsNotice ? null : now;
        Tell(NeedsNotice ? $"{Words.Announce} {InWords(RepresentationsUntil!.Value)} why we should not" : NewsOfDone);
    }

    /// <exception cref="BusinessException">The provider may still be heard, or the officer proposed it.</exception>
    public void CarryOut(Officer officer, DateTime now)
    {
        if (State != MemberActionState.NoticeGiven)
        {
            throw Refusal("CarryOut");
        }

        if (!NoticeIsOver(now))
        {
            throw new BusinessException(AccreditationErrorCodes.NoticeRuns)
                .WithData("until", InWords(RepresentationsUntil!.Value));
        }

        RefuseProposer(officer);
        Move(MemberActionTrigger.CarryOut, Reasons);
        SettledAt = now;
        Tell(NewsOfDone);
    }

    public void Drop(string reason, Officer officer, DateTime now)
    {
        var told = State == MemberActionState.NoticeGiven;
        MemberActionStates.Transitions.Fire(State, MemberActionTrigger.Drop);
        if (told)
        {
            RefuseProposer(officer);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new InvalidInputException("reason", "Say why.");
        }

        Move(MemberActionTrigger.Drop, reason);
        (DropReason, SettledAt) = (reason, now);
        if (told)
        {
            Tell(Words.TakeBack);
        }
    }

    /// <exception cref="BusinessException">The last day for it has passed.</exception>
    public void Represent(string text, DateTime now)
    {
        if (State != MemberActionState.NoticeGiven)
        {
            throw Refusal("Represent");
        }

        if (!TakesRepresentations(now))
        {
            throw new BusinessException(AccreditationErrorCodes.RepresentationsClosed)
                .WithData("until", InWords(RepresentationsUntil!.Value));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidInputException("text", Words.AnswerMissing);
        }

        Representations = text;
        Record("Represent");
        AddEvent(new OfficerNewsEto(ApplicationId, HostAuthorityId, ProposedBy.Id, Reference, Words.Answered));
    }

    protected void RecordProposal() => Record($"Propose{KindName}", after: State.ToString(), reason: Reasons);

    private void RefuseProposer(Officer officer)
    {
        if (ProposedBy.Id == officer.Id)
        {
            throw new BusinessException(AccreditationErrorCodes.OwnProposal);
        }
    }

    private InvalidTransitionException Refusal(string move) => new(
        State.ToString(), move, [.. MemberActionStates.Transitions.PermittedTriggers(State).Select(t => t.ToString())]);

    private void Move(MemberActionTrigger trigger, string reason)
    {
        var to = MemberActionStates.Transitions.Fire(State, trigger);
        Record($"{trigger}{KindName}", State.ToString(), to.ToString(), reason);
        State = to;
    }

    private void Tell(string news) => AddEvent(new ApplicationNewsEto(ApplicationId, ProviderId, Reference, news));

    private static string InWords(DateOnly day) => day.ToString("d MMMM yyyy", British);
}
