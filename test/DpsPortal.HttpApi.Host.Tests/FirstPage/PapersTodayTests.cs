using DpsPortal.HttpApi.Host.Tests.Tendering;

namespace DpsPortal.HttpApi.Host.Tests.FirstPage;

public sealed class PapersTodayTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task A_paper_of_a_home_is_told_of_sixty_days_before_it_runs_out_and_no_earlier()
    {
        var provider = await portal.ProviderAsync(portal.HarbourSteps);
        var insurance = portal.HomeOf(portal.HarbourSteps).Certificates.Max(c => c.ExpiresOn);

        await portal.Clock.SetAsync(insurance.AddDays(-61).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        var before = await TodayTests.ItemsAsync(provider);
        await portal.Clock.SetAsync(insurance.AddDays(-60).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        var at = await TodayTests.ItemsAsync(provider);
        await portal.Clock.SetAsync(insurance.AddDays(1).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        var after = await TodayTests.ItemsAsync(provider);

        before.ShouldNotContain(i => i.DueOn == insurance);
        at.Where(i => i.DueOn == insurance).ShouldAllBe(i => i.Kind == "Certificate.RunsOut");
        at.ShouldContain(i => i.DueOn == insurance);
        after.Where(i => i.DueOn == insurance).ShouldAllBe(i => i.Kind == "Certificate.Replace");
    }
}
