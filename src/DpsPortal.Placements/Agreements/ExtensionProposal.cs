namespace DpsPortal.Placements.Agreements;

/// <param name="EndsOn">The day of leaving that would be planned; that night is not charged.</param>
/// <param name="ProposedAt">Instant, UTC.</param>
internal sealed record ExtensionProposal(DateOnly EndsOn, Guid ProposedById, string ProposedByName, DateTime ProposedAt);
