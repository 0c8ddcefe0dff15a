using DpsPortal.Sealing;

namespace DpsPortal.Organisations.Auditing;

/// <summary>A batch of the audit trail under one signed root, chained to the batch before. Never changed.</summary>
internal sealed class AuditSeal
{
    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>An <see cref="AuditSealText"/>.</summary>
    public required string Text { get; init; }

    public required string KeyId { get; init; }
    public required string Signature { get; init; }

    public SignedText ToSigned() => new(Text, KeyId, Signature);
}

/// <summary>Where an event was sealed, and its hash then. Never changed.</summary>
internal sealed class AuditLeaf
{
    public required Guid EventId { get; init; }
    public required long SealNumber { get; init; }

    /// <summary>From 0.</summary>
    public required int Position { get; init; }

    public required string Leaf { get; init; }
}

/// <summary>An event that waits for the next seal: put here by the database when it is written.</summary>
internal sealed class UnsealedEvent
{
    public required Guid EventId { get; init; }
}
