using DpsPortal.Placements.Agreements;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DpsPortal.Placements;

/// <summary>This module's tables.</summary>
internal interface IPlacementsDbContext
{
    DbSet<Placement> Placements { get; }

    DatabaseFacade Database { get; }

    Task<int> SaveChangesAsync(CancellationToken ct);
}
