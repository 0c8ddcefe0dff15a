using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Tendering.PriceQuestions;

internal sealed class PriceQuestionConfiguration : IEntityTypeConfiguration<PriceQuestion>
{
    public void Configure(EntityTypeBuilder<PriceQuestion> question)
    {
        question.ToTable("price_questions", "tendering");
        question.Property(q => q.Reference).HasMaxLength(References.Length);
        question.Property(q => q.Label).HasMaxLength(10);
        question.Property(q => q.Question).HasMaxLength(PriceQuestionConsts.LongestQuestion);
        question.Property(q => q.Answer).HasMaxLength(PriceQuestionConsts.LongestAnswer);
        question.Property(q => q.DecisionReason).HasMaxLength(PriceQuestionConsts.LongestReason);
        question.Property(q => q.AskedByName).HasMaxLength(200);
        question.Property(q => q.AnsweredByName).HasMaxLength(200);
        question.Property(q => q.DecidedByName).HasMaxLength(200);
        question.HasOne<CallOff>().WithMany().HasForeignKey(q => q.CallOffId).OnDelete(DeleteBehavior.Restrict);
        question.HasOne<OpenedBid>().WithOne().HasForeignKey<PriceQuestion>(q => q.BidId)
            .OnDelete(DeleteBehavior.Restrict);

        // What a bidder still has to answer.
        question.HasIndex(q => new { q.ProviderId, q.State });
    }
}
