namespace DpsPortal.Framework.BlobStoring;

/// <summary>Files under random keys; <typeparamref name="TContainer"/> names the container.</summary>
public interface IBlobContainer<TContainer>
{
    Task SaveAsync(string name, Stream content, CancellationToken ct);

    /// <summary>Null when there is no such file.</summary>
    Task<Stream?> GetOrNullAsync(string name, CancellationToken ct);

    Task DeleteAsync(string name, CancellationToken ct);
}
