using System.Net;
using System.Text;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.People;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>A stage passed with actions: set by an officer, done by the provider, accepted by an officer.</summary>
public sealed class RecruitmentActionTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task Actions_are_set_reported_with_a_document_sent_back_and_accepted()
    {
        var (passed, organisation) = await PassedAsync(20, 10);
        var provider = await _journey.ProviderAsync(organisation);
        var officer = await _journey.OfficerAsync();
        var file = await FileAsync(provider);
        passed.RecruitmentActions.Select(a => a.Text).ShouldBe(["Action due in 10 days.", "Action due in 20 days."]);
        passed.RecruitmentActions.ShouldAllBe(a => a.PermittedTriggers.Count == 0);

        var seen = await provider.GetAsync<ApplicationDto>($"/api/applications/{passed.Id}");
        var first = seen.RecruitmentActions[0];
        first.PermittedTriggers.ShouldBe([RecruitmentActionTrigger.Report]);
        var reported = await provider.PostAsync<ApplicationDto>(PathOf(seen, first, "report"), Report(first, file));
        var toCheck = (await officer.GetAsync<ApplicationDto>($"/api/applications/{passed.Id}")).RecruitmentActions[0];
        var today = await TodayAsync();
        var passedDay = await officer.PostAsync(PathOf(seen, first, "send-back"), Back(toCheck, today.AddDays(-1)));
        var back = await officer.PostAsync<ApplicationDto>(
            PathOf(seen, first, "send-back"), Back(toCheck, today.AddDays(30)));
        var again = Of(await provider.GetAsync<ApplicationDto>($"/api/applications/{passed.Id}"));
        await provider.PostAsync<ApplicationDto>(PathOf(seen, first, "report"), Report(again, file));
        toCheck = Of(await officer.GetAsync<ApplicationDto>($"/api/applications/{passed.Id}"));
        var accepted = await officer.PostAsync<ApplicationDto>(
            PathOf(seen, first, "accept"), new VersionDto { Version = toCheck.Version });

        reported.RecruitmentActions[0].State.ShouldBe(RecruitmentActionState.Reported);
        (passedDay.Status, passedDay.Problem.Errors.Keys.Single()).ShouldBe((HttpStatusCode.BadRequest, "dueOn"));
        (again.State, again.SentBackBecause, again.DueOn)
            .ShouldBe((RecruitmentActionState.Open, "One is missing.", today.AddDays(30)));
        back.RecruitmentActions.Single(a => a.Id == first.Id).State.ShouldBe(RecruitmentActionState.Open);
        toCheck.File!.DocumentId.ShouldBe(file);
        toCheck.PermittedTriggers.ShouldBe(
            [RecruitmentActionTrigger.Accept, RecruitmentActionTrigger.SendBack], ignoreOrder: true);
        (await officer.GetAsync($"/api/documents/{file}")).Status.ShouldBe(HttpStatusCode.OK);
        Of(accepted).SettledByName.ShouldNotBeNull();
        Of(await provider.GetAsync<ApplicationDto>($"/api/applications/{passed.Id}")).SettledByName.ShouldBeNull();
        var history = await provider.GetAsync<AuditEventDto[]>($"/api/applications/{passed.Id}/history");
        history.Select(h => h.Action).ShouldContain("AcceptRecruitmentAction");
        (await TrailAsync(first.Id)).ShouldBe(["Set", "Report", "SendBack", "Report", "Accept"]);

        RecruitmentActionDto Of(ApplicationDto application) =>
            application.RecruitmentActions.Single(a => a.Id == first.Id);
    }

    [Fact]
    public async Task Provider_and_officer_are_told_by_email()
    {
        var (passed, organisation) = await PassedAsync(20);
        var provider = await _journey.ProviderAsync(organisation);
        var officer = await _journey.OfficerAsync();
        var action = passed.RecruitmentActions[0];

        await provider.PostAsync<ApplicationDto>(PathOf(passed, action, "report"), Report(action));
        await portal.DrainOutboxAsync();

        MailTo(provider, "Sign in to see what you do, the first by").ShouldNotBeEmpty();
        MailTo(officer, "an action on safer recruitment is done").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_action_that_is_incomplete_is_refused_at_its_field_and_the_stage_stays_open()
    {
        var (open, _) = await OpenAsync();
        var today = await TodayAsync();

        var answer = await (await _journey.OfficerAsync()).PostAsync(
            $"/api/applications/{open.Id}/safer-recruitment/close",
            Closing(open, new SetRecruitmentActionDto { Text = "Renew.", DueOn = today.AddDays(-1) }));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe(["actions[0].dueOn"]);
        var after = await (await _journey.OfficerAsync()).GetAsync<ApplicationDto>($"/api/applications/{open.Id}");
        (after.Accreditation, after.RecruitmentActions.Count).ShouldBe((AccreditationState.SaferRecruitmentReview, 0));
    }

    [Fact]
    public async Task An_action_waits_for_its_provider_and_once_overdue_for_the_officer_too()
    {
        var (passed, organisation) = await PassedAsync(2);
        var (provider, officer) = (await _journey.ProviderAsync(organisation), await _journey.OfficerAsync());
        var rival = await _journey.ProviderAsync(portal.LanternRow);

        (await KindsAsync(provider, passed.Id)).ShouldBe(["RecruitmentAction.Do"]);
        (await TodayTests.ItemsAsync(provider)).Single(i => i.Kind == "RecruitmentAction.Do").PartId
            .ShouldBe(passed.RecruitmentActions[0].Id);
        (await KindsAsync(rival, passed.Id)).ShouldBeEmpty();
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        (await KindsAsync(officer, passed.Id)).ShouldBeEmpty();
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        (await KindsAsync(officer, passed.Id)).ShouldBe(["RecruitmentAction.Chase"]);
        (await provider.GetAsync<ApplicationDto>($"/api/applications/{passed.Id}"))
            .RecruitmentActions[0].Overdue.ShouldBeTrue();

        var action = passed.RecruitmentActions[0];
        await provider.PostAsync<ApplicationDto>(PathOf(passed, action, "report"), Report(action));

        (await KindsAsync(provider, passed.Id)).ShouldBeEmpty();
        (await KindsAsync(officer, passed.Id)).ShouldBe(["RecruitmentAction.Check"]);
        (await KindsAsync(await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer), passed.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_provider_and_another_authority_find_no_action()
    {
        var (passed, organisation) = await PassedAsync(20);
        var action = passed.RecruitmentActions[0];
        var rival = await _journey.ProviderAsync(portal.LanternRow);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);
        var version = new VersionDto { Version = action.Version };

        (await rival.PostAsync(PathOf(passed, action, "report"), Report(action))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync(PathOf(passed, action, "accept"), version)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync(
                PathOf(passed, action, "send-back"), Back(action, await TodayAsync())))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        var rows = $"select count(*) from accreditation.recruitment_actions where application_id = '{passed.Id}'";
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, organisation.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.LanternRow.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.Kingsferry.Id, rows)).ShouldBe(0);
    }

    [Fact]
    public async Task A_provider_cannot_accept_its_own_action_in_the_database_nor_anybody_change_what_was_asked()
    {
        var (passed, organisation) = await PassedAsync(20);
        var where = $"where application_id = '{passed.Id}'";

        await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
            portal, organisation.Id, $"update accreditation.recruitment_actions set state = 'Accepted' {where}"));
        await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
            portal, portal.Eastmarsh.Id, $"update accreditation.recruitment_actions set due_on = '2030-01-01' {where}"));
        await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
            portal, portal.Eastmarsh.Id, $"delete from accreditation.recruitment_actions {where}"));
    }

    [Fact]
    public async Task Somebody_elses_move_and_another_application_are_refused()
    {
        var (passed, organisation) = await PassedAsync(20, 30);
        var provider = await _journey.ProviderAsync(organisation);
        var action = passed.RecruitmentActions[0];
        await provider.PostAsync<ApplicationDto>(PathOf(passed, action, "report"), Report(action));

        var twice = await provider.PostAsync(PathOf(passed, action, "report"), Report(action));
        var foreign = await FileAsync(await _journey.ProviderAsync(portal.LanternRow));
        var other = passed.RecruitmentActions[1];
        var withForeign = await provider.PostAsync(PathOf(passed, other, "report"), Report(other, foreign));

        (twice.Status, twice.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:Concurrency"));
        withForeign.IsSuccess.ShouldBeFalse();
        (await provider.GetAsync<ApplicationDto>($"/api/applications/{passed.Id}"))
            .RecruitmentActions[1].State.ShouldBe(RecruitmentActionState.Open);
    }

    [Fact]
    public async Task An_officer_with_a_conflict_neither_sees_nor_settles_an_action()
    {
        var (passed, organisation) = await PassedAsync(20);
        var action = passed.RecruitmentActions[0];
        var provider = await _journey.ProviderAsync(organisation);
        await provider.PostAsync<ApplicationDto>(PathOf(passed, action, "report"), Report(action));
        var reported = (await provider.GetAsync<ApplicationDto>($"/api/applications/{passed.Id}")).RecruitmentActions[0];
        var officer = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        await officer.PostAsync<ApplicationDto>(
            $"/api/applications/{passed.Id}/interests",
            new DeclareInterestDto { HasConflict = true, Details = "A cousin is a director." });

        var answer = await officer.PostAsync(
            PathOf(passed, action, "accept"), new VersionDto { Version = reported.Version });

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.GetAsync<ApplicationDto>($"/api/applications/{passed.Id}")).RecruitmentActions.ShouldBeEmpty();
        (await KindsAsync(officer, passed.Id)).ShouldBeEmpty();
    }

    /// <summary>Of these actions only: the application itself waits as well.</summary>
    private static async Task<IReadOnlyList<string>> KindsAsync(PortalClient client, Guid id) =>
        [.. (await TodayTests.KindsAsync(client, id)).Where(k => k.StartsWith("RecruitmentAction", StringComparison.Ordinal))];

    private async Task<(ApplicationDto Application, TestOrganisation Provider)> OpenAsync()
    {
        var organisation = new TestOrganisation(
            Guid.NewGuid(), $"Outfall {Guid.NewGuid().ToString("N")[..8]}", OrganisationKind.Provider);
        await portal.AddAsync(organisation);
        var admitted = await _journey.AdmitAsync(await _journey.RecordSchemeAsync(), organisation);
        return (await _journey.ReachSaferRecruitmentAsync(admitted), organisation);
    }

    private async Task<(ApplicationDto Application, TestOrganisation Provider)> PassedAsync(params int[] days)
    {
        var (open, organisation) = await OpenAsync();
        var today = await TodayAsync();
        var passed = await _journey.OfficerDoesAsync(
            open, "safer-recruitment/close",
            Closing(
                open,
                [
                    .. days.Select(d => new SetRecruitmentActionDto
                    {
                        Text = $"Action due in {d} days.", DueOn = today.AddDays(d),
                    }),
                ]));
        return (passed, organisation);
    }

    private static CloseSaferRecruitmentDto Closing(ApplicationDto application, params SetRecruitmentActionDto[] actions) =>
        new()
        {
            Outcome = SaferRecruitmentOutcome.PassWithActions,
            Reasons = "Nothing critical is open.",
            Actions = actions,
            RecordRead = "On the provider’s own system, at its office.",
            Version = application.Version,
        };

    private static ReportRecruitmentActionDto Report(RecruitmentActionDto action, Guid? file = null) =>
        new() { Note = "All renewed.", DocumentId = file, Version = action.Version };

    private static SendBackRecruitmentActionDto Back(RecruitmentActionDto action, DateOnly dueOn) =>
        new() { Reason = "One is missing.", DueOn = dueOn, Version = action.Version };

    private static string PathOf(ApplicationDto application, RecruitmentActionDto action, string move) =>
        $"/api/applications/{application.Id}/recruitment-actions/{action.Id}/{move}";

    private async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(await portal.Clock.NowAsync());

    private static async Task<Guid> FileAsync(PortalClient provider) => (await provider.UploadAsync(
        "renewals.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")))
        .Read<DocumentDto>().Id;

    private List<string> MailTo(PortalClient person, string words) =>
    [
        .. Directory.EnumerateFiles(portal.DataFolder, "*.eml", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Where(m => m.Contains(person.Session!.User!.Email, StringComparison.OrdinalIgnoreCase)
                && BodyOf(m).Contains(words, StringComparison.Ordinal)),
    ];

    private static string BodyOf(string mail) => Encoding.UTF8.GetString(Convert.FromBase64String(
        mail[mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]));

    private async Task<IReadOnlyList<string>> TrailAsync(Guid actionId)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            "select action from organisations.audit_events where object_id = $1 and not refused order by at, id", connection)
        {
            Parameters = { new() { Value = actionId } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        var trail = new List<string>();
        while (await reader.ReadAsync())
        {
            trail.Add(reader.GetString(0));
        }

        return trail;
    }
}
