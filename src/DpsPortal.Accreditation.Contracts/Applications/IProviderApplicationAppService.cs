using System.ComponentModel.DataAnnotations;

namespace DpsPortal.Accreditation.Applications;

/// <summary>The provider's side of an application.</summary>
public interface IProviderApplicationAppService
{
    Task<IReadOnlyList<ApplicationListItemDto>> GetOwnListAsync(CancellationToken ct);

    Task<ApplicationDto> CreateAsync(CreateApplicationDto input, CancellationToken ct);

    /// <summary>Saves one or more sections of a draft; sections left null stay as they are.</summary>
    Task<ApplicationDto> SaveAsync(Guid id, SaveApplicationDto input, CancellationToken ct);

    Task<ApplicationDto> SubmitAsync(Guid id, VersionDto input, CancellationToken ct);

    Task<ApplicationDto> WithdrawAsync(Guid id, ReasonDto input, CancellationToken ct);
}

public sealed record CreateApplicationDto
{
    public required Guid SchemeId { get; init; }
}

public sealed record SaveApplicationDto
{
    public required QuestionnaireDto Answers { get; init; }
    public required uint Version { get; init; }
}

public sealed record VersionDto
{
    public required uint Version { get; init; }
}

public sealed record ReasonDto
{
    [Required, StringLength(2000)] public required string Reason { get; init; }
    public required uint Version { get; init; }
}
