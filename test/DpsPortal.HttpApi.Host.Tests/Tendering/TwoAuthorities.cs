using System.Globalization;
using DpsPortal.Framework.Application;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>Kingsferry buys through the same schemes as Northwick Vale; and the moves of a call-off for either.</summary>
public sealed class TwoAuthorities : TenderingFixture
{
    public static Task<PortalClient> OfficerOf(PortalFixture portal, TestOrganisation authority) =>
        portal.AsAsync(authority, Role.PlacementsOfficer);

    public Task<PortalClient> ApproverOf(TestOrganisation authority) => AsAsync(authority, Role.PlacementsApprover);

    public async Task<CallOffDto> PublishedAsync(TestOrganisation authority, int weeks = 1)
    {
        var officer = await OfficerOf(this, authority);
        var input = await ReferralInputAsync();
        var referral = await officer.PostAsync<ReferralDto>(
            "/api/referrals", input with { Needs = input.Needs with { ExpectedWeeks = weeks } });
        var draft = await officer.PostAsync<CallOffDto>("/api/call-offs", new CreateCallOffDto
        {
            ReferralId = referral.Id,
            LotId = LightTouchLot,
            Deadline = (await Clock.NowAsync()).AddHours(1),
            Criteria = Criteria,
            PriceWeight = 40,
        });
        return await (await ApproverOf(authority)).PostAsync<CallOffDto>(
            $"/api/call-offs/{draft.Id}/publish", new CallOffVersionDto { Version = draft.Version });
    }

    /// <param name="day">The first night, from <see cref="TenderingFixture.FreeFrom"/> on.</param>
    public async Task BidAsync(CallOffDto callOff, TestOrganisation provider, Guid placeId, int day, long weeklyPence)
    {
        var bid = await (await ProviderAsync(provider)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff.Id}/bid",
            BidInput(provider, weeklyPence) with { PlaceId = placeId, AvailableFrom = FreeFrom.AddDays(day) });
        (await SubmitAsync(callOff.Id, provider, bid)).IsSuccess.ShouldBeTrue();
    }

    /// <summary>Opened by two, each bid scored alike, and ranked.</summary>
    public async Task<EvaluationDto> RankedAsync(TestOrganisation authority, CallOffDto callOff)
    {
        await Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        var (officer, approver) = (await OfficerOf(this, authority), await ApproverOf(authority));
        var closed = await officer.GetAsync<CallOffDto>($"/api/call-offs/{callOff.Id}");
        var first = await officer.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = closed.Version });
        await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = first.Version });
        await DeclareAsync(approver, callOff.Id);
        var evaluation = await DeclareAsync(officer, callOff.Id);
        foreach (var bid in evaluation.Bids)
        {
            evaluation = await officer.PutAsync<EvaluationDto>(
                $"/api/call-offs/{callOff.Id}/bids/{bid.BidId}/scores", Scores(evaluation.OwnVersion, 4, 4, 4));
        }

        return await this.LockQualityAsync(officer, callOff.Id, authority);
    }

    /// <summary>The bid that is ranked first.</summary>
    public async Task<CallOffDto> ProposedAsync(TestOrganisation authority, EvaluationDto ranked) =>
        await (await OfficerOf(this, authority)).PostAsync<CallOffDto>(
            $"/api/call-offs/{ranked.CallOffId}/award/propose", new ProposeAwardDto
            {
                BidId = ranked.Bids.Single(b => b.Rank == 1).BidId,
                Reason = "The best tender.",
                Version = ranked.Version,
            });

    public async Task<PortalAnswer> ApproveAsync(TestOrganisation authority, CallOffDto proposed) =>
        await (await ApproverOf(authority)).PostAsync(
            $"/api/call-offs/{proposed.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version });

    /// <summary>From publication to proposal, with one bid.</summary>
    public async Task<CallOffDto> ProposedAsync(
        TestOrganisation authority, TestOrganisation provider, Guid placeId, int day = 0, int weeks = 1)
    {
        var callOff = await PublishedAsync(authority, weeks);
        await BidAsync(callOff, provider, placeId, day, 100_000);
        return await ProposedAsync(authority, await RankedAsync(authority, callOff));
    }

    public async Task<CallOffDto> AwardedAsync(
        TestOrganisation authority, TestOrganisation provider, Guid placeId, int day = 0, int weeks = 1) =>
        (await ApproveAsync(authority, await ProposedAsync(authority, provider, placeId, day, weeks))).Read<CallOffDto>();

    /// <summary>What is promised of a place, as its provider sees it in the table itself.</summary>
    public Task<long> PromisesAsync(TestOrganisation provider, Guid placeId, Nights nights) => CountAsync(
        provider,
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
             property.place_nights where place_id = '{placeId}' and first_night = '{nights.First:O}'
               and leaves_on = '{nights.LeavesOn:O}'
             """));

    protected override async Task PrepareAsync()
    {
        await base.PrepareAsync();
        await ExecuteAsync(
            $"""
             insert into accreditation.member_authorities (id, authority_id, authority_name, "from", scheme_id)
             select gen_random_uuid(), '{Kingsferry.Id}', '{Kingsferry.Name}', '2020-08-01', id
             from accreditation.schemes
             """);
    }
}
