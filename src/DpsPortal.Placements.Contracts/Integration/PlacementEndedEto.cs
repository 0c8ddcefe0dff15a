namespace DpsPortal.Placements.Integration;

/// <summary>The authority recorded the day of leaving; the provider is told to sign in. Nothing of the young person.</summary>
public sealed record PlacementEndedEto(Guid PlacementId, string Reference, Guid AuthorityId, Guid ProviderId);
