using System.Security.Cryptography;
using System.Text;
using DpsPortal.Sealing;

namespace DpsPortal.Opener;

/// <summary>
/// The Opener's own folder, which no other user of the machine reads and which is backed up apart from the database: the
/// key that signs, and the box keys of each call-off. All of them are encrypted under the key in <c>kek</c>. A box key is
/// never overwritten by another one.
/// </summary>
internal sealed class OpenerKeys : IDisposable
{
    private const string RootFile = "root";
    private readonly string _folder;
    private readonly byte[] _kek;

    /// <param name="folder">Made, with new keys, where there are none.</param>
    /// <exception cref="CryptographicException">
    /// The folder's keys belong to another <c>kek</c>, or it is not there: then none is made up in its place.
    /// </exception>
    public OpenerKeys(string folder)
    {
        _folder = folder;
        if (HasKeys(folder) && !File.Exists(Path.Combine(folder, EscrowCommands.Kek)))
        {
            throw new CryptographicException($"{folder} has keys and no {EscrowCommands.Kek}: recover it from two custodians.");
        }

        _kek = Convert.FromHexString(SecretFile.ReadOrMake(
            Path.Combine(folder, EscrowCommands.Kek), () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        Root = SigningKey.FromPem(Unwrap(RootFile, SecretFile.ReadOrMake(Path.Combine(folder, RootFile), NewRoot)));
    }

    /// <summary>Signs box keys and openings. The portal knows its public half and takes no other.</summary>
    public SigningKey Root { get; }

    public static bool HasKeys(string folder) => File.Exists(Path.Combine(folder, RootFile));

    /// <summary>The newest first; none where none was made.</summary>
    public IReadOnlyList<SignedBoxKey> Of(Guid callOffId) => Directory.Exists(PathOf(callOffId))
        ? [.. Directory.GetFiles(PathOf(callOffId), "*.key").Select(Read).OrderByDescending(k => k.Number)]
        : [];

    /// <summary>Another pair beside those that are there.</summary>
    public SignedBoxKey Make(Guid callOffId, DateTime closesAt)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var key = new BoxKey
        {
            Format = BoxKey.CurrentFormat,
            CallOffId = callOffId,
            Spki = Convert.ToBase64String(pair.ExportSubjectPublicKeyInfo()),
            ClosesAt = closesAt,
        };
        return Write(new SignedBoxKey(
            Of(callOffId).Count + 1, Root.Sign(SealingJson.Write(key)), Convert.ToBase64String(pair.ExportPkcs8PrivateKey())));
    }

    /// <summary>The same pair, to be opened later than was signed before.</summary>
    public SignedBoxKey MoveTo(SignedBoxKey key, DateTime closesAt) =>
        Write(key with { Signed = Root.Sign(SealingJson.Write(key.Read() with { ClosesAt = closesAt })) });

    /// <summary>From here on no other root of this box is opened, and its keys are kept for a while only.</summary>
    /// <param name="now">By the Opener's clock, UTC.</param>
    public void MarkOpened(Guid callOffId, string root, DateTime now)
    {
        foreach (var key in Of(callOffId).Where(k => k.OpenedAt is null))
        {
            Write(key with { OpenedAt = now, OpenedRoot = root });
        }
    }

    /// <returns>Call-offs whose box was opened before.</returns>
    public IEnumerable<Guid> OpenedBefore(DateTime instant) =>
        Directory.Exists(Boxes) ? Directory.GetDirectories(Boxes)
            .Where(folder => Guid.TryParse(Path.GetFileName(folder), out _))
            .Select(folder => Guid.Parse(Path.GetFileName(folder)))
            .Where(callOff => Of(callOff) is [var newest, ..] && newest.OpenedAt < instant)
        : [];

    /// <summary>Bids that were replaced or withdrawn are then read by nobody ever.</summary>
    public void Destroy(Guid callOffId) => Directory.Delete(PathOf(callOffId), recursive: true);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_kek);
        Root.Dispose();
    }

    private SignedBoxKey Write(SignedBoxKey key)
    {
        var read = key.Read();
        SecretFile.Replace(
            Path.Combine(PathOf(read.CallOffId), $"{read.Id}.key"), Wrap($"{read.Id}", SealingJson.Write(key)));
        return key;
    }

    private SignedBoxKey Read(string file) => SealingJson.Read<SignedBoxKey>(
        Unwrap(Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)));

    private string NewRoot()
    {
        using var root = SigningKey.Create();
        return Wrap(RootFile, root.ToPem());
    }

    private string Boxes => Path.Combine(_folder, "boxes");

    private string PathOf(Guid callOffId) => Path.Combine(Boxes, $"{callOffId}");

    private string Wrap(string name, string text) =>
        Convert.ToBase64String(Cipher.Encrypt(_kek, Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(name)));

    private string Unwrap(string name, string wrapped) => Encoding.UTF8.GetString(
        Cipher.Decrypt(_kek, Convert.FromBase64String(wrapped), Encoding.UTF8.GetBytes(name)));
}

/// <param name="Number">Of the call-off's keys, from 1.</param>
/// <param name="Signed">Its text is a <see cref="BoxKey"/>.</param>
/// <param name="Private">PKCS#8, base64.</param>
/// <param name="OpenedAt">By the Opener's clock, UTC; null until its box was opened.</param>
/// <param name="OpenedRoot">Of the box that was opened; null until then.</param>
internal sealed record SignedBoxKey(
    int Number, SignedText Signed, string Private, DateTime? OpenedAt = null, string? OpenedRoot = null)
{
    public BoxKey Read() => SealingJson.Read<BoxKey>(Signed.Text);

    public ECDiffieHellman Key()
    {
        var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(Private), out _);
        return key;
    }
}
