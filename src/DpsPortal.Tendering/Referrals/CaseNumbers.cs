using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace DpsPortal.Tendering.Referrals;

/// <summary>
/// Makes of an authority's case number something that only tells two equal ones. The key is the installation's:
/// <c>Tendering:CaseNumberKey</c> (base64) or, where that is not set, one that the database made for itself.
/// </summary>
internal sealed class CaseNumbers(ITenderingDbContext db, IConfiguration configuration)
{
    /// <returns>Lower-case hex; null when no number was given.</returns>
    public async Task<string?> HashAsync(Guid authorityId, string? caseNumber, CancellationToken ct)
    {
        var number = string.Concat((caseNumber ?? "").Where(char.IsLetterOrDigit)).ToUpperInvariant();
        if (number.Length == 0)
        {
            return null;
        }

        var key = configuration["Tendering:CaseNumberKey"] is { Length: > 0 } configured
            ? Convert.FromBase64String(configured)
            : (await db.Database.SqlQuery<byte[]>($"select key as \"Value\" from tendering.installation_key")
                .ToListAsync(ct)).Single();
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{authorityId}|{number}")));
    }
}
