using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DpsPortal.Property;

/// <summary>This module's tables.</summary>
internal interface IPropertyDbContext
{
    DbSet<Premises.Premises> Premises { get; }

    DbSet<PremisesGrant> PremisesGrants { get; }

    DbSet<Visit> Visits { get; }

    ChangeTracker ChangeTracker { get; }

    Task<int> SaveChangesAsync(CancellationToken ct);
}
