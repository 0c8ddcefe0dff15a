namespace DpsPortal.Tendering.AwardRecords;

/// <summary>The report on one award, written in the transaction that made it and by nobody after.</summary>
internal sealed class AwardRecord
{
    public required Guid CallOffId { get; init; }
    public required Guid AuthorityId { get; init; }

    /// <summary>Database time, UTC.</summary>
    public required DateTime WrittenAt { get; init; }

    /// <summary>JSON, kept as text: what was hashed is what is handed out.</summary>
    public required string Report { get; init; }

    /// <summary>Of the report, lower-case hex.</summary>
    public required string Sha256 { get; init; }
}
