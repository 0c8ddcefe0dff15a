using DpsPortal.Framework.BlobStoring;

namespace DpsPortal.Adapters.Blobs;

/// <summary>Files in a folder per container, spread over subfolders by the first two characters of the name.</summary>
internal sealed class FolderBlobContainer<TContainer>(DataFolder data) : IBlobContainer<TContainer>
{
    private readonly string _root = data.Sub(Path.Combine("blobs", typeof(TContainer).Name));

    /// <summary>Written beside its place and then moved: a file is there whole or not at all.</summary>
    public async Task SaveAsync(string name, Stream content, CancellationToken ct)
    {
        var path = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        await using (var file = new FileStream(part, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            await content.CopyToAsync(file, ct);
            await file.FlushAsync(ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(part, path, overwrite: true);
    }

    public Task<Stream?> GetOrNullAsync(string name, CancellationToken ct)
    {
        var path = PathOf(name);
        return Task.FromResult<Stream?>(
            File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read) : null);
    }

    public Task DeleteAsync(string name, CancellationToken ct)
    {
        File.Delete(PathOf(name));
        return Task.CompletedTask;
    }

    /// <exception cref="ArgumentException">The name is no plain key: it might lead out of the folder.</exception>
    private string PathOf(string name) =>
        name.Length is >= 8 and <= 100 && name.All(char.IsAsciiLetterOrDigit)
            ? Path.Combine(_root, name[..2], name)
            : throw new ArgumentException("A blob’s name has 8 to 100 letters and digits.", nameof(name));
}
