using System.Net;
using System.Text;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Organisations.People;
using DpsPortal.Rules.Standards;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Staff;

/// <summary>The single central record: kept by the provider, read by whom it applied to, and by nobody else.</summary>
public sealed class StaffTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Heading =
        "number,name,role,started,engagement,dbs_level,dbs_number,dbs_issued,reference_1,reference_2";

    private static readonly TestOrganisation Applicant = new(Guid.NewGuid(), "Outfall Living", OrganisationKind.Provider);

    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task Findings_come_with_the_record_and_are_counted()
    {
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderStaff);
        var before = await provider.GetAsync<StaffListDto>("/api/staff");

        var sound = await provider.PostAsync<StaffMemberDto>("/api/staff", await InputAsync());
        var unsound = await provider.PostAsync<StaffMemberDto>("/api/staff", await InputAsync(v => v with
        {
            SecondReferenceOn = null,
            SupervisedOn = v.StartedOn,
        }));
        var after = await provider.GetAsync<StaffListDto>("/api/staff");

        sound.Findings.ShouldBeEmpty();
        unsound.Findings.ShouldBe(
        [
            new StaffFindingDto(SaferRecruitmentFinding.ReferencesMissing, true),
            new StaffFindingDto(SaferRecruitmentFinding.SupervisionOverdue, false),
        ]);
        (after.InPost - before.InPost, after.WithFindings - before.WithFindings).ShouldBe((2, 1));
        after.Sample.ShouldBeNull();
    }

    [Fact]
    public async Task A_save_over_somebody_elses_is_refused_and_the_trail_names_facts_without_values()
    {
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);
        var input = await InputAsync();
        var created = await provider.PostAsync<StaffMemberDto>("/api/staff", input);

        var changed = await provider.PutAsync<StaffMemberDto>(
            $"/api/staff/{created.Id}", input with { Name = "Jo Newname", Version = created.Version });
        var stale = await provider.PutAsync(
            $"/api/staff/{created.Id}", input with { Name = "Jo Stale", Version = created.Version });

        changed.Name.ShouldBe("Jo Newname");
        (stale.Status, stale.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:Concurrency"));
        (await TrailAsync(created.Id)).ShouldBe([("Create", null), ("Update", "Name")]);
    }

    [Theory]
    [InlineData("0001-01-01", "vetting.dbsIssuedOn")]
    [InlineData("9999-12-31", "vetting.dbsIssuedOn")]
    public async Task A_date_out_of_reach_is_refused_at_its_field(string date, string field)
    {
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderStaff);

        var answer = await provider.PostAsync(
            "/api/staff", await InputAsync(v => v with { DbsIssuedOn = DateOnly.Parse(date, null) }));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldContain(field);
    }

    [Fact]
    public async Task A_host_authority_sees_staff_once_the_provider_has_applied_to_it_and_the_look_is_remembered()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var provider = await portal.AsAsync(portal.Copperleaf, Role.ProviderAdministrator);
        var staff = await provider.PostAsync<StaffMemberDto>("/api/staff", await InputAsync());
        (await CountAsync(portal.Eastmarsh)).ShouldBe(0);
        var application = await _journey.SubmitAsync(scheme, portal.Copperleaf);

        var officer = await _journey.OfficerAsync();
        var seen = await officer.GetAsync<StaffListDto>($"/api/applications/{application.Id}/staff");
        var rival = await (await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer))
            .GetAsync($"/api/applications/{application.Id}/staff");

        seen.Items.Select(s => s.Id).ShouldContain(staff.Id);
        rival.Status.ShouldBe(HttpStatusCode.NotFound);
        (await CountAsync(portal.Eastmarsh)).ShouldBe(1);
        (await CountAsync(portal.Kingsferry)).ShouldBe(0);
        (await CountAsync(portal.HarbourSteps)).ShouldBe(0);
        var history = await officer.GetAsync<List<AuditEventDto>>($"/api/applications/{application.Id}/history");
        history.Select(h => h.Action).ShouldContain("ViewStaff");
    }

    [Fact]
    public async Task Another_providers_staff_do_not_exist()
    {
        var staff = await (await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator))
            .PostAsync<StaffMemberDto>("/api/staff", await InputAsync());
        var rival = await portal.AsAsync(portal.HarbourSteps, Role.ProviderAdministrator);

        var answer = await rival.PutAsync(
            $"/api/staff/{staff.Id}", await InputAsync() with { Version = staff.Version });

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        (await rival.GetAsync<StaffListDto>("/api/staff")).Items.ShouldNotContain(s => s.Id == staff.Id);
    }

    [Fact]
    public async Task Files_are_drawn_once_and_the_draw_can_be_repeated_from_its_seed()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var application = await _journey.SubmitAsync(scheme, portal.HarbourSteps);
        var officer = await _journey.OfficerAsync();
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        var sample = $"/api/applications/{application.Id}/staff/sample";

        var nobody = await officer.PostAsync(sample);
        for (var i = 0; i < 7; i++)
        {
            await provider.PostAsync<StaffMemberDto>("/api/staff", await InputAsync());
        }

        await provider.PostAsync<StaffMemberDto>("/api/staff", await InputAsync(v => v with { LeftOn = v.SupervisedOn }));
        var first = await officer.PostAsync<StaffListDto>(sample);
        var second = await officer.PostAsync<StaffListDto>(sample);

        nobody.Problem.Code.ShouldBe(AccreditationErrorCodes.NoStaff);
        first.Sample!.StaffIds.Count.ShouldBe(5);
        second.Sample!.ShouldBeEquivalentTo(first.Sample);
        var inPost = first.Items.Where(s => s.Vetting.LeftOn is null).Select(s => s.Id).ToList();
        StaffFileSample.Draw(inPost, first.Sample.Seed).ShouldBe(first.Sample.StaffIds);
    }

    [Fact]
    public async Task The_record_and_the_drawn_files_bear_the_outcome_of_their_stage()
    {
        await portal.AddAsync(Applicant);
        var provider = await portal.AsAsync(Applicant, Role.ProviderAdministrator);
        var person = await provider.PostAsync<StaffMemberDto>(
            "/api/staff", await InputAsync(v => v with { SecondReferenceOn = null }));
        var scheme = await _journey.RecordSchemeAsync();
        var application = await _journey.ReachSaferRecruitmentAsync(await _journey.AdmitAsync(scheme, Applicant));
        var officer = await _journey.OfficerAsync();
        var path = $"/api/applications/{application.Id}";

        var early = await CloseAsync(officer, application);
        var drawn = await officer.PostAsync<StaffListDto>($"{path}/staff/sample");
        var file = drawn.Sample!.Files.Single();
        var ticks = new ReadStaffFileDto
        {
            Items = [.. file.Items.Select(i => new RecordSaferRecruitmentItemDto { Id = i.Id, Result = ComplianceResult.Compliant })],
            Version = drawn.Sample.Version,
        };
        var rival = await (await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer))
            .PutAsync($"{path}/staff/sample/{person.Id}", ticks);
        var read = await officer.PutAsync<StaffListDto>($"{path}/staff/sample/{person.Id}", ticks);
        var stale = await officer.PutAsync($"{path}/staff/sample/{person.Id}", ticks);
        var stranger = await officer.PutAsync($"{path}/safer-recruitment/settled", Settle(Guid.NewGuid(), application));
        var settled = await officer.PutAsync<ApplicationDto>(
            $"{path}/safer-recruitment/settled", Settle(person.Id, application));
        var closed = await CloseAsync(officer, settled);
        var late = await officer.PutAsync(
            $"{path}/staff/sample/{person.Id}", ticks with { Version = read.Sample!.Version });

        early.Problem.Code.ShouldBe(AccreditationErrorCodes.RecordFinding);
        early.Problem.Detail.ShouldNotBeNull().ShouldContain("Jo Example: fewer than 2 references");
        rival.Status.ShouldBe(HttpStatusCode.NotFound);
        (stale.Status, late.Status).ShouldBe((HttpStatusCode.Conflict, HttpStatusCode.Conflict));
        stranger.Status.ShouldBe(HttpStatusCode.BadRequest);
        read.Sample.CompliancePercent.ShouldBe(100);
        closed.Read<ApplicationDto>().Accreditation.ShouldBe(AccreditationState.PropertyVisit);
        (await provider.GetAsync<ApplicationDto>(path)).SaferRecruitment.ShouldBeNull("officers' notes are not the provider's");
    }

    [Fact]
    public async Task What_is_found_in_a_file_at_the_moment_of_closing_counts_or_comes_too_late()
    {
        var provider = new TestOrganisation(Guid.NewGuid(), "Weir House Living", OrganisationKind.Provider);
        await portal.AddAsync(provider);
        var person = await (await portal.AsAsync(provider, Role.ProviderAdministrator))
            .PostAsync<StaffMemberDto>("/api/staff", await InputAsync());
        var scheme = await _journey.RecordSchemeAsync();
        var application = await _journey.ReachSaferRecruitmentAsync(await _journey.AdmitAsync(scheme, provider));
        var officer = await _journey.OfficerAsync();
        var path = $"/api/applications/{application.Id}/staff/sample";
        var drawn = await officer.PostAsync<StaffListDto>(path);
        var read = await officer.PutAsync<StaffListDto>($"{path}/{person.Id}", new ReadStaffFileDto
        {
            Items = [.. drawn.Sample!.Files[0].Items.Select(i => new RecordSaferRecruitmentItemDto { Id = i.Id, Result = ComplianceResult.Compliant })],
            Version = drawn.Sample.Version,
        });

        var found = officer.PutAsync($"{path}/{person.Id}", new ReadStaffFileDto
        {
            Items = [new() { Id = "identity", Result = ComplianceResult.NotCompliant }],
            Version = read.Sample!.Version,
        });
        var closed = CloseAsync(officer, application);

        var answers = await Task.WhenAll(found, closed);
        answers.Select(a => a.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
    }

    private static SettleFindingsDto Settle(Guid staffId, ApplicationDto application) => new()
    {
        Findings =
        [
            new() { StaffId = staffId, Kind = SaferRecruitmentFinding.ReferencesMissing, Reason = "The second was seen on paper." },
        ],
        Version = application.Version,
    };

    private static Task<PortalAnswer> CloseAsync(PortalClient officer, ApplicationDto application) => officer.PostAsync(
        $"/api/applications/{application.Id}/safer-recruitment/close",
        new CloseSaferRecruitmentDto
        {
            Outcome = SaferRecruitmentOutcome.Pass,
            Reasons = "Every line is compliant.",
            Version = application.Version,
        });

    [Fact]
    public async Task An_import_with_one_bad_row_stores_nothing_and_says_what_to_mend_where()
    {
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);
        var before = (await provider.GetAsync<StaffListDto>("/api/staff")).Items.Count;
        var number = Guid.NewGuid().ToString("N")[..8];

        var report = await ImportAsync(provider, true,
            $"{number}-1,Ana Ok,Support worker,01/09/2024,employed,enhanced with barred lists,001234567890,20/08/2024,,",
            $"{number}-2,Ben Bad,Support worker,31/02/2024,permanent,,1234,,,",
            $"{number}-1,Cy Twice,Support worker,2024-09-01,agency,,,,,");

        report.Stored.ShouldBeFalse();
        (report.RowCount, report.NewCount).ShouldBe((3, 3));
        report.Rows.Select(r => (r.Line, r.Name, string.Join(' ', r.Problems.Select(p => p.Column)))).ShouldBe(
        [
            (3, "Ben Bad", "dbs_number started engagement"),
            (4, "Cy Twice", "number"),
        ]);
        (await provider.GetAsync<StaffListDto>("/api/staff")).Items.Count.ShouldBe(before);
    }

    [Fact]
    public async Task An_import_is_looked_at_first_then_stored_and_brings_known_people_up_to_date()
    {
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);
        var number = Guid.NewGuid().ToString("N")[..8];
        var row = $"{number},Ana Ok,Support worker,1 Sep 2024,Employed,EnhancedWithBarredLists,001234567890,2024-08-20,,";

        var look = await ImportAsync(provider, false, row);
        var store = await ImportAsync(provider, true, row);
        var again = await ImportAsync(provider, true, row.Replace("Support worker", "Team leader", StringComparison.Ordinal));

        (look.Stored, look.NewCount, look.ChangedCount).ShouldBe((false, 1, 0));
        (store.Stored, store.NewCount).ShouldBe((true, 1));
        (again.Stored, again.NewCount, again.ChangedCount).ShouldBe((true, 0, 1));
        var stored = (await provider.GetAsync<StaffListDto>("/api/staff")).Items.Single(s => s.Number == number);
        (stored.Role, stored.Vetting.StartedOn).ShouldBe(("Team leader", new DateOnly(2024, 9, 1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,role\r\nJo,Worker\r\n")]
    [InlineData(Heading + "\r\n")]
    public async Task A_file_that_is_no_table_of_staff_is_refused_as_a_whole(string text)
    {
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);

        var answer = await SendAsync(provider, false, text);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldContain("file");
    }

    [Fact]
    public async Task The_template_imports_as_it_stands()
    {
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);
        var template = await provider.GetAsync("/api/staff/template");

        var report = (await SendAsync(provider, false, template.Text)).Read<StaffImportDto>();

        template.Headers["Content-Disposition"].ShouldContain("single-central-record.csv");
        report.Rows.ShouldBeEmpty();
        report.RowCount.ShouldBe(1);
    }

    private static Task<PortalAnswer> SendAsync(PortalClient client, bool apply, string text) => client.UploadAsync(
        "staff.csv", Encoding.UTF8.GetBytes(text), $"/api/staff/import?apply={(apply ? "true" : "false")}");

    private static async Task<StaffImportDto> ImportAsync(PortalClient client, bool apply, params string[] rows) =>
        (await SendAsync(client, apply, $"{Heading}\r\n{string.Join("\r\n", rows)}\r\n")).Read<StaffImportDto>();

    private async Task<SaveStaffMemberDto> InputAsync(Func<StaffVetting, StaffVetting>? with = null)
    {
        var today = DateOnly.FromDateTime(await portal.Clock.NowAsync());
        var vetting = SampleVetting.InOrder(today);
        return new SaveStaffMemberDto
        {
            Number = Guid.NewGuid().ToString("N")[..12],
            Name = "Jo Example",
            Role = "Support worker",
            DbsNumber = "001234567890",
            Vetting = with?.Invoke(vetting) ?? vetting,
            Version = 0,
        };
    }

    private async Task<long> CountAsync(TestOrganisation asked)
    {
        await using var connection = new NpgsqlConnection(portal.Database.App);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
             select set_config('app.org', '{asked.Id}', false);
             select count(*) from accreditation.staff_members where provider_id = '{portal.Copperleaf.Id}'
             """,
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.NextResultAsync();
        await reader.ReadAsync();
        return reader.GetInt64(0);
    }

    private async Task<IReadOnlyList<(string, string?)>> TrailAsync(Guid staffId)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"select action, after from organisations.audit_events where object_id = '{staffId}' and not refused order by at, id",
            connection);
        await using var reader = await command.ExecuteReaderAsync();
        var trail = new List<(string, string?)>();
        while (await reader.ReadAsync())
        {
            trail.Add((reader.GetString(0), await reader.IsDBNullAsync(1) ? null : reader.GetString(1)));
        }

        return trail;
    }
}
