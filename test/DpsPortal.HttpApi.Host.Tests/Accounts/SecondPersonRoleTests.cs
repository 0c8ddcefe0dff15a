using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Organisations;
using DpsPortal.Organisations.People;
using DpsPortal.Placements;
using DpsPortal.Tendering;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Accounts;

/// <summary>One administrator with two accounts is never both people of a pair. Source: decision 17.</summary>
public sealed class SecondPersonRoleTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string NewPassword = "seven small green boats";

    [Fact]
    public void The_roles_that_are_confirmed_are_those_that_can_be_one_of_two()
    {
        string[] takesTwo =
        [
            TenderingPermissions.CallOffs.Publish, TenderingPermissions.CallOffs.Open,
            TenderingPermissions.CallOffs.ProposeAward, TenderingPermissions.CallOffs.ApproveAward,
            PlacementsPermissions.Placements.ProposePrice, PlacementsPermissions.Placements.Manage,
            AccreditationPermissions.Applications.Propose, AccreditationPermissions.Applications.Confirm,
            AccreditationPermissions.Imports.Manage, OrganisationsPermissions.People.Manage,
        ];

        PermissionGrant[] grants =
        [
            .. TenderingPermissions.Grants, .. PlacementsPermissions.Grants, .. AccreditationPermissions.Grants,
            .. OrganisationsPermissions.Grants,
        ];
        var roles = grants.Where(g => takesTwo.Contains(g.Permission)).SelectMany(g => g.Roles).Distinct()
            .Except([Role.ProviderAdministrator]);

        OrganisationRoles.OfSecondPerson.ShouldBe(roles, ignoreOrder: true);
    }

    [Fact]
    public async Task An_invited_approver_gets_the_link_only_once_another_administrator_has_confirmed()
    {
        var (first, second, organisation) = await TwoAdministratorsAsync();
        var email = NewAddress();
        var proposed = (await InviteAsync(first, email, Role.PlacementsApprover)).Invitations.Single();
        proposed.State.ShouldBe(InvitationState.Proposed);
        proposed.ProposedByName.ShouldBe(first.Session!.User!.Name);
        proposed.PermittedTriggers.ShouldBe([InvitationTrigger.Revoke]);
        (await portal.MailAsync(email)).ShouldBeEmpty();
        (await portal.MailAsync(second.Session!.User!.Email)).ShouldHaveSingleItem().Subject.ShouldContain("wait for you");

        var own = await first.PostAsync($"/api/people/invitations/{proposed.Id}/confirm");
        var resent = await first.PostAsync($"/api/people/invitations/{proposed.Id}/resend");
        (await portal.MailAsync(email)).ShouldBeEmpty();
        var seen = (await ListAsync(second)).Invitations.Single();
        var confirmed = await second.PostAsync<PeopleDto>($"/api/people/invitations/{proposed.Id}/confirm");

        own.Problem.Code.ShouldBe(OrganisationsErrorCodes.OwnRoleProposal);
        resent.Status.ShouldBe(HttpStatusCode.Conflict);
        seen.PermittedTriggers.ShouldBe([InvitationTrigger.Confirm, InvitationTrigger.Refuse]);
        confirmed.Invitations.Single().State.ShouldBe(InvitationState.Open);
        using var approver = await JoinAsync(email);
        approver.Session!.Roles.ShouldBe([Role.PlacementsApprover]);
        approver.Session.Organisation!.Id.ShouldBe(organisation.Id);
        (await ActsAsync(proposed.Id)).ShouldBe(
            [("Invite", false), ("ConfirmInvitation", true), ("ResendInvitation", true), ("Confirm", false), ("Accept", false)], ignoreOrder: true);
    }

    [Theory]
    [InlineData("refuse", true)]
    [InlineData("revoke", false)]
    public async Task A_refused_or_withdrawn_invitation_is_never_sent(string act, bool bySecond)
    {
        var (first, second, _) = await TwoAdministratorsAsync();
        var email = NewAddress();
        var id = (await InviteAsync(first, email, Role.AccreditationLead)).Invitations.Single().Id;

        var turned = await (bySecond ? first : second).PostAsync($"/api/people/invitations/{id}/{act}");
        var left = await (bySecond ? second : first).PostAsync<PeopleDto>($"/api/people/invitations/{id}/{act}");
        var late = await second.PostAsync($"/api/people/invitations/{id}/confirm");

        turned.Problem.Code.ShouldBe(
            bySecond ? OrganisationsErrorCodes.OwnRoleProposal : OrganisationsErrorCodes.OthersRoleProposal);
        left.Invitations.ShouldBeEmpty();
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        (await portal.MailAsync(email)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Role.SocialWorker, true)]
    [InlineData(Role.FinanceReader, true)]
    [InlineData(Role.QualityOfficer, true)]
    [InlineData(Role.PlacementsOfficer, false)]
    [InlineData(Role.PlacementsApprover, false)]
    [InlineData(Role.AccreditationOfficer, false)]
    [InlineData(Role.AccreditationLead, false)]
    [InlineData(Role.SystemAdministrator, false)]
    public async Task Roles_that_decide_wait_and_others_are_given_at_once(Role role, bool atOnce)
    {
        var (first, second, organisation) = await TwoAdministratorsAsync();
        var user = await portal.AddUserAsync(organisation, Role.SocialWorker);
        Role[] wanted = [Role.SocialWorker, role];

        var after = (await ChangeAsync(first, user.Id, wanted)).People.Single(p => p.Id == user.Id);

        if (atOnce)
        {
            after.Roles.ShouldBe(wanted.Distinct(), ignoreOrder: true);
            after.Proposal.ShouldBeNull();
            return;
        }

        after.Roles.ShouldBe([Role.SocialWorker]);
        after.Proposal!.ProposedByName.ShouldBe(first.Session!.User!.Name);
        after.Proposal.PermittedTriggers.ShouldBe([RoleProposalTrigger.Withdraw]);
        var own = await first.PostAsync($"/api/people/role-proposals/{after.Proposal.Id}/confirm");
        own.Problem.Code.ShouldBe(OrganisationsErrorCodes.OwnRoleProposal);
        (await second.PostAsync($"/api/people/role-proposals/{after.Proposal.Id}/withdraw"))
            .Problem.Code.ShouldBe(OrganisationsErrorCodes.OthersRoleProposal);
        var confirmed = await second.PostAsync<PeopleDto>($"/api/people/role-proposals/{after.Proposal.Id}/confirm");
        var person = confirmed.People.Single(p => p.Id == user.Id);
        person.Roles.ShouldBe(wanted, ignoreOrder: true);
        person.Proposal.ShouldBeNull();
        (await ActsAsync(after.Proposal.Id)).ShouldBe(
            [("Propose", false), ("ConfirmRoles", true), ("WithdrawRoles", true), ("Confirm", false)], ignoreOrder: true);
        (await ActsAsync(user.Id)).ShouldContain(("ChangeRoles", false));
    }

    [Fact]
    public async Task Whom_it_concerns_does_not_confirm_it_and_nobody_else_is_asked_for()
    {
        var (first, second, organisation) = await TwoAdministratorsAsync();
        Role[] wanted = [Role.SystemAdministrator, Role.PlacementsApprover];

        var nobody = await first.PutAsync($"/api/people/{second.UserId}/roles", new { Roles = wanted });
        using var third = await portal.AsAnotherAsync(organisation, Role.SystemAdministrator);
        var proposal = (await ChangeAsync(first, second.UserId, wanted)).People.Single(p => p.Id == second.UserId).Proposal!;
        var own = await second.PostAsync($"/api/people/role-proposals/{proposal.Id}/confirm");
        var refused = await second.PostAsync($"/api/people/role-proposals/{proposal.Id}/refuse");
        var withdrawn = await second.PostAsync($"/api/people/role-proposals/{proposal.Id}/withdraw");
        var seen = (await ListAsync(second)).People.Single(p => p.Id == second.UserId).Proposal!;

        nobody.Problem.Code.ShouldBe(OrganisationsErrorCodes.NobodyToConfirm);
        own.Problem.Code.ShouldBe(OrganisationsErrorCodes.NotOneself);
        refused.Problem.Code.ShouldBe(OrganisationsErrorCodes.NotOneself);
        withdrawn.Problem.Code.ShouldBe(OrganisationsErrorCodes.NotOneself);
        seen.PermittedTriggers.ShouldBeEmpty();
        (await third.PostAsync($"/api/people/role-proposals/{proposal.Id}/confirm")).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Taking_roles_away_needs_nobody_and_ends_what_waits()
    {
        var (first, second, organisation) = await TwoAdministratorsAsync();
        var user = await portal.AddUserAsync(organisation, Role.PlacementsApprover, Role.SocialWorker);
        var waiting = (await ChangeAsync(first, user.Id, Role.PlacementsApprover, Role.PlacementsOfficer))
            .People.Single(p => p.Id == user.Id).Proposal!;

        var after = (await ChangeAsync(second, user.Id, Role.SocialWorker)).People.Single(p => p.Id == user.Id);
        var late = await second.PostAsync($"/api/people/role-proposals/{waiting.Id}/confirm");

        after.Roles.ShouldBe([Role.SocialWorker]);
        after.Proposal.ShouldBeNull();
        late.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_first_administrator_makes_the_second_alone_once_and_everybody_is_told()
    {
        var organisation = await AddAuthorityAsync();
        using var first = await portal.AsAnotherAsync(organisation, Role.SystemAdministrator);
        var colleague = await portal.AddUserAsync(organisation, Role.SocialWorker);

        var approver = await TryInviteAsync(first, NewAddress(), Role.PlacementsApprover);
        var both = await TryInviteAsync(first, NewAddress(), Role.SystemAdministrator, Role.PlacementsApprover);
        var email = NewAddress();
        var invitation = (await InviteAsync(first, email, Role.SystemAdministrator)).Invitations.Single();
        var another = await TryInviteAsync(first, NewAddress(), Role.SystemAdministrator);
        var promoted = await first.PutAsync(
            $"/api/people/{colleague.Id}/roles", new { Roles = new[] { Role.SystemAdministrator } });

        approver.Problem.Code.ShouldBe(OrganisationsErrorCodes.NobodyToConfirm);
        both.Problem.Code.ShouldBe(OrganisationsErrorCodes.NobodyToConfirm);
        invitation.State.ShouldBe(InvitationState.Open);
        another.Problem.Code.ShouldBe(OrganisationsErrorCodes.AdministratorInvited);
        promoted.Problem.Code.ShouldBe(OrganisationsErrorCodes.AdministratorInvited);
        (await portal.MailAsync(colleague.Email)).ShouldHaveSingleItem().Subject.ShouldBe("A second administrator");
        using var second = await JoinAsync(email);
        (await ActsAsync(organisation.Id)).ShouldContain(("SecondAdministrator", false));

        // Removing the second does not bring the exception back.
        await first.PostAsync<PeopleDto>($"/api/people/{second.UserId}/remove");
        var again = await TryInviteAsync(first, NewAddress(), Role.SystemAdministrator);
        again.Problem.Code.ShouldBe(OrganisationsErrorCodes.OnlyAdministratorLeft);
    }

    [Fact]
    public async Task The_first_administrator_may_make_a_colleague_the_second_and_then_no_more_alone()
    {
        var organisation = await AddAuthorityAsync();
        using var first = await portal.AsAnotherAsync(organisation, Role.SystemAdministrator);
        var colleague = await portal.AddUserAsync(organisation, Role.SocialWorker);

        var after = await ChangeAsync(first, colleague.Id, Role.SocialWorker, Role.SystemAdministrator);
        after.People.Single(p => p.Id == colleague.Id).Roles.ShouldContain(Role.SystemAdministrator);
        (await ActsAsync(organisation.Id)).ShouldContain(("SecondAdministrator", false));

        (await InviteAsync(first, NewAddress(), Role.SystemAdministrator)).Invitations.Single()
            .State.ShouldBe(InvitationState.Proposed);
    }

    [Fact]
    public async Task Another_organisations_proposals_do_not_exist()
    {
        var (first, _, organisation) = await TwoAdministratorsAsync();
        var (stranger, _, _) = await TwoAdministratorsAsync();
        var user = await portal.AddUserAsync(organisation, Role.SocialWorker);
        var invitation = (await InviteAsync(first, NewAddress(), Role.PlacementsApprover)).Invitations.Single();
        var proposal = (await ChangeAsync(first, user.Id, Role.PlacementsOfficer)).People.Single(p => p.Id == user.Id).Proposal!;

        foreach (var path in new[]
        {
            $"invitations/{invitation.Id}/confirm", $"invitations/{invitation.Id}/refuse",
            $"role-proposals/{proposal.Id}/confirm", $"role-proposals/{proposal.Id}/refuse",
            $"role-proposals/{proposal.Id}/withdraw",
        })
        {
            (await stranger.PostAsync("/api/people/" + path)).Status.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task What_waits_for_a_second_administrator_is_on_the_first_page_of_each_who_may_confirm_it()
    {
        var (first, second, organisation) = await TwoAdministratorsAsync();
        using var approver = await portal.AsAnotherAsync(organisation, Role.PlacementsApprover);
        var (stranger, _, _) = await TwoAdministratorsAsync();
        var (email, by) = (NewAddress(), first.Session!.User!.Name);
        await InviteAsync(first, email, Role.PlacementsApprover);
        var user = await portal.AddUserAsync(organisation, Role.SocialWorker);
        var proposal = (await ChangeAsync(first, user.Id, Role.PlacementsOfficer)).People.Single(p => p.Id == user.Id).Proposal!;

        (await WaitingAsync(second)).ShouldBe([("People.ConfirmInvitation", email, by), ("People.ConfirmRoles", user.Name, by)]);
        foreach (var other in new[] { first, approver, stranger })
        {
            (await WaitingAsync(other)).ShouldBeEmpty();
        }

        await second.PostAsync<PeopleDto>($"/api/people/role-proposals/{proposal.Id}/confirm");
        (await WaitingAsync(second)).ShouldBe([("People.ConfirmInvitation", email, by)]);
    }

    [Fact]
    public async Task New_roles_of_an_administrator_are_not_on_the_first_page_of_that_person()
    {
        var (first, second, organisation) = await TwoAdministratorsAsync();
        using var third = await portal.AsAnotherAsync(organisation, Role.SystemAdministrator);
        await ChangeAsync(first, second.UserId, Role.SystemAdministrator, Role.PlacementsApprover);

        (await WaitingAsync(second)).ShouldBeEmpty();
        (await WaitingAsync(third)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_provider_confirms_nothing()
    {
        using var admin = await portal.AsAnotherAsync(portal.HarbourSteps, Role.ProviderAdministrator);

        (await ListAsync(admin)).ConfirmedRoles.ShouldBeEmpty();
        (await InviteAsync(admin, NewAddress(), Role.ProviderAdministrator)).Invitations[0].State.ShouldBe(InvitationState.Open);
    }

    private async Task<TestOrganisation> AddAuthorityAsync()
    {
        var organisation = new TestOrganisation(Guid.NewGuid(), $"Authority {Guid.NewGuid():N}", OrganisationKind.Authority);
        await portal.AddAsync(organisation);
        return organisation;
    }

    private async Task<(PortalClient First, PortalClient Second, TestOrganisation Organisation)> TwoAdministratorsAsync()
    {
        var organisation = await AddAuthorityAsync();
        return (
            await portal.AsAnotherAsync(organisation, Role.SystemAdministrator),
            await portal.AsAnotherAsync(organisation, Role.SystemAdministrator),
            organisation);
    }

    private async Task<PortalClient> JoinAsync(string email)
    {
        using var visitor = await portal.VisitorAsync();
        var token = await portal.LinkAsync(email, "invitation");
        (await visitor.PostAsync(
            "/api/account/invitation/accept", new { token, Name = "Mina Okafor", Password = NewPassword })).IsSuccess.ShouldBeTrue();
        return await portal.SignInAsync(email, NewPassword);
    }

    private async Task<List<(string Action, bool Refused)>> ActsAsync(Guid id)
    {
        await using var scope = portal.OpenScope(null);
        return [.. (await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().AuditEvents
            .Where(a => a.ObjectId == id).ToListAsync()).Select(a => (a.Action, a.Refused))];
    }

    private static async Task<IReadOnlyList<(string, string, string?)>> WaitingAsync(PortalClient client) =>
    [
        .. (await TodayTests.ItemsAsync(client)).Where(i => i.Kind.StartsWith("People.", StringComparison.Ordinal))
            .Select(i => (i.Kind, i.Subject, i.Detail)),
    ];

    private static string NewAddress() => $"invited-{Guid.NewGuid():N}@example.org";

    private static Task<PeopleDto> ListAsync(PortalClient client) => client.GetAsync<PeopleDto>("/api/people");

    private static Task<PeopleDto> InviteAsync(PortalClient client, string email, params Role[] roles) =>
        client.PostAsync<PeopleDto>("/api/people/invitations", new { email, roles });

    private static Task<PortalAnswer> TryInviteAsync(PortalClient client, string email, params Role[] roles) =>
        client.PostAsync("/api/people/invitations", new { email, roles });

    private static Task<PeopleDto> ChangeAsync(PortalClient client, Guid userId, params Role[] roles) =>
        client.PutAsync<PeopleDto>($"/api/people/{userId}/roles", new { roles });
}
