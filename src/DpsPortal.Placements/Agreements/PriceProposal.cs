using DpsPortal.Framework.Domain;

namespace DpsPortal.Placements.Agreements;

internal enum PriceOutcome
{
    Confirmed,
    SentBack,

    /// <summary>The placement ended first.</summary>
    Dropped,
}

/// <summary>A weekly price that one person of the authority proposed; it is charged once another confirmed it.</summary>
internal sealed class PriceProposal : Entity
{
    public PriceProposal(
        Placement placement, DateOnly from, WeeklyAmounts amounts, PriceChangeReason reason, Guid userId,
        string userName, DateTime now)
        : base(Guid.CreateVersion7())
    {
        AuthorityId = placement.AuthorityId;
        (StartsOn, Amounts, Reason) = (from, amounts, reason);
        (ProposedById, ProposedByName, ProposedAt) = (userId, userName, now);
    }

    /// <summary>For the object mapper only.</summary>
    private PriceProposal()
    {
    }

    /// <summary>The only organisation that may see the row, for row-level security.</summary>
    public Guid AuthorityId { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public WeeklyAmounts Amounts { get; private set; } = null!;

    public PriceChangeReason Reason { get; private set; }

    public Guid ProposedById { get; private set; }

    public string ProposedByName { get; private set; } = null!;

    public DateTime ProposedAt { get; private set; }

    /// <summary>Null while it waits.</summary>
    public PriceOutcome? Outcome { get; private set; }

    public string? DecidedByName { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public void Decide(PriceOutcome outcome, string userName, DateTime now) =>
        (Outcome, DecidedByName, DecidedAt) = (outcome, userName, now);
}
