using System.ComponentModel.DataAnnotations;
using DpsPortal.Accreditation.Applications;

namespace DpsPortal.Accreditation.RecruitmentActions;

/// <summary>
/// What a provider still does, each by its day, after its stage of safer recruitment was passed with actions. The
/// provider says that it is done, an officer looks and accepts it or sends it back. Source: domain §2.4.
/// </summary>
public interface IRecruitmentActionAppService
{
    /// <summary>The provider's, also after the day: late is better than not.</summary>
    Task<ApplicationDto> ReportAsync(
        Guid id, Guid actionId, ReportRecruitmentActionDto input, CancellationToken ct);

    Task<ApplicationDto> AcceptAsync(Guid id, Guid actionId, VersionDto input, CancellationToken ct);

    /// <summary>Not enough, with the reason that the provider reads and a last day to do it.</summary>
    Task<ApplicationDto> SendBackAsync(
        Guid id, Guid actionId, SendBackRecruitmentActionDto input, CancellationToken ct);
}

public static class RecruitmentActionConsts
{
    public const int MaxTextLength = 500;

    public const int MaxNoteLength = 2000;

    public const int MaxActions = 20;
}

public enum RecruitmentActionState
{
    Open,

    /// <summary>So the provider says.</summary>
    Reported,
    Accepted,
}

public enum RecruitmentActionTrigger
{
    Report,
    Accept,
    SendBack,
}

public sealed record SetRecruitmentActionDto
{
    /// <summary>In the words the provider will read.</summary>
    [Required, StringLength(RecruitmentActionConsts.MaxTextLength)] public required string Text { get; init; }

    /// <summary>Last day to do it, London; today or later.</summary>
    public required DateOnly DueOn { get; init; }
}

public sealed record SendBackRecruitmentActionDto
{
    [Required, StringLength(2000)] public required string Reason { get; init; }

    /// <summary>Last day to do it, London; today or later, the one it had or another.</summary>
    public required DateOnly DueOn { get; init; }

    public required uint Version { get; init; }
}

public sealed record ReportRecruitmentActionDto
{
    /// <summary>What was done.</summary>
    [Required, StringLength(RecruitmentActionConsts.MaxNoteLength)] public required string Note { get; init; }

    /// <summary>A document of the provider; the authority may read it from now on.</summary>
    public Guid? DocumentId { get; init; }

    public required uint Version { get; init; }
}

/// <param name="Overdue">Not reported as done, and its day has passed.</param>
/// <param name="Note">What the provider said last that it has done; also while it is open again.</param>
/// <param name="SentBackBecause">Why an officer found that not enough; null when it was never sent back.</param>
/// <param name="SettledByName">The officer who accepted it; null for the provider.</param>
public sealed record RecruitmentActionDto(
    Guid Id, string Text, DateOnly DueOn, RecruitmentActionState State, bool Overdue, string? Note, NamedFileDto? File,
    string? ReportedByName, DateTime? ReportedAt, string? SentBackBecause, string? SettledByName, DateTime? SettledAt,
    IReadOnlyList<RecruitmentActionTrigger> PermittedTriggers, uint Version);
