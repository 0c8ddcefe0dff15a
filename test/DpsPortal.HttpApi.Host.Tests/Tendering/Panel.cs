using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>Two evaluators who score alike, and one of them in the chair.</summary>
internal static class Panel
{
    /// <summary>
    /// The chair has scored every bid; a colleague scores the same alone; both lock, and what they agree is locked.
    /// </summary>
    public static async Task<EvaluationDto> LockQualityAsync(
        this PortalFixture portal, PortalClient chair, Guid callOff, TestOrganisation? authority = null)
    {
        using var second = await portal.AsAnotherAsync(authority ?? portal.NorthwickVale, Role.PlacementsOfficer);
        await SecondAsync(second, chair, callOff);
        await LockScoresAsync(chair, callOff);
        return await AgreeAndLockAsync(chair, callOff);
    }

    /// <summary>Scores what the other has scored, and locks.</summary>
    public static async Task<EvaluationDto> SecondAsync(PortalClient second, PortalClient first, Guid callOff)
    {
        var scored = await ReadAsync(first, callOff);
        var own = await TenderingFixture.DeclareAsync(second, callOff);
        foreach (var bid in scored.Bids)
        {
            own = await second.PutAsync<EvaluationDto>(
                $"/api/call-offs/{callOff}/bids/{bid.BidId}/scores", new ScoreBidDto
                {
                    Scores =
                    [
                        .. bid.OwnScores.Select(s => new GiveScoreDto
                        {
                            CriterionId = s.CriterionId, Score = s.Score, Reason = s.Reason,
                        }),
                    ],
                    Version = own.OwnVersion,
                });
        }

        return await LockScoresAsync(second, callOff);
    }

    public static async Task<EvaluationDto> LockScoresAsync(PortalClient evaluator, Guid callOff) =>
        await evaluator.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/scores/lock",
            new CallOffVersionDto { Version = (await ReadAsync(evaluator, callOff)).OwnVersion });

    public static async Task<EvaluationDto> TakeChairAsync(PortalClient chair, Guid callOff) =>
        await chair.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/chair",
            new CallOffVersionDto { Version = (await ReadAsync(chair, callOff)).Version });

    public static async Task<EvaluationDto> AgreeAndLockAsync(PortalClient chair, Guid callOff)
    {
        var taken = await TakeChairAsync(chair, callOff);
        var agreed = await chair.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/agreed-scores/unanimous", new CallOffVersionDto { Version = taken.Version });
        return await chair.PostAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/lock-quality", new CallOffVersionDto { Version = agreed.Version });
    }

    public static Task<EvaluationDto> ReadAsync(PortalClient client, Guid callOff) =>
        client.GetAsync<EvaluationDto>($"/api/call-offs/{callOff}/evaluation");

    /// <summary>A call-off with one bid, opened; for one evaluator where a home is needed today.</summary>
    public static async Task<(Guid CallOff, Guid Bid)> OpenedAsync(TenderingFixture portal, bool today = false)
    {
        var callOff = today ? await portal.PublishedAsync() : await portal.PublishedForTwoEvaluatorsAsync();
        callOff.Needs.Urgency.ShouldBe(today ? Urgency.Today : Urgency.LessThanFiveDays);
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        using var reader = await EvaluatorAsync(portal, callOff.Id);
        return (callOff.Id, (await ReadAsync(reader, callOff.Id)).Bids[0].BidId);
    }

    public static async Task<PortalClient> EvaluatorAsync(TenderingFixture portal, Guid callOff)
    {
        var evaluator = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(evaluator, callOff);
        return evaluator;
    }

    public static async Task<EvaluationDto> ScoreAsync(
        PortalClient evaluator, Guid callOff, Guid bid, params int[] scores) =>
        await evaluator.PutAsync<EvaluationDto>(
            $"/api/call-offs/{callOff}/bids/{bid}/scores", await ScoresAsync(evaluator, callOff, scores));

    public static async Task<ScoreBidDto> ScoresAsync(PortalClient evaluator, Guid callOff, params int[] scores) =>
        TenderingFixture.Scores((await ReadAsync(evaluator, callOff)).OwnVersion, scores);

    public static async Task<string?> TodayAsync(PortalClient officer, Guid callOff) =>
        (await TodayTests.ItemsAsync(officer)).SingleOrDefault(i => i.Id == callOff)?.Kind;
}
