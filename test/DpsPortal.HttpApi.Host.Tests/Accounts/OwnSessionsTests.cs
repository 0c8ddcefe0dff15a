using System.Net;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Accounts;
using DpsPortal.Organisations.People;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Accounts;

public sealed class OwnSessionsTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_list_marks_the_current_session_and_names_devices_in_words()
    {
        var user = await UserAsync();
        using var here = await portal.SignInAsync(user.Email);
        using var there = portal.Anonymous();
        await there.SendAsync(
            HttpMethod.Post, "/api/account/sign-in", new { user.Email, PortalFixture.Password },
            ("User-Agent", "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605 Safari/604.1"));

        var list = await here.GetAsync<List<OwnSessionDto>>("/api/account/sessions");

        list.Count.ShouldBe(2);
        list.Single(s => !s.IsCurrent).Device.ShouldBe("Safari on iPhone");
        list.Single(s => s.IsCurrent).OrganisationName.ShouldBe(portal.HarbourSteps.Name);
    }

    [Fact]
    public async Task An_ended_session_is_refused_at_its_next_call_and_the_others_go_on()
    {
        var user = await UserAsync();
        using var here = await portal.SignInAsync(user.Email);
        using var there = await portal.SignInAsync(user.Email);
        var other = (await here.GetAsync<List<OwnSessionDto>>("/api/account/sessions")).Single(s => !s.IsCurrent);

        (await here.PostAsync($"/api/account/sessions/{other.Id}/end")).IsSuccess.ShouldBeTrue();

        (await there.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await here.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Ending_all_others_leaves_the_one_that_asks()
    {
        var user = await UserAsync();
        using var here = await portal.SignInAsync(user.Email);
        using var second = await portal.SignInAsync(user.Email);
        using var third = await portal.SignInAsync(user.Email);

        await here.PostAsync("/api/account/sessions/end-others");

        (await second.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await third.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await here.GetAsync<List<OwnSessionDto>>("/api/account/sessions")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Another_persons_session_does_not_exist()
    {
        using var owner = await portal.SignInAsync((await UserAsync()).Email);
        var own = (await owner.GetAsync<List<OwnSessionDto>>("/api/account/sessions")).Single();
        using var colleague = await portal.SignInAsync((await UserAsync()).Email);

        var answer = await colleague.PostAsync($"/api/account/sessions/{own.Id}/end");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await owner.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_cookie_kept_from_before_sign_out_opens_nothing()
    {
        using var client = await portal.SignInAsync((await UserAsync()).Email);
        var cookie = client.Cookies.GetCookieHeader(portal.Address);
        await client.PostAsync("/api/account/sign-out");
        using var thief = portal.Anonymous();
        thief.Cookies.SetCookies(portal.Address, cookie.Replace("; ", ", ", StringComparison.Ordinal));

        (await thief.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(-29, true)]
    [InlineData(-31, false)]
    public async Task A_session_unused_for_half_an_hour_has_ended(int minutes, bool lives)
    {
        var user = await UserAsync();
        using var client = await portal.SignInAsync(user.Email);
        await using var scope = portal.OpenScope(null);
        var then = DateTime.UtcNow.AddMinutes(minutes);
        await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().Sessions
            .Where(s => s.UserId == user.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastUsedAt, then));

        (await client.GetAsync("/api/documents")).IsSuccess.ShouldBe(lives);
    }

    [Fact]
    public async Task A_person_of_two_organisations_switches_and_the_session_goes_on_under_a_new_id()
    {
        var user = await UserAsync();
        await AlsoInAsync(user, portal.LanternRow, Role.ProviderStaff);
        using var client = await portal.SignInAsync(user.Email);
        client.Session!.Organisations.Select(o => o.Name)
            .ShouldBe([portal.HarbourSteps.Name, portal.LanternRow.Name]);
        var (cookie, token) = (client.Cookies.GetCookieHeader(portal.Address), client.AntiforgeryToken);

        await client.PostAsync("/api/session/organisation", new { portal.LanternRow.Id });

        var session = await client.GetAsync<SessionDto>("/api/session");
        session.Organisation!.Id.ShouldBe(portal.LanternRow.Id);
        session.Roles.ShouldBe([Role.ProviderStaff]);
        client.AntiforgeryToken.ShouldNotBe(token);
        using var old = portal.Anonymous();
        old.Cookies.SetCookies(portal.Address, cookie.Replace("; ", ", ", StringComparison.Ordinal));
        (await old.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.GetAsync<List<OwnSessionDto>>("/api/account/sessions")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_organisation_that_is_not_the_persons_does_not_exist()
    {
        using var client = await portal.SignInAsync((await UserAsync()).Email);

        var foreign = await client.PostAsync("/api/session/organisation", new { portal.LanternRow.Id });
        var unknown = await client.PostAsync("/api/session/organisation", new { Id = Guid.NewGuid() });

        foreign.Status.ShouldBe(HttpStatusCode.NotFound);
        foreign.Text.ShouldBe(unknown.Text);
    }

    private Task<TestUser> UserAsync() => portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);

    private async Task AlsoInAsync(TestUser user, TestOrganisation organisation, Role role)
    {
        await using var scope = portal.OpenScope(null);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        db.Affiliations.Add(new Affiliation
        {
            UserId = user.Id,
            OrganisationId = organisation.Id,
            Roles = [role],
            Since = DateTime.UtcNow,
        });
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
