using DpsPortal.Rules.Privacy;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Questions;

internal static class NamedBidder
{
    /// <summary>
    /// The first provider invited to the call-off that a text names, which everybody invited would read; null when it
    /// names none. Under row-level security a bidder sees its own invitation alone: the others are asked for by function.
    /// </summary>
    public static async Task<string?> NamedBidderAsync(
        this ITenderingDbContext db, Guid callOffId, string text, CancellationToken ct)
    {
        var names = await db.Database.SqlQuery<string>(
            $"select tendering.names_invited({callOffId}) as \"Value\"").ToListAsync(ct);
        return names.Order(StringComparer.Ordinal).FirstOrDefault(name => OwnName.IsIn(text, name));
    }
}
