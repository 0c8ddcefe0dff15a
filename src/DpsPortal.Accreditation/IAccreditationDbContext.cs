using DpsPortal.Accreditation.Appeals;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Accreditation.Imports;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.OfstedRecords;
using DpsPortal.Accreditation.Policies;
using DpsPortal.Accreditation.Queues;
using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Accreditation.References;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Accreditation.Versions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DpsPortal.Accreditation;

/// <summary>The tables of this module.</summary>
internal interface IAccreditationDbContext
{
    DbSet<Scheme> Schemes { get; }

    DbSet<Application> Applications { get; }

    DbSet<InterestDeclaration> InterestDeclarations { get; }

    DbSet<Clarification> Clarifications { get; }

    DbSet<ApplicationVersion> ApplicationVersions { get; }

    DbSet<Membership> Memberships { get; }

    DbSet<MemberAction> MemberActions { get; }

    DbSet<Standing> Standings { get; }

    DbSet<StandingCondition> StandingConditions { get; }

    DbSet<StandingAction> StandingActions { get; }

    DbSet<OfstedStatus> OfstedStatuses { get; }

    DbSet<OfstedDifference> OfstedDifferences { get; }

    DbSet<Appeal> Appeals { get; }

    DbSet<Letter> Letters { get; }

    DbSet<StaffMember> StaffMembers { get; }

    DbSet<StaffSample> StaffSamples { get; }

    DbSet<Policy> Policies { get; }

    DbSet<RecruitmentAction> RecruitmentActions { get; }

    DbSet<ReferenceRequest> ReferenceRequests { get; }

    DbSet<GivenReference> GivenReferences { get; }

    DbSet<ReferenceVerdict> ReferenceVerdicts { get; }

    DbSet<ReferenceMark> ReferenceMarks { get; }

    DbSet<DataImport> DataImports { get; }

    DbSet<SavedView> SavedViews { get; }

    DbSet<Reminder> Reminders { get; }

    DatabaseFacade Database { get; }

    ChangeTracker ChangeTracker { get; }

    Task<int> SaveChangesAsync(CancellationToken ct);
}
