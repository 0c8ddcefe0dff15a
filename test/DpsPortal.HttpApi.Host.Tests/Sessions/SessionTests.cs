using System.Net;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Accounts;
using DpsPortal.Organisations.People;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Sessions;

public sealed class SessionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task Nobody_is_signed_in_at_first()
    {
        using var client = portal.Anonymous();

        var session = await client.GetAsync<SessionDto>("/api/session");

        session.User.ShouldBeNull();
        session.Organisation.ShouldBeNull();
        session.Permissions.ShouldBeEmpty();
        client.AntiforgeryToken.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_session_names_the_person_the_organisation_and_what_they_may_do()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);

        using var client = await portal.SignInAsync(user.Email);

        client.Session!.User.ShouldBe(new SessionUserDto(user.Id, user.Name, user.Email));
        client.Session.Organisation!.Kind.ShouldBe(OrganisationKind.Provider);
        client.Session.Roles.ShouldBe([Role.ProviderAdministrator]);
        client.Session.Permissions.ShouldContain(OrganisationsPermissions.Documents.Use);
        (await portal.Clock.NowAsync()).ShouldBe(client.Session.ServerTime, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Every_cause_of_failure_has_the_same_answer()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        var disabled = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        await DisableAsync(disabled);
        using var client = portal.Anonymous();

        var answers = new[]
        {
            await client.PostAsync("/api/account/sign-in", new { user.Email, Password = "wrong" }),
            await client.PostAsync("/api/account/sign-in", new { Email = "nobody@example.org", Password = "wrong" }),
            await client.PostAsync("/api/account/sign-in", new { disabled.Email, PortalFixture.Password }),
        };

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Unauthorized);
        answers.Select(a => a.Text).Distinct().Count().ShouldBe(1);
        answers[0].Problem.Code.ShouldBe(OrganisationsErrorCodes.SignInFailed);
    }

    [Fact]
    public async Task After_sign_out_the_session_is_anonymous()
    {
        using var client = await SignedInAsync();

        var answer = await client.PostAsync("/api/account/sign-out");

        answer.Status.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetAsync<SessionDto>("/api/session")).User.ShouldBeNull();
    }

    [Fact]
    public async Task A_disabled_account_loses_its_session_at_the_next_call()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = await portal.SignInAsync(user.Email);
        (await client.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.OK);

        await DisableAsync(user);

        (await client.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_changed_security_stamp_ends_the_session()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = await portal.SignInAsync(user.Email);

        await ChangeAsync(user, u => u.SecurityStamp = Guid.NewGuid().ToString("N"));

        (await client.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_role_that_was_taken_away_counts_at_the_next_call()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = await portal.SignInAsync(user.Email);

        await ChangeAsync(user, u => u.Affiliations[0].Roles = []);

        (await client.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Without_a_token_an_unsafe_call_is_refused()
    {
        using var client = await SignedInAsync();
        client.AntiforgeryToken = null;

        var answer = await client.PostAsync("/api/account/sign-out");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Code.ShouldBe("antiforgery");
    }

    [Fact]
    public async Task A_token_from_before_sign_in_is_refused()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = portal.Anonymous();
        await client.GetAsync("/api/session");
        var before = client.AntiforgeryToken;
        await client.SignInAsync(user.Email, PortalFixture.Password);
        client.AntiforgeryToken = before;

        var answer = await client.PostAsync("/api/account/sign-out");

        answer.Problem.Code.ShouldBe("antiforgery");
    }

    [Fact]
    public async Task A_token_from_before_sign_out_is_refused_even_for_the_same_person()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = await portal.SignInAsync(user.Email);
        var before = client.AntiforgeryToken;
        await client.PostAsync("/api/account/sign-out");
        await client.SignInAsync(user.Email, PortalFixture.Password);
        client.AntiforgeryToken = before;

        var answer = await client.PostAsync("/api/account/sign-out");

        answer.Problem.Code.ShouldBe("antiforgery");
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://elsewhere.example.org")]
    public async Task A_call_from_another_site_is_refused_even_with_a_token(string header, string value)
    {
        using var client = await SignedInAsync();

        var answer = await client.SendAsync(HttpMethod.Post, "/api/account/sign-out", null, (header, value));

        answer.Problem.Code.ShouldBe("antiforgery");
    }

    [Fact]
    public async Task Another_site_cannot_sign_anybody_in()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = portal.Anonymous();

        var answer = await client.SendAsync(
            HttpMethod.Post, "/api/account/sign-in", new { user.Email, PortalFixture.Password },
            ("Sec-Fetch-Site", "cross-site"));

        answer.Problem.Code.ShouldBe("antiforgery");
    }

    [Fact]
    public async Task The_tenth_failure_for_one_account_is_still_answered_and_the_eleventh_is_not()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = portal.Anonymous();
        for (var i = 0; i < 10; i++)
        {
            var failure = await client.PostAsync("/api/account/sign-in", new { user.Email, Password = "wrong" });
            failure.Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var answer = await client.PostAsync("/api/account/sign-in", new { user.Email, PortalFixture.Password });

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));
        await client.SignInAsync(user.Email, PortalFixture.Password);
    }

    private async Task<PortalClient> SignedInAsync() =>
        await portal.AsAnotherAsync(portal.HarbourSteps, Role.ProviderAdministrator);

    private Task DisableAsync(TestUser user) => ChangeAsync(user, u => u.IsDisabled = true);

    private async Task ChangeAsync(TestUser user, Action<User> change)
    {
        await using var scope = portal.OpenScope(null);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        change(await db.Users.Include(u => u.Affiliations).SingleAsync(u => u.Id == user.Id));
        await db.SaveChangesAsync(CancellationToken.None);
    }
}
