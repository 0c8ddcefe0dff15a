using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Staff;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DpsPortal.Accreditation;

/// <summary>The tables of this module.</summary>
internal interface IAccreditationDbContext
{
    DbSet<Scheme> Schemes { get; }

    DbSet<Application> Applications { get; }

    DbSet<Membership> Memberships { get; }

    DbSet<Standing> Standings { get; }

    DbSet<Letter> Letters { get; }

    DbSet<StaffMember> StaffMembers { get; }

    DbSet<StaffSample> StaffSamples { get; }

    DatabaseFacade Database { get; }

    ChangeTracker ChangeTracker { get; }

    Task<int> SaveChangesAsync(CancellationToken ct);
}
