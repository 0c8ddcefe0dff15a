using System.ComponentModel.DataAnnotations;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;

namespace DpsPortal.Accreditation.Memberships;

/// <summary>Members after admission: suspension, reinstatement, removal, leaving.</summary>
public interface IMemberAppService
{
    /// <summary>The members of the caller's schemes, by name; searched by a part of the name or of the reference.</summary>
    Task<PagedResult<MemberListItemDto>> GetListAsync(SearchedPageQuery query, CancellationToken ct);

    /// <summary>Lots and actions of one application; the provider sees an action once it is confirmed.</summary>
    Task<MemberDto> GetAsync(Guid id, CancellationToken ct);

    Task<MemberDto> ProposeAsync(Guid id, ProposeMemberActionDto input, CancellationToken ct);

    /// <summary>
    /// Suspends or reinstates at once. A removal begins with notice, unless there is an immediate risk.
    /// Source: PA 2023, s. 37(4).
    /// </summary>
    Task<MemberDto> ConfirmAsync(Guid id, Guid actionId, VersionDto input, CancellationToken ct);

    /// <summary>Removes after notice, once the time for representations is over.</summary>
    Task<MemberDto> CarryOutAsync(Guid id, Guid actionId, VersionDto input, CancellationToken ct);

    Task<MemberDto> DropAsync(Guid id, Guid actionId, ReasonDto input, CancellationToken ct);

    /// <summary>What the provider says to a notice, until its last day.</summary>
    Task<MemberDto> RepresentAsync(Guid id, Guid actionId, RepresentDto input, CancellationToken ct);

    /// <summary>The provider leaves every lot of the application; it may apply again.</summary>
    Task<MemberDto> LeaveAsync(Guid id, LeaveDto input, CancellationToken ct);
}

public sealed record MemberListItemDto(
    Guid ApplicationId, string Reference, Guid ProviderId, string ProviderName, string SchemeName,
    IReadOnlyList<MemberLotDto> Lots, int OpenActions);

public sealed record MemberDto(
    Guid ApplicationId, string ProviderName, string SchemeName, IReadOnlyList<MemberLotDto> Lots,
    IReadOnlyList<MemberActionDto> Actions, bool MayPropose, bool MayLeave);

/// <param name="Reason">Of the last move.</param>
/// <param name="AccreditedUntil">Last day, London; null when not accredited.</param>
public sealed record MemberLotDto(
    Guid LotId, int Number, string Name, MemberState State, DateTime AdmittedAt, string? Reason,
    DateOnly? AccreditedUntil, IReadOnlyList<MemberTrigger> PermittedTriggers);

/// <param name="RepresentationsUntil">Last day, London, for the provider to answer a notice.</param>
public sealed record MemberActionDto(
    Guid Id, MemberActionKind Kind, MemberActionState State, IReadOnlyList<int> LotNumbers, string Reasons,
    bool ImmediateRisk, Guid ProposedById, string ProposedByName, DateTime ProposedAt, string? ConfirmedByName,
    DateTime? ConfirmedAt, DateOnly? RepresentationsUntil, string? Representations, DateTime? SettledAt,
    string? DropReason, bool MayConfirm, bool MayCarryOut, bool MayDrop, bool MayRepresent, uint Version);

public sealed record ProposeMemberActionDto
{
    public required MemberActionKind Kind { get; init; }

    [Required, MaxLength(20)] public required IReadOnlyList<Guid> LotIds { get; init; }

    /// <summary>In the words the provider will read.</summary>
    [Required, StringLength(2000)] public required string Reasons { get; init; }

    /// <summary>A removal without notice: somebody would come to harm while it runs.</summary>
    public bool ImmediateRisk { get; init; }
}

public sealed record RepresentDto
{
    [Required, StringLength(4000)] public required string Text { get; init; }
    public required uint Version { get; init; }
}

public sealed record LeaveDto
{
    [Required, StringLength(2000)] public required string Reason { get; init; }
}
