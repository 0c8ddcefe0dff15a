using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DpsPortal.EntityFrameworkCore.Outbox;

/// <summary>Drains the outbox when PostgreSQL says that something came, and every five seconds in any case.</summary>
internal sealed class OutboxService(
    OutboxDispatcher dispatcher, IConfiguration configuration, ILogger<OutboxService> log) : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning(e, "The outbox is out of reach; another attempt follows.");
                await Task.Delay(Poll, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(configuration.GetConnectionString("Worker"));
        await connection.OpenAsync(ct);
        await using (var listen = new NpgsqlCommand("listen outbox", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        while (!ct.IsCancellationRequested)
        {
            await dispatcher.DrainAsync(ct);
            await connection.WaitAsync(Poll, ct);
        }
    }
}
