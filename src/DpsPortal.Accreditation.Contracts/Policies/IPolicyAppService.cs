using System.ComponentModel.DataAnnotations;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Policies;

/// <summary>
/// A provider's list of policies, each with its owner and the day of its next review, and what a host authority sees of
/// it once the provider has applied. Source: domain §2.2, §2.4.
/// </summary>
public interface IPolicyAppService
{
    Task<PolicyListDto> GetOwnListAsync(CancellationToken ct);

    /// <summary>Lists the policy, or changes what is listed of it. Its document is shown to the host authorities.</summary>
    /// <exception cref="Framework.Domain.InvalidInputException">A day that cannot be as it says.</exception>
    Task<PolicyDto> SaveAsync(PolicyKind kind, SavePolicyDto input, CancellationToken ct);

    /// <summary>The list of the provider that made the application, for officers of its host authority.</summary>
    /// <exception cref="Framework.Domain.EntityNotFoundException">No such application, or not the caller's to review.</exception>
    Task<PolicyListDto> GetOfApplicationAsync(Guid applicationId, CancellationToken ct);
}

public static class PolicyConsts
{
    public const int MaxOwnerLength = 120;
}

/// <param name="Items">A line for each policy that is asked for, whether listed or not.</param>
/// <param name="InOrder">Listed with a review that is not overdue; those due soon are among them.</param>
/// <param name="NotListed">Of those that everybody needs.</param>
public sealed record PolicyListDto(
    IReadOnlyList<PolicyDto> Items, int InOrder, int DueSoon, int Overdue, int NotListed);

public sealed record PolicyDto
{
    /// <summary>Null while it is not listed.</summary>
    public required Guid? Id { get; init; }

    public required PolicyKind Kind { get; init; }
    public required PolicyGroup Group { get; init; }
    public required PolicyReview Review { get; init; }

    /// <summary>Name and role of whoever answers for it; null while it is not listed, as all that follows.</summary>
    public required string? Owner { get; init; }

    /// <summary>The day of the version in use, London.</summary>
    public required DateOnly? VersionOn { get; init; }

    /// <summary>The last day on which the next review is in time, London.</summary>
    public required DateOnly? ReviewOn { get; init; }

    public required NamedFileDto? File { get; init; }

    /// <summary>The latest day that may be set today for the next review; null where no rule sets one.</summary>
    public required DateOnly? LatestReviewOn { get; init; }

    /// <summary>Nought while it is not listed.</summary>
    public required uint Version { get; init; }
}

public sealed record SavePolicyDto
{
    [Required, StringLength(PolicyConsts.MaxOwnerLength)] public required string Owner { get; init; }
    public required DateOnly VersionOn { get; init; }
    public required DateOnly ReviewOn { get; init; }

    /// <summary>A document of the caller's organisation.</summary>
    public Guid? DocumentId { get; init; }

    /// <summary>Nought for a policy that is not listed.</summary>
    public required uint Version { get; init; }
}
