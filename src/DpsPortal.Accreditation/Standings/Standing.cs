using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Standings;

/// <summary>A home and the days on which it is covered, both inclusive, London.</summary>
internal sealed record CoveredHome(Guid PremisesId, DateOnly From, DateOnly Until);

/// <summary>
/// The accreditation of a provider in a lot, and of its homes: it gates award, never invitation (fact 4). Days count
/// by themselves; the worker only records that they have passed.
/// </summary>
internal sealed partial class Standing : AggregateRoot
{
    /// <summary>How long a home is covered from the decision on, in months. Source: domain §2.6.</summary>
    public const int HomeMonths = 12;

    public Standing(Guid id, Application application, Guid lotId) : base(id)
    {
        (LotId, ProviderId, HostAuthorityId) = (lotId, application.ProviderId, application.HostAuthorityId);
        Renew(application);
    }

    private Standing()
    {
    }

    public Guid LotId { get; private set; }

    public Guid ProviderId { get; private set; }

    public Guid HostAuthorityId { get; private set; }

    public Guid ApplicationId { get; private set; }

    public StandingState State { get; private set; } = StandingState.NotStarted;

    /// <summary>First day, London; null when it never was accredited.</summary>
    public DateOnly? AccreditedFrom { get; private set; }

    /// <summary>Last day, London; null when not accredited.</summary>
    public DateOnly? AccreditedUntil { get; private set; }

    /// <summary>Last day once every condition is met, London; null without conditions.</summary>
    public DateOnly? FullUntil { get; private set; }

    /// <summary>The earliest day of an open condition, London; its last day to be met.</summary>
    public DateOnly? ConditionsDueOn { get; private set; }

    public IReadOnlyList<CoveredHome> Homes { get; private set; } = [];

    public IReadOnlyList<SentReminder> SentReminders { get; private set; } = [];

    private bool Holds => State is StandingState.Accredited or StandingState.AccreditedWithConditions;

    /// <summary>By a decision that two officers made anew.</summary>
    public void Renew(Application application)
    {
        var trigger = application.Accreditation switch
        {
            AccreditationState.Accredited => StandingTrigger.Accredit,
            AccreditationState.AccreditedWithConditions => StandingTrigger.AccreditWithConditions,
            _ => StandingTrigger.Refuse,
        };
        Move(trigger, application.AccreditationDecision?.Reasons);
        ApplicationId = application.Id;
        AccreditedUntil = application.AccreditedUntil;
        AccreditedFrom = AccreditedUntil is null
            ? null
            : LondonTime.DateOf(application.AccreditationDecision!.ConfirmedAt!.Value);
        var conditional = trigger == StandingTrigger.AccreditWithConditions;
        FullUntil = conditional ? AccreditedFrom!.Value.AddMonths(Application.ValidMonths) : null;
        ConditionsDueOn = conditional ? application.AccreditationDecision!.Conditions.Min(c => c.DueOn) : null;
        Homes = AccreditedFrom is { } from
            ? [.. application.PremisesIds.Distinct().Select(id => new CoveredHome(id, from, from.AddMonths(HomeMonths)))]
            : [];
        SentReminders = [];
    }

    /// <summary>As the gate of an award asks: no recorded step is waited for.</summary>
    public bool IsAccredited(DateTime now) => AccreditedUntil is not null
        && StateOn(LondonTime.DateOf(now)) is (StandingState.Accredited or StandingState.AccreditedWithConditions);

    /// <summary>The homes that an award may go to.</summary>
    public IReadOnlyList<Guid> PremisesCovered(DateTime now) => IsAccredited(now)
        ? [.. Homes.Where(h => LondonTime.DateOf(now) <= h.Until).Select(h => h.PremisesId)]
        : [];

    /// <param name="today">London.</param>
    public StandingState StateOn(DateOnly today) =>
        (Holds || State == StandingState.Suspended) && today > AccreditedUntil ? StandingState.Expired
        : Holds && today > ConditionsDueOn ? StandingState.Suspended
        : State;

    public void Suspend(string reason) => Move(StandingTrigger.Suspend, reason);

    public void Reinstate(string reason) => Move(
        ConditionsDueOn is null ? StandingTrigger.Reinstate : StandingTrigger.ReinstateWithConditions, reason);

    public void Revoke(string reason) => Move(StandingTrigger.Revoke, reason);

    /// <summary>After an appeal against the revocation.</summary>
    public void Restore(string reason) => Move(
        ConditionsDueOn is null ? StandingTrigger.Restore : StandingTrigger.RestoreWithConditions, reason);

    /// <param name="dueOn">The earliest day of the conditions still open; null when every one is met.</param>
    public void RememberConditions(DateOnly? dueOn, string reason)
    {
        ConditionsDueOn = dueOn;
        if (dueOn is not null)
        {
            return;
        }

        // Met in time or not, the accreditation is whole again; a suspension is lifted by its own two officers.
        (AccreditedUntil, FullUntil) = (FullUntil ?? AccreditedUntil, null);
        if (State == StandingState.AccreditedWithConditions)
        {
            Move(StandingTrigger.MeetConditions, reason);
        }
    }

    /// <summary>New homes, and those whose days end, from a London day on.</summary>
    public void Cover(IReadOnlyList<Guid> premisesIds, DateOnly from)
    {
        Homes =
        [
            .. Homes.Where(h => !premisesIds.Contains(h.PremisesId)),
            .. premisesIds.Select(id => new CoveredHome(id, from, from.AddMonths(HomeMonths))),
        ];
        Record("CoverHomes", after: $"{premisesIds.Count} until {Text(from.AddMonths(HomeMonths))}");
    }

    private void Move(StandingTrigger trigger, string? reason)
    {
        var to = StandingStates.Transitions.Fire(State, trigger);
        Record(trigger.ToString(), State.ToString(), to.ToString(), reason);
        State = to;
    }
}
