using System.Collections.Concurrent;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Framework.Emailing;
using DpsPortal.Framework.Events;
using DpsPortal.HttpApi.Host.Tests.Tendering;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Outbox;

internal sealed record Rang(Guid Id, int Failures);

/// <summary>What the handlers of these tests saw.</summary>
internal sealed class Bell
{
    /// <summary>Two dispatchers ring at once: a plain list would lose a ring.</summary>
    public ConcurrentQueue<(Guid Id, string Handler, Guid Organisation)> Heard { get; } = [];

    public ConcurrentDictionary<Guid, int> Failed { get; } = [];
}

internal sealed class ListeningHandler(Bell bell, ICurrentUser user) : IDistributedEventHandler<Rang>
{
    public Task HandleEventAsync(Rang eventData, CancellationToken ct)
    {
        bell.Heard.Enqueue((eventData.Id, nameof(ListeningHandler), user.OrganisationId));
        return Task.CompletedTask;
    }
}

internal sealed class FailingHandler(Bell bell, ICurrentUser user) : IDistributedEventHandler<Rang>
{
    public Task HandleEventAsync(Rang eventData, CancellationToken ct)
    {
        var failed = bell.Failed.GetValueOrDefault(eventData.Id);
        if (failed < eventData.Failures)
        {
            bell.Failed[eventData.Id] = failed + 1;
            throw new InvalidOperationException("Not yet.");
        }

        bell.Heard.Enqueue((eventData.Id, nameof(FailingHandler), user.OrganisationId));
        return Task.CompletedTask;
    }
}

public sealed class BellFixture : PortalFixture
{
    protected override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<Bell>();
        services.AddEventHandler<Rang, ListeningHandler>();
        services.AddEventHandler<Rang, FailingHandler>();
    }
}

public sealed class OutboxTests(BellFixture portal) : IClassFixture<BellFixture>
{
    [Fact]
    public async Task What_was_committed_reaches_every_handler_once_for_the_organisation_that_raised_it()
    {
        var rang = await RingAsync(failures: 0);

        await portal.DrainOutboxAsync();
        await portal.DrainOutboxAsync();

        Heard(rang).ShouldBe(
            [
                (rang.Id, nameof(ListeningHandler), portal.HarbourSteps.Id),
                (rang.Id, nameof(FailingHandler), portal.HarbourSteps.Id),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_rolled_back_reaches_nobody()
    {
        var rang = await RingAsync(failures: 0, commit: false);

        await portal.DrainOutboxAsync();

        Heard(rang).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failed_handler_is_tried_again_when_due_and_the_others_are_not()
    {
        var rang = await RingAsync(failures: 1);

        await portal.DrainOutboxAsync();
        Heard(rang).Select(h => h.Handler).ShouldBe([nameof(ListeningHandler)]);
        await portal.DrainOutboxAsync();
        Heard(rang).Count.ShouldBe(1);
        await portal.Clock.AdvanceAsync(TimeSpan.FromSeconds(6));
        await portal.DrainOutboxAsync();

        Heard(rang).Select(h => h.Handler).ShouldBe([nameof(ListeningHandler), nameof(FailingHandler)]);
    }

    [Fact]
    public async Task After_ten_attempts_a_message_is_given_up_and_kept()
    {
        var rang = await RingAsync(failures: int.MaxValue);

        for (var i = 0; i < 12; i++)
        {
            await portal.DrainOutboxAsync();
            await portal.Clock.AdvanceAsync(TimeSpan.FromHours(2));
        }

        portal.Services.GetRequiredService<Bell>().Failed[rang.Id].ShouldBe(10);
        await using var scope = portal.OpenScope(null, background: true);
        var messages = await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().OutboxMessages
            .Where(m => m.DeadAt != null).ToListAsync();
        messages.Single(m => m.Payload.Contains(rang.Id.ToString(), StringComparison.Ordinal))
            .LastError!.ShouldContain("Not yet.");
    }

    [Fact]
    public async Task A_request_does_not_read_what_waits_to_be_sent_or_was()
    {
        await RingAsync(failures: 0);

        foreach (var column in new[] { "payload", "type", "actor", "*" })
        {
            (await Should.ThrowAsync<PostgresException>(() => TenderingFixture.ExecuteAsync(
                portal.Database.App, $"select {column} from app.outbox_messages")))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, column);
        }
    }

    [Fact]
    public async Task Two_dispatchers_at_once_handle_a_message_once()
    {
        var rangs = new List<Rang>();
        for (var i = 0; i < 20; i++)
        {
            rangs.Add(await RingAsync(failures: 0));
        }

        await Task.WhenAll(portal.DrainOutboxAsync(), portal.DrainOutboxAsync());

        rangs.Select(r => Heard(r).Count).ShouldAllBe(count => count == 2);
    }

    [Fact]
    public async Task A_delayed_job_waits_for_its_time()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        await using (var scope = portal.OpenScope(user))
        {
            await portal.RefreshClockAsync();
            await scope.ServiceProvider.GetRequiredService<IBackgroundJobManager>()
                .EnqueueAsync(new Rang(user.Id, 0), TimeSpan.FromHours(1));
            await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().SaveChangesAsync(CancellationToken.None);
        }

        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(59));
        await portal.DrainOutboxAsync();
        Heard(new Rang(user.Id, 0)).ShouldBeEmpty();
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        await portal.DrainOutboxAsync();

        Heard(new Rang(user.Id, 0)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Mail_lies_in_the_pickup_folder_and_on_the_development_page()
    {
        await using (var scope = portal.OpenScope(null))
        {
            await scope.ServiceProvider.GetRequiredService<IEmailSender>()
                .QueueAsync("someone@example.org", "Näive\r\nBcc: other@example.org", "Sign in to read it.");
            await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().SaveChangesAsync(CancellationToken.None);
        }

        await portal.DrainOutboxAsync();

        using var client = portal.Anonymous();
        var mails = await client.GetAsync<List<Adapters.Mail.PickedUpMail>>("/api/development/mail");
        var mail = mails.ShouldHaveSingleItem();
        mail.To.ShouldBe("someone@example.org");
        mail.Subject.ShouldBe("Näive Bcc: other@example.org");
        mail.Body.ShouldBe("Sign in to read it.");
    }

    private List<(Guid Id, string Handler, Guid Organisation)> Heard(Rang rang) =>
        [.. portal.Services.GetRequiredService<Bell>().Heard.Where(h => h.Id == rang.Id)];

    private async Task<Rang> RingAsync(int failures, bool commit = true)
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        var rang = new Rang(Guid.NewGuid(), failures);
        await using var scope = portal.OpenScope(user);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await scope.ServiceProvider.GetRequiredService<IBackgroundJobManager>().EnqueueAsync(rang);
        await db.SaveChangesAsync(CancellationToken.None);
        if (commit)
        {
            await transaction.CommitAsync();
        }

        return rang;
    }
}
