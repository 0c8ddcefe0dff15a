namespace DpsPortal.Accreditation.Integration;

/// <summary>What other authorities have vouched for: asked before a setting is used for the first time (fact 23).</summary>
public interface IReferenceIntegrationService
{
    /// <summary>
    /// For authorities, and for a provider about itself; of anybody else nothing counts.
    /// </summary>
    /// <param name="buyer">The name of the authority that wants to use the setting; its own word does not count.</param>
    /// <returns>By provider, one for each that was asked about.</returns>
    Task<IReadOnlyDictionary<Guid, ReferenceCheck>> CheckAsync(
        IReadOnlyCollection<Guid> providerIds, string buyer, CancellationToken ct);
}

/// <param name="Counting">The latest of each authority that is in date. What was said stays with the host authority.</param>
public sealed record ReferenceCheck(bool Enough, int Needed, IReadOnlyList<CountingReference> Counting);

/// <param name="CountsUntil">Last day, London.</param>
public sealed record CountingReference(string Authority, DateOnly GivenOn, DateOnly CountsUntil);
