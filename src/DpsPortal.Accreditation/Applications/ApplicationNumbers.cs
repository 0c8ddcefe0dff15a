using System.Globalization;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Numbers applications without asking anybody to wait: numbers may be missing, none comes twice.</summary>
internal static class ApplicationNumbers
{
    public const string Sequence = "application_numbers";

    /// <summary>E.g. <c>APP-2026-0284</c>; the year is London's.</summary>
    public static async Task<string> NextReferenceAsync(
        this IAccreditationDbContext db, DateTime now, CancellationToken ct)
    {
        var numbers = await db.Database
            .SqlQuery<long>($"select nextval('accreditation.application_numbers') as \"Value\"").ToListAsync(ct);
        return string.Create(CultureInfo.InvariantCulture, $"APP-{LondonTime.DateOf(now).Year}-{numbers[0]:0000}");
    }
}
