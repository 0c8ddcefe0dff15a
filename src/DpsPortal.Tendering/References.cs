using System.Security.Cryptography;

namespace DpsPortal.Tendering;

/// <summary>Public references such as <c>R-7QK3-9F2D</c>: random, so that they tell neither who nor when.</summary>
internal static class References
{
    /// <summary>Without letters and digits that look alike.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public const int Length = 11;

    public static string New()
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, 8);
        return $"R-{letters[..4]}-{letters[4..]}";
    }
}
