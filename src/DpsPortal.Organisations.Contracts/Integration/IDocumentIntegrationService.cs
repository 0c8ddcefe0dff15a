using DpsPortal.Organisations.Documents;

namespace DpsPortal.Organisations.Integration;

public interface IDocumentIntegrationService
{
    /// <summary>For a form that names documents by id.</summary>
    /// <exception cref="Framework.Domain.BusinessException">One of them is not the caller's organisation's.</exception>
    Task EnsureOwnAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    /// <summary>Lets another organisation download documents of the caller's. Repeating it changes nothing.</summary>
    /// <exception cref="Framework.Domain.BusinessException">One of them is not the caller's organisation's.</exception>
    Task ShareAsync(IReadOnlyCollection<Guid> ids, Guid organisationId, CancellationToken ct);

    /// <summary>Those the caller's organisation owns or was given.</summary>
    Task<IReadOnlyDictionary<Guid, DocumentSummary>> GetByIdsAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken ct);
}

/// <param name="Size">In bytes.</param>
/// <param name="OrganisationId">Whose it is.</param>
public sealed record DocumentSummary(
    Guid Id, string Name, DocumentKind Kind, long Size, DocumentState State, Guid OrganisationId);
