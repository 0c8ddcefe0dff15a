using System.ComponentModel.DataAnnotations;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Rules.Privacy;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// The host authority's side: stages and decisions. Each move needs the officer's declaration of no conflict.
/// </summary>
public interface IApplicationReviewAppService
{
    /// <summary>Before anything else: the caller's interest in the outcome. Repeating it changes nothing.</summary>
    Task<ApplicationDto> DeclareInterestAsync(Guid id, DeclareInterestDto input, CancellationToken ct);

    /// <summary>Takes the application on: assigns it to the caller and starts the evaluation.</summary>
    Task<ApplicationDto> StartEvaluationAsync(Guid id, VersionDto input, CancellationToken ct);

    /// <summary>From 10 to 15 working days, once, with a reason; the applicant is told. Source: PCR 2015, reg. 34(17).</summary>
    Task<ApplicationDto> ExtendAsync(Guid id, ReasonDto input, CancellationToken ct);

    /// <summary>While the applicant answers; refused where the law sets the clock.</summary>
    Task<ApplicationDto> PauseClockAsync(Guid id, ReasonDto input, CancellationToken ct);

    Task<ApplicationDto> ResumeClockAsync(Guid id, VersionDto input, CancellationToken ct);

    Task<ApplicationDto> ProposeMembershipAsync(Guid id, ProposeMembershipDto input, CancellationToken ct);

    Task<ApplicationDto> ConfirmMembershipAsync(Guid id, VersionDto input, CancellationToken ct);

    Task<ApplicationDto> SendBackMembershipAsync(Guid id, ReasonDto input, CancellationToken ct);

    Task<ApplicationDto> OpenFitAndProperTestAsync(Guid id, VersionDto input, CancellationToken ct);

    Task<ApplicationDto> CloseFitAndProperTestAsync(Guid id, CloseStageDto input, CancellationToken ct);

    Task<ApplicationDto> RecordSaferRecruitmentAsync(Guid id, RecordSaferRecruitmentDto input, CancellationToken ct);

    /// <summary>Gives the reason why a critical finding of the provider's record does not stand in the way.</summary>
    Task<ApplicationDto> SettleFindingsAsync(Guid id, SettleFindingsDto input, CancellationToken ct);

    /// <summary>
    /// Passes only while no critical finding of record or files stands, and every drawn file has been read.
    /// </summary>
    Task<ApplicationDto> CloseSaferRecruitmentAsync(Guid id, CloseSaferRecruitmentDto input, CancellationToken ct);

    /// <summary>Passes only with a completed, passed visit to every home of the application, in person.</summary>
    Task<ApplicationDto> ClosePropertyVisitAsync(Guid id, CloseStageDto input, CancellationToken ct);

    Task<ApplicationDto> ProposeAccreditationAsync(Guid id, ProposeAccreditationDto input, CancellationToken ct);

    Task<ApplicationDto> ConfirmAccreditationAsync(Guid id, VersionDto input, CancellationToken ct);

    Task<ApplicationDto> SendBackAccreditationAsync(Guid id, ReasonDto input, CancellationToken ct);
}

public enum MembershipOutcome
{
    Admit,
    Reject,
}

public sealed record ProposeMembershipDto
{
    public required MembershipOutcome Outcome { get; init; }

    /// <summary>Lots to admit to; empty when rejecting.</summary>
    [Required, MaxLength(20)] public required IReadOnlyList<Guid> LotIds { get; init; }

    /// <summary>When admitting: every other lot applied for, with the reason it is refused for.</summary>
    [MaxLength(20)] public IReadOnlyList<LotRefusalDto> Refused { get; init; } = [];

    /// <summary>In the words the provider will read.</summary>
    [Required, StringLength(2000)] public required string Reasons { get; init; }

    public required uint Version { get; init; }
}

public sealed record CloseStageDto
{
    public required bool Passed { get; init; }
    [Required, StringLength(2000)] public required string Reasons { get; init; }
    public required uint Version { get; init; }
}

public sealed record RecordSaferRecruitmentDto
{
    [Required, MaxLength(60)] public required IReadOnlyList<RecordSaferRecruitmentItemDto> Items { get; init; }
    public required uint Version { get; init; }
}

public sealed record RecordSaferRecruitmentItemDto
{
    [Required, StringLength(40)] public required string Id { get; init; }
    public ComplianceResult? Result { get; init; }
    [StringLength(500)] public string? Note { get; init; }
}

public sealed record SettleFindingsDto
{
    [Required, MinLength(1), MaxLength(200)] public required IReadOnlyList<SettleFindingDto> Findings { get; init; }
    public required uint Version { get; init; }
}

public sealed record SettleFindingDto
{
    public required Guid StaffId { get; init; }
    public required SaferRecruitmentFinding Kind { get; init; }

    /// <summary>Blank to open the finding again.</summary>
    [StringLength(500)] public string? Reason { get; init; }
}

public sealed record CloseSaferRecruitmentDto
{
    public required SaferRecruitmentOutcome Outcome { get; init; }
    [Required, StringLength(2000)] public required string Reasons { get; init; }

    /// <summary>What the provider does, each by its day: with that outcome at least one, with every other none.</summary>
    [MaxLength(RecruitmentActionConsts.MaxActions)]
    public IReadOnlyList<SetRecruitmentActionDto> Actions { get; init; } = [];

    /// <summary>
    /// Where and when the single central record was read, of a provider that lists nobody here; needed to pass it.
    /// </summary>
    [StringLength(500), WithoutIdentifiers] public string? RecordRead { get; init; }

    public required uint Version { get; init; }
}

public enum AccreditationOutcome
{
    Accredit,
    AccreditWithConditions,
    Refuse,
}

public sealed record ProposeAccreditationDto
{
    public required AccreditationOutcome Outcome { get; init; }
    [Required, StringLength(2000)] public required string Reasons { get; init; }

    /// <summary>What the provider must do, each by its day; none without conditions.</summary>
    [MaxLength(20)] public IReadOnlyList<ConditionDto> Conditions { get; init; } = [];

    /// <summary>Last day, London; null for the longest the outcome allows.</summary>
    public DateOnly? ValidUntil { get; init; }

    public required uint Version { get; init; }
}

public sealed record ConditionDto
{
    [Required, StringLength(500)] public required string Text { get; init; }

    /// <summary>Last day to meet it, London.</summary>
    public required DateOnly DueOn { get; init; }
}
