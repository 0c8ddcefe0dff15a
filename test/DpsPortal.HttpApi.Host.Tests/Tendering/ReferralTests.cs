using System.Net;
using System.Text.Json;
using DpsPortal.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

public sealed class ReferralTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task Fact_18_under_sixteen_and_deprivation_of_liberty_are_refused_and_audited_without_a_date()
    {
        var socialWorker = await portal.SocialWorkerAsync;
        var input = await portal.ReferralInputAsync(caseNumber: "CASE-4711");
        var tooYoung = DateOnly.FromDateTime(await portal.Clock.NowAsync()).AddYears(-16).AddDays(2);

        var young = await socialWorker.PostAsync("/api/referrals", input with { DateOfBirth = tooYoung });
        var order = await socialWorker.PostAsync("/api/referrals", input with { DeprivationOfLiberty = true });

        young.Problem.Code.ShouldBe(TenderingErrorCodes.UnderSixteen);
        order.Problem.Code.ShouldBe(TenderingErrorCodes.DeprivationOfLiberty);
        var refusals = await AuditAsync("object_type = 'Referral' and refused");
        refusals.Count.ShouldBeGreaterThanOrEqualTo(2);
        refusals.ShouldAllBe(r => !r.Contains("CASE-4711", StringComparison.Ordinal)
            && !r.Contains(tooYoung.ToString("yyyy-MM-dd", null), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(-18, 1, LegalBasis.None, false)]
    [InlineData(-18, 0, LegalBasis.None, true)]
    [InlineData(-18, 1, LegalBasis.Section31, true)]
    [InlineData(-18, 0, LegalBasis.Section31, false)]
    public async Task The_legal_basis_fits_the_age_on_the_day(int years, int days, LegalBasis basis, bool fits)
    {
        var input = await portal.ReferralInputAsync();
        var born = DateOnly.FromDateTime(await portal.Clock.NowAsync()).AddYears(years).AddDays(days);

        var answer = await (await portal.SocialWorkerAsync).PostAsync(
            "/api/referrals", input with { DateOfBirth = born, Needs = input.Needs with { LegalBasis = basis } });

        answer.IsSuccess.ShouldBe(fits, answer.Text);
        if (!fits)
        {
            answer.Problem.Errors.Keys.ShouldBe(["needs.legalBasis"]);
        }
    }

    [Fact]
    public async Task The_date_of_birth_and_the_case_number_come_back_nowhere()
    {
        var socialWorker = await portal.SocialWorkerAsync;
        var input = await portal.ReferralInputAsync(caseNumber: "LCS-0815-A");

        var created = await socialWorker.PostAsync("/api/referrals", input);

        created.Status.ShouldBe(HttpStatusCode.OK, created.Text);
        created.Text.ShouldNotContain("0815-A");
        created.Text.ShouldNotContain(input.DateOfBirth!.Value.ToString("yyyy-MM-dd", null));
        created.Read<ReferralDto>().Needs!.AgeBand.ShouldBe(AgeBand.From16To17);
        (await portal.CountAsync(
            portal.NorthwickVale,
            "tendering.referrals where replace(upper(case_number_hash), '-', '') like '%LCS0815A%'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_second_live_search_for_one_case_number_is_refused_however_it_is_typed()
    {
        var officer = await portal.OfficerAsync;
        var first = await officer.PostAsync<ReferralDto>(
            "/api/referrals", await portal.ReferralInputAsync(caseNumber: "lcs 99 17"));

        var second = await officer.PostAsync("/api/referrals", await portal.ReferralInputAsync(caseNumber: "LCS-9917"));
        await officer.PostAsync<ReferralDto>(
            $"/api/referrals/{first.Id}/cancel",
            new CancelReferralDto { Reason = ReferralCancelReason.NoLongerNeeded, Version = first.Version });
        var afterwards = await officer.PostAsync(
            "/api/referrals", await portal.ReferralInputAsync(caseNumber: "LCS-9917"));

        second.Problem.Code.ShouldBe(TenderingErrorCodes.DuplicateSearch);
        afterwards.Status.ShouldBe(HttpStatusCode.OK, afterwards.Text);
    }

    [Theory]
    [InlineData("LessThanFiveDays, MoreThanFiveDays")]
    [InlineData("1")]
    [InlineData("Whenever")]
    public async Task A_value_that_is_no_single_name_is_refused_and_nothing_is_stored(string urgency)
    {
        var officer = await portal.OfficerAsync;
        var before = await portal.CountAsync(portal.NorthwickVale, "tendering.referrals");
        var input = JsonSerializer.SerializeToNode(await portal.ReferralInputAsync(), PortalClient.Json)!;
        input["needs"]!["urgency"] = urgency;

        var answer = await officer.PostAsync("/api/referrals", input);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await portal.CountAsync(portal.NorthwickVale, "tendering.referrals")).ShouldBe(before);
        (await officer.GetAsync("/api/referrals")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("moveInFrom", "0001-01-01")]
    [InlineData("moveInBy", "9999-12-31")]
    [InlineData("wishesAskedOn", "0001-01-01")]
    public async Task A_date_out_of_reach_is_refused_at_its_field(string field, string date)
    {
        var input = JsonSerializer.SerializeToNode(await portal.ReferralInputAsync(), PortalClient.Json)!;
        input["needs"]![field] = date;

        var answer = await (await portal.OfficerAsync).PostAsync("/api/referrals", input);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldContain($"needs.{field}");
    }

    [Theory]
    [InlineData("match", "Match for J. Example, born in March 2009")]
    [InlineData("j-example", "How well the home fits")]
    public async Task Fact_19_a_criterion_is_chosen_from_the_list_so_that_nothing_else_is_published(string id, string name)
    {
        var officer = await portal.OfficerAsync;
        var referral = await officer.PostAsync<ReferralDto>("/api/referrals", await portal.ReferralInputAsync());

        var answer = await officer.PostAsync("/api/call-offs", new CreateCallOffDto
        {
            ReferralId = referral.Id,
            LotId = portal.LightTouchLot,
            Deadline = (await portal.Clock.NowAsync()).AddHours(2),
            Criteria = [new CriterionDto(id, name, 60, null, true)],
            PriceWeight = 40,
            CeilingWeeklyPence = null,
        });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe(["criteria[0].name"]);
    }

    [Fact]
    public async Task Needs_changed_under_a_draft_are_read_again_before_it_is_published_and_not_by_whoever_changed_them()
    {
        var draft = await portal.DraftAsync();
        var social = await portal.SocialWorkerAsync;
        var referral = await social.GetAsync<ReferralDto>($"/api/referrals/{draft.ReferralId}");
        var approver = await portal.ApproverAsync;

        await social.PutAsync<ReferralDto>($"/api/referrals/{draft.ReferralId}", new SaveReferralDto
        {
            DeprivationOfLiberty = false,
            Needs = referral.Needs! with { ExpectedWeeks = 200 },
            Version = referral.Version,
        });
        var stale = await approver.PostAsync(
            $"/api/call-offs/{draft.Id}/publish", new CallOffVersionDto { Version = draft.Version });
        var fresh = await portal.PublishAsync(await portal.GetAsync(draft.Id));

        (stale.Status, stale.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:Concurrency"));
        fresh.Needs.ExpectedWeeks.ShouldBe(200);
    }

    [Theory]
    [InlineData(90, true)]
    [InlineData(91, false)]
    public async Task A_call_off_stays_open_for_ninety_days_at_most(int days, bool taken)
    {
        var draft = await portal.DraftAsync(time: TimeSpan.FromDays(days));

        var answer = await (await portal.ApproverAsync).PostAsync(
            $"/api/call-offs/{draft.Id}/publish", new CallOffVersionDto { Version = draft.Version });

        answer.IsSuccess.ShouldBe(taken, answer.Text);
        if (!taken)
        {
            answer.Problem.Code.ShouldBe(TenderingErrorCodes.BiddingPeriodTooLong);
        }
    }

    [Fact]
    public async Task Only_the_first_half_of_a_postcode_is_taken()
    {
        var input = await portal.ReferralInputAsync();

        var answer = await (await portal.OfficerAsync).PostAsync(
            "/api/referrals", input with { Needs = input.Needs with { PreferredAreas = ["HA9", "HA9 9AA"] } });

        answer.Problem.Errors.Keys.ShouldBe(["needs.preferredAreas[1]"]);
    }

    [Fact]
    public async Task Another_authoritys_referral_and_call_off_do_not_exist()
    {
        var draft = await portal.DraftAsync();
        var other = await portal.AsAsync(
            portal.Kingsferry, Framework.Application.Role.PlacementsOfficer,
            Framework.Application.Role.PlacementsApprover);

        foreach (var path in new[]
        {
            $"/api/referrals/{draft.ReferralId}", $"/api/call-offs/{draft.Id}", $"/api/call-offs/{draft.Id}/history",
            $"/api/call-offs/{draft.Id}/publish-preview", $"/api/call-offs/{draft.Id}/evaluation",
            $"/api/call-offs/{draft.Id}/letters",
        })
        {
            (await other.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        }

        foreach (var verb in new[] { "publish", "open", "lock-quality", "award/approve" })
        {
            (await other.PostAsync(
                $"/api/call-offs/{draft.Id}/{verb}", new CallOffVersionDto { Version = draft.Version }))
                .Status.ShouldBe(HttpStatusCode.NotFound, verb);
        }

        (await other.PostAsync("/api/call-offs", Create(draft.ReferralId, portal.LightTouchLot)))
            .Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_authority_outside_the_scheme_cannot_buy_through_it()
    {
        var other = await portal.AsAsync(portal.Outsider, Framework.Application.Role.PlacementsOfficer);
        var referral = await other.PostAsync<ReferralDto>("/api/referrals", await portal.ReferralInputAsync());

        var answer = await other.PostAsync("/api/call-offs", Create(referral.Id, portal.LightTouchLot));

        answer.Problem.Code.ShouldBe(TenderingErrorCodes.NotMemberAuthority);
    }

    [Theory]
    [InlineData(39.99)]
    [InlineData(40.01)]
    public async Task Weights_that_do_not_make_exactly_100_are_refused(double priceWeight)
    {
        var officer = await portal.OfficerAsync;
        var referral = await officer.PostAsync<ReferralDto>("/api/referrals", await portal.ReferralInputAsync());

        var answer = await officer.PostAsync(
            "/api/call-offs", Create(referral.Id, portal.LightTouchLot) with { PriceWeight = (decimal)priceWeight });

        answer.Problem.Code.ShouldBe(TenderingErrorCodes.WeightsMustTotal100);
    }

    [Fact]
    public async Task Fact_05_a_legacy_dps_gives_ten_days_and_the_light_touch_what_it_published()
    {
        var early = await portal.DraftAsync(portal.DpsLot, TimeSpan.FromDays(10) - TimeSpan.FromMinutes(1));
        var late = await portal.DraftAsync(portal.DpsLot, TimeSpan.FromDays(10) + TimeSpan.FromMinutes(2));
        var tooShort = await portal.DraftAsync(
            time: TimeSpan.FromMinutes(TenderingFixture.LightTouchMinutes) - TimeSpan.FromSeconds(1));
        var approver = await portal.ApproverAsync;

        (await approver.PostAsync(
            $"/api/call-offs/{early.Id}/publish", new CallOffVersionDto { Version = early.Version }))
            .Problem.Code.ShouldBe(TenderingErrorCodes.BiddingPeriodTooShort);
        (await portal.PublishAsync(late)).State.ShouldBe(CallOffState.Published);
        (await approver.PostAsync(
            $"/api/call-offs/{tooShort.Id}/publish", new CallOffVersionDto { Version = tooShort.Version }))
            .Problem.Code.ShouldBe(TenderingErrorCodes.BiddingPeriodTooShort);
    }

    private static CreateCallOffDto Create(Guid referral, Guid lot) => new()
    {
        ReferralId = referral,
        LotId = lot,
        Deadline = DateTimeOffset.UtcNow.AddDays(30),
        Criteria = TenderingFixture.Criteria,
        PriceWeight = 40,
    };

    private async Task<List<string>> AuditAsync(string where)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"select e::text from organisations.audit_events e where {where}", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
