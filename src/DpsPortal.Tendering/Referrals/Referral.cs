using DpsPortal.Framework.Domain;

namespace DpsPortal.Tendering.Referrals;

/// <summary>
/// One young person's need, known to the placing authority alone. It holds coded answers; the date of birth lies
/// apart in <see cref="ReferralSecret"/> and the case number is kept as a keyed hash only.
/// </summary>
internal sealed class Referral : AggregateRoot
{
    /// <summary>A draft; <see cref="Complete"/> makes it ready.</summary>
    public Referral(
        Guid id, Guid authorityId, NeedsDraftDto? draft, string? caseNumberHash, Person createdBy, DateTime now)
        : base(id)
    {
        AuthorityId = authorityId;
        Reference = References.New(References.OfReferral);
        Draft = draft;
        CaseNumberHash = caseNumberHash;
        CreatedById = createdBy.Id;
        CreatedByName = createdBy.Name;
        CreatedAt = now;
        Record("Create", after: State.ToString());
    }

    private Referral()
    {
    }

    public Guid AuthorityId { get; private set; }
    public string Reference { get; private set; } = null!;
    public ReferralState State { get; private set; } = ReferralState.Draft;

    /// <summary>With age and urgency, which the server fills in; null in a draft.</summary>
    public NeedsProfileDto? Needs { get; private set; }

    /// <summary>What is filled in so far; null once it is complete.</summary>
    public NeedsDraftDto? Draft { get; private set; }

    /// <summary>Keyed hash of authority and case number; null when no number was given.</summary>
    public string? CaseNumberHash { get; private set; }

    /// <summary>The latest call-off made from it.</summary>
    public Guid? CallOffId { get; private set; }

    /// <summary>Of one that was ended without a home from a call-off.</summary>
    public ReferralCancelReason? EndedBecause { get; private set; }

    /// <summary>Instant, UTC: placed or ended.</summary>
    public DateTime? EndedAt { get; private set; }

    public Guid CreatedById { get; private set; }
    public string CreatedByName { get; private set; } = null!;
    public DateTime CreatedAt { get; private set; }

    /// <exception cref="InvalidTransitionException">It is complete already, or was cancelled.</exception>
    public void SaveDraft(NeedsDraftDto draft, string? caseNumberHash)
    {
        Fire(ReferralTrigger.SaveDraft);
        Draft = draft;
        CaseNumberHash = caseNumberHash ?? CaseNumberHash;
    }

    /// <exception cref="InvalidTransitionException">It is complete already, or was cancelled.</exception>
    public void Complete(NeedsProfileDto needs, string? caseNumberHash)
    {
        Fire(ReferralTrigger.Complete);
        (Needs, Draft) = (needs, null);
        CaseNumberHash = caseNumberHash ?? CaseNumberHash;
    }

    /// <summary>Changed while it is sought for; the caller has seen to it that no published call-off relies on it.</summary>
    /// <exception cref="InvalidTransitionException">It is placed, fell through or was cancelled.</exception>
    public void Change(NeedsProfileDto needs, string? caseNumberHash)
    {
        ReferralStates.Transitions.Fire(State, ReferralTrigger.StartSourcing);
        Needs = needs;
        CaseNumberHash = caseNumberHash ?? CaseNumberHash;
        Record("Update", State.ToString(), State.ToString());
    }

    /// <summary>A call-off is being prepared from it.</summary>
    public void Prepare(Guid callOffId)
    {
        ReferralStates.Transitions.Fire(State, ReferralTrigger.StartSourcing);
        CallOffId = callOffId;
    }

    /// <param name="needs">As published: the age band may have moved on since it was recorded.</param>
    public void StartSourcing(NeedsProfileDto needs)
    {
        Fire(ReferralTrigger.StartSourcing);
        Needs = needs;
    }

    /// <param name="now">Instant, UTC.</param>
    public void Place(DateTime now)
    {
        Fire(ReferralTrigger.Place);
        EndedAt = now;
    }

    /// <param name="now">Instant, UTC.</param>
    /// <exception cref="InvalidInputException">
    /// It says that nobody searched, although a call-off was published, or the other way round.
    /// </exception>
    public void Cancel(ReferralCancelReason reason, bool wasSearched, DateTime now)
    {
        if (wasSearched && reason.ToKind() == ReferralOutcomeKind.NotSearched)
        {
            throw new InvalidInputException(
                "reason", "A call-off was published for this need. Say where the young person lives instead, or that nobody "
                    + "offered a home.");
        }

        if (!wasSearched && reason.ToKind() == ReferralOutcomeKind.NotFound)
        {
            throw new InvalidInputException("reason", "No call-off was published for this need. Say why nobody searched.");
        }

        Fire(ReferralTrigger.Cancel, reason.ToString());
        (EndedBecause, EndedAt) = (reason, now);
    }

    private void Fire(ReferralTrigger trigger, string? reason = null)
    {
        var to = ReferralStates.Transitions.Fire(State, trigger);
        (var from, State) = (State, to);
        Record(trigger.ToString(), from.ToString(), to.ToString(), reason);
    }
}

/// <summary>
/// The date of birth: stored apart, read by the age check alone, never returned, logged or audited.
/// </summary>
internal sealed class ReferralSecret
{
    public ReferralSecret(Guid referralId, Guid authorityId, DateOnly dateOfBirth) =>
        (ReferralId, AuthorityId, DateOfBirth) = (referralId, authorityId, dateOfBirth);

    private ReferralSecret()
    {
    }

    public Guid ReferralId { get; private set; }
    public Guid AuthorityId { get; private set; }
    public DateOnly DateOfBirth { get; private set; }

    public void Correct(DateOnly dateOfBirth) => DateOfBirth = dateOfBirth;
}
