using System.Security.Cryptography;
using System.Text;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static DpsPortal.Framework.Application.Role;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>The fictional alliance, its providers and the demo accounts. Ids follow from the names.</summary>
internal sealed class OrganisationsSeeder : ISeeder
{
    private static readonly (string Name, string Code)[] Authorities =
    [
        ("Eastmarsh LBC", "EASTMARSH"),
        ("Northwick Vale LBC", "NORTHWICK"),
        ("Kingsferry LBC", "KINGSFERRY"),
        ("Harrowmere LBC", "HARROWMERE"),
        ("St Bride’s LBC", "STBRIDES"),
        ("Thamesgate City", "THAMESGATE"),
        ("Fenland Wolds CC", "FENLAND"),
        ("Marlshire CC", "MARLSHIRE"),
        ("Severn Borders UA", "SEVERN"),
        ("Wychbury MBC", "WYCHBURY"),
    ];

    private static readonly string[] Providers =
    [
        "Harbour Steps Housing CIC", "Lantern Row Ltd", "Bridgeway 16+ Ltd", "Copperleaf Living",
        "First Key Homes Trust", "Rowan Gate Supported Housing", "New Quay Youth Support", "Juniper Lodge Lodgings",
        "Northstar Pathways", "Saffron House Parents & Babies", "Keystone Move-On", "Tidewell Therapeutic",
        "Quillfeather Homes Ltd", "Fenlight Steps CIC", "Pebblegate Living Ltd", "Osier and Ash Support Ltd",
        "Thistledown Lodge Ltd", "Millrace Young People Ltd", "Brambleford Homes CIC", "Harrierside Support Ltd",
    ];

    private static readonly (string Email, string Name, string Organisation, Role[] Roles)[] Accounts =
    [
        ("provider@example.org", "Amara Bell", "Harbour Steps Housing CIC", [ProviderAdministrator]),
        ("provider2@example.org", "Tomasz Reed", "Lantern Row Ltd", [ProviderAdministrator]),
        ("provider3@example.org", "Leila Marsh", "Copperleaf Living", [ProviderAdministrator]),
        ("newcomer@example.org", "Farah Quill", "Tidewell Therapeutic", [ProviderAdministrator]),
        ("applicant1@example.org", "Ines Carver", "Quillfeather Homes Ltd", [ProviderAdministrator]),
        ("applicant2@example.org", "Joel Tanner", "Fenlight Steps CIC", [ProviderAdministrator]),
        ("applicant3@example.org", "Mina Okafor", "Pebblegate Living Ltd", [ProviderAdministrator]),
        ("applicant4@example.org", "Dafydd Price", "Osier and Ash Support Ltd", [ProviderAdministrator]),
        ("applicant5@example.org", "Hana Novak", "Thistledown Lodge Ltd", [ProviderAdministrator]),
        ("applicant6@example.org", "Rafiq Stone", "Millrace Young People Ltd", [ProviderAdministrator]),
        ("applicant7@example.org", "Greta Vale", "Brambleford Homes CIC", [ProviderAdministrator]),
        ("applicant8@example.org", "Colm Archer", "Harrierside Support Ltd", [ProviderAdministrator]),
        ("officer@example.org", "Priya Hart", "Eastmarsh LBC", [AccreditationOfficer]),
        ("second-officer@example.org", "Gareth Lowe", "Eastmarsh LBC", [AccreditationLead, AccreditationOfficer]),
        ("placements@example.org", "Nadia Frost", "Northwick Vale LBC", [PlacementsOfficer]),
        ("second-placements@example.org", "Idris Vaughan", "Northwick Vale LBC", [PlacementsOfficer]),
        ("approver@example.org", "Martin Cole", "Northwick Vale LBC", [PlacementsApprover]),
        ("finance@example.org", "Ruth Adeyemi", "Northwick Vale LBC", [FinanceReader]),
        ("social-worker@example.org", "Sian Drew", "Northwick Vale LBC", [SocialWorker]),
        ("administrator@example.org", "Beth Ashworth", "Eastmarsh LBC", [SystemAdministrator]),
        ("administrator@example.org", "Beth Ashworth", "Northwick Vale LBC", [SystemAdministrator]),
        ("second-administrator@example.org", "Owen Slater", "Eastmarsh LBC", [SystemAdministrator]),
        ("second-administrator@example.org", "Owen Slater", "Northwick Vale LBC", [SystemAdministrator]),
    ];

    public static Guid IdOf(string name) => new(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16));

    public async Task SeedAsync(SeedContext context, CancellationToken ct)
    {
        context.Clock.GoTo(context.Clock.Today.AddDays(-580), 10, 0);
        await using var scope = context.AsNobody();
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        await SeedOrganisationsAsync(db, ct);
        await SeedAccountsAsync(db, scope.ServiceProvider, context.DemoPassword, ct);
        await SeedContactsAsync(db, ct);
    }

    /// <summary>Of the providers that nobody signs in for: without a password.</summary>
    private static async Task SeedContactsAsync(DpsPortalDbContext db, CancellationToken ct)
    {
        var present = await db.Users.Select(u => u.Id).ToHashSetAsync(ct);
        db.Users.AddRange(PastYearProviders.WithoutAccount.Where(p => !present.Contains(IdOf(p.Email))).Select(p => new User
        {
            Id = IdOf(p.Email),
            Name = p.Contact,
            Email = p.Email,
            UserName = p.Email,
            NormalizedEmail = p.Email.ToUpperInvariant(),
            NormalizedUserName = p.Email.ToUpperInvariant(),
            SecurityStamp = Guid.NewGuid().ToString("N"),
            Affiliations =
            [
                new Affiliation
                {
                    OrganisationId = IdOf(p.Provider), Roles = [ProviderAdministrator], Since = DateTime.UnixEpoch,
                },
            ],
        }));
        await db.SaveChangesAsync(ct);
    }

    private static async Task SeedOrganisationsAsync(DpsPortalDbContext db, CancellationToken ct)
    {
        var present = await db.Organisations.Select(o => o.Id).ToHashSetAsync(ct);
        var wanted = Authorities
            .Select(a => new Organisation(IdOf(a.Name), a.Name, OrganisationKind.Authority, a.Code))
            .Concat(Providers.Union(PastYearProviders.All).Select(p => new Organisation(IdOf(p), p, OrganisationKind.Provider)));
        db.Organisations.AddRange(wanted.Where(o => !present.Contains(o.Id)));
        await db.SaveChangesAsync(ct);
    }

    /// <summary>An account that is there gets the present demo password.</summary>
    private static async Task SeedAccountsAsync(
        DpsPortalDbContext db, IServiceProvider services, string password, CancellationToken ct)
    {
        var hasher = services.GetRequiredService<IPasswordHasher<User>>();
        foreach (var (email, name, organisation, roles) in Accounts)
        {
            var user = await db.Users.Include(u => u.Affiliations).SingleOrDefaultAsync(u => u.Email == email, ct);
            if (user is null)
            {
                user = new User { Id = IdOf(email), SecurityStamp = Guid.NewGuid().ToString("N") };
                db.Users.Add(user);
            }

            (user.Email, user.UserName, user.Name) = (email, email, name);
            (user.NormalizedEmail, user.NormalizedUserName) = (email.ToUpperInvariant(), email.ToUpperInvariant());
            var affiliation = user.Affiliations.Find(a => a.OrganisationId == IdOf(organisation));
            if (affiliation is null)
            {
                affiliation = new Affiliation { OrganisationId = IdOf(organisation), Since = DateTime.UnixEpoch };
                user.Affiliations.Add(affiliation);
            }

            affiliation.Roles = [.. roles];
            if (user.PasswordHash is null
                || hasher.VerifyHashedPassword(user, user.PasswordHash, password) == PasswordVerificationResult.Failed)
            {
                user.PasswordHash = hasher.HashPassword(user, password);
            }

            if (email == "second-administrator@example.org")
            {
                (await db.Organisations.SingleAsync(o => o.Id == affiliation.OrganisationId, ct))
                    .HasSecondAdministrator(services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
            }

            // Each at once: who belongs to several organisations stands on several lines.
            await db.SaveChangesAsync(ct);
        }
    }
}
