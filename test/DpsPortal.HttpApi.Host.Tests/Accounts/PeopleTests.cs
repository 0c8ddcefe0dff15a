using System.Net;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.Organisations.People;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Accounts;

public sealed class PeopleTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Page = "invitation";
    private const string NewPassword = "seven small green boats";

    [Fact]
    public async Task Who_is_invited_makes_an_account_and_signs_in_with_the_roles_given()
    {
        using var admin = await AdministratorAsync(portal.HarbourSteps);
        var email = await InviteAsync(admin, Role.ProviderStaff);
        using var visitor = await portal.VisitorAsync();
        var token = await portal.LinkAsync(email, Page);
        var offer = await visitor.PostAsync<InvitationOfferDto>("/api/account/invitation/read", new { token });
        offer.ShouldBe(new InvitationOfferDto(portal.HarbourSteps.Name, email, HasAccount: false));

        (await AcceptAsync(visitor, token)).Status.ShouldBe(HttpStatusCode.NoContent);

        using var colleague = await portal.SignInAsync(email, NewPassword);
        colleague.Session!.Roles.ShouldBe([Role.ProviderStaff]);
        colleague.Session.Organisation!.Id.ShouldBe(portal.HarbourSteps.Id);
        (await AcceptAsync(visitor, token)).Problem.Code.ShouldBe(OrganisationsErrorCodes.LinkNotValid);
    }

    [Fact]
    public async Task Who_has_an_account_elsewhere_keeps_it_and_gains_the_organisation()
    {
        var user = await portal.AddUserAsync(portal.LanternRow, Role.ProviderAdministrator);
        using var admin = await AdministratorAsync(portal.HarbourSteps);
        await admin.PostAsync<PeopleDto>("/api/people/invitations", Invite(user.Email, Role.ProviderStaff));
        using var visitor = await portal.VisitorAsync();
        var token = await portal.LinkAsync(user.Email, Page);

        (await visitor.PostAsync("/api/account/invitation/accept", new { token })).IsSuccess.ShouldBeTrue();

        using var client = await portal.SignInAsync(user.Email);
        client.Session!.Organisation!.Id.ShouldBe(portal.LanternRow.Id);
        client.Session.Organisations.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task An_invitation_works_for_seven_days(int minutes, bool works)
    {
        using var admin = await AdministratorAsync(portal.HarbourSteps);
        var email = await InviteAsync(admin, Role.ProviderStaff);
        var token = await portal.LinkAsync(email, Page);
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(7) + TimeSpan.FromMinutes(minutes));
        using var visitor = await portal.VisitorAsync();

        (await AcceptAsync(visitor, token)).IsSuccess.ShouldBe(works);
    }

    [Fact]
    public async Task A_second_link_takes_the_place_of_the_first_and_a_revoked_one_opens_nothing()
    {
        using var admin = await AdministratorAsync(portal.HarbourSteps);
        var email = await InviteAsync(admin, Role.ProviderStaff);
        var first = await portal.LinkAsync(email, Page);
        var id = (await ListAsync(admin)).Invitations.Single(i => i.Email == email).Id;
        using var visitor = await portal.VisitorAsync();

        await admin.PostAsync<PeopleDto>($"/api/people/invitations/{id}/resend");
        var links = (await portal.MailAsync(email)).Select(mail => Mailbox.TokenIn(mail, Page)).ToList();
        (await AcceptAsync(visitor, first)).Problem.Code.ShouldBe(OrganisationsErrorCodes.LinkNotValid);
        await admin.PostAsync<PeopleDto>($"/api/people/invitations/{id}/revoke");

        var second = links.Single(link => link != first);
        (await AcceptAsync(visitor, second)).Problem.Code.ShouldBe(OrganisationsErrorCodes.LinkNotValid);
        (await ListAsync(admin)).Invitations.ShouldNotContain(i => i.Email == email);
    }

    [Theory]
    [InlineData(Role.AccreditationLead)]
    [InlineData(Role.SystemAdministrator)]
    public async Task A_provider_gives_no_officers_role(Role role)
    {
        using var admin = await AdministratorAsync(portal.HarbourSteps);

        var answer = await admin.PostAsync("/api/people/invitations", Invite("new.person@example.org", role));

        answer.Problem.Errors.Keys.ShouldBe(["roles"]);
    }

    [Fact]
    public async Task Who_is_here_or_invited_is_not_invited_again_whatever_the_case()
    {
        using var admin = await AdministratorAsync(portal.HarbourSteps);
        var email = await InviteAsync(admin, Role.ProviderStaff);
        var colleague = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);

        foreach (var known in new[] { email.ToUpperInvariant(), colleague.Email.ToUpperInvariant() })
        {
            var answer = await admin.PostAsync("/api/people/invitations", Invite(known, Role.ProviderStaff));
            answer.Problem.Errors.Keys.ShouldBe(["email"]);
        }
    }

    [Fact]
    public async Task Of_equal_invitations_at_once_one_is_made()
    {
        using var admin = await AdministratorAsync(portal.HarbourSteps);
        var email = $"Invited-{Guid.NewGuid():N}@example.org";

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => admin.PostAsync(
            "/api/people/invitations", Invite(i % 2 == 0 ? email : email.ToUpperInvariant(), Role.ProviderStaff))));

        answers.Count(a => a.IsSuccess).ShouldBe(1);
        answers.Where(a => !a.IsSuccess).ShouldAllBe(a => a.Problem.Errors.ContainsKey("email"));
        (await ListAsync(admin)).Invitations.Select(i => i.Email).ShouldContain(email.ToLowerInvariant());
    }

    [Fact]
    public async Task An_organisation_invites_fifty_in_a_day_and_the_next_a_day_later()
    {
        var organisation = new TestOrganisation(Guid.NewGuid(), "Many Invitations Ltd", OrganisationKind.Provider);
        await portal.AddAsync(organisation);
        var admin = await AdministratorAsync(organisation);
        for (var i = 0; i < 48; i++)
        {
            await InviteAsync(admin, Role.ProviderStaff);
        }

        // Withdrawing one makes no room: its mail is sent.
        await admin.PostAsync<PeopleDto>($"/api/people/invitations/{(await ListAsync(admin)).Invitations[0].Id}/revoke");
        var last = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => admin.PostAsync(
            "/api/people/invitations", Invite($"last-{i}-{Guid.NewGuid():N}@example.org", Role.ProviderStaff))));

        last.Count(a => a.IsSuccess).ShouldBe(2);
        var refused = last.First(a => !a.IsSuccess);
        refused.Problem.Code.ShouldBe(OrganisationsErrorCodes.TooManyInvitations);
        refused.Text.ShouldContain("tomorrow");
        await InviteAsync(await AdministratorAsync(portal.LanternRow), Role.ProviderStaff);

        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        await InviteAsync(await AdministratorAsync(organisation), Role.ProviderStaff);
    }

    [Fact]
    public async Task A_link_is_sent_five_times()
    {
        using var admin = await AdministratorAsync(portal.HarbourSteps);
        var email = await InviteAsync(admin, Role.ProviderStaff);
        var id = (await ListAsync(admin)).Invitations.Single(i => i.Email == email).Id;
        for (var links = 1; links < 5; links++)
        {
            await admin.PostAsync<PeopleDto>($"/api/people/invitations/{id}/resend");
        }

        (await admin.PostAsync($"/api/people/invitations/{id}/resend")).Problem.Code.ShouldBe(OrganisationsErrorCodes.TooManyLinks);
        await admin.PostAsync<PeopleDto>($"/api/people/invitations/{id}/revoke");
        await admin.PostAsync<PeopleDto>("/api/people/invitations", Invite(email, Role.ProviderStaff));
    }

    [Fact]
    public async Task A_removed_colleague_is_refused_at_the_next_call_and_cannot_sign_in()
    {
        using var admin = await AdministratorAsync(portal.HarbourSteps);
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        using var client = await portal.SignInAsync(user.Email);

        var left = await admin.PostAsync<PeopleDto>($"/api/people/{user.Id}/remove");

        left.People.ShouldNotContain(p => p.Id == user.Id);
        (await client.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var again = await client.PostAsync("/api/account/sign-in", new { user.Email, PortalFixture.Password });
        again.Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Changed_roles_count_at_the_next_call_and_are_on_record()
    {
        using var admin = await AdministratorAsync(portal.HarbourSteps);
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        using var client = await portal.SignInAsync(user.Email);
        (await client.GetAsync("/api/people")).Status.ShouldBe(HttpStatusCode.Forbidden);

        await admin.PutAsync<PeopleDto>(
            $"/api/people/{user.Id}/roles", new { Roles = new[] { Role.ProviderAdministrator } });

        (await client.GetAsync("/api/people")).Status.ShouldBe(HttpStatusCode.OK);
        await using var scope = portal.OpenScope(null);
        var change = await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().AuditEvents
            .SingleAsync(a => a.ObjectId == user.Id && a.Action == "ChangeRoles");
        (change.ActorId, change.Before, change.After)
            .ShouldBe((admin.UserId, "ProviderStaff", "ProviderAdministrator"));
    }

    [Fact]
    public async Task Nobody_changes_or_removes_themselves()
    {
        using var admin = await AdministratorAsync(portal.HarbourSteps);

        var removal = await admin.PostAsync($"/api/people/{admin.UserId}/remove");
        var change = await admin.PutAsync(
            $"/api/people/{admin.UserId}/roles", new { Roles = new[] { Role.ProviderStaff } });

        removal.Problem.Code.ShouldBe(OrganisationsErrorCodes.NotOneself);
        change.Problem.Code.ShouldBe(OrganisationsErrorCodes.NotOneself);
    }

    [Fact]
    public async Task Of_two_administrators_who_remove_one_another_at_once_one_stays()
    {
        var organisation = new TestOrganisation(Guid.NewGuid(), "Two at Once Ltd", OrganisationKind.Provider);
        await portal.AddAsync(organisation);
        using var first = await AdministratorAsync(organisation);
        using var second = await AdministratorAsync(organisation);

        var answers = await Task.WhenAll(
            first.PostAsync($"/api/people/{second.UserId}/remove"), second.PostAsync($"/api/people/{first.UserId}/remove"));

        answers.Count(a => a.IsSuccess).ShouldBe(1);
        await using var scope = portal.OpenScope(null);
        (await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().Affiliations
            .CountAsync(a => a.OrganisationId == organisation.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Another_organisations_people_and_invitations_do_not_exist()
    {
        using var admin = await AdministratorAsync(portal.HarbourSteps);
        var email = await InviteAsync(admin, Role.ProviderStaff);
        var invitation = (await ListAsync(admin)).Invitations.Single(i => i.Email == email);
        using var stranger = await AdministratorAsync(portal.LanternRow);

        foreach (var path in new[] { $"invitations/{invitation.Id}/resend", $"invitations/{invitation.Id}/revoke" })
        {
            (await stranger.PostAsync("/api/people/" + path)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await stranger.PostAsync($"/api/people/{admin.UserId}/remove")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await ListAsync(stranger)).People.ShouldNotContain(p => p.Id == admin.UserId);
        (await ListAsync(stranger)).Invitations.ShouldNotContain(i => i.Id == invitation.Id);
    }

    private Task<PortalClient> AdministratorAsync(TestOrganisation organisation) =>
        portal.AsAnotherAsync(organisation, Role.ProviderAdministrator);

    private static Task<PeopleDto> ListAsync(PortalClient client) => client.GetAsync<PeopleDto>("/api/people");

    private static object Invite(string email, Role role) => new { Email = email, Roles = new[] { role } };

    private static async Task<string> InviteAsync(PortalClient admin, Role role)
    {
        var email = $"invited-{Guid.NewGuid():N}@example.org";
        await admin.PostAsync<PeopleDto>("/api/people/invitations", Invite(email, role));
        return email;
    }

    private static Task<PortalAnswer> AcceptAsync(PortalClient visitor, string token) => visitor.PostAsync(
        "/api/account/invitation/accept", new { token, Name = "Mina Okafor", Password = NewPassword });
}
