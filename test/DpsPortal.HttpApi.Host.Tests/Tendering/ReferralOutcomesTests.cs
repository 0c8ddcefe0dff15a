using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>A need that no call-off met is counted, also when nobody was asked to bid.</summary>
public sealed class ReferralOutcomesTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task What_was_placed_instead_or_never_searched_is_counted_by_reason_for_its_own_authority()
    {
        var officer = await portal.OfficerAsync;
        var before = await ReadAsync(officer);
        await EndAsync(await RecordAsync(), ReferralCancelReason.FosterCare);
        await EndAsync(await RecordAsync(), ReferralCancelReason.FosterCare);
        var ended = await EndAsync(await RecordAsync(), ReferralCancelReason.NoTime);

        var after = await ReadAsync(officer);
        var elsewhere = await ReadAsync(await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer));

        ended.EndedBecause.ShouldBe(ReferralCancelReason.NoTime);
        (after.Total - before.Total).ShouldBe(3);
        after.PlacedByCallOff.ShouldBe(before.PlacedByCallOff);
        Of(after, ReferralCancelReason.FosterCare).ShouldBe(
            new ReferralOutcomeDto(ReferralCancelReason.FosterCare, ReferralOutcomeKind.PlacedInstead, 2, 0));
        Of(after, ReferralCancelReason.NoTime).Kind.ShouldBe(ReferralOutcomeKind.NotSearched);
        after.Others.ShouldNotContain(o => o.Count == 0);
        elsewhere.Total.ShouldBe(0);
    }

    [Fact]
    public async Task Nobody_says_that_there_was_no_search_once_a_call_off_was_published()
    {
        var callOff = await portal.PublishedAsync();
        var officer = await portal.OfficerAsync;
        var referral = await officer.GetAsync<ReferralDto>($"/api/referrals/{callOff.ReferralId}");
        await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/cancel",
            new CancelCallOffDto { Reason = CallOffCancelReason.PlacedElsewhere, Version = callOff.Version });
        referral = await officer.GetAsync<ReferralDto>($"/api/referrals/{callOff.ReferralId}");

        var refused = await officer.PostAsync(
            $"/api/referrals/{referral.Id}/cancel",
            new CancelReferralDto { Reason = ReferralCancelReason.NoTime, Version = referral.Version });
        var ended = await EndAsync(referral, ReferralCancelReason.NobodyOffered);

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        referral.WasSearched.ShouldBeTrue();
        ended.EndedBecause.ShouldBe(ReferralCancelReason.NobodyOffered);
        var found = Of(await ReadAsync(officer), ReferralCancelReason.NobodyOffered);
        (found.Kind, found.Count, found.Searched).ShouldBe((ReferralOutcomeKind.NotFound, 1, 1));
    }

    [Fact]
    public async Task Nobody_says_that_a_search_found_nobody_before_a_call_off_was_published()
    {
        var referral = await RecordAsync();

        var refused = await (await portal.OfficerAsync).PostAsync(
            $"/api/referrals/{referral.Id}/cancel",
            new CancelReferralDto { Reason = ReferralCancelReason.NobodyOffered, Version = referral.Version });

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Problem.Errors.Keys.ShouldBe(["reason"]);
        referral.WasSearched.ShouldBeFalse();
    }

    [Fact]
    public async Task Only_what_ended_from_the_first_day_to_the_last_is_counted()
    {
        var officer = await portal.OfficerAsync;
        await EndAsync(await RecordAsync(), ReferralCancelReason.BlockPlace);
        var today = LondonTime.DateOf(await portal.Clock.NowAsync());

        Of(await ReadAsync(officer, today, today), ReferralCancelReason.BlockPlace).Count.ShouldBe(1);
        (await ReadAsync(officer, today.AddDays(1), today.AddDays(2))).Total.ShouldBe(0);
        (await ReadAsync(officer, today.AddDays(-9), today.AddDays(-1))).Others
            .ShouldNotContain(o => o.Reason == ReferralCancelReason.BlockPlace);
        (await officer.GetAsync($"/api/referrals/outcomes?from={today:yyyy-MM-dd}&to={today.AddDays(-1):yyyy-MM-dd}"))
            .Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("1999-12-31", HttpStatusCode.BadRequest)]
    [InlineData("2000-01-01", HttpStatusCode.OK)]
    [InlineData("2100-12-31", HttpStatusCode.OK)]
    [InlineData("2101-01-01", HttpStatusCode.BadRequest)]
    public async Task A_day_is_of_our_time(string day, HttpStatusCode status) =>
        (await (await portal.OfficerAsync).GetAsync($"/api/referrals/outcomes?from={day}&to={day}")).Status.ShouldBe(status);

    private static ReferralOutcomeDto Of(ReferralOutcomesDto outcomes, ReferralCancelReason reason) =>
        outcomes.Others.Single(o => o.Reason == reason);

    private static Task<ReferralOutcomesDto> ReadAsync(PortalClient who, DateOnly? from = null, DateOnly? to = null) =>
        who.GetAsync<ReferralOutcomesDto>(
            from is null ? "/api/referrals/outcomes" : $"/api/referrals/outcomes?from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}");

    private async Task<ReferralDto> RecordAsync() =>
        await (await portal.OfficerAsync).PostAsync<ReferralDto>("/api/referrals", await portal.ReferralInputAsync());

    private async Task<ReferralDto> EndAsync(ReferralDto referral, ReferralCancelReason reason) =>
        await (await portal.OfficerAsync).PostAsync<ReferralDto>(
            $"/api/referrals/{referral.Id}/cancel",
            new CancelReferralDto { Reason = reason, Version = referral.Version });
}
