using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.OfstedRecords;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Property.Visits;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>Officers declare their interests before they act. Source: PCR 2015, reg. 24; threat T41.</summary>
public sealed class InterestTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly DeclareInterestDto Conflict =
        new() { HasConflict = true, Details = "A cousin is a director." };

    private static readonly DeclareInterestDto NoConflict = new() { HasConflict = false };

    private readonly ApplicationJourney _journey = new(portal);

    [Theory]
    [InlineData("start-evaluation")]
    [InlineData("extend")]
    [InlineData("membership/propose")]
    [InlineData("membership/confirm")]
    [InlineData("membership/send-back")]
    [InlineData("fit-and-proper-test/open")]
    [InlineData("fit-and-proper-test/close")]
    [InlineData("safer-recruitment/close")]
    [InlineData("property-visit/close")]
    [InlineData("accreditation/propose")]
    [InlineData("accreditation/confirm")]
    [InlineData("accreditation/send-back")]
    public async Task An_officer_who_declared_nothing_acts_on_nothing_and_the_refusal_is_remembered(string step)
    {
        var submitted = await SubmittedAsync();
        var officer = await NewOfficerAsync();

        var answer = await officer.PostAsync($"/api/applications/{submitted.Id}/{step}", BodyOf(step, submitted));

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.InterestNotDeclared);
        var seen = await officer.GetAsync<ApplicationDto>($"/api/applications/{submitted.Id}");
        seen.Interests!.Mine.ShouldBe(InterestStatus.NotDeclared);
        seen.PermittedMembershipTriggers.ShouldBeEmpty();
        seen.CanExtend.ShouldBeFalse();
        var history = await officer.GetAsync<AuditEventDto[]>($"/api/applications/{submitted.Id}/history");
        history.ShouldContain(h => h.Refused);
    }

    [Fact]
    public async Task An_officer_who_declared_nothing_books_no_visit_for_the_application()
    {
        var admitted = await _journey.AdmitAsync(await _journey.RecordSchemeAsync(), portal.HarbourSteps);
        var officer = await NewOfficerAsync();
        var booking = new BookVisitDto
        {
            PremisesId = admitted.Premises[0].Id,
            ApplicationId = admitted.Id,
            ScheduledAt = new DateTimeOffset(await portal.Clock.NowAsync(), TimeSpan.Zero).AddDays(1),
            Mode = VisitMode.InPerson,
            Notice = VisitNotice.Announced,
        };

        var undeclared = await officer.PostAsync("/api/visits", booking);
        await officer.PostAsync<ApplicationDto>($"/api/applications/{admitted.Id}/interests", NoConflict);
        var declared = await officer.PostAsync<VisitDto>("/api/visits", booking);

        (undeclared.Status, undeclared.Problem.Code).ShouldBe(
            (HttpStatusCode.Forbidden, AccreditationErrorCodes.InterestNotDeclared));
        declared.State.ShouldBe(VisitState.Booked);
    }

    [Fact]
    public async Task No_conflict_opens_the_application_to_its_officer()
    {
        var submitted = await SubmittedAsync();
        var officer = await NewOfficerAsync();

        var declared = await officer.PostAsync<ApplicationDto>(
            $"/api/applications/{submitted.Id}/interests", NoConflict);
        await officer.PostAsync<ApplicationDto>($"/api/applications/{submitted.Id}/interests", NoConflict);
        var taken = await officer.PostAsync<ApplicationDto>(
            $"/api/applications/{submitted.Id}/start-evaluation", new VersionDto { Version = declared.Version });

        declared.Interests!.Mine.ShouldBe(InterestStatus.NoConflict);
        declared.Version.ShouldBe(submitted.Version);
        declared.PermittedMembershipTriggers.ShouldContain(MembershipTrigger.StartEvaluation);
        taken.Membership.ShouldBe(MembershipState.InEvaluation);
    }

    [Fact]
    public async Task A_conflict_locks_the_officer_out_for_good_and_hides_what_is_in_the_application()
    {
        var submitted = await SubmittedAsync();
        var officer = await NewOfficerAsync();
        var path = $"/api/applications/{submitted.Id}";
        await officer.PostAsync<ApplicationDto>($"{path}/interests", NoConflict);

        var locked = await officer.PostAsync<ApplicationDto>($"{path}/interests", Conflict);
        var back = await officer.PostAsync($"{path}/interests", NoConflict);
        var act = await officer.PostAsync($"{path}/start-evaluation", new VersionDto { Version = submitted.Version });

        locked.Interests!.Mine.ShouldBe(InterestStatus.Conflict);
        locked.Answers.ShouldBe(new QuestionnaireDto());
        locked.Premises.ShouldBeEmpty();
        locked.PermittedMembershipTriggers.ShouldBeEmpty();
        back.Problem.Code.ShouldBe(AccreditationErrorCodes.ConflictDeclared);
        act.Status.ShouldBe(HttpStatusCode.Forbidden);
        act.Problem.Code.ShouldBe(AccreditationErrorCodes.ConflictDeclared);
        (await officer.GetAsync($"{path}/history")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.GetAsync($"{path}/letters")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.GetAsync($"{path}/staff")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.GetAsync($"{path}/staff/training")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.GetAsync($"{path}/policies")).Status.ShouldBe(HttpStatusCode.Forbidden);
        var colleague = await (await _journey.OfficerAsync()).GetAsync<ApplicationDto>(path);
        colleague.Interests!.Others.ShouldContain(o => o.HasConflict);
    }

    [Fact]
    public async Task A_conflict_also_closes_the_homes_visits_and_files_of_that_provider()
    {
        var admitted = await _journey.AdmitAsync(await _journey.RecordSchemeAsync(), portal.Copperleaf);
        var officer = await NewOfficerAsync();
        await officer.PostAsync<ApplicationDto>($"/api/applications/{admitted.Id}/interests", NoConflict);
        var home = admitted.Premises[0].Id;
        var file = admitted.Answers.Insurance!.Policies[0].DocumentId!.Value;
        var visit = await officer.PostAsync<VisitDto>("/api/visits", new BookVisitDto
        {
            PremisesId = home,
            ApplicationId = admitted.Id,
            ScheduledAt = new DateTimeOffset(await portal.Clock.NowAsync(), TimeSpan.Zero).AddDays(1),
            Mode = VisitMode.InPerson,
            Notice = VisitNotice.Announced,
        });
        string[] paths = [$"/api/premises/{home}", $"/api/documents/{file}", $"/api/visits/{visit.Id}"];
        foreach (var path in paths)
        {
            (await officer.GetAsync(path)).Status.ShouldBe(HttpStatusCode.OK, path);
        }

        async Task<bool> IsListedAsync() =>
            (await officer.GetAsync<PagedResult<VisitListItemDto>>("/api/visits?pageSize=100")).Items.Any(v => v.Id == visit.Id);
        (await IsListedAsync()).ShouldBeTrue();

        await officer.PostAsync<ApplicationDto>($"/api/applications/{admitted.Id}/interests", Conflict);

        foreach (var path in paths.Append($"/api/documents/{file}/content"))
        {
            (await officer.GetAsync(path)).Status.ShouldBe(HttpStatusCode.Forbidden, path);
        }

        (await IsListedAsync()).ShouldBeFalse();
        (await TodayTests.KindsAsync(officer, visit.Id)).ShouldBeEmpty();
        (await officer.PutAsync($"/api/visits/{visit.Id}/answers", new SaveVisitAnswersDto { Revision = 1, Answers = [] }))
            .Problem.Code.ShouldBe(AccreditationErrorCodes.ConflictDeclared);
        var colleague = await _journey.OfficerAsync();
        (await colleague.GetAsync<VisitDto>($"/api/visits/{visit.Id}")).State.ShouldBe(VisitState.Booked);
        (await colleague.GetAsync(paths[0])).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_conflict_holds_for_every_application_of_the_provider_and_for_what_is_recorded_of_it_elsewhere()
    {
        var provider = new TestOrganisation(
            Guid.NewGuid(), $"Sluice {Guid.NewGuid().ToString("N")[..8]}", Organisations.People.OrganisationKind.Provider);
        await portal.AddAsync(provider);
        var first = await _journey.AdmitAsync(await _journey.RecordSchemeAsync(), provider);
        var second = await _journey.SubmitAsync(await _journey.RecordSchemeAsync(Regime.PcrLightTouch), provider);
        var officer = await NewOfficerAsync();
        var path = $"/api/applications/{second.Id}";
        await officer.PostAsync<ApplicationDto>($"{path}/interests", NoConflict);
        var status = new RecordOfstedStatusDto
        {
            Registration = OfstedRegistration.Registered,
            AsOf = DateOnly.FromDateTime(await portal.Clock.NowAsync()),
        };
        (await officer.PostAsync($"/api/ofsted/{provider.Id}/statuses", status)).Status.ShouldBe(HttpStatusCode.OK);

        await officer.PostAsync<ApplicationDto>($"/api/applications/{first.Id}/interests", Conflict);

        var act = await officer.PostAsync($"{path}/start-evaluation", new VersionDto { Version = second.Version });
        (act.Status, act.Problem.Code).ShouldBe((HttpStatusCode.Forbidden, AccreditationErrorCodes.ConflictDeclared));
        var locked = await officer.GetAsync<ApplicationDto>(path);
        (locked.Interests!.Mine, locked.Answers).ShouldBe((InterestStatus.Conflict, new QuestionnaireDto()));
        string[] read = [$"{path}/history", $"{path}/letters", $"{path}/versions", $"/api/evidence/given?providerId={provider.Id}"];
        foreach (var each in read)
        {
            (await officer.GetAsync(each)).Status.ShouldBe(HttpStatusCode.Forbidden, each);
        }

        (await officer.PostAsync($"/api/ofsted/{provider.Id}/statuses", status)).Status.ShouldBe(HttpStatusCode.Forbidden);
        var colleague = await _journey.OfficerAsync();
        (await colleague.GetAsync<ApplicationDto>(path)).Interests!.Others.ShouldContain(o => o.HasConflict);
        (await colleague.PostAsync($"/api/ofsted/{provider.Id}/statuses", status)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_proposal_falls_when_its_proposer_declares_a_conflict()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var submitted = await _journey.SubmitAsync(scheme, portal.LanternRow);
        var path = $"/api/applications/{submitted.Id}";
        var officer = await NewOfficerAsync();
        await officer.PostAsync<ApplicationDto>($"{path}/interests", NoConflict);
        var taken = await officer.PostAsync<ApplicationDto>(
            $"{path}/start-evaluation", new VersionDto { Version = submitted.Version });
        var proposed = await officer.PostAsync<ApplicationDto>($"{path}/membership/propose", new ProposeMembershipDto
        {
            Outcome = MembershipOutcome.Admit,
            LotIds = [scheme.Lots[0].Id],
            Refused = [new LotRefusalDto { LotId = scheme.Lots[1].Id, Reason = "No home of this kind." }],
            Reasons = "Every criterion is met.",
            Version = taken.Version,
        });
        await officer.PostAsync<ApplicationDto>($"{path}/interests", Conflict);
        var lead = await _journey.LeadAsync();

        var confirm = await lead.PostAsync($"{path}/membership/confirm", new VersionDto { Version = proposed.Version });
        var sentBack = await lead.PostAsync<ApplicationDto>(
            $"{path}/membership/send-back", new ReasonDto { Reason = "A conflict.", Version = proposed.Version });

        confirm.Status.ShouldBe(HttpStatusCode.Conflict);
        confirm.Problem.Code.ShouldBe(AccreditationErrorCodes.ProposerConflicted);
        sentBack.Membership.ShouldBe(MembershipState.InEvaluation);
    }

    [Fact]
    public async Task Another_authority_declares_nothing_and_the_provider_is_not_told_who_did()
    {
        var submitted = await SubmittedAsync();
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);

        var answer = await stranger.PostAsync($"/api/applications/{submitted.Id}/interests", NoConflict);

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
        var provider = await _journey.ProviderAsync(portal.Copperleaf);
        (await provider.GetAsync<ApplicationDto>($"/api/applications/{submitted.Id}")).Interests.ShouldBeNull();
        var rows = $"select count(*) from accreditation.interest_declarations where application_id = '{submitted.Id}'";
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBe(2);
        (await RawSql.CountAsync(portal, portal.Kingsferry.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.Copperleaf.Id, rows)).ShouldBe(0);
    }

    [Fact]
    public async Task The_database_keeps_a_declaration_as_it_was_made()
    {
        var submitted = await SubmittedAsync();

        var refusal = await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
            portal,
            portal.Eastmarsh.Id,
            $"delete from accreditation.interest_declarations where application_id = '{submitted.Id}'"));

        refusal.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private async Task<ApplicationDto> SubmittedAsync() =>
        await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), portal.Copperleaf);

    private Task<PortalClient> NewOfficerAsync() => portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationOfficer);

    private static object BodyOf(string step, ApplicationDto application) => step switch
    {
        "membership/propose" => new ProposeMembershipDto
        {
            Outcome = MembershipOutcome.Reject,
            LotIds = [],
            Reasons = "x",
            Version = application.Version,
        },
        "accreditation/propose" => new ProposeAccreditationDto
        {
            Outcome = AccreditationOutcome.Refuse,
            Reasons = "x",
            Version = application.Version,
        },
        "safer-recruitment/close" => new CloseSaferRecruitmentDto
        {
            Outcome = SaferRecruitmentOutcome.Fail,
            Reasons = "x",
            Version = application.Version,
        },
        _ when step.EndsWith("/close", StringComparison.Ordinal) => ApplicationJourney.Passed(application),
        _ when step.EndsWith("send-back", StringComparison.Ordinal) || step == "extend" =>
            new ReasonDto { Reason = "x", Version = application.Version },
        _ => new VersionDto { Version = application.Version },
    };
}
