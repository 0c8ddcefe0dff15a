using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Accounts;

/// <summary>
/// A session as the server knows it: the cookie only names it. When the row goes, the session has ended, wherever its
/// cookie is. Times are by the wall clock, whatever the clock of the deadlines says in a test.
/// </summary>
internal sealed class Session : Entity
{
    public const int MaxDeviceLength = 60;

    /// <summary>However busy the session is.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromHours(12);

    /// <summary>Without a call.</summary>
    public static readonly TimeSpan MaxIdle = TimeSpan.FromMinutes(30);

    /// <summary>How long a proof counts for what asks for a fresh one.</summary>
    public static readonly TimeSpan ProofLasts = TimeSpan.FromMinutes(10);

    /// <summary>How exact <see cref="LastUsedAt"/> is: not every call writes.</summary>
    public static readonly TimeSpan UseIsNoted = TimeSpan.FromMinutes(1);

    public Session(Guid id, Guid userId, Guid organisationId, string device, DateTime now) : base(id)
    {
        UserId = userId;
        OrganisationId = organisationId;
        Device = device;
        (SignedInAt, LastUsedAt, ProvedAt) = (now, now, now);
    }

    private Session()
    {
    }

    public Guid UserId { get; private set; }

    /// <summary>For whom the person acts in it.</summary>
    public Guid OrganisationId { get; private set; }

    /// <summary>Browser and system in words; nothing finer, so that it tells no more than the person would.</summary>
    public string Device { get; private set; } = "";

    /// <summary>Instant, UTC. Kept when the session goes on under a new id.</summary>
    public DateTime SignedInAt { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime LastUsedAt { get; private set; }

    /// <summary>Instant, UTC: when the person last proved who they are, by signing in or by a step-up.</summary>
    public DateTime ProvedAt { get; private set; }

    /// <summary>
    /// Instant, UTC: when the app or passkey was set up with which the person last proved who they are; null where it
    /// was a password or a recovery code.
    /// </summary>
    public DateTime? FactorSince { get; init; }

    /// <summary>The same session for another organisation, under another id, so that no old cookie reaches it.</summary>
    public Session For(Guid organisationId, DateTime now) =>
        new(Guid.NewGuid(), UserId, organisationId, Device, now)
        {
            SignedInAt = SignedInAt,
            ProvedAt = ProvedAt,
            FactorSince = FactorSince,
        };

    /// <summary>The same session after the person proved again who they are; under another id too.</summary>
    public Session Proved(DateTime? factorSince, DateTime now) =>
        new(Guid.NewGuid(), UserId, OrganisationId, Device, now) { SignedInAt = SignedInAt, FactorSince = factorSince };
}

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions", "organisations");
        session.Property(s => s.Device).HasMaxLength(Session.MaxDeviceLength);
        session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
        session.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId);

        // A person's own list, and what ends with a password or with a removal.
        session.HasIndex(s => new { s.UserId, s.OrganisationId });
    }
}
