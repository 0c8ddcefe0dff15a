using System.Security.Cryptography;

namespace DpsPortal.Placements.Agreements;

/// <summary>Random and so telling nothing: not how many there are, not in which order.</summary>
internal static class PlacementReference
{
    /// <summary>Digits and letters without those that are mistaken for one another (I, L, O, U).</summary>
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <returns>E.g. <c>P-3KD7-Q9FX</c>.</returns>
    public static string New() =>
        $"P-{RandomNumberGenerator.GetString(Alphabet, 4)}-{RandomNumberGenerator.GetString(Alphabet, 4)}";
}
