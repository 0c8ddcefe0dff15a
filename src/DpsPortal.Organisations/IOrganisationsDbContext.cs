using DpsPortal.Organisations.Accounts;
using DpsPortal.Organisations.Accounts.AddressChanges;
using DpsPortal.Organisations.Accounts.Factors;
using DpsPortal.Organisations.Auditing;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.FirstPage;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DpsPortal.Organisations;

/// <summary>This module's tables.</summary>
internal interface IOrganisationsDbContext
{
    DbSet<Organisation> Organisations { get; }

    DbSet<User> Users { get; }

    DbSet<Affiliation> Affiliations { get; }

    DbSet<Session> Sessions { get; }

    DbSet<Authenticator> Authenticators { get; }

    DbSet<Passkey> Passkeys { get; }

    DbSet<RecoveryCode> RecoveryCodes { get; }

    DbSet<PendingProof> PendingProofs { get; }

    DbSet<AddressChange> AddressChanges { get; }

    DbSet<ResetLink> ResetLinks { get; }

    DbSet<ColleagueInvitation> ColleagueInvitations { get; }

    DbSet<RoleProposal> RoleProposals { get; }

    DbSet<Registration> Registrations { get; }

    DbSet<Document> Documents { get; }

    DbSet<DocumentGrant> DocumentGrants { get; }

    DbSet<EvidenceItem> EvidenceItems { get; }

    DbSet<EvidenceRequest> EvidenceRequests { get; }

    DbSet<ReadNews> ReadNews { get; }

    DbSet<AuditEvent> AuditEvents { get; }

    DbSet<AuditSeal> AuditSeals { get; }

    DbSet<AuditLeaf> AuditLeaves { get; }

    DbSet<UnsealedEvent> UnsealedEvents { get; }

    DatabaseFacade Database { get; }

    Task<int> SaveChangesAsync(CancellationToken ct);
}
