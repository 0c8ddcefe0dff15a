using System.ComponentModel.DataAnnotations;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Applications;

public enum FitnessOutcome
{
    Fit,
    FitWithConditions,
    NotFit,
    MoreInformation,
}

/// <summary>What is checked of a person. Source: SI 2023/416, regs 8-12 and Sch 1; domain §2.3.</summary>
public enum FitnessCheckKind
{
    IdentityAndRightToWork,
    EnhancedDbs,
    DisqualifiedDirectorsAndInsolvency,
    PastRegistrations,
    DebarmentAndSanctions,
    AdverseMedia,
    AuthorityIntelligence,

    /// <summary>With any authority of the scheme.</summary>
    ConflictOfInterest,
    FinancialFitness,
    HealthDeclaration,
    References,

    /// <summary>Counted by the portal from the application.</summary>
    RelevantExperience,

    /// <summary>Follows from what the panel agrees.</summary>
    Interview,
}

public enum CheckResult
{
    Clear,
    Concern,
    Failed,
    NotApplicable,
}

/// <param name="Evidence">Files an officer may name as evidence: what the provider handed in, and what is named.</param>
public sealed record FitAndProperTestDto(
    IReadOnlyList<PersonFitnessDto> People, int SettledCount, TestResultDto Result,
    IReadOnlyList<EvidenceFileDto> Evidence);

public sealed record EvidenceFileDto(Guid Id, string Name);

public enum TestResult
{
    Open,
    Passed,
    NotPassed,
}

/// <summary>What the outcomes of the people come to for the provider, by rule.</summary>
/// <param name="Because">Whoever keeps it from being passed; empty when it is.</param>
public sealed record TestResultDto(TestResult Result, IReadOnlyList<TestGroundDto> Because);

public enum TestGround
{
    NoOutcome,
    WaitsForSecondOfficer,
    MoreInformation,
    NotFit,
}

public sealed record TestGroundDto(Guid PersonId, string Name, TestGround Ground);

/// <summary>The best outcome that the checks bear today, and why no better one.</summary>
public sealed record DerivedOutcomeDto(FitnessOutcome Outcome, IReadOnlyList<FitnessGroundDto> Because);

public enum FitnessGround
{
    Outstanding,
    RunOut,
    Failed,
    Concern,
}

public sealed record FitnessGroundDto(FitnessCheckKind Kind, FitnessGround Ground);

public enum ReopenCause
{
    /// <summary>Named after the test was opened.</summary>
    NewPerson,

    /// <summary>Another name or other relevant work stands in the application.</summary>
    OtherDetails,
    OtherRoles,
}

public sealed record PersonFitnessDto
{
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<PersonRole> Roles { get; init; }
    public required IReadOnlyList<FitnessCheckDto> Checks { get; init; }

    /// <summary>Whole months of relevant work in the last five years (SI 2023/416, reg. 12); null for people it does
    /// not apply to.</summary>
    public required int? ExperienceMonths { get; init; }

    /// <summary>Days beyond the whole months.</summary>
    public required int? ExperienceDays { get; init; }
    public required DerivedOutcomeDto Derived { get; init; }

    /// <summary>As proposed; it counts once another officer has confirmed it.</summary>
    public required FitnessOutcome? Outcome { get; init; }
    public required string? Reasons { get; init; }
    public required string? ProposedByName { get; init; }
    public required DateTime? ProposedAt { get; init; }
    public required string? ConfirmedByName { get; init; }
    public required DateTime? ConfirmedAt { get; init; }

    /// <summary>Null for people who are not interviewed.</summary>
    public required InterviewDto? Interview { get; init; }

    /// <summary>Why this person's test was opened again, alone; null when it was opened with everybody's.</summary>
    public required ReopenCause? ReopenedBecause { get; init; }
    public required DateTime? ReopenedAt { get; init; }
    public required bool MayRecord { get; init; }
    public required bool MayConfirm { get; init; }
    public required bool MayScore { get; init; }
    public required bool MayAgree { get; init; }
}

/// <summary>
/// What two officers found of a person, as the provider reads it: never a proposal, a check, a note or an interview.
/// </summary>
/// <param name="Reasons">In the officers' words for the provider; null where somebody fit needed none.</param>
/// <param name="ConfirmedAt">UTC.</param>
public sealed record PersonOutcomeDto(
    Guid PersonId, string Name, IReadOnlyList<PersonRole> Roles, FitnessOutcome Outcome, string? Reasons,
    DateTime ConfirmedAt);

/// <param name="Note">Facts only; never what a certificate discloses.</param>
/// <param name="ExpiresOn">Last day the check counts, London; null when it has none.</param>
/// <param name="Dbs">Of the DBS check only. No file is kept with it.</param>
public sealed record FitnessCheckDto(
    FitnessCheckKind Kind, CheckResult? Result, DateOnly? CheckedOn, string? CheckedByName, string? Note,
    DateOnly? ExpiresOn = null, Guid? DocumentId = null, string? DocumentName = null, DbsCertificateDto? Dbs = null);

/// <summary>
/// What may be kept of a DBS certificate: never the certificate, nor what it says. Source: DBS code of practice.
/// </summary>
public sealed record DbsCertificateDto
{
    [Required, RegularExpression("[0-9]{12}", ErrorMessage = "Enter the 12 digits of the DBS certificate.")]
    public required string Number { get; init; }

    public required DbsLevel Level { get; init; }
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Of a later check with the update service.</summary>
    public DateOnly? UpdateCheckedOn { get; init; }
}

/// <summary>Six questions, each scored 0 to 5. Source: domain §2.3.</summary>
public enum InterviewQuestion
{
    Regulations,
    Safeguarding,
    Matching,
    Staffing,
    YoungPersonsVoice,
    BusinessContinuity,
}

/// <param name="Given">One by each officer of the panel; marks and reasons are null until the reader has given their
/// own, or the panel has agreed.</param>
public sealed record InterviewDto(IReadOnlyList<PanelScoreDto> Given, AgreedScoreDto? Agreed);

public sealed record PanelScoreDto(
    string ByName, DateTime At, bool Mine, IReadOnlyList<InterviewMarkDto>? Marks, string? Reasons);

/// <param name="Passed">At least 3 in each question.</param>
public sealed record AgreedScoreDto(
    IReadOnlyList<InterviewMarkDto> Marks, string Reasons, string ByName, DateTime At, bool Passed);

public sealed record InterviewMarkDto
{
    public required InterviewQuestion Question { get; init; }
    [Range(0, 5)] public required int Score { get; init; }
}

public sealed record ScoreInterviewDto
{
    /// <summary>Each question once.</summary>
    [Required, MaxLength(6)] public required IReadOnlyList<InterviewMarkDto> Marks { get; init; }
    [Required, StringLength(2000)] public required string Reasons { get; init; }
    public required uint Version { get; init; }
}

public sealed record RecordFitnessDto
{
    [Required, MaxLength(20)] public required IReadOnlyList<RecordFitnessCheckDto> Checks { get; init; }

    /// <summary>To propose to another officer; null while checks are still under way.</summary>
    public FitnessOutcome? Outcome { get; init; }

    [StringLength(2000)] public string? Reasons { get; init; }
    public required uint Version { get; init; }
}

public sealed record RecordFitnessCheckDto
{
    public required FitnessCheckKind Kind { get; init; }
    public CheckResult? Result { get; init; }
    public DateOnly? CheckedOn { get; init; }
    [StringLength(500)] public string? Note { get; init; }

    /// <summary>Ignored for a DBS check, whose last day follows from its certificate.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>A file of the provider's evidence or the authority's own; never for a DBS check.</summary>
    public Guid? DocumentId { get; init; }

    public DbsCertificateDto? Dbs { get; init; }
}
