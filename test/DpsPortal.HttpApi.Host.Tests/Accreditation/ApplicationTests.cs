using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Adapters.Mail;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.HttpApi.Host.Tests.Accounts;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

public sealed class ApplicationTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task A_proposal_that_was_sent_back_waits_for_its_proposer_as_it_was_and_the_provider_sees_none_of_it()
    {
        var proposed = await _journey.ProposeMembershipAsync(await _journey.RecordSchemeAsync(), portal.LanternRow);
        var path = $"/api/applications/{proposed.Id}";
        var (officer, lead) = (await _journey.OfficerAsync(), await _journey.LeadAsync());

        var back = await _journey.LeadDoesAsync(
            proposed, "membership/send-back", new ReasonDto { Reason = "Name the insurer.", Version = proposed.Version });

        back.ReturnedProposal!.Reasons.ShouldBe(proposed.MembershipDecision!.Reasons);
        (await TodayTests.KindsAsync(officer, proposed.Id)).ShouldContain("Application.MembershipSentBack");
        (await TodayTests.KindsAsync(lead, proposed.Id)).ShouldNotContain("Application.MembershipSentBack");
        (await (await _journey.ProviderAsync(portal.LanternRow)).GetAsync<ApplicationDto>(path)).ReturnedProposal.ShouldBeNull();
    }

    [Fact]
    public async Task Whoever_declares_a_conflict_reads_no_proposal_that_came_back_and_has_none_on_the_first_page()
    {
        var proposed = await _journey.ProposeMembershipAsync(await _journey.RecordSchemeAsync(), portal.LanternRow);
        var path = $"/api/applications/{proposed.Id}";
        using var conflicted = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationLead);
        (await TodayTests.KindsAsync(conflicted, proposed.Id)).ShouldBe(["Application.ConfirmMembership"]);

        await conflicted.PostAsync<ApplicationDto>(
            $"{path}/interests", new DeclareInterestDto { HasConflict = true, Details = "A cousin is a director." });
        (await TodayTests.KindsAsync(conflicted, proposed.Id)).ShouldBeEmpty();
        var back = await _journey.LeadDoesAsync(
            proposed, "membership/send-back", new ReasonDto { Reason = "Name the insurer.", Version = proposed.Version });

        back.ReturnedProposal.ShouldNotBeNull();
        (await conflicted.GetAsync<ApplicationDto>(path)).ReturnedProposal.ShouldBeNull();
    }

    [Fact]
    public async Task A_provider_is_told_that_it_is_being_decided_on_and_then_of_its_letter()
    {
        var proposed = await _journey.ProposeMembershipAsync(await _journey.RecordSchemeAsync(), portal.Copperleaf);
        var provider = await _journey.ProviderAsync(portal.Copperleaf);
        var rival = await _journey.ProviderAsync(portal.LanternRow);

        (await TodayTests.KindsAsync(provider, proposed.Id)).ShouldBe(["Application.Await"]);
        await _journey.LeadDoesAsync(proposed, "membership/confirm", new VersionDto { Version = proposed.Version });

        (await TodayTests.KindsAsync(provider, proposed.Id))
            .ShouldBe(["Application.ReadLetter", "Application.BeAccredited"], ignoreOrder: true);
        (await TodayTests.KindsAsync(rival, proposed.Id)).ShouldBeEmpty();
        var letter = (await TodayTests.ItemsAsync(provider)).Single(i => i.Kind == "Application.ReadLetter").PartId;
        var colleague = await portal.AsAnotherAsync(portal.Copperleaf, Role.ProviderAdministrator);
        await colleague.PostAsync("/api/today/read", new { Kind = "Application.ReadLetter", Id = letter });
        (await TodayTests.KindsAsync(provider, proposed.Id)).ShouldBe(["Application.BeAccredited"]);
    }

    [Fact]
    public async Task A_proposed_decision_is_mailed_to_the_leads_and_one_sent_back_to_its_proposer()
    {
        var lead = await portal.AddUserAsync(portal.Eastmarsh, Role.AccreditationLead);
        var rival = await portal.AddUserAsync(portal.Kingsferry, Role.AccreditationLead);
        var proposed = await _journey.ProposeMembershipAsync(await _journey.RecordSchemeAsync(), portal.LanternRow);
        var waits = $"The decision on membership in application {proposed.Reference} waits for confirmation";
        var returned = $"Your proposal on membership in application {proposed.Reference} was sent back";

        var before = await portal.MailAsync(lead.Email);
        await _journey.LeadDoesAsync(
            proposed, "membership/send-back", new ReasonDto { Reason = "Name the insurer.", Version = proposed.Version });
        await portal.DrainOutboxAsync();
        var all = await portal.Services.GetRequiredService<PickupFolder>().GetListAsync(CancellationToken.None);

        before.ShouldContain(m => m.Subject == waits);
        (await portal.MailAsync(rival.Email)).ShouldBeEmpty();
        all.Where(m => m.Subject == returned).ShouldHaveSingleItem().Body.ShouldNotContain("insurer");
    }

    [Fact]
    public async Task The_last_decision_waits_for_an_officer_although_no_day_is_set_for_it()
    {
        var admitted = await _journey.AdmitAsync(await _journey.RecordSchemeAsync(), portal.HarbourSteps);
        var proposed = await _journey.ProposeAccreditationAsync(admitted);
        var (officer, lead) = (await _journey.OfficerAsync(), await _journey.LeadAsync());
        (await TodayTests.KindsAsync(lead, admitted.Id)).ShouldBe(["Application.ConfirmAccreditation"]);

        await _journey.OfficerDoesAsync(
            proposed, "accreditation/send-back", new ReasonDto { Reason = "A date was wrong.", Version = proposed.Version });

        (await TodayTests.KindsAsync(officer, admitted.Id)).ShouldBe(["Application.Assess"]);
    }

    [Fact]
    public async Task An_officer_is_told_who_else_gave_the_same_numbers_and_the_provider_is_not()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var first = await _journey.SubmitAsync(scheme, portal.HarbourSteps);
        var officer = await _journey.OfficerAsync();

        var second = await _journey.SubmitAsync(scheme, portal.LanternRow);

        var seen = (await officer.GetAsync<ApplicationDto>($"/api/applications/{second.Id}")).SameAs;
        seen.ShouldContain(new SameAsDto(SameAnswer.OfstedUrn, portal.HarbourSteps.Name));
        seen.ShouldContain(new SameAsDto(SameAnswer.CompanyNumber, portal.HarbourSteps.Name));
        seen.ShouldNotContain(s => s.Answer == SameAnswer.LegalName);
        (await officer.GetAsync<ApplicationDto>($"/api/applications/{first.Id}")).SameAs
            .ShouldContain(new SameAsDto(SameAnswer.OfstedUrn, portal.LanternRow.Name));
        second.SameAs.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_provider_applies_is_admitted_passes_five_stages_and_is_accredited()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);

        var admitted = await _journey.AdmitAsync(scheme, portal.HarbourSteps);
        var invited = await MembersAsync(scheme.Lots[0].Id);
        var accredited = await _journey.AccreditAsync(admitted);
        await portal.DrainOutboxAsync();

        invited.Single().Accredited.ShouldBeFalse();
        accredited.Accreditation.ShouldBe(AccreditationState.Accredited);
        accredited.Stages.ShouldAllBe(s => s.Status == StageStatus.Passed && s.ClosedByName != null);
        accredited.Stages[0].ClosedByName.ShouldNotBe(accredited.Stages[1].ClosedByName);
        var member = (await MembersAsync(scheme.Lots[0].Id)).Single();
        member.Accredited.ShouldBeTrue();
        member.AccreditedPremisesIds.ShouldBe([admitted.Premises[0].Id]);
        member.Rates!.AccommodationWeeklyPence.ShouldBe(42_000);
        var letters = await provider.GetAsync<LetterDto[]>($"/api/applications/{admitted.Id}/letters");
        letters.Select(l => l.Kind).ShouldBe(["Admission", "Accreditation"]);
        MailTo(provider).Count.ShouldBeGreaterThanOrEqualTo(7);
    }

    [Fact]
    public async Task The_provider_sees_stages_and_reasons_but_no_notes_and_no_proposal()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var provider = await _journey.ProviderAsync(portal.LanternRow);
        var proposed = await _journey.ProposeMembershipAsync(scheme, portal.LanternRow);

        var before = await provider.GetAsync<ApplicationDto>($"/api/applications/{proposed.Id}");
        var history = await provider.GetAsync<AuditEventDto[]>($"/api/applications/{proposed.Id}/history");
        var confirmed = await _journey.LeadDoesAsync(
            proposed, "membership/confirm", new VersionDto { Version = proposed.Version });
        var after = await provider.GetAsync<ApplicationDto>($"/api/applications/{confirmed.Id}");

        before.Membership.ShouldBe(MembershipState.InEvaluation);
        before.MembershipDecision.ShouldBeNull();
        history.Select(h => h.Action).ShouldNotContain("Propose");
        after.Membership.ShouldBe(MembershipState.Admitted);
        after.MembershipDecision!.Reasons.ShouldStartWith("The questionnaire");
        after.FitAndProperTest.ShouldBeNull();
        confirmed.Stages[0].ClosedByName.ShouldNotBeNull();
        after.Stages[0].ShouldBe(confirmed.Stages[0] with { ClosedByName = null });
    }

    [Theory]
    [InlineData("home", HttpStatusCode.BadRequest, "answers.premises.premisesIds[0]")]
    [InlineData("lot", HttpStatusCode.BadRequest, "answers.lotsAndAreas.lotIds[0]")]
    [InlineData("area", HttpStatusCode.BadRequest, "answers.lotsAndAreas.areas[0]")]
    [InlineData("rate", HttpStatusCode.BadRequest, "answers.rateCard.rates[0].lotId")]
    [InlineData("document", HttpStatusCode.Conflict, null)]
    [InlineData("phone", HttpStatusCode.BadRequest, "answers.organisation.contactPhone")]
    public async Task A_draft_never_names_what_is_anothers(string what, HttpStatusCode status, string? field)
    {
        var scheme = await _journey.RecordSchemeAsync();
        var theirs = (await _journey.CompleteAsync(scheme, portal.LanternRow)).Answers;
        var elsewhere = await _journey.RecordSchemeAsync();
        var mine = await _journey.CompleteAsync(scheme, portal.Copperleaf);
        var rate = mine.Answers.RateCard!.Rates[0];
        var foreign = what switch
        {
            "home" => new QuestionnaireDto { Premises = theirs.Premises },
            "lot" => new() { LotsAndAreas = mine.Answers.LotsAndAreas! with { LotIds = [elsewhere.Lots[0].Id] } },
            "area" => new() { LotsAndAreas = mine.Answers.LotsAndAreas! with { Areas = ["Atlantis"] } },
            "rate" => new() { RateCard = new() { Rates = [rate with { LotId = elsewhere.Lots[0].Id }] } },
            "document" => new() { Insurance = theirs.Insurance },
            _ => new() { Organisation = mine.Answers.Organisation! with { ContactPhone = "abc" } },
        };

        var answer = await (await _journey.ProviderAsync(portal.Copperleaf)).PutAsync(
            $"/api/applications/{mine.Id}/answers",
            new SaveApplicationDto { Answers = foreign, Version = mine.Version });

        answer.Status.ShouldBe(status);
        answer.Problem.Errors.Keys.ShouldBe(field is null ? [] : [field]);
    }

    [Fact]
    public async Task Whoever_proposed_cannot_confirm_and_the_refusal_is_remembered()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var proposed = await _journey.ProposeMembershipAsync(scheme, portal.Copperleaf);
        var officer = await _journey.OfficerAsync();

        var answer = await officer.PostAsync(
            $"/api/applications/{proposed.Id}/membership/confirm", new VersionDto { Version = proposed.Version });

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.OwnProposal);
        var history = await officer.GetAsync<AuditEventDto[]>($"/api/applications/{proposed.Id}/history");
        history.ShouldContain(h => h.Refused);
        (await MembersAsync(scheme.Lots[0].Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_database_refuses_a_decision_confirmed_by_its_proposer()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var proposed = await _journey.ProposeMembershipAsync(scheme, portal.Copperleaf);

        var refusal = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(
            portal.Eastmarsh.Id,
            $$"""
             update accreditation.applications set membership_decision =
               jsonb_set(membership_decision, '{confirmedBy}', membership_decision -> 'proposedBy')
             where id = '{{proposed.Id}}'
             """));

        refusal.ConstraintName.ShouldBe("ck_applications_membership_by_two");
    }

    [Fact]
    public async Task An_incomplete_application_is_refused_at_its_fields_and_starts_no_clock()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var complete = await _journey.CompleteAsync(scheme, portal.HarbourSteps);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        var policies = complete.Answers.Insurance!.Policies.Select((p, i) => i == 0 ? p with { ExpiresOn = null } : p);
        var saved = await provider.PutAsync<ApplicationDto>($"/api/applications/{complete.Id}/answers", new SaveApplicationDto
        {
            Answers = new QuestionnaireDto { Insurance = new() { Policies = [.. policies] } },
            Version = complete.Version,
        });

        var answer = await provider.PostAsync(
            $"/api/applications/{complete.Id}/submit", new VersionDto { Version = saved.Version });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe(["answers.insurance.policies[0].expiresOn"]);
        var after = await provider.GetAsync<ApplicationDto>($"/api/applications/{complete.Id}");
        after.MembershipClock.ShouldBeNull();
        after.Sections.Single(s => s.Section == ApplicationSection.Insurance).Status.ShouldBe(SectionStatus.InProgress);
    }

    [Fact]
    public async Task A_double_click_begins_one_application()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        var input = new CreateApplicationDto { SchemeId = scheme.Id };

        var both = await Task.WhenAll(
            provider.PostAsync<ApplicationDto>("/api/applications", input),
            provider.PostAsync<ApplicationDto>("/api/applications", input));

        both[0].Id.ShouldBe(both[1].Id);
    }

    [Fact]
    public async Task A_member_cannot_apply_again_and_a_rejected_provider_can_at_once()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var rejected = await _journey.ProposeMembershipAsync(scheme, portal.LanternRow, MembershipOutcome.Reject);
        await _journey.LeadDoesAsync(rejected, "membership/confirm", new VersionDto { Version = rejected.Version });
        await _journey.AdmitAsync(scheme, portal.HarbourSteps);

        var again = await _journey.BeginAsync(scheme, portal.LanternRow);
        var refused = await (await _journey.ProviderAsync(portal.HarbourSteps)).PostAsync(
            "/api/applications", new CreateApplicationDto { SchemeId = scheme.Id });

        again.Id.ShouldNotBe(rejected.Id);
        refused.Problem.Code.ShouldBe(AccreditationErrorCodes.AlreadyApplied);
    }

    [Fact]
    public async Task Somebody_elses_change_in_between_is_told_and_nothing_is_lost()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var draft = await _journey.BeginAsync(scheme, portal.Copperleaf);
        var provider = await _journey.ProviderAsync(portal.Copperleaf);
        SaveApplicationDto Save(string role) => new()
        {
            Answers = new QuestionnaireDto
            {
                Declaration = new()
                {
                    AnswersAreTrue = true,
                    NoCollusion = true,
                    AcceptsTerms = true,
                    SignatoryName = "Leila Marsh",
                    SignatoryRole = role,
                },
            },
            Version = draft.Version,
        };
        await provider.PutAsync<ApplicationDto>($"/api/applications/{draft.Id}/answers", Save("Director"));

        var answer = await provider.PutAsync($"/api/applications/{draft.Id}/answers", Save("Secretary"));

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Problem.Code.ShouldBe("DpsPortal:Concurrency");
        var after = await provider.GetAsync<ApplicationDto>($"/api/applications/{draft.Id}");
        after.Answers.Declaration!.SignatoryRole.ShouldBe("Director");
    }

    [Fact]
    public async Task Another_providers_and_another_authoritys_application_does_not_exist()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var submitted = await _journey.SubmitAsync(scheme, portal.HarbourSteps);
        var rival = await _journey.ProviderAsync(portal.LanternRow);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);
        var version = new VersionDto { Version = submitted.Version };

        (await rival.GetAsync($"/api/applications/{submitted.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await rival.PostAsync($"/api/applications/{submitted.Id}/withdraw", new ReasonDto { Reason = "x", Version = 1 }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/api/applications/{submitted.Id}/history")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/api/applications/{submitted.Id}/letters")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync($"/api/applications/{submitted.Id}/start-evaluation", version))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync<ApplicationQueueDto>("/api/applications/queue")).TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task The_host_sees_no_draft()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var draft = await _journey.BeginAsync(scheme, portal.LanternRow);

        var answer = await (await _journey.OfficerAsync()).GetAsync($"/api/applications/{draft.Id}");

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_raw_query_under_the_wrong_organisation_sees_no_application_and_no_letter()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var admitted = await _journey.AdmitAsync(scheme, portal.HarbourSteps);
        var draft = await _journey.BeginAsync(scheme, portal.LanternRow);
        var own = $"select count(*) from accreditation.applications where id = '{admitted.Id}'";
        var letter = $"select count(*) from accreditation.letters where application_id = '{admitted.Id}'";

        (await CountAsync(portal.HarbourSteps.Id, own)).ShouldBe(1);
        (await CountAsync(portal.Eastmarsh.Id, own)).ShouldBe(1);
        (await CountAsync(portal.LanternRow.Id, own)).ShouldBe(0);
        (await CountAsync(portal.Kingsferry.Id, own)).ShouldBe(0);
        (await CountAsync(null, own)).ShouldBe(0);
        (await CountAsync(portal.Eastmarsh.Id, letter)).ShouldBe(1);
        (await CountAsync(portal.Kingsferry.Id, letter)).ShouldBe(0);
        (await CountAsync(
            portal.Eastmarsh.Id, $"select count(*) from accreditation.applications where id = '{draft.Id}'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_letter_cannot_be_rewritten()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var admitted = await _journey.AdmitAsync(scheme, portal.LanternRow);

        var refusal = await Should.ThrowAsync<PostgresException>(() => ExecuteAsync(
            portal.Eastmarsh.Id,
            $"update accreditation.letters set issued_at = issued_at where application_id = '{admitted.Id}'"));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Submission_shows_the_host_the_homes_and_the_papers()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var complete = await _journey.CompleteAsync(scheme, portal.Copperleaf);
        var officer = await _journey.OfficerAsync();
        var home = $"/api/premises/{complete.Premises[0].Id}";
        var paper = $"/api/documents/{complete.Answers.Insurance!.Policies[0].DocumentId}";
        (await officer.GetAsync(home)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync(paper)).Status.ShouldBe(HttpStatusCode.NotFound);

        await (await _journey.ProviderAsync(portal.Copperleaf)).PostAsync<ApplicationDto>(
            $"/api/applications/{complete.Id}/submit", new VersionDto { Version = complete.Version });

        (await officer.GetAsync<PremisesDto>(home)).AddressLine.ShouldBe("1 Quay Street");
        (await officer.GetAsync(paper)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_home_without_a_passed_visit_in_person_keeps_the_stage_open()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var waiting = await _journey.ReachPropertyVisitAsync(await _journey.AdmitAsync(scheme, portal.HarbourSteps));
        var officer = await _journey.OfficerAsync();
        var path = $"/api/applications/{waiting.Id}/property-visit/close";

        var unvisited = await officer.PostAsync(path, ApplicationJourney.Passed(waiting));
        await _journey.VisitHomesAsync(waiting, VisitMode.Virtual);
        var onScreen = await officer.PostAsync(path, ApplicationJourney.Passed(waiting));

        unvisited.Problem.Code.ShouldBe(AccreditationErrorCodes.VisitNotPassed);
        onScreen.Problem.Code.ShouldBe(AccreditationErrorCodes.VisitMustBeInPerson);
    }

    [Fact]
    public async Task The_queue_is_paged_searched_and_counted_with_what_is_due_first_on_top()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var first = await _journey.SubmitAsync(scheme, portal.HarbourSteps);
        var second = await _journey.SubmitAsync(scheme, portal.LanternRow);
        var officer = await _journey.OfficerAsync();
        await _journey.OfficerDoesAsync(first, "extend", new ReasonDto { Reason = "Accounts", Version = first.Version });

        var page = await officer.GetAsync<ApplicationQueueDto>("/api/applications/queue?pageSize=100");
        var one = await officer.GetAsync<ApplicationQueueDto>("/api/applications/queue?pageSize=1&page=2");
        var found = await officer.GetAsync<ApplicationQueueDto>($"/api/applications/queue?search={first.Reference}");

        var ids = page.Items.Select(i => i.Id).ToList();
        ids.IndexOf(second.Id).ShouldBeLessThan(ids.IndexOf(first.Id));
        one.Items.Count.ShouldBe(1);
        one.TotalCount.ShouldBe(page.TotalCount);
        var item = found.Items.ShouldHaveSingleItem();
        item.MembershipClock!.WorkingDays.ShouldBe(15);
        item.LotNumbers.ShouldBe([1, 2]);
    }

    private async Task<IReadOnlyList<LotMember>> MembersAsync(Guid lotId)
    {
        await portal.RefreshClockAsync();
        await using var scope = portal.OpenScope(await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsOfficer));
        return await scope.ServiceProvider.GetRequiredService<IMembershipIntegrationService>()
            .GetMembersAsync(lotId, CancellationToken.None);
    }

    private List<string> MailTo(PortalClient person) =>
    [
        .. Directory.EnumerateFiles(portal.DataFolder, "*.eml", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains(person.Session!.User!.Email, StringComparison.OrdinalIgnoreCase)),
    ];

    private Task<long> CountAsync(Guid? organisation, string sql) => RawSql.CountAsync(portal, organisation, sql);

    private Task<int> ExecuteAsync(Guid organisation, string sql) => RawSql.ExecuteAsync(portal, organisation, sql);
}
