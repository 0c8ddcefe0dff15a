using System.Net;
using DpsPortal.Adapters.Mail;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Hostile;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.PriceQuestions;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>Fact 17 and §4.3: what is written to bidders, and what stays in the history, tells of no young person.</summary>
public sealed class IdentifierTests(LoggedFixture portal) : IClassFixture<LoggedFixture>
{
    private const string Private = "Wanted by one born 12/03/2009, NHS 943 476 5919, of 4 Elm Road HA9 0AB";

    private const string Refusal = "This looks like a date of birth, an NHS number, a street address and a full postcode. "
        + "Take out what tells who the young person is.";

    private readonly PriceQuestionSteps _steps = new(portal);

    [Fact]
    public async Task No_word_that_tells_who_the_young_person_is_gets_from_the_scores_to_the_letters()
    {
        var evaluation = await ScoredAsync();
        await AskedAsync(evaluation);
        evaluation = await AnsweredAsync(evaluation);
        evaluation = await RejectedAsync(evaluation);
        var callOff = await AwardedAsync(evaluation);
        await portal.DrainOutboxAsync();

        var letters = await (await portal.OfficerAsync).GetAsync<LetterDto[]>($"/api/call-offs/{callOff.Id}/letters");
        letters.Length.ShouldBe(2);
        letters.ShouldAllBe(letter => !string.Join(' ', letter.Paragraphs).Contains("5919", StringComparison.Ordinal));
        var mails = await portal.Services.GetRequiredService<PickupFolder>().GetListAsync(CancellationToken.None);
        foreach (var word in (string[])["943 476 5919", "4 Elm Road", "12/03/2009"])
        {
            (await TablesWithAsync(word)).ShouldBeEmpty(word);
            portal.Log.Lines.ShouldNotContain(l => l.Contains(word, StringComparison.Ordinal), word);
            mails.ShouldNotContain(m => (m.Subject + m.Body).Contains(word, StringComparison.Ordinal), word);
        }

        (await TablesWithAsync(PriceQuestionSteps.Question)).ShouldContain("tendering.price_questions");
    }

    [Fact]
    public async Task A_bid_may_name_the_telephone_of_its_own_office()
    {
        var callOff = await portal.PublishedAsync();
        var input = portal.BidInput(portal.LanternRow, 100_000);

        var saved = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync(
            $"/api/opportunities/{callOff.Id}/bid",
            input with { Answers = [new BidAnswerDto(input.Answers[0].CriterionId, "Our office: 020 7946 0123.")] });

        saved.Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Of the three reasons of one call the second is refused, and none of them is kept.</summary>
    private async Task<EvaluationDto> ScoredAsync()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 1);
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 150_000);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        var evaluation = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        var scores = TenderingFixture.Scores(evaluation.OwnVersion, 4, 4, 4);

        var refused = await officer.PutAsync(
            $"/api/call-offs/{callOff.Id}/bids/{evaluation.Bids[0].BidId}/scores",
            scores with { Scores = [scores.Scores[0], scores.Scores[1] with { Reason = Private }, scores.Scores[2]] });

        ShouldBeRefused(refused, "scores[1].reason");
        var named = await officer.PutAsync(
            $"/api/call-offs/{callOff.Id}/bids/{evaluation.Bids[0].BidId}/scores",
            scores with
            {
                Scores = [scores.Scores[0] with { Reason = "Chloe Evans would fit in here." }, .. scores.Scores.Skip(1)],
            });
        named.Problem.Errors.Keys.ShouldBe(["scores[0].reason"]);
        (await _steps.ReadAsync(evaluation)).Bids.ShouldAllBe(bid => bid.Scores.Count == 0);
        foreach (var provider in (TestOrganisation[])[portal.LanternRow, portal.HarbourSteps])
        {
            evaluation = await portal.ScoreAsync(callOff.Id, evaluation, provider, 4, 4, 4);
        }

        return await portal.LockQualityAsync(officer, evaluation.CallOffId);
    }

    private async Task AskedAsync(EvaluationDto evaluation)
    {
        var refused = await (await portal.OfficerAsync).PostAsync(
            PriceQuestionSteps.Path(evaluation, portal.LanternRow),
            await _steps.InputAsync(evaluation) with { Question = Private });

        ShouldBeRefused(refused, "question");
        (await _steps.OpportunityAsync(evaluation, portal.LanternRow)).PriceQuestion.ShouldBeNull();
        await _steps.AskAsync(evaluation, portal.LanternRow);
    }

    private async Task<EvaluationDto> AnsweredAsync(EvaluationDto evaluation)
    {
        ShouldBeRefused(await _steps.TryAnswerAsync(evaluation, portal.LanternRow, Private), "answer");
        (await _steps.OpportunityAsync(evaluation, portal.LanternRow)).PriceQuestion!.Answer.ShouldBeNull();
        (await _steps.TryAnswerAsync(evaluation, portal.LanternRow)).IsSuccess.ShouldBeTrue();
        return await _steps.ReadAsync(evaluation);
    }

    private async Task<EvaluationDto> RejectedAsync(EvaluationDto evaluation)
    {
        var question = PriceQuestionSteps.BidOf(evaluation, portal.LanternRow).PriceQuestion!;

        var refused = await (await portal.OfficerAsync).PostAsync(
            $"{PriceQuestionSteps.Path(evaluation, portal.LanternRow)}/reject",
            new RejectPriceDto { Reason = Private, Version = evaluation.Version, QuestionVersion = question.Version });

        ShouldBeRefused(refused, "reason");
        PriceQuestionSteps.BidOf(await _steps.ReadAsync(evaluation), portal.LanternRow).PriceQuestion!.State
            .ShouldBe(PriceQuestionState.Answered);
        return await _steps.RejectAsync(evaluation, portal.LanternRow);
    }

    private async Task<CallOffDto> AwardedAsync(EvaluationDto evaluation)
    {
        var path = $"/api/call-offs/{evaluation.CallOffId}/award";
        var winner = PriceQuestionSteps.BidOf(evaluation, portal.HarbourSteps).BidId;
        var approver = await _steps.DeclaredApproverAsync(evaluation);

        var proposal = await (await portal.OfficerAsync).PostAsync(
            $"{path}/propose", new ProposeAwardDto { BidId = winner, Reason = Private, Version = evaluation.Version });
        ShouldBeRefused(proposal, "reason");
        (await portal.GetAsync(evaluation.CallOffId)).Award.ShouldBeNull();
        var proposed = (await _steps.TryProposeAsync(evaluation, portal.HarbourSteps)).Read<CallOffDto>();

        var sentBack = await approver.PostAsync(
            $"{path}/send-back", new SendBackAwardDto { Reason = Private, Version = proposed.Version });
        ShouldBeRefused(sentBack, "reason");
        (await portal.GetAsync(evaluation.CallOffId)).State.ShouldBe(CallOffState.AwardProposed);

        return await approver.PostAsync<CallOffDto>(
            $"{path}/approve", new ApproveAwardDto { Version = proposed.Version });
    }

    private static void ShouldBeRefused(PortalAnswer answer, string field)
    {
        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Problem.Errors.Keys.ShouldBe([field]);
        answer.Problem.Errors[field].ShouldBe([Refusal]);
        answer.Text.ShouldNotContain("5919");
    }

    /// <summary>Every table of the portal, past every row filter: also the audit trail and the outbox.</summary>
    private async Task<List<string>> TablesWithAsync(string words)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        var tables = new List<string>();
        await using (var list = new NpgsqlCommand(
            "select schemaname || '.' || tablename from pg_tables "
                + "where schemaname not in ('pg_catalog', 'information_schema')",
            connection))
        await using (var reader = await list.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                tables.Add(reader.GetString(0));
            }
        }

        var found = new List<string>();
        foreach (var table in tables)
        {
            await using var search = new NpgsqlCommand(
                $"select exists (select from {table} t where strpos(t::text, @words) > 0)", connection);
            search.Parameters.AddWithValue("words", words);
            if ((bool)(await search.ExecuteScalarAsync())!)
            {
                found.Add(table);
            }
        }

        return found;
    }
}
