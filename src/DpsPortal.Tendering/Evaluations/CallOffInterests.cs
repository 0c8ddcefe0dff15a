using DpsPortal.Framework.Application;
using DpsPortal.Tendering.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Evaluations;

internal sealed class CallOffInterests(ITenderingDbContext db, ICurrentUser user) : ICallOffInterests
{
    public async Task<IReadOnlyCollection<Guid>> GetConflictedAsync(CancellationToken ct) =>
        await db.ConflictDeclarations.Where(d => d.UserId == user.Id && d.HasConflict)
            .Select(d => d.CallOffId).ToListAsync(ct);
}
