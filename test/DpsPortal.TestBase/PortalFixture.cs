using System.Collections.Concurrent;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.EntityFrameworkCore.Clock;
using DpsPortal.EntityFrameworkCore.Outbox;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Organisations.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Xunit;

namespace DpsPortal.TestBase;

/// <summary>
/// The whole portal on a database of its own: the real program on Kestrel, the real PostgreSQL. One per test class
/// (<c>IClassFixture&lt;PortalFixture&gt;</c>). Nothing runs in the background: tests drain the outbox and call workers.
/// </summary>
public class PortalFixture : IAsyncLifetime
{
    public const string Password = "correct horse battery";

    private readonly ConcurrentDictionary<(Guid, string), Task<PortalClient>> _clients = new();
    private PortalFactory? _factory;
    private TestDatabase? _database;
    private TestOpener? _opener;

    public TestDatabase Database => _database!;

    public TestClock Clock => new(Database);

    /// <summary>The real one, in this process; it follows the test's clock.</summary>
    public TestOpener Opener => _opener!;

    public IServiceProvider Services => _factory!.Services;

    public Uri Address => _factory!.ClientOptions.BaseAddress;

    /// <summary>Where this portal keeps files and mail.</summary>
    public string DataFolder { get; } =
        Path.Combine(Path.GetTempPath(), "dps-portal-test-data-" + Guid.NewGuid().ToString("N"));

    public TestOrganisation Eastmarsh { get; } = new(Guid.NewGuid(), "Eastmarsh LBC", OrganisationKind.Authority);

    public TestOrganisation NorthwickVale { get; } =
        new(Guid.NewGuid(), "Northwick Vale LBC", OrganisationKind.Authority);

    public TestOrganisation Kingsferry { get; } = new(Guid.NewGuid(), "Kingsferry LBC", OrganisationKind.Authority);

    public TestOrganisation HarbourSteps { get; } =
        new(Guid.NewGuid(), "Harbour Steps Housing CIC", OrganisationKind.Provider);

    public TestOrganisation LanternRow { get; } = new(Guid.NewGuid(), "Lantern Row Ltd", OrganisationKind.Provider);

    public TestOrganisation Copperleaf { get; } = new(Guid.NewGuid(), "Copperleaf Living", OrganisationKind.Provider);

    public async ValueTask InitializeAsync()
    {
        _database = await TestCluster.CreateDatabaseAsync();
        _opener = new TestOpener(Database, DataFolder);
        _opener.Start();
        _factory = new PortalFactory(Database, DataFolder, Settings, ConfigureServices);
        _factory.UseKestrel(0);
        _factory.StartServer();
        foreach (var organisation in new[] { Eastmarsh, NorthwickVale, Kingsferry, HarbourSteps, LanternRow, Copperleaf })
        {
            await AddAsync(organisation);
        }

        await PrepareAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        if (_opener is not null)
        {
            await _opener.DisposeAsync();
        }

        if (_database is not null)
        {
            await _database.DropAsync();
        }

        if (Directory.Exists(DataFolder))
        {
            Directory.Delete(DataFolder, recursive: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>A person of the organisation with these roles, signed in; the same one for the same question.</summary>
    public Task<PortalClient> AsAsync(TestOrganisation organisation, params Role[] roles) =>
        _clients.GetOrAdd((organisation.Id, string.Join(',', roles.Order())), async _ =>
        {
            var user = await AddUserAsync(organisation, roles);
            return await SignInAsync(user.Email);
        });

    /// <summary>A second person like the first, where two must decide.</summary>
    public async Task<PortalClient> AsAnotherAsync(TestOrganisation organisation, params Role[] roles) =>
        await SignInAsync((await AddUserAsync(organisation, roles)).Email);

    public PortalClient Anonymous() => new(Address);

    public async Task<PortalClient> SignInAsync(string email, string password = Password)
    {
        var client = Anonymous();
        await client.SignInAsync(email, password);
        return client;
    }

    public async Task AddAsync(TestOrganisation organisation)
    {
        await using var scope = OpenScope(null);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        db.Organisations.Add(new Organisation(organisation.Id, organisation.Name, organisation.Kind));
        await db.SaveChangesAsync();
    }

    public async Task<TestUser> AddUserAsync(TestOrganisation organisation, params Role[] roles)
    {
        await using var scope = OpenScope(null);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var id = Guid.NewGuid();
        var email = $"person-{id:N}@example.org";
        var user = new User
        {
            Id = id,
            Name = $"{(roles.Length > 0 ? roles[0].ToString() : "Person")} of {organisation.Name}",
            Email = email,
            UserName = email,
            NormalizedEmail = email.ToUpperInvariant(),
            NormalizedUserName = email.ToUpperInvariant(),
            Affiliations =
            [
                new Affiliation { OrganisationId = organisation.Id, Roles = [.. roles], Since = DateTime.UnixEpoch },
            ],
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
        user.PasswordHash = QuickHasher.HashPassword(user, Password);
        db.Users.Add(user);
        await db.SaveChangesAsync();
        return new TestUser(id, user.Name, email, organisation, roles);
    }

    /// <summary>A scope in which somebody acts, for tests that call services without HTTP.</summary>
    public AsyncServiceScope OpenScope(TestUser? user, bool background = false)
    {
        var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(
            user is null
                ? null
                : new Actor(user.Id, user.Name, user.Organisation.Id, user.Organisation.Name, user.Roles),
            background);
        return scope;
    }

    /// <summary>Handles every event and job that is due by the test's clock, and what comes of them.</summary>
    public Task<int> DrainOutboxAsync() =>
        Services.GetRequiredService<OutboxDispatcher>().DrainAsync(CancellationToken.None);

    /// <summary>One round of a periodic worker.</summary>
    public Task RunWorkerAsync<TWorker>()
        where TWorker : PeriodicWorker =>
        Services.GetRequiredService<PeriodicWorkerService>().RunOnceAsync(typeof(TWorker), CancellationToken.None);

    /// <summary>For tests that read <c>TimeProvider</c> without a request before it.</summary>
    public Task RefreshClockAsync() => Services.GetRequiredService<DatabaseClock>().RefreshAsync(CancellationToken.None);

    /// <summary>Returns once so many requests are held up by an advisory lock of this database.</summary>
    public async Task UntilSomebodyWaitsAsync(int howMany = 1)
    {
        await using var connection = new NpgsqlConnection(Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select count(*) from pg_locks l join pg_database d on d.oid = l.database
            where l.locktype = 'advisory' and not l.granted and d.datname = current_database()
            """,
            connection);
        for (var tries = 0; (long)(await command.ExecuteScalarAsync())! < howMany; tries++)
        {
            if (tries == 1_000)
            {
                throw new TimeoutException("Nobody came to the gate.");
            }

            await Task.Delay(10);
        }
    }

    /// <summary>Settings that this class of tests wants otherwise.</summary>
    protected virtual IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>();

    /// <summary>Handlers and jobs of the tests themselves.</summary>
    protected virtual void ConfigureServices(IServiceCollection services)
    {
    }

    /// <summary>What all tests of a class stand on.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>As strong as a test needs: a real hash, of fewer rounds.</summary>
    private static PasswordHasher<User> QuickHasher { get; } =
        new(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 }));
}

/// <summary>An organisation of a test.</summary>
public sealed record TestOrganisation(Guid Id, string Name, OrganisationKind Kind);

/// <summary>A person of a test; the password is <see cref="PortalFixture.Password"/>.</summary>
public sealed record TestUser(Guid Id, string Name, string Email, TestOrganisation Organisation, IReadOnlyList<Role> Roles);
