namespace DpsPortal.Tendering.Integration;

/// <summary>What people of an authority declared of their own interest in the bidders of a call-off (fact 14).</summary>
public interface ICallOffInterests
{
    /// <summary>The call-offs in which the caller has declared a conflict: they neither see nor change what came of them.</summary>
    Task<IReadOnlyCollection<Guid>> GetConflictedAsync(CancellationToken ct);
}
