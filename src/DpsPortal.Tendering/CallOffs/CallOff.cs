using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Integration;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>
/// A mini-competition for one young person's need among the members of a lot. Bids stay sealed until the deadline
/// has passed and two officers open them; from the deadline on no bid is taken. Its row never changes when a bid
/// arrives, so that nothing about it tells how many there are.
/// </summary>
internal sealed partial class CallOff : AggregateRoot
{
    public CallOff(Guid id, Guid placingAuthorityId, string placingAuthorityName, Guid referralId, CallOffLot lot,
        CallOffTerms terms, Person preparedBy, DateTime now)
        : base(id)
    {
        Reference = References.New(References.OfCallOff);
        PlacingAuthorityId = placingAuthorityId;
        PlacingAuthorityName = placingAuthorityName;
        ReferralId = referralId;
        (LotId, LotName, SchemeId, SchemeName, Category) = lot;
        SearchText = $"{Reference} {LotName} {SchemeName}".ToUpperInvariant();
        PreparedById = preparedBy.Id;
        PreparedByName = preparedBy.Name;
        Remember(preparedBy, now);
        Set(terms);
        Record("Create", after: State.ToString());
        TellApprovers(preparedBy.Id, $"Call-off {Reference} waits to be checked and published");
    }

    private CallOff()
    {
    }

    public string Reference { get; private set; } = null!;
    public Guid PlacingAuthorityId { get; private set; }
    public string PlacingAuthorityName { get; private set; } = null!;
    public Guid ReferralId { get; private set; }
    public Guid LotId { get; private set; }
    public string LotName { get; private set; } = null!;
    public Guid SchemeId { get; private set; }
    public string SchemeName { get; private set; } = null!;

    /// <summary>Reference, lot and scheme in capitals: what the list's search box looks in.</summary>
    public string SearchText { get; private set; } = null!;

    public OfstedCategory Category { get; private set; }
    public CallOffState State { get; private set; } = CallOffState.Draft;

    /// <summary>As published; null in a draft, when the referral's count.</summary>
    public NeedsProfileDto? Needs { get; private set; }

    public IReadOnlyList<CriterionDto> Criteria { get; private set; } = [];
    public decimal PriceWeight { get; private set; }
    public long? CeilingWeeklyPence { get; private set; }

    /// <summary>Instant, UTC. A bid stored at or after it is late.</summary>
    public DateTime Deadline { get; private set; }

    public Guid PreparedById { get; private set; }
    public string PreparedByName { get; private set; } = null!;

    /// <summary>Whoever prepared it or changed its terms or needs since: none of them publishes it.</summary>
    public IReadOnlyList<Guid> EditorIds { get; private set; } = [];

    /// <summary>When terms or needs were last changed: it also moves <see cref="AggregateRoot.Version"/> on.</summary>
    public DateTime EditedAt { get; private set; }
    public string? PublishedByName { get; private set; }
    public DateTime? PublishedAt { get; private set; }
    public int? InvitedCount { get; private set; }

    /// <summary>What the tie ladder's draw is made from, stored before any bid exists (fact 16).</summary>
    public string? Seed { get; private set; }

    public DateTime? ClosedAt { get; private set; }

    /// <summary>Instant, UTC; null unless it was cancelled.</summary>
    public DateTime? CancelledAt { get; private set; }
    public IReadOnlyList<OpenerDto> Openers { get; private set; } = [];
    public DateTime? OpenedAt { get; private set; }

    /// <summary>Told to everybody who was invited; null unless cancelled.</summary>
    public CallOffCancelReason? CancelReason { get; private set; }

    /// <summary>Every change of the scores moves it, so that a save over somebody else's is noticed.</summary>
    public DateTime? ScoredAt { get; private set; }

    /// <summary>
    /// Database time of the last time quality was locked: evaluators have seen names and prices since, and it stays when
    /// scoring begins again. Null before.
    /// </summary>
    public DateTime? QualityLockedAt { get; private set; }

    /// <summary>Database time of the first time quality was locked: whoever scored later may have seen prices.</summary>
    public DateTime? PricesSeenAt { get; private set; }

    /// <summary>When somebody last declared a conflict; null where nobody did.</summary>
    public DateTime? ConflictDeclaredAt { get; private set; }

    /// <summary>
    /// Every question about a price and every decision on one moves it, so that a save over somebody else's is noticed.
    /// </summary>
    public DateTime? PriceQuestionedAt { get; private set; }

    public AwardDecision? Award { get; private set; }

    /// <summary>Who sent the last proposal back; null once another is made or scores are given anew.</summary>
    public string? AwardReturnedByName { get; private set; }

    /// <param name="needs">The referral's, as they are now.</param>
    /// <param name="invited">The number of members invited.</param>
    /// <exception cref="BusinessException">
    /// By whoever prepared it, while it is sent back, too short a time to bid, or nobody to invite.
    /// </exception>
    public void Publish(
        Person publisher, DateTime now, BiddingPeriod earliest, NeedsProfileDto needs, int invited, string seed) =>
        Fire(CallOffTrigger.Publish, () =>
        {
            Refuse(EditorIds.Contains(publisher.Id), TenderingErrorCodes.OwnDraft);
            RefuseWhileReturned();
            earliest.Allow(Deadline);
            BiddingPeriod.RefuseTooLong(Deadline, now);
            Refuse(invited == 0, TenderingErrorCodes.NoMembers);
            Needs = needs;
            PublishedByName = publisher.Name;
            PublishedAt = now;
            InvitedCount = invited;
            Seed = seed;
            AddEvent(new CallOffPublishedEto(Id, Reference, Deadline));
        });

    /// <exception cref="InvalidInputException">The reason speaks of bids that nobody has read.</exception>
    public void Cancel(CallOffCancelReason reason, DateTime now)
    {
        if (reason == CallOffCancelReason.NoSuitableBid && OpenedAt is null)
        {
            throw new InvalidInputException("reason", "The bids are not open yet. Choose another reason.");
        }

        var wasPublished = PublishedAt is not null;
        Fire(CallOffTrigger.Cancel, () => (CancelReason, CancelledAt) = (reason, now), reason.ToString());
        if (wasPublished)
        {
            AddEvent(new CallOffCancelledEto(Id, Reference));
        }
    }

    /// <param name="now">Database time.</param>
    /// <exception cref="BusinessException">The deadline has not passed.</exception>
    /// <param name="root">Of the box: what is written here is sealed with the audit trail.</param>
    public void Close(DateTime now, bool anyBid, string root) =>
        Fire(anyBid ? CallOffTrigger.Close : CallOffTrigger.CloseWithoutBids, () =>
        {
            RefuseBeforeDeadline(now);
            ClosedAt = now;
            AddEvent(new BoxClosedEto(Id, PlacingAuthorityId, Reference));
        }, $"The deadline has passed. Root of the box: {root}");

    /// <summary>The first officer asks; a second, other officer opens (fact 12).</summary>
    /// <param name="now">Database time.</param>
    /// <exception cref="ForbiddenByStageException">The deadline has not passed.</exception>
    /// <exception cref="BusinessException">The officer has asked already.</exception>
    public void Open(Person officer, DateTime now)
    {
        if (State is CallOffState.Published)
        {
            RefuseBeforeDeadline(now);
        }

        CallOffStates.Transitions.Fire(State, CallOffTrigger.Open);
        Refuse(Openers.Any(o => o.UserId == officer.Id), TenderingErrorCodes.SecondOpenerNeeded);
        if (Openers.Count == 0)
        {
            Openers = [new OpenerDto(officer.Id, officer.Name, now)];
            Record("AskToOpen", State.ToString(), State.ToString());
            return;
        }

        Fire(CallOffTrigger.Open, () =>
        {
            Openers = [.. Openers, new OpenerDto(officer.Id, officer.Name, now)];
            OpenedAt = now;
        });
    }

    /// <summary>Whether this officer's word opens it: another one has asked already.</summary>
    public bool OpensWith(Guid officerId) =>
        State == CallOffState.Closed && Openers is [var first] && first.UserId != officerId;

    /// <summary>
    /// For its History: who said what about a conflict of their own. A conflict moves the version, so that nothing its
    /// person does at the same moment is stored as well.
    /// </summary>
    public void Declare(bool hasConflict, DateTime now)
    {
        Record(nameof(Declare), State.ToString(), State.ToString(), hasConflict ? "A conflict" : "No conflict");
        ConflictDeclaredAt = hasConflict ? now : ConflictDeclaredAt;
    }

    /// <summary>
    /// Quality is scored, perhaps anew: whoever scores sees no bidder and no price, not in the History either (fact 13).
    /// </summary>
    public bool HidesBidders => State is CallOffState.Opened or CallOffState.Evaluating;

    /// <param name="action">Of the History.</param>
    public bool IsHidden(string action) =>
        (HidesBidders && TellsOfBidders(action)) || (ScoresShownAt is null && action == nameof(Agree));

    private static bool TellsOfBidders(string action) => action.EndsWith("Price", StringComparison.Ordinal)
        || action.EndsWith("EarlierUse", StringComparison.Ordinal)
        || action.EndsWith("PriceQuestion", StringComparison.Ordinal);

    /// <param name="label">Of the bid, e.g. <c>Bid A</c>.</param>
    public void QuestionPrice(string label, string question, DateTime now)
    {
        Fire(CallOffTrigger.QuestionPrice, () => PriceQuestionedAt = now);
        Record("AskAboutPrice", after: label, reason: question);
    }

    /// <param name="label">Of the bid, e.g. <c>Bid A</c>.</param>
    /// <param name="deed">What was done, e.g. <c>RejectPrice</c>.</param>
    public void SettlePrice(string label, string deed, string? reason, DateTime now)
    {
        Fire(CallOffTrigger.SettlePrice, () => PriceQuestionedAt = now);
        Record(deed, after: label, reason: reason);
    }

    public void ProposeAward(AwardDecision award) => Fire(CallOffTrigger.ProposeAward, () =>
    {
        (Award, AwardReturnedByName) = (award, null);
        TellApprovers(award.ProposedById, $"The award of call-off {Reference} waits for approval");
    }, award.Reason);

    public void SendBackAward(Person officer, string reason) => Fire(CallOffTrigger.SendBackAward, () =>
    {
        Refuse(officer.Id == Award!.ProposedById, TenderingErrorCodes.OwnProposal);
        AddEvent(ColleagueNewsEto.ToProposer(
            PlacingAuthorityId, Award.ProposedById, $"The award of call-off {Reference} was sent back to you"));
        (Award, AwardReturnedByName) = (null, officer.Name);
    }, reason);

    private void TellApprovers(Guid butNot, string news) => AddEvent(
        ColleagueNewsEto.ToSecondPerson(PlacingAuthorityId, Role.PlacementsApprover, butNot, news));

    /// <exception cref="BusinessException">Somebody else proposed it.</exception>
    public void TakeBackAward(Person officer) => Fire(CallOffTrigger.TakeBackAward, () =>
    {
        Refuse(officer.Id != Award!.ProposedById, TenderingErrorCodes.NotYourProposal);
        Award = null;
    });

    /// <param name="awarded">What the placement is made from.</param>
    /// <param name="priceDeciders">Who decided on the price of a bid: their decisions are approved with the award.</param>
    /// <param name="useRecorders">Who said that a home was used before: that is approved with the award.</param>
    /// <param name="evaluators">Whose scores count: those are approved with the award, and so is what the chair agreed.</param>
    public void ApproveAward(
        Person approver, DateTime now, CallOffAwardedEto awarded, IReadOnlyList<Guid> bidders,
        IEnumerable<Guid> priceDeciders, IEnumerable<Guid> useRecorders, IEnumerable<Guid> evaluators) =>
        Fire(CallOffTrigger.ApproveAward, () =>
        {
            Refuse(approver.Id == Award!.ProposedById, TenderingErrorCodes.OwnProposal);
            Refuse(approver.Id == ChairId || evaluators.Contains(approver.Id), TenderingErrorCodes.OwnScores);
            Refuse(priceDeciders.Contains(approver.Id), TenderingErrorCodes.OwnPriceDecision);
            Refuse(useRecorders.Contains(approver.Id), TenderingErrorCodes.OwnEarlierUse);
            Award = Award with { ApprovedByName = approver.Name, ApprovedAt = now };
            AddEvent(awarded);
            AddEvent(ColleagueNewsEto.ToProposer(
                PlacingAuthorityId, Award.ProposedById, $"The award of call-off {Reference} that you proposed was approved"));
            AddEvent(new LettersReleasedEto(Id, Reference, bidders));
        });

    private void Set(CallOffTerms terms) =>
        (Criteria, PriceWeight, CeilingWeeklyPence, Deadline) = terms.Checked();

    private void RefuseBeforeDeadline(DateTime now)
    {
        if (now < Deadline)
        {
            var refusal = new ForbiddenByStageException(TenderingErrorCodes.DeadlineNotReached);
            refusal.WithData("deadline", Sentences.London(Deadline));
            throw refusal;
        }
    }

    private static void Refuse(bool when, string because)
    {
        if (when)
        {
            throw new BusinessException(because);
        }
    }

    /// <summary>The table is asked first, then the condition in <paramref name="move"/>, which changes nothing if it refuses.</summary>
    private void Fire(CallOffTrigger trigger, Action move, string? reason = null)
    {
        var to = CallOffStates.Transitions.Fire(State, trigger);
        move();
        (var from, State) = (State, to);
        Record(trigger.ToString(), from.ToString(), to.ToString(), reason);
    }
}

/// <summary>The lot a call-off runs in, with the names it had then.</summary>
internal sealed record CallOffLot(Guid LotId, string LotName, Guid SchemeId, string SchemeName, OfstedCategory Category);

internal sealed record AwardDecision(
    Guid BidId, Guid ProviderId, string ProviderName, string Reason, Guid ProposedById, string ProposedByName,
    DateTime ProposedAt, string? ApprovedByName = null, DateTime? ApprovedAt = null)
{
    public AwardDto ToDto() => new(
        BidId, ProviderName, Reason, ProposedById, ProposedByName, ProposedAt, ApprovedByName, ApprovedAt);
}
