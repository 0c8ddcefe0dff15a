using DpsPortal.HttpApi.Host.Tests.Property;
using DpsPortal.Property.Premises;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>
/// A home at another address is another home, whatever it is called: neither the one that was offered nor one that the
/// authority knows (fact 23). It has a portal of its own: the homes stay moved.
/// </summary>
public sealed class MovedHomeTests(NewHomeFixture portal) : IClassFixture<NewHomeFixture>
{
    private const string Moved = "The home has another address or council area than when the bid was sent.";

    private readonly PriceQuestionSteps _steps = new(portal);

    [Fact]
    public async Task A_home_moved_after_the_bid_is_not_the_one_that_was_offered()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        (await WarningsAsync(callOff, portal.LanternRow)).ShouldNotContain(w => w.Contains("another address"));

        await MoveAsync(portal.LanternRow, home => home with { AddressLine = "99 Elsewhere Road" });

        (await WarningsAsync(callOff, portal.LanternRow)).ShouldContain(
            w => w.Contains("another address") && w.Contains("send it again"));
        (await EvaluatedAsync(callOff)).GateFailures.ShouldContain(Moved);
    }

    [Fact]
    public async Task A_home_said_to_be_in_another_councils_area_after_the_bid_is_not_the_one_that_was_offered()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 100_000);

        await MoveAsync(portal.HarbourSteps, home => home with { AreaAuthority = "Leeds" });

        (await EvaluatedAsync(callOff)).GateFailures.ShouldContain(Moved);
    }

    [Fact]
    public async Task A_bid_sent_again_after_the_move_offers_the_home_where_it_is()
    {
        var callOff = await portal.PublishedAsync();
        var receipt = await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await MoveAsync(portal.LanternRow, home => home with { AddressLine = "7 Other Road", Postcode = "LS1 9ZZ" });

        var bid = (await (await portal.ProviderAsync(portal.LanternRow)).GetAsync<OpportunityDto>(
            $"/api/opportunities/{callOff.Id}")).Bid!;
        var saved = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000, bid.Version);
        (await portal.SubmitAsync(callOff.Id, portal.LanternRow, saved)).Read<BidReceiptDto>().BidVersion
            .ShouldBe(receipt.BidVersion + 1);

        (await WarningsAsync(callOff, portal.LanternRow)).ShouldNotContain(w => w.Contains("another address"));
        var evaluated = await EvaluatedAsync(callOff);
        evaluated.GateFailures.ShouldNotContain(Moved);
        evaluated.PremisesArea.ShouldBe("LS1");
    }

    [Fact]
    public async Task Fact_23_a_home_that_moved_since_it_was_used_is_new_to_the_authority()
    {
        var today = await portal.TodayAsync();
        await portal.StayAsync(portal.NorthwickVale, portal.Copperleaf, today.AddDays(-40), today.AddDays(-10));
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.Copperleaf, 100_000);
        (await portal.ProviderAsync(portal.Copperleaf)).ShouldNotBeNull();
        (await NewHomeAsync(callOff, portal.Copperleaf)).ShouldBeNull();

        await MoveAsync(portal.Copperleaf, home => home with { AddressLine = "99 Elsewhere Road" });

        (await NewHomeAsync(callOff, portal.Copperleaf)).ShouldNotBeNull();
        (await EvaluatedAsync(callOff)).HomeNeedsReferences.ShouldBeTrue();
    }

    private async Task<EvaluatedBidDto> EvaluatedAsync(CallOffDto callOff)
    {
        await portal.OpenAsync(callOff);
        await TenderingFixture.DeclareAsync(await portal.OfficerAsync, callOff.Id);
        var provider = portal.Members.Single(m => m.Id == (_bidder ?? throw new InvalidOperationException("No move.")));
        var evaluation = await (await portal.OfficerAsync).GetAsync<EvaluationDto>($"/api/call-offs/{callOff.Id}/evaluation");
        evaluation = await portal.ScoreAsync(callOff.Id, evaluation, provider, 3, 3, 3);
        return (await portal.LockQualityAsync(await portal.OfficerAsync, evaluation.CallOffId)).Bids.ShouldHaveSingleItem();
    }

    private Guid? _bidder;

    private async Task MoveAsync(TestOrganisation provider, Func<SavePremisesDto, SavePremisesDto> change)
    {
        _bidder = provider.Id;
        var client = await portal.ProviderAsync(provider);
        var now = await client.GetAsync<PremisesDto>($"/api/premises/{portal.HomeOf(provider).Id}");
        var papers = now.Certificates.Select(c => new SaveCertificateDto
        {
            Kind = c.Kind,
            IssuedOn = c.IssuedOn,
            ExpiresOn = c.ExpiresOn,
        });
        await client.PutAsync<PremisesDto>(
            $"/api/premises/{now.Id}", change(PropertyFixture.Resave(now, [.. papers])) with { Version = now.Version });
    }

    private async Task<IReadOnlyList<string>> WarningsAsync(CallOffDto callOff, TestOrganisation provider) =>
        (await OpportunityAsync(callOff, provider)).StandingWarnings;

    private async Task<NewHomeDto?> NewHomeAsync(CallOffDto callOff, TestOrganisation provider) =>
        (await OpportunityAsync(callOff, provider)).NewHome;

    private async Task<OpportunityDto> OpportunityAsync(CallOffDto callOff, TestOrganisation provider) =>
        await (await portal.ProviderAsync(provider)).GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}");
}
