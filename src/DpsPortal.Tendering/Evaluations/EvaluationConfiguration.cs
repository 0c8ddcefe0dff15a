using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Tendering.Evaluations;

internal sealed class OpenedBidConfiguration : IEntityTypeConfiguration<OpenedBid>
{
    public void Configure(EntityTypeBuilder<OpenedBid> opened)
    {
        opened.ToTable("opened_bids", "tendering");
        opened.HasKey(o => o.BidId);
        opened.Property(o => o.BidId).ValueGeneratedNever();
        opened.Property(o => o.Label).HasMaxLength(10);
        opened.Property(o => o.Outcome).AsJson();
        opened.Property(o => o.Home).AsJson();
        opened.HasOne<Bid>().WithOne().HasForeignKey<OpenedBid>(o => o.BidId).OnDelete(DeleteBehavior.Restrict);
        opened.HasOne<BidVersion>().WithMany().HasForeignKey(o => o.VersionId).OnDelete(DeleteBehavior.Restrict);
        opened.HasIndex(o => new { o.CallOffId, o.Label }).IsUnique();
    }
}

internal sealed class ScoreSheetConfiguration : IEntityTypeConfiguration<ScoreSheet>
{
    public void Configure(EntityTypeBuilder<ScoreSheet> sheet)
    {
        sheet.ToTable("score_sheets", "tendering");
        sheet.Property(s => s.EvaluatorName).HasMaxLength(200);
        sheet.Property(s => s.Scores).AsJson();
        sheet.Property(s => s.SetAside).AsJson();
        sheet.HasOne<CallOff>().WithMany().HasForeignKey(s => s.CallOffId).OnDelete(DeleteBehavior.Restrict);

        // All sheets of a call-off; one of each evaluator.
        sheet.HasIndex(s => new { s.CallOffId, s.EvaluatorId }).IsUnique();
    }
}

internal sealed class BidScoreConfiguration : IEntityTypeConfiguration<BidScore>
{
    public void Configure(EntityTypeBuilder<BidScore> score)
    {
        score.ToTable("bid_scores", "tendering", t => t.HasCheckConstraint("ck_score", "score between 0 and 5"));
        score.HasKey(s => new { s.BidId, s.CriterionId });
        score.Property(s => s.CriterionId).HasMaxLength(30);
        score.Property(s => s.Reason).HasMaxLength(1000);
        score.Property(s => s.ScoredByName).HasMaxLength(200);
        score.HasOne<OpenedBid>().WithMany().HasForeignKey(s => s.BidId).OnDelete(DeleteBehavior.Restrict);

        // All scores of a call-off, for the matrix.
        score.HasIndex(s => s.CallOffId);
    }
}

internal sealed class ConflictDeclarationConfiguration : IEntityTypeConfiguration<ConflictDeclaration>
{
    public void Configure(EntityTypeBuilder<ConflictDeclaration> declaration)
    {
        declaration.ToTable("conflict_declarations", "tendering");
        declaration.Property(d => d.Details).HasMaxLength(500);
        declaration.HasOne<CallOff>().WithMany().HasForeignKey(d => d.CallOffId).OnDelete(DeleteBehavior.Restrict);
        declaration.HasIndex(d => new { d.CallOffId, d.UserId }).IsUnique();
    }
}

internal sealed class OutcomeLetterConfiguration : IEntityTypeConfiguration<OutcomeLetter>
{
    public void Configure(EntityTypeBuilder<OutcomeLetter> letter)
    {
        letter.ToTable("outcome_letters", "tendering");
        letter.Property(l => l.Id).ValueGeneratedNever();
        letter.Property(l => l.Letter).AsJson();
        letter.HasOne<CallOff>().WithMany().HasForeignKey(l => l.CallOffId).OnDelete(DeleteBehavior.Restrict);
        letter.HasIndex(l => new { l.CallOffId, l.ProviderId }).IsUnique();
    }
}
