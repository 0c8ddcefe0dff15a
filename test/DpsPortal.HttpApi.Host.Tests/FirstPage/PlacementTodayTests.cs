using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Placements;
using DpsPortal.Placements.Agreements;
using DpsPortal.Rules.Calendar;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.FirstPage;

public sealed class PlacementTodayTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task A_provider_prepares_each_first_night_until_it_has_come(int days, bool isShown)
    {
        var start = LondonTime.DateOf(await portal.Clock.NowAsync()).AddDays(days);
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.HarbourSteps, days: 84, start: start);

        var own = (await TodayTests.ItemsAsync(await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff)))
            .Where(i => i.Id == id).Select(i => (i.Kind, i.Detail, i.DueOn));
        (Role Role, TestOrganisation Organisation)[] others =
        [
            (Role.ProviderAdministrator, portal.LanternRow), (Role.FinanceReader, portal.NorthwickVale),
            (Role.PlacementsApprover, portal.NorthwickVale),
        ];

        own.ShouldBe(isShown ? [("Placement.Welcome", portal.NorthwickVale.Name, start)] : []);
        foreach (var other in others)
        {
            (await TodayTests.KindsAsync(await portal.AsAsync(other.Organisation, other.Role), id)).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(-1, true, false)]
    [InlineData(0, true, true)]
    [InlineData(1, true, true)]
    [InlineData(1, false, false)]
    public async Task Whoever_places_arranges_what_was_awarded_until_the_first_night_has_come(
        int days, bool isAwarded, bool isShown)
    {
        var start = LondonTime.DateOf(await portal.Clock.NowAsync()).AddDays(days);
        var id = await APlacement.AddAsync(
            portal, portal.NorthwickVale, portal.HarbourSteps, days: 84, start: start,
            callOff: isAwarded ? Guid.NewGuid() : null);

        var officer = (await TodayTests.ItemsAsync(await portal.AsAsync(portal.NorthwickVale, Role.PlacementsOfficer)))
            .Where(i => i.Id == id).Select(i => (i.Kind, i.Subject, i.DueOn));
        (Role Role, TestOrganisation Organisation)[] others =
        [
            (Role.PlacementsOfficer, portal.Kingsferry), (Role.FinanceReader, portal.NorthwickVale),
            (Role.PlacementsApprover, portal.NorthwickVale),
        ];

        officer.ShouldBe(isShown ? [("Placement.Arrange", portal.HarbourSteps.Name, start)] : []);
        foreach (var other in others)
        {
            (await TodayTests.KindsAsync(await portal.AsAsync(other.Organisation, other.Role), id)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task What_ended_before_it_began_is_arranged_no_longer()
    {
        var start = LondonTime.DateOf(await portal.Clock.NowAsync()).AddDays(3);
        var id = await APlacement.AddAsync(
            portal, portal.NorthwickVale, portal.HarbourSteps, days: 84, start: start, callOff: Guid.NewGuid(),
            also: p => p.End(start, EndReason.AuthorityAsked, false, "Martin Cole", DateTime.UtcNow));

        var officer = await portal.AsAsync(portal.NorthwickVale, Role.PlacementsOfficer);

        (await TodayTests.KindsAsync(officer, id)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(14, false)]
    public async Task What_a_colleague_sent_back_waits_for_its_proposer_alone_for_fourteen_days(int days, bool isShown)
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.HarbourSteps, days: 300);
        var (proposer, approver) = await PeopleAsync();
        await ProposeAsync(proposer, id, 301);
        await SendBackAsync(approver, id);
        PortalClient[] others =
        [
            approver, await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer),
            await portal.AsAsync(portal.Kingsferry, Role.PlacementsApprover),
            await portal.AsAsync(portal.HarbourSteps, Role.ProviderAdministrator),
        ];

        foreach (var other in others)
        {
            (await TodayTests.KindsAsync(other, id)).ShouldNotContain("Placement.SentBack");
        }

        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(days));
        (await TodayTests.KindsAsync(proposer, id)).Contains("Placement.SentBack").ShouldBe(isShown);
    }

    [Fact]
    public async Task What_was_sent_back_waits_no_longer_once_its_proposer_looked_at_it_and_again_once_it_comes_back_again()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.HarbourSteps, days: 300);
        var (proposer, approver) = await PeopleAsync();
        await ProposeAsync(proposer, id, 301);
        await SendBackAsync(approver, id);

        await ReadAsync(approver, id);
        (await TodayTests.KindsAsync(proposer, id)).ShouldContain("Placement.SentBack");
        await ReadAsync(proposer, id);
        (await TodayTests.KindsAsync(proposer, id)).ShouldNotContain("Placement.SentBack");

        await ProposeAsync(proposer, id, 302);
        await SendBackAsync(approver, id);
        (await TodayTests.KindsAsync(proposer, id)).ShouldContain("Placement.SentBack");
        await ReadAsync(proposer, id);
        (await TodayTests.KindsAsync(proposer, id)).ShouldNotContain("Placement.SentBack");
    }

    private static Task<PortalAnswer> ReadAsync(PortalClient client, Guid id) =>
        client.PostAsync("/api/today/read", new { kind = "Placement.SentBack", id });

    [Fact]
    public async Task What_was_sent_back_waits_no_longer_once_it_is_proposed_anew_or_was_taken_back_by_its_proposer()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.HarbourSteps, days: 300);
        var (proposer, approver) = await PeopleAsync();

        await ProposeAsync(proposer, id, 301);
        await SendBackAsync(approver, id);
        (await TodayTests.KindsAsync(proposer, id)).ShouldContain("Placement.SentBack");
        await ProposeAsync(proposer, id, 302);
        (await TodayTests.KindsAsync(proposer, id)).ShouldNotContain("Placement.SentBack");
        await SendBackAsync(proposer, id);
        (await TodayTests.KindsAsync(proposer, id)).ShouldNotContain("Placement.SentBack");
    }

    private async Task<(PortalClient Proposer, PortalClient Approver)> PeopleAsync() => (
        await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer),
        await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsApprover));

    private static async Task ProposeAsync(PortalClient client, Guid id, int days)
    {
        var it = await client.GetAsync<PlacementDto>($"/api/placements/{id}");
        await client.PostAsync<PlacementDto>(
            $"/api/placements/{id}/extension",
            new ExtendPlacementDto { PlannedEndOn = APlacement.Start.AddDays(days), Version = it.Version });
    }

    private static async Task SendBackAsync(PortalClient client, Guid id)
    {
        var it = await client.GetAsync<PlacementDto>($"/api/placements/{id}");
        await client.PostAsync<PlacementDto>(
            $"/api/placements/{id}/extension/send-back",
            new ReasonedDto { Reason = "The plan is reviewed first.", Version = it.Version });
    }
}
