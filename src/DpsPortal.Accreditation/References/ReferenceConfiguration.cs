using DpsPortal.Accreditation.Applications;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.References;

internal sealed class ReferenceRequestConfiguration : IEntityTypeConfiguration<ReferenceRequest>
{
    public void Configure(EntityTypeBuilder<ReferenceRequest> request)
    {
        request.ToTable("reference_requests", AccreditationModelBuilder.Schema);
        request.Property(r => r.Reference).HasMaxLength(20);
        request.Property(r => r.RefereeName).HasMaxLength(ReferenceConsts.MaxNameLength);
        request.Property(r => r.RefereeEmail).HasMaxLength(ReferenceConsts.MaxEmailLength);
        request.Property(r => r.AuthorityName).HasMaxLength(ReferenceConsts.MaxNameLength);
        request.Property(r => r.AuthorityKey).HasMaxLength(ReferenceConsts.MaxNameLength);
        request.Property(r => r.Setting).HasMaxLength(ReferenceConsts.MaxSettingLength);
        request.Property(r => r.Claim).HasMaxLength(ReferenceConsts.MaxClaimLength);
        request.Property(r => r.TokenHash).HasMaxLength(64);
        request.HasOne<Application>().WithMany().HasForeignKey(r => r.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);

        // The link that was opened.
        request.HasIndex(r => r.TokenHash).IsUnique();

        // An authority is asked once at a time, whoever asks first.
        request.HasIndex(r => new { r.ApplicationId, r.AuthorityKey }).IsUnique().HasFilter("state = 'Asked'");
    }
}

internal sealed class GivenReferenceConfiguration : IEntityTypeConfiguration<GivenReference>
{
    public void Configure(EntityTypeBuilder<GivenReference> given)
    {
        given.ToTable("given_references", AccreditationModelBuilder.Schema);
        given.Property(g => g.Concerns).HasMaxLength(ReferenceConsts.MaxTextLength);
        given.Property(g => g.Comments).HasMaxLength(ReferenceConsts.MaxTextLength);
        given.Property(g => g.GivenByName).HasMaxLength(ReferenceConsts.MaxNameLength);
        given.Property(g => g.GivenByRole).HasMaxLength(ReferenceConsts.MaxNameLength);
        given.HasOne<ReferenceRequest>().WithMany().HasForeignKey(g => g.RequestId).OnDelete(DeleteBehavior.Restrict);

        // A link works once, also for two who press at the same moment.
        given.HasIndex(g => g.RequestId).IsUnique();

        // Those of an application.
        given.HasIndex(g => g.ApplicationId);
    }
}

internal sealed class ReferenceVerdictConfiguration : IEntityTypeConfiguration<ReferenceVerdict>
{
    public void Configure(EntityTypeBuilder<ReferenceVerdict> verdict)
    {
        verdict.ToTable("reference_verdicts", AccreditationModelBuilder.Schema);
        verdict.Property(v => v.CountsAs).HasMaxLength(ReferenceConsts.MaxNameLength);
        verdict.Property(v => v.Reason).HasMaxLength(ReferenceConsts.MaxReasonLength);
        verdict.Property(v => v.OfficerName).HasMaxLength(ReferenceConsts.MaxNameLength);
        verdict.HasOne<ReferenceRequest>().WithMany().HasForeignKey(v => v.RequestId).OnDelete(DeleteBehavior.Restrict);

        // Those of an application.
        verdict.HasIndex(v => v.ApplicationId);
    }
}

internal sealed class ReferenceMarkConfiguration : IEntityTypeConfiguration<ReferenceMark>
{
    public void Configure(EntityTypeBuilder<ReferenceMark> mark)
    {
        mark.ToTable("reference_marks", AccreditationModelBuilder.Schema);
        mark.Property(m => m.AuthorityName).HasMaxLength(ReferenceConsts.MaxNameLength);
        mark.HasOne<ReferenceRequest>().WithOne().HasForeignKey<ReferenceMark>(m => m.Id)
            .OnDelete(DeleteBehavior.Restrict);

        // Before a setting of a provider is used.
        mark.HasIndex(m => m.ProviderId);
    }
}
