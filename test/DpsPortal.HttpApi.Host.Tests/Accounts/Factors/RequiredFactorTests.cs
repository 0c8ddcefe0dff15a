using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Accounts;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accounts.Factors;

/// <summary>As it is without a word in the configuration.</summary>
public sealed class StrictPortal : PortalFixture
{
    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Accounts:RequireSecondFactor"] = "true" };
}

public sealed class RequiredFactorTests(StrictPortal portal) : IClassFixture<StrictPortal>
{
    [Fact]
    public void It_is_required_unless_the_configuration_says_otherwise() =>
        new Organisations.Accounts.Factors.AccountRules().RequireSecondFactor.ShouldBeTrue();

    [Theory]
    [InlineData("GET", "/api/documents")]
    [InlineData("GET", "/api/people")]
    [InlineData("GET", "/api/today")]
    [InlineData("GET", "/api/account/sessions")]
    [InlineData("POST", "/api/people/invitations")]
    [InlineData("POST", "/api/account/recovery-codes")]
    [InlineData("POST", "/api/account/change-password")]
    public async Task Without_a_second_factor_nothing_else_is_answered(string method, string path)
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = await portal.SignInAsync(user.Email);
        client.Session!.MustSetUpSecondFactor.ShouldBeTrue();
        client.Session.Permissions.ShouldBeEmpty();

        var answer = await client.SendAsync(new HttpMethod(method), path, method == "GET" ? null : new { });

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Problem.Code.ShouldBe(OrganisationsErrorCodes.SecondFactorRequired);
    }

    [Fact]
    public async Task With_an_app_the_same_session_goes_on_and_may()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = await portal.SignInAsync(user.Email);

        await portal.AddAppAsync(client, user);

        (await client.GetAsync("/api/people")).Status.ShouldBe(HttpStatusCode.OK);
        var session = await client.GetAsync<SessionDto>("/api/session");
        session.MustSetUpSecondFactor.ShouldBeFalse();
        session.Permissions.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task With_a_passkey_the_same_session_goes_on_and_may()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = await portal.SignInAsync(user.Email);

        using var passkey = await client.AddPasskeyAsync();

        (await client.GetAsync("/api/people")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_last_factor_stays_until_there_is_another()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = await portal.SignInAsync(user.Email);
        await portal.AddAppAsync(client, user);

        var last = await client.PostAsync("/api/account/authenticator/remove");
        using var passkey = await client.AddPasskeyAsync();
        var notLast = await client.PostAsync("/api/account/authenticator/remove");

        last.Status.ShouldBe(HttpStatusCode.Conflict);
        last.Problem.Code.ShouldBe(OrganisationsErrorCodes.LastSecondFactor);
        notLast.IsSuccess.ShouldBeTrue(notLast.Text);
    }

    [Fact]
    public async Task Signing_out_is_always_possible()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = await portal.SignInAsync(user.Email);

        (await client.PostAsync("/api/account/sign-out")).IsSuccess.ShouldBeTrue();
    }
}
