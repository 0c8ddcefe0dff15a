using System.Security.Cryptography;
using System.Text;

namespace DpsPortal.Sealing;

/// <summary>The private half of a P-256 key.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa _key;

    private SigningKey(ECDsa key)
    {
        _key = key;
        Public = new PublicKey(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()));
    }

    public PublicKey Public { get; }

    public static SigningKey Create() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <exception cref="ArgumentException">No private key stands there.</exception>
    public static SigningKey FromPem(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem);
        return new SigningKey(key);
    }

    public string ToPem() => _key.ExportPkcs8PrivateKeyPem();

    public SignedText Sign(string text) => new(
        text, Public.Id, Convert.ToBase64String(_key.SignData(
            Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation)));

    public void Dispose() => _key.Dispose();
}

/// <param name="Spki">The P-256 key as SubjectPublicKeyInfo, base64.</param>
public sealed record PublicKey(string Spki)
{
    /// <summary>The first 16 hex digits of the SHA-256 of the key.</summary>
    public string Id { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(Spki)))[..16];

    /// <returns>False also where the signature or the key itself is damaged.</returns>
    public bool Verifies(SignedText text)
    {
        if (text.KeyId != Id)
        {
            return false;
        }

        var signature = new byte[64];
        if (!Convert.TryFromBase64String(text.Signature, signature, out var length) || length != signature.Length)
        {
            return false;
        }

        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(Spki), out _);
            return key.VerifyData(
                Encoding.UTF8.GetBytes(text.Text), signature, HashAlgorithmName.SHA256,
                DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
