using System.Net;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Accounts;

public sealed class StepUpTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData(-9, true)]
    [InlineData(-10, false)]
    [InlineData(-11, false)]
    public async Task A_proof_counts_for_less_than_ten_minutes(int minutes, bool counts)
    {
        using var admin = await portal.AsAnotherAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        await ProvedAsync(admin, minutes);

        var answer = await InviteAsync(admin);

        answer.IsSuccess.ShouldBe(counts);
        if (!counts)
        {
            answer.Status.ShouldBe(HttpStatusCode.Forbidden);
            answer.Problem.Code.ShouldBe(OrganisationsErrorCodes.StepUpRequired);
        }
    }

    [Fact]
    public async Task With_the_password_the_session_goes_on_under_a_new_id_and_may_again()
    {
        using var admin = await portal.AsAnotherAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        await ProvedAsync(admin, -11);
        var cookie = admin.Cookies.GetCookieHeader(portal.Address);

        var answer = await admin.PostAsync("/api/account/step-up", new { PortalFixture.Password });

        answer.Status.ShouldBe(HttpStatusCode.NoContent);
        (await InviteAsync(admin)).IsSuccess.ShouldBeTrue();
        using var old = portal.Anonymous();
        old.Cookies.SetCookies(portal.Address, cookie.Replace("; ", ", ", StringComparison.Ordinal));
        (await old.GetAsync("/api/documents")).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_at_its_field_on_record_and_the_eleventh_is_not_checked()
    {
        using var admin = await portal.AsAnotherAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        await ProvedAsync(admin, -11);
        for (var i = 0; i < 10; i++)
        {
            var wrong = await admin.PostAsync("/api/account/step-up", new { Password = "wrong" });
            wrong.Problem.Errors.Keys.ShouldBe(["password"]);
        }

        var answer = await admin.PostAsync("/api/account/step-up", new { PortalFixture.Password });

        answer.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await InviteAsync(admin)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await using var scope = portal.OpenScope(null);
        (await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().AuditEvents
            .CountAsync(a => a.ObjectId == admin.UserId && a.Action == "StepUp" && a.Refused)).ShouldBe(10);
    }

    private static Task<PortalAnswer> InviteAsync(PortalClient admin) => admin.PostAsync(
        "/api/people/invitations",
        new { Email = $"invited-{Guid.NewGuid():N}@example.org", Roles = new[] { Role.ProviderStaff } });

    private async Task ProvedAsync(PortalClient client, int minutes)
    {
        await using var scope = portal.OpenScope(null);
        var then = DateTime.UtcNow.AddMinutes(minutes);
        await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().Sessions
            .Where(s => s.UserId == client.UserId).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, then));
    }
}
