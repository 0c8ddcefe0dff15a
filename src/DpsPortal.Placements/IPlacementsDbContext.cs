using DpsPortal.Placements.Agreements;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Placements;

/// <summary>This module's tables.</summary>
internal interface IPlacementsDbContext
{
    DbSet<Placement> Placements { get; }

    Task<int> SaveChangesAsync(CancellationToken ct);
}
