namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// The fit-and-proper-person test of one person: checks, interview, and an outcome that one officer proposes and another
/// confirms. Each needs the officer's declaration of no conflict. Source: SI 2023/416, regs 8-12; domain §2.3.
/// </summary>
public interface IFitnessAppService
{
    /// <summary>Saves checks as far as they have come; with an outcome, proposes it.</summary>
    /// <exception cref="Framework.Domain.BusinessException">The checks do not bear the outcome, or a file is named for a
    /// DBS check.</exception>
    Task<ApplicationDto> RecordFitnessAsync(Guid id, Guid personId, RecordFitnessDto input, CancellationToken ct);

    /// <exception cref="Framework.Domain.BusinessException">The caller proposed it, or the checks bear it no more.</exception>
    Task<ApplicationDto> ConfirmFitnessAsync(Guid id, Guid personId, VersionDto input, CancellationToken ct);

    /// <summary>The outcome falls; the checks stay.</summary>
    Task<ApplicationDto> SendBackFitnessAsync(Guid id, Guid personId, ReasonDto input, CancellationToken ct);

    /// <summary>The caller's own scores, given once, before any other officer's are shown to them.</summary>
    Task<ApplicationDto> ScoreInterviewAsync(Guid id, Guid personId, ScoreInterviewDto input, CancellationToken ct);

    /// <summary>What two or more of the panel agree, between their scores. By one of them.</summary>
    Task<ApplicationDto> AgreeInterviewAsync(Guid id, Guid personId, ScoreInterviewDto input, CancellationToken ct);
}
