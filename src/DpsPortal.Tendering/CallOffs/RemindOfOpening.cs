using System.ComponentModel.DataAnnotations.Schema;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>Tells an authority's officers 15 and 60 minutes after the close that bids still wait to be opened.</summary>
internal sealed class RemindOfOpening(ITenderingDbContext db, IServiceScopeFactory scopes) : PeriodicWorker
{
    private const int AtATime = 100;

    public override TimeSpan Period => TimeSpan.FromMinutes(1);

    public override async Task DoWorkAsync(CancellationToken ct)
    {
        var waiting = await db.Database
            .SqlQuery<WaitingBox>(
                $"""
                 select id, authority_id, authority_name, number
                 from tendering.waiting_boxes({AtATime}, {OpeningReminder.First}, {OpeningReminder.Second})
                 """)
            .ToListAsync(ct);
        foreach (var one in waiting)
        {
            await RemindAsync(one, ct);
        }
    }

    private async Task RemindAsync(WaitingBox one, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActingUser>().ActAs(
            new Actor(Guid.Empty, CallOff.ThePortal, one.AuthorityId, one.AuthorityName, []), background: true);
        var own = scope.ServiceProvider.GetRequiredService<ITenderingDbContext>();
        if (await own.CallOffs.AsNoTracking().SingleAsync(c => c.Id == one.Id, ct) is { State: CallOffState.Closed } callOff)
        {
            own.OpeningReminders.Add(new OpeningReminder(callOff, one.Number));
            await own.SaveChangesAsync(ct);
        }
    }

    private sealed record WaitingBox
    {
        [Column("id")]
        public required Guid Id { get; init; }

        [Column("authority_id")]
        public required Guid AuthorityId { get; init; }

        [Column("authority_name")]
        public required string AuthorityName { get; init; }

        /// <summary>Of the reminder that is due.</summary>
        [Column("number")]
        public required int Number { get; init; }
    }
}
