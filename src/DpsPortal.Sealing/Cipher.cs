using System.Security.Cryptography;

namespace DpsPortal.Sealing;

/// <summary>AES-256-GCM with a random nonce of 12 bytes before and a tag of 16 bytes behind the ciphertext.</summary>
public static class Cipher
{
    private static readonly int NonceSize = AesGcm.NonceByteSizes.MaxSize;
    private static readonly int TagSize = AesGcm.TagByteSizes.MaxSize;

    /// <param name="key">32 bytes.</param>
    /// <param name="bound">What it belongs to: it is decrypted with the same alone.</param>
    public static byte[] Encrypt(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> bound)
    {
        var result = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(result.AsSpan(0, NonceSize));
        using var aes = new AesGcm(key, TagSize);
        aes.Encrypt(
            result.AsSpan(0, NonceSize), plain, result.AsSpan(NonceSize, plain.Length), result.AsSpan(^TagSize..), bound);
        return result;
    }

    /// <exception cref="CryptographicException">Another key, another place, or changed.</exception>
    public static byte[] Decrypt(byte[] key, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> bound)
    {
        if (sealedBytes.Length < NonceSize + TagSize)
        {
            throw new CryptographicException("It is cut off.");
        }

        var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
        using var aes = new AesGcm(key, TagSize);
        aes.Decrypt(
            sealedBytes[..NonceSize], sealedBytes[NonceSize..^TagSize], sealedBytes[^TagSize..], plain, bound);
        return plain;
    }
}
