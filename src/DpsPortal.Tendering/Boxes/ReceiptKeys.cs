using DpsPortal.Sealing;
using Microsoft.Extensions.Configuration;

namespace DpsPortal.Tendering.Boxes;

/// <summary>
/// The keys that sign receipts and roots: files under <c>Data:Path</c>, outside the database and its backups, shared by
/// all nodes. The last by name signs; the others stay, for what they signed. Without a data folder (the build that
/// writes the OpenAPI document) a key lives and dies with the process.
/// </summary>
internal sealed class ReceiptKeys(IConfiguration configuration) : IDisposable
{
    private readonly Lazy<IReadOnlyList<SigningKey>> _keys = new(() => configuration["Data:Path"] is { } path
        ? Load(Path.Combine(path, "receipt-keys"))
        : [SigningKey.Create()]);

    public SigningKey Current => _keys.Value[^1];

    public IReadOnlyList<PublicKey> All => [.. _keys.Value.Select(k => k.Public)];

    public void Dispose()
    {
        if (_keys.IsValueCreated)
        {
            foreach (var key in _keys.Value)
            {
                key.Dispose();
            }
        }
    }

    private static List<SigningKey> Load(string folder)
    {
        Directory.CreateDirectory(folder);
        if (Directory.GetFiles(folder, "*.pem").Length == 0)
        {
            MakeFirst(folder);
        }

        return
        [
            .. Directory.GetFiles(folder, "*.pem").Order(StringComparer.Ordinal)
                .Select(file => SigningKey.FromPem(File.ReadAllText(file))),
        ];
    }

    /// <summary>Of two nodes that start at one moment the first one's stays.</summary>
    private static void MakeFirst(string folder)
    {
        using var key = SigningKey.Create();
        var made = Path.Combine(folder, $"{Guid.NewGuid():N}.new");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var writer = new StreamWriter(made, options))
        {
            writer.Write(key.ToPem());
        }

        try
        {
            File.Move(made, Path.Combine(folder, "0001.pem"), overwrite: false);
        }
        catch (IOException) when (File.Exists(Path.Combine(folder, "0001.pem")))
        {
            File.Delete(made);
        }
    }
}
