using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Property.Visits;

namespace DpsPortal.HttpApi.Host.Tests.Property;

/// <summary>With a portal of its own: the first page holds few items, and other visits would push these off it.</summary>
public sealed class VisitTodayTests(PropertyFixture portal) : IClassFixture<PropertyFixture>
{
    [Theory]
    [InlineData(VisitNotice.Announced, true)]
    [InlineData(VisitNotice.Unannounced, false)]
    public async Task A_provider_expects_a_visit_that_was_announced_and_no_other(VisitNotice notice, bool expects)
    {
        var home = await portal.SharedHomeAsync();
        var visit = await portal.BookAsync(home.Id, notice: notice);

        (await TodayTests.KindsAsync(await portal.ProviderAsync(), home.Id)).Contains("Visit.Expect").ShouldBe(expects);
        (await TodayTests.KindsAsync(
            await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator), home.Id)).ShouldBeEmpty();
        await portal.Clock.SetAsync(visit.ScheduledAt);
        (await TodayTests.KindsAsync(await portal.ProviderAsync(), home.Id)).ShouldNotContain("Visit.Expect");
        (await TodayTests.KindsAsync(await portal.OfficerAsync(), visit.Id)).ShouldBe(["Visit.Make"]);
    }
}
