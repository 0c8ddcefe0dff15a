using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>
/// What the portal does not know: one officer says that a home was used before it, and whoever approves the award confirms
/// it (fact 23; etc/docs/decisions/0029).
/// </summary>
public sealed class EarlierUseTests(NewHomeFixture portal) : IClassFixture<NewHomeFixture>, IAsyncLifetime
{
    private readonly PriceQuestionSteps _steps = new(portal);

    public async ValueTask InitializeAsync() => await portal.ForgetAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Fact_23_a_recorded_earlier_use_passes_the_approver_sees_it_and_the_award_confirms_it()
    {
        var officer = await portal.OfficerAsync;
        var recorded = await portal.RecordAsync(await RankedAsync());
        var proposed = (await _steps.TryProposeAsync(recorded, portal.LanternRow)).Read<CallOffDto>();
        var approver = await _steps.DeclaredApproverAsync(recorded);

        var seen = (await _steps.ReadAsync(recorded, approver)).Bids.Single().EarlierUse!;
        var awarded = await ApproveAsync(approver, proposed);

        recorded.Bids.Single().Rank.ShouldBe(1);
        (seen.UsedFrom, seen.Reason, seen.RecordedByName, seen.ConfirmedByName).ShouldBe(
            (NewHomeFixture.UsedFrom, NewHomeFixture.Reason, officer.Session!.User!.Name, null));
        awarded.Read<CallOffDto>().State.ShouldBe(CallOffState.Awarded);
        (await _steps.ReadAsync(recorded)).Bids.Single().EarlierUse!.ConfirmedByName
            .ShouldBe(approver.Session!.User!.Name);
        var history = await officer.GetAsync<AuditEventDto[]>($"/api/call-offs/{proposed.Id}/history");
        history.Single(e => e.Action == "RecordEarlierUse").Reason!.ShouldContain(NewHomeFixture.Reason);
    }

    [Fact]
    public async Task Fact_23_a_confirmed_earlier_use_counts_for_the_next_call_off_of_that_authority_alone()
    {
        var recorded = await portal.RecordAsync(await RankedAsync());
        var proposed = (await _steps.TryProposeAsync(recorded, portal.LanternRow)).Read<CallOffDto>();
        (await ApproveAsync(await _steps.DeclaredApproverAsync(recorded), proposed)).IsSuccess.ShouldBeTrue();

        var next = (await RankedAsync()).Bids.Single();

        (next.Rank, next.EarlierUse).ShouldBe((1, null));
        var asked = $"tendering.homes_used_before('{portal.NorthwickVale.Id}', "
            + $"array['{portal.HomeOf(portal.LanternRow).Id}']::uuid[])";
        (await portal.CountAsync(portal.NorthwickVale, asked)).ShouldBe(1);
        (await portal.CountAsync(portal.LanternRow, asked)).ShouldBe(1);
        (await portal.CountAsync(portal.Kingsferry, asked)).ShouldBe(0);
        (await portal.CountAsync(portal.HarbourSteps, asked)).ShouldBe(0);
        (await portal.CountAsync(
            portal.NorthwickVale, asked.Replace($"{portal.NorthwickVale.Id}", $"{portal.Kingsferry.Id}"))).ShouldBe(0);
    }

    [Fact]
    public async Task Fact_23_what_nobody_confirmed_counts_in_no_other_call_off()
    {
        await portal.RecordAsync(await RankedAsync());

        (await RankedAsync()).Bids.Single().HomeNeedsReferences.ShouldBeTrue();
    }

    [Fact]
    public async Task Fact_23_whoever_recorded_an_earlier_use_does_not_approve_the_award_that_rests_on_it()
    {
        var evaluation = await RankedAsync();
        using var both = await BothAsync(evaluation);
        var recorded = await portal.RecordAsync(evaluation, both);
        var proposed = (await _steps.TryProposeAsync(recorded, portal.LanternRow)).Read<CallOffDto>();

        var refused = await ApproveAsync(both, proposed);

        (refused.Status, refused.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.OwnEarlierUse));
        (await portal.GetAsync(proposed.Id)).State.ShouldBe(CallOffState.AwardProposed);
        (await _steps.ReadAsync(recorded)).Bids.Single().EarlierUse!.ConfirmedAt.ShouldBeNull();
        (await both.GetAsync<AuditEventDto[]>($"/api/call-offs/{proposed.Id}/history"))
            .ShouldContain(e => e.Action == "ApproveAward" && e.Refused);
        (await ApproveAsync(await _steps.DeclaredApproverAsync(recorded), proposed)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Fact_23_another_authority_finds_no_bid_to_record_an_earlier_use_of()
    {
        var evaluation = await RankedAsync();
        var other = await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer);

        (await portal.TryRecordAsync(evaluation, other)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.PostAsync(
            $"{NewHomeFixture.Path(evaluation)}/take-back", new CallOffVersionDto { Version = evaluation.Version }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await portal.TryRecordAsync(evaluation, await portal.ApproverAsync)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Fact_23_who_has_not_declared_or_has_a_conflict_records_nothing()
    {
        var evaluation = await RankedAsync();
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);

        var undeclared = await portal.TryRecordAsync(evaluation, late);
        await TenderingFixture.DeclareAsync(late, evaluation.CallOffId, conflict: true);
        var conflicted = await portal.TryRecordAsync(await _steps.ReadAsync(evaluation), late);

        undeclared.Problem.Code.ShouldBe(TenderingErrorCodes.ConflictDeclarationNeeded);
        conflicted.Problem.Code.ShouldBe(TenderingErrorCodes.ConflictDeclared);
    }

    [Fact]
    public async Task Fact_23_a_conflict_declared_after_the_award_makes_the_home_new_again_to_the_next_call_off()
    {
        var evaluation = await RankedAsync();
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(late, evaluation.CallOffId);
        evaluation = await portal.RecordAsync(await _steps.ReadAsync(evaluation), late);
        var proposed = (await _steps.TryProposeAsync(evaluation, portal.LanternRow)).Read<CallOffDto>();
        (await ApproveAsync(await _steps.DeclaredApproverAsync(evaluation), proposed)).IsSuccess.ShouldBeTrue();
        (await RankedAsync()).Bids.Single().HomeNeedsReferences.ShouldBeFalse();

        await TenderingFixture.DeclareAsync(late, evaluation.CallOffId, conflict: true);

        (await RankedAsync()).Bids.Single().HomeNeedsReferences.ShouldBeTrue();
        (await portal.GetAsync(evaluation.CallOffId)).State.ShouldBe(CallOffState.Awarded);
    }

    [Fact]
    public async Task Fact_23_what_somebody_with_a_late_conflict_recorded_counts_no_longer()
    {
        var evaluation = await RankedAsync();
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(late, evaluation.CallOffId);
        evaluation = await portal.RecordAsync(await _steps.ReadAsync(evaluation), late);
        (await _steps.TryProposeAsync(evaluation, portal.LanternRow)).IsSuccess.ShouldBeTrue();

        await TenderingFixture.DeclareAsync(late, evaluation.CallOffId, conflict: true);

        (await portal.GetAsync(evaluation.CallOffId)).State.ShouldBe(CallOffState.Evaluating);
        var history = $"/api/call-offs/{evaluation.CallOffId}/history";
        (await (await portal.OfficerAsync).GetAsync<AuditEventDto[]>(history))
            .ShouldNotContain(e => e.Action == "RecordEarlierUse");
        var locked = await PriceQuestionSteps.RelockAsync(
            await portal.OfficerAsync, await _steps.ReadAsync(evaluation));
        (locked.Bids.Single().EarlierUse, locked.Bids.Single().HomeNeedsReferences).ShouldBe((null, true));
    }

    [Fact]
    public async Task Fact_23_nothing_is_recorded_of_a_home_that_needs_no_references()
    {
        var today = await portal.TodayAsync();
        await portal.VouchAsync(portal.LanternRow, "Kingsferry LBC", today);
        await portal.VouchAsync(portal.LanternRow, "Harrowmere LBC", today);

        (await portal.TryRecordAsync(await RankedAsync())).Problem.Code.ShouldBe(TenderingErrorCodes.HomeNotNew);
    }

    [Fact]
    public async Task Fact_23_two_who_record_it_at_once_are_told_apart_by_the_version()
    {
        var evaluation = await RankedAsync();
        await portal.RecordAsync(evaluation);

        (await portal.TryRecordAsync(evaluation)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await portal.TryRecordAsync(await _steps.ReadAsync(evaluation))).Problem.Code
            .ShouldBe(TenderingErrorCodes.HomeNotNew);
    }

    [Fact]
    public async Task Fact_23_an_earlier_use_lies_in_the_past_and_its_reason_tells_nothing_of_a_young_person()
    {
        var evaluation = await RankedAsync();
        var input = NewHomeFixture.Input(evaluation);
        var today = await portal.TodayAsync();

        var late = await portal.TryRecordAsync(evaluation, input: input with { UsedFrom = today.AddDays(1) });
        var telling = await portal.TryRecordAsync(
            evaluation, input: input with { Reason = "A young person born on 3 May 2009 lived there." });
        var silent = await portal.TryRecordAsync(evaluation, input: input with { Reason = " " });

        late.Problem.Errors.Keys.ShouldContain("usedFrom");
        telling.Problem.Errors.Keys.ShouldContain("reason");
        silent.Problem.Errors.Keys.ShouldContain("reason");
        (await portal.TryRecordAsync(evaluation, input: input with { UsedFrom = today })).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Fact_23_a_record_is_taken_back_before_an_award_is_proposed_and_not_after()
    {
        var officer = await portal.OfficerAsync;
        var recorded = await portal.RecordAsync(await RankedAsync());
        var path = $"{NewHomeFixture.Path(recorded)}/take-back";

        var taken = await officer.PostAsync<EvaluationDto>(path, new CallOffVersionDto { Version = recorded.Version });
        var again = await officer.PostAsync(path, new CallOffVersionDto { Version = taken.Version });
        recorded = await portal.RecordAsync(taken);
        var proposed = (await _steps.TryProposeAsync(recorded, portal.LanternRow)).Read<CallOffDto>();
        var late = await officer.PostAsync(path, new CallOffVersionDto { Version = proposed.Version });

        (taken.Bids.Single().EarlierUse, taken.Bids.Single().HomeNeedsReferences).ShouldBe((null, true));
        again.Status.ShouldBe(HttpStatusCode.NotFound);
        late.Problem.Code.ShouldBe(InvalidTransitionException.ErrorCode);
    }

    [Fact]
    public async Task A_confirmed_earlier_use_is_read_by_its_authority_alone_and_stays()
    {
        var recorded = await portal.RecordAsync(await RankedAsync());
        var proposed = (await _steps.TryProposeAsync(recorded, portal.LanternRow)).Read<CallOffDto>();
        (await ApproveAsync(await _steps.DeclaredApproverAsync(recorded), proposed)).IsSuccess.ShouldBeTrue();

        foreach (var change in new[]
        {
            "delete from tendering.earlier_uses",
            "update tendering.earlier_uses set confirmed_by_name = 'Somebody', confirmed_at = null",
        })
        {
            await NewHomeFixture.ExecuteAsync(
                portal.Database.App, $"select set_config('app.org', '{portal.NorthwickVale.Id}', false); {change}");
        }

        await Should.ThrowAsync<PostgresException>(() => NewHomeFixture.ExecuteAsync(
            portal.Database.App,
            $"select set_config('app.org', '{portal.NorthwickVale.Id}', false); "
                + "update tendering.earlier_uses set reason = 'Another'"));
        const string Confirmed = "tendering.earlier_uses where confirmed_at is not null";
        (await portal.CountAsync(portal.NorthwickVale, Confirmed)).ShouldBe(1);
        (await portal.CountAsync(portal.Kingsferry, Confirmed)).ShouldBe(0);
        (await portal.CountAsync(portal.LanternRow, Confirmed)).ShouldBe(0);
    }

    private Task<EvaluationDto> RankedAsync() => _steps.RankedAsync((portal.LanternRow, 100_000));

    private async Task<PortalClient> BothAsync(EvaluationDto evaluation)
    {
        var both = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer, Role.PlacementsApprover);
        await TenderingFixture.DeclareAsync(both, evaluation.CallOffId);
        return both;
    }

    private static Task<PortalAnswer> ApproveAsync(PortalClient approver, CallOffDto proposed) => approver.PostAsync(
        $"/api/call-offs/{proposed.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version });
}
