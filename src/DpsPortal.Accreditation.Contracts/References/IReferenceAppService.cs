using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Rules.Privacy;

namespace DpsPortal.Accreditation.References;

/// <summary>
/// References for an application, from authorities that have placed with the provider. The provider names the
/// referees and sees only that a reference has come; officers of the host authority read it.
/// Source: domain §2.2, "Experience".
/// </summary>
public interface IReferenceAppService
{
    Task<ReferencesDto> GetListAsync(Guid id, CancellationToken ct);

    /// <summary>Names a referee, who gets a link that works once.</summary>
    Task<ReferencesDto> AskAsync(Guid id, AskReferenceDto input, CancellationToken ct);

    /// <summary>A newer link takes the place of the one before.</summary>
    Task<ReferencesDto> ResendAsync(Guid id, Guid referenceId, CancellationToken ct);

    Task<ReferencesDto> RevokeAsync(Guid id, Guid referenceId, CancellationToken ct);
}

public sealed record AskReferenceDto
{
    [Required(ErrorMessage = "Enter the referee’s full name"), StringLength(ReferenceConsts.MaxNameLength), OneLineOfWords]
    public required string RefereeName { get; init; }

    [Required(ErrorMessage = "Enter the referee’s work email address"), StringLength(ReferenceConsts.MaxEmailLength)]
    [OneEmailAddress]
    public required string RefereeEmail { get; init; }

    [Required(ErrorMessage = "Enter the name of the authority"), StringLength(ReferenceConsts.MaxNameLength), OneLineOfWords]
    public required string AuthorityName { get; init; }

    /// <summary>The contract or the setting the authority knows the provider by.</summary>
    [Required(ErrorMessage = "Enter the contract or setting"), StringLength(ReferenceConsts.MaxSettingLength), OneLineOfWords]
    [WithoutIdentifiers]
    public required string Setting { get; init; }

    /// <summary>What the provider says it did there, for the referee to confirm. Never about a young person.</summary>
    [Required(ErrorMessage = "Say what you provided"), StringLength(ReferenceConsts.MaxClaimLength), WithoutIdentifiers]
    public required string Claim { get; init; }
}

/// <param name="Counting">How many authorities have given one that was checked and is in date.</param>
/// <param name="Needed">How many have to (fact 23).</param>
/// <param name="MayAsk">The caller may name another referee now.</param>
public sealed record ReferencesDto(
    int Counting, int Needed, bool MayAsk, IReadOnlyList<ReferenceDto> References);

/// <param name="LinkExpiresAt">Instant, UTC; null while no link was sent.</param>
/// <param name="Expired">The link has stopped working and nobody has answered.</param>
/// <param name="CountsUntil">Last day, London, once it is accepted; null until it was given and where it was refused.</param>
/// <param name="Counts">Accepted and in date.</param>
/// <param name="Answers">What the referee said: for officers of the host authority alone.</param>
/// <param name="Verdicts">
/// What officers found who asked who gave it, the last one first: for officers of the host authority alone.
/// </param>
public sealed record ReferenceDto(
    Guid Id, string RefereeName, string RefereeEmail, string AuthorityName, string Setting, string Claim,
    ReferenceState State, DateTime AskedAt, DateTime? LinkExpiresAt, bool Expired, int ResendsLeft, DateTime? GivenAt,
    DateOnly? CountsUntil, bool Counts, ReferenceAnswersDto? Answers, IReadOnlyList<ReferenceVerdictDto> Verdicts,
    uint Version, IReadOnlyList<ReferenceTrigger> PermittedTriggers);

/// <param name="Years">For how many whole years the authority has used the provider; nought is less than one.</param>
/// <param name="Placements">How many placements it has made in that time.</param>
public sealed record ReferenceAnswersDto(
    int Years, int Placements, bool WouldPlaceAgain, bool HasConcerns, string? Concerns, string? Comments,
    string GivenByName, string GivenByRole, DateTime GivenAt);
