using System.Security.Cryptography;
using System.Text;

namespace DpsPortal.Sealing;

/// <summary>
/// One hash that stands for many: add, remove or change one and it is another. Hashes are SHA-256 in lower-case hex.
/// Source: RFC 6962 §2.1.
/// </summary>
public static class MerkleTree
{
    private const byte LeafMark = 0;
    private const byte NodeMark = 1;

    public static string Leaf(string text) => Hash(LeafMark, Encoding.UTF8.GetBytes(text), []);

    /// <param name="leaves">In the order of the tree; of none at all the hash of nothing.</param>
    public static string Root(IReadOnlyList<string> leaves) => leaves.Count switch
    {
        0 => Convert.ToHexStringLower(SHA256.HashData([])),
        1 => leaves[0],
        var size => Node(Root(Part(leaves, 0, Left(size))), Root(Part(leaves, Left(size), size))),
    };

    /// <summary>What leads from one leaf to the root, the hash beside the leaf first.</summary>
    /// <param name="index">From 0.</param>
    public static IReadOnlyList<string> Path(IReadOnlyList<string> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        if (leaves.Count == 1)
        {
            return [];
        }

        var left = Left(leaves.Count);
        var (first, second) = (Part(leaves, 0, left), Part(leaves, left, leaves.Count));
        return index < left
            ? [.. Path(first, index), Root(second)]
            : [.. Path(second, index - left), Root(first)];
    }

    /// <returns>Null where the path does not fit the place of the leaf.</returns>
    public static string? RootFrom(string leaf, int index, int size, IReadOnlyList<string> path)
    {
        if (index < 0 || index >= size)
        {
            return null;
        }

        if (size == 1)
        {
            return path.Count == 0 ? leaf : null;
        }

        if (path.Count == 0)
        {
            return null;
        }

        var left = Left(size);
        var rest = path.Take(path.Count - 1).ToList();
        return index < left
            ? RootFrom(leaf, index, left, rest) is { } first ? Node(first, path[^1]) : null
            : RootFrom(leaf, index - left, size - left, rest) is { } second ? Node(path[^1], second) : null;
    }

    /// <summary>The largest power of two below the size.</summary>
    private static int Left(int size) => 1 << (31 - int.LeadingZeroCount(size - 1));

    private static List<string> Part(IReadOnlyList<string> leaves, int from, int to) =>
        [.. leaves.Skip(from).Take(to - from)];

    private static string Node(string left, string right) => Hash(NodeMark, Bytes(left), Bytes(right));

    /// <summary>What is no hash stays what it is, so that it leads to no root.</summary>
    private static byte[] Bytes(string hash) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) ? Convert.FromHexString(hash) : Encoding.UTF8.GetBytes(hash);

    private static string Hash(byte mark, byte[] first, byte[] second) =>
        Convert.ToHexStringLower(SHA256.HashData([mark, .. first, .. second]));
}
