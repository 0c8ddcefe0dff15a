using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Appeals;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>Appeals: who may lodge, who may answer, and what an overturned decision brings back.</summary>
public sealed class AppealTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task A_rejection_that_is_overturned_is_evaluated_again_within_a_new_period()
    {
        var rejected = await RejectedAsync(portal.LanternRow);
        var provider = await _journey.ProviderAsync(portal.LanternRow);
        var lodged = await LodgeAsync(provider, rejected);

        var (path, answered) = await AnswerAsync(rejected, lodged, AppealOutcome.Overturn);

        answered.Appeals[0].State.ShouldBe(AppealState.Overturned);
        var reopened = await provider.GetAsync<ApplicationDto>(path);
        reopened.Membership.ShouldBe(MembershipState.InEvaluation);
        reopened.MembershipDecision.ShouldBeNull();
        reopened.MembershipClock!.Day.ShouldBe(0);
        var letters = await provider.GetAsync<LetterDto[]>($"{path}/letters");
        letters.Select(l => l.Kind).ShouldBe(["Rejection", "Appeal"]);
        letters[1].Paragraphs.ShouldContain("Our reasons: The cover was there throughout.");
    }

    [Fact]
    public async Task A_decision_that_is_upheld_stays()
    {
        var rejected = await RejectedAsync(portal.HarbourSteps);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);

        var (path, answered) = await AnswerAsync(
            rejected, await LodgeAsync(provider, rejected), AppealOutcome.Uphold);

        answered.Appeals[0].State.ShouldBe(AppealState.Upheld);
        (await provider.GetAsync<ApplicationDto>(path)).Membership.ShouldBe(MembershipState.Rejected);
    }

    [Fact]
    public async Task A_suspension_that_is_overturned_ends_at_once()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var admitted = await _journey.AdmitAsync(scheme, portal.Copperleaf);
        var path = $"/api/applications/{admitted.Id}";
        var officer = await _journey.OfficerAsync();
        var proposed = await officer.PostAsync<MemberDto>($"{path}/member-actions", new ProposeMemberActionDto
        {
            Kind = MemberActionKind.Suspend,
            LotIds = [scheme.Lots[0].Id],
            Reasons = "Insurance has lapsed.",
        });
        await (await _journey.LeadAsync()).PostAsync<MemberDto>(
            $"{path}/member-actions/{proposed.Actions[0].Id}/confirm",
            new VersionDto { Version = proposed.Actions[0].Version });
        var provider = await _journey.ProviderAsync(portal.Copperleaf);

        await AnswerAsync(admitted, await LodgeAsync(provider, admitted), AppealOutcome.Overturn);

        (await provider.GetAsync<MemberDto>($"{path}/member")).Lots.ShouldAllBe(l => l.State == MemberState.Admitted);
    }

    [Fact]
    public async Task Whoever_decided_does_not_answer_and_the_database_is_the_last_judge()
    {
        var rejected = await RejectedAsync(portal.LanternRow);
        var lodged = await LodgeAsync(await _journey.ProviderAsync(portal.LanternRow), rejected);
        var lead = await _journey.LeadAsync();

        var answer = await lead.PostAsync(
            $"/api/applications/{rejected.Id}/appeals/{lodged.Appeals[0].Id}/propose",
            Outcome(AppealOutcome.Uphold, lodged.Appeals[0].Version));

        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.PanelMustDiffer);
        var refusal = await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
            portal, portal.Eastmarsh.Id,
            $$"""
              update accreditation.appeals
              set proposed_by = jsonb_build_object('id', decided_by ->> 0) where id = '{{lodged.Appeals[0].Id}}'
              """));
        refusal.ConstraintName.ShouldBe("ck_appeals_by_others");
    }

    [Fact]
    public async Task An_appeal_waits_on_the_first_page_of_who_may_answer_it_and_of_nobody_else()
    {
        var rejected = await RejectedAsync(portal.HarbourSteps);
        var lodged = await LodgeAsync(await _journey.ProviderAsync(portal.HarbourSteps), rejected);
        var (first, second) = (await PanelAsync(rejected), await PanelAsync(rejected));
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);

        (await TodayTests.KindsAsync(first, rejected.Id)).ShouldBe(["Appeal.Answer"]);
        (await TodayTests.KindsAsync(await _journey.LeadAsync(), rejected.Id)).ShouldBeEmpty("it confirmed the decision");
        (await TodayTests.KindsAsync(stranger, rejected.Id)).ShouldBeEmpty();
        await first.PostAsync<AppealsDto>(
            $"/api/applications/{rejected.Id}/appeals/{lodged.Appeals[0].Id}/propose",
            Outcome(AppealOutcome.Uphold, lodged.Appeals[0].Version));

        (await TodayTests.KindsAsync(first, rejected.Id)).ShouldBeEmpty("nobody confirms their own");
        (await TodayTests.KindsAsync(second, rejected.Id)).ShouldBe(["Appeal.Confirm"]);
    }

    [Fact]
    public async Task A_decision_is_appealed_against_once_and_the_provider_reads_no_proposal()
    {
        var rejected = await RejectedAsync(portal.HarbourSteps);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        var path = $"/api/applications/{rejected.Id}/appeals";
        var lodged = await LodgeAsync(provider, rejected);

        var twice = await provider.PostAsync(
            path, new LodgeAppealDto { LetterId = lodged.Appeals[0].LetterId, Grounds = "Again." });
        await (await PanelAsync(rejected)).PostAsync<AppealsDto>(
            $"{path}/{lodged.Appeals[0].Id}/propose", Outcome(AppealOutcome.Overturn, lodged.Appeals[0].Version));
        var seen = await provider.GetAsync<AppealsDto>(path);

        twice.Status.ShouldBe(HttpStatusCode.Conflict);
        seen.Appeals[0].State.ShouldBe(AppealState.Lodged);
        seen.Appeals[0].Outcome.ShouldBeNull();
        seen.Appealable.ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_provider_and_another_authority_find_no_appeal()
    {
        var rejected = await RejectedAsync(portal.HarbourSteps);
        await LodgeAsync(await _journey.ProviderAsync(portal.HarbourSteps), rejected);
        var rival = await _journey.ProviderAsync(portal.LanternRow);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);
        var path = $"/api/applications/{rejected.Id}/appeals";

        (await rival.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await rival.PostAsync(path, new LodgeAppealDto { LetterId = Guid.NewGuid(), Grounds = "x" }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        var rows = $"select count(*) from accreditation.appeals where application_id = '{rejected.Id}'";
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.LanternRow.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.Kingsferry.Id, rows)).ShouldBe(0);
    }

    private async Task<ApplicationDto> RejectedAsync(TestOrganisation provider)
    {
        var scheme = await _journey.RecordSchemeAsync();
        var proposed = await _journey.ProposeMembershipAsync(scheme, provider, MembershipOutcome.Reject);
        return await _journey.LeadDoesAsync(
            proposed, "membership/confirm", new VersionDto { Version = proposed.Version });
    }

    private static async Task<AppealsDto> LodgeAsync(PortalClient provider, ApplicationDto application)
    {
        var path = $"/api/applications/{application.Id}/appeals";
        var letter = (await provider.GetAsync<AppealsDto>(path)).Appealable.ShouldHaveSingleItem();
        return await provider.PostAsync<AppealsDto>(
            path, new LodgeAppealDto { LetterId = letter.LetterId, Grounds = "Our cover never lapsed." });
    }

    private async Task<PortalClient> PanelAsync(ApplicationDto application)
    {
        var officer = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationLead);
        await ApplicationJourney.DeclareNoConflictAsync(officer, application);
        return officer;
    }

    private async Task<(string Path, AppealsDto Answered)> AnswerAsync(
        ApplicationDto application, AppealsDto lodged, AppealOutcome outcome)
    {
        var path = $"/api/applications/{application.Id}";
        var appeal = $"{path}/appeals/{lodged.Appeals[0].Id}";
        var proposed = await (await PanelAsync(application)).PostAsync<AppealsDto>(
            $"{appeal}/propose", Outcome(outcome, lodged.Appeals[0].Version));
        var answered = await (await PanelAsync(application)).PostAsync<AppealsDto>(
            $"{appeal}/confirm", new VersionDto { Version = proposed.Appeals[0].Version });
        return (path, answered);
    }

    private static ProposeAppealOutcomeDto Outcome(AppealOutcome outcome, uint version) =>
        new() { Outcome = outcome, Reasons = "The cover was there throughout.", Version = version };
}
