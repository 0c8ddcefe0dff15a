using DpsPortal.Sealing;
using Npgsql;
using NpgsqlTypes;

namespace DpsPortal.Opener;

/// <summary>What the portal asks for.</summary>
/// <param name="Kind">For the log; what counts is the order.</param>
/// <param name="Order">A <see cref="SignedText"/> as JSON; its text is an <see cref="OpenerOrder"/>.</param>
internal sealed record OpenerRequest(Guid Id, string Kind, string Reference, string Order);

/// <summary>One submission, as stored.</summary>
/// <param name="Sealed">An <see cref="Envelope"/> as text.</param>
internal sealed record StoredBid(Guid Id, Guid BidId, Guid ProviderId, int Number, string Sealed);

/// <param name="Signed">Its text is a <see cref="Receipt"/>.</param>
internal sealed record StoredReceipt(Guid VersionId, bool Withdrawn, SignedText Signed);

/// <summary>
/// The tables that the Opener's role sees: requests, box keys, the box with its receipts and root, and the opened bids.
/// </summary>
internal sealed class BoxTables(NpgsqlConnection connection)
{
    public const string Channel = "opener_requests";

    /// <returns>The oldest that is not answered; another Opener leaves it alone until the end of the transaction.</returns>
    public async Task<OpenerRequest?> TakeRequestAsync(CancellationToken ct) => (await ReadAsync(
        """
        select id, kind, reference, signed_order from tendering.opener_requests
        where answered_at is null order by asked_at limit 1 for update skip locked
        """,
        r => new OpenerRequest(r.GetGuid(0), r.GetString(1), r.GetString(2), r.GetString(3)), ct)).SingleOrDefault();

    /// <param name="refusal">Null where it was done.</param>
    /// <param name="opening">Of an opened box: its text is an <see cref="Opening"/>.</param>
    public Task AnswerAsync(Guid id, Refusal? refusal, SignedText? opening, CancellationToken ct) => ExecuteAsync(
        "update tendering.opener_requests set answered_at = app.now(), refusal = $2, opening = $3 where id = $1",
        ct, new NpgsqlParameter { Value = id },
        new NpgsqlParameter { Value = (object?)refusal?.ToString() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text },
        Json(opening));

    public async Task<DateTime> NowAsync(CancellationToken ct) =>
        (await ReadAsync("select app.now()", r => r.GetDateTime(0), ct)).Single();

    public async Task<bool> AnyBidAsync(Guid callOffId, CancellationToken ct) => (await ReadAsync(
        "select exists (select from tendering.bid_versions where call_off_id = $1)", r => r.GetBoolean(0), ct,
        new NpgsqlParameter { Value = callOffId })).Single();

    public Task PublishAsync(SignedBoxKey key, CancellationToken ct)
    {
        var read = key.Read();
        return ExecuteAsync(
            """
            insert into tendering.box_keys (call_off_id, number, key_id, closes_at, signed)
            select $1, coalesce(max(number), 0) + 1, $2, $3, $4 from tendering.box_keys where call_off_id = $1
            """,
            ct, new NpgsqlParameter { Value = read.CallOffId }, new NpgsqlParameter { Value = read.Id },
            new NpgsqlParameter { Value = read.ClosesAt }, Json(key.Signed));
    }

    /// <summary>All that was ever published for the call-off, by whomever. Each text is a <see cref="BoxKey"/>.</summary>
    public Task<List<SignedText>> KeysAsync(Guid callOffId, CancellationToken ct) => ReadAsync(
        "select signed from tendering.box_keys where call_off_id = $1",
        r => SealingJson.Read<SignedText>(r.GetString(0)), ct, new NpgsqlParameter { Value = callOffId });

    /// <returns>The root, its text being a <see cref="Box"/>; null while bidding has not closed.</returns>
    public async Task<SignedText?> BoxAsync(Guid callOffId, CancellationToken ct) => (await ReadAsync(
        "select signed from tendering.closed_boxes where call_off_id = $1",
        r => SealingJson.Read<SignedText>(r.GetString(0)), ct,
        new NpgsqlParameter { Value = callOffId })).SingleOrDefault();

    public async Task<bool> AnyReleasedAsync(Guid callOffId, CancellationToken ct) => (await ReadAsync(
        "select exists (select from tendering.released_bids where call_off_id = $1)", r => r.GetBoolean(0), ct,
        new NpgsqlParameter { Value = callOffId })).Single();

    public Task<List<StoredBid>> BidsAsync(Guid callOffId, CancellationToken ct) => ReadAsync(
        "select id, bid_id, provider_id, number, sealed from tendering.bid_versions where call_off_id = $1",
        r => new StoredBid(r.GetGuid(0), r.GetGuid(1), r.GetGuid(2), r.GetInt32(3), r.GetString(4)), ct,
        new NpgsqlParameter { Value = callOffId });

    public Task<List<StoredReceipt>> ReceiptsAsync(Guid callOffId, CancellationToken ct) => ReadAsync(
        "select version_id, withdrawn, signed from tendering.bid_receipts where call_off_id = $1",
        r => new StoredReceipt(r.GetGuid(0), r.GetBoolean(1), SealingJson.Read<SignedText>(r.GetString(2))), ct,
        new NpgsqlParameter { Value = callOffId });

    /// <summary>Once: what was released before stays as it is.</summary>
    public Task ReleaseAsync(Guid callOffId, StoredBid bid, SealedBid plain, CancellationToken ct) => ExecuteAsync(
        """
        insert into tendering.released_bids (version_id, call_off_id, provider_id, content, salt, standing, released_at)
        values ($1, $2, $3, $4, $5, $6, app.now()) on conflict do nothing
        """,
        ct, new NpgsqlParameter { Value = bid.Id }, new NpgsqlParameter { Value = callOffId },
        new NpgsqlParameter { Value = bid.ProviderId }, new NpgsqlParameter { Value = plain.Content },
        new NpgsqlParameter { Value = plain.Salt }, new NpgsqlParameter { Value = plain.Standing });

    private static NpgsqlParameter Json(SignedText? signed) => new()
    {
        Value = signed is null ? DBNull.Value : SealingJson.Write(signed),
        NpgsqlDbType = NpgsqlDbType.Jsonb,
    };

    private async Task<List<T>> ReadAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    private async Task ExecuteAsync(string sql, CancellationToken ct, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        await command.ExecuteNonQueryAsync(ct);
    }
}
