using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Accounts;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accounts.Factors;

/// <summary>A recovery code opens the door and nothing else. Source: decision 18.</summary>
public sealed class RecoveryHoldTests(StrictPortal portal) : IClassFixture<StrictPortal>
{
    [Fact]
    public async Task Password_and_one_code_remove_nothing_and_move_no_address()
    {
        var owner = await portal.WithAppAsync();
        using var thief = await portal.AfterPasswordAsync(owner);
        (await thief.RecoveryCodeAsync(owner.RecoveryCodes[0])).IsSuccess.ShouldBeTrue();

        // A factor may be added, which is what the code is for; proving with it opens no more.
        using var passkey = await thief.AddPasskeyAsync("Not yours");
        foreach (var answer in await HeldActsAsync(thief))
        {
            answer.Status.ShouldBe(HttpStatusCode.Conflict);
            answer.Problem.Code.ShouldBe(OrganisationsErrorCodes.RecoveryHold);
        }

        using var again = await portal.VisitorAsync();
        (await again.PasskeyAsync(passkey)).IsSuccess.ShouldBeTrue();
        (await HeldActsAsync(again)).ShouldAllBe(a => a.Problem.Code == OrganisationsErrorCodes.RecoveryHold);
        using var second = await portal.AfterPasswordAsync(owner);
        (await second.RecoveryCodeAsync(owner.RecoveryCodes[1])).IsSuccess.ShouldBeTrue();
        using var after = await portal.VisitorAsync();
        (await after.PasskeyAsync(passkey)).IsSuccess.ShouldBeTrue();
        (await HeldActsAsync(after)).ShouldAllBe(a => a.Problem.Code == OrganisationsErrorCodes.RecoveryHold);

        var subjects = (await portal.MailAsync(owner.User.Email)).Select(m => m.Subject).ToList();
        subjects.ShouldContain("A recovery code was used");
        subjects.ShouldContain("A passkey was added");
    }

    [Fact]
    public async Task The_owner_with_the_app_from_before_removes_what_a_stranger_added()
    {
        var owner = await portal.WithAppAsync();
        using var thief = await portal.AfterPasswordAsync(owner);
        await thief.RecoveryCodeAsync(owner.RecoveryCodes[0]);
        using var passkey = await thief.AddPasskeyAsync("Not yours");
        await portal.NextStepAsync();
        using var client = await portal.AfterPasswordAsync(owner);
        (await client.CodeAsync(await portal.CodeAsync(owner.Key))).IsSuccess.ShouldBeTrue();
        var added = (await client.GetAsync<SecurityDto>("/api/account/security")).Passkeys.Single();

        var answer = await client.PostAsync($"/api/account/passkeys/{added.Id}/remove");

        answer.IsSuccess.ShouldBeTrue(answer.Text);
        (await client.PostAsync("/api/account/recovery-codes")).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_of_a_code_goes_on_once_it_is_proved_with_the_app_from_before()
    {
        var owner = await portal.WithAppAsync();
        using var client = await portal.AfterPasswordAsync(owner);
        await client.RecoveryCodeAsync(owner.RecoveryCodes[0]);
        (await client.PostAsync("/api/account/recovery-codes")).Problem.Code.ShouldBe(OrganisationsErrorCodes.RecoveryHold);
        await portal.NextStepAsync();

        (await client.PostAsync("/api/account/step-up", new { Code = await portal.CodeAsync(owner.Key) })).IsSuccess.ShouldBeTrue();

        (await client.PostAsync("/api/account/recovery-codes")).IsSuccess.ShouldBeTrue();
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task It_holds_for_a_day(int minutes, bool over)
    {
        var owner = await portal.WithAppAsync();
        using var lost = await portal.AfterPasswordAsync(owner);
        await lost.RecoveryCodeAsync(owner.RecoveryCodes[0]);
        using var passkey = await lost.AddPasskeyAsync();
        await portal.Clock.AdvanceAsync(TimeSpan.FromHours(24) + TimeSpan.FromMinutes(minutes));
        using var client = await portal.VisitorAsync();
        (await client.PasskeyAsync(passkey)).IsSuccess.ShouldBeTrue();

        (await client.PostAsync("/api/account/authenticator/remove")).IsSuccess.ShouldBe(over);
    }

    [Fact]
    public async Task A_second_code_near_the_end_holds_for_a_day_of_its_own()
    {
        var owner = await portal.WithAppAsync();
        using var lost = await portal.AfterPasswordAsync(owner);
        await lost.RecoveryCodeAsync(owner.RecoveryCodes[0]);
        using var between = await lost.AddPasskeyAsync();
        await portal.Clock.AdvanceAsync(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1));
        using var thief = await portal.AfterPasswordAsync(owner);
        (await thief.RecoveryCodeAsync(owner.RecoveryCodes[1])).IsSuccess.ShouldBeTrue();
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(2));
        using var young = await portal.VisitorAsync();
        (await young.PasskeyAsync(between)).IsSuccess.ShouldBeTrue();

        foreach (var client in new[] { thief, young })
        {
            (await HeldActsAsync(client)).ShouldAllBe(a => a.Problem.Code == OrganisationsErrorCodes.RecoveryHold);
        }
    }

    [Fact]
    public async Task An_administrators_reset_ends_it()
    {
        using var administrator = await AdministratorAsync();
        var owner = await portal.WithAppAsync();
        using var lost = await portal.AfterPasswordAsync(owner);
        await lost.RecoveryCodeAsync(owner.RecoveryCodes[0]);

        var reset = await administrator.PostAsync($"/api/people/{owner.User.Id}/reset-second-factors");
        reset.IsSuccess.ShouldBeTrue(reset.Text);
        using var client = await portal.SignInAsync(owner.User.Email);
        await portal.AddAppAsync(client, owner.User);

        (await client.PostAsync("/api/account/recovery-codes")).IsSuccess.ShouldBeTrue();
    }

    private async Task<PortalClient> AdministratorAsync()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        var client = await portal.SignInAsync(user.Email);
        await portal.AddAppAsync(client, user);
        return client;
    }

    private static async Task<IReadOnlyList<PortalAnswer>> HeldActsAsync(PortalClient client)
    {
        var passkey = (await client.GetAsync<SecurityDto>("/api/account/security")).Passkeys.Single();
        return
        [
            await client.PostAsync("/api/account/authenticator/remove"),
            await client.PostAsync($"/api/account/passkeys/{passkey.Id}/remove"),
            await client.PostAsync("/api/account/recovery-codes"),
            await client.PostAsync("/api/account/change-email", new { Email = "elsewhere@example.org" }),
        ];
    }
}
