namespace DpsPortal.Organisations.Integration;

/// <summary>What officers declared of their own interest in a provider. Source: domain §2.6; PCR 2015, reg. 24.</summary>
public interface IProviderInterests
{
    /// <summary>Neither reads nor acts: for what is the provider's, whichever page it is reached from.</summary>
    /// <exception cref="Framework.Domain.ForbiddenByStageException">
    /// The caller has declared a conflict of interest in an application of this provider.
    /// </exception>
    Task RefuseConflictedAsync(Guid providerId, CancellationToken ct);

    /// <summary>The providers in whom the caller has declared a conflict, for lists.</summary>
    Task<IReadOnlyCollection<Guid>> GetConflictedAsync(CancellationToken ct);

    /// <summary>Whether the caller's authority has an application of the provider, sent or imported.</summary>
    Task<bool> HasAppliedAsync(Guid providerId, CancellationToken ct);
}
