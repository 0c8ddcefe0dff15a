using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Placements.Agreements;

/// <summary>A weekly price that holds from its day until the next one's.</summary>
internal sealed class PriceRow : Entity
{
    /// <param name="reason">Null for the price first agreed.</param>
    public PriceRow(
        Placement placement, DateOnly from, WeeklyAmounts amounts, AgeBand ageBand, PriceChangeReason? reason)
        : base(Guid.CreateVersion7())
    {
        (AuthorityId, ProviderId) = (placement.AuthorityId, placement.ProviderId);
        (StartsOn, Amounts, AgeBand, Reason) = (from, amounts, ageBand, reason);
    }

    /// <summary>For the object mapper only.</summary>
    private PriceRow()
    {
    }

    /// <summary>Both organisations that may see the row, for row-level security.</summary>
    public Guid AuthorityId { get; private set; }

    /// <inheritdoc cref="AuthorityId"/>
    public Guid ProviderId { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public WeeklyAmounts Amounts { get; private set; } = null!;

    /// <summary>While the price holds.</summary>
    public AgeBand AgeBand { get; private set; }

    public PriceChangeReason? Reason { get; private set; }

    /// <summary>True for a change of the price first agreed.</summary>
    public bool Variation => Reason is not null;

    public void Correct(WeeklyAmounts amounts) => Amounts = amounts;
}
