using System.ComponentModel.DataAnnotations;
using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Applications;

/// <summary>One application as both sides see it; what only officers may see is null for the provider.</summary>
public sealed record ApplicationDto
{
    public required Guid Id { get; init; }

    /// <summary>E.g. <c>APP-2026-0284</c>.</summary>
    public required string Reference { get; init; }

    public required Guid SchemeId { get; init; }
    public required string SchemeName { get; init; }
    public required Guid ProviderId { get; init; }
    public required string ProviderName { get; init; }
    public required MembershipState Membership { get; init; }
    public required AccreditationState Accreditation { get; init; }
    public required IReadOnlyList<StageDto> Stages { get; init; }
    public required IReadOnlyList<SectionDto> Sections { get; init; }
    public required QuestionnaireDto Answers { get; init; }

    /// <summary>The homes named in the application; the address is read at the home itself.</summary>
    public required IReadOnlyList<ApplicationPremisesDto> Premises { get; init; }

    /// <summary>Null while a draft.</summary>
    public ClockDto? MembershipClock { get; init; }

    /// <summary>The clock of the open stage; null when none is open.</summary>
    public ClockDto? StageClock { get; init; }

    /// <summary>If it were submitted today; for the provider's draft.</summary>
    public DateOnly? DecisionDueIfSubmittedToday { get; init; }

    public DateTime? SubmittedAt { get; init; }
    public required IReadOnlyList<LotAppliedForDto> Lots { get; init; }

    /// <summary>Set while a membership decision awaits its second officer, and after. Officers only, until confirmed.</summary>
    public DecisionDto? MembershipDecision { get; init; }

    public DecisionDto? AccreditationDecision { get; init; }

    /// <summary>The last proposal, sent or taken back, until another is made. Officers only.</summary>
    public DecisionDto? ReturnedProposal { get; init; }
    public FitAndProperTestDto? FitAndProperTest { get; init; }

    /// <summary>For the provider, of each person whose outcome a second officer has confirmed; null for officers.</summary>
    public IReadOnlyList<PersonOutcomeDto>? PersonOutcomes { get; init; }

    public SaferRecruitmentDto? SaferRecruitment { get; init; }

    /// <summary>What came of a stage of safer recruitment passed with actions, what is due first at the top.</summary>
    public required IReadOnlyList<RecruitmentActionDto> RecruitmentActions { get; init; }

    public required IReadOnlyList<ApplicationVisitDto> Visits { get; init; }
    public required IReadOnlyList<ClarificationDto> Clarifications { get; init; }

    /// <summary>Sections an open question asks the provider to put right.</summary>
    public required IReadOnlyList<ApplicationSection> OpenToChange { get; init; }

    public required DateTime LastSavedAt { get; init; }
    public required IReadOnlyList<MembershipTrigger> PermittedMembershipTriggers { get; init; }
    public required IReadOnlyList<AccreditationTrigger> PermittedAccreditationTriggers { get; init; }
    /// <summary>
    /// Officers only: others that gave the same name or number. A registration is one undertaking's (domain §1.6).
    /// </summary>
    public IReadOnlyList<SameAsDto> SameAs { get; init; } = [];

    /// <summary>Officers only. One who has a conflict sees who applies and nothing of what.</summary>
    public InterestsDto? Interests { get; init; }

    public required bool CanExtend { get; init; }

    /// <summary>Only a clock of policy can stand still; one of law never does.</summary>
    public required bool CanPauseClock { get; init; }

    public required bool ClockIsPaused { get; init; }
    public required uint Version { get; init; }
}

public sealed record NamedFileDto(Guid DocumentId, string Name);

/// <param name="ClosedByName">The officer; null while it is open, and always for the provider.</param>
public sealed record StageDto(
    AccreditationStage Stage, StageStatus Status, DateTime? OpenedAt, DateTime? ClosedAt, string? ClosedByName,
    string? Reason);

/// <param name="Missing">What is still needed, in sentences; empty when completed.</param>
public sealed record SectionDto(ApplicationSection Section, SectionStatus Status, IReadOnlyList<string> Missing);

public sealed record ApplicationPremisesDto(
    Guid Id, string Name, string OutwardCode, string AreaAuthority, OfstedCategory Category, int PlaceCount,
    bool Usable, IReadOnlyList<string> StandingReasons);

public sealed record SameAsDto(SameAnswer Answer, string ProviderName);

public enum SameAnswer
{
    LegalName,
    CompanyNumber,
    OfstedUrn,
}

/// <param name="Passed">Null until the visit is complete.</param>
public sealed record ApplicationVisitDto(
    Guid Id, Guid PremisesId, string PremisesName, DateTime ScheduledAt, bool InPerson, string State, bool? Passed);

/// <param name="Admitted">Null before the decision.</param>
/// <param name="RefusalReason">Where others were admitted to and this one was not.</param>
/// <param name="Concerns">What speaks against admission to it, from the answers alone. It decides nothing.</param>
public sealed record LotAppliedForDto(
    Guid LotId, int Number, string Name, OfstedCategory Category, bool? Admitted, string? RefusalReason,
    IReadOnlyList<LotConcern> Concerns);

public enum LotConcern
{
    /// <summary>The lot takes 16- and 17-year-olds and the provider is not registered with Ofsted.</summary>
    NotRegistered,

    /// <summary>The lot takes 16- and 17-year-olds in a category that the registration does not name.</summary>
    OutsideRegistration,

    /// <summary>No home of the application is of the lot's kind.</summary>
    NoHomeOfItsKind,
}

public sealed record LotRefusalDto
{
    public required Guid LotId { get; init; }

    /// <summary>In the words the provider will read.</summary>
    [Required, StringLength(1000)] public required string Reason { get; init; }
}

/// <summary>A clock in working days; the day of receipt is day 0.</summary>
/// <param name="Day">Working days gone by.</param>
/// <param name="Source">The rule it comes from, in short.</param>
/// <param name="Paused">It waits for an answer; the due day is the one it has if it ran on from now.</param>
/// <param name="PausedDays">Which working days from the start, from 1, it stood still.</param>
public sealed record ClockDto(
    DateTime StartedAt, int Day, int WorkingDays, DateOnly DueOn, bool Extended, string? ExtensionReason,
    DateOnly? ExtendableTo, bool Overdue, string Source, bool Paused, IReadOnlyList<int> PausedDays);

/// <summary>A decision proposed by one officer and confirmed by another.</summary>
/// <param name="ValidUntil">Proposed last day, London; null for the longest.</param>
public sealed record DecisionDto(
    string Outcome, IReadOnlyList<Guid> LotIds, string Reasons, IReadOnlyList<ConditionDto> Conditions,
    DateOnly? ValidUntil, Guid ProposedById, string ProposedByName, DateTime ProposedAt, string? ConfirmedByName,
    DateTime? ConfirmedAt, IReadOnlyList<LotRefusalDto> Refused);

/// <param name="LotsOfConcern">Numbers of the lots that something in the answers speaks against.</param>
public sealed record ApplicationListItemDto(
    Guid Id, string Reference, Guid ProviderId, string ProviderName, string SchemeName, IReadOnlyList<int> LotNumbers,
    IReadOnlyList<string> Areas, MembershipState Membership, AccreditationState Accreditation, DateTime? SubmittedAt,
    ClockDto? MembershipClock, ClockDto? StageClock, string? AssignedToName, string NextStep,
    IReadOnlyList<int> LotsOfConcern);

/// <summary>How many applications wait under each heading, for the queue's facts.</summary>
public sealed record ApplicationQueueDto(
    int TotalCount, int OverdueCount, int DueThisWeekCount, IReadOnlyList<ApplicationListItemDto> Items);

public enum ComplianceResult
{
    Compliant,
    NotCompliant,
    NotApplicable,
}

public enum SaferRecruitmentOutcome
{
    Pass,
    PassWithActions,
    Fail,
}

/// <param name="RecordRead">Where and when the record was read of a provider that listed nobody here.</param>
public sealed record SaferRecruitmentDto(
    IReadOnlyList<SaferRecruitmentItemDto> Items, int CompliancePercent, SaferRecruitmentOutcome? Outcome,
    string? Reasons, IReadOnlyList<SettledFindingDto> Settled, string? RecordRead);

/// <param name="SettledAt">UTC.</param>
public sealed record SettledFindingDto(
    Guid StaffId, SaferRecruitmentFinding Kind, string Reason, string SettledByName, DateTime SettledAt);

public sealed record SaferRecruitmentItemDto(
    string Id, string Question, bool Critical, ComplianceResult? Result, string? Note);
