using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Tendering.Referrals;

/// <summary>
/// A young person's needs as providers see them: coded answers only, no free text (domain §4.3). Ethnicity, names,
/// dates of birth and case numbers have no place here (facts 19 and 20).
/// </summary>
public sealed record NeedsProfileDto
{
    /// <summary>Filled by the server from the first day to move in; whatever a client sends is put right.</summary>
    public Urgency? Urgency { get; init; }

    /// <summary>Filled by the server from the private date of birth.</summary>
    public AgeBand? AgeBand { get; init; }

    /// <summary>Filled by the server.</summary>
    public bool? Turns18Within6Months { get; init; }

    public required Gender Gender { get; init; }
    public required bool SingleGenderSetting { get; init; }
    public required LegalBasis LegalBasis { get; init; }
    public required bool UnaccompaniedAsylumSeeking { get; init; }
    public required bool InterpreterNeeded { get; init; }
    public required OfstedCategory CategoryWanted { get; init; }
    public required SupportLevel SupportLevel { get; init; }

    /// <summary>Hours a week; up to two decimals.</summary>
    [Within(0, 168)] public required decimal CoreHoursPerWeek { get; init; }
    [Within(0, 168)] public required decimal AdditionalHoursPerWeek { get; init; }

    public required NightCover NightCover { get; init; }
    public required Occupancy Occupancy { get; init; }
    public required Alongside Alongside { get; init; }
    public required bool ParentAndChild { get; init; }
    public required bool StepFreeAccess { get; init; }
    [Required, MaxLength(20)] public required IReadOnlyList<RiskDto> Risks { get; init; }
    public required EducationStatus Education { get; init; }
    public required bool MustKeepEducationPlace { get; init; }

    /// <summary>0 (cannot yet) to 4 (independent) for each skill.</summary>
    [Required, MaxLength(6)] public required IReadOnlyList<IndependenceDto> Independence { get; init; }

    /// <summary>Outward codes such as <c>HA9</c>; never a full postcode.</summary>
    [Required, MinLength(1), MaxLength(12)] public required IReadOnlyList<string> PreferredAreas { get; init; }

    /// <summary>Outward codes to stay away from; the reason is withheld.</summary>
    [Required, MaxLength(12)] public required IReadOnlyList<string> ExcludedAreas { get; init; }

    [Required, MaxLength(10)] public required IReadOnlyList<Wish> Wishes { get; init; }

    /// <summary>The day the young person was asked.</summary>
    public required DateOnly WishesAskedOn { get; init; }

    public required DateOnly MoveInFrom { get; init; }
    public required DateOnly MoveInBy { get; init; }

    /// <summary>Published for price comparison only.</summary>
    [Range(1, 260)] public required int ExpectedWeeks { get; init; }
}

/// <summary>How soon the first day to move in is (domain §4.3): today, within five days, or later.</summary>
public enum Urgency { Today, LessThanFiveDays, MoreThanFiveDays }

public enum AgeBand { From16To17, From18To20, From21To25 }

public enum Gender { Female, Male, NonBinary, SelfDescribed, NotStated }

/// <summary>Legal basis of the placement, in the groups of domain §4.3.</summary>
public enum LegalBasis
{
    Section20,
    Section31,
    Section38,
    Remand,
    RelevantChild,
    FormerRelevantChild,
    HomelessSection20,
    None,
}

public enum SupportLevel { Low, Medium, High, Intensive }

public enum NightCover { None, OnCall, SleepIn, WakingNight }

public enum Occupancy { Shared, Solo, Either }

public enum Alongside { SoloRecommended, WithOthersRecommended, OnlyOlder, OnlyYounger, NoPreference }

public enum Risk
{
    SelfHarm,
    SexualExploitation,
    CriminalExploitation,
    DrugsOrAlcohol,
    EatingDisorder,
    Missing,
    PhysicalHarmToOthers,
    SexualHarmToOthers,
    FireSetting,
    GangRivalry,
}

/// <param name="Level">0 none known, 1 low, 2 medium, 3 high.</param>
/// <param name="InLast12Months">Seen within the last year.</param>
public sealed record RiskDto(Risk Risk, [property: Range(0, 3)] int Level, bool InLast12Months);

public enum EducationStatus { College, School, Apprenticeship, Work, NotInEducationOrWork, NotYet }

public enum Skill { Budgeting, Cooking, Cleaning, SelfCare, Appointments, Tenancy }

public sealed record IndependenceDto(Skill Skill, [property: Range(0, 4)] int Score);

public enum Wish
{
    QuietHome,
    LivelyHome,
    OwnBathroom,
    NearCollege,
    NearFamily,
    NearFriends,
    SameGenderOnly,
    MixedGenderFine,
    PlaceToPray,
    CookOwnFood,
    OutdoorSpace,
    SportNearby,
}
