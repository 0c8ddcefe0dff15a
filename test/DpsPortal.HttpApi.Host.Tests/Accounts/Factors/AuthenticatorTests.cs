using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Accounts;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accounts.Factors;

public sealed class AuthenticatorTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task An_app_counts_only_after_a_code_of_it()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        using var client = await portal.SignInAsync(user.Email);
        await client.PostAsync<AuthenticatorKeyDto>("/api/account/authenticator");

        var wrong = await client.PostAsync("/api/account/authenticator/confirm", new { Code = FactorSteps.Wrong });

        wrong.Problem.Errors.Keys.ShouldBe(["code"]);
        (await client.GetAsync<SecurityDto>("/api/account/security")).AuthenticatorSince.ShouldBeNull();
        using var other = await portal.SignInAsync(user.Email);
        (await other.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_key_comes_in_groups_of_four_and_in_the_address_for_the_qr_code()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        using var client = await portal.SignInAsync(user.Email);

        var key = await client.PostAsync<AuthenticatorKeyDto>("/api/account/authenticator");

        key.Key.Split(' ').ShouldAllBe(group => group.Length == 4);
        key.Uri.ShouldStartWith("otpauth://totp/Supported%20Accommodation%20Portal:person-");
        key.Uri.ShouldContain($"secret={key.Key.Replace(" ", "", StringComparison.Ordinal)}&");
    }

    [Fact]
    public async Task The_first_app_brings_ten_recovery_codes_ends_other_sessions_and_is_on_record_and_mailed()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        using var here = await portal.SignInAsync(user.Email);
        using var there = await portal.SignInAsync(user.Email);

        var owner = await portal.AddAppAsync(here, user);

        owner.RecoveryCodes.Distinct().Count().ShouldBe(10);
        (await here.IsSignedInAsync()).ShouldBeTrue();
        (await there.IsSignedInAsync()).ShouldBeFalse();
        (await portal.TrailAsync(user.Id)).ShouldContain("AddAuthenticator");
        (await portal.MailAsync(user.Email)).ShouldContain(m => m.Subject == "An authenticator app was added");
    }

    [Fact]
    public async Task Another_app_replaces_the_first_and_brings_no_new_recovery_codes()
    {
        var first = await portal.WithAppAsync();
        using var client = await portal.AfterPasswordAsync(first);
        await client.CodeAsync(await portal.CodeAsync(first.Key));

        var second = await portal.AddAppAsync(client, first.User);

        second.RecoveryCodes.ShouldBeEmpty();
        using var old = await portal.AfterPasswordAsync(first);
        (await old.CodeAsync(await portal.CodeAsync(first.Key))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await old.CodeAsync(await portal.CodeAsync(second.Key))).IsSuccess.ShouldBeTrue();
    }

    [Theory]
    [InlineData(-2, false)]
    [InlineData(-1, true)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task A_code_counts_within_one_step_of_thirty_seconds(int age, bool counts)
    {
        var owner = await portal.WithAppAsync();
        await portal.NextStepAsync(5);
        using var client = await portal.AfterPasswordAsync(owner);

        var answer = await client.CodeAsync(await portal.CodeAsync(owner.Key, age));

        answer.Status.ShouldBe(counts ? HttpStatusCode.NoContent : HttpStatusCode.Unauthorized);
        (await client.IsSignedInAsync()).ShouldBe(counts);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(-1, true)]
    public async Task A_code_counts_once_and_none_before_it_afterwards(int age, bool counts)
    {
        var owner = await portal.WithAppAsync();
        await portal.NextStepAsync(5);
        using var first = await portal.AfterPasswordAsync(owner);
        (await first.CodeAsync(await portal.CodeAsync(owner.Key))).IsSuccess.ShouldBeTrue();
        using var second = await portal.AfterPasswordAsync(owner);

        var answer = await second.CodeAsync(await portal.CodeAsync(owner.Key, age));

        answer.IsSuccess.ShouldBe(counts);
        (await portal.TrailAsync(owner.User.Id)).Contains("SignIn refused").ShouldBe(!counts);
    }

    [Fact]
    public async Task Removing_the_app_asks_for_a_fresh_proof_and_is_on_record_and_mailed()
    {
        var owner = await portal.WithAppAsync();
        using var client = await portal.AfterPasswordAsync(owner);
        await client.CodeAsync(await portal.CodeAsync(owner.Key));
        await portal.ProvedAsync(client, -11);
        (await client.PostAsync("/api/account/authenticator/remove")).Problem.Code
            .ShouldBe(OrganisationsErrorCodes.StepUpRequired);
        await portal.NextStepAsync();
        await client.PostAsync("/api/account/step-up", new { Code = await portal.CodeAsync(owner.Key) });

        var left = await client.PostAsync<SecurityDto>("/api/account/authenticator/remove");

        left.AuthenticatorSince.ShouldBeNull();
        left.RecoveryCodesLeft.ShouldBe(0);
        (await portal.TrailAsync(owner.User.Id)).ShouldContain("RemoveAuthenticator");
        (await portal.MailAsync(owner.User.Email)).ShouldContain(m => m.Subject == "An authenticator app was removed");
        using var again = await portal.SignInAsync(owner.User.Email);
        (await again.IsSignedInAsync()).ShouldBeTrue();
    }
}
