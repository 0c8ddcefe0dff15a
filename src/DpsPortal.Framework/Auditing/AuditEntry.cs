namespace DpsPortal.Framework.Auditing;

/// <summary>What an aggregate says of its own change; the context adds who, for whom, which object and when.</summary>
/// <param name="Action">The trigger or the verb, e.g. <c>Publish</c>.</param>
/// <param name="Before">State or value before, short, without a child's data.</param>
/// <param name="After">State or value after.</param>
/// <param name="Reason">The reason given by the person, where the move asks for one.</param>
public sealed record AuditEntry(string Action, string? Before, string? After, string? Reason);

/// <summary>One line of a History panel.</summary>
/// <param name="At">Instant, UTC.</param>
/// <param name="Reason">The reason that was given; of a refusal the sentence it was answered with.</param>
/// <param name="Refused">True when the rules refused the move; nothing was changed then.</param>
/// <param name="Code">Of a refusal, e.g. <c>Tendering:BidsSealed</c>; null otherwise.</param>
public sealed record AuditEventDto(
    Guid Id,
    DateTime At,
    string ActorName,
    string OrganisationName,
    string Action,
    string? Before,
    string? After,
    string? Reason,
    bool Refused,
    string? Code = null);

/// <summary>Reads the audit trail of one object. The caller has checked that the reader may see the object.</summary>
public interface IAuditTrail
{
    /// <param name="objectType">The aggregate's name, e.g. <c>CallOff</c>.</param>
    Task<IReadOnlyList<AuditEventDto>> GetListAsync(string objectType, Guid objectId, CancellationToken ct);

    /// <summary>The latest of several objects of a type, the newest first.</summary>
    Task<IReadOnlyList<AuditEventDto>> GetLatestAsync(
        string objectType, IReadOnlyCollection<Guid> objectIds, int most, CancellationToken ct);

    /// <summary>
    /// Remembers something that changed no aggregate (a download, a view of opened bids), in the current transaction
    /// if there is one.
    /// </summary>
    Task RecordAsync(string objectType, Guid objectId, AuditEntry entry, CancellationToken ct);
}
