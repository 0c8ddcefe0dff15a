using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Accounts.Factors;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accounts;

public sealed class PasswordChangeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string New = "eight large red kites";

    [Fact]
    public async Task A_new_password_ends_all_other_sessions_and_this_one_goes_on_under_a_new_id()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        using var here = await portal.SignInAsync(user.Email);
        using var there = await portal.SignInAsync(user.Email);
        var cookie = here.Cookies.GetCookieHeader(portal.Address);

        var answer = await ChangeAsync(here, PortalFixture.Password, New);

        answer.Status.ShouldBe(HttpStatusCode.NoContent, answer.Text);
        (await here.IsSignedInAsync()).ShouldBeTrue();
        (await there.IsSignedInAsync()).ShouldBeFalse();
        using var old = portal.Anonymous();
        old.Cookies.SetCookies(portal.Address, cookie.Replace("; ", ", ", StringComparison.Ordinal));
        (await old.IsSignedInAsync()).ShouldBeFalse();
        using var again = await portal.SignInAsync(user.Email, New);
        (await portal.TrailAsync(user.Id)).ShouldContain("ChangePassword");
        (await portal.MailAsync(user.Email)).ShouldContain(m => m.Subject == "Your password was changed");
    }

    [Fact]
    public async Task A_wrong_present_password_is_refused_at_its_field_and_changes_nothing()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        using var client = await portal.SignInAsync(user.Email);

        var answer = await ChangeAsync(client, "wrong", New);

        answer.Problem.Errors.Keys.ShouldBe(["currentPassword"]);
        using var again = await portal.SignInAsync(user.Email);
        (await portal.TrailAsync(user.Id)).ShouldContain("ChangePassword refused");
    }

    [Theory]
    [InlineData("elevenchars", false)]
    [InlineData("twelve chars", true)]
    [InlineData("passwordpassword", false)]
    public async Task A_new_password_keeps_the_rules_of_passwords(string password, bool isTaken)
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        using var client = await portal.SignInAsync(user.Email);

        var answer = await ChangeAsync(client, PortalFixture.Password, password);

        answer.IsSuccess.ShouldBe(isTaken);
        if (!isTaken)
        {
            answer.Problem.Errors.Keys.ShouldBe(["password"]);
        }
    }

    private static Task<PortalAnswer> ChangeAsync(PortalClient client, string current, string password) =>
        client.PostAsync("/api/account/change-password", new { CurrentPassword = current, password });
}
