using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Bids;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>One member of the lot asked to bid. Both parties' ids are on the row for its row-level security.</summary>
internal sealed class Invitation : AggregateRoot
{
    public Invitation(Guid callOffId, Guid placingAuthorityId, Guid providerId, string providerName, DateTime sentAt)
        : base(Guid.NewGuid())
    {
        CallOffId = callOffId;
        PlacingAuthorityId = placingAuthorityId;
        ProviderId = providerId;
        ProviderName = providerName;
        SentAt = sentAt;
    }

    private Invitation()
    {
    }

    public Guid CallOffId { get; private set; }
    public Guid PlacingAuthorityId { get; private set; }
    public Guid ProviderId { get; private set; }
    public string ProviderName { get; private set; } = null!;
    public DateTime SentAt { get; private set; }

    /// <summary>
    /// Why the provider said that it will not bid. A later bid leaves it as it is: were it taken back, the authority
    /// could tell from its count that somebody bid.
    /// </summary>
    public NoBidReason? Declined { get; private set; }

    public DateTime? DeclinedAt { get; private set; }

    public void Decline(NoBidReason reason, DateTime now)
    {
        Record("Decline", Declined?.ToString(), reason.ToString());
        (Declined, DeclinedAt) = (reason, now);
    }
}
