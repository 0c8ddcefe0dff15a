using System.Globalization;
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

/// <summary>The training matrix: kept by the provider with its record, read by whom it applied to, and what it bears.</summary>
public sealed class TrainingTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task A_provider_sees_everybody_in_post_by_every_topic_with_the_share_in_date()
    {
        var (provider, today) = (await NewProviderAsync("Sluice Court Homes"), await TodayAsync());
        await AddAsync(provider);
        var partly = await AddAsync(provider, v => v with
        {
            Trainings =
            [
                new() { Topic = TrainingTopic.FireSafety, On = today.AddMonths(-12).AddDays(-1) },
                new() { Topic = TrainingTopic.Medication, NotNeeded = true },
            ],
        });
        await AddAsync(provider, v => v with { LeftOn = today.AddDays(-1) });

        var matrix = await provider.GetAsync<TrainingMatrixDto>("/api/staff/training");

        (matrix.InDate, matrix.Needed, matrix.Percent, matrix.PassPercent).ShouldBe((17, 31, 54, 90));
        matrix.Topics.Select(t => t.Topic).ShouldBe(Enum.GetValues<TrainingTopic>());
        Topic(matrix, TrainingTopic.Safeguarding).Percent.ShouldBe(100);
        Topic(matrix, TrainingTopic.FireSafety).ShouldBe(new TrainingTopicDto(TrainingTopic.FireSafety, 12, 1, 2, 50));
        Topic(matrix, TrainingTopic.Medication).ShouldBe(new TrainingTopicDto(TrainingTopic.Medication, 12, 1, 1, 100));
        matrix.People.Count.ShouldBe(2);
        var row = matrix.People.Single(p => p.StaffId == partly.Id);
        row.Percent.ShouldBe(6);
        row.Cells[(int)TrainingTopic.FireSafety].ShouldBe(new TrainingCell(
            TrainingTopic.FireSafety, TrainingStatus.OutOfDate, today.AddMonths(-12).AddDays(-1), today.AddDays(-1)));
        row.Cells[(int)TrainingTopic.Medication].Status.ShouldBe(TrainingStatus.NotNeeded);
        row.Cells[(int)TrainingTopic.FirstAid].Status.ShouldBe(TrainingStatus.None);
    }

    [Fact]
    public async Task A_provider_that_lists_nobody_has_a_matrix_without_a_figure()
    {
        var provider = await NewProviderAsync("Empty Quay Living");

        var matrix = await provider.GetAsync<TrainingMatrixDto>("/api/staff/training");

        matrix.Percent.ShouldBeNull();
        matrix.People.ShouldBeEmpty();
        matrix.Topics.Count.ShouldBe(16);
    }

    [Theory]
    [InlineData(TrainingTopic.FirstAid, "today+1", false, "vetting.trainings.firstAid")]
    [InlineData(TrainingTopic.FirstAid, "today", false, null)]
    [InlineData(TrainingTopic.FirstAid, "1939-12-31", false, "vetting.trainings.firstAid")]
    [InlineData(TrainingTopic.FirstAid, null, false, "vetting.trainings.firstAid")]
    [InlineData(TrainingTopic.FirstAid, null, true, "vetting.trainings.firstAid")]
    [InlineData(TrainingTopic.FoodHygiene, null, true, null)]
    [InlineData(TrainingTopic.FoodHygiene, "today", true, "vetting.trainings.foodHygiene")]
    [InlineData(TrainingTopic.Safeguarding, "today", false, "vetting.trainings")]
    public async Task Training_that_cannot_be_as_it_says_is_refused_at_its_topic(
        TrainingTopic topic, string? on, bool notNeeded, string? refusedAt)
    {
        var (provider, today) = (await portal.AsAsync(portal.LanternRow, Role.ProviderStaff), await TodayAsync());
        DateOnly? day = on switch
        {
            null => null,
            "today" => today,
            "today+1" => today.AddDays(1),
            _ => DateOnly.Parse(on, null),
        };

        var answer = await provider.PostAsync("/api/staff", await InputAsync(v => v with
        {
            Trainings = [new() { Topic = topic, On = day, NotNeeded = notNeeded }],
        }));

        answer.Status.ShouldBe(refusedAt is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest);
        if (refusedAt is not null)
        {
            answer.Problem.Errors.Keys.ShouldBe([refusedAt]);
        }
    }

    [Fact]
    public async Task A_topic_that_is_given_twice_is_refused()
    {
        var (provider, today) = (await portal.AsAsync(portal.LanternRow, Role.ProviderStaff), await TodayAsync());
        var twice = new StaffTraining { Topic = TrainingTopic.Prevent, On = today };

        var answer = await provider.PostAsync("/api/staff", await InputAsync(v => v with { Trainings = [twice, twice] }));

        answer.Problem.Errors.Keys.ShouldBe(["vetting.trainings"]);
    }

    [Fact]
    public async Task A_person_recorded_before_there_was_a_matrix_has_no_training_and_can_be_changed()
    {
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);
        var input = await InputAsync();
        var created = await provider.PostAsync<StaffMemberDto>("/api/staff", input);
        await SqlAsync($"update accreditation.staff_members set vetting = vetting - 'trainings' where id = '{created.Id}'");

        var read = (await provider.GetAsync<StaffListDto>("/api/staff")).Items.Single(s => s.Id == created.Id);
        var changed = await provider.PutAsync<StaffMemberDto>($"/api/staff/{created.Id}", input with { Version = read.Version });

        read.Vetting.Trainings.ShouldBeEmpty();
        changed.Vetting.Trainings.Count.ShouldBe(15);
        (await SqlAsync($"select after from organisations.audit_events where object_id = '{created.Id}' and action = 'Update'"))
            .ShouldBe("Trainings");
    }

    [Fact]
    public async Task An_import_reads_a_column_a_topic_and_says_what_to_mend_in_it()
    {
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);
        var number = Guid.NewGuid().ToString("N")[..8];
        const string heading = "number,name,role,started,engagement,first_aid,food_hygiene,fire_safety";
        var future = (await TodayAsync()).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

        var faulty = await ImportAsync(provider, heading,
            $"{number}-1,Ana Ok,Support worker,01/09/2024,employed,02/10/2025,Not needed,",
            $"{number}-2,Ben Bad,Support worker,01/09/2024,employed,31/02/2025,never,",
            $"{number}-3,Cy Bad,Support worker,01/09/2024,employed,not needed,,{future}");
        var stored = await ImportAsync(provider, heading,
            $"{number}-1,Ana Ok,Support worker,01/09/2024,employed,02/10/2025,Not needed,");
        var first = await TrainingsAsync(provider, $"{number}-1");
        await ImportAsync(provider, "number,name,role,started,engagement,first_aid",
            $"{number}-1,Ana Ok,Team leader,01/09/2024,employed,");

        faulty.Stored.ShouldBeFalse();
        faulty.Rows.Select(r => (r.Line, string.Join(' ', r.Problems.Select(p => p.Column)))).ShouldBe(
        [
            (3, "first_aid food_hygiene"), (4, "first_aid fire_safety"),
        ]);
        stored.Stored.ShouldBeTrue();
        first.ShouldBe(
        [
            new StaffTraining { Topic = TrainingTopic.FirstAid, On = new DateOnly(2025, 10, 2) },
            new StaffTraining { Topic = TrainingTopic.FoodHygiene, NotNeeded = true },
        ]);
        (await TrainingsAsync(provider, $"{number}-1")).ShouldBe(
            [new StaffTraining { Topic = TrainingTopic.FoodHygiene, NotNeeded = true }],
            "an empty cell takes away, a column that the file does not have leaves what stood");
    }

    [Fact]
    public async Task Officers_of_the_host_authority_see_the_training_and_nobody_else_does()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var provider = await portal.AsAsync(portal.Copperleaf, Role.ProviderAdministrator);
        var person = await AddAsync(provider);
        var application = await _journey.SubmitAsync(scheme, portal.Copperleaf);
        var path = $"/api/applications/{application.Id}/staff/training";

        var officer = await _journey.OfficerAsync();
        var matrix = await officer.GetAsync<TrainingMatrixDto>(path);
        var rival = await (await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer)).GetAsync(path);
        var other = await (await portal.AsAsync(portal.HarbourSteps, Role.ProviderAdministrator))
            .GetAsync<TrainingMatrixDto>("/api/staff/training");

        matrix.People.Select(p => p.StaffId).ShouldContain(person.Id);
        matrix.Percent.ShouldBe(100);
        rival.Status.ShouldBe(HttpStatusCode.NotFound);
        other.People.ShouldNotContain(p => p.StaffId == person.Id);
        (await officer.GetAsync<List<AuditEventDto>>($"/api/applications/{application.Id}/history"))
            .Select(h => h.Action).ShouldContain("ViewTraining");
    }

    /// <summary>Ten people need 16 trainings each: without 17 of 160 it is 89 per cent, without 16 it is 90.</summary>
    [Fact]
    public async Task A_pass_with_a_compliant_training_line_is_refused_at_89_per_cent_and_taken_at_90()
    {
        var organisation = new TestOrganisation(Guid.NewGuid(), "Ninety Locks Housing", OrganisationKind.Provider);
        await portal.AddAsync(organisation);
        var provider = await portal.AsAsync(organisation, Role.ProviderAdministrator);
        var untrained = await AddAsync(provider, v => v with { Trainings = [] });
        var partly = await AddAsync(provider, v => v with { Trainings = [.. v.Trainings.Skip(2)] });
        for (var i = 0; i < 8; i++)
        {
            await AddAsync(provider);
        }

        var scheme = await _journey.RecordSchemeAsync();
        var application = await _journey.ReachSaferRecruitmentAsync(await _journey.AdmitAsync(scheme, organisation));
        var officer = await _journey.OfficerAsync();
        await ReadFilesAsync(officer, application.Id);
        var path = $"/api/applications/{application.Id}";

        var at89 = await officer.GetAsync<TrainingMatrixDto>($"{path}/staff/training");
        var refused = await CloseAsync(officer, application);
        var better = await InputAsync(v => v with { Trainings = [.. v.Trainings.Skip(1)] });
        await provider.PutAsync<StaffMemberDto>(
            $"/api/staff/{partly.Id}", better with { Number = partly.Number, Version = partly.Version });
        var at90 = await officer.GetAsync<TrainingMatrixDto>($"{path}/staff/training");
        var passed = await CloseAsync(officer, application);

        untrained.Findings.ShouldBeEmpty();
        (at89.InDate, at89.Needed, at89.Percent).ShouldBe((143, 160, 89));
        (refused.Status, refused.Problem.Code).ShouldBe((HttpStatusCode.Conflict, AccreditationErrorCodes.TrainingTooLow));
        refused.Problem.Detail.ShouldNotBeNull().ShouldContain("89%");
        (at90.InDate, at90.Percent).ShouldBe((144, 90));
        passed.Read<ApplicationDto>().Accreditation.ShouldBe(AccreditationState.PropertyVisit);
    }

    private static async Task ReadFilesAsync(PortalClient officer, Guid applicationId)
    {
        var path = $"/api/applications/{applicationId}/staff/sample";
        var drawn = await officer.PostAsync<StaffListDto>(path);
        foreach (var file in drawn.Sample!.Files)
        {
            drawn = await officer.PutAsync<StaffListDto>($"{path}/{file.StaffId}", new ReadStaffFileDto
            {
                Items = [.. file.Items.Select(i => new RecordSaferRecruitmentItemDto { Id = i.Id, Result = ComplianceResult.Compliant })],
                Version = drawn.Sample!.Version,
            });
        }
    }

    private static Task<PortalAnswer> CloseAsync(PortalClient officer, ApplicationDto application) => officer.PostAsync(
        $"/api/applications/{application.Id}/safer-recruitment/close",
        new CloseSaferRecruitmentDto
        {
            Outcome = SaferRecruitmentOutcome.Pass,
            Reasons = "Every line is compliant.",
            Version = application.Version,
        });

    private static TrainingTopicDto Topic(TrainingMatrixDto matrix, TrainingTopic topic) =>
        matrix.Topics.Single(t => t.Topic == topic);

    private static async Task<IReadOnlyList<StaffTraining>> TrainingsAsync(PortalClient provider, string number) =>
        (await provider.GetAsync<StaffListDto>("/api/staff")).Items.Single(s => s.Number == number).Vetting.Trainings;

    private static async Task<StaffImportDto> ImportAsync(PortalClient client, string heading, params string[] rows) =>
        (await client.UploadAsync(
            "staff.csv", Encoding.UTF8.GetBytes($"{heading}\r\n{string.Join("\r\n", rows)}\r\n"),
            "/api/staff/import?apply=true")).Read<StaffImportDto>();

    private async Task<PortalClient> NewProviderAsync(string name)
    {
        var organisation = new TestOrganisation(Guid.NewGuid(), name, OrganisationKind.Provider);
        await portal.AddAsync(organisation);
        return await portal.AsAsync(organisation, Role.ProviderAdministrator);
    }

    private async Task<StaffMemberDto> AddAsync(PortalClient provider, Func<StaffVetting, StaffVetting>? with = null) =>
        await provider.PostAsync<StaffMemberDto>("/api/staff", await InputAsync(with));

    private async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(await portal.Clock.NowAsync());

    private async Task<SaveStaffMemberDto> InputAsync(Func<StaffVetting, StaffVetting>? with = null)
    {
        var vetting = SampleVetting.InOrder(await TodayAsync());
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

    private async Task<object?> SqlAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
