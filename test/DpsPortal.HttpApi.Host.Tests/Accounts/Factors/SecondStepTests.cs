using System.Net;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Accounts;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Accounts.Factors;

public sealed class SecondStepTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task The_password_alone_opens_no_session()
    {
        var owner = await portal.WithAppAsync();

        using var client = await portal.AfterPasswordAsync(owner);

        (await client.IsSignedInAsync()).ShouldBeFalse();
        (await client.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await client.GetAsync("/api/account/security")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData(290, true)]
    [InlineData(300, false)]
    [InlineData(301, false)]
    public async Task A_begun_sign_in_lasts_less_than_five_minutes(int seconds, bool lasts)
    {
        var owner = await portal.WithAppAsync();
        using var client = await portal.AfterPasswordAsync(owner);
        await portal.Clock.AdvanceAsync(TimeSpan.FromSeconds(seconds));

        var answer = await client.CodeAsync(await portal.CodeAsync(owner.Key));

        answer.IsSuccess.ShouldBe(lasts, answer.Text);
    }

    [Fact]
    public async Task A_begun_sign_in_belongs_to_its_browser()
    {
        var owner = await portal.WithAppAsync();
        using var begun = await portal.AfterPasswordAsync(owner);
        using var other = await portal.VisitorAsync();

        var answer = await other.CodeAsync(await portal.CodeAsync(owner.Key));

        answer.Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await begun.CodeAsync(await portal.CodeAsync(owner.Key))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_begun_sign_in_counts_once()
    {
        var owner = await portal.WithAppAsync();
        using var client = await portal.AfterPasswordAsync(owner);
        using var copy = await portal.VisitorAsync();
        copy.Cookies.Add(client.Cookies.GetCookies(portal.Address)["dps-proof"]!);
        await client.CodeAsync(await portal.CodeAsync(owner.Key));
        await portal.NextStepAsync();

        (await copy.CodeAsync(await portal.CodeAsync(owner.Key))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_password_changed_meanwhile_ends_what_the_old_one_began()
    {
        var owner = await portal.WithAppAsync();
        using var client = await portal.AfterPasswordAsync(owner);
        await using (var scope = portal.OpenScope(null))
        {
            await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().Users
                .Where(u => u.Id == owner.User.Id)
                .ExecuteUpdateAsync(u => u.SetProperty(x => x.SecurityStamp, "another"));
        }

        (await client.CodeAsync(await portal.CodeAsync(owner.Key))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Every_cause_of_failure_has_the_same_answer()
    {
        var owner = await portal.WithAppAsync();
        using var nobody = await portal.VisitorAsync();
        using var client = await portal.AfterPasswordAsync(owner);
        using var late = await portal.AfterPasswordAsync(owner);

        var answers = new List<PortalAnswer>
        {
            await client.CodeAsync(FactorSteps.Wrong),
            await client.CodeAsync("not a code"),
            await client.RecoveryCodeAsync("aaaa-bbbb-cccc"),
            await client.PostAsync("/api/account/sign-in/passkey", new { Credential = "{}" }),
            await nobody.CodeAsync(await portal.CodeAsync(owner.Key)),
            await nobody.PostAsync("/api/account/sign-in/passkey", new { Credential = "{}" }),
        };
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(6));
        answers.Add(await late.CodeAsync(await portal.CodeAsync(owner.Key)));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Unauthorized);
        answers.Select(a => a.Text).Distinct().ShouldHaveSingleItem();
        answers[0].Problem.Code.ShouldBe(OrganisationsErrorCodes.SecondStepFailed);
    }

    [Fact]
    public async Task The_tenth_wrong_code_is_checked_and_after_it_not_even_the_right_one_from_anywhere()
    {
        var owner = await portal.WithAppAsync();
        await portal.StartOfWindowAsync();
        using var first = await portal.AfterPasswordAsync(owner);
        for (var i = 0; i < 10; i++)
        {
            (await first.CodeAsync(FactorSteps.Wrong)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        }

        using var second = await portal.AfterPasswordAsync(owner);
        var refused = await second.CodeAsync(await portal.CodeAsync(owner.Key));

        refused.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(5));
        using var later = await portal.AfterPasswordAsync(owner);
        (await later.CodeAsync(await portal.CodeAsync(owner.Key))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task The_ninth_wrong_code_leaves_room_for_the_right_one()
    {
        var owner = await portal.WithAppAsync();
        await portal.StartOfWindowAsync();
        using var client = await portal.AfterPasswordAsync(owner);
        for (var i = 0; i < 9; i++)
        {
            await client.CodeAsync(FactorSteps.Wrong);
        }

        (await client.CodeAsync(await portal.CodeAsync(owner.Key))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_recovery_code_counts_once_however_it_is_typed_and_is_mailed()
    {
        var owner = await portal.WithAppAsync();
        var code = owner.RecoveryCodes[4];
        using var client = await portal.AfterPasswordAsync(owner);

        var answer = await client.RecoveryCodeAsync(" " + code.ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal));

        answer.Status.ShouldBe(HttpStatusCode.NoContent);
        (await client.GetAsync<SecurityDto>("/api/account/security")).RecoveryCodesLeft.ShouldBe(9);
        (await portal.MailAsync(owner.User.Email)).ShouldContain(m => m.Subject == "A recovery code was used");
        using var again = await portal.AfterPasswordAsync(owner);
        (await again.RecoveryCodeAsync(code)).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await again.RecoveryCodeAsync(owner.RecoveryCodes[5])).Status.ShouldBe(HttpStatusCode.NoContent);
    }

    [Theory]
    [InlineData(6, false)]
    [InlineData(7, true)]
    [InlineData(8, true)]
    public async Task Three_recovery_codes_left_are_few(int used, bool few)
    {
        var owner = await portal.WithAppAsync();
        PortalClient? last = null;
        for (var i = 0; i < used; i++)
        {
            last?.Dispose();
            last = await portal.AfterPasswordAsync(owner);
            (await last.RecoveryCodeAsync(owner.RecoveryCodes[i])).IsSuccess.ShouldBeTrue();
        }

        var security = await last!.GetAsync<SecurityDto>("/api/account/security");

        security.RecoveryCodesLeft.ShouldBe(10 - used);
        security.AreRecoveryCodesLow.ShouldBe(few);
        last.Dispose();
    }

    [Fact]
    public async Task A_new_set_of_recovery_codes_ends_the_one_before_and_is_stored_as_hashes_only()
    {
        var owner = await portal.WithAppAsync();
        using var client = await portal.AfterPasswordAsync(owner);
        await client.CodeAsync(await portal.CodeAsync(owner.Key));

        var renewed = await client.PostAsync<FactorAddedDto>("/api/account/recovery-codes");

        renewed.RecoveryCodes.Count.ShouldBe(10);
        renewed.RecoveryCodes.Intersect(owner.RecoveryCodes).ShouldBeEmpty();
        using var again = await portal.AfterPasswordAsync(owner);
        (await again.RecoveryCodeAsync(owner.RecoveryCodes[0])).Status.ShouldBe(HttpStatusCode.Unauthorized);
        await using var scope = portal.OpenScope(null);
        var kept = await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().RecoveryCodes
            .Where(c => c.UserId == owner.User.Id).Select(c => c.Hash).ToListAsync();
        kept.Count.ShouldBe(10);
        kept.ShouldAllBe(hash => hash.Length == 64);
        (await portal.TrailAsync(owner.User.Id)).ShouldContain("RenewRecoveryCodes");
    }
}
