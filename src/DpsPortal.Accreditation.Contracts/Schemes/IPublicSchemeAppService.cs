using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>What anybody may read of published schemes without signing in; never where a home is (fact 21).</summary>
public interface IPublicSchemeAppService
{
    Task<IReadOnlyList<PublicSchemeListItemDto>> GetListAsync(CancellationToken ct);

    Task<PublicSchemeDto> GetAsync(Guid id, CancellationToken ct);

    /// <summary>All four regimes, side by side.</summary>
    IReadOnlyList<RegimePageDto> GetRegimes();
}

public sealed record PublicSchemeListItemDto(
    Guid Id, string Name, string Reference, Regime Regime, string HostAuthorityName, DateOnly StartsOn, DateOnly EndsOn,
    bool OpenToJoin);

public sealed record PublicSchemeDto
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Reference { get; init; }
    public required SchemeState State { get; init; }
    public required string HostAuthorityName { get; init; }
    public required DateOnly ContractNoticeDate { get; init; }
    public required DateOnly StartsOn { get; init; }

    /// <summary>Last day.</summary>
    public required DateOnly EndsOn { get; init; }

    public required AdmissionMode AdmissionMode { get; init; }
    public required IReadOnlyList<AdmissionWindowDto> Windows { get; init; }
    public required bool OpenToJoin { get; init; }
    public required int DecisionWorkingDays { get; init; }
    public required int? AwardFeeBasisPoints { get; init; }
    public required int? MostMembers { get; init; }

    /// <summary>The least time to bid, in words with its source.</summary>
    public required string TimeToBid { get; init; }

    public required IReadOnlyList<PublicLotDto> Lots { get; init; }
    public required IReadOnlyList<string> Authorities { get; init; }
    public required RegimePageDto Law { get; init; }
}

/// <param name="Members">The names of the admitted providers, by name.</param>
public sealed record PublicLotDto(
    int Number, string Name, OfstedCategory Category, bool Admits16To17, AccreditationUse AccreditationUse,
    LotTermsDto Terms, IReadOnlyList<string> Members);
