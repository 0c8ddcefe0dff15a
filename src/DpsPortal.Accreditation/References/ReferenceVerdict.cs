using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.References;

/// <summary>
/// What an officer of the host authority found when asking who gave a reference, and for whom. Never changed: a later one
/// counts in its place, and it stays to be read. The provider never reads it, for it may tell what the referee said.
/// </summary>
internal sealed class ReferenceVerdict : Entity
{
    public ReferenceVerdict(
        ReferenceRequest request, string? countsAs, string reason, Officer officer, DateTime now)
        : base(Guid.CreateVersion7())
    {
        (RequestId, ApplicationId, HostAuthorityId) = (request.Id, request.ApplicationId, request.HostAuthorityId);
        (CountsAs, Reason) = (countsAs, reason);
        (OfficerId, OfficerName, At) = (officer.Id, officer.Name, now);
    }

    private ReferenceVerdict()
    {
    }

    public Guid RequestId { get; private init; }

    public Guid ApplicationId { get; private init; }

    public Guid HostAuthorityId { get; private init; }

    /// <summary>The authority it speaks for; null where it does not count.</summary>
    public string? CountsAs { get; private init; }

    /// <summary>How the officer knows, or why it does not count.</summary>
    public string Reason { get; private init; } = "";

    public Guid OfficerId { get; private init; }

    public string OfficerName { get; private init; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime At { get; private init; }

    public ReferenceVerdictDto ToDto() => new(CountsAs, Reason, OfficerName, At);
}
