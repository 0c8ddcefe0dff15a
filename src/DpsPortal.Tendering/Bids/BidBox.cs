using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Sealing;
using DpsPortal.Tendering.Boxes;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Bids;

/// <summary>
/// The sealed box. A version goes in by a statement that itself asks the database's clock, while the gate is held
/// open by a shared lock that closing waits for; the call-off's row is read and never written.
/// </summary>
internal sealed class BidBox(ITenderingDbContext db, BoxKeeper keeper, OpenerDesk opener, ICurrentUser user)
{
    /// <param name="plain">Sealed here to the key of the box; nothing else of it is stored.</param>
    /// <param name="requestMac">See <see cref="PortalKey.Mac"/>.</param>
    /// <returns>The version as stored; its receipt is saved by the caller.</returns>
    /// <exception cref="BusinessException">The deadline has come, or the call-off was cancelled.</exception>
    /// <exception cref="UnavailableException">There is no key of the box that can be trusted.</exception>
    public async Task<BidVersion> StoreAsync(
        Bid bid, CallOff callOff, SealedBid plain, string idempotencyKey, string requestMac, CancellationToken ct)
    {
        var id = Guid.NewGuid();
        var envelope = Envelope.Seal(
            await opener.KeyAsync(callOff, ct), new EnvelopePlace(callOff.Id, bid.ProviderId, bid.Id, bid.LastVersion),
            plain);
        var sha256 = Receipt.CommitmentTo(plain.Salt, plain.Content);
        await db.EnterGateAsync(callOff.Id, ct);
        var received = await db.Database.SqlQuery<DateTime>(
            $"""
             with clock as materialized (select app.now() as now)
             insert into tendering.bid_versions (
                 id, bid_id, call_off_id, provider_id, number, sealed, sha256, received_at,
                 idempotency_key, request_mac, submitted_by_id, submitted_by_name)
             select {id}, {bid.Id}, c.id, {bid.ProviderId}, {bid.LastVersion}, {envelope}, {sha256},
                 date_trunc('milliseconds', clock.now), {idempotencyKey}, {requestMac}, {user.Id}, {user.Name}
             from tendering.call_offs c, clock
             where c.id = {callOff.Id} and c.state = 'Published' and clock.now < c.deadline
             returning received_at as "Value"
             """).ToListAsync(ct);
        if (received.Count != 1)
        {
            // What shut it meanwhile: the deadline, or its authority.
            RefuseWhenShut(
                await db.CallOffs.AsNoTracking().SingleAsync(c => c.Id == callOff.Id, ct), DateTime.MaxValue);
        }

        var version = new BidVersion
        {
            Id = id,
            BidId = bid.Id,
            CallOffId = callOff.Id,
            ProviderId = bid.ProviderId,
            Number = bid.LastVersion,
            Sealed = envelope,
            Sha256 = sha256,
            ReceivedAt = received.Single(),
            IdempotencyKey = idempotencyKey,
            RequestMac = requestMac,
            SubmittedById = user.Id,
            SubmittedByName = user.Name,
        };
        keeper.Acknowledge(version, callOff);
        return version;
    }

    /// <summary>The last version leaves the box: that it was there stays on record, and that it was taken back.</summary>
    public async Task TakeBackAsync(Bid bid, CallOff callOff, CancellationToken ct) => keeper.AcknowledgeWithdrawal(
        await db.BidVersions.AsNoTracking().SingleAsync(v => v.BidId == bid.Id && v.Number == bid.LastWithdrawn, ct),
        callOff, await db.NowAsync(ct));

    /// <summary>Enters the gate for the rest of the transaction.</summary>
    /// <exception cref="BusinessException">The deadline has come.</exception>
    public async Task EnterAsync(Guid callOffId, CancellationToken ct)
    {
        await db.EnterGateAsync(callOffId, ct);
        RefuseWhenShut(await db.CallOffs.AsNoTracking().SingleAsync(c => c.Id == callOffId, ct), await db.NowAsync(ct));
    }

    /// <param name="now">Database time.</param>
    public static void RefuseWhenShut(CallOff callOff, DateTime now)
    {
        if (callOff.State == CallOffState.Cancelled)
        {
            throw new BusinessException(TenderingErrorCodes.CallOffNotOpen);
        }

        if (callOff.State != CallOffState.Published || now >= callOff.Deadline)
        {
            throw TooLate(callOff);
        }
    }

    private static BusinessException TooLate(CallOff callOff) =>
        new BusinessException(TenderingErrorCodes.DeadlinePassed)
            .WithData("deadline", Sentences.London(callOff.Deadline));
}
