using System.Diagnostics;
using System.Text.Json;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Sealing;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Boxes;

/// <summary>Asks the Opener, which answers through the database, and believes nothing that it has not signed.</summary>
internal sealed class OpenerDesk(ITenderingDbContext db, SigningKeys keys, OpenerRootKey root, ICurrentUser user)
{
    /// <summary>A person waits for it, and longer than the Opener would still do it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(8);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(25);

    /// <summary>Before publication, outside its transaction: there is a key for this deadline.</summary>
    /// <exception cref="UnavailableException">The Opener does not answer, or what it signed cannot be trusted.</exception>
    public async Task PrepareKeyAsync(CallOff callOff, CancellationToken ct)
    {
        await AskAsync(OpenerRequest.ForKey(callOff, keys.Current, await db.NowAsync(ct)), ct);
        if (await FindAsync(callOff, callOff.Deadline, ct) is null)
        {
            throw new UnavailableException(TenderingErrorCodes.OpenerRefused).WithData("refusal", "KeyUntrusted");
        }
    }

    /// <summary>
    /// In the transaction that moves the deadline: the Opener signs the later one as soon as it is at work. Until then it
    /// holds to the former, and opens nothing all the same, as the portal has signed no root.
    /// </summary>
    /// <param name="now">Database time.</param>
    public void Follow(CallOff callOff, DateTime now) => db.OpenerRequests.Add(
        OpenerRequest.ForKey(callOff, keys.Current, now));

    /// <summary>
    /// The key that bids on it are sealed to: signed by the Opener, for this call-off, and not for an earlier deadline
    /// than it was published with.
    /// </summary>
    /// <exception cref="UnavailableException">There is none that can be trusted; nothing is sealed to another.</exception>
    public async Task<BoxKey> KeyAsync(CallOff callOff, CancellationToken ct)
    {
        var first = callOff.Extensions is [var extension, ..] ? extension.From : callOff.Deadline;
        return await FindAsync(callOff, first, ct) ?? throw new UnavailableException(TenderingErrorCodes.BoxKeyUntrusted);
    }

    /// <summary>On the second officer's word, outside the transaction that then takes the bids out.</summary>
    /// <returns>The opening that the Opener signed; its bids are released.</returns>
    /// <exception cref="UnavailableException">The Opener does not answer, or refuses by its own clock.</exception>
    /// <exception cref="BusinessException">The box is not what was signed when it closed.</exception>
    public async Task<SignedText> ReleaseAsync(CallOff callOff, CancellationToken ct)
    {
        var answered = await AskAsync(OpenerRequest.ToOpen(callOff, user.Id, keys.Current, await db.NowAsync(ct)), ct);
        return answered.Opening is { } opening && root.Verifies(opening)
            ? opening
            : throw new BusinessException(TenderingErrorCodes.BoxBroken);
    }

    /// <param name="first">The earliest instant, UTC, until which it must stay shut.</param>
    private async Task<BoxKey?> FindAsync(CallOff callOff, DateTime first, CancellationToken ct) =>
        await LatestAsync(callOff.Id, ct) is { } record && Read(record.Signed) is { } key
            && key.CallOffId == callOff.Id && key.ClosesAt >= first && key.ClosesAt <= callOff.Deadline
                ? key
                : null;

    private Task<BoxKeyRecord?> LatestAsync(Guid callOffId, CancellationToken ct) => db.BoxKeys.AsNoTracking()
        .Where(k => k.CallOffId == callOffId).OrderByDescending(k => k.Number).FirstOrDefaultAsync(ct);

    private BoxKey? Read(SignedText signed)
    {
        try
        {
            return root.Verifies(signed) && SealingJson.Read<BoxKey>(signed.Text) is { Format: BoxKey.CurrentFormat } key
                ? key
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<OpenerRequest> AskAsync(OpenerRequest request, CancellationToken ct)
    {
        // By itself: what else was changed here is saved later or not at all.
        await db.Database.ExecuteSqlAsync(
            $"""
             insert into tendering.opener_requests
                 (id, kind, call_off_id, authority_id, reference, officer_id, asked_at, signed_order)
             values ({request.Id}, {request.Kind.ToString()}, {request.CallOffId}, {request.AuthorityId},
                 {request.Reference}, {request.OfficerId}, {request.AskedAt},
                 {SealingJson.Write(request.SignedOrder)}::jsonb)
             """, ct);
        var waited = Stopwatch.StartNew();
        while (waited.Elapsed < LongestWait)
        {
            var answered = await db.OpenerRequests.AsNoTracking()
                .SingleOrDefaultAsync(r => r.Id == request.Id && r.AnsweredAt != null, ct);
            if (answered is not null)
            {
                return answered.Refusal switch
                {
                    null => answered,
                    "BoxBroken" or "NotClosed" => throw new BusinessException(TenderingErrorCodes.BoxBroken),
                    var refusal => throw new UnavailableException(TenderingErrorCodes.OpenerRefused)
                        .WithData("refusal", refusal),
                };
            }

            await Task.Delay(LookAgain, ct);
        }

        throw new UnavailableException(TenderingErrorCodes.OpenerAway);
    }
}

/// <summary>
/// The Opener's public key as this installation was given it: a file that the Opener wrote, and not a row that whoever
/// rules the database could change.
/// </summary>
/// <param name="file">A key file; without one nothing is trusted.</param>
internal sealed class OpenerRootKey(string? file)
{
    private volatile IReadOnlyList<PublicKey>? _keys;

    /// <summary>
    /// All that it ever had: old ones stay in the file, for what they signed. The Opener may start after the portal, so
    /// that a file which is not there yet is looked for again.
    /// </summary>
    public IReadOnlyList<PublicKey> All => _keys ?? Load() ?? [];

    public bool Verifies(SignedText text) => All.Any(k => k.Verifies(text));

    private IReadOnlyList<PublicKey>? Load() => _keys = file is not null && File.Exists(file)
        ? SealingJson.Read<KeysFile>(File.ReadAllText(file)).Keys
        : null;
}
