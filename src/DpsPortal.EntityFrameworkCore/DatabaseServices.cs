using DpsPortal.Accreditation;
using DpsPortal.EntityFrameworkCore.Clock;
using DpsPortal.EntityFrameworkCore.Outbox;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Data;
using DpsPortal.Organisations;
using DpsPortal.Organisations.People;
using DpsPortal.Placements;
using DpsPortal.Property;
using DpsPortal.Tendering;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.EntityFrameworkCore;

public static class DatabaseServices
{
    /// <summary>
    /// The context, the outbox and the one clock. Connection strings: <c>App</c> for requests, <c>Worker</c> for the
    /// outbox and periodic work.
    /// </summary>
    public static IServiceCollection AddDpsPortalDatabase(
        this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DatabaseClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<DatabaseClock>());
        services.AddScoped<OrganisationConnectionInterceptor>();
        services.AddDbContext<DpsPortalDbContext>((scope, options) => options
            .UseNpgsql(
                configuration.GetConnectionString(
                    scope.GetRequiredService<ActingUser>().IsBackground ? "Worker" : "App"),
                ConfigureNpgsql)
            .AddInterceptors(scope.GetRequiredService<OrganisationConnectionInterceptor>()));
        services.AddScoped<IUserStore<User>, PortalUserStore>();
        services.AddScoped<IBackgroundJobManager, BackgroundJobManager>();
        services.AddScoped<ICurrentConnection, CurrentConnection>();
        services.AddSingleton<OutboxDispatcher>();
        services.AddSingleton<PeriodicWorkerService>();

        // One line per module: it sees of the context only its own tables.
        services.AddScoped<IOrganisationsDbContext>(scope => scope.GetRequiredService<DpsPortalDbContext>());
        services.AddScoped<IPropertyDbContext>(scope => scope.GetRequiredService<DpsPortalDbContext>());
        services.AddScoped<IAccreditationDbContext>(scope => scope.GetRequiredService<DpsPortalDbContext>());
        services.AddScoped<ITenderingDbContext>(scope => scope.GetRequiredService<DpsPortalDbContext>());
        services.AddScoped<IPlacementsDbContext>(scope => scope.GetRequiredService<DpsPortalDbContext>());

        return services;
    }

    /// <summary>Starts the outbox and the periodic workers with the process, unless it has no database.</summary>
    public static IServiceCollection AddDpsPortalWorkers(this IServiceCollection services, IConfiguration configuration)
    {
        if (configuration.GetConnectionString("Worker") is not null && configuration.GetValue("Workers:Enabled", true))
        {
            services.AddHostedService<OutboxService>();
            services.AddHostedService(provider => provider.GetRequiredService<PeriodicWorkerService>());
        }

        return services;
    }

    internal static void ConfigureNpgsql(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder npgsql) =>
        npgsql.MigrationsHistoryTable("migrations_history", "app").SetPostgresVersion(15, 0);
}
