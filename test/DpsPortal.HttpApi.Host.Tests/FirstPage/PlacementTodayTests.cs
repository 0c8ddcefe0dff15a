using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Placements;
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
}
