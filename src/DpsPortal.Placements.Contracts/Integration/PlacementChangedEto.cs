namespace DpsPortal.Placements.Integration;

/// <summary>The authority recorded something that the provider has to know; it is told to sign in. Nothing of the young person.</summary>
public sealed record PlacementChangedEto(
    Guid PlacementId, string Reference, Guid AuthorityId, Guid ProviderId, PlacementChange Change);

public enum PlacementChange { Extended, PriceChanged, Ended, EndTakenBack }
