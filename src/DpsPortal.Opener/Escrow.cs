using System.Security.Cryptography;
using System.Text;
using DpsPortal.Sealing;

namespace DpsPortal.Opener;

/// <summary>What one custodian keeps, on paper or in a safe, and shows to nobody.</summary>
/// <param name="Number">1 to 3.</param>
/// <param name="Secret">32 random bytes, lower-case hex.</param>
internal sealed record Custodian(string Format, int Number, string Secret)
{
    public const string CurrentFormat = "dps-custodian/1";
}

/// <summary>The folder's key three times, each for two custodians together. Alone it tells nothing: it may be copied.</summary>
/// <param name="Copies">AES-256-GCM, base64, by the numbers of the two, as in <c>1+2</c>.</param>
internal sealed record EscrowFile(string Format, string KeyId, IReadOnlyDictionary<string, string> Copies)
{
    public const string CurrentFormat = "dps-escrow/1";
}

/// <summary>
/// Two of three custodians together give back the key of the Opener's folder. Each pair has a copy of its own, so that
/// nothing but AES-GCM and HKDF is needed. Source: etc/docs/operations.md.
/// </summary>
internal static class Escrow
{
    private const int Size = 32;
    private static readonly (int First, int Second)[] Pairs = [(1, 2), (1, 3), (2, 3)];

    /// <param name="keyId">Of the public key that signs: whoever recovers sees that it is the right folder.</param>
    public static (IReadOnlyList<Custodian> Custodians, EscrowFile File) Split(byte[] kek, string keyId)
    {
        Custodian[] three =
        [
            .. Enumerable.Range(1, 3).Select(number => new Custodian(
                Custodian.CurrentFormat, number, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Size)))),
        ];
        var copies = Pairs.ToDictionary(NameOf, pair => Convert.ToBase64String(Cipher.Encrypt(
            KeyOf(three[pair.First - 1], three[pair.Second - 1]), kek, Bound(keyId, pair))));
        return (three, new EscrowFile(EscrowFile.CurrentFormat, keyId, copies));
    }

    /// <exception cref="CryptographicException">Not two of its three custodians.</exception>
    public static byte[] Join(EscrowFile file, Custodian one, Custodian other)
    {
        var (first, second) = one.Number < other.Number ? (one, other) : (other, one);
        var pair = (first.Number, second.Number);
        return file.Copies.TryGetValue(NameOf(pair), out var copy)
            ? Cipher.Decrypt(KeyOf(first, second), Convert.FromBase64String(copy), Bound(file.KeyId, pair))
            : throw new CryptographicException($"Custodians {pair} are no two of the three.");
    }

    private static string NameOf((int First, int Second) pair) => $"{pair.First}+{pair.Second}";

    private static byte[] Bound(string keyId, (int, int) pair) =>
        Encoding.UTF8.GetBytes($"{EscrowFile.CurrentFormat}|{keyId}|{NameOf(pair)}");

    private static byte[] KeyOf(Custodian first, Custodian second) => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, [.. Convert.FromHexString(first.Secret), .. Convert.FromHexString(second.Secret)], Size,
        info: Encoding.UTF8.GetBytes(EscrowFile.CurrentFormat));
}
