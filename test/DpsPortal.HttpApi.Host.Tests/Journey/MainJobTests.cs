using System.Globalization;
using System.Text.Json;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Placements.Agreements;
using DpsPortal.Property.Premises;
using DpsPortal.Reporting.Spend;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Journey;

/// <summary>The main job over HTTP: one provider from its first answer to the spend report of what it won.</summary>
public sealed class MainJobTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_provider_is_accredited_wins_a_call_off_and_its_placement_is_in_the_spend_report()
    {
        var officer = await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        var second = await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer, Role.AccreditationLead);
        var host = new HostSteps(portal, officer, second);
        var scheme = await host.RecordLightTouchSchemeAsync(portal.NorthwickVale.Id);
        var lot = scheme.Lots.Single(l => l.Category == Rules.Accommodation.OfstedCategory.SharedRingFenced);

        var bidders = new Dictionary<string, (PortalClient Client, PremisesDto Home)>();
        foreach (var organisation in new[] { portal.LanternRow, portal.Copperleaf, portal.HarbourSteps })
        {
            var client = await portal.AsAsync(organisation, Role.ProviderAdministrator);
            bidders[organisation.Name] = (client, await JoinAsync(host, client, organisation.Name, scheme, lot));
        }

        var placements = await portal.AsAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var approver = await portal.AsAsync(portal.NorthwickVale, Role.PlacementsApprover);
        var buyer = new BuyerSteps(portal, placements, approver);
        var callOff = await buyer.PublishAsync(lot, await TodayAsync());
        callOff.InvitedCount.ShouldBe(3);

        // Domain fact 15, whole: 1,250 / 1,400 / 1,675 at 40, the dearest with the best answers wins.
        await BuyerSteps.BidAsync(bidders[portal.LanternRow.Name].Client, callOff, bidders[portal.LanternRow.Name].Home, 125_000);
        await BuyerSteps.BidAsync(bidders[portal.Copperleaf.Name].Client, callOff, bidders[portal.Copperleaf.Name].Home, 140_000);
        var receipt = await BuyerSteps.BidAsync(
            bidders[portal.HarbourSteps.Name].Client, callOff, bidders[portal.HarbourSteps.Name].Home, 167_500);
        receipt.Sha256.Length.ShouldBe(64);

        await portal.Clock.AdvanceAsync(TimeSpan.FromHours(2));
        (await buyer.OpenAsync(callOff)).State.ShouldBe(CallOffState.Opened);
        var scores = new Dictionary<string, int[]>
        {
            [portal.LanternRow.Name] = [3, 3, 4],
            [portal.Copperleaf.Name] = [4, 4, 4],
            [portal.HarbourSteps.Name] = [5, 4, 5],
        };
        var ranked = await buyer.ScoreAsync(callOff.Id, bid => scores[WhoseIs(bid.PremisesArea)]);

        ranked.Bids.ToDictionary(b => b.ProviderName!, b => (b.QualityScore, b.PriceScore, b.Total, b.Rank))
            .ShouldBe(new Dictionary<string, (decimal?, decimal?, decimal?, int?)>
            {
                [portal.LanternRow.Name] = (38.00m, 40.00m, 78.00m, 3),
                [portal.Copperleaf.Name] = (48.00m, 35.71m, 83.71m, 2),
                [portal.HarbourSteps.Name] = (56.00m, 29.85m, 85.85m, 1),
            }, ignoreOrder: true);
        var awarded = await buyer.AwardAsync(ranked, ranked.Bids.Single(b => b.Rank == 1).BidId);
        awarded.State.ShouldBe(CallOffState.Awarded);

        await LettersTellEachBidderAsync(callOff.Id, bidders.Values.Select(b => b.Client), placements);
        await PlacementIsInTheReportAsync(callOff, placements);
    }

    private async Task<PremisesDto> JoinAsync(
        HostSteps host, PortalClient client, string name, SchemeDto scheme, LotDto lot)
    {
        var provider = new ProviderSteps(portal, client, name);
        var home = await provider.AddHomeAsync(await TodayAsync(), AreaOf(name));
        home.Standing.ShouldBe(PremisesStanding.Usable, string.Join(" ", home.StandingReasons));
        var application = await provider.StartAsync(scheme.Id);
        application = await provider.AnswerAsync(application, lot, home, await TodayAsync());
        application.Sections.ShouldAllBe(s => s.Status == SectionStatus.Completed);
        application = await provider.SubmitAsync(application);
        application.Membership.ShouldBe(MembershipState.Submitted);
        await provider.AskRefereesAsync(application, "Harrowmere LBC", "Thamesgate City");
        application = await host.AdmitAsync(application, lot.Id);
        application.Membership.ShouldBe(MembershipState.Admitted);
        await portal.DrainOutboxAsync();

        await host.AcceptReferencesAsync(application);
        application = await host.TestPeopleAsync(await host.ReadAsync(application.Id), await TodayAsync());
        application = await host.ReviewPaperworkAsync(application);
        (await host.VisitAsync(application, home.Id)).Passed.ShouldBe(true);
        await portal.DrainOutboxAsync();
        application = await host.CloseVisitsAsync(application);
        application = await host.AccreditAsync(application);
        application.Accreditation.ShouldBe(AccreditationState.Accredited);
        await portal.DrainOutboxAsync();

        var letters = await client.GetAsync<IReadOnlyList<LetterDto>>($"/api/applications/{application.Id}/letters");
        letters.Count.ShouldBe(2);
        return home;
    }

    private static async Task LettersTellEachBidderAsync(
        Guid callOffId, IEnumerable<PortalClient> bidders, PortalClient placements)
    {
        var letters = await placements.GetAsync<IReadOnlyList<LetterDto>>($"/api/call-offs/{callOffId}/letters");
        letters.Count.ShouldBe(3);
        letters.Select(l => l.IssuedAt).Distinct().Count().ShouldBe(1);
        foreach (var bidder in bidders)
        {
            var letter = await bidder.GetAsync<LetterDto>($"/api/opportunities/{callOffId}/letter");
            letter.Recipient.ShouldBe(bidder.Session!.Organisation!.Name);
        }
    }

    private async Task PlacementIsInTheReportAsync(CallOffDto callOff, PortalClient placements)
    {
        var placement = (await placements.GetAsync<PagedResult<PlacementListItemDto>>("/api/placements")).Items.Single();
        placement.WeeklyPence.ShouldBe(167_500);
        placement.StartsOn.ShouldBe(callOff.Needs.MoveInFrom);

        var finance = await portal.AsAsync(portal.NorthwickVale, Role.FinanceReader);
        var from = placement.StartsOn;
        var to = from.AddDays(9);
        var report = await finance.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"/api/spend/report?from={from:O}&to={to:O}&format=json"));
        var row = report.Read<JsonElement>().EnumerateArray().Single();
        row.GetProperty("provider").GetString().ShouldBe(portal.HarbourSteps.Name);
        row.GetProperty("premises_area").GetString().ShouldBe("HA9");
        row.GetProperty("nights").ToString().ShouldBe("10");
        row.GetProperty("weekly_total").GetString().ShouldBe("1675.00");
        row.GetProperty("period_cost").GetString().ShouldBe("2392.86");

        var rate = await finance.GetAsync<RunRateDto>(
            string.Create(CultureInfo.InvariantCulture, $"/api/spend/run-rate?on={from:O}"));
        (rate.Placements, rate.WeeklyPence).ShouldBe((1, 167_500));

        var csv = await finance.GetAsync(
            string.Create(CultureInfo.InvariantCulture, $"/api/spend/report?from={from:O}&to={to:O}&format=csv"));
        csv.Text.ShouldContain("2392.86");
        csv.Text.ShouldContain("HA9");

        var rival = await portal.AsAsync(portal.Kingsferry, Role.FinanceReader);
        (await rival.GetAsync(
                string.Create(CultureInfo.InvariantCulture, $"/api/spend/report?from={from:O}&to={to:O}&format=json")))
            .Read<JsonElement>().GetArrayLength().ShouldBe(0);
    }

    private async Task<DateOnly> TodayAsync() => Rules.Calendar.LondonTime.DateOf(await portal.Clock.NowAsync());

    private string AreaOf(string provider) =>
        provider == portal.LanternRow.Name ? "HA1" : provider == portal.Copperleaf.Name ? "HA2" : "HA9";

    private string WhoseIs(string area) => area.StartsWith("HA1", StringComparison.Ordinal) ? portal.LanternRow.Name
        : area.StartsWith("HA2", StringComparison.Ordinal) ? portal.Copperleaf.Name : portal.HarbourSteps.Name;
}
