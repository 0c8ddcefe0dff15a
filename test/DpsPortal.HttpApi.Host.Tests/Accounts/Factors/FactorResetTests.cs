using System.Net;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.Organisations.People;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Accounts.Factors;

public sealed class FactorResetTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task An_administrator_resets_a_colleague_whose_sessions_end_on_record_and_mailed()
    {
        var owner = await ColleagueAsync();
        using var signedIn = await portal.AfterPasswordAsync(owner);
        await signedIn.CodeAsync(await portal.CodeAsync(owner.Key));
        using var admin = await portal.AsAnotherAsync(portal.HarbourSteps, Role.ProviderAdministrator);

        (await ListedAsync(admin, owner)).HasSecondFactor.ShouldBeTrue();

        var answer = await ResetAsync(admin, owner.User.Id);

        (await ListedAsync(admin, owner)).HasSecondFactor.ShouldBeFalse();
        answer.Status.ShouldBe(HttpStatusCode.NoContent, answer.Text);
        (await signedIn.IsSignedInAsync()).ShouldBeFalse();
        using var again = await portal.SignInAsync(owner.User.Email);
        (await again.IsSignedInAsync()).ShouldBeTrue();
        (await portal.TrailAsync(owner.User.Id)).ShouldContain("ResetSecondFactors");
        (await portal.MailAsync(owner.User.Email)).ShouldContain(m => m.Subject == "Your second step was reset");
    }

    [Fact]
    public async Task A_sign_in_begun_before_the_reset_is_over()
    {
        var owner = await ColleagueAsync();
        using var begun = await portal.AfterPasswordAsync(owner);
        using var admin = await portal.AsAnotherAsync(portal.HarbourSteps, Role.ProviderAdministrator);

        await ResetAsync(admin, owner.User.Id);

        (await begun.CodeAsync(await portal.CodeAsync(owner.Key))).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_stale_proof_is_not_enough()
    {
        var owner = await ColleagueAsync();
        using var admin = await portal.AsAnotherAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        await portal.ProvedAsync(admin, -10);

        (await ResetAsync(admin, owner.User.Id)).Problem.Code.ShouldBe(OrganisationsErrorCodes.StepUpRequired);
    }

    [Fact]
    public async Task A_person_of_another_organisation_does_not_exist_and_keeps_theirs()
    {
        var owner = await ColleagueAsync();
        using var stranger = await portal.AsAnotherAsync(portal.LanternRow, Role.ProviderAdministrator);

        var foreign = await ResetAsync(stranger, owner.User.Id);
        var unknown = await ResetAsync(stranger, Guid.NewGuid());

        foreign.Status.ShouldBe(HttpStatusCode.NotFound);
        foreign.Text.ShouldBe(unknown.Text);
        using var still = await portal.AfterPasswordAsync(owner);
        (await still.CodeAsync(await portal.CodeAsync(owner.Key))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_resets_their_own()
    {
        using var admin = await portal.AsAnotherAsync(portal.HarbourSteps, Role.ProviderAdministrator);

        (await ResetAsync(admin, admin.UserId)).Problem.Code.ShouldBe(OrganisationsErrorCodes.NotOneself);
    }

    [Fact]
    public async Task Somebody_who_acts_for_another_organisation_too_keeps_theirs()
    {
        var owner = await ColleagueAsync();
        await using (var scope = portal.OpenScope(null))
        {
            var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
            db.Affiliations.Add(new Affiliation
            {
                UserId = owner.User.Id,
                OrganisationId = portal.LanternRow.Id,
                Roles = [Role.ProviderStaff],
                Since = DateTime.UtcNow,
            });
            await db.SaveChangesAsync(CancellationToken.None);
        }

        using var admin = await portal.AsAnotherAsync(portal.HarbourSteps, Role.ProviderAdministrator);

        (await ResetAsync(admin, owner.User.Id)).Problem.Code.ShouldBe(OrganisationsErrorCodes.ActsElsewhere);
        using var still = await portal.AfterPasswordAsync(owner);
        (await still.CodeAsync(await portal.CodeAsync(owner.Key))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Staff_may_not()
    {
        var owner = await ColleagueAsync();
        using var staff = await portal.AsAnotherAsync(portal.HarbourSteps, Role.ProviderStaff);

        (await ResetAsync(staff, owner.User.Id)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<AppOwner> ColleagueAsync() =>
        await portal.WithAppAsync(await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff));

    private static async Task<ColleagueDto> ListedAsync(PortalClient admin, AppOwner owner) =>
        (await admin.GetAsync<PeopleDto>("/api/people")).People.Single(p => p.Id == owner.User.Id);

    private static Task<PortalAnswer> ResetAsync(PortalClient client, Guid userId) =>
        client.PostAsync($"/api/people/{userId}/reset-second-factors");
}
