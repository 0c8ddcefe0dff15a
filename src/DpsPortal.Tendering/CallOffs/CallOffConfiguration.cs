using DpsPortal.Tendering.Referrals;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Tendering.CallOffs;

internal sealed class CallOffConfiguration : IEntityTypeConfiguration<CallOff>
{
    public void Configure(EntityTypeBuilder<CallOff> callOff)
    {
        callOff.ToTable("call_offs", "tendering");
        callOff.Property(c => c.Reference).HasMaxLength(References.Length);
        callOff.Property(c => c.PlacingAuthorityName).HasMaxLength(200);
        callOff.Property(c => c.LotName).HasMaxLength(120);
        callOff.Property(c => c.SchemeName).HasMaxLength(120);
        callOff.Property(c => c.SearchText).HasMaxLength(260);
        callOff.Property(c => c.PreparedByName).HasMaxLength(200);
        callOff.Property(c => c.PublishedByName).HasMaxLength(200);
        callOff.Property(c => c.Seed).HasMaxLength(64);
        callOff.Property(c => c.PriceWeight).HasPrecision(5, 2);
        callOff.Property(c => c.Needs).AsJson();
        callOff.Property(c => c.Criteria).AsJson();
        callOff.Property(c => c.EditorIds).AsJson();
        callOff.Property(c => c.DraftReturn).AsJson();
        callOff.Property(c => c.DraftRevision).AsJson();
        callOff.Property(c => c.Openers).AsJson();
        callOff.Property(c => c.Award).AsJson();
        callOff.Property(c => c.ChairName).HasMaxLength(200);
        callOff.Property(c => c.AwardReturnedByName).HasMaxLength(200);
        callOff.Property(c => c.Extensions).AsJson();
        callOff.HasOne<Referral>().WithMany().HasForeignKey(c => c.ReferralId).OnDelete(DeleteBehavior.Restrict);
        callOff.HasIndex(c => c.Reference).IsUnique();

        // One live call-off for a need.
        callOff.HasIndex(c => c.ReferralId).IsUnique().HasFilter("state not in ('NoBids', 'Cancelled')");

        // An authority's list, newest deadline first; and the worker that looks for passed deadlines.
        callOff.HasIndex(c => new { c.PlacingAuthorityId, c.Deadline });
        callOff.HasIndex(c => new { c.State, c.Deadline });
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.ToTable("invitations", "tendering");
        invitation.Property(i => i.ProviderName).HasMaxLength(200);
        invitation.HasOne<CallOff>().WithMany().HasForeignKey(i => i.CallOffId).OnDelete(DeleteBehavior.Restrict);
        invitation.HasIndex(i => new { i.CallOffId, i.ProviderId }).IsUnique();

        // A provider's opportunities.
        invitation.HasIndex(i => i.ProviderId);
    }
}

internal sealed class OpeningReminderConfiguration : IEntityTypeConfiguration<OpeningReminder>
{
    public void Configure(EntityTypeBuilder<OpeningReminder> reminder)
    {
        reminder.ToTable("opening_reminders", "tendering");
        reminder.HasOne<CallOff>().WithMany().HasForeignKey(r => r.CallOffId).OnDelete(DeleteBehavior.Restrict);

        // Each is sent once.
        reminder.HasIndex(r => new { r.CallOffId, r.Number }).IsUnique();
    }
}
