using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DpsPortal.Property;

/// <summary>This module's tables.</summary>
internal interface IPropertyDbContext
{
    DbSet<Premises.Premises> Premises { get; }

    DbSet<PremisesVersion> PremisesVersions { get; }

    DbSet<PremisesGrant> PremisesGrants { get; }

    DbSet<Visit> Visits { get; }

    DbSet<PlaceNights.PlaceNights> PlaceNights { get; }

    ChangeTracker ChangeTracker { get; }

    DatabaseFacade Database { get; }

    Task<int> SaveChangesAsync(CancellationToken ct);
}
