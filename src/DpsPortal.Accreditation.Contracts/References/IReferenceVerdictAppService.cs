using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;

namespace DpsPortal.Accreditation.References;

/// <summary>
/// An officer of the host authority asks who gave a reference: its authority is a name that the provider typed, and only
/// what was checked counts for a home that is new to an authority (fact 23, decision 31).
/// </summary>
public interface IReferenceVerdictAppService
{
    /// <exception cref="Framework.Domain.BusinessException">
    /// The referee's authority would not place with the provider again, or the reference was not given.
    /// </exception>
    Task<ReferencesDto> AcceptAsync(Guid id, Guid referenceId, AcceptReferenceDto input, CancellationToken ct);

    /// <summary>It does not count, also where it did before.</summary>
    Task<ReferencesDto> RefuseAsync(Guid id, Guid referenceId, RefuseReferenceDto input, CancellationToken ct);
}

public sealed record AcceptReferenceDto
{
    /// <summary>The authority that it speaks for, by its proper name.</summary>
    [Required(ErrorMessage = "Enter the name of the authority"), StringLength(ReferenceConsts.MaxNameLength), OneLineOfWords]
    public required string AuthorityName { get; init; }

    /// <summary>That the referee speaks for that authority. Officers of the host authority alone read it.</summary>
    [Required(ErrorMessage = "Say how you know"), StringLength(ReferenceConsts.MaxReasonLength)]
    public required string HowKnown { get; init; }

    public required uint Version { get; init; }
}

public sealed record RefuseReferenceDto
{
    /// <summary>Officers of the host authority alone read it.</summary>
    [Required(ErrorMessage = "Say why it does not count"), StringLength(ReferenceConsts.MaxReasonLength)]
    public required string Reason { get; init; }

    public required uint Version { get; init; }
}

/// <param name="CountsAs">The authority it speaks for; null where it does not count.</param>
/// <param name="Reason">How the officer knows, or why it does not count.</param>
/// <param name="At">Instant, UTC.</param>
public sealed record ReferenceVerdictDto(string? CountsAs, string Reason, string OfficerName, DateTime At);
