using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace DpsPortal.Sealing;

/// <summary>One event of the audit trail as it is hashed; its text is a leaf of a seal.</summary>
public sealed record AuditLine
{
    public const string CurrentFormat = "dps-audit-event/1";

    public required string Format { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Instant, UTC.</summary>
    public required DateTime At { get; init; }

    public Guid? ActorId { get; init; }
    public required string ActorName { get; init; }
    public Guid? OrganisationId { get; init; }
    public required string OrganisationName { get; init; }
    public required string ObjectType { get; init; }
    public required Guid ObjectId { get; init; }
    public required string Action { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }
    public string? Reason { get; init; }
    public required bool Refused { get; init; }
    public string? Code { get; init; }
}

/// <summary>A batch of events under one root, and all before it under one hash.</summary>
public sealed record AuditSealText
{
    public const string CurrentFormat = "dps-audit-seal/1";

    public required string Format { get; init; }

    /// <summary>From 1, without a gap.</summary>
    public required long Number { get; init; }

    /// <summary>The head of the seal before; empty for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>How many events.</summary>
    public required int Count { get; init; }

    /// <summary>Of the tree of the events' leaves in their order.</summary>
    public required string Root { get; init; }

    /// <summary>Instant, UTC.</summary>
    public required DateTime SealedAt { get; init; }

    /// <returns>The head: it stands for this seal and every one before it. Lower-case hex.</returns>
    public static string HeadOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData([2, .. Encoding.UTF8.GetBytes(text)]));
}

/// <summary>A line of an export: an event and where it was sealed.</summary>
/// <param name="Seal">Null for an event that waits to be sealed.</param>
/// <param name="Leaf">As it was stored when it was sealed.</param>
/// <param name="Text">An <see cref="AuditLine"/>.</param>
public sealed record ExportedEvent(string Text, long? Seal = null, int? Position = null, string? Leaf = null);

/// <summary>An audit trail as it leaves the portal.</summary>
public sealed record AuditFile
{
    public const string CurrentFormat = "dps-audit/1";

    public required string Format { get; init; }

    /// <summary>In their order; each text is an <see cref="AuditSealText"/>.</summary>
    public required IReadOnlyList<SignedText> Seals { get; init; }

    public required IReadOnlyList<ExportedEvent> Events { get; init; }

    /// <summary>Events that were written and wait for the next seal.</summary>
    public required IReadOnlyList<Guid> Waiting { get; init; }
}

/// <summary>Signed seals that were put away outside the database, one a line.</summary>
public static class AuditAnchors
{
    public const string FirstLine = "dps-audit-anchors/1";

    /// <summary>Without a line that was cut off while it was written: its seal follows once more.</summary>
    public static IReadOnlyList<SignedText> Read(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(Line).OfType<SignedText>(),
    ];

    private static SignedText? Line(string line)
    {
        try
        {
            return SealingJson.Read<SignedText>(line);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
