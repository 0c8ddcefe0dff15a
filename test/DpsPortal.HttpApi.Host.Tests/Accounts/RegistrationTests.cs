using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accounts;

public sealed class RegistrationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Page = "confirm-email";
    private const string NewPassword = "seven small green boats";

    [Fact]
    public async Task A_provider_signs_in_only_once_the_address_is_confirmed()
    {
        using var client = await portal.VisitorAsync();
        var email = NewAddress();
        (await RegisterAsync(client, email, "SC123401")).Status.ShouldBe(HttpStatusCode.NoContent);
        var early = await client.PostAsync("/api/account/sign-in", new { email, Password = NewPassword });
        early.Status.ShouldBe(HttpStatusCode.Unauthorized);

        await ConfirmAsync(client, await portal.LinkAsync(email, Page));

        using var person = await portal.SignInAsync(email, NewPassword);
        person.Session!.Roles.ShouldBe([Role.ProviderAdministrator]);
        person.Session.Organisation!.Name.ShouldBe("New Homes Ltd");
    }

    [Theory]
    [InlineData("elevenchars")]
    [InlineData("minaokafor2026")]
    [InlineData("passwordpassword")]
    public async Task A_password_that_may_not_be_used_is_refused_and_the_link_still_works(string password)
    {
        using var client = await portal.VisitorAsync();
        var email = NewAddress();
        await RegisterAsync(client, email, null);
        var token = await portal.LinkAsync(email, Page);

        (await ConfirmAsync(client, token, password)).Problem.Errors.Keys.ShouldBe(["password"]);

        (await ConfirmAsync(client, token)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_registers_somebody_elses_address_sets_no_password_for_it()
    {
        const string Theirs = "a password of somebody else";
        using var client = await portal.VisitorAsync();
        var email = NewAddress();
        var typed = await client.PostAsync("/api/account/register", new
        {
            OrganisationName = "New Homes Ltd",
            Name = "Mina Okafor",
            email,
            Password = Theirs,
        });
        if (!typed.IsSuccess)
        {
            await RegisterAsync(client, email, null);
        }

        await ConfirmAsync(client, await portal.LinkAsync(email, Page));

        (await client.PostAsync("/api/account/sign-in", new { email, Password = Theirs }))
            .Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var owner = await portal.SignInAsync(email, NewPassword);
        owner.Session!.Organisation!.Name.ShouldBe("New Homes Ltd");
    }

    [Fact]
    public async Task A_known_address_has_the_same_answer_and_its_owner_is_told()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        using var client = await portal.VisitorAsync();

        var known = await RegisterAsync(client, user.Email, "SC123402");
        var unknown = await RegisterAsync(client, NewAddress(), "SC123403");

        (known.Status, known.Text).ShouldBe((unknown.Status, unknown.Text));
        (await portal.MailAsync(user.Email)).ShouldHaveSingleItem().Body.ShouldContain("has an account already");
        (await RegisterAsync(client, NewAddress(), "SC123402")).IsSuccess.ShouldBeTrue(
            "a number given with a known address stays free, as with an unknown one");
    }

    [Theory]
    [InlineData("SC123404", "sc 123404")]
    [InlineData("01234567", "1234567")]
    public async Task An_organisation_registers_once_however_its_number_is_written(string first, string second)
    {
        using var client = await portal.VisitorAsync();
        var email = NewAddress();
        await RegisterAsync(client, email, first);
        await ConfirmAsync(client, await portal.LinkAsync(email, Page));

        var answer = await RegisterAsync(client, NewAddress(), second);

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Problem.Code.ShouldBe(OrganisationsErrorCodes.OrganisationRegistered);
        answer.Text.ShouldNotContain("Mina");
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task A_confirmation_works_for_two_days_and_once(int minutes, bool works)
    {
        using var client = await portal.VisitorAsync();
        var email = NewAddress();
        await RegisterAsync(client, email, null);
        var token = await portal.LinkAsync(email, Page);
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(2) + TimeSpan.FromMinutes(minutes));

        (await ConfirmAsync(client, token)).IsSuccess.ShouldBe(works);
        (await ConfirmAsync(client, token)).Problem.Code.ShouldBe(OrganisationsErrorCodes.LinkNotValid);
    }

    [Theory]
    [InlineData("123456789", null, "companyNumber")]
    [InlineData("ABC12345", null, "companyNumber")]
    [InlineData(null, "12345", "charityNumber")]
    [InlineData(null, "12345678", "charityNumber")]
    public async Task What_cannot_be_used_is_refused_at_its_field(string? company, string? charity, string field)
    {
        using var client = await portal.VisitorAsync();

        var answer = await RegisterAsync(client, NewAddress(), company, charity);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe([field]);
    }

    [Theory]
    [InlineData("Homes\n\nYour account is blocked")]
    [InlineData("Homes http://evil.example/unlock")]
    [InlineData("Homes www.evil.example")]
    [InlineData("Homes \u202eCIC")]
    [InlineData("Homes \u2028 CIC")]
    public async Task T44_A_name_that_would_lead_readers_of_our_mail_elsewhere_is_refused(string name)
    {
        using var client = await portal.VisitorAsync();

        var organisation = await RegisterAsync(client, NewAddress(), null, organisation: name);
        var person = await RegisterAsync(client, NewAddress(), null, person: name);

        organisation.Problem.Errors.Keys.ShouldBe(["organisationName"]);
        person.Problem.Errors.Keys.ShouldBe(["name"]);
    }

    [Fact]
    public async Task Many_registrations_at_once_of_one_address_are_written_to_three_times_and_never_not_at_all()
    {
        using var client = await portal.VisitorAsync();
        var email = NewAddress();

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => RegisterAsync(client, email, null)));

        (await portal.MailAsync(email)).Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("\"P\" <{0}>")]
    [InlineData("{0}.")]
    public async Task An_address_dressed_up_as_another_is_refused(string dress)
    {
        using var client = await portal.VisitorAsync();

        var answer = await RegisterAsync(client, string.Format(null, dress, NewAddress()), null);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe(["email"]);
    }

    private static string NewAddress() => $"new-{Guid.NewGuid():N}@example.org";

    private static Task<PortalAnswer> RegisterAsync(
        PortalClient client, string email, string? company, string? charity = null,
        string organisation = "New Homes Ltd", string person = "Mina Okafor") =>
        client.PostAsync("/api/account/register", new
        {
            OrganisationName = organisation,
            CompanyNumber = company,
            CharityNumber = charity,
            Name = person,
            email,
        });

    private static Task<PortalAnswer> ConfirmAsync(
        PortalClient client, string token, string password = NewPassword) =>
        client.PostAsync("/api/account/confirm-email", new { token, password });
}
