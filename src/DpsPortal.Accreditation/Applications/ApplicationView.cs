using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Visits;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// An application as one side may see it. The provider sees each stage and the reasons of what is decided; never a
/// proposal that waits for its second officer, nor the officers' checks and notes.
/// </summary>
internal sealed class ApplicationView(
    Application application, Scheme scheme, IReadOnlyList<PremisesSummary> homes,
    IReadOnlyDictionary<Guid, string> documentNames, Guid readerOrganisationId, DateTime now,
    IReadOnlyList<Clarification> clarifications, InterestsDto? interests = null, Guid readerId = default,
    IReadOnlyList<RecruitmentAction>? actions = null)
{
    private static readonly MembershipTrigger[] OfProvider =
        [MembershipTrigger.Submit, MembershipTrigger.Withdraw, MembershipTrigger.Leave];

    /// <summary>What comes of an action on a member or of an appeal, and is offered there.</summary>
    private static readonly MembershipTrigger[] OfActions =
        [MembershipTrigger.Remove, MembershipTrigger.Reopen, MembershipTrigger.Restore];

    private readonly bool _byProvider = application.ProviderId == readerOrganisationId;

    private readonly bool _mayAct = interests is null or { Mine: InterestStatus.NoConflict };

    public ApplicationDto ToDto(IReadOnlyList<VisitListItemDto> visits) => new()
    {
        Id = application.Id,
        Reference = application.Reference,
        SchemeId = scheme.Id,
        SchemeName = scheme.Name,
        ProviderId = application.ProviderId,
        ProviderName = application.ProviderName,
        Membership = MembershipFor(application, _byProvider),
        Accreditation = AccreditationFor(application, _byProvider),
        Stages =
        [
            .. application.Stages.Select(s => new StageDto(
                s.Kind, s.Status, s.OpenedAt, s.ClosedAt, _byProvider ? null : s.ClosedBy?.Name, s.Reason)),
        ],
        Sections = Sections(),
        Answers = WithDocumentNames(),
        Premises =
        [
            .. homes.Where(p => application.PremisesIds.Contains(p.Id)).Select(p => new ApplicationPremisesDto(
                p.Id, p.Name, p.OutwardCode, p.AreaAuthority, p.Category, p.Places.Count, p.Usable, p.StandingReasons)),
        ],
        MembershipClock = ApplicationClocks.OfMembership(application, now),
        StageClock = ApplicationClocks.OfStage(application, now),
        DecisionDueIfSubmittedToday = application.Membership == MembershipState.Draft
            ? RegimeRules.Of(scheme.Regime).DecisionDue(now)
            : null,
        SubmittedAt = application.SubmittedAt,
        Lots = Lots(),
        MembershipDecision = Shown(application.MembershipDecision),
        AccreditationDecision = Shown(application.AccreditationDecision),
        ReturnedProposal = _byProvider ? null : Shown(application.Returned?.Proposal),
        FitAndProperTest = _byProvider
            ? null
            : FitnessView.ToDto(application, documentNames, readerId, _mayAct, now),
        PersonOutcomes = _byProvider ? FitnessView.OutcomesOf(application) : null,
        SaferRecruitment = _byProvider ? null : ToDto(application.SaferRecruitment),
        RecruitmentActions = [.. (actions ?? []).Select(ToDto)],
        Visits =
        [
            .. visits.Where(v => !_byProvider || v.Notice == VisitNotice.Announced || v.State == VisitState.Completed)
                .Select(v => new ApplicationVisitDto(
                    v.Id, v.PremisesId, v.PremisesName, v.ScheduledAt, v.Mode == VisitMode.InPerson,
                    v.State.ToString(), v.Passed)),
        ],
        Clarifications = [.. clarifications.Select(c => ToDto(c))],
        OpenToChange = application.OpenToChange,
        LastSavedAt = application.LastSavedAt,
        PermittedMembershipTriggers = MembershipTriggers(),
        PermittedAccreditationTriggers = AccreditationTriggers(),
        CanExtend = !_byProvider && _mayAct && application.CanExtend,
        CanPauseClock = !_byProvider && _mayAct && application.CanPauseClock,
        ClockIsPaused = application.ClockIsPaused,
        Interests = interests,
        Version = application.Version,
    };

    /// <summary>For an officer with a conflict: who applies and how it stands, nothing of what is in it.</summary>
    public ApplicationDto ToLockedDto() => ToDto([]) with
    {
        Sections = [],
        Answers = new QuestionnaireDto(),
        Premises = [],
        Lots = [.. Lots().Select(l => l with { RefusalReason = null, Concerns = [] })],
        Stages =
        [
            .. application.Stages.Select(s => new StageDto(s.Kind, s.Status, s.OpenedAt, s.ClosedAt, null, null)),
        ],
        Clarifications = [],
        MembershipDecision = null,
        AccreditationDecision = null,
        ReturnedProposal = null,
        FitAndProperTest = null,
        SaferRecruitment = null,
        RecruitmentActions = [],
    };

    public ApplicationListItemDto ToListItem() => new(
        application.Id, application.Reference, application.ProviderId, application.ProviderName, scheme.Name,
        [.. Lots().Select(l => l.Number)],
        application.Answers.LotsAndAreas?.Areas ?? [],
        MembershipFor(application, _byProvider),
        AccreditationFor(application, _byProvider),
        application.SubmittedAt,
        ApplicationClocks.OfMembership(application, now),
        ApplicationClocks.OfStage(application, now),
        _byProvider ? null : application.AssignedToName,
        _byProvider ? ApplicationWords.ForProvider(application) : ApplicationWords.NextStepOf(application),
        [.. Lots().Where(l => l.Concerns.Count > 0).Select(l => l.Number)]);

    private static MembershipState MembershipFor(Application application, bool byProvider) =>
        byProvider && application.Membership == MembershipState.DecisionProposed
            ? MembershipState.InEvaluation
            : application.Membership;

    private static AccreditationState AccreditationFor(Application application, bool byProvider) =>
        byProvider && application.Accreditation == AccreditationState.DecisionProposed
            ? AccreditationState.AwaitingDecision
            : application.Accreditation;

    private IReadOnlyList<SectionDto> Sections() => application.Membership == MembershipState.Draft
        ? Questionnaire.StatusOf(
            application.Answers, ApplicationReader.ContextOf(application, scheme, homes, documentNames, now))
        :
        [
            .. Enum.GetValues<ApplicationSection>().Select(s => new SectionDto(
                s,
                Questionnaire.Answered(application.Answers).Contains(s) ? SectionStatus.Completed : SectionStatus.NotStarted,
                [])),
        ];

    /// <summary>The provider sees what it is changing; the host what was handed in.</summary>
    private QuestionnaireDto Answers => (_byProvider ? application.PendingAnswers : null) ?? application.Answers;

    private QuestionnaireDto WithDocumentNames() => Answers with
    {
        Insurance = Answers.Insurance is not { } insurance ? null : insurance with
        {
            Policies =
            [
                .. insurance.Policies.Select(p => p with
                {
                    DocumentName = p.DocumentId is { } id ? documentNames.GetValueOrDefault(id) : null,
                }),
            ],
        },
    };

    private IReadOnlyList<LotAppliedForDto> Lots()
    {
        var decision = application.MembershipDecision is { IsConfirmed: true } confirmed ? confirmed : null;
        return
        [
            .. (application.Answers.LotsAndAreas?.LotIds ?? []).Distinct()
                .Select(id => scheme.Lots.FirstOrDefault(l => l.Id == id)).OfType<Lot>().OrderBy(l => l.Number)
                .Select(l => new LotAppliedForDto(
                    l.Id, l.Number, l.Name, l.Category, decision?.LotIds.Contains(l.Id),
                    decision?.Refused?.FirstOrDefault(r => r.LotId == l.Id)?.Reason,
                    LotConcerns.Of(l, Answers, homes))),
        ];
    }

    private DecisionDto? Shown(Decision? decision) => decision is null || (_byProvider && !decision.IsConfirmed)
        ? null
        : new DecisionDto(
            decision.Outcome, decision.LotIds, decision.Reasons, decision.Conditions, decision.ValidUntil,
            decision.ProposedBy.Id, decision.ProposedBy.Name, decision.ProposedAt, decision.ConfirmedBy?.Name,
            decision.ConfirmedAt,
            [.. (decision.Refused ?? []).Select(r => new LotRefusalDto { LotId = r.LotId, Reason = r.Reason })]);

    private IReadOnlyList<MembershipTrigger> MembershipTriggers() =>
    [
        .. MembershipStates.Transitions.PermittedTriggers(application.Membership).Where(t => _mayAct
            && (_byProvider ? OfProvider.Contains(t) : !OfProvider.Contains(t) && !OfActions.Contains(t))
            && IsOf(application.MembershipDecision, t)),
    ];

    private IReadOnlyList<AccreditationTrigger> AccreditationTriggers() => _byProvider || !_mayAct
        ? []
        :
        [
            .. application.PermittedAccreditationTriggers.Where(
                t => t != AccreditationTrigger.Reopen && IsOf(application.AccreditationDecision, t)),
        ];

    /// <summary>Only the proposed outcome can be confirmed.</summary>
    private static bool IsOf(Decision? decision, MembershipTrigger trigger) => trigger switch
    {
        MembershipTrigger.ConfirmAdmission => decision?.Outcome == nameof(MembershipOutcome.Admit),
        MembershipTrigger.ConfirmRejection => decision?.Outcome == nameof(MembershipOutcome.Reject),
        _ => true,
    };

    private static bool IsOf(Decision? decision, AccreditationTrigger trigger) => trigger switch
    {
        AccreditationTrigger.Accredit => decision?.Outcome == nameof(AccreditationOutcome.Accredit),
        AccreditationTrigger.AccreditWithConditions =>
            decision?.Outcome == nameof(AccreditationOutcome.AccreditWithConditions),
        AccreditationTrigger.Refuse => decision?.Outcome == nameof(AccreditationOutcome.Refuse),
        _ => true,
    };

    private ClarificationDto ToDto(Clarification question) => new(
        question.Id, question.Question, question.ReplyBy, question.Stage, question.PausesStage, question.Sections,
        question.State, question.IsOverdue(now), question.AskedBy.Name, question.AskedAt, question.Reply,
        [
            .. question.DocumentIds.Where(documentNames.ContainsKey)
                .Select(id => new ClarificationFileDto(id, documentNames[id])),
        ],
        question.AnsweredByName, question.AnsweredAt, question.SettledAt, question.WithdrawalReason,
        [
            .. ClarificationStates.Transitions.PermittedTriggers(question.State)
                .Where(t => _mayAct && (t == ClarificationTrigger.Answer) == _byProvider),
        ],
        question.Version);

    private RecruitmentActionDto ToDto(RecruitmentAction action) => new(
        action.Id, action.Text, action.DueOn, action.State, action.IsOverdue(now), action.Note,
        action.DocumentId is { } file && documentNames.TryGetValue(file, out var name)
            ? new NamedFileDto(file, name)
            : null,
        action.ReportedByName, action.ReportedAt, action.SentBackBecause, _byProvider ? null : action.SettledBy?.Name,
        action.SettledAt,
        [
            .. RecruitmentActionStates.Transitions.PermittedTriggers(action.State)
                .Where(t => _mayAct && (t == RecruitmentActionTrigger.Report) == _byProvider),
        ],
        action.Version);

    private static SaferRecruitmentDto? ToDto(SaferRecruitmentReview? review) => review is null
        ? null
        : new SaferRecruitmentDto(
            Compliance.ToDto(SaferRecruitmentChecklist.Questions, review.Answers),
            review.CompliancePercent, review.Outcome, review.Reasons,
            [
                .. review.Settled.Select(f => new SettledFindingDto(
                    f.StaffId, f.Kind, f.Reason, f.SettledBy.Name, f.SettledAt)),
            ],
            review.RecordRead);
}
