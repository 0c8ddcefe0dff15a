using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Organisations;
using DpsPortal.Organisations.SetUp;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Accounts;

/// <summary>A portal in which nobody is yet, started with a set-up code.</summary>
public sealed class EmptyPortal : PortalFixture
{
    public const string Code = "the-code-of-the-start";

    protected override IReadOnlyDictionary<string, string?> Settings =>
        new Dictionary<string, string?> { ["Portal:SetUpCode"] = Code };

    protected override async Task PrepareAsync()
    {
        await using var scope = OpenScope(null);
        await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().Organisations.ExecuteDeleteAsync();
    }
}

public sealed class SetUpTests(EmptyPortal portal) : IClassFixture<EmptyPortal>
{
    private const string NewPassword = "seven small green boats";

    [Fact]
    public async Task An_empty_portal_is_set_up_once_by_whoever_has_the_code()
    {
        using var visitor = await portal.VisitorAsync();
        (await visitor.GetAsync<SetUpStateDto>("/api/set-up")).Needed.ShouldBeTrue();
        var wrong = await visitor.PostAsync("/api/set-up", Input("another-code", "first@example.org"));
        var weak = await visitor.PostAsync("/api/set-up", Input(EmptyPortal.Code, "first@example.org") with { Password = "short" });
        (await visitor.GetAsync<SetUpStateDto>("/api/set-up")).Needed.ShouldBeTrue("a refused attempt changes nothing");

        var both = await Task.WhenAll(
            visitor.PostAsync("/api/set-up", Input(EmptyPortal.Code, "first@example.org")),
            visitor.PostAsync("/api/set-up", Input(EmptyPortal.Code, "second@example.org")));

        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
        wrong.Text.ShouldContain("\"code\"");
        weak.Text.ShouldContain("\"password\"");
        both.Select(a => a.Status).Order().ShouldBe([HttpStatusCode.NoContent, HttpStatusCode.Conflict]);
        both.Single(a => !a.IsSuccess).Problem.Code.ShouldBe(OrganisationsErrorCodes.AlreadySetUp);
        (await visitor.GetAsync<SetUpStateDto>("/api/set-up")).Needed.ShouldBeFalse();

        var email = both[0].IsSuccess ? "first@example.org" : "second@example.org";
        using var administrator = await portal.SignInAsync(email, NewPassword);
        administrator.Session!.Organisation!.Name.ShouldBe("Eastmarsh LBC");
        administrator.Session.Roles.ShouldBe(
            [Role.AccreditationOfficer, Role.AccreditationLead, Role.SystemAdministrator], ignoreOrder: true);
        administrator.Session.Permissions.ShouldContain(AccreditationPermissions.Schemes.Manage);
        (await TodayTests.ItemsAsync(administrator)).Select(i => i.Kind).ShouldBe(["Scheme.Draft"]);
    }

    private static SetUpDto Input(string code, string email) => new()
    {
        Code = code,
        AuthorityName = "Eastmarsh LBC",
        AuthorityCode = "EASTMARSH",
        Name = "Beth Ashworth",
        Email = email,
        Password = NewPassword,
    };
}

public sealed class SetUpWithoutCodeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_portal_in_use_is_not_set_up_again_whatever_code_is_sent()
    {
        using var visitor = await portal.VisitorAsync();

        (await visitor.GetAsync<SetUpStateDto>("/api/set-up")).Needed.ShouldBeFalse();
        (await visitor.PostAsync("/api/set-up", new SetUpDto
        {
            Code = "",
            AuthorityName = "Rival UA",
            AuthorityCode = "RIVAL",
            Name = "R",
            Email = "rival@example.org",
            Password = "seven small green boats",
        })).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.PostAsync("/api/set-up", new SetUpDto
        {
            Code = "guess",
            AuthorityName = "Rival UA",
            AuthorityCode = "RIVAL",
            Name = "R",
            Email = "rival@example.org",
            Password = "seven small green boats",
        })).Problem.Code.ShouldBe(OrganisationsErrorCodes.AlreadySetUp);
    }
}
