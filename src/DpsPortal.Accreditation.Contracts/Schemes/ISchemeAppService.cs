using System.ComponentModel.DataAnnotations;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Accreditation.Schemes;

public interface ISchemeAppService
{
    Task<IReadOnlyList<SchemeListItemDto>> GetListAsync(CancellationToken ct);

    Task<SchemeDto> GetAsync(Guid id, CancellationToken ct);

    /// <summary>Records a scheme that was set up outside the portal; the caller's authority becomes its host.</summary>
    Task<SchemeDto> RecordAsync(RecordSchemeDto input, CancellationToken ct);

    Task<SchemeDto> ChangeValidityAsync(Guid id, ChangeValidityDto input, CancellationToken ct);

    Task<SchemeDto> SetAwardFeeAsync(Guid id, SetAwardFeeDto input, CancellationToken ct);

    /// <summary>Begins a new scheme of the caller's authority; nobody else sees it before it is published.</summary>
    Task<SchemeDto> DraftAsync(RecordSchemeDto input, CancellationToken ct);

    Task<SchemeDto> EditAsync(Guid id, EditSchemeDto input, CancellationToken ct);

    /// <summary>By another officer than the one who wrote it last.</summary>
    Task<SchemeDto> PublishAsync(Guid id, SchemeVersionDto input, CancellationToken ct);

    Task<SchemeDto> CloseAsync(Guid id, CloseSchemeDto input, CancellationToken ct);

    Task<SchemeDto> SetWindowsAsync(Guid id, SetWindowsDto input, CancellationToken ct);

    Task<SchemeDto> SaveAgreementAsync(Guid id, Guid authorityId, SaveAgreementDto input, CancellationToken ct);

    /// <summary>What the host has to mind, soonest first; for the host alone.</summary>
    Task<IReadOnlyList<KeyDateDto>> GetDiaryAsync(Guid id, CancellationToken ct);

    Task<SchemeDto> AddKeyDateAsync(Guid id, AddKeyDateDto input, CancellationToken ct);

    Task<SchemeDto> RemoveKeyDateAsync(Guid id, Guid keyDateId, SchemeVersionDto input, CancellationToken ct);
}

/// <summary>The law a scheme lives under. Source: domain §1.5.</summary>
public enum Regime
{
    /// <summary>Dynamic purchasing system. Source: PCR 2015, reg. 34.</summary>
    PcrDps,

    /// <summary>Pseudo-DPS under the light-touch regime. Source: PCR 2015, regs 74-76.</summary>
    PcrLightTouch,

    /// <summary>Source: Procurement Act 2023, ss 34-40.</summary>
    Pa23DynamicMarket,

    /// <summary>Source: Procurement Act 2023, s. 49.</summary>
    Pa23OpenFramework,
}

public enum AdmissionMode
{
    Continuous,
    Windowed,
}

public enum TenderTimeBasis
{
    Reg34TenDays,
    MutualAgreement,
    LightTouchPublished,

    /// <summary>No least time by law, so what the scheme published. Source: Procurement Act 2023, s. 54(3)-(4).</summary>
    Pa23LightTouch,

    /// <summary>Contracts that are not light touch. Source: Procurement Act 2023, s. 54(4).</summary>
    Pa23TenDays,
}

/// <summary>What accreditation does in a lot; published with the scheme and immutable from then on.</summary>
public enum AccreditationUse
{
    SelectionCriterion,
    AwardGate,
    InformationOnly,
}

public sealed record SchemeListItemDto(
    Guid Id, string Name, string Reference, Regime Regime, SchemeState State, string HostAuthorityName, DateOnly EndsOn,
    bool OpenToJoin, int LotCount, int MemberCount);

public sealed record SchemeDto
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Reference { get; init; }
    public required Regime Regime { get; init; }
    public required SchemeState State { get; init; }
    public required string? WrittenBy { get; init; }
    public required Guid HostAuthorityId { get; init; }
    public required string HostAuthorityName { get; init; }
    public required DateOnly ContractNoticeDate { get; init; }
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly EndsOn { get; init; }

    public required AdmissionMode AdmissionMode { get; init; }
    public required TenderTimeBasis TenderTimeBasis { get; init; }

    /// <summary>Least time between sending a call-off and its deadline, as published. Minutes.</summary>
    public required int MinimumTenderMinutes { get; init; }

    /// <summary>True when every member has agreed, in writing, to deadlines shorter than the ten days of reg. 34(11).</summary>
    public required bool MutualAgreementFromAllMembers { get; init; }

    /// <summary>Working days within which an application is decided, and the most they can be extended to.</summary>
    public required int DecisionWorkingDays { get; init; }

    /// <summary>Null when the law knows no extension.</summary>
    public required int? ExtendedDecisionWorkingDays { get; init; }

    /// <summary>The times of joining of a windowed scheme, in order.</summary>
    public required IReadOnlyList<AdmissionWindowDto> Windows { get; init; }

    /// <summary>The most providers of a scheme whose law lets it state a number; null for none.</summary>
    public required int? MostMembers { get; init; }

    /// <summary>Fee on award, in hundredths of a per cent of the estimated value; null for none.</summary>
    public int? AwardFeeBasisPoints { get; init; }

    public required IReadOnlyList<LotDto> Lots { get; init; }
    public required IReadOnlyList<MemberAuthorityDto> MemberAuthorities { get; init; }

    /// <summary>What the regime allows and forbids, each with its source, for the settings page.</summary>
    public required IReadOnlyList<RegimeRuleDto> Rules { get; init; }

    public required bool OpenToJoin { get; init; }
    public required bool CanChangeValidity { get; init; }

    /// <summary>What is missing before a draft can be published; empty once it is.</summary>
    public required IReadOnlyList<SchemeGapDto> Missing { get; init; }

    /// <summary>Empty for all but the host.</summary>
    public required IReadOnlyList<SchemeTrigger> PermittedTriggers { get; init; }
    public required uint Version { get; init; }
}

public sealed record LotDto(
    Guid Id, int Number, string Name, OfstedCategory Category, bool Admits16To17, AccreditationUse AccreditationUse,
    LotTermsDto Terms, int MemberCount);

/// <summary>An authority that may buy through the scheme by its access agreement.</summary>
/// <param name="SignedOn">Of the access agreement; for the host alone, as is the share.</param>
/// <param name="ShareBasisPoints">Share of the scheme's costs, hundredths of a per cent.</param>
public sealed record MemberAuthorityDto(
    Guid AuthorityId, string Name, DateOnly From, DateOnly? Until, DateOnly? SignedOn, int? ShareBasisPoints);

public sealed record RecordSchemeDto
{
    [Required, StringLength(120)] public required string Name { get; init; }
    [Required, StringLength(30)] public required string Reference { get; init; }
    public required Regime Regime { get; init; }
    public required DateOnly ContractNoticeDate { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly EndsOn { get; init; }
    public required AdmissionMode AdmissionMode { get; init; }
    public required TenderTimeBasis TenderTimeBasis { get; init; }
    [Range(1, 60 * 24 * 60)] public required int MinimumTenderMinutes { get; init; }
    public required bool MutualAgreementFromAllMembers { get; init; }
    [Range(1, 10000)] public int? AwardFeeBasisPoints { get; init; }
    [Range(1, 100_000)] public int? MostMembers { get; init; }
    [MaxLength(40)] public IReadOnlyList<AdmissionWindowDto> Windows { get; init; } = [];
    [Required, MinLength(1), MaxLength(20)] public required IReadOnlyList<RecordLotDto> Lots { get; init; }
    [Required, MaxLength(160)] public required IReadOnlyList<Guid> MemberAuthorityIds { get; init; }
}

public sealed record RecordLotDto
{
    [Required, StringLength(120)] public required string Name { get; init; }
    public required OfstedCategory Category { get; init; }
    public required bool Admits16To17 { get; init; }
    public AccreditationUse AccreditationUse { get; init; } = AccreditationUse.AwardGate;
    public LotTermsDto? Terms { get; init; }
}

public sealed record ChangeValidityDto
{
    public required DateOnly EndsOn { get; init; }
    [Required, StringLength(500)] public required string Reason { get; init; }
    public required uint Version { get; init; }
}

public sealed record SetAwardFeeDto
{
    [Range(1, 10000)] public required int? AwardFeeBasisPoints { get; init; }
    public required uint Version { get; init; }
}
