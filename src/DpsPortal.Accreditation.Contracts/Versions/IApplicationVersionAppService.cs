namespace DpsPortal.Accreditation.Versions;

/// <summary>What was submitted, as it was submitted: each version is kept for good.</summary>
public interface IApplicationVersionAppService
{
    Task<IReadOnlyList<ApplicationVersionDto>> GetListAsync(Guid id, CancellationToken ct);

    /// <summary>Field by field, only what differs; the last two versions if none are named.</summary>
    Task<VersionComparisonDto> CompareAsync(Guid id, int? from, int? to, CancellationToken ct);
}

public enum VersionCause
{
    Submission,
    Clarification,
}

/// <param name="Sha256">Of the canonical text; lower-case hexadecimal.</param>
/// <param name="Intact">The text kept still has this hash.</param>
public sealed record ApplicationVersionDto(
    int Number, VersionCause Cause, DateTime TakenAt, string TakenByName, string Sha256, bool Intact,
    IReadOnlyList<VersionDocumentDto> Documents);

/// <param name="Sha256">Of the file as it was sent.</param>
public sealed record VersionDocumentDto(Guid Id, string Name, string Sha256);

public sealed record VersionComparisonDto(int From, int To, IReadOnlyList<FieldChangeDto> Changes);

/// <param name="Field">Path within the answers, e.g. <c>insurance.policies[0].expiresOn</c>.</param>
/// <param name="Before">Null where the field is new.</param>
/// <param name="After">Null where the field is gone.</param>
public sealed record FieldChangeDto(string Field, string? Before, string? After);
