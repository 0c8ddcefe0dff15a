namespace DpsPortal.Organisations.Auditing;

/// <summary>
/// One line of the audit trail. Written once, never changed: the database refuses updates and deletes. Holds no
/// child's data.
/// </summary>
internal sealed class AuditEvent
{
    public const int MaxTextLength = 1000;

    public Guid Id { get; init; } = AuditEventId.Next();

    /// <summary>Instant, UTC, by the database's clock at the moment of writing.</summary>
    public DateTime At { get; init; }

    /// <summary>Null for an anonymous caller and for the system's own work.</summary>
    public Guid? ActorId { get; init; }

    public string ActorName { get; init; } = "";

    public Guid? OrganisationId { get; init; }

    public string OrganisationName { get; init; } = "";

    /// <summary>The aggregate's name, e.g. <c>CallOff</c>.</summary>
    public string ObjectType { get; init; } = "";

    /// <summary>Empty where a refused call named no object.</summary>
    public Guid ObjectId { get; init; }

    public string Action { get; init; } = "";

    public string? Before { get; init; }

    public string? After { get; init; }

    public string? Reason { get; init; }

    public bool Refused { get; init; }

    /// <summary>Why it was refused: an error code or a status.</summary>
    public string? Code { get; init; }

    /// <summary>What is longer stays whole where it was written; the trail holds its beginning.</summary>
    public static string? Shortened(string? text) => text?.Length > MaxTextLength ? text[..MaxTextLength] : text;
}
