using DpsPortal.HttpApi.Host.Tests.Property;
using DpsPortal.Property.Premises;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>
/// What was accredited and offered is what is awarded. It has a portal of its own: the homes stay changed.
/// </summary>
public sealed class SwappedHomeTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task Facts_18_and_25_a_home_swapped_after_the_bid_cannot_be_awarded()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.Copperleaf, 100_000);
        await SaveAsync(portal.Copperleaf, home => home with
        {
            Places = [.. home.Places.Select(p => p with { BedroomArea = 6.50m })],
        });

        (await EvaluatedAsync(callOff, portal.Copperleaf)).GateFailures
            .ShouldBe(["The bedroom is too small for the people it is for."]);
    }

    [Fact]
    public async Task Fact_24_what_was_mended_before_the_deadline_is_mended_whatever_is_saved_after_it()
    {
        var callOff = await portal.PublishedAsync();
        await SaveAsync(portal.LanternRow, home => Without(home, CertificateKind.GasSafety));
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await SaveAsync(portal.LanternRow, home => home);
        await portal.Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        await SaveAsync(portal.LanternRow, home => home with { Name = "Another name" });

        var bid = await EvaluatedAsync(callOff, portal.LanternRow);

        bid.GateFailures.ShouldBeEmpty();
        bid.Rank.ShouldBe(1);
    }

    [Fact]
    public async Task Fact_24_what_failed_at_the_deadline_is_not_mended_after_it_though_the_bid_was_sent_in_order()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 100_000);
        await SaveAsync(portal.HarbourSteps, home => Without(home, CertificateKind.FireRiskAssessment));
        await portal.Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        await SaveAsync(portal.HarbourSteps, home => home);

        var bid = await EvaluatedAsync(callOff, portal.HarbourSteps);

        bid.GateFailures.ShouldBe(
        [
            "Changed by its provider after the deadline, which does not count. At the deadline: "
            + "There is no fire risk assessment.",
        ]);
        bid.Rank.ShouldBeNull();
    }

    private static SavePremisesDto Without(SavePremisesDto home, CertificateKind kind) =>
        home with { Certificates = [.. home.Certificates.Where(c => c.Kind != kind)] };

    /// <summary>The home as it was first recorded, with what the test changes.</summary>
    private async Task SaveAsync(TestOrganisation provider, Func<SavePremisesDto, SavePremisesDto> change)
    {
        var (client, first) = (await portal.ProviderAsync(provider), portal.HomeOf(provider));
        var now = await client.GetAsync<PremisesDto>($"/api/premises/{first.Id}");
        var papers = first.Certificates.Select(c => new SaveCertificateDto
        {
            Kind = c.Kind,
            IssuedOn = c.IssuedOn,
            ExpiresOn = c.ExpiresOn,
        });
        await client.PutAsync<PremisesDto>(
            $"/api/premises/{first.Id}",
            change(PropertyFixture.Resave(first, [.. papers])) with { Version = now.Version });
    }

    private async Task<EvaluatedBidDto> EvaluatedAsync(CallOffDto callOff, TestOrganisation provider)
    {
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        var evaluation = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        evaluation = await portal.ScoreAsync(callOff.Id, evaluation, provider, 3, 3, 3);
        evaluation = await portal.LockQualityAsync(officer, callOff.Id);
        return evaluation.Bids.ShouldHaveSingleItem();
    }
}
