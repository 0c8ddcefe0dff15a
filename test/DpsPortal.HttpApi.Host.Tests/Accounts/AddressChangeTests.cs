using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Accounts.Factors;
using DpsPortal.Organisations;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accounts;

public sealed class AddressChangeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_confirmed_address_takes_the_place_of_the_old_one_and_ends_all_sessions()
    {
        var (user, address) = (await UserAsync(), NewAddress());
        using var client = await portal.SignInAsync(user.Email);
        await client.PostAsync("/api/account/change-email", new { Email = address });
        using var visitor = await portal.VisitorAsync();

        var answer = await ConfirmAsync(visitor, await portal.LinkAsync(address, "confirm-new-email"));

        answer.Status.ShouldBe(HttpStatusCode.NoContent, answer.Text);
        (await client.IsSignedInAsync()).ShouldBeFalse();
        using var again = await portal.SignInAsync(address);
        (await visitor.PostAsync("/api/account/sign-in", new { user.Email, PortalFixture.Password })).Status
            .ShouldBe(HttpStatusCode.Unauthorized);
        (await portal.TrailAsync(user.Id)).Where(a => a.EndsWith("Email", StringComparison.Ordinal))
            .ShouldBe(["RequestEmail", "ChangeEmail"]);
        (await portal.MailAsync(user.Email)).Select(m => m.Subject)
            .ShouldBe(["A new email address was asked for", "Your email address was changed"], ignoreOrder: true);
    }

    [Fact]
    public async Task Until_then_the_old_address_signs_in()
    {
        var (user, address) = (await UserAsync(), NewAddress());
        using var client = await portal.SignInAsync(user.Email);
        await client.PostAsync("/api/account/change-email", new { Email = address });
        await portal.DrainOutboxAsync();

        using var again = await portal.SignInAsync(user.Email);

        (await again.IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_new_password_takes_back_what_was_asked_for_before_it()
    {
        var (user, sent, queued) = (await UserAsync(), NewAddress(), NewAddress());
        using var thief = await portal.SignInAsync(user.Email);
        await thief.PostAsync("/api/account/change-email", new { Email = sent });
        var token = await portal.LinkAsync(sent, "confirm-new-email");
        await thief.PostAsync("/api/account/change-email", new { Email = queued });
        using var owner = await portal.SignInAsync(user.Email);
        (await owner.PostAsync("/api/account/change-password", new
        {
            CurrentPassword = PortalFixture.Password,
            Password = "seven small green boats",
        })).Status.ShouldBe(HttpStatusCode.NoContent);

        using var visitor = await portal.VisitorAsync();
        var late = await ConfirmAsync(visitor, token);

        late.Problem.Code.ShouldBe(OrganisationsErrorCodes.LinkNotValid);
        (await portal.MailAsync(queued)).ShouldBeEmpty("what waited in the queue is not sent either");
        using var again = await portal.SignInAsync(user.Email, "seven small green boats");
    }

    [Theory]
    [InlineData(59, true)]
    [InlineData(60, false)]
    [InlineData(61, false)]
    public async Task A_link_works_for_less_than_an_hour_and_once(int minutes, bool works)
    {
        var (user, address) = (await UserAsync(), NewAddress());
        using var client = await portal.SignInAsync(user.Email);
        await client.PostAsync("/api/account/change-email", new { Email = address });
        var token = await portal.LinkAsync(address, "confirm-new-email");
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(minutes));
        using var visitor = await portal.VisitorAsync();

        (await ConfirmAsync(visitor, token)).IsSuccess.ShouldBe(works);

        (await ConfirmAsync(visitor, token)).Problem.Code.ShouldBe(OrganisationsErrorCodes.LinkNotValid);
    }

    [Fact]
    public async Task An_address_that_has_an_account_gets_the_same_answer_and_no_link()
    {
        var (user, other) = (await UserAsync(), await UserAsync());
        using var client = await portal.SignInAsync(user.Email);

        var known = await client.PostAsync("/api/account/change-email", new { other.Email });
        var unknown = await client.PostAsync("/api/account/change-email", new { Email = NewAddress() });

        known.Status.ShouldBe(HttpStatusCode.NoContent);
        known.Text.ShouldBe(unknown.Text);
        var mail = (await portal.MailAsync(other.Email)).Single();
        mail.Body.ShouldNotContain("confirm-new-email");
    }

    [Fact]
    public async Task The_own_address_is_refused_at_its_field()
    {
        var user = await UserAsync();
        using var client = await portal.SignInAsync(user.Email);

        var answer = await client.PostAsync("/api/account/change-email", new { Email = user.Email.ToUpperInvariant() });

        answer.Problem.Errors.Keys.ShouldBe(["email"]);
    }

    [Fact]
    public async Task A_stale_proof_is_not_enough()
    {
        using var client = await portal.SignInAsync((await UserAsync()).Email);
        await portal.ProvedAsync(client, -10);

        var answer = await client.PostAsync("/api/account/change-email", new { Email = NewAddress() });

        answer.Problem.Code.ShouldBe(OrganisationsErrorCodes.StepUpRequired);
    }

    private static string NewAddress() => $"new-{Guid.NewGuid():N}@example.org";

    private Task<TestUser> UserAsync() => portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);

    private static Task<PortalAnswer> ConfirmAsync(PortalClient client, string token) =>
        client.PostAsync("/api/account/confirm-new-email", new { token });
}
