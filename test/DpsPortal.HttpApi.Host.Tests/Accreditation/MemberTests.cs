using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>Members after admission: who is invited, who is heard, and who decides.</summary>
public sealed class MemberTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Reasons = "Your liability insurance lapsed on Friday.";

    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task Fact_4_a_suspended_member_is_not_invited_in_that_lot_and_still_is_in_the_other()
    {
        var (scheme, admitted) = await AdmittedAsync(portal.HarbourSteps);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);

        var proposed = await ProposeAsync(admitted, MemberActionKind.Suspend, scheme.Lots[0].Id);
        var before = await InvitedAsync(scheme.Lots[0].Id);
        var unseen = await provider.GetAsync<MemberDto>($"/api/applications/{admitted.Id}/member");
        var confirmed = await ConfirmAsync(proposed);
        var during = await InvitedAsync(scheme.Lots[0].Id);
        var elsewhere = await InvitedAsync(scheme.Lots[1].Id);
        await ConfirmAsync(await ProposeAsync(admitted, MemberActionKind.Reinstate, scheme.Lots[0].Id));

        before.ShouldBe(1);
        unseen.Actions.ShouldBeEmpty();
        confirmed.Lots[0].State.ShouldBe(MemberState.Suspended);
        confirmed.Lots[0].Reason.ShouldBe(Reasons);
        during.ShouldBe(0);
        elsewhere.ShouldBe(1);
        (await InvitedAsync(scheme.Lots[0].Id)).ShouldBe(1);
        var letters = await provider.GetAsync<LetterDto[]>($"/api/applications/{admitted.Id}/letters");
        letters.Select(l => l.Kind).ShouldBe(["Admission", "Suspension", "Reinstatement"]);
        letters[1].Paragraphs.ShouldContain($"Our reasons: {Reasons}");
    }

    [Fact]
    public async Task Whoever_proposed_a_suspension_does_not_confirm_it_and_the_database_is_the_last_judge()
    {
        var (scheme, admitted) = await AdmittedAsync(portal.LanternRow);
        var proposed = await ProposeAsync(admitted, MemberActionKind.Suspend, scheme.Lots[0].Id);

        var answer = await (await _journey.OfficerAsync()).PostAsync(
            PathOf(proposed, "confirm"), new VersionDto { Version = proposed.Actions[0].Version });

        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.OwnProposal);
        (await InvitedAsync(scheme.Lots[0].Id)).ShouldBe(1);
        var refusal = await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
            portal, portal.Eastmarsh.Id,
            $"update accreditation.member_actions set confirmed_by = proposed_by where application_id = '{admitted.Id}'"));
        refusal.ConstraintName.ShouldBe("ck_member_actions_by_two");
    }

    [Fact]
    public async Task A_removal_is_told_first_hears_the_provider_and_frees_it_to_apply_again()
    {
        var (scheme, admitted) = await AdmittedAsync(portal.Copperleaf);
        var provider = await _journey.ProviderAsync(portal.Copperleaf);
        var noticed = await ConfirmAsync(
            await ProposeAsync(admitted, MemberActionKind.Remove, [.. scheme.Lots.Select(l => l.Id)]));
        var whileNoticed = await InvitedAsync(scheme.Lots[0].Id);
        var lead = await _journey.LeadAsync();
        var early = await lead.PostAsync(
            PathOf(noticed, "carry-out"), new VersionDto { Version = noticed.Actions[0].Version });

        var heard = await provider.PostAsync<MemberDto>(
            PathOf(noticed, "representations"),
            new RepresentDto { Text = "A new policy began on Monday.", Version = noticed.Actions[0].Version });
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(21));
        var removed = await lead.PostAsync<MemberDto>(
            PathOf(heard, "carry-out"), new VersionDto { Version = heard.Actions[0].Version });

        noticed.Actions[0].State.ShouldBe(MemberActionState.NoticeGiven);
        whileNoticed.ShouldBe(1);
        early.Problem.Code.ShouldBe(AccreditationErrorCodes.NoticeRuns);
        removed.Lots.ShouldAllBe(l => l.State == MemberState.Removed);
        (await InvitedAsync(scheme.Lots[0].Id)).ShouldBe(0);
        var letters = await provider.GetAsync<LetterDto[]>($"/api/applications/{admitted.Id}/letters");
        letters.Select(l => l.Kind).ShouldBe(["Admission", "Notice of removal", "Removal"]);
        var again = await _journey.AdmitAsync(scheme, portal.Copperleaf);
        again.Id.ShouldNotBe(admitted.Id);
        (await InvitedAsync(scheme.Lots[0].Id)).ShouldBe(1);
    }

    [Fact]
    public async Task An_immediate_risk_removes_at_once()
    {
        var (scheme, admitted) = await AdmittedAsync(portal.HarbourSteps);
        var officer = await _journey.OfficerAsync();
        var proposed = await officer.PostAsync<MemberDto>(
            $"/api/applications/{admitted.Id}/member-actions",
            Input(MemberActionKind.Remove, scheme.Lots[0].Id) with { ImmediateRisk = true });

        var removed = await ConfirmAsync(proposed);

        removed.Lots.Select(l => l.State).ShouldBe([MemberState.Removed, MemberState.Admitted]);
        (await officer.GetAsync<ApplicationDto>($"/api/applications/{admitted.Id}")).Membership
            .ShouldBe(MembershipState.Admitted);
    }

    [Fact]
    public async Task A_provider_leaves_by_itself_and_may_apply_again_at_once()
    {
        var (scheme, admitted) = await AdmittedAsync(portal.LanternRow);
        var provider = await _journey.ProviderAsync(portal.LanternRow);

        var left = await provider.PostAsync<MemberDto>(
            $"/api/applications/{admitted.Id}/leave", new LeaveDto { Reason = "We sold our homes." });
        var twice = await provider.PostAsync(
            $"/api/applications/{admitted.Id}/leave", new LeaveDto { Reason = "We sold our homes." });

        left.Lots.ShouldAllBe(l => l.State == MemberState.Left);
        twice.Problem.Code.ShouldBe(InvalidTransitionException.ErrorCode);
        (await InvitedAsync(scheme.Lots[0].Id)).ShouldBe(0);
        (await _journey.BeginAsync(scheme, portal.LanternRow)).Id.ShouldNotBe(admitted.Id);
    }

    [Fact]
    public async Task Two_officers_at_once_leave_one_open_proposal_of_a_kind_for_a_lot()
    {
        var (scheme, admitted) = await AdmittedAsync(portal.HarbourSteps);
        var (officer, lead) = (await _journey.OfficerAsync(), await _journey.LeadAsync());
        var path = $"/api/applications/{admitted.Id}/member-actions";
        var input = Input(MemberActionKind.Suspend, scheme.Lots[0].Id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(i => (i % 2 == 0 ? officer : lead).PostAsync(path, input)));
        var overlapping = await officer.PostAsync(
            path, Input(MemberActionKind.Suspend, [.. scheme.Lots.Select(l => l.Id)]));
        var other = await officer.PostAsync(path, Input(MemberActionKind.Suspend, scheme.Lots[1].Id));
        var otherKind = await officer.PostAsync(path, Input(MemberActionKind.Remove, scheme.Lots[0].Id));

        answers.Count(a => a.IsSuccess).ShouldBe(1);
        answers.Where(a => !a.IsSuccess).ShouldAllBe(a => a.Problem.Code == AccreditationErrorCodes.ActionOpen);
        (overlapping.Status, overlapping.Problem.Code)
            .ShouldBe((HttpStatusCode.Conflict, AccreditationErrorCodes.ActionOpen));
        other.IsSuccess.ShouldBeTrue(other.Text);
        otherKind.IsSuccess.ShouldBeTrue(otherKind.Text);
    }

    [Fact]
    public async Task A_notice_that_runs_keeps_a_second_removal_from_its_lot_until_it_is_dropped()
    {
        var (scheme, admitted) = await AdmittedAsync(portal.LanternRow);
        var (officer, lead) = (await _journey.OfficerAsync(), await _journey.LeadAsync());
        var path = $"/api/applications/{admitted.Id}/member-actions";
        var input = Input(MemberActionKind.Remove, scheme.Lots[0].Id);
        var noticed = await ConfirmAsync(await officer.PostAsync<MemberDto>(path, input));

        var second = await officer.PostAsync(path, input);
        await lead.PostAsync<MemberDto>(
            PathOf(noticed, "drop"), new ReasonDto { Reason = "A mistake.", Version = noticed.Actions[0].Version });
        var anew = await officer.PostAsync(path, input);

        second.Problem.Code.ShouldBe(AccreditationErrorCodes.ActionOpen);
        anew.IsSuccess.ShouldBeTrue(anew.Text);
    }

    [Fact]
    public async Task An_officer_with_a_conflict_proposes_and_confirms_nothing()
    {
        var (scheme, admitted) = await AdmittedAsync(portal.HarbourSteps);
        var newcomer = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationLead);

        var answer = await newcomer.PostAsync(
            $"/api/applications/{admitted.Id}/member-actions", Input(MemberActionKind.Suspend, scheme.Lots[0].Id));

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.InterestNotDeclared);
    }

    [Fact]
    public async Task Another_provider_and_another_authority_find_no_member()
    {
        var (scheme, admitted) = await AdmittedAsync(portal.HarbourSteps);
        var proposed = await ProposeAsync(admitted, MemberActionKind.Suspend, scheme.Lots[0].Id);
        var rival = await _journey.ProviderAsync(portal.LanternRow);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);
        var path = $"/api/applications/{admitted.Id}";

        (await rival.GetAsync($"{path}/member")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await rival.PostAsync($"{path}/leave", new LeaveDto { Reason = "x" }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"{path}/member")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync(PathOf(proposed, "confirm"), new VersionDto { Version = 1 }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync<PagedResult<MemberListItemDto>>("/api/members")).TotalCount.ShouldBe(0);
        var rows = $"select count(*) from accreditation.member_actions where application_id = '{admitted.Id}'";
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.HarbourSteps.Id, rows)).ShouldBe(0);
        await ConfirmAsync(proposed);
        (await RawSql.CountAsync(portal, portal.HarbourSteps.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.LanternRow.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.Kingsferry.Id, rows)).ShouldBe(0);
    }

    private async Task<(SchemeDto Scheme, ApplicationDto Admitted)> AdmittedAsync(TestOrganisation provider)
    {
        var scheme = await _journey.RecordSchemeAsync();
        return (scheme, await _journey.AdmitAsync(scheme, provider));
    }

    private async Task<MemberDto> ProposeAsync(ApplicationDto application, MemberActionKind kind, params Guid[] lots) =>
        await (await _journey.OfficerAsync()).PostAsync<MemberDto>(
            $"/api/applications/{application.Id}/member-actions", Input(kind, lots));

    private async Task<MemberDto> ConfirmAsync(MemberDto member) => await (await _journey.LeadAsync())
        .PostAsync<MemberDto>(PathOf(member, "confirm"), new VersionDto { Version = member.Actions[0].Version });

    private static ProposeMemberActionDto Input(MemberActionKind kind, params Guid[] lots) =>
        new() { Kind = kind, LotIds = lots, Reasons = Reasons };

    private static string PathOf(MemberDto member, string move) =>
        $"/api/applications/{member.ApplicationId}/member-actions/{member.Actions[0].Id}/{move}";

    private async Task<int> InvitedAsync(Guid lotId)
    {
        await portal.RefreshClockAsync();
        var buyer = await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await using var scope = portal.OpenScope(buyer);
        return (await scope.ServiceProvider.GetRequiredService<IMembershipIntegrationService>()
            .GetMembersAsync(lotId, CancellationToken.None)).Count;
    }
}
