namespace DpsPortal.Placements.Agreements;

/// <summary>A proposal that a colleague sent back; its reason is in the audit trail.</summary>
/// <param name="ToId">Whose proposal it was.</param>
/// <param name="At">Instant, UTC.</param>
internal sealed record SentBackProposal(Guid ToId, string ByName, DateTime At);
