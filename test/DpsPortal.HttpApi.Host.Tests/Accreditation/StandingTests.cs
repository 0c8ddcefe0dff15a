using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Appeals;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Framework.Application;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>Accreditation after the decision: what can be awarded, who decides, and what the days do.</summary>
public sealed class StandingTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private const string Reasons = "Ofsted has restricted the accommodation.";

    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task Fact_4_a_suspended_accreditation_stops_award_and_never_the_invitation()
    {
        var (scheme, application) = await AccreditedAsync(portal.HarbourSteps);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        var lot = scheme.Lots[0].Id;

        var proposed = await ProposeAsync(application, StandingActionKind.Suspend, lot);
        var unseen = await provider.GetAsync<StandingDto>(PathOf(application));
        var before = await MemberAsync(lot, portal.HarbourSteps);
        var suspended = await ConfirmAsync(proposed);
        var during = await MemberAsync(lot, portal.HarbourSteps);
        var elsewhere = await MemberAsync(scheme.Lots[1].Id, portal.HarbourSteps);
        var invited = await InvitedAsync(lot);
        await ConfirmAsync(await ProposeAsync(application, StandingActionKind.Reinstate, lot));

        unseen.Actions.ShouldBeEmpty();
        before!.Accredited.ShouldBeTrue();
        suspended.Lots.Select(l => l.State).ShouldBe([StandingState.Suspended, StandingState.Accredited]);
        during!.Accredited.ShouldBeFalse();
        during.AccreditedPremisesIds.ShouldBeEmpty();
        elsewhere!.Accredited.ShouldBeTrue();
        invited.ShouldContain(portal.HarbourSteps.Id);
        (await MemberAsync(lot, portal.HarbourSteps))!.Accredited.ShouldBeTrue();
        var letters = await provider.GetAsync<LetterDto[]>($"/api/applications/{application.Id}/letters");
        letters.Select(l => l.Kind).TakeLast(2)
            .ShouldBe(["Suspension of accreditation", "Reinstatement of accreditation"]);
        letters[^2].Paragraphs.ShouldContain($"Our reasons: {Reasons}");
        await portal.DrainOutboxAsync();
        (await HistoryAsync(provider, application)).ShouldContain("SuspendAccreditation");
    }

    [Fact]
    public async Task Whoever_proposed_a_suspension_does_not_confirm_it_and_the_database_is_the_last_judge()
    {
        var (scheme, application) = await AccreditedAsync(portal.LanternRow);
        var proposed = await ProposeAsync(application, StandingActionKind.Suspend, scheme.Lots[0].Id);
        var officer = await _journey.OfficerAsync();

        var own = await officer.PostAsync(ActionOf(proposed, "confirm"), VersionOf(proposed));
        var second = await officer.PostAsync(
            ActionsOf(application), Input(StandingActionKind.Suspend, scheme.Lots[1].Id));

        own.Problem.Code.ShouldBe(AccreditationErrorCodes.OwnProposal);
        second.Problem.Code.ShouldBe(AccreditationErrorCodes.ActionOpen);
        (await MemberAsync(scheme.Lots[0].Id, portal.LanternRow))!.Accredited.ShouldBeTrue();
        var refusal = await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
            portal, portal.Eastmarsh.Id,
            $"update accreditation.standing_actions set confirmed_by = proposed_by where application_id = '{application.Id}'"));
        refusal.ConstraintName.ShouldBe("ck_standing_actions_by_two");
    }

    [Fact]
    public async Task A_revocation_gives_ten_working_days_notice_hears_the_provider_and_can_be_appealed()
    {
        var (scheme, application) = await AccreditedAsync(portal.Copperleaf);
        var provider = await _journey.ProviderAsync(portal.Copperleaf);
        var lead = await _journey.LeadAsync();
        var lot = scheme.Lots[0].Id;
        var noticed = await ConfirmAsync(await ProposeAsync(application, StandingActionKind.Revoke, lot));
        var whileNoticed = await MemberAsync(lot, portal.Copperleaf);
        var early = await lead.PostAsync(ActionOf(noticed, "carry-out"), VersionOf(noticed));

        var heard = await provider.PostAsync<StandingDto>(
            ActionOf(noticed, "representations"),
            new RepresentDto { Text = "The restriction was lifted.", Version = noticed.Actions[0].Version });
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(21));
        var revoked = await lead.PostAsync<StandingDto>(ActionOf(heard, "carry-out"), VersionOf(heard));

        whileNoticed!.Accredited.ShouldBeTrue();
        early.Problem.Code.ShouldBe(AccreditationErrorCodes.NoticeRuns);
        revoked.Lots[0].State.ShouldBe(StandingState.Revoked);
        revoked.Lots[0].PermittedActions.ShouldBeEmpty();
        (await MemberAsync(lot, portal.Copperleaf))!.Accredited.ShouldBeFalse();
        (await InvitedAsync(lot)).ShouldContain(portal.Copperleaf.Id);
        var appeals = await provider.GetAsync<AppealsDto>($"/api/applications/{application.Id}/appeals");
        appeals.Appealable.ShouldHaveSingleItem().Title.ShouldStartWith("Revocation");
    }

    [Fact]
    public async Task A_condition_met_in_time_makes_the_accreditation_whole_by_two_officers()
    {
        var (scheme, application) = await AccreditedAsync(portal.HarbourSteps, conditionDays: 30);
        var officer = await _journey.OfficerAsync();
        var before = await officer.GetAsync<StandingDto>(PathOf(application));

        var met = await ConfirmAsync(await MeetAsync(before));
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(40));
        await portal.RunWorkerAsync<StandingWorker>();

        before.Lots.ShouldAllBe(l => l.State == StandingState.AccreditedWithConditions);
        met.Lots.ShouldAllBe(l => l.State == StandingState.Accredited);
        met.Lots[0].Until!.Value.ShouldBe(met.Lots[0].From!.Value.AddMonths(24));
        met.Conditions.ShouldHaveSingleItem().Evidence.ShouldBe(Reasons);
        (await MemberAsync(scheme.Lots[0].Id, portal.HarbourSteps))!.Accredited.ShouldBeTrue();
    }

    [Fact]
    public async Task A_condition_overdue_stops_award_at_once_and_the_round_after_midnight_tells_it_once()
    {
        var (scheme, application) = await AccreditedAsync(portal.LanternRow, conditionDays: 30);
        var officer = await _journey.OfficerAsync();
        var provider = await _journey.ProviderAsync(portal.LanternRow);
        var lot = scheme.Lots[0].Id;
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(30));
        var onTheDay = await MemberAsync(lot, portal.LanternRow);
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        var dayAfter = await MemberAsync(lot, portal.LanternRow);

        await portal.RunWorkerAsync<StandingWorker>();
        await portal.RunWorkerAsync<StandingWorker>();
        var lapsed = await officer.GetAsync<StandingDto>(PathOf(application));
        var early = await officer.PostAsync(ActionsOf(application), Input(StandingActionKind.Reinstate, lot));

        onTheDay!.Accredited.ShouldBeTrue();
        dayAfter!.Accredited.ShouldBeFalse();
        lapsed.Lots.ShouldAllBe(l => l.State == StandingState.Suspended);
        lapsed.Conditions.ShouldHaveSingleItem().Overdue.ShouldBeTrue();
        early.Problem.Code.ShouldBe(AccreditationErrorCodes.ConditionOverdue);
        var letters = await provider.GetAsync<LetterDto[]>($"/api/applications/{application.Id}/letters");
        letters.Count(l => l.Kind == "Suspension of accreditation").ShouldBe(1);
        (await HistoryAsync(provider, application)).Count(a => a == "AccreditationLapsed").ShouldBe(1);

        await ConfirmAsync(await MeetAsync(lapsed));
        var reinstated = await ConfirmAsync(
            await ProposeAsync(application, StandingActionKind.Reinstate, [.. scheme.Lots.Select(l => l.Id)]));
        reinstated.Lots.ShouldAllBe(l => l.State == StandingState.Accredited);
    }

    [Fact]
    public async Task An_accreditation_ends_after_its_last_day_with_one_mail_for_all_lots_and_reminders_before()
    {
        var (scheme, application) = await AccreditedAsync(portal.Copperleaf, validDays: 20);
        var provider = await _journey.ProviderAsync(portal.Copperleaf);
        await portal.DrainOutboxAsync();

        await portal.RunWorkerAsync<StandingWorker>();
        await portal.RunWorkerAsync<StandingWorker>();
        await portal.DrainOutboxAsync();
        var reminded = await RawSql.CountAsync(
            portal, portal.Eastmarsh.Id,
            $"""
             select count(*) from accreditation.standings
             where application_id = '{application.Id}' and jsonb_array_length(sent_reminders) = 1
             """);
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(20));
        var lastDay = await MemberAsync(scheme.Lots[0].Id, portal.Copperleaf);
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(1));
        var after = await MemberAsync(scheme.Lots[0].Id, portal.Copperleaf);
        await portal.RunWorkerAsync<StandingWorker>();
        await portal.RunWorkerAsync<StandingWorker>();

        reminded.ShouldBe(2);
        lastDay!.Accredited.ShouldBeTrue();
        after!.Accredited.ShouldBeFalse();
        (await provider.GetAsync<StandingDto>(PathOf(application))).Lots.ShouldAllBe(l => l.State == StandingState.Expired);
        (await HistoryAsync(provider, application)).Count(a => a == "AccreditationExpired").ShouldBe(1);
        (await InvitedAsync(scheme.Lots[0].Id)).ShouldContain(portal.Copperleaf.Id);
    }

    [Fact]
    public async Task A_home_is_covered_anew_only_after_a_visit_that_it_passed_within_twelve_months()
    {
        var (scheme, application) = await AccreditedAsync(portal.HarbourSteps);
        var officer = await _journey.OfficerAsync();
        var home = application.Premises[0].Id;
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(370));
        var lapsed = await MemberAsync(scheme.Lots[0].Id, portal.HarbourSteps);
        var input = Input(StandingActionKind.CoverHomes, scheme.Lots[0].Id) with { PremisesIds = [home] };

        var unvisited = await officer.PostAsync(ActionsOf(application), input);
        await _journey.VisitHomesAsync(application);
        await ConfirmAsync(await officer.PostAsync<StandingDto>(ActionsOf(application), input));

        lapsed!.Accredited.ShouldBeTrue();
        lapsed.AccreditedPremisesIds.ShouldBeEmpty();
        unvisited.Problem.Code.ShouldBe(AccreditationErrorCodes.HomeNotVisited);
        (await MemberAsync(scheme.Lots[0].Id, portal.HarbourSteps))!.AccreditedPremisesIds.ShouldBe([home]);
    }

    [Fact]
    public async Task A_suspension_waits_for_an_award_in_the_lot_that_has_read_the_standing()
    {
        var (scheme, application) = await AccreditedAsync(portal.LanternRow);
        var lot = scheme.Lots[0].Id;
        var proposed = await ProposeAsync(application, StandingActionKind.Suspend, lot);
        await using var connection = new NpgsqlConnection(portal.Database.App);
        await connection.OpenAsync();
        await using var award = await connection.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand(
            $"select pg_advisory_xact_lock_shared(hashtextextended('standing:{lot}', 0))", connection, award);
        await hold.ExecuteNonQueryAsync();

        var suspending = ConfirmAsync(proposed);
        var first = await Task.WhenAny(suspending, Task.Delay(TimeSpan.FromMilliseconds(700)));
        var whileAwarding = first == suspending;
        await award.CommitAsync();

        whileAwarding.ShouldBeFalse();
        (await suspending).Lots[0].State.ShouldBe(StandingState.Suspended);
    }

    [Fact]
    public async Task An_appeal_against_a_suspension_of_accreditation_that_succeeds_ends_it()
    {
        var (scheme, application) = await AccreditedAsync(portal.HarbourSteps);
        var lot = scheme.Lots[0].Id;
        await ConfirmAsync(await ProposeAsync(application, StandingActionKind.Suspend, lot));
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        var path = $"/api/applications/{application.Id}/appeals";
        var letter = (await provider.GetAsync<AppealsDto>(path)).Appealable.ShouldHaveSingleItem();
        var lodged = await provider.PostAsync<AppealsDto>(
            path, new LodgeAppealDto { LetterId = letter.LetterId, Grounds = "The restriction was lifted." });

        var proposed = await (await PanelAsync(application)).PostAsync<AppealsDto>(
            $"{path}/{lodged.Appeals[0].Id}/propose", new ProposeAppealOutcomeDto
            {
                Outcome = AppealOutcome.Overturn,
                Reasons = "It was.",
                Version = lodged.Appeals[0].Version,
            });
        await (await PanelAsync(application)).PostAsync<AppealsDto>(
            $"{path}/{lodged.Appeals[0].Id}/confirm", new VersionDto { Version = proposed.Appeals[0].Version });

        (await MemberAsync(lot, portal.HarbourSteps))!.Accredited.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_provider_and_another_authority_find_no_accreditation()
    {
        var (scheme, application) = await AccreditedAsync(portal.HarbourSteps, conditionDays: 20);
        var proposed = await ProposeAsync(application, StandingActionKind.Suspend, scheme.Lots[0].Id);
        var rival = await _journey.ProviderAsync(portal.LanternRow);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);
        var newcomer = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationLead);

        (await rival.GetAsync(PathOf(application))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await rival.PostAsync(ActionOf(proposed, "representations"), new RepresentDto { Text = "x", Version = 1 }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync(PathOf(application))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.PostAsync(ActionOf(proposed, "confirm"), VersionOf(proposed)))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync<PagedResult<StandingListItemDto>>("/api/standings")).TotalCount.ShouldBe(0);
        (await newcomer.PostAsync(ActionsOf(application), Input(StandingActionKind.Revoke, scheme.Lots[0].Id)))
            .Problem.Code.ShouldBe(AccreditationErrorCodes.InterestNotDeclared);
        foreach (var table in new[] { "standing_actions", "standing_conditions" })
        {
            var rows = $"select count(*) from accreditation.{table} where application_id = '{application.Id}'";
            (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBe(1);
            (await RawSql.CountAsync(portal, portal.LanternRow.Id, rows)).ShouldBe(0);
            (await RawSql.CountAsync(portal, portal.Kingsferry.Id, rows)).ShouldBe(0);
        }

        await RawSql.ExecuteAsync(
            portal, portal.LanternRow.Id,
            $"update accreditation.standings set state = 'Accredited' where application_id = '{application.Id}'");
        (await ConfirmAsync(proposed)).Lots[0].State.ShouldBe(StandingState.Suspended);
    }

    private async Task<(SchemeDto Scheme, ApplicationDto Application)> AccreditedAsync(
        TestOrganisation provider, int? conditionDays = null, int? validDays = null)
    {
        var scheme = await _journey.RecordSchemeAsync();
        var visited = await _journey.ReachPropertyVisitAsync(await _journey.AdmitAsync(scheme, provider));
        await _journey.VisitHomesAsync(visited);
        var ready = await _journey.OfficerDoesAsync(visited, "property-visit/close", ApplicationJourney.Passed(visited));
        var today = DateOnly.FromDateTime(await portal.Clock.NowAsync());
        var proposed = await _journey.OfficerDoesAsync(ready, "accreditation/propose", new ProposeAccreditationDto
        {
            Outcome = conditionDays is null ? AccreditationOutcome.Accredit : AccreditationOutcome.AccreditWithConditions,
            Reasons = "All stages were passed.",
            Conditions = conditionDays is { } days
                ? [new() { Text = "Show two cycles of supervision.", DueOn = today.AddDays(days) }]
                : [],
            ValidUntil = validDays is { } valid ? today.AddDays(valid) : null,
            Version = ready.Version,
        });
        return (scheme, await _journey.LeadDoesAsync(
            proposed, "accreditation/confirm", new VersionDto { Version = proposed.Version }));
    }

    [Fact]
    public async Task Two_officers_at_once_leave_one_open_proposal_of_a_kind()
    {
        var (scheme, application) = await AccreditedAsync(portal.Copperleaf);
        var (officer, lead) = (await _journey.OfficerAsync(), await _journey.LeadAsync());
        var input = Input(StandingActionKind.Suspend, scheme.Lots[0].Id);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(i => (i % 2 == 0 ? officer : lead).PostAsync(ActionsOf(application), input)));

        answers.Count(a => a.IsSuccess).ShouldBe(1);
        answers.Where(a => !a.IsSuccess).ShouldAllBe(a => a.Problem.Code == AccreditationErrorCodes.ActionOpen);
    }

    private async Task<StandingDto> ProposeAsync(
        ApplicationDto application, StandingActionKind kind, params Guid[] lots) =>
        await (await _journey.OfficerAsync()).PostAsync<StandingDto>(ActionsOf(application), Input(kind, lots));

    private async Task<StandingDto> MeetAsync(StandingDto standing) =>
        await (await _journey.OfficerAsync()).PostAsync<StandingDto>(
            $"/api/applications/{standing.ApplicationId}/standing-actions",
            Input(StandingActionKind.MeetConditions) with { ConditionIds = [standing.Conditions[0].Id] });

    private async Task<StandingDto> ConfirmAsync(StandingDto standing) => await (await _journey.LeadAsync())
        .PostAsync<StandingDto>(ActionOf(standing, "confirm"), VersionOf(standing));

    private async Task<PortalClient> PanelAsync(ApplicationDto application)
    {
        var officer = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationLead);
        await ApplicationJourney.DeclareNoConflictAsync(officer, application);
        return officer;
    }

    private static ProposeStandingActionDto Input(StandingActionKind kind, params Guid[] lots) =>
        new() { Kind = kind, LotIds = lots, Reasons = Reasons };

    private static VersionDto VersionOf(StandingDto standing) => new() { Version = standing.Actions[0].Version };

    private static string PathOf(ApplicationDto application) => $"/api/applications/{application.Id}/standing";

    private static string ActionsOf(ApplicationDto application) =>
        $"/api/applications/{application.Id}/standing-actions";

    private static string ActionOf(StandingDto standing, string move) =>
        $"/api/applications/{standing.ApplicationId}/standing-actions/{standing.Actions[0].Id}/{move}";

    private static async Task<IReadOnlyList<string>> HistoryAsync(PortalClient client, ApplicationDto application) =>
        [.. (await client.GetAsync<DpsPortal.Framework.Auditing.AuditEventDto[]>(
            $"/api/applications/{application.Id}/history")).Select(e => e.Action)];

    private async Task<LotMember?> MemberAsync(Guid lotId, TestOrganisation provider) =>
        await AskAsync(m => m.GetMemberAsync(lotId, provider.Id, CancellationToken.None));

    private async Task<IReadOnlyList<Guid>> InvitedAsync(Guid lotId) =>
        [.. (await AskAsync(m => m.GetMembersAsync(lotId, CancellationToken.None))).Select(m => m.ProviderId)];

    private async Task<T> AskAsync<T>(Func<IMembershipIntegrationService, Task<T>> question)
    {
        await portal.RefreshClockAsync();
        var buyer = await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await using var scope = portal.OpenScope(buyer);
        return await question(scope.ServiceProvider.GetRequiredService<IMembershipIntegrationService>());
    }
}
