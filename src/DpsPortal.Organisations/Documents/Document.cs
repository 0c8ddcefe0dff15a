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

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    public Document(
        Guid id, Guid organisationId, string name, DocumentKind kind, long size, string sha256, DateTime uploadedAt)
        : base(id)
    {
        OrganisationId = organisationId;
        Name = name;
        Kind = kind;
        Size = ServedSize = size;
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

    /// <summary>The error code.</summary>
    public string? Reason { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime UploadedAt { get; private set; }

    /// <summary>Of the file that is served, where metadata was taken out of what was sent; else null.</summary>
    public string? ServedSha256 { get; private set; }

    /// <summary>In bytes, of the file that is served.</summary>
    public long ServedSize { get; private set; }

    public DocumentScan Scan { get; private set; } = DocumentScan.Pending;

    /// <summary>How often the scanner was asked in vain.</summary>
    public int ScanAttempts { get; private set; }

    /// <summary>When it is asked again; instant, UTC.</summary>
    public DateTime? NextScanAt { get; private set; }

    /// <summary>From now on the cleaned file is served; its bytes go to the new <see cref="BlobName"/>.</summary>
    public void Replace(string sha256, long size)
    {
        (BlobName, ServedSha256, ServedSize) = (Guid.NewGuid().ToString("N"), sha256, size);
        Record("Clean", Sha256, sha256);
    }

    /// <summary>The scanner gave no verdict. It is asked again for as long as it takes, at least every 15 minutes.</summary>
    /// <returns>How long to wait.</returns>
    public TimeSpan WaitForScanner(DateTime now)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, 10 * Math.Pow(2, Math.Min(ScanAttempts, 10))));
        (Scan, ScanAttempts, NextScanAt) = (DocumentScan.Waiting, ScanAttempts + 1, now + wait);
        return wait;
    }

    public void Accept(DocumentScan scan)
    {
        (Scan, NextScanAt) = (scan, null);
        Fire(DocumentTrigger.Accept, scan.ToString());
    }

    public void Refuse(string reason)
    {
        NextScanAt = null;
        Fire(DocumentTrigger.Refuse, reason);
        Reason = reason;
    }

    private void Fire(DocumentTrigger trigger, string? reason)
    {
        var to = DocumentStates.Transitions.Fire(State, trigger);
        Record(trigger.ToString(), State.ToString(), to.ToString(), reason);
        State = to;
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
