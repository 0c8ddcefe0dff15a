using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Property.Visits;

namespace DpsPortal.HttpApi.Host.Tests.Property;

/// <summary>What a provider is told of a visit that it need not expect any more.</summary>
public sealed class CancelledVisitTests(PropertyFixture portal) : IClassFixture<PropertyFixture>
{
    [Theory]
    [InlineData(VisitNotice.Announced, true)]
    [InlineData(VisitNotice.Unannounced, false)]
    public async Task A_provider_is_told_for_two_weeks_that_a_visit_it_expected_is_cancelled(
        VisitNotice notice, bool told)
    {
        var home = await portal.SharedHomeAsync();
        var visit = await portal.BookAsync(home.Id, notice: notice);
        var (provider, officer) = (await portal.ProviderAsync(), await portal.OfficerAsync());
        var rival = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);
        var path = $"/api/premises/{home.Id}/cancelled-visits";
        (await provider.GetAsync<CancelledVisitDto[]>(path)).ShouldBeEmpty();

        await officer.PostAsync<VisitDto>($"/api/visits/{visit.Id}/cancel", new CancelVisitDto { Reason = "Zq snow." });

        var answer = await provider.GetAsync(path);
        answer.Read<CancelledVisitDto[]>().Select(v => (v.Id, v.ScheduledAt, v.AuthorityName))
            .ShouldBe(told ? [(visit.Id, visit.ScheduledAt, portal.Eastmarsh.Name)] : []);
        answer.Text.ShouldNotContain("Zq snow");
        (await rival.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await NewsAsync()).ShouldBe(told ? [visit.Id] : []);
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(14) - TimeSpan.FromMinutes(5));
        (await NewsAsync()).ShouldBe(told ? [visit.Id] : []);
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(10));
        (await NewsAsync()).ShouldBeEmpty();

        async Task<Guid?[]> NewsAsync() =>
        [
            .. (await TodayTests.ItemsAsync(await portal.ProviderAsync()))
                .Where(i => i.Kind == "Visit.Cancelled" && i.Id == home.Id).Select(i => i.PartId),
        ];
    }

    [Fact]
    public async Task That_a_visit_is_cancelled_is_news_until_somebody_reads_it()
    {
        var home = await portal.SharedHomeAsync();
        var visit = await portal.BookAsync(home.Id);
        await (await portal.OfficerAsync()).PostAsync<VisitDto>(
            $"/api/visits/{visit.Id}/cancel", new CancelVisitDto { Reason = "Snow." });
        var provider = await portal.ProviderAsync();
        (await TodayTests.KindsAsync(provider, home.Id)).ShouldContain("Visit.Cancelled");

        await provider.PostAsync("/api/today/read", new { Kind = "Visit.Cancelled", Id = visit.Id });

        (await TodayTests.KindsAsync(provider, home.Id)).ShouldNotContain("Visit.Cancelled");
        (await provider.GetAsync<CancelledVisitDto[]>($"/api/premises/{home.Id}/cancelled-visits"))
            .ShouldHaveSingleItem().Id.ShouldBe(visit.Id);
    }
}
