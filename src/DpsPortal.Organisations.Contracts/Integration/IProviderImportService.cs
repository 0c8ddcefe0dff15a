using DpsPortal.Organisations.Evidence;

namespace DpsPortal.Organisations.Integration;

/// <summary>Providers that a host brings from elsewhere. Everything is added to the caller's unit of work, unsaved.</summary>
public interface IProviderImportService
{
    /// <returns>Eight characters; null if it is no number of Companies House. Lost leading noughts are put back.</returns>
    string? CompanyNumber(string text);

    /// <returns>Six or seven digits; null if it is no number of the Charity Commission.</returns>
    string? CharityNumber(string text);

    /// <summary>Every provider with a number of these, or exactly a name of these whatever its capitals.</summary>
    Task<IReadOnlyList<KnownProvider>> FindAsync(
        IReadOnlyCollection<string> companyNumbers, IReadOnlyCollection<string> charityNumbers,
        IReadOnlyCollection<string> names, CancellationToken ct);

    /// <summary>With an invitation to its first administrator, which is sent once the transaction is committed.</summary>
    Task AddAsync(NewProvider provider, CancellationToken ct);

    /// <summary>What the caller's authority asks a provider for, each by its day. Nothing it holds is asked for.</summary>
    Task AskAsync(Guid providerId, IReadOnlyList<PlannedEvidence> items, CancellationToken ct);

    /// <summary>What the caller's authority asked for and has not got, by provider. Providers without are left out.</summary>
    Task<IReadOnlyDictionary<Guid, EvidencePlan>> GetPlansAsync(
        IReadOnlyCollection<Guid> providerIds, CancellationToken ct);
}

/// <param name="HasPeople">Somebody signs in for it: it keeps its record itself.</param>
public sealed record KnownProvider(Guid Id, string Name, string? CompanyNumber, string? CharityNumber, bool HasPeople);

public sealed record NewProvider(Guid Id, string Name, string? CompanyNumber, string? CharityNumber, string ContactEmail);

/// <param name="PremisesName">Given together with <paramref name="PremisesId"/>, for what is about a home.</param>
/// <param name="DueOn">London.</param>
public sealed record PlannedEvidence(EvidenceKind Kind, Guid? PremisesId, string? PremisesName, DateOnly DueOn);

/// <param name="NextDueOn">London.</param>
public sealed record EvidencePlan(int Missing, int Overdue, DateOnly NextDueOn);
