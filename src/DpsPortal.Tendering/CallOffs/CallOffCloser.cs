using DpsPortal.Framework.Application;
using DpsPortal.Framework.BackgroundJobs;
using DpsPortal.Tendering.Boxes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>
/// Closes a call-off whose deadline has passed, once, whoever notices first: the worker or a reader; or moves the
/// deadline when an outage took the last of the time. It acts in a transaction of its own and under the clock's name,
/// since nobody decides it.
/// </summary>
internal sealed class CallOffCloser(IServiceScopeFactory scopes)
{
    private const string TheClock = "The deadline";

    public async Task CloseAsync(Guid callOffId, Guid placingAuthorityId, string authorityName, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var acting = scope.ServiceProvider.GetRequiredService<ActingUser>();
        var clock = new Actor(Guid.Empty, TheClock, placingAuthorityId, authorityName, []);
        acting.ActAs(clock, background: true);
        var db = scope.ServiceProvider.GetRequiredService<ITenderingDbContext>();
        await db.BeatAsync(ct);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ShutGateAsync(callOffId, ct);
        var callOff = await db.CallOffs.SingleOrDefaultAsync(c => c.Id == callOffId, ct);
        var now = await db.NowAsync(ct);
        if (callOff is not { State: CallOffState.Published })
        {
            return;
        }

        if (await db.LostBeforeAsync(callOff, ct) is { } outage && callOff.ExtendAfterOutage(outage, now))
        {
            acting.ActAs(clock with { Name = CallOff.ThePortal }, background: true);
            scope.ServiceProvider.GetRequiredService<OpenerDesk>().Follow(callOff, now);
        }
        else if (now < callOff.Deadline)
        {
            return;
        }
        else
        {
            var root = await scope.ServiceProvider.GetRequiredService<BoxKeeper>().CloseAsync(callOff, now, ct);
            callOff.Close(now, await db.AnyBidAsync(callOffId, ct), root);
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
    }
}

/// <summary>Looks for passed deadlines that no reader has noticed, and for those that an outage disturbed.</summary>
internal sealed class CloseDueCallOffs(ITenderingDbContext db, CallOffCloser closer) : PeriodicWorker
{
    private const int AtATime = 100;

    public override TimeSpan Period => TimeSpan.FromSeconds(10);

    public override async Task DoWorkAsync(CancellationToken ct)
    {
        await db.BeatAsync(ct);
        var due = await db.Database
            .SqlQuery<DueCallOff>(
                $"""
                 select id, authority_id, authority_name
                 from tendering.due_call_offs({AtATime}, {CallOff.LastStretch}, {CallOff.LeastOutage})
                 """)
            .ToListAsync(ct);
        foreach (var one in due)
        {
            await closer.CloseAsync(one.Id, one.AuthorityId, one.AuthorityName, ct);
        }
    }
}

internal sealed record DueCallOff
{
    [System.ComponentModel.DataAnnotations.Schema.Column("id")]
    public required Guid Id { get; init; }

    [System.ComponentModel.DataAnnotations.Schema.Column("authority_id")]
    public required Guid AuthorityId { get; init; }

    [System.ComponentModel.DataAnnotations.Schema.Column("authority_name")]
    public required string AuthorityName { get; init; }
}
