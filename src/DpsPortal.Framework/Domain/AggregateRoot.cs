using DpsPortal.Framework.Auditing;

namespace DpsPortal.Framework.Domain;

/// <summary>
/// The root of what is changed and saved together. It collects what has to be told to others (<see cref="Events"/>,
/// delivered through the outbox) and what has to be remembered (<see cref="AuditEntries"/>); both are stored in the
/// transaction of the change itself.
/// </summary>
public abstract class AggregateRoot : Entity
{
    private readonly List<object> _events = [];
    private readonly List<AuditEntry> _auditEntries = [];

    protected AggregateRoot(Guid id) : base(id)
    {
    }

    /// <summary>For the object mapper only.</summary>
    protected AggregateRoot()
    {
    }

    /// <summary>
    /// How often it was saved: a save over somebody else's change is refused. Of this row alone, never a number that
    /// others share: whoever saves twice would read from it what happened in between (decision 20).
    /// </summary>
    public uint Version { get; private set; }

    public IReadOnlyList<object> Events => _events;

    public IReadOnlyList<AuditEntry> AuditEntries => _auditEntries;

    /// <summary>Called by the context once both lists are in the transaction.</summary>
    public void ClearRecorded()
    {
        _events.Clear();
        _auditEntries.Clear();
    }

    /// <param name="eto">An event transfer object: a record of one of the Contracts, no child's data.</param>
    protected void AddEvent(object eto) => _events.Add(eto);

    /// <summary>Remembers a change. None of the texts may hold a child's data.</summary>
    protected void Record(string action, string? before = null, string? after = null, string? reason = null) =>
        _auditEntries.Add(new AuditEntry(action, before, after, reason));
}
