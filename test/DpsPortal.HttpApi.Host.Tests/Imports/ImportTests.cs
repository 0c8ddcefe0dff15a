using System.Globalization;
using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Imports;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.FirstPage;
using DpsPortal.HttpApi.Host.Tests.Accreditation;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.People;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Imports;

/// <summary>Day one of an alliance: one officer proposes a file, another stores all of it or nothing.</summary>
public sealed class ImportTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(DateTime.UtcNow);

    private static int _next = 9_100_000;

    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task A_whole_alliance_is_stored_by_a_second_officer_with_a_plan_for_what_is_missing()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var (number, officer, lead) = (NextNumber(), await _journey.OfficerAsync(), await _journey.LeadAsync());
        var file = Alliance(number, $"Alliance Homes {number}");

        var proposed = (await ProposeAsync(scheme, file)).Read<DataImportDto>();
        var own = await officer.PostAsync($"/api/imports/{proposed.Id}/confirm");
        var before = await officer.GetAsync<PagedResult<MemberListItemDto>>($"/api/members?search=Alliance Homes {number}");
        var stored = await lead.PostAsync<DataImportDto>($"/api/imports/{proposed.Id}/confirm");

        proposed.PermittedTriggers.ShouldBe([DataImportTrigger.Drop]);
        own.Problem.Code.ShouldBe(AccreditationErrorCodes.OwnProposal);
        before.Items.ShouldBeEmpty();
        stored.State.ShouldBe(DataImportState.Stored);
        stored.Creates.Select(c => (c.What, c.Count)).ShouldBe(
        [
            ("members", 1), ("people", 1), ("homes", 1), ("certificates", 5), ("insurance policies", 1), ("staff", 1),
            ("accreditations", 1),
        ]);
        var member = (await officer.GetAsync<PagedResult<MemberListItemDto>>($"/api/members?search=Alliance Homes {number}"))
            .Items.Single(m => m.ProviderName == $"Alliance Homes {number}");
        member.Lots.Select(l => l.State).ShouldBe([MemberState.Admitted, MemberState.Admitted]);
        var standing = await officer.GetAsync<StandingDto>($"/api/applications/{member.ApplicationId}/standing");
        standing.Lots.ShouldAllBe(l => l.Awardable && l.Until == Today.AddDays(300));
        standing.Homes.ShouldHaveSingleItem().Covered.ShouldBeTrue();
        var plan = (await officer.GetAsync<ImportedMemberDto[]>("/api/imports/members")).Single(m => m.ApplicationId == member.ApplicationId);
        plan.Missing.ShouldBe(
            EvidenceKinds.AlwaysAsked(EvidenceSubject.Organisation).Count()
            + EvidenceKinds.AlwaysAsked(EvidenceSubject.Premises).Count() + 1);
        (plan.Overdue, plan.NextDueOn).ShouldBe((0, Today.AddDays(30)));
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id,
            $"select count(*) from accreditation.data_imports where id = '{proposed.Id}' and content is not null")).ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_is_kept_of_a_file_with_one_row_to_mend()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var (good, bad) = (NextNumber(), NextNumber());

        var answer = await ProposeAsync(scheme, Sheets.Csv(
            Sheets.Members, Sheets.Member($"Good {good}", good), Sheets.Member($"Bad {bad}", bad, lots: "7")), "m.csv");

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await CountAsync(good)).ShouldBe(0);
        (await (await _journey.OfficerAsync()).GetAsync<PagedResult<DataImportDto>>("/api/imports?pageSize=100"))
            .Items.ShouldNotContain(i => i.SchemeId == scheme.Id);
    }

    [Fact]
    public async Task The_same_file_comes_once_and_its_members_come_once()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var number = NextNumber();
        var file = Sheets.Csv(Sheets.Members, Sheets.Member($"Once {number}", number));
        var first = await StoreAsync(scheme, file, "m.csv");

        var twice = await ProposeAsync(scheme, file, "copy of m.csv");
        var again = await (await _journey.LeadAsync()).PostAsync($"/api/imports/{first.Id}/confirm");
        var changed = await ProposeAsync(
            scheme, Sheets.Csv(Sheets.Members, Sheets.Member($"Once {number}", number), ""), "m2.csv");

        twice.Problem.Code.ShouldBe(AccreditationErrorCodes.SameFile);
        twice.Problem.Detail!.ShouldContain("is stored");
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        (changed.IsSuccess ? "" : changed.Problem.Errors.GetValueOrDefault("file")?[0] ?? changed.Problem.Code)!
            .ShouldContain("is in the portal already");
        (await CountAsync(number)).ShouldBe(1);
    }

    [Fact]
    public async Task A_dropped_file_may_come_again()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var number = NextNumber();
        var file = Sheets.Csv(Sheets.Members, Sheets.Member($"Drop {number}", number));
        var proposed = (await ProposeAsync(scheme, file, "m.csv")).Read<DataImportDto>();
        var officer = await _journey.OfficerAsync();

        await officer.PostAsync<DataImportDto>($"/api/imports/{proposed.Id}/drop", new DropImportDto { Reason = "Wrong year." });

        (await ProposeAsync(scheme, file, "m.csv")).IsSuccess.ShouldBeTrue();
        (await officer.GetAsync($"/api/imports/{proposed.Id}/report")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_does_not_fit_any_more_stores_nothing_and_waits()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var (late, other) = (NextNumber(), NextNumber());
        var proposed = (await ProposeAsync(scheme, Sheets.Csv(
            Sheets.Members, Sheets.Member($"Other {other}", other), Sheets.Member($"Late {late}", late)), "m.csv")).Read<DataImportDto>();
        await StoreAsync(scheme, Sheets.Csv(Sheets.Members, Sheets.Member($"Early {late}", late)), "early.csv");

        var answer = await (await _journey.LeadAsync()).PostAsync($"/api/imports/{proposed.Id}/confirm");

        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.ImportDoesNotFit);
        (await CountAsync(other)).ShouldBe(0);
        (await (await _journey.OfficerAsync()).GetAsync<PagedResult<DataImportDto>>("/api/imports?pageSize=100"))
            .Items.Single(i => i.Id == proposed.Id).State.ShouldBe(DataImportState.Proposed);
    }

    [Fact]
    public async Task A_later_file_adds_to_a_member_until_its_own_people_come()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var number = NextNumber();
        await StoreAsync(scheme, Sheets.Csv(Sheets.Members, Sheets.Member($"Later {number}", number)), "m.csv");
        await StoreAsync(scheme, Sheets.Csv(Sheets.Homes, Home(number, "Beacon Lodge")), "homes.csv");
        await StoreAsync(scheme, Sheets.Csv(Sheets.Papers, $"{number},Beacon Lodge,fire risk assessment,{Day(-5)},,,,"), "papers.csv");
        var provider = new TestOrganisation(await ProviderIdAsync(number), $"Later {number}", OrganisationKind.Provider);
        await portal.AddUserAsync(provider, Role.ProviderAdministrator);

        var answer = await ProposeAsync(scheme, Sheets.Csv(Sheets.Homes, Home(number, "Alder House")), "more.csv");

        answer.Problem.Errors["file"][0].ShouldContain("people of its own");
        (await RawSql.CountAsync(portal, provider.Id, "select count(*) from property.premises")).ShouldBe(1);
    }

    [Fact]
    public async Task Fact_14_nobody_with_a_conflict_in_a_provider_proposes_reads_or_confirms_a_file_about_it()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var number = NextNumber();
        await StoreAsync(scheme, Sheets.Csv(Sheets.Members, Sheets.Member($"Close {number}", number)), "m.csv");
        var application = (await (await _journey.OfficerAsync()).GetAsync<PagedResult<MemberListItemDto>>(
            $"/api/members?search=Close {number}")).Items.Single().ApplicationId;
        var conflicted = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationLead);
        await DeclareConflictAsync(conflicted, application);
        var homes = Sheets.Csv(Sheets.Homes, Home(number, "Beacon Lodge"));

        var own = await conflicted.UploadAsync("homes.csv", homes, $"/api/imports?schemeId={scheme.Id}");
        var proposed = (await ProposeAsync(scheme, homes, "homes.csv")).Read<DataImportDto>();
        var read = await conflicted.GetAsync($"/api/imports/{proposed.Id}/report");
        var confirmed = await conflicted.PostAsync($"/api/imports/{proposed.Id}/confirm");

        foreach (var answer in new[] { own, read, confirmed })
        {
            answer.Status.ShouldBe(HttpStatusCode.Forbidden);
            answer.Problem.Code.ShouldBe(AccreditationErrorCodes.ConflictDeclared);
        }

        (await (await _journey.LeadAsync()).PostAsync<DataImportDto>($"/api/imports/{proposed.Id}/confirm")).State
            .ShouldBe(DataImportState.Stored);
    }

    [Fact]
    public async Task Fact_14_a_file_falls_with_a_proposer_who_has_since_declared_a_conflict()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var number = NextNumber();
        await StoreAsync(scheme, Sheets.Csv(Sheets.Members, Sheets.Member($"Late {number}", number)), "m.csv");
        var application = (await (await _journey.OfficerAsync()).GetAsync<PagedResult<MemberListItemDto>>(
            $"/api/members?search=Late {number}")).Items.Single().ApplicationId;
        var late = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        var proposed = (await late.UploadAsync(
            "homes.csv", Sheets.Csv(Sheets.Homes, Home(number, "Beacon Lodge")), $"/api/imports?schemeId={scheme.Id}"))
            .Read<DataImportDto>();

        await DeclareConflictAsync(late, application);

        (await (await _journey.LeadAsync()).PostAsync($"/api/imports/{proposed.Id}/confirm")).Problem.Code
            .ShouldBe(AccreditationErrorCodes.ProposerConflicted);
    }

    [Fact]
    public async Task The_plan_is_on_the_providers_first_page_and_reminded_of_once()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var number = NextNumber();
        await StoreAsync(scheme, Sheets.Csv(Sheets.Members, Sheets.Member($"Plan {number}", number)), "m.csv");
        var provider = new TestOrganisation(await ProviderIdAsync(number), $"Plan {number}", OrganisationKind.Provider);
        var client = await portal.AsAsync(provider, Role.ProviderAdministrator);

        var today = await client.GetAsync<TodayDto>("/api/today");
        await portal.RunWorkerAsync<EvidenceReminderWorker>();
        await portal.RunWorkerAsync<EvidenceReminderWorker>();

        today.Items.Where(i => i.Kind == "Evidence.Give").ShouldNotBeEmpty();
        today.Items.First(i => i.Kind == "Evidence.Give").DueOn.ShouldBe(Today.AddDays(30));
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id,
            $"select count(*) from organisations.audit_events a join organisations.evidence_requests r on r.id = a.object_id where a.action = 'Remind' and r.provider_id = '{provider.Id}'"))
            .ShouldBe(2);
    }

    [Fact]
    public async Task Another_authority_finds_nothing_to_import_to_and_nothing_imported()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var proposed = (await ProposeAsync(
            scheme, Sheets.Csv(Sheets.Members, Sheets.Member("Hidden Homes", NextNumber())), "m.csv")).Read<DataImportDto>();
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);

        (await stranger.UploadAsync("m.csv", Sheets.Csv(Sheets.Members), $"/api/imports/check?schemeId={scheme.Id}"))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/api/imports/{proposed.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/api/imports/{proposed.Id}/report")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync($"/api/imports/{proposed.Id}/confirm")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync($"/api/imports/{proposed.Id}/drop", new DropImportDto { Reason = "x" }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync<PagedResult<DataImportDto>>("/api/imports")).TotalCount.ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.Kingsferry.Id, "select count(*) from accreditation.data_imports")).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.HarbourSteps.Id, "select count(*) from accreditation.data_imports")).ShouldBe(0);
    }

    private static Task<ApplicationDto> DeclareConflictAsync(PortalClient officer, Guid application) =>
        officer.PostAsync<ApplicationDto>(
            $"/api/applications/{application}/interests",
            new { HasConflict = true, Details = "My sister works for the provider." });

    private static string NextNumber() =>
        Interlocked.Increment(ref _next).ToString("00000000", CultureInfo.InvariantCulture);

    private static string Day(int ahead) => Today.AddDays(ahead).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Home(string number, string name) =>
        $"{number},{name},1 Mill Lane,Eastmarsh,EM1 1AA,Eastmarsh LBC,shared ring fenced,yes,yes,8.5; 6.51,";

    private static byte[] Alliance(string number, string name) => Sheets.Workbook(
        ("members", [Sheets.Members, Sheets.Member(name, number)]),
        ("people", ["provider,name,roles,email", $"{number},Ada Reed,director; nominated individual,ada@example.org"]),
        ("homes", [Sheets.Homes, Home(number, "Beacon Lodge")]),
        ("papers", [Sheets.Papers,
            $"{name},Beacon Lodge,gas safety,{Day(-10)},,,,", $"{name},Beacon Lodge,electrical installation,{Day(-10)},,,,",
            $"{name},Beacon Lodge,fire risk assessment,{Day(-10)},,,,",
            $"{name},Beacon Lodge,buildings insurance,{Day(-10)},{Day(90)},,,",
            $"{name},Beacon Lodge,liability insurance,{Day(-10)},{Day(90)},,,",
            $"{name},,employers liability,,{Day(90)},Marsh Mutual,EL-1,5000000"]),
        ("staff", [Sheets.Staff, $"{name},S1,Ola Finch,Support worker,{Day(-400)},employed,001234567890,enhanced with barred lists,{Day(-410)}"]),
        ("standing", [Sheets.Standing, $"{name},accredited,{Day(-30)},{Day(300)},,"]));

    private async Task<PortalAnswer> ProposeAsync(SchemeDto scheme, byte[] file, string name = "alliance.xlsx") =>
        await (await _journey.OfficerAsync()).UploadAsync(name, file, $"/api/imports?schemeId={scheme.Id}");

    private async Task<DataImportDto> StoreAsync(SchemeDto scheme, byte[] file, string name)
    {
        var proposed = (await ProposeAsync(scheme, file, name)).Read<DataImportDto>();
        return await (await _journey.LeadAsync()).PostAsync<DataImportDto>($"/api/imports/{proposed.Id}/confirm");
    }

    private Task<long> CountAsync(string number) => RawSql.CountAsync(
        portal, portal.Eastmarsh.Id, $"select count(*) from organisations.organisations where company_number = '{number}'");

    private async Task<Guid> ProviderIdAsync(string number)
    {
        var id = Guid.Empty;
        await using var connection = new Npgsql.NpgsqlConnection(portal.Database.App);
        await connection.OpenAsync();
        await using var command = new Npgsql.NpgsqlCommand(
            $"select id from organisations.organisations where company_number = '{number}'", connection);
        id = (Guid)(await command.ExecuteScalarAsync())!;
        return id;
    }
}
