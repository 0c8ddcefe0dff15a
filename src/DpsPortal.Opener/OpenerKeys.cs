using System.Security.Cryptography;
using System.Text;
using DpsPortal.Sealing;

namespace DpsPortal.Opener;

/// <summary>
/// The Opener's own folder, which no other user of the machine reads and which is backed up apart from the database: the
/// key that signs, and one box key for each call-off. All of them are encrypted under the key in <c>kek</c>.
/// </summary>
internal sealed class OpenerKeys : IDisposable
{
    private readonly string _folder;
    private readonly byte[] _kek;

    /// <param name="folder">Made, with new keys, where it does not exist.</param>
    /// <exception cref="CryptographicException">
    /// The folder's keys belong to another <c>kek</c>, or it is not there: then none is made up in its place.
    /// </exception>
    public OpenerKeys(string folder)
    {
        _folder = folder;
        if (File.Exists(Path.Combine(folder, "root")) && !File.Exists(Path.Combine(folder, EscrowCommands.Kek)))
        {
            throw new CryptographicException($"{folder} has keys and no {EscrowCommands.Kek}: recover it from two custodians.");
        }

        _kek = Convert.FromHexString(SecretFile.ReadOrMake(
            Path.Combine(folder, EscrowCommands.Kek), () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32))));
        Root = SigningKey.FromPem(Unwrap("root", SecretFile.ReadOrMake(Path.Combine(folder, "root"), NewRoot)));
    }

    /// <summary>Signs box keys and openings. The portal knows its public half and takes no other.</summary>
    public SigningKey Root { get; }

    /// <returns>Null where there is none yet.</returns>
    public SignedBoxKey? Find(Guid callOffId)
    {
        var path = PathOf(callOffId);
        return File.Exists(path)
            ? SealingJson.Read<SignedBoxKey>(Unwrap(callOffId.ToString(), File.ReadAllText(path)))
            : null;
    }

    /// <summary>A new pair, in the place of one that nobody has sealed to.</summary>
    public SignedBoxKey Make(Guid callOffId, DateTime closesAt)
    {
        using var pair = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Keep(
            new BoxKey
            {
                Format = BoxKey.CurrentFormat,
                CallOffId = callOffId,
                Spki = Convert.ToBase64String(pair.ExportSubjectPublicKeyInfo()),
                ClosesAt = closesAt,
            },
            Convert.ToBase64String(pair.ExportPkcs8PrivateKey()));
    }

    /// <summary>The same pair, to be opened later than was signed before.</summary>
    public SignedBoxKey MoveTo(SignedBoxKey key, DateTime closesAt) =>
        Keep(key.Read() with { ClosesAt = closesAt }, key.Private);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_kek);
        Root.Dispose();
    }

    private SignedBoxKey Keep(BoxKey key, string pkcs8)
    {
        var signed = new SignedBoxKey(Root.Sign(SealingJson.Write(key)), pkcs8);
        SecretFile.Replace(PathOf(key.CallOffId), Wrap(key.CallOffId.ToString(), SealingJson.Write(signed)));
        return signed;
    }

    private string NewRoot()
    {
        using var root = SigningKey.Create();
        return Wrap("root", root.ToPem());
    }

    private string PathOf(Guid callOffId) => Path.Combine(_folder, "boxes", $"{callOffId}");

    private string Wrap(string name, string text) =>
        Convert.ToBase64String(Cipher.Encrypt(_kek, Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(name)));

    private string Unwrap(string name, string wrapped) => Encoding.UTF8.GetString(
        Cipher.Decrypt(_kek, Convert.FromBase64String(wrapped), Encoding.UTF8.GetBytes(name)));
}

/// <param name="Signed">Its text is a <see cref="BoxKey"/>.</param>
/// <param name="Private">PKCS#8, base64.</param>
internal sealed record SignedBoxKey(SignedText Signed, string Private)
{
    public BoxKey Read() => SealingJson.Read<BoxKey>(Signed.Text);

    public ECDiffieHellman Key()
    {
        var key = ECDiffieHellman.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(Private), out _);
        return key;
    }
}
