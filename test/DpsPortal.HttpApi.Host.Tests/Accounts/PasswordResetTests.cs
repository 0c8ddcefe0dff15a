using System.Net;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Accounts;

public sealed class PasswordResetTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Page = "reset-password";
    private const string NewPassword = "seven small green boats";

    [Fact]
    public async Task Known_and_unknown_addresses_have_the_same_answer_and_only_the_known_gets_mail()
    {
        var user = await UserAsync();
        using var client = await portal.VisitorAsync();

        var known = await client.PostAsync("/api/account/forgotten-password", new { user.Email });
        var unknown = await client.PostAsync("/api/account/forgotten-password", new { Email = "nobody@example.org" });

        (known.Status, unknown.Status).ShouldBe((HttpStatusCode.NoContent, HttpStatusCode.NoContent));
        known.Body.ShouldBe(unknown.Body);
        (await portal.MailAsync("nobody@example.org")).ShouldBeEmpty();
        var mail = (await portal.MailAsync(user.Email)).ShouldHaveSingleItem();
        mail.Body.ShouldContain("sign in");
        mail.Body.ShouldNotContain(user.Name);
        mail.Body.ShouldNotContain(user.Email);
    }

    [Fact]
    public async Task The_new_password_counts_the_old_does_not_and_all_sessions_end()
    {
        var user = await UserAsync();
        using var elsewhere = await portal.SignInAsync(user.Email);
        using var client = await portal.VisitorAsync();
        var token = await AskAsync(client, user);

        (await ResetAsync(client, token)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await elsewhere.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var old = await client.PostAsync("/api/account/sign-in", new { user.Email, PortalFixture.Password });
        old.Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var again = await portal.SignInAsync(user.Email, NewPassword);
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var user = await UserAsync();
        using var client = await portal.VisitorAsync();
        var token = await AskAsync(client, user);
        await ResetAsync(client, token);

        var answer = await ResetAsync(client, token);

        answer.Problem.Code.ShouldBe(OrganisationsErrorCodes.LinkNotValid);
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(61, false)]
    public async Task A_link_works_for_less_than_an_hour(int minutes, bool works)
    {
        var user = await UserAsync();
        using var client = await portal.VisitorAsync();
        var token = await AskAsync(client, user);
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(minutes));

        (await ResetAsync(client, token)).IsSuccess.ShouldBe(works);
    }

    [Theory]
    [InlineData("elevenchars", "at least 12")]
    [InlineData("passwordpassword", "guessed first")]
    [InlineData("Password12345", "guessed first")]
    [InlineData("aaaaaaaaaaaaaa", "guessed first")]
    public async Task A_weak_password_is_refused_at_its_field_and_the_link_stays(string password, string why)
    {
        var user = await UserAsync();
        using var client = await portal.VisitorAsync();
        var token = await AskAsync(client, user);

        var answer = await ResetAsync(client, token, password);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors["password"].ShouldHaveSingleItem().ShouldContain(why);
        (await ResetAsync(client, token, "twelve chars")).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task The_fourth_request_in_an_hour_sends_no_mail()
    {
        var user = await UserAsync();
        using var client = await portal.VisitorAsync();
        for (var i = 0; i < 4; i++)
        {
            await client.PostAsync("/api/account/forgotten-password", new { user.Email });
        }

        (await portal.MailAsync(user.Email)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_eleventh_request_in_five_minutes_is_refused_for_a_known_and_an_unknown_address()
    {
        var user = await UserAsync();
        using var client = await portal.VisitorAsync();
        foreach (var email in new[] { user.Email, "nobody-at-all@example.org" })
        {
            for (var i = 0; i < 10; i++)
            {
                (await client.PostAsync("/api/account/forgotten-password", new { email })).IsSuccess.ShouldBeTrue();
            }

            var answer = await client.PostAsync("/api/account/forgotten-password", new { email });
            answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        }
    }

    [Fact]
    public async Task A_reset_and_a_refused_one_are_on_record_without_an_address_and_no_secret_is_kept()
    {
        var user = await UserAsync();
        using var client = await portal.VisitorAsync();
        var token = await AskAsync(client, user);
        await ResetAsync(client, "no-such-secret");
        await ResetAsync(client, token);

        await using var scope = portal.OpenScope(null, background: true);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var events = await db.AuditEvents.Where(a => a.ObjectId == user.Id).OrderBy(a => a.At).ToListAsync();
        events.Select(e => e.Action).ShouldBe(["SendResetLink", "ResetPassword"]);
        events.ShouldAllBe(e => !$"{e.ActorName}{e.Before}{e.After}{e.Reason}".Contains('@'));
        (await db.AuditEvents.AnyAsync(a => a.Action == "ResetPassword" && a.Refused)).ShouldBeTrue();
        (await db.OutboxMessages.Select(m => m.Payload).ToListAsync()).ShouldAllBe(p => !p.Contains(token));
    }

    private Task<TestUser> UserAsync() => portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);

    private async Task<string> AskAsync(PortalClient client, TestUser user)
    {
        await client.PostAsync("/api/account/forgotten-password", new { user.Email });
        return await portal.LinkAsync(user.Email, Page);
    }

    private static Task<PortalAnswer> ResetAsync(PortalClient client, string token, string password = NewPassword) =>
        client.PostAsync("/api/account/reset-password", new { token, password });
}
