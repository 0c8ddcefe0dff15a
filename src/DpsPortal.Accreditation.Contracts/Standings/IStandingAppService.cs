using System.ComponentModel.DataAnnotations;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Framework.Application;

namespace DpsPortal.Accreditation.Standings;

/// <summary>Accreditation after the decision: conditions, suspension, reinstatement, revocation, expiry.</summary>
public interface IStandingAppService
{
    /// <summary>Every accreditation of the caller's schemes, those that end or lapse first at the top.</summary>
    Task<PagedResult<StandingListItemDto>> GetListAsync(SearchedPageQuery query, CancellationToken ct);

    /// <summary>Of one application; the provider sees an action once it is confirmed.</summary>
    Task<StandingDto> GetAsync(Guid id, CancellationToken ct);

    Task<StandingDto> ProposeAsync(Guid id, ProposeStandingActionDto input, CancellationToken ct);

    /// <summary>Takes effect at once; a revocation begins with notice, unless there is an immediate risk.</summary>
    Task<StandingDto> ConfirmAsync(Guid id, Guid actionId, VersionDto input, CancellationToken ct);

    /// <summary>Revokes after notice, once the time for representations is over.</summary>
    Task<StandingDto> CarryOutAsync(Guid id, Guid actionId, VersionDto input, CancellationToken ct);

    Task<StandingDto> DropAsync(Guid id, Guid actionId, ReasonDto input, CancellationToken ct);

    /// <summary>What the provider says to a notice, until its last day.</summary>
    Task<StandingDto> RepresentAsync(Guid id, Guid actionId, RepresentDto input, CancellationToken ct);
}

/// <param name="NextConditionDueOn">Of the open conditions; null when none is open.</param>
public sealed record StandingListItemDto(
    Guid ApplicationId, string Reference, string ProviderName, string SchemeName,
    IReadOnlyList<StandingLotDto> Lots, int OpenConditions, DateOnly? NextConditionDueOn, int OpenActions);

/// <param name="PermittedActions">What may be proposed now; empty for the provider.</param>
public sealed record StandingDto(
    Guid ApplicationId, string ProviderName, string SchemeName, IReadOnlyList<StandingLotDto> Lots,
    IReadOnlyList<StandingConditionDto> Conditions, IReadOnlyList<CoveredHomeDto> Homes,
    IReadOnlyList<StandingActionDto> Actions, IReadOnlyList<StandingActionKind> PermittedActions);

/// <param name="State">As of now: a day that has passed counts, whether or not it was recorded yet.</param>
/// <param name="Awardable">What the gate of an award would find now.</param>
/// <param name="From">First day, London; null when never accredited.</param>
/// <param name="Until">Last day, London.</param>
public sealed record StandingLotDto(
    Guid LotId, int Number, string Name, StandingState State, bool Awardable, DateOnly? From, DateOnly? Until,
    IReadOnlyList<StandingActionKind> PermittedActions);

/// <param name="DueOn">Last day to meet it, London.</param>
/// <param name="Evidence">What shows that it is met.</param>
public sealed record StandingConditionDto(
    Guid Id, string Text, DateOnly DueOn, bool Overdue, DateTime? MetAt, string? Evidence);

/// <param name="Until">Last day, London; null when the home was never covered.</param>
/// <param name="Covered">Today, in at least one lot.</param>
public sealed record CoveredHomeDto(
    Guid PremisesId, string Name, string OutwardCode, DateOnly? From, DateOnly? Until, bool Covered);

/// <param name="Subjects">Conditions or homes it is about, in words.</param>
/// <param name="RepresentationsUntil">Last day, London, for the provider to answer a notice.</param>
public sealed record StandingActionDto(
    Guid Id, StandingActionKind Kind, MemberActionState State, IReadOnlyList<int> LotNumbers,
    IReadOnlyList<string> Subjects, string Reasons, bool ImmediateRisk, Guid ProposedById, string ProposedByName,
    DateTime ProposedAt, string? ConfirmedByName, DateTime? ConfirmedAt, DateOnly? RepresentationsUntil,
    string? Representations, DateTime? SettledAt, string? DropReason, bool MayConfirm, bool MayCarryOut, bool MayDrop,
    bool MayRepresent, uint Version);

public sealed record ProposeStandingActionDto
{
    public required StandingActionKind Kind { get; init; }

    /// <summary>For a suspension, reinstatement or revocation, and for homes.</summary>
    [MaxLength(20)] public IReadOnlyList<Guid> LotIds { get; init; } = [];

    /// <summary>That are met.</summary>
    [MaxLength(20)] public IReadOnlyList<Guid> ConditionIds { get; init; } = [];

    /// <summary>To be covered for twelve months.</summary>
    [MaxLength(50)] public IReadOnlyList<Guid> PremisesIds { get; init; } = [];

    /// <summary>In the words the provider will read.</summary>
    [Required, StringLength(2000)] public required string Reasons { get; init; }

    /// <summary>A revocation without notice: somebody would come to harm while it runs.</summary>
    public bool ImmediateRisk { get; init; }
}
