using System.Security.Cryptography;

namespace DpsPortal.Tendering;

/// <summary>
/// References such as <c>R-7QK3-9F2D</c> (a referral, known to its authority alone) and <c>C-2HW8-6T4N</c> (a call-off,
/// known to those invited): random, so that they tell neither who nor when, and neither leads to the other.
/// </summary>
internal static class References
{
    /// <summary>Without letters and digits that look alike.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public const int Length = 11;

    public const char OfReferral = 'R';
    public const char OfCallOff = 'C';

    public static string New(char of)
    {
        var letters = RandomNumberGenerator.GetString(Alphabet, 8);
        return $"{of}-{letters[..4]}-{letters[4..]}";
    }
}
