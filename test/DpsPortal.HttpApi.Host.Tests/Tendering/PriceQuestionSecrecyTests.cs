using System.Net;
using DpsPortal.Adapters.Mail;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Accreditation;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.PriceQuestions;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static DpsPortal.HttpApi.Host.Tests.Tendering.PriceQuestionSteps;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>Who learns of a question about a price, and what a conflict does to a decision on one. Decisions 8 and 22.</summary>
public sealed class PriceQuestionSecrecyTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    private readonly PriceQuestionSteps _steps = new(portal);

    [Fact]
    public async Task The_bidder_alone_is_told_by_mail_without_a_word_of_the_question()
    {
        var asked = await _steps.AskAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        await portal.DrainOutboxAsync();

        var mails = (await portal.Services.GetRequiredService<PickupFolder>().GetListAsync(CancellationToken.None))
            .Where(m => m.Subject == $"A question about your bid: {asked.Reference}").ToList();

        mails.ShouldHaveSingleItem().Body.ShouldNotContain(Question);
        mails[0].Body.ShouldContain("Sign in to the portal to read it");
        mails[0].Body.ToUpperInvariant().ShouldNotContain("LOW");
    }

    [Fact]
    public async Task The_bidder_reads_the_question_and_nothing_of_the_decision_before_its_letter()
    {
        var asked = await _steps.AskAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        var open = await _steps.OpportunityAsync(asked, portal.LanternRow);
        await _steps.TryAnswerAsync(asked, portal.LanternRow);
        await _steps.RejectAsync(await _steps.ReadAsync(asked), portal.LanternRow);

        var decided = await (await portal.ProviderAsync(portal.LanternRow))
            .GetAsync($"/api/opportunities/{asked.CallOffId}");
        var rival = await _steps.OpportunityAsync(asked, portal.HarbourSteps);

        (open.PriceQuestion!.Question, open.PriceQuestion.Open).ShouldBe((Question, true));
        decided.Read<OpportunityDto>().PriceQuestion!.Open.ShouldBeFalse();
        decided.Text.ShouldNotContain("Rejected");
        decided.Text.ShouldNotContain(Reason);
        rival.PriceQuestion.ShouldBeNull();
    }

    [Fact]
    public async Task Another_council_another_bidder_and_another_role_find_nothing()
    {
        var asked = await _steps.AskAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer);

        var theirs = new[]
        {
            await _steps.TryAskAsync(asked, portal.LanternRow, stranger),
            await _steps.TryAcceptAsync(asked, portal.LanternRow, stranger),
            await _steps.TryRejectAsync(asked, portal.LanternRow, stranger),
            await _steps.TryAnswerAsync(asked, portal.HarbourSteps),
            await _steps.TryAnswerAsync(asked, portal.Copperleaf),
        };
        var noBid = await (await portal.OfficerAsync).PostAsync(
            $"/api/call-offs/{asked.CallOffId}/bids/{Guid.NewGuid()}/price-question", await _steps.InputAsync(asked));
        var approver = await _steps.TryAcceptAsync(asked, portal.LanternRow, await _steps.DeclaredApproverAsync(asked));

        theirs.ShouldAllBe(answer => answer.Status == HttpStatusCode.NotFound);
        noBid.Status.ShouldBe(HttpStatusCode.NotFound);
        approver.Status.ShouldBe(HttpStatusCode.Forbidden);
        BidOf(await _steps.ReadAsync(asked), portal.LanternRow).PriceQuestion!.State
            .ShouldBe(PriceQuestionState.Asked);
    }

    [Fact]
    public async Task Raw_queries_show_a_question_to_its_two_sides_alone()
    {
        var asked = await _steps.AskAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);

        foreach (var (who, count) in new[]
        {
            (portal.NorthwickVale, 1), (portal.LanternRow, 1), (portal.HarbourSteps, 0), (portal.Kingsferry, 0),
        })
        {
            (await portal.CountAsync(who, $"tendering.price_questions where call_off_id = '{asked.CallOffId}'"))
                .ShouldBe(count, who.Name);
        }
    }

    [Fact]
    public async Task Raw_commands_of_a_bidder_answer_and_do_nothing_else()
    {
        var asked = await _steps.AskAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        Task<int> RunAsync(TestOrganisation by, string set) => RawSql.ExecuteAsync(
            portal, by.Id, $"update tendering.price_questions set {set} where call_off_id = '{asked.CallOffId}'");

        (await RunAsync(portal.HarbourSteps, "state = 'Answered'")).ShouldBe(0);
        (await RunAsync(portal.Kingsferry, "state = 'Accepted'")).ShouldBe(0);
        await Should.ThrowAsync<PostgresException>(() => RunAsync(portal.LanternRow, "state = 'Accepted'"));
        await Should.ThrowAsync<PostgresException>(
            () => RunAsync(portal.NorthwickVale, $"provider_id = '{portal.HarbourSteps.Id}'"));
        await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(
            portal, portal.NorthwickVale.Id, "delete from tendering.price_questions"));
        (await RunAsync(portal.LanternRow, "state = 'Answered', answer = 'Ours.', version = version + 1")).ShouldBe(1);
        (await RunAsync(portal.LanternRow, "state = 'Answered', answer = 'Theirs.', version = version + 1")).ShouldBe(0);
    }

    [Fact]
    public async Task First_pages_bring_the_question_to_its_bidder_and_the_answer_to_declared_officers()
    {
        var ranked = await _steps.WithAPennyBidAsync();
        var (id, officer) = (ranked.CallOffId, await portal.OfficerAsync);
        using var undeclared = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var bidder = await portal.ProviderAsync(portal.LanternRow);
        var asked = await _steps.AskAsync(ranked, portal.LanternRow);

        var toBidder = (await TodayTests.ItemsAsync(bidder)).Single(i => i.Id == id);
        var waiting = await TodayTests.KindsAsync(officer, id);
        await portal.Clock.AdvanceAsync(TimeSpan.FromHours(3));
        var overdue = await TodayTests.KindsAsync(officer, id);
        await _steps.TryAnswerAsync(asked, portal.LanternRow);
        var answered = await TodayTests.KindsAsync(officer, id);
        var unaware = await TodayTests.KindsAsync(undeclared, id);
        await _steps.AcceptAsync(await _steps.ReadAsync(asked), portal.LanternRow);

        (toBidder.Kind, toBidder.DueAt)
            .ShouldBe(("Bid.AnswerPrice", BidOf(asked, portal.LanternRow).PriceQuestion!.AnswerBy));
        waiting.ShouldBeEmpty();
        overdue.ShouldBe(["CallOff.PriceUnanswered"]);
        answered.ShouldBe(["CallOff.PriceAnswered"]);
        unaware.ShouldBe(["CallOff.ProposeAward"]);
        (await TodayTests.KindsAsync(officer, id)).ShouldBe(["CallOff.ProposeAward"]);
        (await TodayTests.KindsAsync(bidder, id)).ShouldBeEmpty();
        (await TodayTests.KindsAsync(await portal.ProviderAsync(portal.HarbourSteps), id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Fact_14_whoever_has_a_conflict_or_declared_nothing_neither_reads_nor_asks_nor_decides()
    {
        var answered = await _steps.AnsweredAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        using var conflicted = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        using var undeclared = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(conflicted, answered.CallOffId, conflict: true);

        foreach (var (client, code) in new[]
        {
            (conflicted, TenderingErrorCodes.ConflictDeclared),
            (undeclared, TenderingErrorCodes.ConflictDeclarationNeeded),
        })
        {
            foreach (var answer in new[]
            {
                await _steps.TryAskAsync(answered, portal.HarbourSteps, client),
                await _steps.TryAcceptAsync(answered, portal.LanternRow, client),
                await _steps.TryRejectAsync(answered, portal.LanternRow, client),
            })
            {
                (answer.Status, answer.Problem.Code).ShouldBe((HttpStatusCode.Forbidden, code));
            }

            (await _steps.ReadAsync(answered, client)).Bids.ShouldBeEmpty();
            (await client.GetAsync($"/api/call-offs/{answered.CallOffId}/history")).Text.ShouldNotContain(Question);
        }

        BidOf(await _steps.ReadAsync(answered), portal.LanternRow).PriceQuestion!.State
            .ShouldBe(PriceQuestionState.Answered);
    }

    [Fact]
    public async Task Fact_14_a_rejection_by_somebody_who_then_declares_a_conflict_is_undone_and_the_proposal_falls()
    {
        var answered = await _steps.AnsweredAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(late, answered.CallOffId);
        var rejected = (await _steps.TryRejectAsync(answered, portal.LanternRow, late)).Read<EvaluationDto>();
        (await _steps.TryProposeAsync(rejected, portal.HarbourSteps)).IsSuccess.ShouldBeTrue();

        await TenderingFixture.DeclareAsync(late, answered.CallOffId, conflict: true);

        var after = await portal.GetAsync(answered.CallOffId);
        (after.State, after.Award).ShouldBe((CallOffState.Evaluating, null));
        var hidden = await _steps.ReadAsync(answered);
        hidden.Bids.ShouldAllBe(b => b.PriceQuestion == null && b.PriceSign == null && b.Scores.Count == 3);
        var again = await RelockAsync(await portal.OfficerAsync, hidden);
        var penny = BidOf(again, portal.LanternRow);
        (penny.Rank, penny.PriceQuestion!.State, penny.PriceQuestion.DecidedByName, penny.PriceQuestion.DecisionReason)
            .ShouldBe((1, PriceQuestionState.Answered, null, null));
        (await _steps.TryProposeAsync(again, portal.LanternRow)).Problem.Code
            .ShouldBe(TenderingErrorCodes.PriceQuestionOpen);
    }

    [Fact]
    public async Task Fact_14_what_a_colleague_without_a_conflict_decided_after_stands()
    {
        var answered = await _steps.AnsweredAsync(await _steps.WithAPennyBidAsync(), portal.LanternRow);
        using var late = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(late, answered.CallOffId);
        var accepted = (await _steps.TryAcceptAsync(answered, portal.LanternRow, late)).Read<EvaluationDto>();
        await _steps.RejectAsync(accepted, portal.LanternRow);

        await TenderingFixture.DeclareAsync(late, answered.CallOffId, conflict: true);

        var read = await _steps.ReadAsync(answered);
        (read.State, BidOf(read, portal.LanternRow).PriceQuestion!.State)
            .ShouldBe((CallOffState.Moderated, PriceQuestionState.Rejected));
    }
}
