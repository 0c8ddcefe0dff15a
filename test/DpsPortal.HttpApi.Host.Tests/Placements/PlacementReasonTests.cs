using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Placements.Agreements;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Placements;

/// <summary>§4.3: reasons stay in a history that the provider reads as well.</summary>
public sealed class PlacementReasonTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData("Ring the mother on 07700 900123.", "This looks like a telephone number.")]
    [InlineData("Lives at 4 Elm Road, HA9 0AB.", "This looks like a street address and a full postcode.")]
    public async Task A_reason_that_tells_who_the_young_person_is_changes_nothing_and_is_kept_nowhere(
        string reason, string sentence)
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        var path = $"/api/placements/{id}";
        var approver = await portal.AsAsync(portal.NorthwickVale, Role.PlacementsApprover);
        var seen = await approver.GetAsync<PlacementDto>(path);
        var proposed = await approver.PostAsync<PlacementDto>($"{path}/prices", new ProposePriceDto
        {
            From = APlacement.Start.AddDays(14),
            AccommodationPence = 900_00,
            CoreSupportPence = 0,
            AdditionalSupportPence = 0,
            OtherPence = 0,
            Reason = PriceChangeReason.Correction,
            Version = seen.Version,
        });

        var sentBack = await approver.PostAsync(
            $"{path}/prices/send-back", new ReasonedDto { Reason = reason, Version = proposed.Version });
        var weighed = await approver.GetAsync<PlacementDto>(path);
        var ended = await EndedAsync(approver, path, weighed);
        var takenBack = await approver.PostAsync(
            $"{path}/take-back-end", new ReasonedDto { Reason = reason, Version = ended.Version });

        foreach (var refused in (PortalAnswer[])[sentBack, takenBack])
        {
            refused.Status.ShouldBe(HttpStatusCode.BadRequest, refused.Text);
            refused.Problem.Errors["reason"].ShouldBe([$"{sentence} Take out what tells who the young person is."]);
        }

        weighed.State.ShouldBe(PlacementState.PriceProposed);
        (await approver.GetAsync<PlacementDto>(path)).State.ShouldBe(ended.State);
        (await approver.GetAsync<List<AuditEventDto>>($"{path}/history"))
            .ShouldNotContain(e => e.Refused || e.Reason == reason);
    }

    private static async Task<PlacementDto> EndedAsync(PortalClient approver, string path, PlacementDto weighed)
    {
        var decided = await approver.PostAsync<PlacementDto>(
            $"{path}/prices/send-back", new ReasonedDto { Reason = "Ask for less.", Version = weighed.Version });
        return await approver.PostAsync<PlacementDto>($"{path}/end", new EndPlacementDto
        {
            EndsOn = APlacement.Start.AddDays(41),
            Reason = EndReason.OwnTenancy,
            AsPlanned = true,
            Version = decided.Version,
        });
    }
}
