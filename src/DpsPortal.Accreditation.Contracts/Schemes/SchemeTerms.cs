using System.ComponentModel.DataAnnotations;

namespace DpsPortal.Accreditation.Schemes;

public enum SchemeState
{
    Draft,
    Published,
    Closed,
}

public enum SchemeTrigger
{
    Edit,
    Publish,
    Close,
}

/// <summary>A row of the regime's rules, in the order of the page.</summary>
public enum RegimeSubject
{
    NewScheme,
    EndDate,
    Joining,
    Members,
    Deciding,
    Inviting,
    TimeToBid,
    Charging,
    InsuranceToJoin,
    Accounts,
    Conditions,
    Standstill,
    Publicity,
    Suitability,
}

public enum RuleVerdict
{
    /// <summary>Anything else is refused.</summary>
    Refused,

    /// <summary>Accepted inside the limit shown.</summary>
    WithinLimits,

    /// <summary>The authority decides, before it publishes.</summary>
    YourChoice,
}

/// <summary>One row of what a regime allows: a headline, the rest of the sentence, and its source.</summary>
public sealed record RegimeRuleDto(
    RegimeSubject Subject, string Headline, string Rule, string Source, RuleVerdict Verdict);

/// <summary>All rules of one regime, for a page that a procurement lawyer can read.</summary>
public sealed record RegimePageDto(
    Regime Regime, string Name, string Law, bool MayBeCreated, IReadOnlyList<RegimeRuleDto> Rules);

public enum UpliftRule
{
    None,
    Annual,
    CpiCapped,
}

/// <summary>What is particular to a lot; published with it.</summary>
public sealed record LotTermsDto
{
    [MaxLength(30)] public IReadOnlyList<string> SelectionCriteria { get; init; } = [];

    /// <summary>Authorities or outward codes where the homes have to be; empty for anywhere.</summary>
    [MaxLength(160)] public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Places that a provider offers in the lot; null for no bound.</summary>
    [Range(1, 10_000)] public int? LeastPlaces { get; init; }

    [Range(1, 10_000)] public int? MostPlaces { get; init; }

    /// <summary>The price of a call-off may not exceed the rate card.</summary>
    public bool CallOffWithinRateCard { get; init; } = true;

    public UpliftRule Uplift { get; init; } = UpliftRule.None;

    /// <summary>For a CPI-capped uplift, hundredths of a per cent a year.</summary>
    [Range(1, 10_000)] public int? HighestUpliftBasisPoints { get; init; }
}

/// <summary>A time of joining, both days included, London.</summary>
public sealed record AdmissionWindowDto(DateOnly From, DateOnly Until);

/// <summary>Something to settle before a draft can be published, and the rule that asks for it.</summary>
public sealed record SchemeGapDto(string Field, string Message, string Source);

public sealed record EditSchemeDto
{
    [Required] public required RecordSchemeDto Terms { get; init; }

    public required uint Version { get; init; }
}

public sealed record SchemeVersionDto
{
    public required uint Version { get; init; }
}

public sealed record CloseSchemeDto
{
    [Required, StringLength(500)] public required string Reason { get; init; }

    public required uint Version { get; init; }
}

public sealed record SetWindowsDto
{
    [Required, MaxLength(40)] public required IReadOnlyList<AdmissionWindowDto> Windows { get; init; }

    public required uint Version { get; init; }
}
