using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

public sealed class ReferralDraftTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    private static NeedsDraftDto Nothing => new()
    {
        Risks = [],
        Independence = [],
        PreferredAreas = [],
        ExcludedAreas = [],
        Wishes = [],
    };

    private static NeedsDraftDto Half => Nothing with
    {
        Gender = Gender.Female,
        SupportLevel = SupportLevel.High,
        Risks = [new RiskDto(Risk.Missing, 2, true)],
        PreferredAreas = ["ha9"],
        MoveInBy = TenderingFixture.FreeFrom,
    };

    [Fact]
    public async Task A_draft_is_kept_with_whatever_is_answered_and_listed_as_a_draft()
    {
        var author = await portal.SocialWorkerAsync;

        var empty = await author.PostAsync<ReferralDto>("/api/referrals/drafts", Draft(Nothing));
        var half = await author.PutAsync<ReferralDto>(
            $"/api/referrals/{empty.Id}/draft", Draft(Half) with { Version = empty.Version });

        var listed = (await (await portal.OfficerAsync).GetAsync<PagedResult<ReferralListItemDto>>("/api/referrals"))
            .Items.Single(r => r.Id == empty.Id);
        (empty.State, half.State, listed.State)
            .ShouldBe((ReferralState.Draft, ReferralState.Draft, ReferralState.Draft));
        (await TodayTests.KindsAsync(author, empty.Id)).ShouldBe(["Referral.Finish"]);
        (await TodayTests.KindsAsync(await portal.OfficerAsync, empty.Id)).ShouldBeEmpty();
        half.Needs.ShouldBeNull();
        half.Draft!.PreferredAreas.ShouldBe(["HA9"]);
        (half.Draft.Gender, half.Draft.Risks.Single().Level, half.Draft.Occupancy).ShouldBe((Gender.Female, 2, null));
        half.PermittedTriggers.ShouldBe(
            [ReferralTrigger.SaveDraft, ReferralTrigger.Complete, ReferralTrigger.Cancel], ignoreOrder: true);
    }

    [Fact]
    public async Task A_draft_is_completed_by_a_complete_referral_and_only_then_sought_for()
    {
        var officer = await portal.OfficerAsync;
        var input = await portal.ReferralInputAsync();
        var draft = await officer.PostAsync<ReferralDto>(
            "/api/referrals/drafts", Draft(Half) with { DateOfBirth = input.DateOfBirth });

        var early = await officer.PostAsync("/api/call-offs", await CallOffOfAsync(draft.Id));
        var ready = await officer.PutAsync<ReferralDto>(
            $"/api/referrals/{draft.Id}", input with { DateOfBirth = null, Version = draft.Version });
        var callOff = await officer.PostAsync<CallOffDto>("/api/call-offs", await CallOffOfAsync(draft.Id));
        var again = await officer.PutAsync($"/api/referrals/{draft.Id}/draft", Draft(Half) with { Version = ready.Version });

        early.Problem.Code.ShouldBe(TenderingErrorCodes.ReferralIncomplete);
        (ready.State, ready.Draft, ready.Reference).ShouldBe((ReferralState.Ready, null, draft.Reference));
        ready.Needs!.AgeBand.ShouldBe(AgeBand.From16To17);
        callOff.ReferralReference.ShouldBe(draft.Reference);
        again.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_draft_without_a_date_of_birth_is_completed_only_with_one()
    {
        var officer = await portal.OfficerAsync;
        var input = await portal.ReferralInputAsync();
        var draft = await officer.PostAsync<ReferralDto>("/api/referrals/drafts", Draft(Half));

        var without = await officer.PutAsync(
            $"/api/referrals/{draft.Id}", input with { DateOfBirth = null, Version = draft.Version });
        var with = await officer.PutAsync($"/api/referrals/{draft.Id}", input with { Version = draft.Version });

        without.Problem.Errors.Keys.ShouldBe(["dateOfBirth"]);
        with.Status.ShouldBe(HttpStatusCode.OK, with.Text);
    }

    [Fact]
    public async Task Fact_18_a_draft_that_could_never_be_completed_is_refused_at_once()
    {
        var officer = await portal.OfficerAsync;
        var sixteenToday = DateOnly.FromDateTime(await portal.Clock.NowAsync()).AddYears(-16);

        var order = await officer.PostAsync("/api/referrals/drafts", Draft(Half) with { DeprivationOfLiberty = true });
        var young = await officer.PostAsync(
            "/api/referrals/drafts", Draft(Half) with { DateOfBirth = sixteenToday.AddDays(1) });
        var oldEnough = await officer.PostAsync(
            "/api/referrals/drafts", Draft(Half) with { DateOfBirth = sixteenToday });

        order.Problem.Code.ShouldBe(TenderingErrorCodes.DeprivationOfLiberty);
        young.Problem.Code.ShouldBe(TenderingErrorCodes.UnderSixteen);
        oldEnough.Status.ShouldBe(HttpStatusCode.OK, oldEnough.Text);
    }

    [Fact]
    public async Task Fact_19_a_draft_keeps_no_text_that_could_say_who_it_is()
    {
        var officer = await portal.OfficerAsync;

        var postcode = await officer.PostAsync(
            "/api/referrals/drafts", Draft(Half with { PreferredAreas = ["HA9", "HA9 9AA"] }));
        var name = await officer.PostAsync(
            "/api/referrals/drafts", Draft(Half with { ExcludedAreas = ["near Jordan"] }));

        postcode.Problem.Errors.Keys.ShouldBe(["needs.preferredAreas[1]"]);
        name.Problem.Errors.Keys.ShouldBe(["needs.excludedAreas[0]"]);
    }

    [Fact]
    public async Task A_second_draft_for_the_same_case_number_is_refused_while_the_first_lives()
    {
        var officer = await portal.OfficerAsync;
        var number = Guid.NewGuid().ToString("N");
        var first = await officer.PostAsync<ReferralDto>(
            "/api/referrals/drafts", Draft(Half) with { CaseNumber = number });

        var second = await officer.PostAsync("/api/referrals/drafts", Draft(Half) with { CaseNumber = number });
        await officer.PostAsync<ReferralDto>(
            $"/api/referrals/{first.Id}/cancel",
            new CancelReferralDto { Reason = ReferralCancelReason.RecordedTwice, Version = first.Version });
        var third = await officer.PostAsync("/api/referrals/drafts", Draft(Half) with { CaseNumber = number });

        second.Problem.Code.ShouldBe(TenderingErrorCodes.DuplicateSearch);
        third.Status.ShouldBe(HttpStatusCode.OK, third.Text);
    }

    [Fact]
    public async Task Another_authoritys_draft_does_not_exist_not_even_for_raw_sql()
    {
        var draft = await (await portal.OfficerAsync).PostAsync<ReferralDto>("/api/referrals/drafts", Draft(Half));
        var other = await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer);

        var saved = await other.PutAsync(
            $"/api/referrals/{draft.Id}/draft", Draft(Half) with { Version = draft.Version });

        saved.Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync($"/api/referrals/{draft.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync<PagedResult<ReferralListItemDto>>("/api/referrals?pageSize=100")).Items.ShouldNotContain(r => r.Id == draft.Id);
        (await portal.CountAsync(portal.NorthwickVale, $"tendering.referrals where id = '{draft.Id}'")).ShouldBe(1);
        (await portal.CountAsync(portal.Kingsferry, $"tendering.referrals where id = '{draft.Id}'")).ShouldBe(0);
    }

    [Fact]
    public async Task Each_save_and_the_completion_are_audited_without_a_date_or_a_number()
    {
        var officer = await portal.OfficerAsync;
        var input = await portal.ReferralInputAsync(caseNumber: "LCS-2718-D");
        var draft = await officer.PostAsync<ReferralDto>(
            "/api/referrals/drafts",
            Draft(Half) with { DateOfBirth = input.DateOfBirth, CaseNumber = input.CaseNumber });
        var saved = await officer.PutAsync<ReferralDto>(
            $"/api/referrals/{draft.Id}/draft", Draft(Half) with { Version = draft.Version });
        await officer.PutAsync<ReferralDto>($"/api/referrals/{draft.Id}", input with { Version = saved.Version });

        var rows = await AuditAsync(draft.Id);

        rows.Select(r => r.Action).ShouldBe(["Create", "SaveDraft", "Complete"], ignoreOrder: true);
        rows.ShouldAllBe(r => !r.Row.Contains("2718", StringComparison.Ordinal)
            && !r.Row.Contains($"{input.DateOfBirth:yyyy-MM-dd}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_draft_over_somebody_elses_is_noticed()
    {
        var officer = await portal.OfficerAsync;
        var draft = await officer.PostAsync<ReferralDto>("/api/referrals/drafts", Draft(Half));
        await officer.PutAsync<ReferralDto>(
            $"/api/referrals/{draft.Id}/draft", Draft(Nothing) with { Version = draft.Version });

        var stale = await officer.PutAsync(
            $"/api/referrals/{draft.Id}/draft", Draft(Half) with { Version = draft.Version });

        stale.Problem.Code.ShouldBe("DpsPortal:Concurrency");
    }

    /// <summary>A number that all rows shared would count the bids between two saves of one's own. Source: T35, decision 20.</summary>
    [Fact]
    public async Task The_version_of_ones_own_draft_tells_nothing_of_what_bidders_saved_meanwhile()
    {
        var callOff = await portal.PublishedAsync();
        var officer = await portal.OfficerAsync;
        var saved = await officer.PostAsync<ReferralDto>("/api/referrals/drafts", Draft(Nothing));
        async Task<long> StepAsync(int hours)
        {
            var before = saved.Version;
            saved = await officer.PutAsync<ReferralDto>(
                $"/api/referrals/{saved.Id}/draft",
                Draft(Nothing with { CoreHoursPerWeek = hours }) with { Version = before });
            return saved.Version - (long)before;
        }

        var quiet = await StepAsync(1);
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var bidOn = await StepAsync(2);

        quiet.ShouldBe(1);
        bidOn.ShouldBe(1);
    }

    private static SaveReferralDraftDto Draft(NeedsDraftDto needs) => new() { Needs = needs };

    private async Task<CreateCallOffDto> CallOffOfAsync(Guid referral) => new()
    {
        ReferralId = referral,
        LotId = portal.LightTouchLot,
        Deadline = (await portal.Clock.NowAsync()).AddHours(2),
        Criteria = TenderingFixture.Criteria,
        PriceWeight = 40,
    };

    private async Task<List<(string Action, string Row)>> AuditAsync(Guid id)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"select e.action, e::text from organisations.audit_events e where e.object_id::text = '{id}'", connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync())
        {
            rows.Add((reader.GetString(0), reader.GetString(1)));
        }

        return rows;
    }
}
