using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Accreditation.Queues;

internal sealed class SavedViewConfiguration : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> view)
    {
        view.ToTable("saved_views", AccreditationModelBuilder.Schema);
        view.Property(v => v.Name).HasMaxLength(SavedViewConsts.MaxNameLength);
        view.Property(v => v.NameKey).HasMaxLength(SavedViewConsts.MaxNameLength);
        view.Property(v => v.Filter).IsJson();

        // An officer's own, each name once.
        view.HasIndex(v => new { v.OfficerId, v.AuthorityId, v.NameKey }).IsUnique();
    }
}

internal sealed class ReminderConfiguration : IEntityTypeConfiguration<Reminder>
{
    public void Configure(EntityTypeBuilder<Reminder> reminder)
    {
        reminder.ToTable("reminders", AccreditationModelBuilder.Schema);

        // One a day, however often it is pressed.
        reminder.HasIndex(r => new { r.HostAuthorityId, r.ProviderId, r.SentOn }).IsUnique();
    }
}
