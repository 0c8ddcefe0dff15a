using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

public sealed class SchemeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Theory]
    [InlineData(Regime.PcrDps)]
    [InlineData(Regime.PcrLightTouch)]
    public async Task Fact_01_a_late_notice_a_late_end_and_a_change_of_dates_are_refused(Regime regime)
    {
        var lead = await _journey.LeadAsync();
        var terms = _journey.Terms(regime);
        var scheme = await _journey.RecordSchemeAsync(regime);

        var lateNotice = await lead.PostAsync("/api/schemes", terms with
        {
            ContractNoticeDate = new DateOnly(2025, 2, 24),
            StartsOn = new DateOnly(2025, 3, 1),
        });
        var lateEnd = await lead.PostAsync("/api/schemes", terms with { EndsOn = new DateOnly(2029, 2, 24) });
        var change = await lead.PutAsync($"/api/schemes/{scheme.Id}/validity", new ChangeValidityDto
        {
            EndsOn = new DateOnly(2028, 2, 11),
            Reason = "Shorter",
            Version = scheme.Version,
        });

        lateNotice.Problem.Code.ShouldBe(AccreditationErrorCodes.NoticeAfterRepeal);
        lateEnd.Problem.Code.ShouldBe(AccreditationErrorCodes.EndsTooLate);
        change.Problem.Code.ShouldBe(AccreditationErrorCodes.ValidityFrozen);
        scheme.CanChangeValidity.ShouldBeFalse();
    }

    [Fact]
    public async Task Fact_07_a_fee_on_a_dynamic_purchasing_system_is_refused()
    {
        var lead = await _journey.LeadAsync();
        var scheme = await _journey.RecordSchemeAsync();

        var answer = await lead.PutAsync($"/api/schemes/{scheme.Id}/award-fee", new SetAwardFeeDto
        {
            AwardFeeBasisPoints = 1,
            Version = scheme.Version,
        });

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.FeeForbidden);
    }

    [Fact]
    public async Task Fact_03_a_limit_of_members_is_refused_by_the_portal_and_by_the_database()
    {
        var lead = await _journey.LeadAsync();
        var scheme = await _journey.RecordSchemeAsync();
        var answer = await lead.PostAsync("/api/schemes", _journey.Terms() with { MostMembers = 5 });
        await using var connection = new NpgsqlConnection(portal.Database.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"select set_config('app.org', '{portal.Eastmarsh.Id}', false);"
            + $" update accreditation.schemes set most_members = 5 where id = '{scheme.Id}'",
            connection);

        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.MembersUnlimited);
        (await Should.ThrowAsync<PostgresException>(
                () => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)))
            .ConstraintName.ShouldBe("ck_schemes_members");
    }

    [Fact]
    public async Task Fact_03_no_other_column_holds_a_limit_of_members()
    {
        await using var connection = new NpgsqlConnection(portal.Database.Owner);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            """
            select count(*) from information_schema.columns where table_schema = 'accreditation'
              and (column_name like '%max%' or column_name like '%limit%' or column_name like '%cap%' or column_name like '%quota%')
            """,
            connection);

        (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken)).ShouldBe(0L);
    }

    [Fact]
    public async Task Everybody_reads_a_scheme_with_its_rules_and_only_its_host_changes_it()
    {
        var scheme = await _journey.RecordSchemeAsync(Regime.PcrLightTouch);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);
        var fee = new SetAwardFeeDto { AwardFeeBasisPoints = 50, Version = scheme.Version };

        var read = await provider.GetAsync<SchemeDto>($"/api/schemes/{scheme.Id}");
        var foreign = await stranger.PutAsync($"/api/schemes/{scheme.Id}/award-fee", fee);
        var forbidden = await provider.PutAsync($"/api/schemes/{scheme.Id}/award-fee", fee);

        read.Rules.ShouldAllBe(r => r.Source.Length > 0);
        read.MemberAuthorities.Single().AuthorityId.ShouldBe(portal.NorthwickVale.Id);
        foreign.Status.ShouldBe(HttpStatusCode.NotFound);
        forbidden.Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
