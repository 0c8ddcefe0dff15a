using System.Net;
using System.Text;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Organisations.Documents;
using DpsPortal.TestBase;
using Npgsql;
using TestResult = DpsPortal.Accreditation.Applications.TestResult;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>The fit-and-proper-person test over HTTP: whose it is, what proves it, who confirms. Domain §2.3.</summary>
public sealed class FitnessTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task Another_organisations_test_of_people_does_not_exist()
    {
        var (application, person) = await OpenedAsync(portal.HarbourSteps);
        var path = FitnessSteps.Address(application, person.PersonId);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);
        var version = new VersionDto { Version = application.Version };

        (await stranger.PutAsync(path, await AllClearAsync(person, application)))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync(path + "/confirm", version)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync(path + "/interview/score", FitnessSteps.Scores(4, application.Version)))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync(path + "/interview/agree", FitnessSteps.Scores(4, application.Version)))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        (await provider.PostAsync(path + "/confirm", version)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await provider.GetAsync<ApplicationDto>($"/api/applications/{application.Id}"))
            .FitAndProperTest.ShouldBeNull();
    }

    [Fact]
    public async Task Evidence_is_this_providers_or_the_authoritys_own()
    {
        var (application, person) = await OpenedAsync(portal.LanternRow);
        var path = FitnessSteps.Address(application, person.PersonId);
        var officer = await _journey.OfficerAsync();
        var handedIn = application.Answers.Insurance!.Policies[0].DocumentId!.Value;
        var own = await FileAsync(officer);
        var another = await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), portal.Copperleaf);
        var foreign = another.Answers.Insurance!.Policies[0].DocumentId!.Value;

        var refused = await officer.PutAsync(path, await ProvedByAsync(foreign));
        var first = await officer.PutAsync<ApplicationDto>(path, await ProvedByAsync(handedIn));
        application = first;
        var second = await officer.PutAsync<ApplicationDto>(path, await ProvedByAsync(own));

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        CheckOf(first).DocumentName.ShouldNotBeNull();
        CheckOf(second).DocumentId.ShouldBe(own);

        FitnessCheckDto CheckOf(ApplicationDto saved) =>
            saved.FitAndProperTest!.People.Single(p => p.PersonId == person.PersonId).Checks[0];

        async Task<RecordFitnessDto> ProvedByAsync(Guid document)
        {
            var all = await AllClearAsync(person, application);
            return all with
            {
                Outcome = null,
                Checks = [all.Checks[0] with { DocumentId = document }, .. all.Checks.Skip(1)],
            };
        }
    }

    [Fact]
    public async Task No_file_is_kept_with_a_DBS_check()
    {
        var (application, person) = await OpenedAsync(portal.Copperleaf);
        var officer = await _journey.OfficerAsync();
        var image = await FileAsync(officer);
        var all = await AllClearAsync(person, application);

        var answer = await officer.PutAsync(FitnessSteps.Address(application, person.PersonId), all with
        {
            Checks =
            [
                .. all.Checks.Select(c => c.Kind == FitnessCheckKind.EnhancedDbs ? c with { DocumentId = image } : c),
            ],
        });

        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.NoDbsFile);
    }

    [Fact]
    public async Task Whoever_proposed_an_outcome_does_not_confirm_it_and_the_database_is_the_last_judge()
    {
        var (application, person) = await OpenedAsync(portal.HarbourSteps);
        var (officer, lead) = (await _journey.OfficerAsync(), await _journey.LeadAsync());
        var path = FitnessSteps.Address(application, person.PersonId);
        application = await new FitnessSteps(officer, lead).InterviewAsync(application, person.PersonId);
        application = await officer.PutAsync<ApplicationDto>(path, await AllClearAsync(person, application));

        var own = await officer.PostAsync(path + "/confirm", new VersionDto { Version = application.Version });

        (own.Status, own.Problem.Code).ShouldBe((HttpStatusCode.Conflict, AccreditationErrorCodes.OwnProposal));
        var history = await officer.GetAsync<AuditEventDto[]>($"/api/applications/{application.Id}/history");
        history.ShouldContain(h => h.Refused);
        var refusal = await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
            portal, portal.Eastmarsh.Id,
            "update accreditation.applications set fit_and_proper_test = jsonb_set(fit_and_proper_test, "
                + "'{people,0,confirmedBy}', fit_and_proper_test #> '{people,0,proposedBy}') "
                + $"where id = '{application.Id}'"));
        refusal.ConstraintName.ShouldBe("ck_applications_fitness_by_two");
    }

    [Fact]
    public async Task Scores_are_shown_once_the_own_ones_are_given_and_fall_with_a_late_conflict()
    {
        var (application, person) = await OpenedAsync(portal.LanternRow);
        var (officer, lead) = (await _journey.OfficerAsync(), await _journey.LeadAsync());
        var late = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        await ApplicationJourney.DeclareNoConflictAsync(late, application);
        var interview = FitnessSteps.Address(application, person.PersonId) + "/interview";
        application = await late.PostAsync<ApplicationDto>(
            interview + "/score", FitnessSteps.Scores(2, application.Version));

        var before = Of(await officer.GetAsync<ApplicationDto>($"/api/applications/{application.Id}"));
        application = await officer.PostAsync<ApplicationDto>(
            interview + "/score", FitnessSteps.Scores(4, application.Version));
        var after = Of(application);
        application = await officer.PostAsync<ApplicationDto>(
            interview + "/agree", FitnessSteps.Scores(3, application.Version));
        await late.PostAsync<ApplicationDto>(
            $"/api/applications/{application.Id}/interests",
            new DeclareInterestDto { HasConflict = true, Details = "A cousin is the manager." });
        var voided = Of(await lead.GetAsync<ApplicationDto>($"/api/applications/{application.Id}"));

        (before.Interview!.Given[0].Marks, before.Interview.Given[0].Reasons, before.MayScore)
            .ShouldBe((null, null, true));
        after.Interview!.Given.ShouldAllBe(s => s.Marks != null);
        Of(application).Interview!.Agreed!.Passed.ShouldBeTrue();
        voided.Interview!.Agreed.ShouldBeNull();
        voided.Interview.Given.ShouldHaveSingleItem().Marks.ShouldBeNull();
        voided.MayScore.ShouldBeTrue();

        PersonFitnessDto Of(ApplicationDto seen) =>
            seen.FitAndProperTest!.People.Single(p => p.PersonId == person.PersonId);
    }

    [Fact]
    public async Task A_new_director_is_tested_alone_and_holds_the_accreditation_until_found_fit()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var application = await _journey.ReachSaferRecruitmentAsync(
            await _journey.AdmitAsync(scheme, portal.Copperleaf));
        var provider = await _journey.ProviderAsync(portal.Copperleaf);
        var settled = application.FitAndProperTest!.People.Count;
        application = await _journey.OfficerDoesAsync(application, "clarifications", new AskClarificationDto
        {
            Question = "Who are your directors now?",
            ReplyBy = DateOnly.FromDateTime(await portal.Clock.NowAsync()).AddDays(7),
            Sections = [ApplicationSection.People],
            Version = application.Version,
        });
        var people = application.Answers.People!;
        await provider.PutAsync<ApplicationDto>($"/api/applications/{application.Id}/answers", new SaveApplicationDto
        {
            Answers = new QuestionnaireDto
            {
                People = people with
                {
                    People =
                    [
                        .. people.People,
                        new() { Name = "Ines Roth", Roles = [PersonRole.Director], Email = "ines@example.org" },
                    ],
                },
            },
            Version = application.Version,
        });
        var question = application.Clarifications.Single(c => c.State == ClarificationState.Asked);
        await provider.PostAsync<ApplicationDto>(
            $"/api/applications/{application.Id}/clarifications/{question.Id}/answer",
            new AnswerClarificationDto { Answer = "One has joined.", DocumentIds = [], Version = question.Version });

        var (officer, lead) = (await _journey.OfficerAsync(), await _journey.LeadAsync());
        application = await officer.GetAsync<ApplicationDto>($"/api/applications/{application.Id}");
        var joined = application.FitAndProperTest!.People[^1];
        var others = application.FitAndProperTest.People.SkipLast(1).ToList();

        application.Accreditation.ShouldBe(AccreditationState.SaferRecruitmentReview);
        application.FitAndProperTest.SettledCount.ShouldBe(settled);
        others.ShouldAllBe(p => p.ConfirmedAt != null && p.ReopenedAt == null && !p.MayRecord);
        (joined.Name, joined.ReopenedBecause, joined.MayRecord).ShouldBe(("Ines Roth", ReopenCause.NewPerson, true));
        var closed = await officer.PutAsync(
            FitnessSteps.Address(application, others[0].PersonId), await AllClearAsync(others[0], application));
        closed.Status.ShouldBe(HttpStatusCode.Conflict);

        (await FitnessLinesAsync(officer, application)).ShouldBe([("Fitness.Reopened", joined.Name)]);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);
        (await FitnessLinesAsync(stranger, application)).ShouldBeEmpty();
        var today = DateOnly.FromDateTime(await portal.Clock.NowAsync());
        application = await new FitnessSteps(officer, lead).SettleAsync(application, joined, today);
        (await FitnessLinesAsync(officer, application)).ShouldBeEmpty();

        application.FitAndProperTest!.Result.Result.ShouldBe(TestResult.Passed);
    }

    [Fact]
    public async Task The_provider_reads_an_outcome_and_its_reasons_once_another_officer_confirmed_it()
    {
        const string Reasons = "The second reference is missing; send it by Friday.";
        var (application, person) = await OpenedAsync(portal.HarbourSteps);
        var (officer, lead) = (await _journey.OfficerAsync(), await _journey.LeadAsync());
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        var (path, read) = (FitnessSteps.Address(application, person.PersonId), $"/api/applications/{application.Id}");
        var all = await AllClearAsync(person, application);
        application = await officer.PutAsync<ApplicationDto>(path, all with
        {
            Outcome = FitnessOutcome.MoreInformation,
            Reasons = Reasons,
            Checks =
            [
                .. all.Checks.Select((c, i) => i == 0 ? c with { Note = "Zq note of the panel" } : c),
            ],
        });

        var proposed = await provider.GetAsync<ApplicationDto>(read);
        await lead.PostAsync<ApplicationDto>(path + "/confirm", new VersionDto { Version = application.Version });
        var confirmed = await provider.GetAsync(read);
        var rival = await (await _journey.ProviderAsync(portal.LanternRow)).GetAsync(read);
        var officers = await officer.GetAsync<ApplicationDto>(read);

        proposed.PersonOutcomes.ShouldBeEmpty();
        var outcome = confirmed.Read<ApplicationDto>().PersonOutcomes.ShouldHaveSingleItem();
        (outcome.PersonId, outcome.Name, outcome.Outcome, outcome.Reasons)
            .ShouldBe((person.PersonId, person.Name, FitnessOutcome.MoreInformation, Reasons));
        confirmed.Text.ShouldNotContain("Zq note");
        confirmed.Read<ApplicationDto>().FitAndProperTest.ShouldBeNull();
        rival.Status.ShouldBe(HttpStatusCode.NotFound);
        officers.PersonOutcomes.ShouldBeNull();
    }

    [Fact]
    public async Task The_first_page_asks_a_second_officer_for_scores_and_then_the_panel_to_agree()
    {
        var (application, person) = await OpenedAsync(portal.Copperleaf);
        var (officer, lead) = (await _journey.OfficerAsync(), await _journey.LeadAsync());
        var conflicted = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        await conflicted.PostAsync<ApplicationDto>(
            $"/api/applications/{application.Id}/interests",
            new DeclareInterestDto { HasConflict = true, Details = "A cousin is the manager." });
        var interview = FitnessSteps.Address(application, person.PersonId) + "/interview";
        application = await officer.PostAsync<ApplicationDto>(
            interview + "/score", FitnessSteps.Scores(4, application.Version));

        (await FitnessLinesAsync(officer, application)).ShouldBeEmpty();
        (await FitnessLinesAsync(conflicted, application)).ShouldBeEmpty();
        (await FitnessLinesAsync(lead, application)).ShouldBe([("Fitness.Score", person.Name)]);
        application = await lead.PostAsync<ApplicationDto>(
            interview + "/score", FitnessSteps.Scores(4, application.Version));

        (await FitnessLinesAsync(officer, application)).ShouldBe([("Fitness.Agree", person.Name)]);
        (await FitnessLinesAsync(lead, application)).ShouldBe([("Fitness.Agree", person.Name)]);
        var item = (await FirstPage.TodayTests.ItemsAsync(officer)).Single(i => i.Id == application.Id);
        (item.Kind, item.PartId).ShouldBe(("Fitness.Agree", person.PersonId));
        await lead.PostAsync<ApplicationDto>(interview + "/agree", FitnessSteps.Scores(4, application.Version));
        (await FitnessLinesAsync(officer, application)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_page_counts_outcomes_for_whoever_may_confirm_them()
    {
        var (application, person) = await OpenedAsync(portal.Copperleaf);
        var (officer, lead) = (await _journey.OfficerAsync(), await _journey.LeadAsync());
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);
        var conflicted = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        await conflicted.PostAsync<ApplicationDto>(
            $"/api/applications/{application.Id}/interests",
            new DeclareInterestDto { HasConflict = true, Details = "A cousin is the manager." });
        var path = FitnessSteps.Address(application, person.PersonId);
        var before = await FitnessLinesAsync(lead, application);
        application = await officer.PutAsync<ApplicationDto>(path, await MoreNeededAsync());

        var lines = await FitnessLinesAsync(lead, application);
        var own = await FitnessLinesAsync(officer, application);
        var ofStranger = await FitnessLinesAsync(stranger, application);
        var ofConflicted = await FitnessLinesAsync(conflicted, application);
        await lead.PostAsync<ApplicationDto>(path + "/confirm", new VersionDto { Version = application.Version });

        before.ShouldBeEmpty();
        lines.ShouldBe([("Fitness.Confirm", person.Name)]);
        own.ShouldBeEmpty();
        ofStranger.ShouldBeEmpty();
        ofConflicted.ShouldBeEmpty();
        (await FitnessLinesAsync(lead, application)).ShouldBeEmpty();

        async Task<RecordFitnessDto> MoreNeededAsync() => await AllClearAsync(person, application) with
        {
            Outcome = FitnessOutcome.MoreInformation,
            Reasons = "Send a second reference.",
        };
    }

    private static async Task<IReadOnlyList<(string Kind, string? Detail)>> FitnessLinesAsync(
        PortalClient client, ApplicationDto application) =>
    [
        .. (await FirstPage.TodayTests.ItemsAsync(client))
            .Where(i => i.Id == application.Id && i.Kind.StartsWith("Fitness.", StringComparison.Ordinal))
            .Select(i => (i.Kind, i.Detail)),
    ];

    private async Task<(ApplicationDto Application, PersonFitnessDto Interviewed)> OpenedAsync(
        TestOrganisation provider)
    {
        var admitted = await _journey.AdmitAsync(await _journey.RecordSchemeAsync(), provider);
        var opened = await _journey.OfficerDoesAsync(
            admitted, "fit-and-proper-test/open", new VersionDto { Version = admitted.Version });
        return (opened, opened.FitAndProperTest!.People.First(p => p.Interview is not null));
    }

    private async Task<RecordFitnessDto> AllClearAsync(PersonFitnessDto person, ApplicationDto application) =>
        FitnessSteps.AllClear(person, DateOnly.FromDateTime(await portal.Clock.NowAsync()), application.Version);

    private static async Task<Guid> FileAsync(PortalClient client)
    {
        var sent = await client.UploadAsync(
            "register-extract.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"));
        return sent.Read<DocumentDto>().Id;
    }
}
