using System.Net;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Accounts;
using DpsPortal.Organisations.Accounts.Factors;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Accounts.Factors;

/// <summary>What people do with their second factors.</summary>
internal static class FactorSteps
{
    public const string Wrong = "000000";

    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>A person with an authenticator app, whose next code is fresh.</summary>
    public static async Task<AppOwner> WithAppAsync(this PortalFixture portal, TestUser? user = null)
    {
        user ??= await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        using var client = await portal.SignInAsync(user.Email);
        return await portal.AddAppAsync(client, user);
    }

    public static async Task<AppOwner> AddAppAsync(this PortalFixture portal, PortalClient client, TestUser user)
    {
        var key = KeyOf((await client.PostAsync<AuthenticatorKeyDto>("/api/account/authenticator")).Key);
        await portal.NextStepAsync();
        var added = await client.PostAsync<FactorAddedDto>(
            "/api/account/authenticator/confirm", new { Code = await portal.CodeAsync(key) });
        await portal.NextStepAsync();
        return new AppOwner(user, key, added.RecoveryCodes);
    }

    public static async Task<SoftPasskey> AddPasskeyAsync(this PortalClient client, string name = "My phone")
    {
        var passkey = new SoftPasskey();
        var asked = await client.PostAsync<PasskeyOptionsDto>("/api/account/passkeys/options");
        var answer = await client.PostAsync(
            "/api/account/passkeys", new { name, Credential = passkey.Register(asked.Options) });
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        return passkey;
    }

    /// <summary>Five seconds into the next step of thirty, far from both its ends.</summary>
    public static async Task NextStepAsync(this PortalFixture portal, int steps = 1)
    {
        var now = new DateTimeOffset(await portal.Clock.NowAsync());
        await portal.Clock.SetAsync(DateTimeOffset.FromUnixTimeSeconds(((Totp.StepOf(now) + steps) * 30) + 5));
    }

    /// <summary>Five seconds into the next window of the throttle.</summary>
    public static async Task StartOfWindowAsync(this PortalFixture portal)
    {
        var now = new DateTimeOffset(await portal.Clock.NowAsync()).ToUnixTimeSeconds();
        await portal.Clock.SetAsync(DateTimeOffset.FromUnixTimeSeconds((((now / 300) + 1) * 300) + 5));
    }

    /// <param name="age">In steps; negative for one that is still to come.</param>
    public static async Task<string> CodeAsync(this PortalFixture portal, byte[] key, int age = 0) =>
        Totp.CodeAt(key, Totp.StepOf(new DateTimeOffset(await portal.Clock.NowAsync())) - age);

    /// <summary>A browser that has entered the right password.</summary>
    public static async Task<PortalClient> AfterPasswordAsync(this PortalFixture portal, AppOwner owner)
    {
        var client = await portal.VisitorAsync();
        var answer = await client.PostAsync<SignInAnswerDto>(
            "/api/account/sign-in", new { owner.User.Email, PortalFixture.Password });
        answer.SecondStep.ShouldContain(SecondStepMethod.Authenticator);
        return client;
    }

    public static Task<PortalAnswer> CodeAsync(this PortalClient client, string code) =>
        client.PostAsync("/api/account/sign-in/code", new { code });

    public static Task<PortalAnswer> RecoveryCodeAsync(this PortalClient client, string code) =>
        client.PostAsync("/api/account/sign-in/recovery-code", new { code });

    public static async Task<PortalAnswer> PasskeyAsync(
        this PortalClient client, SoftPasskey passkey, string origin = SoftPasskey.Origin)
    {
        var asked = await client.PostAsync<PasskeyOptionsDto>("/api/account/sign-in/passkey-options");
        return await client.PostAsync(
            "/api/account/sign-in/passkey", new { Credential = passkey.SignIn(asked.Options, origin) });
    }

    public static async Task<bool> IsSignedInAsync(this PortalClient client) =>
        (await client.GetAsync<SessionDto>("/api/session")).User is not null;

    /// <summary>The account's lines of the audit trail; those refused end with a mark.</summary>
    public static async Task<IReadOnlyList<string>> TrailAsync(this PortalFixture portal, Guid userId)
    {
        await using var scope = portal.OpenScope(null);
        return await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().AuditEvents
            .Where(a => a.ObjectId == userId).OrderBy(a => a.At).ThenBy(a => a.Id)
            .Select(a => a.Refused ? a.Action + " refused" : a.Action).ToListAsync();
    }

    public static async Task ProvedAsync(this PortalFixture portal, PortalClient client, int minutes)
    {
        await using var scope = portal.OpenScope(null);
        var then = DateTime.UtcNow.AddMinutes(minutes);
        var userId = (await client.GetAsync<SessionDto>("/api/session")).User!.Id;
        await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().Sessions
            .Where(s => s.UserId == userId).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, then));
    }

    public static byte[] KeyOf(string text)
    {
        var bits = string.Concat(text.Where(c => c != ' ').Select(
            c => Convert.ToString(Base32.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. bits.Chunk(8).Where(b => b.Length == 8).Select(b => Convert.ToByte(new string(b), 2))];
    }
}

internal sealed record AppOwner(TestUser User, byte[] Key, IReadOnlyList<string> RecoveryCodes);
