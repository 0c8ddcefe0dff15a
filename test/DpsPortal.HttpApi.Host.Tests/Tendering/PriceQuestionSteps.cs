using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.PriceQuestions;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>The moves of a question about a price over HTTP, by the officer unless another client is given.</summary>
internal sealed class PriceQuestionSteps(TenderingFixture portal)
{
    public const string Question = "How can you do it for this price?";
    public const string Answer = "Our own house, no rent to pay.";
    public const string Reason = "The answer names no wages for the nights";

    /// <summary>A ranked call-off; of equal quality, so that the cheapest is first.</summary>
    public async Task<EvaluationDto> RankedAsync(params (TestOrganisation Provider, long WeeklyPence)[] bids)
    {
        var callOff = await portal.PublishedAsync();
        foreach (var (provider, weeklyPence) in bids)
        {
            await portal.BidAsync(callOff.Id, provider, weeklyPence);
        }

        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        var evaluation = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        foreach (var (provider, _) in bids)
        {
            evaluation = await portal.ScoreAsync(callOff.Id, evaluation, provider, 4, 4, 4);
        }

        return await portal.LockQualityAsync(officer, callOff.Id);
    }

    /// <summary>Lantern Row for a penny a week, Harbour Steps for a real price.</summary>
    public Task<EvaluationDto> WithAPennyBidAsync() =>
        RankedAsync((portal.LanternRow, 1), (portal.HarbourSteps, 150_000));

    /// <summary>What was agreed stands, and only its lock was undone.</summary>
    public static Task<EvaluationDto> RelockAsync(PortalClient client, EvaluationDto evaluation) =>
        client.PostAsync<EvaluationDto>(
            $"/api/call-offs/{evaluation.CallOffId}/lock-quality", new CallOffVersionDto { Version = evaluation.Version });

    public static EvaluatedBidDto BidOf(EvaluationDto evaluation, TestOrganisation provider) =>
        evaluation.Bids.Single(b => b.ProviderName == provider.Name);

    public async Task<AskAboutPriceDto> InputAsync(EvaluationDto evaluation, TimeSpan? time = null) => new()
    {
        Question = Question,
        AnswerBy = new DateTimeOffset(await portal.Clock.NowAsync(), TimeSpan.Zero) + (time ?? TimeSpan.FromHours(3)),
        Version = evaluation.Version,
    };

    public async Task<PortalAnswer> TryAskAsync(
        EvaluationDto evaluation, TestOrganisation about, PortalClient? by = null) =>
        await (by ?? await portal.OfficerAsync).PostAsync(
            Path(evaluation, about), await InputAsync(evaluation));

    public async Task<EvaluationDto> AskAsync(EvaluationDto evaluation, TestOrganisation about) =>
        (await TryAskAsync(evaluation, about)).Read<EvaluationDto>();

    public async Task<PortalAnswer> TryAnswerAsync(
        EvaluationDto evaluation, TestOrganisation provider, string answer = Answer, uint version = 1) =>
        await (await portal.ProviderAsync(provider)).PostAsync(
            $"/api/opportunities/{evaluation.CallOffId}/price-answer",
            new AnswerPriceDto { Answer = answer, Version = version });

    /// <summary>Asked, answered, and read again by the officer.</summary>
    public async Task<EvaluationDto> AnsweredAsync(EvaluationDto evaluation, TestOrganisation about)
    {
        await AskAsync(evaluation, about);
        (await TryAnswerAsync(evaluation, about)).IsSuccess.ShouldBeTrue();
        return await ReadAsync(evaluation);
    }

    public async Task<PortalAnswer> TryRejectAsync(
        EvaluationDto evaluation, TestOrganisation about, PortalClient? by = null) =>
        await (by ?? await portal.OfficerAsync).PostAsync($"{Path(evaluation, about)}/reject", new RejectPriceDto
        {
            Reason = Reason,
            Version = evaluation.Version,
            QuestionVersion = BidOf(evaluation, about).PriceQuestion?.Version ?? 0,
        });

    public async Task<EvaluationDto> RejectAsync(EvaluationDto evaluation, TestOrganisation about) =>
        (await TryRejectAsync(evaluation, about)).Read<EvaluationDto>();

    public async Task<PortalAnswer> TryAcceptAsync(
        EvaluationDto evaluation, TestOrganisation about, PortalClient? by = null) =>
        await (by ?? await portal.OfficerAsync).PostAsync($"{Path(evaluation, about)}/accept", new AcceptPriceDto
        {
            Version = evaluation.Version,
            QuestionVersion = BidOf(evaluation, about).PriceQuestion?.Version ?? 0,
        });

    public async Task<EvaluationDto> AcceptAsync(EvaluationDto evaluation, TestOrganisation about) =>
        (await TryAcceptAsync(evaluation, about)).Read<EvaluationDto>();

    public async Task<PortalAnswer> TryProposeAsync(
        EvaluationDto evaluation, TestOrganisation winner, PortalClient? by = null) =>
        await (by ?? await portal.OfficerAsync).PostAsync(
            $"/api/call-offs/{evaluation.CallOffId}/award/propose",
            new ProposeAwardDto
            {
                BidId = BidOf(evaluation, winner).BidId,
                Reason = "The best tender.",
                Version = evaluation.Version,
            });

    public async Task<EvaluationDto> ReadAsync(EvaluationDto evaluation, PortalClient? by = null) =>
        await (by ?? await portal.OfficerAsync).GetAsync<EvaluationDto>(
            $"/api/call-offs/{evaluation.CallOffId}/evaluation");

    public async Task<PortalClient> DeclaredApproverAsync(EvaluationDto evaluation)
    {
        var approver = await portal.ApproverAsync;
        await TenderingFixture.DeclareAsync(approver, evaluation.CallOffId);
        return approver;
    }

    public async Task<OpportunityDto> OpportunityAsync(EvaluationDto evaluation, TestOrganisation provider) =>
        await (await portal.ProviderAsync(provider))
            .GetAsync<OpportunityDto>($"/api/opportunities/{evaluation.CallOffId}");

    public static string Path(EvaluationDto evaluation, TestOrganisation about) =>
        $"/api/call-offs/{evaluation.CallOffId}/bids/{BidOf(evaluation, about).BidId}/price-question";
}
