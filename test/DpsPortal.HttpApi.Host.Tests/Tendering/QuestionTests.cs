using System.Globalization;
using System.Net;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Organisations.People;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Questions;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>
/// Questions before the deadline, answered to everybody and asked by nobody in particular, and the deadline that moves
/// for all. Source: domain §4.6.
/// </summary>
public sealed class QuestionTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    private const string Words = "May the young person keep a bicycle?";

    [Fact]
    public async Task A_question_is_its_askers_and_the_authoritys_until_everybody_reads_it_with_its_answer()
    {
        var callOff = await portal.PublishedAsync();

        var asked = await AskAsync(callOff, portal.HarbourSteps);
        var waiting = await ReadAsync(callOff, portal.LanternRow);
        var officers = (await portal.GetAsync(callOff.Id)).Questions.ShouldHaveSingleItem();
        var answered = await AnswerAsync(callOff, officers);

        asked.Questions.ShouldHaveSingleItem().Own.ShouldBeTrue();
        waiting.Questions.ShouldBeEmpty();
        officers.Text.ShouldBe(Words);
        answered.Questions.Single().State.ShouldBe(QuestionState.Answered);
        (await ReadAsync(callOff, portal.LanternRow)).Questions.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(q => q.Answer.ShouldBe("There is a shed."), q => q.Own.ShouldBeFalse());
        answered.Deadline.ShouldBe(callOff.Deadline);
    }

    [Fact]
    public async Task Nothing_tells_the_authority_or_another_bidder_who_asked()
    {
        var callOff = await portal.PublishedAsync();
        await AskAsync(callOff, portal.HarbourSteps);
        var officer = await portal.OfficerAsync;
        await AnswerAsync(callOff, (await portal.GetAsync(callOff.Id)).Questions.Single());

        var seen = new[]
        {
            (await officer.GetAsync($"/api/call-offs/{callOff.Id}")).Text,
            (await officer.GetAsync($"/api/call-offs/{callOff.Id}/history")).Text,
            (await (await portal.ProviderAsync(portal.LanternRow)).GetAsync($"/api/opportunities/{callOff.Id}")).Text,
        };

        seen.ShouldAllBe(text => !text.Contains(portal.HarbourSteps.Name, StringComparison.Ordinal)
            && !text.Contains(portal.HarbourSteps.Id.ToString(), StringComparison.Ordinal));
        var ofThis = $"tendering.question_askers where call_off_id = '{callOff.Id}'";
        (await portal.CountAsync(portal.HarbourSteps, ofThis)).ShouldBe(1);
        (await portal.CountAsync(portal.NorthwickVale, ofThis)).ShouldBe(0);
        (await portal.CountAsync(portal.LanternRow, ofThis)).ShouldBe(0);
        var events = $"organisations.audit_events where object_type = 'Question' and organisation_id = '{portal.HarbourSteps.Id}'";
        (await portal.CountAsync(portal.HarbourSteps, events)).ShouldBeGreaterThan(0);
        (await portal.CountAsync(portal.NorthwickVale, events)).ShouldBe(0);
        await portal.DrainOutboxAsync();
        await using var scope = portal.OpenScope(null, background: true);
        var told = await scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().OutboxMessages
            .Where(m => m.Type.Contains("QuestionAsked") && m.DoneAt != null).Select(m => m.Actor).ToListAsync();
        told.ShouldNotBeEmpty();
        told.ShouldAllBe(actor => actor == null);
    }

    [Fact]
    public async Task A_raw_query_under_the_wrong_organisation_sees_no_question()
    {
        var callOff = await portal.PublishedAsync();
        await AskAsync(callOff, portal.HarbourSteps);
        var questions = $"tendering.questions where call_off_id = '{callOff.Id}'";

        (await portal.CountAsync(portal.Outsider, questions)).ShouldBe(0);
        (await portal.CountAsync(portal.LanternRow, questions)).ShouldBe(0);
        (await portal.CountAsync(portal.HarbourSteps, questions)).ShouldBe(1);
        (await portal.CountAsync(portal.NorthwickVale, questions)).ShouldBe(1);
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task A_question_is_taken_until_three_fifths_of_the_time_are_over(int seconds, bool taken)
    {
        var callOff = await portal.PublishAsync(await portal.DraftAsync(time: TimeSpan.FromHours(10)));
        await portal.Clock.SetAsync(callOff.QuestionsUntil!.Value.AddSeconds(seconds));

        var answer = await TryAskAsync(callOff, portal.HarbourSteps);

        answer.IsSuccess.ShouldBe(taken);
        if (!taken)
        {
            (answer.Status, answer.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.QuestionsClosed));
            (await ReadAsync(callOff, portal.HarbourSteps)).MayAsk.ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Whoever_was_not_invited_and_another_council_neither_ask_nor_answer()
    {
        var callOff = await portal.PublishedAsync();
        await AskAsync(callOff, portal.HarbourSteps);
        var question = (await portal.GetAsync(callOff.Id)).Questions.Single();
        var rival = await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer);
        var outsider = new TestOrganisation(Guid.NewGuid(), "Outfall Living", OrganisationKind.Provider);
        await portal.AddAsync(outsider);
        var stranger = await portal.AsAsync(outsider, Role.ProviderAdministrator);

        (await stranger.PostAsync($"/api/opportunities/{callOff.Id}/questions", new AskQuestionDto { Text = Words }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await rival.PostAsync($"/api/call-offs/{callOff.Id}/questions/{question.Id}/answer", Answer(question)))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        var other = await portal.PublishedAsync();
        (await (await portal.OfficerAsync).PostAsync(
            $"/api/call-offs/{other.Id}/questions/{question.Id}/answer", Answer(question)))
            .Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Ask us at Harbour Steps Housing CIC how it is.")]
    [InlineData("Is his NHS number 943 476 5919?")]
    [InlineData("Would Amina share a kitchen?")]
    [InlineData(" ")]
    public async Task A_question_that_tells_who_asks_or_who_the_young_person_is_is_refused_at_the_field(string text)
    {
        var callOff = await portal.PublishedAsync();

        var answer = await TryAskAsync(callOff, portal.HarbourSteps, text);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe(["text"]);
        (await portal.GetAsync(callOff.Id)).Questions.ShouldBeEmpty();
    }

    [Fact]
    public async Task Five_questions_of_a_provider_wait_at_most_and_another_provider_may_still_ask()
    {
        var callOff = await portal.PublishedAsync();
        var all = await Task.WhenAll(Enumerable.Range(0, 7).Select(i => TryAskAsync(callOff, portal.HarbourSteps, $"Why {i}?")));

        all.Count(a => a.IsSuccess).ShouldBe(QuestionConsts.MostWaiting);
        all.First(a => !a.IsSuccess).Problem.Code.ShouldBe(TenderingErrorCodes.TooManyQuestions);
        (await TryAskAsync(callOff, portal.LanternRow)).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_material_answer_moves_the_deadline_for_all_and_a_bid_sent_before_stands()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await AskAsync(callOff, portal.HarbourSteps);
        var before = await portal.GetAsync(callOff.Id);
        var question = before.Questions.Single();
        var later = before.EarliestExtension!.Value.AddHours(1);
        var path = $"/api/call-offs/{callOff.Id}/questions/{question.Id}/answer";

        var early = await (await portal.OfficerAsync).PostAsync(path, Answer(question, before.Deadline.AddMinutes(1)));
        var answered = await (await portal.OfficerAsync).PostAsync<CallOffDto>(path, Answer(question, later));
        await portal.Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        var second = await portal.BidAsync(callOff.Id, portal.Copperleaf, 90_000);

        early.Problem.Errors.Keys.ShouldBe(["deadline"]);
        answered.Deadline.ShouldBe(later);
        second.Deadline.ShouldBe(later);
        (await ReadAsync(callOff, portal.LanternRow)).Extensions.ShouldHaveSingleItem().To.ShouldBe(later);
        (await portal.OpenAsync(answered)).OpenedBidCount.ShouldBe(2);
    }

    [Fact]
    public async Task Fact_11_reg_22_16_c_the_approver_moves_the_deadline_with_a_reason_and_nobody_else_does()
    {
        var callOff = await portal.PublishedAsync();
        var path = $"/api/call-offs/{callOff.Id}/extend";
        ExtendCallOffDto To(TimeSpan later, ExtensionReason reason = ExtensionReason.PortalFault) => new()
        {
            Deadline = callOff.Deadline + later,
            Reason = reason,
            Version = callOff.Version,
        };

        (await (await portal.OfficerAsync).PostAsync(path, To(TimeSpan.FromDays(1)))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await portal.AsAsync(portal.Kingsferry, Role.PlacementsApprover)).PostAsync(path, To(TimeSpan.FromDays(1))))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        var approver = await portal.ApproverAsync;
        (await approver.PostAsync(path, To(TimeSpan.FromMinutes(-5)))).Problem.Errors.Keys.ShouldBe(["deadline"]);
        (await approver.PostAsync(path, To(TimeSpan.FromDays(1), ExtensionReason.MaterialAnswer)))
            .Problem.Errors.Keys.ShouldBe(["reason"]);
        (await approver.PostAsync(path, new
        {
            deadline = (callOff.Deadline + TimeSpan.FromDays(1)).ToString("s", CultureInfo.InvariantCulture),
            reason = nameof(ExtensionReason.PortalFault),
            version = callOff.Version,
        })).Problem.Errors.Keys.ShouldBe(["deadline"]);
        var extended = await approver.PostAsync<CallOffDto>(path, To(TimeSpan.FromDays(1)));
        var again = await approver.PostAsync(path, To(TimeSpan.FromDays(2)));

        extended.Deadline.ShouldBe(callOff.Deadline.AddDays(1));
        (again.Status, again.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:Concurrency"));
        (await (await portal.OfficerAsync).GetAsync<AuditEventDto[]>($"/api/call-offs/{callOff.Id}/history"))
            .Single(e => e is { Action: "Extend", Refused: false }).Reason!.ShouldStartWith("portal fault: ");
    }

    [Fact]
    public async Task After_the_deadline_nothing_is_asked_answered_or_moved()
    {
        var callOff = await portal.PublishedAsync();
        await AskAsync(callOff, portal.HarbourSteps);
        var before = await portal.GetAsync(callOff.Id);
        await portal.Clock.SetAsync(callOff.Deadline);

        var asked = await TryAskAsync(callOff, portal.HarbourSteps);
        var answered = await (await portal.OfficerAsync).PostAsync(
            $"/api/call-offs/{callOff.Id}/questions/{before.Questions[0].Id}/answer", Answer(before.Questions[0]));
        var moved = await (await portal.ApproverAsync).PostAsync($"/api/call-offs/{callOff.Id}/extend", new ExtendCallOffDto
        {
            Deadline = callOff.Deadline.AddDays(1),
            Reason = ExtensionReason.PortalFault,
            Version = before.Version,
        });

        new[] { asked, answered, moved }.ShouldAllBe(a => a.Status == HttpStatusCode.Conflict);
        asked.Problem.Code.ShouldBe(TenderingErrorCodes.DeadlinePassed);
        var after = await portal.GetAsync(callOff.Id);
        (after.Deadline, after.Questions[0].State).ShouldBe((callOff.Deadline, QuestionState.Asked));
        after.Questions[0].PermittedTriggers.ShouldBeEmpty();
    }

    [Fact]
    public async Task Of_two_answers_at_once_one_counts()
    {
        var callOff = await portal.PublishedAsync();
        await AskAsync(callOff, portal.HarbourSteps);
        var question = (await portal.GetAsync(callOff.Id)).Questions.Single();
        var officer = await portal.OfficerAsync;

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => officer.PostAsync(
            $"/api/call-offs/{callOff.Id}/questions/{question.Id}/answer", Answer(question))));

        answers.Count(a => a.IsSuccess).ShouldBe(1);
        answers.Single(a => !a.IsSuccess).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task An_officer_finds_an_unanswered_question_on_the_first_page_and_no_other_council_does()
    {
        var callOff = await portal.PublishedAsync();
        await AskAsync(callOff, portal.HarbourSteps);

        (await TodayTests.KindsAsync(await portal.OfficerAsync, callOff.Id)).ShouldBe(["CallOff.AnswerQuestion"]);
        (await TodayTests.KindsAsync(
            await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer), callOff.Id)).ShouldBeEmpty();
        await AnswerAsync(callOff, (await portal.GetAsync(callOff.Id)).Questions.Single());
        (await TodayTests.KindsAsync(await portal.OfficerAsync, callOff.Id)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("We at Copperleaf Living ask: may the shed be used?")]
    [InlineData("Lantern Row asked us about the shed.")]
    public async Task Neither_a_question_nor_its_answer_names_anybody_who_was_invited(string text)
    {
        var callOff = await portal.PublishedAsync();
        await AskAsync(callOff, portal.HarbourSteps);
        var question = (await portal.GetAsync(callOff.Id)).Questions.Single();

        var asked = await TryAskAsync(callOff, portal.HarbourSteps, text);
        var answered = await (await portal.OfficerAsync).PostAsync(
            $"/api/call-offs/{callOff.Id}/questions/{question.Id}/answer", Answer(question) with { Answer = text });

        asked.Problem.Errors.Keys.ShouldBe(["text"]);
        answered.Problem.Errors.Keys.ShouldBe(["answer"]);
        (await portal.GetAsync(callOff.Id)).Questions.Single().Answer.ShouldBeNull();
        var names = $"tendering.names_invited('{callOff.Id}')";
        (await portal.CountAsync(portal.HarbourSteps, names)).ShouldBe(3);
        (await portal.CountAsync(portal.Kingsferry, names)).ShouldBe(0);
    }

    private static AnswerQuestionDto Answer(QuestionDto question, DateTime? deadline = null) => new()
    {
        Answer = "There is a shed.",
        Material = deadline is not null,
        Deadline = deadline,
        Version = question.Version,
    };

    private async Task<PortalAnswer> TryAskAsync(CallOffDto callOff, TestOrganisation provider, string text = Words) =>
        await (await portal.ProviderAsync(provider)).PostAsync(
            $"/api/opportunities/{callOff.Id}/questions", new AskQuestionDto { Text = text });

    private async Task<OpportunityDto> AskAsync(CallOffDto callOff, TestOrganisation provider) =>
        (await TryAskAsync(callOff, provider)).Read<OpportunityDto>();

    private async Task<OpportunityDto> ReadAsync(CallOffDto callOff, TestOrganisation provider) =>
        await (await portal.ProviderAsync(provider)).GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}");

    private async Task<CallOffDto> AnswerAsync(CallOffDto callOff, QuestionDto question) =>
        await (await portal.OfficerAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/questions/{question.Id}/answer", Answer(question));
}
