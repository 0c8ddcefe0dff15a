using System.Net;
using DpsPortal.Accreditation.Policies;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Organisations;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Standards;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Documents;

/// <summary>The evidence vault, and fact 8: what an authority holds in date, it cannot ask for again.</summary>
public sealed class EvidenceTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    [Theory]
    [InlineData(-1, EvidenceStatus.Expired)]
    [InlineData(0, EvidenceStatus.ExpiresSoon)]
    [InlineData(1, EvidenceStatus.ExpiresSoon)]
    [InlineData(60, EvidenceStatus.ExpiresSoon)]
    [InlineData(61, EvidenceStatus.Current)]
    public void A_document_runs_out_after_its_last_day_and_says_so_sixty_days_before(int daysLeft, EvidenceStatus status)
    {
        var today = new DateOnly(2026, 11, 25);

        EvidenceKinds.StatusOf(today.AddDays(daysLeft), today).ShouldBe(status);
    }

    [Fact]
    public async Task What_every_provider_is_asked_for_is_missing_until_it_is_given()
    {
        var (provider, _) = await ProviderAsync();
        await AddAsync(provider, EvidenceKind.PublicLiability, await InDaysAsync(200));

        var items = await provider.GetAsync<EvidenceItemDto[]>("/api/evidence");

        items.Single(i => i.Kind == EvidenceKind.PublicLiability).Status.ShouldBe(EvidenceStatus.Current);
        var missing = items.Single(i => i.Kind == EvidenceKind.EmployersLiability);
        (missing.Id, missing.Status).ShouldBe((null, EvidenceStatus.Missing));
    }

    [Fact]
    public async Task What_was_given_with_a_policy_is_named_where_it_is_missing_until_it_is_kept_here_too()
    {
        var (provider, _) = await ProviderAsync();
        var (rival, _) = await ProviderAsync();
        var documentId = await UploadAsync(provider);
        await portal.DrainOutboxAsync();
        var today = await InDaysAsync(0);
        (await provider.PutAsync(
            $"/api/policies/{PolicyKind.Safeguarding}",
            new SavePolicyDto
            {
                Owner = "Ines Carver",
                VersionOn = today,
                ReviewOn = today.AddDays(200),
                DocumentId = documentId,
                Version = 0,
            })).Status.ShouldBe(HttpStatusCode.OK);

        var missing = await ItemAsync(provider, EvidenceKind.SafeguardingPolicy);
        await provider.PostAsync<EvidenceItemDto>(
            "/api/evidence",
            new { kind = EvidenceKind.SafeguardingPolicy.ToString(), documentId, expiresOn = today.AddDays(200) });
        var kept = await ItemAsync(provider, EvidenceKind.SafeguardingPolicy);

        missing.Status.ShouldBe(EvidenceStatus.Missing);
        (missing.Elsewhere!.Place, missing.Elsewhere.DocumentId, missing.Elsewhere.ExpiresOn)
            .ShouldBe((PaperPlace.Policies, documentId, today.AddDays(200)));
        (await ItemAsync(rival, EvidenceKind.SafeguardingPolicy)).Elsewhere.ShouldBeNull();
        (kept.Status, kept.Elsewhere).ShouldBe((EvidenceStatus.Current, null));
    }

    [Fact]
    public async Task What_was_given_in_an_application_and_with_a_home_is_named_where_it_is_missing()
    {
        var organisation = await NewProviderAsync();
        var journey = new ApplicationJourney(portal);
        await journey.CompleteAsync(await journey.RecordSchemeAsync(), organisation);
        var provider = await portal.AsAsync(organisation, Role.ProviderAdministrator);
        var today = await InDaysAsync(0);
        var home = await provider.PostAsync<PremisesDto>("/api/premises", ApplicationJourney.Home(today) with
        {
            Name = "Ferry Row",
            Certificates =
            [
                new()
                {
                    Kind = CertificateKind.GasSafety, IssuedOn = today.AddDays(-3),
                    DocumentId = await UploadAsync(provider),
                },
                new() { Kind = CertificateKind.FireRiskAssessment, IssuedOn = today },
            ],
        });
        await portal.DrainOutboxAsync();

        var given = (await provider.GetAsync<EvidenceItemDto[]>("/api/evidence")).Where(i => i.Elsewhere is not null)
            .Select(i => (i.Kind, i.PremisesId, i.Elsewhere!.Place, i.Elsewhere.ExpiresOn)).ToList();

        given.ShouldBe(
            [
                (EvidenceKind.EmployersLiability, null, PaperPlace.Application, today.AddMonths(6)),
                (EvidenceKind.PublicLiability, null, PaperPlace.Application, today.AddMonths(6)),
                (EvidenceKind.ProfessionalIndemnity, null, PaperPlace.Application, today.AddMonths(6)),
                (EvidenceKind.GasSafety, home.Id, PaperPlace.Home, home.Certificates.Single(c => c.DocumentId is not null).ExpiresOn),
            ],
            ignoreOrder: true);
    }

    [Theory]
    [InlineData(true, new[] { EvidenceKind.GasSafety })]
    [InlineData(false, new EvidenceKind[0])]
    public async Task A_home_with_gas_is_asked_for_its_record_before_one_was_ever_given(bool hasGas, EvidenceKind[] asked)
    {
        var (provider, _) = await ProviderAsync();
        var home = await provider.PostAsync<PremisesDto>(
            "/api/premises", ApplicationJourney.Home(await InDaysAsync(0)) with { HasGas = hasGas, Certificates = [] });

        var missing = (await provider.GetAsync<EvidenceItemDto[]>("/api/evidence"))
            .Where(i => i.PremisesId == home.Id && i.Status == EvidenceStatus.Missing).Select(i => i.Kind).ToList();

        missing.Where(k => k is EvidenceKind.GasSafety or EvidenceKind.HmoLicence).ShouldBe(asked);
        missing.ShouldContain(EvidenceKind.FireRiskAssessment);
        missing.ShouldBeUnique();
    }

    [Theory]
    [InlineData(-1, "Evidence.Replace")]
    [InlineData(0, "Evidence.RunsOut")]
    [InlineData(60, "Evidence.RunsOut")]
    [InlineData(61, null)]
    public async Task What_ran_out_or_soon_will_is_on_the_first_page_of_its_provider(int daysLeft, string? kind)
    {
        var (provider, _) = await ProviderAsync();
        var (rival, _) = await ProviderAsync();
        var last = await InDaysAsync(daysLeft);
        await AddAsync(provider, EvidenceKind.PublicLiability, last);

        (await ToldAsync(provider)).ShouldBe(kind is null ? [] : [(kind, last)]);
        (await ToldAsync(rival)).ShouldBeEmpty();
    }

    [Fact]
    public async Task There_is_one_item_of_a_kind_and_a_person()
    {
        var (provider, _) = await ProviderAsync();
        await AddAsync(provider, EvidenceKind.RightToWork, null, "Ines Carver");
        await AddAsync(provider, EvidenceKind.RightToWork, null, "Joel Tanner");

        var again = await provider.PostAsync("/api/evidence", new
        {
            kind = EvidenceKind.RightToWork.ToString(),
            documentId = await UploadAsync(provider),
            person = " ines  CARVER ",
        });

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Problem.Code.ShouldBe(OrganisationsErrorCodes.EvidenceAlreadyThere);
    }

    [Fact]
    public async Task A_new_version_is_in_force_and_the_earlier_one_stays()
    {
        var (provider, _) = await ProviderAsync();
        var item = await AddAsync(provider, EvidenceKind.PublicLiability, await InDaysAsync(-1));

        var renewed = await provider.PostAsync<EvidenceItemDto>(
            $"/api/evidence/{item.Id}/versions",
            new { documentId = await UploadAsync(provider), expiresOn = await InDaysAsync(365) });

        item.Status.ShouldBe(EvidenceStatus.Expired);
        renewed.Status.ShouldBe(EvidenceStatus.Current);
        renewed.Versions.Select(v => v.Number).ShouldBe([2, 1]);
    }

    [Theory]
    [InlineData("update organisations.evidence_versions set expires_on = '2099-01-01'")]
    [InlineData("delete from organisations.evidence_versions")]
    public async Task A_version_is_never_changed(string sql)
    {
        var (provider, organisation) = await ProviderAsync();
        await AddAsync(provider, EvidenceKind.PublicLiability, null);

        var refusal = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(organisation, sql));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Another_providers_evidence_does_not_exist()
    {
        var (provider, _) = await ProviderAsync();
        var (other, otherOrganisation) = await ProviderAsync();
        var item = await AddAsync(provider, EvidenceKind.PublicLiability, null);

        (await other.GetAsync($"/api/evidence/{item.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostAsync($"/api/evidence/{item.Id}/versions", new { documentId = await UploadAsync(other) }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await CountAsync(otherOrganisation, "evidence_items")).ShouldBe(0);
        (await CountAsync(otherOrganisation, "evidence_versions")).ShouldBe(0);
    }

    [Fact]
    public async Task Another_providers_document_cannot_become_evidence()
    {
        var (provider, _) = await ProviderAsync();
        var (other, _) = await ProviderAsync();

        var answer = await provider.PostAsync(
            "/api/evidence", new { kind = nameof(EvidenceKind.PublicLiability), documentId = await UploadAsync(other) });

        answer.Problem.Code.ShouldBe(OrganisationsErrorCodes.DocumentNotOwn);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, true)]
    [InlineData(-1, false)]
    public async Task Fact_8_What_an_authority_holds_in_date_it_cannot_ask_for_again(int daysLeft, bool isHeld)
    {
        var (provider, organisation) = await ProviderAsync();
        var item = await AddAsync(provider, EvidenceKind.PublicLiability, await InDaysAsync(daysLeft));
        await ShareAsync(organisation, item.Versions[0].DocumentId, portal.Eastmarsh);
        var officer = await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer);

        var answer = await AskAsync(officer, organisation);

        answer.Status.ShouldBe(isHeld ? HttpStatusCode.Conflict : HttpStatusCode.OK, answer.Text);
        if (isHeld)
        {
            answer.Problem.Code.ShouldBe(OrganisationsErrorCodes.EvidenceHeld);
            answer.Problem.Detail!.ShouldContain("certificate.pdf", customMessage: "It names the document held.");
        }
    }

    [Fact]
    public async Task Fact_8_Another_kind_may_be_asked_for()
    {
        var (provider, organisation) = await ProviderAsync();
        var item = await AddAsync(provider, EvidenceKind.EmployersLiability, await InDaysAsync(90));
        await ShareAsync(organisation, item.Versions[0].DocumentId, portal.Eastmarsh);
        var officer = await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer);

        (await AskAsync(officer, organisation)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Fact_8_Another_authority_asks_and_the_provider_is_offered_to_use_it_again()
    {
        var (provider, organisation) = await ProviderAsync();
        var item = await AddAsync(provider, EvidenceKind.PublicLiability, await InDaysAsync(90));
        await ShareAsync(organisation, item.Versions[0].DocumentId, portal.Eastmarsh);
        var officer = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);
        (await officer.GetAsync<EvidenceItemDto[]>($"/api/evidence/given?providerId={organisation.Id}")).ShouldBeEmpty();

        var asked = (await AskAsync(officer, organisation)).Read<EvidenceRequestDto>();
        var offered = (await provider.GetAsync<EvidenceRequestDto[]>("/api/evidence-requests")).Single();
        var answered = await provider.PostAsync<EvidenceRequestDto>($"/api/evidence-requests/{asked.Id}/answer", new { });

        asked.ReusableItemId.ShouldBeNull("What a provider holds is not the asker's to know.");
        offered.ReusableItemId.ShouldBe(item.Id);
        answered.State.ShouldBe(EvidenceRequestState.Answered);
        (await officer.GetAsync<EvidenceItemDto[]>($"/api/evidence/given?providerId={organisation.Id}"))
            .Single().Versions.Single().DocumentName.ShouldBe("certificate.pdf");
        (await AskAsync(officer, organisation)).Problem.Code.ShouldBe(OrganisationsErrorCodes.EvidenceHeld);
    }

    [Fact]
    public async Task An_authority_asks_whom_it_has_an_application_of_and_finds_nobody_else()
    {
        var organisation = await NewProviderAsync();
        var officer = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);

        var before = await AskAsync(officer, organisation);
        await ApplyAsync(organisation, portal.Eastmarsh);
        var toAnother = await AskAsync(officer, organisation);
        await ApplyAsync(organisation, portal.Kingsferry, submitted: false);
        var unsent = await AskAsync(officer, organisation);
        await ApplyAsync(organisation, portal.Kingsferry);
        var after = await AskAsync(officer, organisation);

        new[] { before, toAnother, unsent, after }.Select(a => a.Status).ShouldBe(
            [HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.OK]);
    }

    [Fact]
    public async Task An_authority_sees_the_versions_it_was_given_and_no_others()
    {
        var (provider, organisation) = await ProviderAsync();
        var item = await AddAsync(provider, EvidenceKind.PublicLiability, await InDaysAsync(30));
        await ShareAsync(organisation, item.Versions[0].DocumentId, portal.Eastmarsh);
        await provider.PostAsync<EvidenceItemDto>(
            $"/api/evidence/{item.Id}/versions", new { documentId = await UploadAsync(provider) });
        var officer = await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer);

        var given = await officer.GetAsync<EvidenceItemDto[]>($"/api/evidence/given?providerId={organisation.Id}");

        given.Single().Versions.Select(v => v.Number).ShouldBe([1]);
    }

    [Fact]
    public async Task What_is_not_in_date_answers_no_request()
    {
        var (provider, organisation) = await ProviderAsync();
        await AddAsync(provider, EvidenceKind.PublicLiability, await InDaysAsync(-1));
        var officer = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);
        var asked = (await AskAsync(officer, organisation)).Read<EvidenceRequestDto>();

        var answer = await provider.PostAsync($"/api/evidence-requests/{asked.Id}/answer", new { });

        answer.Problem.Code.ShouldBe(OrganisationsErrorCodes.EvidenceNotInDate);
    }

    private static async Task<IReadOnlyList<(string Kind, DateOnly? DueOn)>> ToldAsync(PortalClient provider) =>
    [
        .. (await TodayTests.ItemsAsync(provider)).Where(i => i.Kind is "Evidence.Replace" or "Evidence.RunsOut")
            .Select(i => (i.Kind, i.DueOn)),
    ];

    private static async Task<EvidenceItemDto> ItemAsync(PortalClient provider, EvidenceKind kind) =>
        (await provider.GetAsync<EvidenceItemDto[]>("/api/evidence")).Single(i => i.Kind == kind);

    private static async Task<Guid> UploadAsync(PortalClient provider) =>
        (await provider.UploadAsync("certificate.pdf", SampleFiles.Pdf())).Read<DocumentDto>().Id;

    /// <summary>One that has applied to two authorities.</summary>
    private async Task<(PortalClient Client, TestOrganisation Organisation)> ProviderAsync()
    {
        var organisation = await NewProviderAsync();
        await ApplyAsync(organisation, portal.Eastmarsh);
        await ApplyAsync(organisation, portal.Kingsferry);
        return (await portal.AsAsync(organisation, Role.ProviderAdministrator), organisation);
    }

    private async Task<TestOrganisation> NewProviderAsync()
    {
        var organisation = new TestOrganisation(
            Guid.NewGuid(), $"Provider {Guid.NewGuid():N}", Organisations.People.OrganisationKind.Provider);
        await portal.AddAsync(organisation);
        return organisation;
    }

    /// <summary>The row alone, of no scheme: it is asked who applied to whom, and whether it was sent.</summary>
    private async Task ApplyAsync(TestOrganisation provider, TestOrganisation host, bool submitted = true)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"""
             set session_replication_role = replica;
             insert into accreditation.applications (id, open_to_change, reference, scheme_id, host_authority_id,
               regime, provider_id, provider_name, search_text, membership, accreditation, answers, stages, created_at,
               last_saved_at, submitted_at, clock_pauses)
             values (gen_random_uuid(), '[]', left(gen_random_uuid()::text, 20), gen_random_uuid(), '{host.Id}',
               'PcrDps', '{provider.Id}', '{provider.Name}', '', 'Submitted', 'NotStarted', '{"{}"}', '[]', now(),
               now(), {(submitted ? "now()" : "null")}, '[]');
             """,
            connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<EvidenceItemDto> AddAsync(
        PortalClient provider, EvidenceKind kind, DateOnly? expiresOn, string? person = null)
    {
        var document = await UploadAsync(provider);
        await portal.DrainOutboxAsync();
        return await provider.PostAsync<EvidenceItemDto>(
            "/api/evidence", new { kind = kind.ToString(), documentId = document, expiresOn, person });
    }

    private async Task<PortalAnswer> AskAsync(PortalClient officer, TestOrganisation provider) =>
        await officer.PostAsync("/api/evidence-requests", new
        {
            providerId = provider.Id,
            kind = nameof(EvidenceKind.PublicLiability),
            dueOn = await InDaysAsync(10),
        });

    private async Task<DateOnly> InDaysAsync(int days) =>
        Rules.Calendar.LondonTime.DateOf(await portal.Clock.NowAsync()).AddDays(days);

    private async Task ShareAsync(TestOrganisation provider, Guid document, TestOrganisation authority)
    {
        var owner = await portal.AddUserAsync(provider, Role.ProviderAdministrator);
        await using var scope = portal.OpenScope(owner);
        await scope.ServiceProvider.GetRequiredService<IDocumentIntegrationService>()
            .ShareAsync([document], authority.Id, CancellationToken.None);
    }

    private async Task<long> CountAsync(TestOrganisation reader, string table) =>
        (long)(await ExecuteAsync(reader, $"select count(*) from organisations.{table}"))!;

    private async Task<object?> ExecuteAsync(TestOrganisation organisation, string sql)
    {
        await using var connection = new NpgsqlConnection(portal.Database.App);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"select set_config('app.org', '{organisation.Id}', false)", connection);
        await command.ExecuteNonQueryAsync();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
