using System.Net;
using System.Text;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Accreditation.Versions;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Organisations.Documents;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>Questions to the applicant, their files and clocks, and the versions that come of them.</summary>
public sealed class ClarificationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task A_question_is_answered_with_a_file_that_the_officer_can_read_and_each_is_told()
    {
        var submitted = await SubmittedAsync(portal.HarbourSteps);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        var officer = await _journey.OfficerAsync();
        var file = await FileAsync(provider);
        var asked = await AskAsync(submitted);
        (await officer.GetAsync($"/api/documents/{file}")).Status.ShouldBe(HttpStatusCode.NotFound);

        var answered = await provider.PostAsync<ApplicationDto>(
            PathOf(asked, "answer"), Answer(asked.Clarifications[0], file));
        await portal.DrainOutboxAsync();

        answered.Clarifications.Single().State.ShouldBe(ClarificationState.Answered);
        var seen = await officer.GetAsync<ApplicationDto>($"/api/applications/{submitted.Id}");
        var question = seen.Clarifications.Single();
        question.Files.Single().DocumentId.ShouldBe(file);
        question.PermittedTriggers.ShouldBe([ClarificationTrigger.Close]);
        (await officer.GetAsync($"/api/documents/{file}")).Status.ShouldBe(HttpStatusCode.OK);
        MailTo(provider, "a question for you").ShouldNotBeEmpty();
        MailTo(officer, "answered your question").ShouldNotBeEmpty();
        var closed = await officer.PostAsync<ApplicationDto>(
            PathOf(seen, "close"), new VersionDto { Version = question.Version });
        closed.Clarifications.Single().State.ShouldBe(ClarificationState.Closed);
    }

    [Fact]
    public async Task Fact_2_the_day_to_decide_stays_while_a_question_waits()
    {
        var submitted = await SubmittedAsync(portal.LanternRow);

        var asked = await AskAsync(submitted);

        asked.MembershipClock!.DueOn.ShouldBe(submitted.MembershipClock!.DueOn);
        asked.MembershipClock.Paused.ShouldBeFalse();
    }

    [Fact]
    public async Task A_question_waits_on_the_first_page_of_its_provider_until_it_is_answered()
    {
        var asked = await AskAsync(await SubmittedAsync(portal.LanternRow));
        var provider = await _journey.ProviderAsync(portal.LanternRow);
        var rival = await _journey.ProviderAsync(portal.HarbourSteps);

        var item = (await TodayTests.ItemsAsync(provider)).Single(i => i.Id == asked.Id && i.Kind == "Clarification.Answer");
        item.DueOn.ShouldBe(asked.Clarifications[0].ReplyBy);
        (await TodayTests.KindsAsync(rival, asked.Id)).ShouldBeEmpty();
        await provider.PostAsync<ApplicationDto>(PathOf(asked, "answer"), Answer(asked.Clarifications[0]));

        (await TodayTests.KindsAsync(provider, asked.Id)).ShouldBe(["Application.Await"]);
    }

    [Fact]
    public async Task Another_provider_and_another_authority_find_no_question()
    {
        var asked = await AskAsync(await SubmittedAsync(portal.HarbourSteps));
        var rival = await _journey.ProviderAsync(portal.LanternRow);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);
        var question = asked.Clarifications[0];
        var version = new VersionDto { Version = question.Version };

        (await rival.PostAsync(PathOf(asked, "answer"), Answer(question))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync(PathOf(asked, "close"), version)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync($"/api/applications/{asked.Id}/clarifications", Question(asked)))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        var rows = $"select count(*) from accreditation.clarifications where application_id = '{asked.Id}'";
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.HarbourSteps.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.LanternRow.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.Kingsferry.Id, rows)).ShouldBe(0);
    }

    [Fact]
    public async Task Another_providers_file_cannot_be_handed_in()
    {
        var asked = await AskAsync(await SubmittedAsync(portal.HarbourSteps));
        var foreign = await FileAsync(await _journey.ProviderAsync(portal.Copperleaf));

        var answer = await (await _journey.ProviderAsync(portal.HarbourSteps)).PostAsync(
            PathOf(asked, "answer"), Answer(asked.Clarifications[0], foreign));

        answer.IsSuccess.ShouldBeFalse();
        var after = await (await _journey.OfficerAsync()).GetAsync<ApplicationDto>($"/api/applications/{asked.Id}");
        after.Clarifications.Single().State.ShouldBe(ClarificationState.Asked);
    }

    [Fact]
    public async Task Submission_is_frozen_with_its_hash_and_the_hashes_of_its_documents()
    {
        var submitted = await SubmittedAsync(portal.Copperleaf);
        var officer = await _journey.OfficerAsync();

        var versions = await officer.GetAsync<ApplicationVersionDto[]>($"/api/applications/{submitted.Id}/versions");

        var version = versions.ShouldHaveSingleItem();
        version.Number.ShouldBe(1);
        version.Intact.ShouldBeTrue();
        version.Sha256.Length.ShouldBe(64);
        var document = await officer.GetAsync<DocumentDto>(
            $"/api/documents/{submitted.Answers.Insurance!.Policies[0].DocumentId}");
        version.Documents.Single().Sha256.ShouldBe(document.Sha256);
    }

    [Fact]
    public async Task Answers_change_only_where_a_question_asks_for_it_and_make_a_second_version()
    {
        var submitted = await SubmittedAsync(portal.HarbourSteps);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        var officer = await _journey.OfficerAsync();
        var path = $"/api/applications/{submitted.Id}";
        var frozen = await provider.PutAsync($"{path}/answers", Signed("Chair", submitted.Version));
        var asked = await AskAsync(submitted, ApplicationSection.Declaration);

        var elsewhere = await provider.PutAsync($"{path}/answers", new SaveApplicationDto
        {
            Answers = new QuestionnaireDto { Organisation = submitted.Answers.Organisation },
            Version = asked.Version,
        });
        var changed = await provider.PutAsync<ApplicationDto>($"{path}/answers", Signed("Chair", asked.Version));
        var meanwhile = await officer.GetAsync<ApplicationDto>(path);
        await provider.PostAsync<ApplicationDto>(PathOf(asked, "answer"), Answer(asked.Clarifications[0]));

        frozen.Problem.Code.ShouldBe(InvalidTransitionException.ErrorCode);
        elsewhere.Problem.Code.ShouldBe(InvalidTransitionException.ErrorCode);
        changed.Answers.Declaration!.SignatoryRole.ShouldBe("Chair");
        meanwhile.Answers.Declaration!.SignatoryRole.ShouldBe("Director");
        var after = await officer.GetAsync<ApplicationDto>(path);
        after.Answers.Declaration!.SignatoryRole.ShouldBe("Chair");
        after.OpenToChange.ShouldBeEmpty();
        var compared = await officer.GetAsync<VersionComparisonDto>($"{path}/versions/compare?from=1&to=2");
        compared.Changes.ShouldBe([new FieldChangeDto("answers.declaration.signatoryRole", "Director", "Chair")]);
        var again = await provider.PutAsync($"{path}/answers", Signed("Owner", after.Version));
        again.Problem.Code.ShouldBe(InvalidTransitionException.ErrorCode);
    }

    [Fact]
    public async Task A_change_that_leaves_something_out_is_refused_and_makes_no_version()
    {
        var submitted = await SubmittedAsync(portal.LanternRow);
        var provider = await _journey.ProviderAsync(portal.LanternRow);
        var asked = await AskAsync(submitted, ApplicationSection.Declaration);
        await provider.PutAsync<ApplicationDto>(
            $"/api/applications/{submitted.Id}/answers", Signed("Director", asked.Version, agrees: false));

        var answer = await provider.PostAsync(PathOf(asked, "answer"), Answer(asked.Clarifications[0]));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        var versions = await provider.GetAsync<ApplicationVersionDto[]>($"/api/applications/{submitted.Id}/versions");
        versions.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_questions_do_not_ask_for_changes_at_once()
    {
        var submitted = await SubmittedAsync(portal.Copperleaf);
        var asked = await AskAsync(submitted, ApplicationSection.Declaration);

        var second = await (await _journey.OfficerAsync()).PostAsync(
            $"/api/applications/{submitted.Id}/clarifications", Question(asked, ApplicationSection.Ofsted));

        second.Problem.Code.ShouldBe(AccreditationErrorCodes.ChangeAlreadyAsked);
    }

    [Theory]
    [InlineData("update accreditation.application_versions set content = '{}' where application_id = '{0}'")]
    [InlineData("delete from accreditation.application_versions where application_id = '{0}'")]
    public async Task The_database_keeps_a_version_as_it_was(string sql)
    {
        var submitted = await SubmittedAsync(portal.HarbourSteps);

        var refusal = await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
            portal, portal.HarbourSteps.Id, sql.Replace("{0}", submitted.Id.ToString(), StringComparison.Ordinal)));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_raw_query_under_the_wrong_organisation_sees_no_version()
    {
        var submitted = await SubmittedAsync(portal.HarbourSteps);
        var rows = $"select count(*) from accreditation.application_versions where application_id = '{submitted.Id}'";

        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.LanternRow.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.Kingsferry.Id, rows)).ShouldBe(0);
    }

    private async Task<ApplicationDto> SubmittedAsync(TestOrganisation provider) =>
        await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), provider);

    private async Task<ApplicationDto> AskAsync(ApplicationDto application, params ApplicationSection[] sections) =>
        await _journey.OfficerDoesAsync(application, "clarifications", Question(application, sections));

    private static AskClarificationDto Question(
        ApplicationDto application, params ApplicationSection[] sections) => new()
        {
            Question = "Who signs for your organisation?",
            ReplyBy = application.MembershipClock!.DueOn,
            Sections = sections,
            Version = application.Version,
        };

    private static AnswerClarificationDto Answer(ClarificationDto question, params Guid[] files) =>
        new() { Answer = "Our chair does.", DocumentIds = files, Version = question.Version };

    private static string PathOf(ApplicationDto application, string move) =>
        $"/api/applications/{application.Id}/clarifications/{application.Clarifications[0].Id}/{move}";

    private static SaveApplicationDto Signed(string role, uint version, bool agrees = true) => new()
    {
        Answers = new QuestionnaireDto
        {
            Declaration = new()
            {
                AnswersAreTrue = agrees,
                NoCollusion = true,
                AcceptsTerms = true,
                SignatoryName = "Amara Bell",
                SignatoryRole = role,
            },
        },
        Version = version,
    };

    private static async Task<Guid> FileAsync(PortalClient provider) => (await provider.UploadAsync(
        "contract.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n")))
        .Read<DocumentDto>().Id;

    private List<string> MailTo(PortalClient person, string words) =>
    [
        .. Directory.EnumerateFiles(portal.DataFolder, "*.eml", SearchOption.AllDirectories).Select(File.ReadAllText)
            .Where(m => m.Contains(person.Session!.User!.Email, StringComparison.OrdinalIgnoreCase)
                && BodyOf(m).Contains(words, StringComparison.Ordinal)),
    ];

    private static string BodyOf(string mail) => Encoding.UTF8.GetString(Convert.FromBase64String(
        mail[mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]));
}
