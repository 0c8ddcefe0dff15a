using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace DpsPortal.Organisations.Accounts;

/// <summary>
/// The secret of a one-time link. Only its hash is kept, so that who reads the database cannot follow the link; it
/// travels behind the # of the address, so that no server on the way logs it.
/// </summary>
internal static class LinkToken
{
    public const int MaxLength = 100;

    public static (string Token, string Hash) Create()
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        return (token, HashOf(token));
    }

    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
