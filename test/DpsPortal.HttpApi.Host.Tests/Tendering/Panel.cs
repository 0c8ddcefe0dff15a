using DpsPortal.Framework.Application;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
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
}
