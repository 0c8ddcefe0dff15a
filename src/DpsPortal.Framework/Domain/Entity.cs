namespace DpsPortal.Framework.Domain;

/// <summary>A thing with an identity made by its creator, never by the database: a retry finds the same row.</summary>
public abstract class Entity
{
    protected Entity(Guid id) => Id = id;

    /// <summary>For the object mapper only.</summary>
    protected Entity()
    {
    }

    public Guid Id { get; private init; }
}
