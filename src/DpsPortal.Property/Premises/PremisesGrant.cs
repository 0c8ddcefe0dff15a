namespace DpsPortal.Property.Premises;

/// <summary>
/// Lets an authority see a home with its address. Carries both organisations, so that row-level security need not look
/// at the home to judge the grant. Source: SI 2023/416, reg. 16(6)(d).
/// </summary>
internal sealed class PremisesGrant
{
    public required Guid PremisesId { get; init; }

    public required Guid ProviderId { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Instant, UTC.</summary>
    public required DateTime GrantedAt { get; init; }
}
