using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Memberships;

/// <summary>
/// A suspension, reinstatement or removal: proposed by one officer, confirmed by another, with reasons the provider
/// reads. A removal is told before it happens. Source: PA 2023, s. 37(4).
/// </summary>
internal sealed class MemberAction : AggregateRoot
{
    /// <summary>To answer a notice, in working days; the day of the letter is day 0. Domain §2.6.</summary>
    public const int RepresentationDays = 10;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public MemberAction(Application application, ProposeMemberActionDto input, Officer officer, DateTime now)
        : base(Guid.CreateVersion7())
    {
        if (string.IsNullOrWhiteSpace(input.Reasons))
        {
            throw new InvalidInputException("reasons", "Say why.");
        }

        if (input.ImmediateRisk && input.Kind != MemberActionKind.Remove)
        {
            throw new InvalidInputException("immediateRisk", "Only a removal has a notice to leave out.");
        }

        (ApplicationId, Reference) = (application.Id, application.Reference);
        (HostAuthorityId, ProviderId) = (application.HostAuthorityId, application.ProviderId);
        (Kind, LotIds, Reasons) = (input.Kind, [.. input.LotIds.Distinct()], input.Reasons);
        (ImmediateRisk, ProposedBy, ProposedAt) = (input.ImmediateRisk, officer, now);
        Record($"Propose{Kind}", after: State.ToString(), reason: Reasons);
    }

    private MemberAction()
    {
    }

    public Guid ApplicationId { get; private set; }

    public string Reference { get; private set; } = "";

    public Guid HostAuthorityId { get; private set; }

    public Guid ProviderId { get; private set; }

    public MemberActionKind Kind { get; private set; }

    public MemberActionState State { get; private set; } = MemberActionState.Proposed;

    public IReadOnlyList<Guid> LotIds { get; private set; } = [];

    public string Reasons { get; private set; } = "";

    public bool ImmediateRisk { get; private set; }

    public Officer ProposedBy { get; private set; } = new(Guid.Empty, "");

    public DateTime ProposedAt { get; private set; }

    public Officer? ConfirmedBy { get; private set; }

    /// <summary>Instant, UTC. The provider learns of the action from then on.</summary>
    public DateTime? ConfirmedAt { get; private set; }

    public DateOnly? RepresentationsUntil { get; private set; }

    public string? Representations { get; private set; }

    public DateTime? SettledAt { get; private set; }

    public string? DropReason { get; private set; }

    public MemberTrigger Trigger => Kind switch
    {
        MemberActionKind.Suspend => MemberTrigger.Suspend,
        MemberActionKind.Reinstate => MemberTrigger.Reinstate,
        _ => MemberTrigger.Remove,
    };

    private bool NeedsNotice => Kind == MemberActionKind.Remove && !ImmediateRisk;

    public bool IsOpen => State is MemberActionState.Proposed or MemberActionState.NoticeGiven;

    /// <summary>The last day for representations has passed.</summary>
    public bool NoticeIsOver(DateTime now) =>
        State == MemberActionState.NoticeGiven && LondonTime.DateOf(now) > RepresentationsUntil;

    public bool TakesRepresentations(DateTime now) =>
        State == MemberActionState.NoticeGiven && LondonTime.DateOf(now) <= RepresentationsUntil;

    /// <exception cref="BusinessException">The officer proposed it.</exception>
    public void Confirm(Officer officer, DateTime now)
    {
        var trigger = NeedsNotice ? MemberActionTrigger.GiveNotice : MemberActionTrigger.CarryOut;
        if (State != MemberActionState.Proposed)
        {
            throw Refusal("Confirm");
        }

        RefuseProposer(officer);
        (ConfirmedBy, ConfirmedAt) = (officer, now);
        RepresentationsUntil = NeedsNotice ? WorkingDays.DueDate(now, RepresentationDays) : null;
        Move(trigger, Reasons);
        SettledAt = NeedsNotice ? null : now;
        Tell(NeedsNotice
            ? "we mean to remove your organisation from lots of the scheme. The letter says why; tell us by "
                + $"{RepresentationsUntil!.Value.ToString("d MMMM yyyy", British)} why we should not"
            : NewsOfDone());
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
                .WithData("until", RepresentationsUntil!.Value.ToString("d MMMM yyyy", British));
        }

        RefuseProposer(officer);
        Move(MemberActionTrigger.CarryOut, Reasons);
        SettledAt = now;
        Tell(NewsOfDone());
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
            Tell("we do not remove your organisation after all. Sign in to read why");
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
                .WithData("until", RepresentationsUntil!.Value.ToString("d MMMM yyyy", British));
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            throw new InvalidInputException("text", "Say why you should stay a member.");
        }

        Representations = text;
        Record("Represent");
        AddEvent(new OfficerNewsEto(
            ApplicationId, HostAuthorityId, ProposedBy.Id, Reference,
            "the provider has answered the notice of removal"));
    }

    private string NewsOfDone() => Kind switch
    {
        MemberActionKind.Suspend =>
            "your organisation is suspended from lots of the scheme and not invited meanwhile. The letter says why",
        MemberActionKind.Reinstate => "the suspension of your organisation has ended; you are invited again",
        _ => "your organisation has been removed from lots of the scheme. The letter says why; you may apply again",
    };

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
        Record($"{trigger}{Kind}", State.ToString(), to.ToString(), reason);
        State = to;
    }

    private void Tell(string news) => AddEvent(new ApplicationNewsEto(ApplicationId, ProviderId, Reference, news));
}
