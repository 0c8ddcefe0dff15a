using System.Net;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Documents;
using DpsPortal.Organisations.Documents;
using DpsPortal.Property;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Property.Visits;
using DpsPortal.TestBase;
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
        (await officer.GetAsync<PagedResult<VisitListItemDto>>("/api/visits?pageSize=100"))
            .Items.Single(v => v.Id == visit.Id).Passed.ShouldBe(true);
    }

    [Theory]
    [InlineData("page=0")]
    [InlineData("page=1001")]
    [InlineData("pageSize=0")]
    [InlineData("pageSize=101")]
    public async Task A_page_is_one_of_1_to_1000_with_1_to_100_visits(string query) =>
        (await (await portal.OfficerAsync()).GetAsync($"/api/visits?{query}")).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task Todays_visits_come_first_and_every_visit_is_on_one_page()
    {
        var tomorrow = await portal.BookAsync(
            (await portal.SharedHomeAsync()).Id, new DateTimeOffset(await portal.Clock.NowAsync()).AddDays(1));
        var today = await portal.BookAsync((await portal.SharedHomeAsync()).Id);
        var officer = await portal.OfficerAsync();

        var all = await officer.GetAsync<PagedResult<VisitListItemDto>>("/api/visits?pageSize=100");
        var pages = new List<Guid>();
        for (var page = 1; page <= all.TotalCount; page++)
        {
            var one = await officer.GetAsync<PagedResult<VisitListItemDto>>($"/api/visits?pageSize=1&page={page}");
            one.TotalCount.ShouldBe(all.TotalCount);
            pages.Add(one.Items.ShouldHaveSingleItem().Id);
        }

        pages.ShouldBe(all.Items.Select(v => v.Id));
        pages.IndexOf(today.Id).ShouldBeLessThan(pages.IndexOf(tomorrow.Id));
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

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
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
    public async Task Of_two_that_complete_a_visit_with_other_words_one_is_told_of_the_other()
    {
        var home = await portal.SharedHomeAsync();
        var officer = await portal.OfficerAsync();
        var answered = await portal.AnswerAsync(await portal.BookAsync(home.Id));

        var answers = await Task.WhenAll(new[] { "All seen.", "All seen, and well." }.Select(summary =>
            officer.PostAsync(
                $"/api/visits/{answered.Id}/complete",
                new CompleteVisitDto { Summary = summary, Version = answered.Version })));

        answers.Select(a => a.Status).Order().ShouldBe([HttpStatusCode.OK, HttpStatusCode.Conflict]);
    }

    [Fact]
    public async Task A_visit_below_the_mark_suspends_the_home_and_what_it_measured_counts()
    {
        var home = await portal.SharedHomeAsync();
        var officer = await portal.OfficerAsync();
        var visit = await portal.BookAsync(home.Id);
        var all = Answers(visit, 1);
        var critical = visit.Sections.SelectMany(s => s.Items)
            .Where(i => i.Criticality == Criticality.Critical).Select(i => i.Id).ToHashSet();
        await officer.PutAsync<VisitDto>($"/api/visits/{visit.Id}/answers", all with
        {
            Answers =
            [
                .. all.Answers.Select(a => critical.Contains(a.ItemId)
                    ? a
                    : a with { Result = VisitItemResult.Fail, Note = "Poor.", MeasuredArea = a.MeasuredArea - 6.3m }),
            ],
        });
        await portal.Clock.SetAsync(new DateTimeOffset(visit.ScheduledAt).AddSeconds(1));

        var done = await officer.PostAsync<VisitDto>(
            $"/api/visits/{visit.Id}/complete", Complete(await officer.GetAsync<VisitDto>($"/api/visits/{visit.Id}")));

        (done.Passed, done.CriticalFailures.Count).ShouldBe((false, 0));
        var seen = await (await portal.ProviderAsync()).GetAsync<PremisesDto>($"/api/premises/{home.Id}");
        seen.Standing.ShouldBe(PremisesStanding.Suspended);
        seen.StandingReasons.ShouldHaveSingleItem().ShouldEndWith($"was not passed: {done.ScorePercent}%.");
        seen.Places.ShouldAllBe(p => p.MeasuredArea == 3.1m && !p.BedroomLargeEnough);
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
    public async Task A_home_with_a_visit_to_come_is_not_booked_a_second_time()
    {
        var home = await portal.SharedHomeAsync();
        var officer = await portal.OfficerAsync();
        var now = new DateTimeOffset(await portal.Clock.NowAsync());
        var first = await portal.BookAsync(home.Id, now.AddHours(20));
        var later = new BookVisitDto
        {
            PremisesId = home.Id,
            ScheduledAt = now.AddHours(44),
            Mode = VisitMode.InPerson,
            Notice = VisitNotice.Announced,
        };

        var second = await officer.PostAsync("/api/visits", later);
        var cancelled = await officer.PostAsync<VisitDto>(
            $"/api/visits/{first.Id}/cancel", new CancelVisitDto { Reason = "Snow." });
        var afterwards = await officer.PostAsync<VisitDto>("/api/visits", later);

        (second.Status, second.Problem.Code).ShouldBe((HttpStatusCode.Conflict, PropertyErrorCodes.VisitAlreadyBooked));
        afterwards.State.ShouldBe(VisitState.Booked);
        (cancelled.CancelReason, cancelled.CancelledByName).ShouldBe(("Snow.", cancelled.LeadVisitorName));
        cancelled.CancelledAt!.Value.ShouldBe(now.UtcDateTime, TimeSpan.FromMinutes(5));
        (afterwards.CancelledAt, afterwards.CancelledByName).ShouldBe((null, null));
    }

    [Fact]
    public async Task Of_many_bookings_at_once_one_counts()
    {
        var home = await portal.SharedHomeAsync();
        var officer = await portal.OfficerAsync();
        var now = new DateTimeOffset(await portal.Clock.NowAsync());

        var answers = await Task.WhenAll(Enumerable.Range(1, 6).Select(hours => officer.PostAsync(
            "/api/visits",
            new BookVisitDto
            {
                PremisesId = home.Id,
                ScheduledAt = now.AddHours(hours),
                Mode = VisitMode.InPerson,
                Notice = VisitNotice.Announced,
            })));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Where(a => a.Status == HttpStatusCode.Conflict)
            .Count(a => a.Problem.Code == PropertyErrorCodes.VisitAlreadyBooked).ShouldBe(5);
    }

    [Fact]
    public async Task A_visit_for_an_application_that_is_not_there_is_refused()
    {
        var home = await portal.SharedHomeAsync();

        var answer = await (await portal.OfficerAsync()).PostAsync("/api/visits", new BookVisitDto
        {
            PremisesId = home.Id,
            ApplicationId = Guid.NewGuid(),
            ScheduledAt = new DateTimeOffset(await portal.Clock.NowAsync()).AddHours(1),
            Mode = VisitMode.InPerson,
            Notice = VisitNotice.Announced,
        });

        answer.Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_fail_without_its_note_is_there_after_a_reload_and_keeps_the_visit_from_its_end()
    {
        var home = await portal.SharedHomeAsync();
        var officer = await portal.OfficerAsync();
        var visit = await portal.AnswerAsync(await portal.BookAsync(home.Id));
        var path = $"/api/visits/{visit.Id}";

        await officer.PutAsync<VisitDto>($"{path}/answers", Rota(visit.Revision + 1, note: null));
        var reloaded = await officer.GetAsync<VisitDto>(path);
        var early = await officer.PostAsync($"{path}/complete", Complete(reloaded));

        var rota = reloaded.Sections.SelectMany(s => s.Items).Single(i => i.Id == "rota");
        (rota.Result, rota.Note).ShouldBe((VisitItemResult.Fail, null));
        reloaded.AnsweredCount.ShouldBe(reloaded.ItemCount - 1);
        (early.Status, early.Problem.Code).ShouldBe((HttpStatusCode.Conflict, PropertyErrorCodes.NoteNeeded));
    }

    [Fact]
    public async Task A_photo_beside_an_answer_is_the_authoritys_own_picture()
    {
        var home = await portal.SharedHomeAsync();
        var officer = await portal.OfficerAsync();
        var visit = await portal.BookAsync(home.Id);
        var path = $"/api/visits/{visit.Id}/answers";
        var photo = (await officer.UploadAsync("rota.png", SampleFiles.Png())).Read<DocumentDto>();
        var text = (await officer.UploadAsync("rota.pdf", SampleFiles.Pdf())).Read<DocumentDto>();
        var theirs = (await (await portal.ProviderAsync()).UploadAsync("x.png", SampleFiles.Png()))
            .Read<DocumentDto>();

        var saved = await officer.PutAsync<VisitDto>(path, Rota(1, "Two short.", photo.Id));

        saved.Sections.SelectMany(s => s.Items).Single(i => i.Id == "rota")
            .Photos.Single().DocumentId.ShouldBe(photo.Id);
        (await officer.PutAsync(path, Rota(2, "Two short.", text.Id))).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await officer.PutAsync(path, Rota(2, "Two short.", theirs.Id))).Status.ShouldBe(HttpStatusCode.Conflict);
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
            (await portal.SharedHomeAsync()).Id, new DateTimeOffset(2030, 3, 5, 10, 0, 0, TimeSpan.Zero),
            VisitNotice.Unannounced);

        var mail = await portal.MailAsync();

        mail.ShouldContain(m => m.Contains("Monday 4 March 2030 at 10:00"));
        mail.ShouldNotContain(m => m.Contains("5 March 2030"));
        mail.ShouldNotContain(m => m.Contains("Orchard") || m.Contains("0ZZ"));
    }

    [Fact]
    public async Task A_provider_learns_of_an_unannounced_visit_once_it_is_completed_and_never_of_its_answers()
    {
        var journey = new ApplicationJourney(portal);
        var admitted = await journey.AdmitAsync(await journey.RecordSchemeAsync(), portal.HarbourSteps);
        var application = admitted.Id;
        var visit = await portal.BookAsync(
            admitted.Premises[0].Id, notice: VisitNotice.Unannounced, applicationId: application);
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

    [Fact]
    public async Task A_cancelled_visit_is_shown_to_its_authority_until_there_is_another_and_never_to_the_provider()
    {
        var journey = new ApplicationJourney(portal);
        var admitted = await journey.AdmitAsync(await journey.RecordSchemeAsync(), portal.LanternRow);
        var home = admitted.Premises[0].Id;
        var officer = await portal.OfficerAsync();
        var visit = await portal.BookAsync(home, applicationId: admitted.Id);
        var path = $"/api/applications/{admitted.Id}";

        await officer.PostAsync<VisitDto>($"/api/visits/{visit.Id}/cancel", new CancelVisitDto { Reason = "Snow." });
        var cancelled = (await officer.GetAsync<ApplicationDto>(path)).Visits;
        var told = (await (await journey.ProviderAsync(portal.LanternRow)).GetAsync<ApplicationDto>(path)).Visits;
        var another = await portal.BookAsync(home, applicationId: admitted.Id);

        (cancelled.ShouldHaveSingleItem().Id, cancelled[0].State).ShouldBe((visit.Id, nameof(VisitState.Cancelled)));
        told.ShouldBeEmpty();
        (await officer.GetAsync<ApplicationDto>(path)).Visits.ShouldHaveSingleItem().Id.ShouldBe(another.Id);
    }

    private static CompleteVisitDto Complete(VisitDto visit) =>
        new() { Summary = "All seen.", Version = visit.Version };

    private static SaveVisitAnswersDto Rota(int revision, string? note, params Guid[] photos) => new()
    {
        Revision = revision,
        Answers =
        [
            new VisitAnswerDto { ItemId = "rota", Result = VisitItemResult.Fail, Note = note, PhotoIds = photos },
        ],
    };

    private async Task<IReadOnlyList<VisitListItemDto>> OfApplicationAsync(Guid application)
    {
        await using var scope = portal.OpenScope(portal.Provider);
        return await scope.ServiceProvider.GetRequiredService<IPremisesIntegrationService>()
            .GetVisitsAsync(application, CancellationToken.None);
    }
}
