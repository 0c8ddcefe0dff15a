using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Tendering.Bids;

/// <summary>
/// One provider's bid on one call-off: the draft it works on, and whether a version of it is with the authority.
/// What was submitted lies in <see cref="BidVersion"/>, one row each.
/// </summary>
internal sealed class Bid : AggregateRoot
{
    public Bid(Guid id, Guid callOffId, Guid providerId, BidContent content, DateTime now) : base(id)
    {
        CallOffId = callOffId;
        ProviderId = providerId;
        Content = content;
        SavedAt = now;
        Record("Create", after: State.ToString());
    }

    private Bid()
    {
    }

    public Guid CallOffId { get; private set; }
    public Guid ProviderId { get; private set; }
    public BidState State { get; private set; } = BidState.Draft;

    /// <summary>The draft. What counts is the last version, not this.</summary>
    public BidContent Content { get; private set; } = BidContent.Empty;

    public DateTime SavedAt { get; private set; }

    /// <summary>Versions submitted so far; the highest one counts while the bid is submitted.</summary>
    public int LastVersion { get; private set; }

    /// <summary>The last version that was taken back, 0 if none: neither it nor one before it counts again.</summary>
    public int LastWithdrawn { get; private set; }

    /// <summary>The caller has seen to it that the deadline has not passed.</summary>
    public void Save(BidContent content, DateTime now)
    {
        (Content, SavedAt) = (content, now);
        Record("Save", State.ToString(), State.ToString());
    }

    /// <returns>The number of the version.</returns>
    public int Submit()
    {
        var version = LastVersion + 1;
        Fire(BidTrigger.Submit, string.Create(CultureInfo.InvariantCulture, $"Version {version}"));
        return LastVersion = version;
    }

    public void Withdraw()
    {
        Fire(BidTrigger.Withdraw);
        LastWithdrawn = LastVersion;
    }

    private void Fire(BidTrigger trigger, string? reason = null)
    {
        var to = BidStates.Transitions.Fire(State, trigger);
        (var from, State) = (State, to);
        Record(trigger.ToString(), from.ToString(), to.ToString(), reason);
    }
}

/// <summary>
/// One submission, as stored: written once and never changed. The place of the encrypted envelope, later.
/// </summary>
internal sealed class BidVersion
{
    public required Guid Id { get; init; }
    public required Guid BidId { get; init; }
    public required Guid CallOffId { get; init; }
    public required Guid ProviderId { get; init; }
    public required int Number { get; init; }

    /// <summary>A <see cref="SubmittedBid"/> as text: the very characters that were hashed.</summary>
    public required string Content { get; init; }

    /// <summary>32 random bytes, lower-case hex: without them the hash tells nothing of the content.</summary>
    public required string Salt { get; init; }

    /// <summary>Of <see cref="Salt"/> and <see cref="Content"/> in UTF-8, lower-case hex.</summary>
    public required string Sha256 { get; init; }

    public required string Standing { get; init; }

    /// <summary>Database time in milliseconds, UTC, taken in the statement that stored the row.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Made by the client; one for each press of the button.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Of the request, so that a key cannot be used for another one.</summary>
    public required string RequestSha256 { get; init; }

    public required Guid SubmittedById { get; init; }
    public required string SubmittedByName { get; init; }

    public SubmittedBid Read() => Json.Read<SubmittedBid>(Content);

    public StandingSnapshot ReadStanding() => Json.Read<StandingSnapshot>(Standing);

    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
