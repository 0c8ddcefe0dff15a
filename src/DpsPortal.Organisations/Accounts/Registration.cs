using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Organisations.Accounts;

/// <summary>
/// What a provider typed to register, until the address is proved. No organisation comes of it before, so that neither
/// a taken number nor a second try tells whether an address has an account. The password is set by whoever opens the link:
/// who typed somebody else's address must not know it.
/// </summary>
internal sealed class Registration : Entity
{
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(2);

    /// <summary>To one address in a day; more would fill somebody else's mailbox.</summary>
    public const int MaxPerDay = 3;

    public Registration(Guid id, RegisteredOrganisation organisation, string name, string email) : base(id) =>
        (OrganisationName, CompanyNumber, CharityNumber, Name, Email) =
            (organisation.Name, organisation.CompanyNumber, organisation.CharityNumber, name, email);

    private Registration()
    {
    }

    public string OrganisationName { get; private set; } = "";

    public string? CompanyNumber { get; private set; }

    public string? CharityNumber { get; private set; }

    public string Name { get; private set; } = "";

    public string Email { get; private set; } = "";

    /// <summary>Null until the link is sent.</summary>
    public string? TokenHash { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>Instant, UTC: from then on the link is refused. Null until it is sent.</summary>
    public DateTime? ExpiresAt { get; private set; }

    public void Send(string tokenHash, DateTime now) => (TokenHash, ExpiresAt) = (tokenHash, now + Lasts);
}

/// <param name="CompanyNumber">As <see cref="RegisteredNumbers"/> writes it.</param>
/// <param name="CharityNumber">As <see cref="RegisteredNumbers"/> writes it.</param>
internal sealed record RegisteredOrganisation(string Name, string? CompanyNumber, string? CharityNumber);

internal sealed class RegistrationConfiguration : IEntityTypeConfiguration<Registration>
{
    public void Configure(EntityTypeBuilder<Registration> registration)
    {
        registration.ToTable("registrations", "organisations");
        registration.Property(r => r.OrganisationName).HasMaxLength(Organisation.MaxNameLength);
        registration.Property(r => r.CompanyNumber).HasMaxLength(RegisteredNumbers.MaxLength);
        registration.Property(r => r.CharityNumber).HasMaxLength(RegisteredNumbers.MaxLength);
        registration.Property(r => r.Name).HasMaxLength(User.MaxNameLength);
        registration.Property(r => r.Email).HasMaxLength(256);
        registration.Property(r => r.TokenHash).HasMaxLength(64);

        // The link that was opened; and how often an address was asked for.
        registration.HasIndex(r => r.TokenHash).IsUnique();
        registration.HasIndex(r => new { r.Email, r.CreatedAt });
    }
}
