using System.Net;
using System.Security.Cryptography;
using System.Text;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Accreditation;
using DpsPortal.Tendering;
using DpsPortal.Tendering.AwardRecords;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>The written report on an award. Source: PCR 2015, reg. 84(1), used as the model.</summary>
public sealed class AwardRecordTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    private readonly PriceQuestionSteps _steps = new(portal);

    [Fact]
    public async Task The_record_says_who_was_invited_who_judged_how_and_why_and_replays_to_the_same_places()
    {
        var (callOff, approver) = await AwardedAsync();

        var record = await approver.GetAsync<AwardRecordDto>(Path(callOff));

        var report = record.Report;
        record.Replays.ShouldBe(true);
        report.Invited.ShouldBe(portal.Members.Select(m => m.Name), ignoreOrder: true);
        report.Openers.Count.ShouldBe(2);
        report.Evaluators.Count.ShouldBe(2);
        report.Interests.ShouldContain(i => i.Said == "No conflict");
        report.Bids.Select(b => (b.ProviderName, b.Rank)).ShouldBe(
            [(portal.LanternRow.Name, 1), (portal.HarbourSteps.Name, 2)]);
        report.Bids.ShouldAllBe(b => b.Scores.Count == 3 && b.EvaluatorScores.Count == 6);
        report.Award.ApprovedByName.ShouldNotBeNull();
        report.Results.Single(r => r.Rank == 1).Id.ShouldBe(report.Award.BidId.ToString());
        report.ValuePence.ShouldBe(report.Bids[0].WholeTermPence);
    }

    [Fact]
    public async Task The_file_is_the_very_text_that_was_hashed_and_tells_nothing_of_the_young_person()
    {
        var (callOff, approver) = await AwardedAsync();
        var record = await approver.GetAsync<AwardRecordDto>(Path(callOff));

        var file = await approver.GetAsync($"{Path(callOff)}/file");

        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(file.Text))).ShouldBe(record.Sha256);
        foreach (var word in new[] { "needs", "moveIn", "dateOfBirth", "risks", "legalBasis", "HA9" })
        {
            file.Text.ShouldNotContain(word);
        }
    }

    [Fact]
    public async Task A_stored_ranking_that_the_rule_does_not_make_is_called_out()
    {
        var (callOff, approver) = await AwardedAsync();
        await portal.ExecuteAsync(
            $"""
             set session_replication_role = replica;
             update tendering.award_records set report = replace(report, '"rank":2', '"rank":3')
             where call_off_id = '{callOff}'
             """);

        (await approver.GetAsync<AwardRecordDto>(Path(callOff))).Replays.ShouldBe(false);
    }

    [Fact]
    public async Task A_ranking_of_another_rule_is_not_judged_by_todays()
    {
        var (callOff, approver) = await AwardedAsync();
        await portal.ExecuteAsync(
            $"""
             set session_replication_role = replica;
             update tendering.award_records set report = replace(report, '"ruleVersion":1', '"ruleVersion":999')
             where call_off_id = '{callOff}'
             """);

        (await approver.GetAsync<AwardRecordDto>(Path(callOff))).Replays.ShouldBeNull();
    }

    [Fact]
    public async Task Only_officers_of_the_authority_who_are_free_of_conflict_read_it_and_only_after_the_award()
    {
        var ranked = await _steps.RankedAsync((portal.LanternRow, 100_000));
        var officer = await portal.OfficerAsync;
        var early = await officer.GetAsync(Path(ranked.CallOffId));
        var (callOff, _) = await AwardedAsync();
        using var undeclared = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        using var conflicted = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(conflicted, callOff, conflict: true);

        foreach (var path in new[] { Path(callOff), $"{Path(callOff)}/file" })
        {
            (await undeclared.GetAsync(path)).Problem.Code.ShouldBe(TenderingErrorCodes.ConflictDeclarationNeeded);
            (await conflicted.GetAsync(path)).Problem.Code.ShouldBe(TenderingErrorCodes.ConflictDeclared);
            (await (await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer)).GetAsync(path)).Status
                .ShouldBe(HttpStatusCode.NotFound);
            (await (await portal.ProviderAsync(portal.LanternRow)).GetAsync(path)).Status
                .ShouldBe(HttpStatusCode.Forbidden);
        }

        early.Status.ShouldBe(HttpStatusCode.NotFound);
        var record = $"tendering.award_records where call_off_id = '{callOff}'";
        (await portal.CountAsync(portal.NorthwickVale, record)).ShouldBe(1);
        (await portal.CountAsync(portal.LanternRow, record)).ShouldBe(0);
        (await portal.CountAsync(portal.Kingsferry, record)).ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_changes_a_record_not_even_by_a_raw_query()
    {
        var (callOff, _) = await AwardedAsync();

        foreach (var change in new[] { "update {0} set report = ''", "delete from {0}" })
        {
            var sql = string.Format(
                System.Globalization.CultureInfo.InvariantCulture, change, "tendering.award_records")
                + $" where call_off_id = '{callOff}'";
            (await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(portal, portal.NorthwickVale.Id, sql)))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
            await Should.ThrowAsync<PostgresException>(() => portal.ExecuteAsync(sql));
        }
    }

    private static string Path(Guid callOff) => $"/api/call-offs/{callOff}/award/record";

    private async Task<(Guid CallOff, PortalClient Approver)> AwardedAsync()
    {
        var ranked = await _steps.RankedAsync((portal.LanternRow, 100_000), (portal.HarbourSteps, 150_000));
        (await _steps.TryProposeAsync(ranked, portal.LanternRow)).IsSuccess.ShouldBeTrue();
        var approver = await _steps.DeclaredApproverAsync(ranked);
        await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{ranked.CallOffId}/award/approve",
            new ApproveAwardDto { Version = (await _steps.ReadAsync(ranked, approver)).Version });
        return (ranked.CallOffId, approver);
    }
}
