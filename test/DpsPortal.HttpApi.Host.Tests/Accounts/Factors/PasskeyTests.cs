using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Accounts;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accounts.Factors;

public sealed class PasskeyTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_passkey_alone_signs_in_without_a_password_and_notes_its_use()
    {
        var user = await UserAsync();
        using var owner = await portal.SignInAsync(user.Email);
        using var passkey = await owner.AddPasskeyAsync("Work laptop");
        (await ListAsync(owner)).Single().LastUsedAt.ShouldBeNull();
        using var visitor = await portal.VisitorAsync();

        (await visitor.PasskeyAsync(passkey)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await visitor.GetAsync<SessionDto>("/api/session")).User!.Id.ShouldBe(user.Id);
        var listed = (await ListAsync(visitor)).Single();
        listed.Name.ShouldBe("Work laptop");
        listed.LastUsedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_passkey_that_did_not_ask_who_holds_it_is_refused()
    {
        using var owner = await portal.SignInAsync((await UserAsync()).Email);
        using var passkey = await owner.AddPasskeyAsync();
        using var visitor = await portal.VisitorAsync();
        passkey.Verifies = false;

        (await visitor.PasskeyAsync(passkey)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await visitor.IsSignedInAsync()).ShouldBeFalse();
    }

    [Fact]
    public async Task An_answer_given_to_another_site_is_refused()
    {
        using var owner = await portal.SignInAsync((await UserAsync()).Email);
        using var passkey = await owner.AddPasskeyAsync();
        using var visitor = await portal.VisitorAsync();

        var answer = await visitor.PasskeyAsync(passkey, "http://localhost.example.org:5080");

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task An_answer_counts_once()
    {
        using var owner = await portal.SignInAsync((await UserAsync()).Email);
        using var passkey = await owner.AddPasskeyAsync();
        using var visitor = await portal.VisitorAsync();
        var asked = await visitor.PostAsync<PasskeyOptionsDto>("/api/account/sign-in/passkey-options");
        var pending = visitor.Cookies.GetCookies(portal.Address)["dps-proof"]!;
        using var thief = await portal.VisitorAsync();
        thief.Cookies.Add(new Cookie(pending.Name, pending.Value, pending.Path, pending.Domain));
        var credential = passkey.SignIn(asked.Options);
        (await visitor.PostAsync("/api/account/sign-in/passkey", new { credential })).IsSuccess.ShouldBeTrue();

        var answer = await thief.PostAsync("/api/account/sign-in/passkey", new { credential });

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(290, true)]
    [InlineData(300, false)]
    [InlineData(301, false)]
    public async Task A_question_lasts_less_than_five_minutes(int seconds, bool lasts)
    {
        using var owner = await portal.SignInAsync((await UserAsync()).Email);
        using var passkey = await owner.AddPasskeyAsync();
        using var visitor = await portal.VisitorAsync();
        var asked = await visitor.PostAsync<PasskeyOptionsDto>("/api/account/sign-in/passkey-options");
        await portal.Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));

        var answer = await visitor.PostAsync(
            "/api/account/sign-in/passkey", new { Credential = passkey.SignIn(asked.Options) });

        answer.IsSuccess.ShouldBe(lasts);
    }

    [Fact]
    public async Task After_the_password_only_the_accounts_own_passkey_is_the_second_step()
    {
        var user = await UserAsync();
        using var owner = await portal.SignInAsync(user.Email);
        using var own = await owner.AddPasskeyAsync();
        using var stranger = await portal.SignInAsync((await UserAsync()).Email);
        using var strangers = await stranger.AddPasskeyAsync();
        using var client = await portal.VisitorAsync();
        var first = await client.PostAsync<SignInAnswerDto>(
            "/api/account/sign-in", new { user.Email, PortalFixture.Password });
        first.SecondStep.ShouldBe([SecondStepMethod.Passkey, SecondStepMethod.RecoveryCode]);

        (await client.PasskeyAsync(strangers)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.PasskeyAsync(own)).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_passkey_asked_for_by_one_person_is_not_added_to_another()
    {
        using var one = await portal.SignInAsync((await UserAsync()).Email);
        using var other = await portal.SignInAsync((await UserAsync()).Email);
        using var passkey = new SoftPasskey();
        var asked = await one.PostAsync<PasskeyOptionsDto>("/api/account/passkeys/options");
        var pending = one.Cookies.GetCookies(portal.Address)["dps-proof"]!;
        other.Cookies.Add(new Cookie(pending.Name, pending.Value, pending.Path, pending.Domain));

        var answer = await other.PostAsync(
            "/api/account/passkeys", new { Name = "Theirs", Credential = passkey.Register(asked.Options) });

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Problem.Code.ShouldBe(OrganisationsErrorCodes.PasskeyRefused);
        (await ListAsync(other)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_passkeys_are_named_renamed_and_removed_on_record_and_mailed()
    {
        var user = await UserAsync();
        using var owner = await portal.SignInAsync(user.Email);
        using var phone = await owner.AddPasskeyAsync("Phone");
        using var laptop = await owner.AddPasskeyAsync("Laptop");
        var listed = await ListAsync(owner);
        listed.Select(p => p.Name).ShouldBe(["Phone", "Laptop"]);

        await owner.PostAsync<SecurityDto>($"/api/account/passkeys/{listed[0].Id}/rename", new { Name = "Old phone" });
        var left = await owner.PostAsync<SecurityDto>($"/api/account/passkeys/{listed[1].Id}/remove");

        left.Passkeys.Single().Name.ShouldBe("Old phone");
        (await portal.TrailAsync(user.Id)).Where(a => a.EndsWith("Passkey", StringComparison.Ordinal))
            .ShouldBe(["AddPasskey", "AddPasskey", "RenamePasskey", "RemovePasskey"]);
        var subjects = (await portal.MailAsync(user.Email)).Select(m => m.Subject).ToList();
        subjects.Count(s => s == "A passkey was added").ShouldBe(2);
        subjects.ShouldContain("A passkey was removed");
        using var visitor = await portal.VisitorAsync();
        (await visitor.PasskeyAsync(laptop)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Another_persons_passkey_does_not_exist()
    {
        using var owner = await portal.SignInAsync((await UserAsync()).Email);
        using var passkey = await owner.AddPasskeyAsync();
        var id = (await ListAsync(owner)).Single().Id;
        using var other = await portal.SignInAsync((await UserAsync()).Email);

        (await other.PostAsync($"/api/account/passkeys/{id}/remove")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostAsync($"/api/account/passkeys/{id}/rename", new { Name = "Mine" })).Status
            .ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_passkey_steps_up_and_the_password_no_longer_does()
    {
        using var owner = await portal.SignInAsync((await UserAsync()).Email);
        using var passkey = await owner.AddPasskeyAsync();
        await portal.ProvedAsync(owner, -11);
        var password = await owner.PostAsync("/api/account/step-up", new { PortalFixture.Password });
        password.Problem.Errors.Keys.ShouldBe(["code"]);
        var asked = await owner.PostAsync<PasskeyOptionsDto>("/api/account/step-up/passkey-options");

        var answer = await owner.PostAsync(
            "/api/account/step-up", new { Credential = passkey.SignIn(asked.Options) });

        answer.Status.ShouldBe(HttpStatusCode.NoContent, answer.Text);
        (await owner.PostAsync("/api/account/recovery-codes")).IsSuccess.ShouldBeTrue();
    }

    private Task<TestUser> UserAsync() => portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);

    private static async Task<IReadOnlyList<PasskeyDto>> ListAsync(PortalClient client) =>
        (await client.GetAsync<SecurityDto>("/api/account/security")).Passkeys;
}
