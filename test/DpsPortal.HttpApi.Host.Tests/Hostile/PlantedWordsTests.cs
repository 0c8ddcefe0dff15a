using System.Net;
using DpsPortal.Adapters.Mail;
using DpsPortal.HttpApi.Host.Tests.Documents;
using DpsPortal.HttpApi.Host.Tests.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Hostile;

/// <summary>
/// Logs what a server in production logs: every line from <c>Information</c> on, but for the program's filters.
/// </summary>
public sealed class LoggedFixture : TenderingFixture
{
    internal CapturedLog Log { get; } = new();

    protected override void ConfigureServices(IServiceCollection services)
    {
        services.AddLogging(logging => logging.AddProvider(Log));
        services.PostConfigure<LoggerFilterOptions>(options =>
        {
            options.MinLevel = LogLevel.Information;
            // The quiet that tests want, apart from what Program itself filters.
            foreach (var rule in options.Rules
                .Where(r => r.CategoryName is "Microsoft.EntityFrameworkCore" or "Microsoft.AspNetCore" or "DpsPortal")
                .ToList())
            {
                options.Rules.Remove(rule);
            }
        });
    }
}

/// <summary>Threats T31 and T44: what is said of a child, and what is searched for, stays in the portal.</summary>
[Trait("ASVS", "14.2.1")]
public sealed class PlantedWordsTests(LoggedFixture portal) : IClassFixture<LoggedFixture>
{
    [Fact]
    public async Task T31_A_search_is_logged_without_what_was_searched_for()
    {
        var officer = await portal.OfficerAsync;

        (await officer.GetAsync("/api/call-offs?search=Marigoldsearch&page=1")).Status.ShouldBe(HttpStatusCode.OK);
        await officer.GetAsync("/api/referrals?search=Marigoldsearch");
        await officer.GetAsync("/api/call-offs?page=Marigoldsearch");
        await officer.GetAsync("/no-such-page?q=Marigoldsearch#Marigoldsearch");

        portal.Log.Lines.ShouldContain(l => l.Contains("GET /api/call-offs 200", StringComparison.Ordinal));
        portal.Log.Lines.ShouldNotContain(l => l.Contains("Marigoldsearch", StringComparison.Ordinal));
    }

    [Fact]
    public async Task T31_A_text_that_the_database_cannot_keep_is_refused_before_its_log_could_quote_it()
    {
        var callOff = await portal.PublishedAsync();
        var input = portal.BidInput(portal.LanternRow, 100_000);

        var refused = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync(
            $"/api/opportunities/{callOff.Id}/bid",
            input with { Answers = [new BidAnswerDto(input.Answers[0].CriterionId, "Marigoldsealed answer \0 and on")] });

        refused.Status.ShouldBe(HttpStatusCode.BadRequest);
        refused.Problem.Errors.Keys.ShouldContain("answers[0].text");
        portal.Log.Lines.ShouldNotContain(l => l.Contains("Marigoldsealed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task T31_A_line_break_in_an_address_begins_no_line_of_the_log()
    {
        using var client = portal.Anonymous();

        await client.GetAsync("/api/nothing%0d%0aforged%20line");

        portal.Log.Lines.ShouldContain(l => l.Contains("/api/nothing%0D%0Aforged%20line", StringComparison.Ordinal));
        portal.Log.Lines.ShouldNotContain(l => l.Contains("\nforged", StringComparison.Ordinal));
    }

    [Fact]
    public async Task T31_T44_No_word_about_a_child_and_no_answer_leaves_by_log_or_mail_from_referral_to_award()
    {
        string[] planted =
        [
            "PlantedCase77", "2009-03-17", "17 March 2009", "PlantedBidAnswer", "PlantedScoreReason",
            "PlantedAwardReason", "PlantedSearch", "PlantedFile", "PlantedWrong",
        ];
        var officer = await portal.OfficerAsync;
        await RefusalsAsync(officer);
        var callOff = await portal.PublishedAsync(r => r with
        {
            CaseNumber = "PlantedCase77",
            DateOfBirth = new DateOnly(2009, 3, 17),
        });
        await officer.GetAsync("/api/referrals?search=PlantedCase77");
        await officer.GetAsync("/api/call-offs?search=PlantedSearch");
        await (await portal.ProviderAsync(portal.LanternRow)).UploadAsync("PlantedFile.pdf", SampleFiles.Pdf());
        await BidAndAwardAsync(callOff);
        await portal.DrainOutboxAsync();

        var mails = await portal.Services.GetRequiredService<PickupFolder>().GetListAsync(CancellationToken.None);
        foreach (var word in planted)
        {
            portal.Log.Lines.ShouldNotContain(l => l.Contains(word, StringComparison.OrdinalIgnoreCase), word);
            mails.ShouldNotContain(
                m => (m.Subject + m.Body).Contains(word, StringComparison.OrdinalIgnoreCase), word);
        }

        portal.Log.Lines.Count.ShouldBeGreaterThan(20);
        foreach (var word in planted.Take(3))
        {
            (await CountAsync("organisations.audit_events", word)).ShouldBe(0, word);
            (await CountAsync("app.outbox_messages", word)).ShouldBe(0, word);
        }
    }

    /// <summary>What is refused is in the log by its code, never by its words; the answer may quote the asker.</summary>
    private static async Task RefusalsAsync(PortalClient officer)
    {
        var referral = new { caseNumber = "PlantedWrong", dateOfBirth = "PlantedWrong" };
        (await officer.PostAsync("/api/referrals", referral)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.PostAsync("/api/referrals/not-an-id", referral)).IsSuccess.ShouldBeFalse();
        (await officer.PostAsync("/api/referrals", new { PlantedWrong = 1 })).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    private async Task BidAndAwardAsync(CallOffDto callOff)
    {
        var provider = await portal.ProviderAsync(portal.HarbourSteps);
        var input = portal.BidInput(portal.HarbourSteps, 150_000);
        var bid = await provider.PutAsync<BidDto>($"/api/opportunities/{callOff.Id}/bid", input with
        {
            Answers = [.. input.Answers.Select(a => a with { Text = "PlantedBidAnswer: " + a.Text })],
        });
        (await portal.SubmitAsync(callOff.Id, portal.HarbourSteps, bid)).IsSuccess.ShouldBeTrue();
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        var evaluation = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        var scores = TenderingFixture.Scores(evaluation.OwnVersion, 4, 4, 4);
        evaluation = await officer.PutAsync<EvaluationDto>(
            $"/api/call-offs/{callOff.Id}/bids/{evaluation.Bids[0].BidId}/scores",
            scores with { Scores = [.. scores.Scores.Select(s => s with { Reason = "PlantedScoreReason, clear." })] });
        evaluation = await portal.LockQualityAsync(officer, callOff.Id);
        var proposed = await officer.PostAsync<CallOffDto>($"/api/call-offs/{callOff.Id}/award/propose", new ProposeAwardDto
        {
            BidId = evaluation.Bids[0].BidId,
            Reason = "PlantedAwardReason",
            Version = evaluation.Version,
        });
        var approver = await portal.ApproverAsync;
        await TenderingFixture.DeclareAsync(approver, callOff.Id);
        (await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version }))
            .State.ShouldBe(CallOffState.Awarded);
    }

    private async Task<long> CountAsync(string table, string word)
    {
        await using var connection = new NpgsqlConnection(portal.Database.Superuser);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            $"select count(*) from {table} t where t::text ilike '%{word}%'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
