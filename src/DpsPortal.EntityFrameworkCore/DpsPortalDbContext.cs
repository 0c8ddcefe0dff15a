using DpsPortal.Accreditation;
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
using DpsPortal.EntityFrameworkCore.Outbox;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Accounts;
using DpsPortal.Organisations.Accounts.AddressChanges;
using DpsPortal.Organisations.Accounts.Factors;
using DpsPortal.Organisations.Auditing;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.FirstPage;
using DpsPortal.Organisations.People;
using DpsPortal.Placements;
using DpsPortal.Placements.Agreements;
using DpsPortal.Property;
using DpsPortal.Property.PlaceNights;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.Tendering;
using DpsPortal.Tendering.AwardRecords;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Boxes;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.EarlierUses;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.PriceQuestions;
using DpsPortal.Tendering.Questions;
using DpsPortal.Tendering.Referrals;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.EntityFrameworkCore;

/// <summary>
/// The one context. A module sees of it only its own interface. What aggregates recorded goes into the audit trail
/// and the outbox in the transaction of the change.
/// </summary>
internal sealed class DpsPortalDbContext(DbContextOptions<DpsPortalDbContext> options, ICurrentUser user)
    : IdentityUserContext<User, Guid, IdentityUserClaim<Guid>, IdentityUserLogin<Guid>, IdentityUserToken<Guid>, Passkey>(
        options),
    IOrganisationsDbContext,
    IPropertyDbContext,
    IAccreditationDbContext,
    ITenderingDbContext,
    IPlacementsDbContext
{
    public DbSet<Organisation> Organisations => Set<Organisation>();

    public DbSet<Affiliation> Affiliations => Set<Affiliation>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Authenticator> Authenticators => Set<Authenticator>();

    public DbSet<Passkey> Passkeys => Set<Passkey>();

    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();

    public DbSet<PendingProof> PendingProofs => Set<PendingProof>();

    public DbSet<AddressChange> AddressChanges => Set<AddressChange>();

    public DbSet<ResetLink> ResetLinks => Set<ResetLink>();

    public DbSet<ColleagueInvitation> ColleagueInvitations => Set<ColleagueInvitation>();

    public DbSet<RoleProposal> RoleProposals => Set<RoleProposal>();

    public DbSet<Registration> Registrations => Set<Registration>();

    public DbSet<Document> Documents => Set<Document>();

    public DbSet<DocumentGrant> DocumentGrants => Set<DocumentGrant>();

    public DbSet<EvidenceItem> EvidenceItems => Set<EvidenceItem>();

    public DbSet<EvidenceRequest> EvidenceRequests => Set<EvidenceRequest>();

    public DbSet<ReadNews> ReadNews => Set<ReadNews>();

    public DbSet<AuditEvent> AuditEvents => Set<AuditEvent>();

    public DbSet<AuditSeal> AuditSeals => Set<AuditSeal>();

    public DbSet<AuditLeaf> AuditLeaves => Set<AuditLeaf>();

    public DbSet<UnsealedEvent> UnsealedEvents => Set<UnsealedEvent>();

    public DbSet<Premises> Premises => Set<Premises>();

    public DbSet<PremisesVersion> PremisesVersions => Set<PremisesVersion>();

    public DbSet<PremisesGrant> PremisesGrants => Set<PremisesGrant>();

    public DbSet<Visit> Visits => Set<Visit>();

    public DbSet<PlaceNights> PlaceNights => Set<PlaceNights>();

    public DbSet<Scheme> Schemes => Set<Scheme>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<InterestDeclaration> InterestDeclarations => Set<InterestDeclaration>();

    public DbSet<Clarification> Clarifications => Set<Clarification>();

    public DbSet<ApplicationVersion> ApplicationVersions => Set<ApplicationVersion>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<MemberAction> MemberActions => Set<MemberAction>();

    public DbSet<Standing> Standings => Set<Standing>();

    public DbSet<StandingCondition> StandingConditions => Set<StandingCondition>();

    public DbSet<StandingAction> StandingActions => Set<StandingAction>();

    public DbSet<OfstedStatus> OfstedStatuses => Set<OfstedStatus>();

    public DbSet<OfstedDifference> OfstedDifferences => Set<OfstedDifference>();

    public DbSet<Appeal> Appeals => Set<Appeal>();

    public DbSet<Letter> Letters => Set<Letter>();

    public DbSet<SavedView> SavedViews => Set<SavedView>();

    public DbSet<Reminder> Reminders => Set<Reminder>();

    public DbSet<StaffMember> StaffMembers => Set<StaffMember>();

    public DbSet<Policy> Policies => Set<Policy>();

    public DbSet<RecruitmentAction> RecruitmentActions => Set<RecruitmentAction>();

    public DbSet<StaffSample> StaffSamples => Set<StaffSample>();

    public DbSet<ReferenceRequest> ReferenceRequests => Set<ReferenceRequest>();

    public DbSet<GivenReference> GivenReferences => Set<GivenReference>();

    public DbSet<ReferenceVerdict> ReferenceVerdicts => Set<ReferenceVerdict>();

    public DbSet<ReferenceMark> ReferenceMarks => Set<ReferenceMark>();

    public DbSet<DataImport> DataImports => Set<DataImport>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<ReferralSecret> ReferralSecrets => Set<ReferralSecret>();

    public DbSet<CallOff> CallOffs => Set<CallOff>();

    public DbSet<Invitation> Invitations => Set<Invitation>();

    public DbSet<Bid> Bids => Set<Bid>();

    public DbSet<BidVersion> BidVersions => Set<BidVersion>();

    public DbSet<DraftKey> DraftKeys => Set<DraftKey>();

    public DbSet<BoxKeyRecord> BoxKeys => Set<BoxKeyRecord>();

    public DbSet<OpenerRequest> OpenerRequests => Set<OpenerRequest>();

    public DbSet<ReleasedBid> ReleasedBids => Set<ReleasedBid>();

    public DbSet<OpeningReminder> OpeningReminders => Set<OpeningReminder>();

    public DbSet<BidReceipt> BidReceipts => Set<BidReceipt>();

    public DbSet<ClosedBox> ClosedBoxes => Set<ClosedBox>();

    public DbSet<BoxLeaves> BoxLeaves => Set<BoxLeaves>();

    public DbSet<BoxOpening> BoxOpenings => Set<BoxOpening>();

    public DbSet<OpenedBid> OpenedBids => Set<OpenedBid>();

    public DbSet<ScoreSheet> ScoreSheets => Set<ScoreSheet>();

    public DbSet<BidScore> BidScores => Set<BidScore>();

    public DbSet<ConflictDeclaration> ConflictDeclarations => Set<ConflictDeclaration>();

    public DbSet<PriceQuestion> PriceQuestions => Set<PriceQuestion>();

    public DbSet<EarlierUse> EarlierUses => Set<EarlierUse>();

    public DbSet<Question> Questions => Set<Question>();

    public DbSet<QuestionAsker> QuestionAskers => Set<QuestionAsker>();

    public DbSet<OutcomeLetter> OutcomeLetters => Set<OutcomeLetter>();

    public DbSet<AwardRecord> AwardRecords => Set<AwardRecord>();

    public DbSet<Placement> Placements => Set<Placement>();

    public DbSet<OutboxMessage> OutboxMessages => Set<OutboxMessage>();

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        RaiseVersions();
        var aggregates = ChangeTracker.Entries<AggregateRoot>().Select(entry => entry.Entity).ToList();
        foreach (var aggregate in aggregates)
        {
            AuditEvents.AddRange(aggregate.AuditEntries.Select(entry => ToAuditEvent(aggregate, entry)));
            OutboxMessages.AddRange(aggregate.Events.Select(eto => OutboxMessage.Of(eto, user)));
        }

        var written = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        aggregates.ForEach(aggregate => aggregate.ClearRecorded());
        return written;
    }

    /// <summary>Of every root that is saved, be it only for a part that lies in its row.</summary>
    private void RaiseVersions()
    {
        var ofParts = ChangeTracker.Entries()
            .Where(part => part.Metadata.IsOwned()
                && part.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(part => part.Property(part.Metadata.FindOwnership()!.Properties[0].Name).CurrentValue)
            .ToHashSet();
        foreach (var root in ChangeTracker.Entries<AggregateRoot>())
        {
            if (root.State == EntityState.Modified
                || (root.State == EntityState.Unchanged && ofParts.Contains(root.Entity.Id)))
            {
                var version = root.Property(a => a.Version);
                version.CurrentValue = version.OriginalValue + 1;
            }
        }
    }

    /// <summary>Everything here is awaited; a blocking save would pass by the audit trail.</summary>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configuration.IgnoreAny<AuditEntry>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyOrganisations();
        builder.ApplyProperty();
        builder.ApplyAccreditation();
        builder.ApplyTendering();
        builder.ApplyPlacements();
        builder.ApplyOutbox();
        builder.ApplyAggregates();
        builder.ApplySnakeCase();
    }

    private AuditEvent ToAuditEvent(AggregateRoot aggregate, AuditEntry entry) => new()
    {
        ActorId = user.IsAuthenticated ? user.Id : null,
        ActorName = user.Name,
        OrganisationId = user.IsAuthenticated ? user.OrganisationId : null,
        OrganisationName = user.OrganisationName,
        ObjectType = aggregate.GetType().Name,
        ObjectId = aggregate.Id,
        Action = entry.Action,
        Before = AuditEvent.Shortened(entry.Before),
        After = AuditEvent.Shortened(entry.After),
        Reason = AuditEvent.Shortened(entry.Reason),
    };
}
