using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Property;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using Microsoft.Extensions.DependencyInjection;
using static DpsPortal.HttpApi.Host.Tests.Property.PropertyFixture;

namespace DpsPortal.HttpApi.Host.Tests.Property;

public sealed class VisitHttpTests(PropertyFixture portal) : IClassFixture<PropertyFixture>
{
    [Fact]
    public async Task A_visit_is_booked_answered_and_completed()
    {
        var home = await portal.SharedHomeAsync();
        var officer = await portal.OfficerAsync();
        var visit = await portal.BookAsync(home.Id);

        var answered = await portal.AnswerAsync(visit);
        var done = await officer.PostAsync<VisitDto>($"/api/visits/{visit.Id}/complete", Complete(answered));

        (done.State, done.ScorePercent, done.Passed).ShouldBe((VisitState.Completed, 100, true));
        (done.AnsweredCount, done.ItemCount).ShouldBe((answered.ItemCount, answered.ItemCount));
        done.Address.ShouldBe("18 Orchard Row, London, SE13 0ZZ");
        (await officer.GetAsync<List<VisitListItemDto>>("/api/visits"))
            .Single(v => v.Id == visit.Id).Passed.ShouldBe(true);
    }

    [Fact]
    public async Task A_critical_failure_suspends_the_home_and_tells_the_provider()
    {
        var home = await portal.SharedHomeAsync();
        var officer = await portal.OfficerAsync();
        var answered = await portal.AnswerAsync(await portal.BookAsync(home.Id), failing: "rota");

        var done = await officer.PostAsync<VisitDto>($"/api/visits/{answered.Id}/complete", Complete(answered));

        done.Passed.ShouldBe(false);
        done.CriticalFailures.ShouldBe(["Rota matches the hours that are paid for"]);
        var seen = await (await portal.ProviderAsync()).GetAsync<PremisesDto>($"/api/premises/{home.Id}");
        seen.Standing.ShouldBe(PremisesStanding.Suspended);
        seen.StandingReasons.Single().ShouldContain("Rota matches");
        (await portal.MailAsync()).ShouldContain(mail => mail.Contains("Nobody new may move into your home in SE13"));
    }

    [Fact]
    public async Task Completing_twice_has_one_result()
    {
        var home = await portal.SharedHomeAsync();
        var officer = await portal.OfficerAsync();
        var answered = await portal.AnswerAsync(await portal.BookAsync(home.Id));

        var answers = await Task.WhenAll(
            officer.PostAsync($"/api/visits/{answered.Id}/complete", Complete(answered)),
            officer.PostAsync($"/api/visits/{answered.Id}/complete", Complete(answered)));
        var again = await officer.PostAsync<VisitDto>($"/api/visits/{answered.Id}/complete", Complete(answered));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBeGreaterThanOrEqualTo(1);
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK || a.Status == HttpStatusCode.Conflict);
        again.State.ShouldBe(VisitState.Completed);
        (await portal.CountRawAsync(
            portal.Eastmarsh,
            """
            select count(*) from organisations.audit_events
            where object_id = $1 and action = 'Complete' and not refused
            """,
            answered.Id)).ShouldBe(1);
    }

    [Fact]
    public async Task Booking_twice_books_once()
    {
        var home = await portal.SharedHomeAsync();
        var at = new DateTimeOffset(await portal.Clock.NowAsync()).AddHours(20);

        var first = await portal.BookAsync(home.Id, at);
        var second = await portal.BookAsync(home.Id, at);

        second.Id.ShouldBe(first.Id);
    }

    [Fact]
    public async Task A_visit_is_not_completed_before_its_time()
    {
        var home = await portal.SharedHomeAsync();
        var officer = await portal.OfficerAsync();
        var visit = await portal.BookAsync(home.Id, new DateTimeOffset(await portal.Clock.NowAsync()).AddHours(9));
        var saved = await officer.PutAsync<VisitDto>($"/api/visits/{visit.Id}/answers", Answers(visit, 1));

        var early = await officer.PostAsync($"/api/visits/{visit.Id}/complete", Complete(saved));

        early.Problem.Code.ShouldBe(PropertyErrorCodes.VisitNotYetDue);
        early.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_visit_in_the_past_is_refused()
    {
        var home = await portal.SharedHomeAsync();

        var answer = await (await portal.OfficerAsync()).PostAsync("/api/visits", new BookVisitDto
        {
            PremisesId = home.Id,
            ScheduledAt = new DateTimeOffset(await portal.Clock.NowAsync()).AddSeconds(-1),
            Mode = VisitMode.Virtual,
            Notice = VisitNotice.Announced,
        });

        answer.Problem.Code.ShouldBe(PropertyErrorCodes.VisitInThePast);
    }

    [Fact]
    public async Task A_home_that_was_not_shown_cannot_be_visited()
    {
        var home = await portal.HomeAsync();

        var answer = await (await portal.OfficerAsync()).PostAsync("/api/visits", new BookVisitDto
        {
            PremisesId = home.Id,
            ScheduledAt = new DateTimeOffset(await portal.Clock.NowAsync()).AddHours(1),
            Mode = VisitMode.InPerson,
            Notice = VisitNotice.Announced,
        });

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Answers_can_be_saved_by_any_visitor_of_the_authority_and_by_nobody_else()
    {
        var home = await portal.SharedHomeAsync();
        var visit = await portal.BookAsync(home.Id);
        var colleague = await portal.AsAsync(portal.Eastmarsh, Role.QualityOfficer);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);

        var saved = await colleague.PutAsync<VisitDto>($"/api/visits/{visit.Id}/answers", Answers(visit, 1));

        saved.State.ShouldBe(VisitState.InProgress);
        (await stranger.PutAsync($"/api/visits/{visit.Id}/answers", Answers(visit, 2))).Status
            .ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync($"/api/visits/{visit.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await portal.ProviderAsync()).GetAsync($"/api/visits/{visit.Id}")).Status
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task An_older_save_changes_nothing_and_a_rival_one_is_refused()
    {
        var home = await portal.SharedHomeAsync();
        var visit = await portal.BookAsync(home.Id);
        var officer = await portal.OfficerAsync();
        var path = $"/api/visits/{visit.Id}/answers";
        var saved = await officer.PutAsync<VisitDto>(path, Answers(visit, 3));

        var repeated = await officer.PutAsync<VisitDto>(path, Answers(visit, 3));
        var older = await officer.PutAsync<VisitDto>(path, Answers(visit, 2, failing: "rota"));
        var rival = await officer.PutAsync(path, Answers(visit, 3, failing: "rota"));

        repeated.Version.ShouldBe(saved.Version);
        older.Version.ShouldBe(saved.Version);
        rival.Status.ShouldBe(HttpStatusCode.Conflict);
        rival.Problem.Code.ShouldBe(PropertyErrorCodes.StaleAnswers);
    }

    [Fact]
    public async Task The_provider_is_told_of_an_announced_visit_without_an_address()
    {
        var home = await portal.SharedHomeAsync();
        await portal.BookAsync(home.Id, new DateTimeOffset(2030, 3, 4, 10, 0, 0, TimeSpan.Zero));
        await portal.BookAsync(
            home.Id, new DateTimeOffset(2030, 3, 5, 10, 0, 0, TimeSpan.Zero), VisitNotice.Unannounced);

        var mail = await portal.MailAsync();

        mail.ShouldContain(m => m.Contains("Monday 4 March 2030 at 10:00"));
        mail.ShouldNotContain(m => m.Contains("5 March 2030"));
        mail.ShouldNotContain(m => m.Contains("Orchard") || m.Contains("0ZZ"));
    }

    [Fact]
    public async Task A_provider_learns_of_an_unannounced_visit_once_it_is_completed_and_never_of_its_answers()
    {
        var application = Guid.NewGuid();
        var home = await portal.SharedHomeAsync();
        var visit = await portal.BookAsync(home.Id, notice: VisitNotice.Unannounced, applicationId: application);
        const string Visits = "select count(*) from property.visits where id = $1";
        const string Noted = "select count(*) from property.visit_answers where visit_id = $1";

        var answered = await portal.AnswerAsync(visit);
        var before = await OfApplicationAsync(application);
        var rawBefore = await portal.CountRawAsync(portal.HarbourSteps, Visits, visit.Id);
        await (await portal.OfficerAsync())
            .PostAsync<VisitDto>($"/api/visits/{visit.Id}/complete", Complete(answered));
        var after = await OfApplicationAsync(application);

        before.ShouldBeEmpty();
        rawBefore.ShouldBe(0);
        after.ShouldHaveSingleItem().Passed.ShouldBe(true);
        (await portal.CountRawAsync(portal.HarbourSteps, Visits, visit.Id)).ShouldBe(1);
        (await portal.CountRawAsync(portal.HarbourSteps, Noted, visit.Id)).ShouldBe(0);
        (await portal.CountRawAsync(portal.Kingsferry, Visits, visit.Id)).ShouldBe(0);
        (await portal.CountRawAsync(portal.Eastmarsh, Noted, visit.Id)).ShouldBe(answered.ItemCount);
    }

    private static CompleteVisitDto Complete(VisitDto visit) =>
        new() { Summary = "All seen.", Version = visit.Version };

    private async Task<IReadOnlyList<VisitListItemDto>> OfApplicationAsync(Guid application)
    {
        await using var scope = portal.OpenScope(portal.Provider);
        return await scope.ServiceProvider.GetRequiredService<IPremisesIntegrationService>()
            .GetVisitsAsync(application, CancellationToken.None);
    }
}
