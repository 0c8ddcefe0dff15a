using System.Globalization;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Standings;

/// <summary>
/// What two officers do to an accreditation: one proposes, another confirms, with reasons the provider reads. A
/// revocation is told before it happens, by the rule that holds for a removal. Source: domain §2.6.
/// </summary>
internal sealed class StandingAction : AggregateRoot
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public StandingAction(Application application, ProposeStandingActionDto input, Officer officer, DateTime now)
        : base(Guid.CreateVersion7())
    {
        if (string.IsNullOrWhiteSpace(input.Reasons))
        {
            throw new InvalidInputException("reasons", "Say why.");
        }

        if (input.ImmediateRisk && input.Kind != StandingActionKind.Revoke)
        {
            throw new InvalidInputException("immediateRisk", "Only a revocation has a notice to leave out.");
        }

        (ApplicationId, Reference) = (application.Id, application.Reference);
        (HostAuthorityId, ProviderId) = (application.HostAuthorityId, application.ProviderId);
        (Kind, Reasons, ImmediateRisk) = (input.Kind, input.Reasons, input.ImmediateRisk);
        LotIds = Kind == StandingActionKind.MeetConditions ? [] : [.. input.LotIds.Distinct()];
        ConditionIds = Kind == StandingActionKind.MeetConditions ? [.. input.ConditionIds.Distinct()] : [];
        PremisesIds = Kind == StandingActionKind.CoverHomes ? [.. input.PremisesIds.Distinct()] : [];
        (ProposedBy, ProposedAt) = (officer, now);
        Record($"Propose{Kind}", after: State.ToString(), reason: Reasons);
    }

    private StandingAction()
    {
    }

    public Guid ApplicationId { get; private set; }

    public string Reference { get; private set; } = "";

    public Guid HostAuthorityId { get; private set; }

    public Guid ProviderId { get; private set; }

    public StandingActionKind Kind { get; private set; }

    public MemberActionState State { get; private set; } = MemberActionState.Proposed;

    public IReadOnlyList<Guid> LotIds { get; private set; } = [];

    public IReadOnlyList<Guid> ConditionIds { get; private set; } = [];

    public IReadOnlyList<Guid> PremisesIds { get; private set; } = [];

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

    private bool NeedsNotice => Kind == StandingActionKind.Revoke && !ImmediateRisk;

    public bool IsOpen => State is MemberActionState.Proposed or MemberActionState.NoticeGiven;

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
        RepresentationsUntil = NeedsNotice ? WorkingDays.DueDate(now, MemberAction.RepresentationDays) : null;
        Move(NeedsNotice ? MemberActionTrigger.GiveNotice : MemberActionTrigger.CarryOut, Reasons);
        SettledAt = NeedsNotice ? null : now;
        Tell(NeedsNotice
            ? "we mean to revoke the accreditation of your organisation. The letter says why; tell us by "
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
            Tell("we do not revoke the accreditation of your organisation after all. Sign in to read why");
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
            throw new InvalidInputException("text", "Say why you should stay accredited.");
        }

        Representations = text;
        Record("Represent");
        AddEvent(new OfficerNewsEto(
            ApplicationId, HostAuthorityId, ProposedBy.Id, Reference,
            "the provider has answered the notice of revocation"));
    }

    private string NewsOfDone() => Kind switch
    {
        StandingActionKind.Suspend => "the accreditation of your organisation is suspended. You are still invited and "
            + "may bid, but cannot be awarded a placement meanwhile. The letter says why",
        StandingActionKind.Reinstate => "the suspension of your accreditation has ended",
        StandingActionKind.MeetConditions => "we have recorded that conditions of your accreditation are met",
        StandingActionKind.CoverHomes => "your accreditation now covers the homes named in the letter",
        _ => "the accreditation of your organisation is revoked. The letter says why",
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
