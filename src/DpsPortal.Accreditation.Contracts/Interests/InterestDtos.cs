using System.ComponentModel.DataAnnotations;

namespace DpsPortal.Accreditation.Interests;

public enum InterestStatus
{
    NotDeclared,
    NoConflict,
    Conflict,
}

/// <summary>What officers declared of their own interests in an application. Source: PCR 2015, reg. 24.</summary>
/// <param name="Mine">The reader's own; until it says there is none the reader acts on nothing.</param>
public sealed record InterestsDto(
    InterestStatus Mine, DateTime? DeclaredAt, IReadOnlyList<DeclaredInterestDto> Others);

public sealed record DeclaredInterestDto(string OfficerName, bool HasConflict, DateTime DeclaredAt);

public sealed record DeclareInterestDto
{
    public required bool HasConflict { get; init; }

    /// <summary>What the interest is; read by nobody but the authority.</summary>
    [StringLength(1000)] public string? Details { get; init; }
}
