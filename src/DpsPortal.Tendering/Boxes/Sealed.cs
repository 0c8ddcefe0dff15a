using DpsPortal.Sealing;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Boxes;

/// <summary>A box key as the Opener published it; written by its database role alone, and by nobody after.</summary>
internal sealed class BoxKeyRecord
{
    public required Guid CallOffId { get; init; }

    /// <summary>From 1; the highest counts. A later deadline gives the same key with another signature.</summary>
    public required int Number { get; init; }

    public required string KeyId { get; init; }

    /// <summary>Instant, UTC.</summary>
    public required DateTime ClosesAt { get; init; }

    public required SignedText Signed { get; init; }
}

internal enum OpenerRequestKind
{
    BoxKey,
    Open,
}

/// <summary>
/// The one way in which the portal speaks to the Opener: a row that asks, and its answer. The database takes the wish to
/// open a box from a second officer alone, after the deadline.
/// </summary>
internal sealed class OpenerRequest
{
    public required Guid Id { get; init; }
    public required OpenerRequestKind Kind { get; init; }
    public required Guid CallOffId { get; init; }
    public required Guid AuthorityId { get; init; }

    /// <summary>Of the call-off.</summary>
    public required string Reference { get; init; }

    /// <summary>The second officer, for the database to check; null where a key is wanted.</summary>
    public Guid? OfficerId { get; init; }

    /// <summary>By the portal: its text is an <see cref="OpenerOrder"/>, and the Opener does nothing else.</summary>
    public required SignedText SignedOrder { get; init; }

    /// <summary>Database time.</summary>
    public required DateTime AskedAt { get; init; }

    public DateTime? AnsweredAt { get; private set; }

    /// <summary>Why it was not done, as the Opener names it.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Signed by the Opener; its text is an <see cref="Sealing.Opening"/>.</summary>
    public SignedText? Opening { get; private set; }

    public static OpenerRequest ForKey(CallOff callOff, SigningKey key, DateTime now) =>
        Of(callOff, OpenerRequestKind.BoxKey, null, key, order => order with { ClosesAt = callOff.Deadline }, now);

    /// <param name="officer">The second one.</param>
    public static OpenerRequest ToOpen(CallOff callOff, Guid officer, SigningKey key, DateTime now) => Of(
        callOff, OpenerRequestKind.Open, officer, key,
        order => order with { Officers = [callOff.Openers[0].UserId, officer] }, now);

    private static OpenerRequest Of(
        CallOff callOff, OpenerRequestKind kind, Guid? officer, SigningKey key, Func<OpenerOrder, OpenerOrder> with,
        DateTime now)
    {
        var id = Guid.NewGuid();
        return new OpenerRequest
        {
            Id = id,
            Kind = kind,
            CallOffId = callOff.Id,
            AuthorityId = callOff.PlacingAuthorityId,
            Reference = callOff.Reference,
            OfficerId = officer,
            AskedAt = now,
            SignedOrder = key.Sign(SealingJson.Write(with(new OpenerOrder
            {
                Format = OpenerOrder.CurrentFormat,
                RequestId = id,
                CallOffId = callOff.Id,
                AskedAt = now,
            }))),
        };
    }
}

/// <summary>
/// A bid that the Opener brought out of its envelope; written by its database role alone, and by nobody after. Versions
/// that were replaced or withdrawn never come out.
/// </summary>
internal sealed class ReleasedBid
{
    public required Guid VersionId { get; init; }
    public required Guid CallOffId { get; init; }
    public required Guid ProviderId { get; init; }
    public required string Content { get; init; }
    public required string Salt { get; init; }
    public required string Standing { get; init; }

    /// <summary>Database time.</summary>
    public required DateTime ReleasedAt { get; init; }

    public Bids.SubmittedBid Read() => Json.Read<Bids.SubmittedBid>(Content);

    public Bids.StandingSnapshot ReadStanding() => Json.Read<Bids.StandingSnapshot>(Standing);
}
