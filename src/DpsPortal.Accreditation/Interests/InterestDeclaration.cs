using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Interests;

/// <summary>
/// What an officer said of their own interest in one application, written once. A conflict may come to light after a
/// "none" and is then added; it is never taken back. Source: PCR 2015, reg. 24.
/// </summary>
internal sealed class InterestDeclaration : Entity
{
    public InterestDeclaration(Application application, Officer officer, DeclareInterestDto input, DateTime now)
        : base(Guid.CreateVersion7())
    {
        (ApplicationId, HostAuthorityId) = (application.Id, application.HostAuthorityId);
        ProviderId = application.ProviderId;
        (OfficerId, OfficerName) = (officer.Id, officer.Name);
        (HasConflict, DeclaredAt) = (input.HasConflict, now);
        Details = input.HasConflict ? input.Details : null;
    }

    private InterestDeclaration()
    {
    }

    public Guid ApplicationId { get; private init; }

    public Guid HostAuthorityId { get; private init; }

    /// <summary>What the interest is in: a conflict holds for every application of the provider.</summary>
    public Guid ProviderId { get; private init; }

    public Guid OfficerId { get; private init; }

    public string OfficerName { get; private init; } = "";

    public bool HasConflict { get; private init; }

    public string? Details { get; private init; }

    /// <summary>Instant, UTC.</summary>
    public DateTime DeclaredAt { get; private init; }
}
