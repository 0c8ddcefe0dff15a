using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.FirstPage;

/// <summary>That an organisation has read something: what was issued itself never changes.</summary>
internal sealed class ReadNews
{
    public required Guid OrganisationId { get; init; }
    public required string Kind { get; init; }
    public required Guid NewsId { get; init; }
    public required Guid ReadById { get; init; }

    /// <summary>Instant, UTC, of the last time.</summary>
    public required DateTime ReadAt { get; init; }
}

internal sealed class ReadNewsConfiguration : IEntityTypeConfiguration<ReadNews>
{
    public void Configure(EntityTypeBuilder<ReadNews> read)
    {
        read.ToTable("read_news", "organisations");
        read.HasKey(r => new { r.OrganisationId, r.Kind, r.NewsId });
        read.Property(r => r.Kind).HasMaxLength(40);
    }
}

internal sealed class NewsRead(IOrganisationsDbContext db, ICurrentUser user, TimeProvider clock) : INewsRead
{
    private const int DaysLookedBack = 35;

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyDictionary<Guid, DateTime>> GetAsync(string kind, CancellationToken ct)
    {
        var since = Now.AddDays(-DaysLookedBack);
        return await db.ReadNews
            .Where(r => r.OrganisationId == user.OrganisationId && r.Kind == kind && r.ReadAt > since)
            .ToDictionaryAsync(r => r.NewsId, r => r.ReadAt, ct);
    }

    public async Task MarkAsync(string kind, Guid id, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into organisations.read_news (organisation_id, kind, news_id, read_by_id, read_at)
             values ({user.OrganisationId}, {kind}, {id}, {user.Id}, {Now})
             on conflict (organisation_id, kind, news_id)
               do update set read_by_id = excluded.read_by_id, read_at = excluded.read_at
             """,
            ct);
}
