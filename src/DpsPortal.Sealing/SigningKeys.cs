namespace DpsPortal.Sealing;

/// <summary>
/// The keys that sign receipts, roots and the audit trail: files in a folder outside the database and its backups, shared
/// by all nodes. The last by name signs; the others stay, for what they signed. Without a folder (the build that writes
/// the OpenAPI document) a key lives and dies with the process.
/// </summary>
/// <param name="data">The portal's data folder, or null.</param>
public sealed class SigningKeys(string? data) : IDisposable
{
    private readonly Lazy<IReadOnlyList<SigningKey>> _keys = new(() => data is null
        ? [SigningKey.Create()]
        : Load(Path.Combine(data, "signing-keys")));

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
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

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
