using DpsPortal.Property.Premises;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>What was accredited and offered is what is awarded. It has a portal of its own: the home stays changed.</summary>
public sealed class SwappedHomeTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task Facts_18_and_25_a_home_swapped_after_the_bid_cannot_be_awarded()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.Copperleaf, 100_000);
        var home = portal.HomeOf(portal.Copperleaf);
        var provider = await portal.ProviderAsync(portal.Copperleaf);
        await provider.PutAsync<PremisesDto>($"/api/premises/{home.Id}", new SavePremisesDto
        {
            Name = home.Name,
            AddressLine = home.AddressLine,
            Town = home.Town,
            Postcode = home.Postcode,
            AreaAuthority = home.AreaAuthority,
            Category = home.Category,
            OnOfstedList = home.OnOfstedList,
            HasGas = home.HasGas,
            Places = [new SavePlaceDto { Id = home.Places[0].Id, Name = "Room 1", BedroomArea = 6.50m, MaxOccupants = 1 }],
            Certificates = [.. home.Certificates.Select(c => new SaveCertificateDto
            {
                Kind = c.Kind, IssuedOn = c.IssuedOn, ExpiresOn = c.ExpiresOn,
            })],
            Version = home.Version,
        });

        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        var evaluation = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        evaluation = await portal.ScoreAsync(callOff.Id, evaluation, portal.Copperleaf, 3, 3, 3);
        evaluation = await officer.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOff.Id}/lock-quality", new CallOffVersionDto { Version = evaluation.Version });

        evaluation.Bids.ShouldHaveSingleItem().GateFailures
            .ShouldContain("The bedroom is too small for the people it is for.");
    }
}
