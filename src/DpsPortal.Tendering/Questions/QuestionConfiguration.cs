using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Tendering.Questions;

internal sealed class QuestionConfiguration : IEntityTypeConfiguration<Question>
{
    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.ToTable("questions", "tendering");
        question.Property(q => q.Reference).HasMaxLength(References.Length);
        question.Property(q => q.Text).HasMaxLength(QuestionConsts.LongestQuestion);
        question.Property(q => q.Answer).HasMaxLength(QuestionConsts.LongestAnswer);
        question.Property(q => q.AnsweredByName).HasMaxLength(200);
        question.HasOne<CallOff>().WithMany().HasForeignKey(q => q.CallOffId).OnDelete(DeleteBehavior.Restrict);

        // The asker's row comes first: by it the asker sees the question that it is storing.
        question.HasOne<QuestionAsker>().WithOne().HasForeignKey<Question>(q => q.Id).OnDelete(DeleteBehavior.Restrict);

        // The questions of a call-off; and what an authority has not answered.
        question.HasIndex(q => new { q.CallOffId, q.AskedAt });
        question.HasIndex(q => new { q.AuthorityId, q.State });
    }
}

internal sealed class QuestionAskerConfiguration : IEntityTypeConfiguration<QuestionAsker>
{
    public void Configure(EntityTypeBuilder<QuestionAsker> asker)
    {
        asker.ToTable("question_askers", "tendering");
        asker.HasKey(a => a.QuestionId);
        asker.Property(a => a.QuestionId).ValueGeneratedNever();
        asker.HasOne<CallOff>().WithMany().HasForeignKey(a => a.CallOffId).OnDelete(DeleteBehavior.Restrict);

        // A provider's own questions on one call-off.
        asker.HasIndex(a => new { a.CallOffId, a.ProviderId });
    }
}
