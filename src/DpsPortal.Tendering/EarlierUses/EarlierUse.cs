using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Evaluations;

namespace DpsPortal.Tendering.EarlierUses;

/// <summary>
/// An officer's word that the authority used the home of a bid before the portal. It counts for that bid alone until
/// somebody else has approved its award. Its moves are told in the History of the call-off.
/// </summary>
internal sealed class EarlierUse : Entity
{
    public EarlierUse(OpenedBid bid, Guid premisesId, DateOnly usedFrom, string reason, Person officer, DateTime now)
        : base(bid.BidId)
    {
        (CallOffId, AuthorityId, ProviderId) = (bid.CallOffId, bid.AuthorityId, bid.ProviderId);
        (PremisesId, UsedFrom, Reason) = (premisesId, usedFrom, reason);
        (RecordedById, RecordedByName, RecordedAt) = (officer.Id, officer.Name, now);
    }

    private EarlierUse()
    {
    }

    public Guid CallOffId { get; private init; }
    public Guid AuthorityId { get; private init; }
    public Guid ProviderId { get; private init; }
    public Guid PremisesId { get; private init; }

    /// <summary>London date.</summary>
    public DateOnly UsedFrom { get; private init; }

    public string Reason { get; private init; } = "";
    public Guid RecordedById { get; private init; }
    public string RecordedByName { get; private init; } = "";
    public DateTime RecordedAt { get; private init; }

    /// <summary>Who approved the award that rests on it; null before.</summary>
    public string? ConfirmedByName { get; private set; }

    public DateTime? ConfirmedAt { get; private set; }

    public void Confirm(string approver, DateTime now) => (ConfirmedByName, ConfirmedAt) = (approver, now);

    public EarlierUseDto ToDto() =>
        new(UsedFrom, Reason, RecordedByName, RecordedAt, ConfirmedByName, ConfirmedAt);
}
