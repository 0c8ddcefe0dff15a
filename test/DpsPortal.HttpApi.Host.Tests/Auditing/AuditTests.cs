using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Auditing;
using DpsPortal.Organisations.People;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Auditing;

public sealed class AuditTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Fact]
    public async Task A_change_and_its_audit_row_are_committed_together_or_not_at_all()
    {
        var kept = await AddOrganisationAsync(commit: true);
        var undone = await AddOrganisationAsync(commit: false);

        (await EventsAsync(kept)).ShouldHaveSingleItem().Action.ShouldBe("Create");
        (await EventsAsync(undone)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refused_upload_is_on_record_with_who_and_why()
    {
        var user = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderStaff);
        using var client = await portal.SignInAsync(user.Email);

        await client.UploadAsync("run.exe", [1]);

        var refusal = (await EventsAsync(Guid.Empty)).ShouldHaveSingleItem();
        refusal.ObjectType.ShouldBe("Document");
        refusal.Action.ShouldBe("Upload");
        refusal.Refused.ShouldBeTrue();
        refusal.Code.ShouldBe(OrganisationsErrorCodes.DocumentKindNotAllowed);
        refusal.ActorId.ShouldBe(user.Id);
        refusal.OrganisationId.ShouldBe(portal.HarbourSteps.Id);
    }

    [Fact]
    public async Task A_role_that_may_not_is_on_record_too()
    {
        var user = await portal.AddUserAsync(portal.Eastmarsh, Role.FinanceReader);
        using var client = await portal.SignInAsync(user.Email);

        await client.UploadAsync("insurance.pdf", [1]);

        await using var scope = portal.OpenScope(null);
        var refusal = await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().AuditEvents
            .SingleAsync(a => a.ActorId == user.Id && a.Refused);
        refusal.Code.ShouldBe("DpsPortal:Forbidden");
        refusal.Refused.ShouldBeTrue();
    }

    [Theory]
    [InlineData("update organisations.audit_events set action = 'Nothing'")]
    [InlineData("delete from organisations.audit_events")]
    [InlineData("truncate organisations.audit_events")]
    public async Task No_role_of_the_portal_can_change_the_audit_trail(string sql)
    {
        foreach (var role in new[] { portal.Database.App, portal.Database.Worker, portal.Database.Owner })
        {
            await using var connection = new NpgsqlConnection(role);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);

            var refusal = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

            refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    private async Task<Guid> AddOrganisationAsync(bool commit)
    {
        var id = Guid.NewGuid();
        await using var scope = portal.OpenScope(null);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        db.Organisations.Add(new Organisation(id, "First Key Homes Trust", OrganisationKind.Provider));
        await db.SaveChangesAsync(CancellationToken.None);
        if (commit)
        {
            await transaction.CommitAsync();
        }

        return id;
    }

    private async Task<List<AuditEvent>> EventsAsync(Guid objectId)
    {
        await using var scope = portal.OpenScope(null);
        return await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().AuditEvents
            .Where(a => a.ObjectId == objectId && a.Code != "DpsPortal:Forbidden").ToListAsync();
    }
}
