using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Versions;

/// <summary>
/// The application as it was handed in: answers and the hashes of its documents as one canonical text, with the hash
/// of that text. Written once; the database refuses to change or delete it.
/// </summary>
internal sealed class ApplicationVersion : Entity
{
    public ApplicationVersion(
        Application application, int number, VersionCause cause, IReadOnlyList<VersionDocumentDto> documents,
        string takenByName, DateTime now) : base(Guid.CreateVersion7())
    {
        ApplicationId = application.Id;
        (ProviderId, HostAuthorityId) = (application.ProviderId, application.HostAuthorityId);
        (Number, Cause, Documents, TakenByName, TakenAt) = (number, cause, documents, takenByName, now);
        Content = CanonicalJson.Of(new VersionContent(application.Answers, documents));
        Sha256 = CanonicalJson.HashOf(Content);
    }

    private ApplicationVersion()
    {
    }

    public Guid ApplicationId { get; private init; }

    public Guid ProviderId { get; private init; }

    public Guid HostAuthorityId { get; private init; }

    /// <summary>From 1.</summary>
    public int Number { get; private init; }

    public VersionCause Cause { get; private init; }

    /// <summary>Canonical JSON; kept as text, for <c>jsonb</c> would not give the same bytes back.</summary>
    public string Content { get; private init; } = "";

    public string Sha256 { get; private init; } = "";

    public IReadOnlyList<VersionDocumentDto> Documents { get; private init; } = [];

    public string TakenByName { get; private init; } = "";

    /// <summary>Instant, UTC.</summary>
    public DateTime TakenAt { get; private init; }

    public ApplicationVersionDto ToDto() => new(
        Number, Cause, TakenAt, TakenByName, Sha256, CanonicalJson.HashOf(Content) == Sha256, Documents);
}

internal sealed record VersionContent(QuestionnaireDto Answers, IReadOnlyList<VersionDocumentDto> Documents);
