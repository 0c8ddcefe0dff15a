using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Events;
using DpsPortal.Organisations.Integration;
using DpsPortal.Organisations.People;
using DpsPortal.Rules.Pricing;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Integration;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Placements.Agreements;

/// <summary>An award becomes a placement: one, however often the event arrives.</summary>
internal sealed class CallOffAwardedHandler(
    IPlacementsDbContext db, IOrganisationIntegrationService organisations, IMembershipIntegrationService memberships)
    : IDistributedEventHandler<CallOffAwardedEto>
{
    public async Task HandleEventAsync(CallOffAwardedEto eventData, CancellationToken ct)
    {
        if (await db.Placements.AnyAsync(p => p.CallOffId == eventData.CallOffId, ct))
        {
            return;
        }

        var names = await organisations.GetByIdsAsync([eventData.PlacingAuthorityId, eventData.ProviderId], ct);
        var terms = new AgreementTerms
        {
            AuthorityId = eventData.PlacingAuthorityId,
            AuthorityName = names[eventData.PlacingAuthorityId].Name,
            ProviderId = eventData.ProviderId,
            ProviderName = names[eventData.ProviderId].Name,
            Urn = eventData.Urn,
            CallOffId = eventData.CallOffId,
            SchemeName = eventData.SchemeName,
            LotName = eventData.LotName,
            Route = PlacementRoute.Dps,
            Regime = (await memberships.GetLotAsync(eventData.LotId, ct))?.Regime,
            PremisesId = eventData.PremisesId,
            PremisesArea = eventData.PremisesArea,
            Category = eventData.Category,
            AgeBand = eventData.AgeBand,
            LegalBasis = eventData.LegalBasis,
            UnaccompaniedAsylumSeeking = eventData.UnaccompaniedAsylumSeeking,
            InArea = await IsInAreaAsync(eventData, ct),
            StartsOn = eventData.StartsOn,
            PlannedEndOn = eventData.StartsOn.AddDays(7 * eventData.ExpectedWeeks),
            SetUpPence = eventData.SetUpPence,
        };
        var price = WeeklyAmounts.Of(WeeklyPrice.Of(eventData.Lines.Select(line => line.ToPriceLine())));
        db.Placements.Add(new Placement(Guid.CreateVersion7(), PlacementReference.New(), terms, price));
    }

    /// <summary>Whether the home stands in the placing authority's own area; null when no known council is named.</summary>
    private async Task<bool?> IsInAreaAsync(CallOffAwardedEto award, CancellationToken ct)
    {
        var area = (await organisations.GetListAsync(OrganisationKind.Authority, ct))
            .FirstOrDefault(a => string.Equals(a.Name, award.PremisesAreaAuthority, StringComparison.OrdinalIgnoreCase));
        return area is null ? null : area.Id == award.PlacingAuthorityId;
    }
}
