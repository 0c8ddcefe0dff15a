using DpsPortal.Framework.Domain;
using DpsPortal.Property.Premises;

namespace DpsPortal.Property.Integration;

/// <summary>
/// Homes that a host brings from elsewhere. The caller has made the provider the organisation of its transaction;
/// everything is added to the caller's unit of work, unsaved.
/// </summary>
public interface IPremisesImportService
{
    /// <summary>What the provider's own form would refuse; empty when nothing.</summary>
    IReadOnlyList<FieldError> Check(SavePremisesDto home);

    /// <summary>Shown to the host, address included, as an application shows it.</summary>
    void Add(Guid id, Guid providerId, SavePremisesDto home, Guid hostAuthorityId);

    /// <summary>Beside those that the home has.</summary>
    Task AddCertificatesAsync(Guid id, IReadOnlyList<SaveCertificateDto> certificates, CancellationToken ct);
}
