namespace DpsPortal.Framework.Domain;

/// <summary>No such object, or another organisation's: for the caller these are the same. Answered as 404.</summary>
public sealed class EntityNotFoundException(Type type, Guid id) : Exception($"{type.Name} {id} does not exist.")
{
    public Type EntityType { get; } = type;

    public Guid EntityId { get; } = id;
}
