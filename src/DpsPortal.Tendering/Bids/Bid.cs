using System.Globalization;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Tendering.Bids;

/// <summary>
/// One provider's bid on one call-off: the draft it works on, and whether a version of it is with the authority.
/// What was submitted lies in <see cref="BidVersion"/>, one row each.
/// </summary>
internal sealed class Bid : AggregateRoot
{
    public Bid(Guid id, Guid callOffId, Guid providerId, string draft, DateTime now) : base(id)
    {
        CallOffId = callOffId;
        ProviderId = providerId;
        Draft = draft;
        SavedAt = now;
        Record("Create", after: State.ToString());
    }

    private Bid()
    {
    }

    public Guid CallOffId { get; private set; }
    public Guid ProviderId { get; private set; }
    public BidState State { get; private set; } = BidState.Draft;

    /// <summary>Encrypted, see <see cref="BidDrafts"/>; null once it was sent. What counts is the last version, not this.</summary>
    public string? Draft { get; private set; }

    public DateTime SavedAt { get; private set; }

    /// <summary>Versions submitted so far; the highest one counts while the bid is submitted.</summary>
    public int LastVersion { get; private set; }

    /// <summary>The last version that was taken back, 0 if none: neither it nor one before it counts again.</summary>
    public int LastWithdrawn { get; private set; }

    /// <summary>The caller has seen to it that the deadline has not passed.</summary>
    public void Save(string draft, DateTime now)
    {
        (Draft, SavedAt) = (draft, now);
        Record("Save", State.ToString(), State.ToString());
    }

    /// <summary>The draft is erased: from here on the portal holds what the Opener alone can read.</summary>
    /// <returns>The number of the version.</returns>
    public int Submit()
    {
        var version = LastVersion + 1;
        Fire(BidTrigger.Submit, string.Create(CultureInfo.InvariantCulture, $"Version {version}"));
        Draft = null;
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
/// One submission, as stored: written once, never changed, and read by the Opener alone.
/// </summary>
internal sealed class BidVersion
{
    public required Guid Id { get; init; }
    public required Guid BidId { get; init; }
    public required Guid CallOffId { get; init; }
    public required Guid ProviderId { get; init; }
    public required int Number { get; init; }

    /// <summary>A <see cref="Sealing.Envelope"/> as text: the very characters that were hashed.</summary>
    public required string Sealed { get; init; }

    /// <summary>The receipt's commitment to the content: see <see cref="Sealing.Receipt.CommitmentTo"/>.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Database time in milliseconds, UTC, taken in the statement that stored the row.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Made by the client; one for each press of the button.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>Of the request, so that a key cannot be used for another one: see <see cref="PortalKey.Mac"/>.</summary>
    public required string RequestMac { get; init; }

    public required Guid SubmittedById { get; init; }
    public required string SubmittedByName { get; init; }
}
