using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

public sealed class SchemePublishingTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task A_draft_is_written_checked_and_published_by_another_officer()
    {
        var writer = await _journey.LeadAsync();
        var second = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationLead);
        var terms = Terms();
        var draft = await writer.PostAsync<SchemeDto>(
            "/api/schemes/drafts", terms with { Lots = [terms.Lots[0] with { Terms = null }] });
        draft.Missing.Single().Field.ShouldBe("lots[0].terms.selectionCriteria");

        var early = await second.PostAsync($"/api/schemes/{draft.Id}/publish", new SchemeVersionDto { Version = draft.Version });
        var edited = await writer.PutAsync<SchemeDto>(
            $"/api/schemes/{draft.Id}", new EditSchemeDto { Terms = terms, Version = draft.Version });
        var own = await writer.PostAsync(
            $"/api/schemes/{draft.Id}/publish", new SchemeVersionDto { Version = edited.Version });
        var published = await second.PostAsync<SchemeDto>(
            $"/api/schemes/{draft.Id}/publish", new SchemeVersionDto { Version = edited.Version });
        var late = await writer.PutAsync(
            $"/api/schemes/{draft.Id}", new EditSchemeDto { Terms = terms, Version = published.Version });

        early.Status.ShouldBe(HttpStatusCode.BadRequest);
        own.Problem.Code.ShouldBe(AccreditationErrorCodes.OwnDraft);
        edited.Missing.ShouldBeEmpty();
        (published.State, published.Lots.Count).ShouldBe((SchemeState.Published, 2));
        published.PermittedTriggers.ShouldBe([SchemeTrigger.Close]);
        late.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_draft_does_not_exist_for_anybody_else()
    {
        var writer = await _journey.LeadAsync();
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);
        var draft = await writer.PostAsync<SchemeDto>("/api/schemes/drafts", Terms());

        (await stranger.GetAsync($"/api/schemes/{draft.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync<List<SchemeListItemDto>>("/api/schemes")).ShouldNotContain(s => s.Id == draft.Id);
        (await stranger.PostAsync($"/api/schemes/{draft.Id}/publish", new SchemeVersionDto { Version = draft.Version }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.Anonymous().GetAsync($"/api/public/schemes/{draft.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await CountAsync(portal.Kingsferry.Id, draft.Id)).ShouldBe(0L);
        (await CountAsync(portal.Eastmarsh.Id, draft.Id)).ShouldBe(1L);
    }

    [Fact]
    public async Task A_draft_waits_on_the_first_page_of_those_who_may_publish_it_and_reminds_its_writer()
    {
        var writer = await _journey.LeadAsync();
        var second = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationLead);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);
        var officer = await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        var draft = await writer.PostAsync<SchemeDto>("/api/schemes/drafts", Terms());

        (await TodayTests.KindsAsync(writer, draft.Id)).ShouldBe(["Scheme.Await"]);
        (await TodayTests.KindsAsync(second, draft.Id)).ShouldBe(["Scheme.Publish"]);
        (await TodayTests.KindsAsync(stranger, draft.Id)).ShouldBeEmpty();
        (await TodayTests.KindsAsync(officer, draft.Id)).ShouldBeEmpty();

        await second.PostAsync<SchemeDto>(
            $"/api/schemes/{draft.Id}/publish", new SchemeVersionDto { Version = draft.Version });
        (await TodayTests.KindsAsync(second, draft.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Fact_01_no_scheme_of_the_old_law_is_drafted()
    {
        var answer = await (await _journey.LeadAsync()).PostAsync("/api/schemes/drafts", _journey.Terms());

        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.NewSchemeForbidden);
        answer.Problem.Detail.ShouldNotBeNull().ShouldContain("SI 2024/716");
    }

    [Fact]
    public async Task The_lots_of_a_published_scheme_stand_even_in_the_database()
    {
        var scheme = await _journey.RecordSchemeAsync();
        await using var connection = new NpgsqlConnection(portal.Database.App);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"select set_config('app.org', '{portal.Eastmarsh.Id}', false);"
            + $" update accreditation.lots set name = 'Other' where scheme_id = '{scheme.Id}'",
            connection);

        (await Should.ThrowAsync<PostgresException>(
            () => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken))).SqlState.ShouldBe("42501");
    }

    [Fact]
    public async Task A_closed_scheme_takes_nobody()
    {
        var lead = await _journey.LeadAsync();
        var scheme = await _journey.RecordSchemeAsync();

        var closed = await lead.PostAsync<SchemeDto>(
            $"/api/schemes/{scheme.Id}/close", new CloseSchemeDto { Reason = "Replaced", Version = scheme.Version });
        var answer = await (await _journey.ProviderAsync(portal.HarbourSteps)).PostAsync(
            "/api/applications", new DpsPortal.Accreditation.Applications.CreateApplicationDto { SchemeId = scheme.Id });

        (closed.State, closed.OpenToJoin).ShouldBe((SchemeState.Closed, false));
        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.SchemeClosed);
    }

    private RecordSchemeDto Terms()
    {
        var legacy = _journey.Terms(Regime.PcrLightTouch);
        return legacy with
        {
            Regime = Regime.Pa23OpenFramework,
            ContractNoticeDate = new DateOnly(2026, 1, 5),
            StartsOn = new DateOnly(2026, 2, 1),
            EndsOn = new DateOnly(2028, 12, 31),
            AdmissionMode = AdmissionMode.Windowed,
            Windows = [new(new DateOnly(2026, 2, 1), new DateOnly(2028, 12, 1))],
            TenderTimeBasis = TenderTimeBasis.Pa23LightTouch,
            Lots =
            [
                .. legacy.Lots.Select(l => l with
                {
                    Terms = new LotTermsDto { SelectionCriteria = ["Registered with Ofsted"], Areas = ["HA9"] },
                }),
            ],
        };
    }

    private async Task<long> CountAsync(Guid organisationId, Guid schemeId)
    {
        await using var connection = new NpgsqlConnection(portal.Database.App);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var set = new NpgsqlCommand($"select set_config('app.org', '{organisationId}', false)", connection);
        await set.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var count = new NpgsqlCommand(
            $"select count(*) from accreditation.schemes where id = '{schemeId}'", connection);
        return (long)(await count.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }
}
