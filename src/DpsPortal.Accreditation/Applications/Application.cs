using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// A provider's request to join a scheme, and the accreditation that runs with it. Two decisions come of it:
/// membership, on the questionnaire alone and within the legal clock, and accreditation, after five stages. Each is
/// proposed by one officer and confirmed by another.
/// </summary>
internal sealed partial class Application : AggregateRoot
{
    public Application(Guid id, string reference, Scheme scheme, Guid providerId, string providerName, DateTime now)
        : base(id)
    {
        scheme.RefuseWhenClosed(now);
        (Reference, SchemeId, HostAuthorityId) = (reference, scheme.Id, scheme.HostAuthorityId);
        Regime = scheme.Regime;
        (ProviderId, ProviderName) = (providerId, providerName);
        SearchText = $"{reference} {providerName}".ToUpperInvariant();
        (CreatedAt, LastSavedAt) = (now, now);
        Stages = Stage.All(now);
        Record("Create", after: Membership.ToString());
    }

    private Application()
    {
    }

    public string Reference { get; private set; } = "";

    public Guid SchemeId { get; private set; }

    public Guid HostAuthorityId { get; private set; }

    /// <summary>The law of its scheme, which sets its clock.</summary>
    public Regime Regime { get; private set; }

    public Guid ProviderId { get; private set; }

    /// <summary>As it was when the application was begun.</summary>
    public string ProviderName { get; private set; } = "";

    /// <summary>What the queue is searched by, in capitals.</summary>
    public string SearchText { get; private set; } = "";

    public MembershipState Membership { get; private set; } = MembershipState.Draft;

    public AccreditationState Accreditation { get; private set; } = AccreditationState.NotStarted;

    /// <summary>As saved; frozen by submission. What a question has changed waits apart until the answer.</summary>
    public QuestionnaireDto Answers { get; private set; } = new();

    public IReadOnlyList<Stage> Stages { get; private set; } = [];

    public DateTime CreatedAt { get; private set; }

    public DateTime LastSavedAt { get; private set; }

    public DateTime? SubmittedAt { get; private set; }

    /// <summary>When an appeal put it back into evaluation; the legal clock began anew then.</summary>
    public DateTime? ReopenedAt { get; private set; }

    public DateTime? ClockStartedAt => ReopenedAt ?? SubmittedAt;

    /// <summary>When it was confirmed or withdrawn: the legal clock stands still from then on.</summary>
    public DateTime? MembershipClosedAt { get; private set; }

    /// <summary>Last day to decide on membership, London; null while a draft.</summary>
    public DateOnly? DueOn { get; private set; }

    public string? ExtensionReason { get; private set; }

    /// <summary>When the clock of policy stood still; always empty where the law sets the clock.</summary>
    public IReadOnlyList<ClockPause> ClockPauses { get; private set; } = [];

    /// <summary>What an officer has to mind next: the legal day, then the open stage's. London.</summary>
    public DateOnly? NextDueOn { get; private set; }

    public Guid? AssignedToId { get; private set; }

    public string? AssignedToName { get; private set; }

    public Decision? MembershipDecision { get; private set; }

    public Decision? AccreditationDecision { get; private set; }

    /// <summary>The last proposal, sent or taken back; null once another is made.</summary>
    public ReturnedProposal? Returned { get; private set; }

    public FitAndProperTest? FitAndProperTest { get; private set; }

    public SaferRecruitmentReview? SaferRecruitment { get; private set; }

    /// <summary>Last day the accreditation counts, London.</summary>
    public DateOnly? AccreditedUntil { get; private set; }

    /// <summary>Neither refused nor given up: a provider has one such per scheme.</summary>
    public bool IsLive => Membership is not (MembershipState.Rejected or MembershipState.Withdrawn
        or MembershipState.Removed or MembershipState.Left);

    public IReadOnlyList<Guid> PremisesIds => Answers.Premises?.PremisesIds ?? [];

    public Stage StageOf(AccreditationStage kind) => Stages.Single(s => s.Kind == kind);

    public Stage? OpenStage => Stages.FirstOrDefault(
        s => s.Status == StageStatus.Open && s.Kind != AccreditationStage.Application);

    /// <summary>Keeps the sections that were sent and leaves the others. People get their identity here.</summary>
    /// <exception cref="InvalidTransitionException">Submitted, so frozen; no question asks to change these.</exception>
    public void Save(QuestionnaireDto sections, DateTime now)
    {
        var isDraft = Membership == MembershipState.Draft;
        if (!isDraft && !MayChange(sections))
        {
            // By the provider, to whom a proposed decision is not told.
            throw new InvalidTransitionException(nameof(MembershipState.Submitted), "Save", []);
        }

        var saved = Together(PendingAnswers ?? Answers, sections);
        (Answers, PendingAnswers) = isDraft ? (saved, null) : (Answers, saved);
        LastSavedAt = now;
        Record("Save", after: string.Join(", ", Questionnaire.Answered(sections)));
    }

    private static QuestionnaireDto Together(QuestionnaireDto before, QuestionnaireDto sections) => new()
    {
        Organisation = sections.Organisation ?? before.Organisation,
        Ofsted = sections.Ofsted ?? before.Ofsted,
        People = sections.People is { } people ? Identified(people) : before.People,
        ExclusionGrounds = sections.ExclusionGrounds ?? before.ExclusionGrounds,
        Insurance = sections.Insurance ?? before.Insurance,
        Premises = sections.Premises ?? before.Premises,
        LotsAndAreas = sections.LotsAndAreas ?? before.LotsAndAreas,
        RateCard = sections.RateCard ?? before.RateCard,
        Declaration = sections.Declaration ?? before.Declaration,
    };

    /// <summary>An id that is sent twice stays with the first of the two.</summary>
    private static PeopleSectionDto Identified(PeopleSectionDto section)
    {
        var used = new HashSet<Guid>();
        return section with
        {
            People =
            [
                .. section.People.Select(
                    p => p.Id is { } id && used.Add(id) ? p : p with { Id = Guid.CreateVersion7() }),
            ],
        };
    }

    /// <summary>Of an officer; what the interest is stays out of the audit trail.</summary>
    public void RememberInterest(bool hasConflict) =>
        Record("DeclareInterest", after: hasConflict ? "Conflict" : "NoConflict");

    /// <summary>What an officer scored counts no more once a conflict is declared.</summary>
    public void VoidScoresOf(Guid officerId) => FitAndProperTest = FitAndProperTest?.WithoutScoresOf(officerId);

    private void Tell(string news) => AddEvent(new ApplicationNewsEto(Id, ProviderId, Reference, news));

    private void OpenStageOf(AccreditationStage kind, DateTime now) =>
        Change(kind, s => s with { Status = StageStatus.Open, OpenedAt = now });

    private void CloseStageOf(
        AccreditationStage kind, bool passed, string reason, Officer officer, DateTime now) => Change(
        kind,
        s => s.Close(passed, reason, officer, now));

    private void Change(AccreditationStage kind, Func<Stage, Stage> change)
    {
        Stages = [.. Stages.Select(s => s.Kind == kind ? change(s) : s)];
        RememberNextDue();
    }

    private void RememberNextDue() => NextDueOn = MembershipClosedAt is null ? DueOn : OpenStage?.DueOn;

    private static void RefuseSamePerson(Decision decision, Officer officer)
    {
        if (decision.ProposedBy.Id == officer.Id)
        {
            throw new BusinessException(AccreditationErrorCodes.OwnProposal);
        }
    }
}
