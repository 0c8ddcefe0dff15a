using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Every section of the questionnaire; null where nothing is saved yet. Drafts may be incomplete.</summary>
public sealed record QuestionnaireDto
{
    public OrganisationSectionDto? Organisation { get; init; }
    public OfstedSectionDto? Ofsted { get; init; }
    public PeopleSectionDto? People { get; init; }
    public ExclusionGroundsSectionDto? ExclusionGrounds { get; init; }
    public InsuranceSectionDto? Insurance { get; init; }
    public PremisesSectionDto? Premises { get; init; }
    public LotsAndAreasSectionDto? LotsAndAreas { get; init; }
    public RateCardSectionDto? RateCard { get; init; }
    public DeclarationSectionDto? Declaration { get; init; }
}

public enum LegalForm
{
    LimitedCompany,
    Llp,
    CommunityInterestCompany,
    Charity,
    RegisteredProvider,
    SoleTrader,
    Partnership,
}

public sealed record OrganisationSectionDto
{
    [Required, StringLength(120)] public required string LegalName { get; init; }
    [StringLength(120)] public string? TradingName { get; init; }
    public required LegalForm LegalForm { get; init; }

    /// <summary>Eight characters as at Companies House; needed for companies.</summary>
    [StringLength(8)] public string? CompanyNumber { get; init; }

    [StringLength(12)] public string? CharityNumber { get; init; }
    [Required, StringLength(200)] public required string RegisteredOffice { get; init; }
    [Required, StringLength(80)] public required string ContactName { get; init; }
    [Required, OneEmailAddress, StringLength(120)] public required string ContactEmail { get; init; }

    /// <summary>Ten digits or more, by the habits of any country.</summary>
    [Required, StringLength(20)]
    [RegularExpression(
        @"^\+?([ ()\-]*[0-9]){10,}[ ()\-]*( ?(ext|x)\.? ?[0-9]+)?$",
        ErrorMessage = "Enter a phone number, like 020 7946 0123.")]
    public required string ContactPhone { get; init; }

    public required bool SmallOrMedium { get; init; }
    public required bool VoluntaryOrSocialEnterprise { get; init; }
}

public sealed record OfstedSectionDto
{
    public required bool Registered { get; init; }

    /// <summary>Seven digits.</summary>
    [StringLength(10)] public string? Urn { get; init; }

    public DateOnly? RegisteredOn { get; init; }
    [Required, MaxLength(4)] public required IReadOnlyList<OfstedCategory> Categories { get; init; }
    [StringLength(500)] public string? Conditions { get; init; }
}

public enum PersonRole
{
    Director,
    PersonWithSignificantControl,
    NominatedIndividual,
    RegisteredServiceManager,
    DeputyManager,

    /// <summary>Decides without being appointed.</summary>
    ShadowDirector,

    /// <summary>Lives where a young person lodges.</summary>
    HostHousehold,
}

public sealed record PeopleSectionDto
{
    [Required, MaxLength(30)] public required IReadOnlyList<PersonDto> People { get; init; }
}

public sealed record PersonDto
{
    /// <summary>Null for a new person; kept from then on.</summary>
    public Guid? Id { get; init; }

    [Required, StringLength(80)] public required string Name { get; init; }
    [Required, MinLength(1), MaxLength(7)] public required IReadOnlyList<PersonRole> Roles { get; init; }
    [Required, OneEmailAddress, StringLength(120)] public required string Email { get; init; }

    /// <summary>Work relevant to residential support in the last five years; needed of the registered service manager.</summary>
    [MaxLength(20)] public IReadOnlyList<EmploymentDto> RelevantWork { get; init; } = [];
}

public sealed record EmploymentDto
{
    [Required, StringLength(120)] public required string Employer { get; init; }
    [Required, StringLength(120)] public required string Post { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>Null while still employed.</summary>
    public DateOnly? Until { get; init; }
}

public enum ExclusionGround
{
    OrganisedCrime,
    Corruption,
    Fraud,
    Terrorism,
    ModernSlavery,
    TaxNonPayment,
    Insolvency,
    GraveProfessionalMisconduct,
    PoorPastPerformance,
    Misrepresentation,
    ConflictOfInterest,
}

public sealed record ExclusionGroundsSectionDto
{
    [Required, MaxLength(20)] public required IReadOnlyList<ExclusionAnswerDto> Answers { get; init; }
}

public sealed record ExclusionAnswerDto
{
    public required ExclusionGround Ground { get; init; }
    public required bool Applies { get; init; }

    /// <summary>What was done to put it right; needed where the ground applies.</summary>
    [StringLength(2000)] public string? SelfCleaning { get; init; }
}

public enum InsuranceKind
{
    EmployersLiability,
    PublicLiability,
    ProfessionalIndemnity,
}

public enum InsuranceStatus
{
    Held,
    CommittedBeforeAward,
}

public sealed record InsuranceSectionDto
{
    [Required, MaxLength(6)] public required IReadOnlyList<InsurancePolicyDto> Policies { get; init; }
}

public sealed record InsurancePolicyDto
{
    public required InsuranceKind Kind { get; init; }
    public required InsuranceStatus Status { get; init; }
    [StringLength(120)] public string? Insurer { get; init; }
    [StringLength(60)] public string? PolicyNumber { get; init; }

    /// <summary>Whole pounds. Employers' liability: at least £5m by law.</summary>
    [Range(0, 1_000_000_000)] public int? LimitPounds { get; init; }

    public DateOnly? ExpiresOn { get; init; }
    public Guid? DocumentId { get; init; }

    /// <summary>Filled by the server.</summary>
    public string? DocumentName { get; init; }
}

public sealed record PremisesSectionDto
{
    [Required, MaxLength(100)] public required IReadOnlyList<Guid> PremisesIds { get; init; }
}

public sealed record LotsAndAreasSectionDto
{
    [Required, MaxLength(20)] public required IReadOnlyList<Guid> LotIds { get; init; }

    /// <summary>Names of authorities whose area is covered.</summary>
    [Required, MaxLength(160)] public required IReadOnlyList<string> Areas { get; init; }
}

public sealed record RateCardSectionDto
{
    [Required, MaxLength(20)] public required IReadOnlyList<LotRateDto> Rates { get; init; }
}

/// <summary>The most the provider will charge in a lot; a bid may be lower. Whole pence.</summary>
public sealed record LotRateDto
{
    public required Guid LotId { get; init; }
    [Within(0, 10_000_000)] public required long AccommodationWeeklyPence { get; init; }
    [Within(0, 100_000)] public required long CoreHourPence { get; init; }
    [Within(0, 100_000)] public required long AdditionalHourPence { get; init; }
    [Within(0, 1_000_000)] public required long WakingNightPence { get; init; }
    [Within(0, 1_000_000)] public required long SleepInPence { get; init; }
    [Within(0, 1_000_000)] public required long SetUpPence { get; init; }
}

public sealed record DeclarationSectionDto
{
    public required bool AnswersAreTrue { get; init; }
    public required bool NoCollusion { get; init; }
    public required bool AcceptsTerms { get; init; }
    [Required, StringLength(80)] public required string SignatoryName { get; init; }
    [Required, StringLength(80)] public required string SignatoryRole { get; init; }
}
