using System.ComponentModel.DataAnnotations.Schema;
using System.Globalization;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Emailing;
using DpsPortal.Organisations.Integration;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Organisations.Evidence;

/// <summary>
/// Reminds providers of evidence that was asked for, one message for all that comes near on a day. What was sent is
/// saved with the requests, so twice is once.
/// </summary>
internal sealed class EvidenceReminderWorker(
    IOrganisationsDbContext db, IServiceScopeFactory scopes, TimeProvider clock) : PeriodicWorker
{
    public override TimeSpan Period => TimeSpan.FromMinutes(30);

    public override async Task DoWorkAsync(CancellationToken ct)
    {
        var due = await db.Database.SqlQuery<ProviderWithRequests>(
            $"select provider_id, provider_name from organisations.providers_with_requests_due()").ToListAsync(ct);
        foreach (var provider in due)
        {
            await RemindAsync(provider, ct);
        }
    }

    /// <summary>As the provider: under row-level security only that opens its requests for a change.</summary>
    private async Task RemindAsync(ProviderWithRequests provider, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(
            new Actor(Guid.Empty, "DpsPortal", provider.ProviderId, provider.ProviderName, []), background: true);
        var own = scope.ServiceProvider.GetRequiredService<IOrganisationsDbContext>();
        var people = await scope.ServiceProvider.GetRequiredService<IOrganisationIntegrationService>()
            .GetPeopleAsync(provider.ProviderId, Role.ProviderAdministrator, ct);
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var near = (await own.EvidenceRequests
                .Where(r => r.ProviderId == provider.ProviderId && r.State == EvidenceRequestState.Asked).ToListAsync(ct))
            .Where(r => people.Count > 0 && r.Remind(today)).ToList();
        if (near.Count == 0)
        {
            return;
        }

        var mail = scope.ServiceProvider.GetRequiredService<IEmailSender>();
        var first = near.Min(r => r.DueOn).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));
        foreach (var person in people)
        {
            await mail.QueueAsync(
                person.Email,
                near.Count == 1 ? $"1 document is due on {first}" : $"{near.Count} documents are due, the first on {first}",
                "A council has asked for documents that you have not given yet. Sign in and open Evidence: it says which, "
                    + "and by when.\n",
                ct);
        }

        await own.SaveChangesAsync(ct);
    }
}

internal sealed record ProviderWithRequests
{
    [Column("provider_id")]
    public required Guid ProviderId { get; init; }

    [Column("provider_name")]
    public required string ProviderName { get; init; }
}
