using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Documents;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.ToTable("documents", "organisations");
        document.Property(d => d.Name).HasMaxLength(DocumentConsts.MaxNameLength);
        document.Property(d => d.Sha256).HasMaxLength(64);
        document.Property(d => d.ServedSha256).HasMaxLength(64);
        document.Property(d => d.BlobName).HasMaxLength(32);
        document.Property(d => d.Reason).HasMaxLength(Document.MaxReasonLength);
        document.HasOne<Organisation>().WithMany().HasForeignKey(d => d.OrganisationId)
            .OnDelete(DeleteBehavior.Restrict);

        // An organisation's own list, newest first.
        document.HasIndex(d => new { d.OrganisationId, d.UploadedAt });
    }
}

internal sealed class DocumentGrantConfiguration : IEntityTypeConfiguration<DocumentGrant>
{
    public void Configure(EntityTypeBuilder<DocumentGrant> grant)
    {
        grant.ToTable("document_grants", "organisations");
        grant.HasKey(g => new { g.DocumentId, g.OrganisationId });
        grant.HasOne<Document>().WithMany()
            .HasForeignKey(g => new { g.DocumentId, g.OwnerOrganisationId })
            .HasPrincipalKey(d => new { d.Id, d.OrganisationId })
            .OnDelete(DeleteBehavior.Restrict);
        grant.HasOne<Organisation>().WithMany().HasForeignKey(g => g.OrganisationId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
