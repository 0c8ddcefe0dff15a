using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DpsPortal.Sealing;

/// <summary>What is sealed of a submitted bid: all that tells anything of it.</summary>
/// <param name="Content">The bid as text: the very characters that the receipt is for.</param>
/// <param name="Salt">Of the receipt's commitment, see <see cref="Receipt.CommitmentTo"/>.</param>
/// <param name="Standing">The bidder's and the home's standing when the bid was stored, as text.</param>
public sealed record SealedBid(string Content, string Salt, string Standing);

/// <summary>Where an envelope belongs: it opens nowhere else.</summary>
/// <param name="Version">From 1.</param>
public sealed record EnvelopePlace(Guid CallOffId, Guid ProviderId, Guid BidId, int Version)
{
    internal byte[] Bound(string keyId) =>
        Encoding.UTF8.GetBytes($"{Envelope.CurrentFormat}|{CallOffId}|{ProviderId}|{BidId}|{Version}|{keyId}");
}

/// <summary>
/// A bid that only the holder of the box key reads: AES-256-GCM under a key of its own, which is wrapped by ECDH P-256
/// with HKDF-SHA256 to the box key. Both are bound to their <see cref="EnvelopePlace"/>. The content is filled up, so
/// that its length tells little. Source: etc/docs/decisions/0037.
/// </summary>
public sealed record Envelope
{
    public const string CurrentFormat = "dps-bid/1";

    /// <summary>Bytes: the filled-up content is a multiple of it.</summary>
    public const int Step = 4096;

    private const int KeySize = 32;
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public required string Format { get; init; }

    /// <summary>Of the box key, see <see cref="BoxKey.Id"/>.</summary>
    public required string KeyId { get; init; }

    /// <summary>The public half of the key made for this envelope, SubjectPublicKeyInfo, base64url.</summary>
    public required string Ephemeral { get; init; }

    /// <summary>Nonce, ciphertext and tag of the content's key, base64url.</summary>
    public required string Wrapped { get; init; }

    /// <summary>Nonce, ciphertext and tag of the content, base64url.</summary>
    public required string Content { get; init; }

    /// <returns>The envelope as the text that is stored and hashed.</returns>
    public static string Seal(BoxKey key, EnvelopePlace place, SealedBid bid)
    {
        var bound = place.Bound(key.Id);
        var contentKey = RandomNumberGenerator.GetBytes(KeySize);
        var filled = Fill(Encoding.UTF8.GetBytes(SealingJson.Write(bid)));
        using var ephemeral = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        using var box = Import(Convert.FromBase64String(key.Spki));
        var spki = ephemeral.ExportSubjectPublicKeyInfo();
        var wrappingKey = WrappingKey(ephemeral, box.PublicKey, spki, key.Id);
        try
        {
            return SealingJson.Write(new Envelope
            {
                Format = CurrentFormat,
                KeyId = key.Id,
                Ephemeral = Base64Url.EncodeToString(spki),
                Wrapped = Base64Url.EncodeToString(Cipher.Encrypt(wrappingKey, contentKey, bound)),
                Content = Base64Url.EncodeToString(Cipher.Encrypt(contentKey, filled, bound)),
            });
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrappingKey);
            CryptographicOperations.ZeroMemory(contentKey);
            CryptographicOperations.ZeroMemory(filled);
        }
    }

    /// <param name="key">The private half of the box key.</param>
    /// <exception cref="CryptographicException">
    /// It was changed, or belongs to another place or key. A damaged one also gives a <see cref="FormatException"/> or a
    /// <see cref="System.Text.Json.JsonException"/>.
    /// </exception>
    public static SealedBid Open(ECDiffieHellman key, EnvelopePlace place, string text)
    {
        var envelope = SealingJson.Read<Envelope>(text);
        var keyId = Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));
        if (envelope.Format != CurrentFormat || envelope.KeyId != keyId)
        {
            throw new CryptographicException("The envelope is sealed to another key.");
        }

        var bound = place.Bound(keyId);
        var spki = Base64Url.DecodeFromChars(envelope.Ephemeral);
        using var ephemeral = Import(spki);
        var wrappingKey = WrappingKey(key, ephemeral.PublicKey, spki, keyId);
        var contentKey = Cipher.Decrypt(wrappingKey, Base64Url.DecodeFromChars(envelope.Wrapped), bound);
        var filled = Cipher.Decrypt(contentKey, Base64Url.DecodeFromChars(envelope.Content), bound);
        try
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(filled);
            return SealingJson.Read<SealedBid>(Encoding.UTF8.GetString(filled.AsSpan(sizeof(int), length)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(wrappingKey);
            CryptographicOperations.ZeroMemory(contentKey);
            CryptographicOperations.ZeroMemory(filled);
        }
    }

    /// <summary>Stands in the receipt for the stored envelope.</summary>
    /// <returns>Lower-case hex.</returns>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static ECDiffieHellman Import(byte[] spki)
    {
        var key = ECDiffieHellman.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(spki, out _);
            return key;
        }
        catch (PlatformNotSupportedException e)
        {
            key.Dispose();
            throw new CryptographicException("The key is of another curve.", e);
        }
    }

    private static byte[] WrappingKey(ECDiffieHellman own, ECDiffieHellmanPublicKey other, byte[] ephemeral, string keyId)
    {
        var secret = own.DeriveRawSecretAgreement(other);
        try
        {
            return HKDF.DeriveKey(
                HashAlgorithmName.SHA256, secret, KeySize, salt: ephemeral,
                info: Encoding.UTF8.GetBytes($"{CurrentFormat}|{keyId}"));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>Its length, itself, and zeros up to the next step, those that the cipher adds counted.</summary>
    private static byte[] Fill(byte[] content)
    {
        const int Added = sizeof(int) + NonceSize + TagSize;
        var steps = (content.Length + Added + Step - 1) / Step;
        var filled = new byte[(steps * Step) - NonceSize - TagSize];
        BinaryPrimitives.WriteInt32BigEndian(filled, content.Length);
        content.CopyTo(filled, sizeof(int));
        CryptographicOperations.ZeroMemory(content);
        return filled;
    }
}
