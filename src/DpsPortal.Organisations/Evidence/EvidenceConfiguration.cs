using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Evidence;

internal sealed class EvidenceItemConfiguration : IEntityTypeConfiguration<EvidenceItem>
{
    public void Configure(EntityTypeBuilder<EvidenceItem> item)
    {
        item.ToTable("evidence_items", "organisations");
        item.Property(i => i.SubjectName).HasMaxLength(200);
        item.Property(i => i.SubjectKey).HasMaxLength(200);
        item.Ignore(i => i.Current);
        item.HasOne<Organisation>().WithMany().HasForeignKey(i => i.OrganisationId).OnDelete(DeleteBehavior.Restrict);

        // Every document once.
        item.HasIndex(i => new { i.OrganisationId, i.Kind, i.SubjectKey }).IsUnique();
        item.OwnsMany(i => i.Versions, version =>
        {
            version.ToTable("evidence_versions", "organisations");
            version.WithOwner().HasForeignKey("ItemId");
            version.HasKey("ItemId", nameof(EvidenceVersion.Number));
            version.Property(v => v.Number).ValueGeneratedNever();
            version.Property(v => v.Issuer).HasMaxLength(EvidenceKinds.MaxTextLength);
            version.Property(v => v.Reference).HasMaxLength(EvidenceKinds.MaxTextLength);
            version.HasOne<Document>().WithMany()
                .HasForeignKey(v => new { v.DocumentId, v.OrganisationId })
                .HasPrincipalKey(d => new { d.Id, d.OrganisationId })
                .OnDelete(DeleteBehavior.Restrict);
        });
        item.Navigation(i => i.Versions).UsePropertyAccessMode(PropertyAccessMode.Field);
    }
}

internal sealed class EvidenceRequestConfiguration : IEntityTypeConfiguration<EvidenceRequest>
{
    public void Configure(EntityTypeBuilder<EvidenceRequest> request)
    {
        request.ToTable("evidence_requests", "organisations");
        request.Property(r => r.SubjectName).HasMaxLength(200);
        request.Property(r => r.SubjectKey).HasMaxLength(200);
        request.HasOne<Organisation>().WithMany().HasForeignKey(r => r.AuthorityId).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<Organisation>().WithMany().HasForeignKey(r => r.ProviderId).OnDelete(DeleteBehavior.Restrict);

        // A provider's open requests, and an authority's; the same thing is asked for once at a time.
        request.HasIndex(r => new { r.ProviderId, r.State });
        request.HasIndex(r => new { r.AuthorityId, r.ProviderId, r.Kind, r.SubjectKey }).IsUnique()
            .HasFilter("state = 'Asked'");
    }
}
