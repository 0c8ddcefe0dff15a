using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Authorities;
using DpsPortal.Organisations.People;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accounts;

public sealed class AuthorityTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string NewPassword = "seven small green boats";

    [Fact]
    public async Task An_authority_is_added_and_its_first_administrator_joins_by_a_link()
    {
        var lead = await LeadAsync();
        var added = await AddAsync(lead, "Harrowmere LBC", "HARROWMERE", "first@example.org");

        using var visitor = await portal.VisitorAsync();
        (await visitor.PostAsync("/api/account/invitation/accept", new AcceptInvitationDto
        {
            Token = await portal.LinkAsync("first@example.org", "invitation"),
            Name = "Ola Finch",
            Password = NewPassword,
        })).IsSuccess.ShouldBeTrue();

        using var administrator = await portal.SignInAsync("first@example.org", NewPassword);
        administrator.Session!.Organisation!.Name.ShouldBe("Harrowmere LBC");
        administrator.Session.Roles.ShouldBe([Role.SystemAdministrator]);
        added.Joined.ShouldBeFalse();
        (await lead.GetAsync<List<AuthorityDto>>("/api/authorities")).Single(a => a.Id == added.Id).Joined.ShouldBeTrue();
        var again = await lead.PostAsync(
            $"/api/authorities/{added.Id}/invitations", new InviteAdministratorDto { AdministratorEmail = "second@example.org" });
        again.Problem.Code.ShouldBe(OrganisationsErrorCodes.AuthorityHasJoined);
    }

    [Fact]
    public async Task While_nobody_has_joined_a_new_invitation_takes_the_place_of_the_first()
    {
        var lead = await LeadAsync();
        var added = await AddAsync(lead, "Severn Borders UA", "SEVERN", "wrong@example.org");
        var first = await portal.LinkAsync("wrong@example.org", "invitation");

        await lead.PostAsync<AuthorityDto>(
            $"/api/authorities/{added.Id}/invitations", new InviteAdministratorDto { AdministratorEmail = "right@example.org" });
        await portal.DrainOutboxAsync();

        using var visitor = await portal.VisitorAsync();
        (await visitor.PostAsync("/api/account/invitation/read", new ReadInvitationDto { Token = first }))
            .Problem.Code.ShouldBe(OrganisationsErrorCodes.LinkNotValid);
        (await visitor.PostAsync<InvitationOfferDto>(
            "/api/account/invitation/read",
            new ReadInvitationDto { Token = await portal.LinkAsync("right@example.org", "invitation") }))
            .OrganisationName.ShouldBe("Severn Borders UA");
    }

    [Fact]
    public async Task Only_the_host_that_added_an_authority_invites_its_first_administrator()
    {
        var added = await AddAsync(await LeadAsync(), "Marlshire CC", "MARLSHIRE", "marlshire@example.org");
        var link = await portal.LinkAsync("marlshire@example.org", "invitation");
        var rival = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);
        var input = new InviteAdministratorDto { AdministratorEmail = "rival@example.org" };

        (await rival.PostAsync($"/api/authorities/{added.Id}/invitations", input)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await rival.PostAsync($"/api/authorities/{portal.NorthwickVale.Id}/invitations", input))
            .Status.ShouldBe(HttpStatusCode.NotFound);

        using var visitor = await portal.VisitorAsync();
        (await visitor.PostAsync("/api/account/invitation/read", new ReadInvitationDto { Token = link })).IsSuccess.ShouldBeTrue();
    }

    [Theory]
    [InlineData("\u0415astmarsh LBC", "EASTMARSH9", "name")]
    [InlineData("Eastmarsh\u200b LBC", "EASTMARSH9", "name")]
    [InlineData("Eastmarsh  LBC", "EASTMARSH9", "name")]
    [InlineData("Fenland Wolds CC", "FENLAND2", "name")]
    [InlineData("fenland wolds cc", "FENLAND3", "name")]
    [InlineData("Fenland Wolds County Council", "FENLAND", "code")]
    [InlineData("Fenland Wolds District", "Fenland", "code")]
    public async Task A_name_or_code_that_is_taken_or_malformed_is_refused_at_its_field(string name, string code, string field)
    {
        var lead = await LeadAsync();
        if (!(await lead.GetAsync<List<AuthorityDto>>("/api/authorities")).Exists(a => a.Code == "FENLAND"))
        {
            await AddAsync(lead, "Fenland Wolds CC", "FENLAND", "fenland@example.org");
        }

        var answer = await lead.PostAsync("/api/authorities", new AddAuthorityDto
        {
            Name = name,
            Code = code,
            AdministratorEmail = "somebody@example.org",
        });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Text.ShouldContain($"\"{field}\"");
    }

    [Fact]
    public async Task A_provider_is_not_an_authority_that_could_be_given_another_administrator()
    {
        var lead = await LeadAsync();

        (await lead.PostAsync(
            $"/api/authorities/{portal.HarbourSteps.Id}/invitations",
            new InviteAdministratorDto { AdministratorEmail = "somebody@example.org" }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<PortalClient> LeadAsync() => portal.AsAsync(portal.Eastmarsh, Role.AccreditationLead);

    private static Task<AuthorityDto> AddAsync(PortalClient lead, string name, string code, string email) =>
        lead.PostAsync<AuthorityDto>(
            "/api/authorities", new AddAuthorityDto { Name = name, Code = code, AdministratorEmail = email });
}
