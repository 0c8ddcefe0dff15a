using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DpsPortal.Rules.Standards;

/// <summary>
/// The staff files an officer reads: drawn at random, so that nobody picks them, and from a stored seed, so that the
/// draw can be repeated. Source: domain §2.4.
/// </summary>
public static class StaffFileSample
{
    public const int LeastFiles = 5;

    public const int Percent = 10;

    /// <summary>Five, or one in ten (rounded up) where that is more; all where there are fewer.</summary>
    public static int SizeOf(int staff) =>
        Math.Min(staff, Math.Max(LeastFiles, ((staff * Percent) + 99) / 100));

    /// <summary>By ascending lower-case hex SHA-256 of <c>seed|id</c>: the same files whoever draws them.</summary>
    public static IReadOnlyList<Guid> Draw(IReadOnlyCollection<Guid> staff, string seed) =>
    [
        .. staff.Distinct()
            .OrderBy(id => Hash(string.Create(CultureInfo.InvariantCulture, $"{seed}|{id:D}")), StringComparer.Ordinal)
            .Take(SizeOf(staff.Distinct().Count())),
    ];

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
