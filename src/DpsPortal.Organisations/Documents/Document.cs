using DpsPortal.Framework.Domain;

namespace DpsPortal.Organisations.Documents;

internal enum DocumentTrigger
{
    Accept,
    Refuse,
}

internal static class DocumentStates
{
    public static readonly TransitionTable<DocumentState, DocumentTrigger> Transitions = new()
    {
        { DocumentState.Checking, DocumentTrigger.Accept, DocumentState.Ready },
        { DocumentState.Checking, DocumentTrigger.Refuse, DocumentState.Refused },
    };
}

/// <summary>A file of an organisation's evidence vault. Nobody can download it before it is Ready.</summary>
internal sealed class Document : AggregateRoot
{
    public const int MaxReasonLength = 200;

    public Document(
        Guid id, Guid organisationId, string name, DocumentKind kind, long size, string sha256, DateTime uploadedAt)
        : base(id)
    {
        OrganisationId = organisationId;
        Name = name;
        Kind = kind;
        Size = size;
        Sha256 = sha256;
        UploadedAt = uploadedAt;
        Record("Upload", after: sha256);
    }

    private Document()
    {
    }

    public Guid OrganisationId { get; private set; }

    public string Name { get; private set; } = "";

    public DocumentKind Kind { get; private set; }

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    public string Sha256 { get; private set; } = "";

    /// <summary>Where the bytes are: random, so that no name and no id leads to them.</summary>
    public string BlobName { get; private set; } = Guid.NewGuid().ToString("N");

    public DocumentState State { get; private set; } = DocumentState.Checking;

    public string? Reason { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    public void Accept() => Fire(DocumentTrigger.Accept, null);

    public void Refuse(string reason) => Fire(DocumentTrigger.Refuse, reason);

    private void Fire(DocumentTrigger trigger, string? reason)
    {
        var to = DocumentStates.Transitions.Fire(State, trigger);
        Record(trigger.ToString(), State.ToString(), to.ToString(), reason);
        (State, Reason) = (to, reason);
    }
}

/// <summary>Another organisation may see and download the document. Given by its owner, never taken back.</summary>
internal sealed class DocumentGrant
{
    public Guid DocumentId { get; init; }

    public Guid OrganisationId { get; init; }

    /// <summary>Repeated from the document: the row-level policy names both organisations.</summary>
    public Guid OwnerOrganisationId { get; init; }
}
