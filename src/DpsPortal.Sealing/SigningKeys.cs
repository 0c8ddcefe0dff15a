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
        if (!Directory.Exists(folder) || Directory.GetFiles(folder, "*.pem").Length == 0)
        {
            SecretFile.ReadOrMake(Path.Combine(folder, "0001.pem"), MakeOne);
        }

        List<SigningKey> keys =
        [
            .. Directory.GetFiles(folder, "*.pem").Order(StringComparer.Ordinal)
                .Select(file => SigningKey.FromPem(File.ReadAllText(file))),
        ];
        KeysFile.Add($"{folder}.json", keys.Select(k => k.Public));
        return keys;
    }

    private static string MakeOne()
    {
        using var key = SigningKey.Create();
        return key.ToPem();
    }
}
