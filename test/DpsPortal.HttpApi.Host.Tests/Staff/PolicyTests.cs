using System.Net;
using System.Text;
using DpsPortal.Accreditation.Policies;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Accreditation;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.People;
using DpsPortal.Rules.Standards;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Staff;

/// <summary>The list of policies: kept by the provider, read by whom it applied to, and by nobody else.</summary>
public sealed class PolicyTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Theory]
    [InlineData("99")]
    [InlineData("-5")]
    [InlineData("Safeguarding, Complaints")]
    [InlineData("Nothing")]
    public async Task A_policy_is_named_by_its_kind_and_by_nothing_else(string kind)
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderAdministrator);

        var saved = await provider.PutAsync($"/api/policies/{kind}", await InputAsync((await TodayAsync()).AddDays(200)));

        saved.Status.ShouldBe(HttpStatusCode.NotFound);
        (await provider.GetAsync<PolicyListDto>("/api/policies")).InOrder.ShouldBe(0);
    }

    [Fact]
    public async Task No_template_has_a_number_for_its_kind() =>
        (await (await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer)).GetAsync("/api/imports/templates/99"))
            .Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Every_policy_that_is_asked_for_has_a_line_and_reviews_are_counted()
    {
        var provider = await AddProviderAsync();
        var today = await TodayAsync();
        await SaveAsync(provider, PolicyKind.Fire, today.AddDays(200));
        await SaveAsync(provider, PolicyKind.Complaints, today.AddDays(30));
        await SaveAsync(provider, PolicyKind.Supervision, today.AddDays(-1));

        var list = await provider.GetAsync<PolicyListDto>("/api/policies");

        list.Items.Select(i => i.Kind).ShouldBe(PolicyKinds.All);
        (list.InOrder, list.DueSoon, list.Overdue, list.NotListed).ShouldBe((2, 1, 1, 20));
        list.Items.Single(i => i.Kind == PolicyKind.Supervision).Review.ShouldBe(PolicyReview.Overdue);
    }

    [Fact]
    public async Task A_review_becomes_overdue_as_its_day_passes_for_provider_and_officer_alike()
    {
        var (provider, organisation) = await AddAsync();
        var application = await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), organisation);
        var officer = await _journey.OfficerAsync();
        var day = (await TodayAsync()).AddDays(2);
        await SaveAsync(provider, PolicyKind.Safeguarding, day);

        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(2));
        var on = await ReviewAsync(officer, application.Id);
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        var after = await ReviewAsync(officer, application.Id);

        (on, after).ShouldBe((PolicyReview.DueSoon, PolicyReview.Overdue));
        var own = await provider.GetAsync<PolicyListDto>("/api/policies");
        own.Overdue.ShouldBe(1);
    }

    [Fact]
    public async Task A_save_over_somebody_elses_is_refused_and_each_save_is_remembered()
    {
        var (provider, organisation) = await AddAsync();
        var listed = await SaveAsync(provider, PolicyKind.Fire, (await TodayAsync()).AddDays(200));
        var input = await InputAsync((await TodayAsync()).AddDays(300));

        var changed = await provider.PutAsync<PolicyDto>("/api/policies/Fire", input with { Version = listed.Version });
        var stale = await provider.PutAsync("/api/policies/Fire", input with { Version = listed.Version });
        var blind = await provider.PutAsync("/api/policies/Fire", input);

        changed.ReviewOn.ShouldBe(input.ReviewOn);
        (stale.Status, stale.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:Concurrency"));
        (blind.Status, blind.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:Concurrency"));
        (await ActionsAsync(organisation.Id)).ShouldBe(["List", "Change"]);
    }

    [Fact]
    public async Task Errors_are_at_the_field_and_nothing_is_listed()
    {
        var provider = await AddProviderAsync();
        var today = await TodayAsync();

        var answer = await provider.PutAsync(
            "/api/policies/Safeguarding", await InputAsync(today.AddMonths(12).AddDays(1)) with { Owner = " " });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldContain("owner");
        (await provider.GetAsync<PolicyListDto>("/api/policies")).Items.ShouldAllBe(i => i.Owner == null);
    }

    [Fact]
    public async Task A_document_is_read_by_the_host_authority_applied_to_before_and_after_it_was_listed()
    {
        var (provider, organisation) = await AddAsync();
        var (early, late) = (await FileAsync(provider), await FileAsync(provider));
        var officer = await _journey.OfficerAsync();
        await SaveAsync(provider, PolicyKind.Safeguarding, (await TodayAsync()).AddDays(90), early);
        var before = (await officer.GetAsync($"/api/documents/{early}")).Status;

        var application = await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), organisation);
        await SaveAsync(provider, PolicyKind.Fire, (await TodayAsync()).AddDays(90), late);

        before.ShouldBe(HttpStatusCode.NotFound);
        var list = await officer.GetAsync<PolicyListDto>($"/api/applications/{application.Id}/policies");
        list.Items.Select(i => i.File?.DocumentId).OfType<Guid>().ShouldBe([early, late]);
        (await officer.GetAsync($"/api/documents/{early}")).Status.ShouldBe(HttpStatusCode.OK);
        (await officer.GetAsync($"/api/documents/{late}")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Another_providers_document_cannot_be_named_and_nothing_is_listed()
    {
        var provider = await AddProviderAsync();
        var foreign = await FileAsync(await portal.AsAsync(portal.LanternRow, Role.ProviderStaff));

        var answer = await provider.PutAsync(
            "/api/policies/Fire", await InputAsync((await TodayAsync()).AddDays(90)) with { DocumentId = foreign });

        answer.IsSuccess.ShouldBeFalse();
        (await provider.GetAsync<PolicyListDto>("/api/policies")).Items.ShouldAllBe(i => i.Owner == null);
    }

    [Fact]
    public async Task Another_provider_and_another_authority_find_no_policy()
    {
        var (provider, organisation) = await AddAsync();
        await SaveAsync(provider, PolicyKind.Fire, (await TodayAsync()).AddDays(90));
        var rows = $"select count(*) from accreditation.policies where provider_id = '{organisation.Id}'";
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBe(0);

        var application = await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), organisation);

        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);
        (await stranger.GetAsync($"/api/applications/{application.Id}/policies")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await RawSql.CountAsync(portal, organisation.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.Kingsferry.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.LanternRow.Id, rows)).ShouldBe(0);
        (await RawSql.ExecuteAsync(
            portal, portal.Eastmarsh.Id, "update accreditation.policies set owner = 'Nobody'")).ShouldBe(0);
    }

    [Theory]
    [InlineData(31, false)]
    [InlineData(30, true)]
    [InlineData(-1, true)]
    public async Task A_review_waits_on_the_first_page_of_its_provider_from_30_days_before(int days, bool waits)
    {
        var provider = await AddProviderAsync();
        var review = (await TodayAsync()).AddDays(days);
        await SaveAsync(provider, PolicyKind.LoneWorking, review);

        var items = (await TodayTests.ItemsAsync(provider)).Where(i => i.Kind == "Policy.Review").ToList();

        var listed = await provider.GetAsync<PolicyListDto>("/api/policies");
        items.Select(i => (i.Subject, i.DueOn, i.Id)).ShouldBe(
            waits
                ? [("lone working policy", (DateOnly?)review, listed.Items.Single(p => p.Owner is not null).Id)]
                : []);
    }

    private async Task<PortalClient> AddProviderAsync() => (await AddAsync()).Client;

    private async Task<(PortalClient Client, TestOrganisation Organisation)> AddAsync()
    {
        var organisation = new TestOrganisation(
            Guid.NewGuid(), $"Outfall {Guid.NewGuid().ToString("N")[..8]}", OrganisationKind.Provider);
        await portal.AddAsync(organisation);
        return (await portal.AsAsync(organisation, Role.ProviderAdministrator), organisation);
    }

    private static async Task<PolicyReview> ReviewAsync(PortalClient officer, Guid applicationId) =>
        (await officer.GetAsync<PolicyListDto>($"/api/applications/{applicationId}/policies"))
        .Items.Single(i => i.Kind == PolicyKind.Safeguarding).Review;

    private async Task<PolicyDto> SaveAsync(
        PortalClient provider, PolicyKind kind, DateOnly reviewOn, Guid? documentId = null) =>
        await provider.PutAsync<PolicyDto>(
            $"/api/policies/{kind}", await InputAsync(reviewOn) with { DocumentId = documentId });

    private async Task<SavePolicyDto> InputAsync(DateOnly reviewOn) => new()
    {
        Owner = "Odette Larkspur, manager",
        VersionOn = (await TodayAsync()).AddMonths(-6),
        ReviewOn = reviewOn,
        Version = 0,
    };

    private async Task<DateOnly> TodayAsync() => DateOnly.FromDateTime(await portal.Clock.NowAsync());

    private static async Task<Guid> FileAsync(PortalClient provider) => (await provider.UploadAsync(
        "policy.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")))
        .Read<DocumentDto>().Id;

    private async Task<IReadOnlyList<string>> ActionsAsync(Guid organisationId)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            select e.action from organisations.audit_events e
            join accreditation.policies p on p.id = e.object_id
            where p.provider_id = $1 and not e.refused order by e.at, e.id
            """,
            connection)
        {
            Parameters = { new() { Value = organisationId } },
        };
        await using var reader = await command.ExecuteReaderAsync();
        var actions = new List<string>();
        while (await reader.ReadAsync())
        {
            actions.Add(reader.GetString(0));
        }

        return actions;
    }
}
