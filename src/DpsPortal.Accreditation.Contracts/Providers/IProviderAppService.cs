using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.OfstedRecords;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Framework.Auditing;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Accreditation.Providers;

/// <summary>All that a host authority knows of one provider, on one page.</summary>
public interface IProviderAppService
{
    /// <exception cref="Framework.Domain.EntityNotFoundException">It never applied to the caller's authority.</exception>
    /// <exception cref="Framework.Domain.ForbiddenByStageException">The caller declared a conflict of interest.</exception>
    Task<ProviderDto> GetAsync(Guid id, CancellationToken ct);
}

public static class ProviderConsts
{
    /// <summary>Of what runs out, of visits and of the history, each.</summary>
    public const int MaxLines = 6;
}

public sealed record ProviderDto
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Null where it is no company.</summary>
    public string? CompanyNumber { get; init; }

    /// <summary>Of the first lot, UTC; null before an admission.</summary>
    public DateTime? MemberSince { get; init; }

    public string? ContactName { get; init; }
    public string? ContactEmail { get; init; }
    public string? ContactPhone { get; init; }

    /// <summary>The registered service managers, by name.</summary>
    public required IReadOnlyList<string> Managers { get; init; }

    public required IReadOnlyList<string> NominatedIndividuals { get; init; }
    public string? Urn { get; init; }

    /// <summary>The latest that was recorded; null when none was.</summary>
    public OfstedStatusDto? OfstedStatus { get; init; }

    /// <summary>Everything it applied for, the newest application first.</summary>
    public required IReadOnlyList<ProviderLotDto> Lots { get; init; }

    public required IReadOnlyList<ProviderHomeDto> Homes { get; init; }

    /// <summary>Papers of homes and insurances, the first to run out first; at most <see cref="ProviderConsts.MaxLines"/>.</summary>
    public required IReadOnlyList<ExpiryDto> Expiries { get; init; }

    public required int ExpiryCount { get; init; }

    /// <summary>Conditions of its accreditation that nobody has recorded as met.</summary>
    public required IReadOnlyList<ProviderConditionDto> OpenConditions { get; init; }

    /// <summary>Papers that were asked for and not given.</summary>
    public required int EvidenceMissing { get; init; }

    public required int EvidenceOverdue { get; init; }

    /// <summary>The latest first, those to come among them; at most <see cref="ProviderConsts.MaxLines"/>.</summary>
    public required IReadOnlyList<ProviderVisitDto> Visits { get; init; }

    /// <summary>The latest first, over all its applications; at most <see cref="ProviderConsts.MaxLines"/>.</summary>
    public required IReadOnlyList<AuditEventDto> History { get; init; }
}

/// <param name="Membership">Null before an admission to the lot.</param>
/// <param name="Standing">As of now; null where it was never accredited.</param>
/// <param name="AccreditedUntil">Last day, London.</param>
public sealed record ProviderLotDto(
    Guid ApplicationId, string Reference, string SchemeName, Guid LotId, int Number, string Name,
    MemberState? Membership, StandingState? Standing, DateOnly? AccreditedUntil);

/// <param name="NextToExpire">The first of its papers to run out; null when it has none.</param>
/// <param name="LastVisitAt">Of a completed visit, UTC.</param>
/// <param name="LastVisitPassed">Null without one.</param>
/// <param name="NextVisitAt">Booked, UTC.</param>
public sealed record ProviderHomeDto(
    Guid Id, string Name, string OutwardCode, string AreaAuthority, OfstedCategory Category, int PlaceCount, bool Usable,
    IReadOnlyList<string> StandingReasons, ExpiryDto? NextToExpire, DateTime? LastVisitAt, bool? LastVisitPassed,
    DateTime? NextVisitAt);

/// <param name="Kind">Of a certificate of a home or of an insurance.</param>
/// <param name="Subject">The home it is about; null for the provider's own.</param>
/// <param name="ExpiresOn">The last day it counts, London.</param>
/// <param name="DaysLeft">Below nought once it has run out.</param>
public sealed record ExpiryDto(string Kind, string? Subject, DateOnly ExpiresOn, int DaysLeft);

/// <param name="DueOn">Last day to meet it, London.</param>
public sealed record ProviderConditionDto(Guid ApplicationId, string Text, DateOnly DueOn, bool Overdue);

/// <param name="State">A booked, begun or completed visit.</param>
public sealed record ProviderVisitDto(
    Guid Id, string PremisesName, DateTime ScheduledAt, bool InPerson, bool Announced, string State, bool? Passed);
