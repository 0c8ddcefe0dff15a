using DpsPortal.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>The gate of an award reads the standing of the very moment, not of the day the award was proposed.</summary>
public sealed class AwardStandingTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Theory]
    [InlineData("state = 'Suspended'")]
    [InlineData("state = 'Revoked'")]
    [InlineData("state = 'AccreditedWithConditions', conditions_due_on = (app.now() at time zone 'Europe/London')::date - 1")]
    [InlineData("accredited_until = (app.now() at time zone 'Europe/London')::date - 1")]
    public async Task Fact_4_an_award_proposed_in_good_standing_is_not_approved_once_it_is_lost(string loss)
    {
        var (proposed, approver) = await ProposedAsync();
        await portal.ExecuteAsync(
            $"update accreditation.standings set {loss} where provider_id = '{portal.LanternRow.Id}'");
        try
        {
            var refused = await approver.PostAsync(
                $"/api/call-offs/{proposed.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version });

            refused.Problem.Code.ShouldBe(TenderingErrorCodes.NotAwardable);
        }
        finally
        {
            await portal.ExecuteAsync(
                $"""
                 update accreditation.standings
                 set state = 'Accredited', conditions_due_on = null, accredited_until = '2028-01-01'
                 where provider_id = '{portal.LanternRow.Id}'
                 """);
        }

        (await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{proposed.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version }))
            .State.ShouldBe(CallOffState.Awarded);
    }

    [Fact]
    public async Task A_condition_due_today_still_lets_an_award_be_approved()
    {
        var (proposed, approver) = await ProposedAsync();
        await portal.ExecuteAsync(
            $"""
             update accreditation.standings set state = 'AccreditedWithConditions',
               conditions_due_on = (app.now() at time zone 'Europe/London')::date
             where provider_id = '{portal.LanternRow.Id}'
             """);

        (await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{proposed.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version }))
            .State.ShouldBe(CallOffState.Awarded);
    }

    private async Task<(CallOffDto Proposed, PortalClient Approver)> ProposedAsync()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 123_456);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        var evaluation = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        evaluation = await portal.ScoreAsync(callOff.Id, evaluation, portal.LanternRow, [4, 4, 4]);
        var locked = await portal.LockQualityAsync(officer, callOff.Id);
        var proposed = await officer.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/award/propose",
            new ProposeAwardDto { BidId = locked.Bids[0].BidId, Reason = "The best tender.", Version = locked.Version });
        var approver = await portal.ApproverAsync;
        await TenderingFixture.DeclareAsync(approver, callOff.Id);
        return (proposed, approver);
    }
}
