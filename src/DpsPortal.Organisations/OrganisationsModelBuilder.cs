using DpsPortal.Organisations.Accounts;
using DpsPortal.Organisations.Accounts.AddressChanges;
using DpsPortal.Organisations.Accounts.Factors;
using DpsPortal.Organisations.Auditing;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.FirstPage;
using DpsPortal.Organisations.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations;

internal static class OrganisationsModelBuilder
{
    public static void ApplyOrganisations(this ModelBuilder builder)
    {
        builder.ApplyConfiguration(new OrganisationConfiguration());
        builder.ApplyConfiguration(new UserConfiguration());
        builder.ApplyConfiguration(new AffiliationConfiguration());
        builder.ApplyConfiguration(new SessionConfiguration());
        builder.ApplyConfiguration(new AuthenticatorConfiguration());
        builder.ApplyConfiguration(new PasskeyConfiguration());
        builder.ApplyConfiguration(new RecoveryCodeConfiguration());
        builder.ApplyConfiguration(new PendingProofConfiguration());
        builder.ApplyConfiguration(new AddressChangeConfiguration());
        builder.ApplyConfiguration(new ResetLinkConfiguration());
        builder.ApplyConfiguration(new ColleagueInvitationConfiguration());
        builder.ApplyConfiguration(new RoleProposalConfiguration());
        builder.ApplyConfiguration(new RegistrationConfiguration());
        builder.ApplyConfiguration(new AuditEventConfiguration());
        builder.ApplyConfiguration(new AuditSealConfiguration());
        builder.ApplyConfiguration(new AuditLeafConfiguration());
        builder.ApplyConfiguration(new UnsealedEventConfiguration());
        builder.ApplyConfiguration(new DocumentConfiguration());
        builder.ApplyConfiguration(new DocumentGrantConfiguration());
        builder.ApplyConfiguration(new EvidenceItemConfiguration());
        builder.ApplyConfiguration(new EvidenceRequestConfiguration());
        builder.ApplyConfiguration(new ReadNewsConfiguration());
        builder.Entity<IdentityUserClaim<Guid>>().ToTable("user_claims", "organisations");
        builder.Entity<IdentityUserLogin<Guid>>().ToTable("user_logins", "organisations");
        builder.Entity<IdentityUserToken<Guid>>().ToTable("user_tokens", "organisations");
    }
}
