using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Queues;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>How officers share the queue out, keep views of it, and remind providers.</summary>
public sealed class QueueTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static readonly DeclareInterestDto Conflict =
        new() { HasConflict = true, Details = "A cousin is a director." };

    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task Two_who_take_next_at_once_get_two_and_a_third_gets_none()
    {
        await EmptyAsync();
        var scheme = await _journey.RecordSchemeAsync();
        var one = await _journey.SubmitAsync(scheme, portal.HarbourSteps);
        var other = await _journey.SubmitAsync(scheme, portal.LanternRow);
        PortalClient[] officers = [await NewOfficerAsync(), await NewOfficerAsync()];

        var taken = await Task.WhenAll(officers.Select(TakeNextAsync));
        var third = await TakeNextAsync(await NewOfficerAsync());

        taken.Select(t => t.ApplicationId).ShouldBe([one.Id, other.Id], ignoreOrder: true);
        third.ShouldBe(new TakenApplicationDto(null, null));
        var history = await officers[0].GetAsync<AuditEventDto[]>($"/api/applications/{one.Id}/history");
        history.Count(h => h is { Action: "Assign", Refused: false }).ShouldBe(1);
        var shown = await (await _journey.ProviderAsync(portal.HarbourSteps))
            .GetAsync<AuditEventDto[]>($"/api/applications/{one.Id}/history");
        shown.Select(h => h.Action).ShouldNotContain("Assign");
    }

    [Fact]
    public async Task Take_next_begins_with_the_nearest_legal_day_and_passes_over_a_conflict()
    {
        await EmptyAsync();
        var scheme = await _journey.RecordSchemeAsync();
        var first = await _journey.SubmitAsync(scheme, portal.HarbourSteps);
        var second = await _journey.SubmitAsync(scheme, portal.LanternRow);
        var officer = await NewOfficerAsync();
        await officer.PostAsync<ApplicationDto>($"/api/applications/{first.Id}/interests", Conflict);

        var conflicted = await TakeNextAsync(officer);
        var free = await TakeNextAsync(await NewOfficerAsync());

        conflicted.ApplicationId.ShouldBe(second.Id);
        free.ApplicationId.ShouldBe(first.Id);
    }

    [Fact]
    public async Task Who_declares_a_conflict_after_taking_it_has_it_no_more()
    {
        await EmptyAsync();
        var submitted = await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), portal.HarbourSteps);
        var officer = await NewOfficerAsync();
        await TakeNextAsync(officer);
        await officer.PostAsync<ApplicationDto>($"/api/applications/{submitted.Id}/interests", Conflict);

        var again = await TakeNextAsync(officer);
        var colleague = await TakeNextAsync(await NewOfficerAsync());

        again.ApplicationId.ShouldBeNull();
        colleague.ApplicationId.ShouldBe(submitted.Id);
    }

    [Fact]
    public async Task An_application_is_given_to_a_colleague_who_is_told_and_put_back()
    {
        var submitted = await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), portal.Copperleaf);
        var officer = await NewOfficerAsync();
        var colleague = await NewOfficerAsync();
        var names = await officer.GetAsync<OfficerChoiceDto[]>("/api/applications/officers");

        var given = await AssignAsync(officer, submitted.Id, IdOf(colleague));
        await AssignAsync(officer, submitted.Id, IdOf(colleague));
        await portal.DrainOutboxAsync();
        var mine = await colleague.GetAsync<ApplicationQueueDto>("/api/applications/queue?owner=Me");
        await AssignAsync(colleague, submitted.Id, null);
        var nobodys = await officer.GetAsync<ApplicationQueueDto>(
            $"/api/applications/queue?owner=Nobody&search={submitted.Reference}");

        names.ShouldContain(n => n.Id == IdOf(colleague));
        given.OfficerId.ShouldBe(IdOf(colleague));
        mine.Items.Select(i => i.Id).ShouldBe([submitted.Id]);
        MailTo(colleague).Count.ShouldBe(1);
        nobodys.Items.ShouldHaveSingleItem().AssignedToName.ShouldBeNull();
    }

    [Fact]
    public async Task Nobody_gives_an_application_to_or_from_a_conflict_and_the_refusal_is_remembered()
    {
        var submitted = await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), portal.Copperleaf);
        var officer = await NewOfficerAsync();
        var conflicted = await NewOfficerAsync();
        var path = $"/api/applications/{submitted.Id}";
        await conflicted.PostAsync<ApplicationDto>($"{path}/interests", Conflict);

        var to = await officer.PostAsync($"{path}/assign", new AssignApplicationDto { OfficerId = IdOf(conflicted) });
        var by = await conflicted.PostAsync($"{path}/assign", new AssignApplicationDto { OfficerId = IdOf(officer) });
        var provider = await _journey.ProviderAsync(portal.Copperleaf);
        var stranger = await officer.PostAsync($"{path}/assign", new AssignApplicationDto { OfficerId = IdOf(provider) });

        var unsaid = await officer.PostAsync($"{path}/assign", new { });

        unsaid.Status.ShouldBe(HttpStatusCode.BadRequest);
        (to.Status, to.Problem.Code).ShouldBe((HttpStatusCode.Conflict, AccreditationErrorCodes.AssigneeConflicted));
        (by.Status, by.Problem.Code).ShouldBe((HttpStatusCode.Forbidden, AccreditationErrorCodes.ConflictDeclared));
        (stranger.Status, stranger.Problem.Errors.Keys.Single()).ShouldBe((HttpStatusCode.BadRequest, "officerId"));
        var history = await officer.GetAsync<AuditEventDto[]>($"{path}/history");
        history.Count(h => h.Refused).ShouldBeGreaterThanOrEqualTo(2);
    }

    [Fact]
    public async Task What_is_decided_is_given_to_nobody()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var proposed = await _journey.ProposeMembershipAsync(scheme, portal.Copperleaf, MembershipOutcome.Reject);
        await AssignAsync(await _journey.OfficerAsync(), proposed.Id, null);
        await _journey.LeadDoesAsync(proposed, "membership/confirm", await VersionOfAsync(proposed.Id));
        var officer = await NewOfficerAsync();

        var answer = await officer.PostAsync(
            $"/api/applications/{proposed.Id}/assign", new AssignApplicationDto { OfficerId = IdOf(officer) });

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task The_queue_is_narrowed_to_a_stage_and_to_what_is_due()
    {
        await EmptyAsync();
        var scheme = await _journey.RecordSchemeAsync();
        var admitted = await _journey.AdmitAsync(scheme, portal.HarbourSteps);
        var submitted = await _journey.SubmitAsync(scheme, portal.LanternRow);
        var officer = await _journey.OfficerAsync();

        var application = await officer.GetAsync<ApplicationQueueDto>("/api/applications/queue?stage=Application");
        var people = await officer.GetAsync<ApplicationQueueDto>("/api/applications/queue?stage=FitAndProperTest");
        var overdue = await officer.GetAsync<ApplicationQueueDto>("/api/applications/queue?due=Overdue");
        var week = await officer.GetAsync<ApplicationQueueDto>("/api/applications/queue?due=ThisWeek");

        application.Items.Select(i => i.Id).ShouldContain(submitted.Id);
        application.Items.Select(i => i.Id).ShouldNotContain(admitted.Id);
        people.Items.Select(i => i.Id).ShouldContain(admitted.Id);
        people.Items.Select(i => i.Id).ShouldNotContain(submitted.Id);
        overdue.TotalCount.ShouldBe(overdue.OverdueCount);
        week.TotalCount.ShouldBe(week.DueThisWeekCount);
    }

    [Fact]
    public async Task A_view_is_kept_for_its_officer_alone()
    {
        var officer = await NewOfficerAsync();
        var colleague = await NewOfficerAsync();
        var late = View("Late, mine", new QueueFilterDto { Owner = QueueOwner.Me, Due = QueueDue.Overdue });

        var saved = await officer.PostAsync<SavedViewDto>("/api/saved-views", late);
        var twice = await officer.PostAsync("/api/saved-views", late with { Name = "LATE, MINE " });
        var blank = await officer.PostAsync("/api/saved-views", late with { Name = "  " });
        var theirs = await colleague.GetAsync<SavedViewDto[]>("/api/saved-views");
        var removal = await colleague.DeleteAsync($"/api/saved-views/{saved.Id}");
        var mine = await officer.GetAsync<SavedViewDto[]>("/api/saved-views");
        await officer.DeleteAsync($"/api/saved-views/{saved.Id}");

        mine.ShouldHaveSingleItem().Filter.ShouldBe(late.Filter);
        twice.Problem.Code.ShouldBe(AccreditationErrorCodes.ViewNameTaken);
        blank.Status.ShouldBe(HttpStatusCode.BadRequest);
        theirs.ShouldBeEmpty();
        removal.Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync<SavedViewDto[]>("/api/saved-views")).ShouldBeEmpty();
        (await RawSql.CountAsync(
            portal, portal.Eastmarsh.Id, "select count(*) from accreditation.saved_views")).ShouldBe(0);
    }

    [Fact]
    public async Task An_officer_keeps_twelve_views_and_no_thirteenth()
    {
        var officer = await NewOfficerAsync();
        for (var i = 1; i <= SavedViewConsts.MaxViews; i++)
        {
            await officer.PostAsync<SavedViewDto>("/api/saved-views", View($"View {i}", new QueueFilterDto()));
        }

        var answer = await officer.PostAsync("/api/saved-views", View("One more", new QueueFilterDto()));

        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.TooManyViews);
    }

    [Fact]
    public async Task A_provider_is_reminded_once_a_day_of_all_it_owes_and_the_others_are_named()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var owing = await AskAsync(await _journey.SubmitAsync(scheme, portal.HarbourSteps));
        var clear = await _journey.SubmitAsync(scheme, portal.LanternRow);
        var officer = await _journey.OfficerAsync();
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        await portal.DrainOutboxAsync();
        var before = MailTo(provider).Count;

        var first = await RemindAsync(officer, owing.Id, clear.Id, owing.Id);
        var second = await RemindAsync(await _journey.LeadAsync(), owing.Id);
        await portal.DrainOutboxAsync();

        first.Sent.ShouldHaveSingleItem().ProviderName.ShouldBe(portal.HarbourSteps.Name);
        first.NotSent.ShouldBe([new NotRemindedDto(portal.LanternRow.Name, NotRemindedReason.NothingOwed)]);
        second.Sent.ShouldBeEmpty();
        second.NotSent.Single().Reason.ShouldBe(NotRemindedReason.RemindedToday);
        (MailTo(provider).Count - before).ShouldBe(1);
        var history = await officer.GetAsync<AuditEventDto[]>($"/api/applications/{owing.Id}/history");
        history.Count(h => h.Action == "Remind").ShouldBe(1);
    }

    [Fact]
    public async Task Two_who_remind_at_once_send_one_mail()
    {
        var owing = await AskAsync(await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), portal.Copperleaf));
        var officer = await _journey.OfficerAsync();
        var lead = await _journey.LeadAsync();

        var answers = await Task.WhenAll(RemindAsync(officer, owing.Id), RemindAsync(lead, owing.Id));

        answers.Sum(a => a.Sent.Count).ShouldBe(1);
    }

    [Fact]
    public async Task No_reminder_comes_of_a_conflict_or_of_another_authority()
    {
        var owing = await AskAsync(await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), portal.Copperleaf));
        var conflicted = await NewOfficerAsync();
        await conflicted.PostAsync<ApplicationDto>($"/api/applications/{owing.Id}/interests", Conflict);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);

        var none = await RemindAsync(conflicted, owing.Id);
        var foreign = await stranger.PostAsync(
            "/api/applications/remind", new RemindProvidersDto { ApplicationIds = [owing.Id] });

        none.NotSent.Single().Reason.ShouldBe(NotRemindedReason.ConflictDeclared);
        foreign.Status.ShouldBe(HttpStatusCode.NotFound);
        (await TakeNextAsync(stranger)).ApplicationId.ShouldBeNull();
    }

    private static SaveViewDto View(string name, QueueFilterDto filter) => new() { Name = name, Filter = filter };

    private static Guid IdOf(PortalClient person) => person.Session!.User!.Id;

    private static Task<TakenApplicationDto> TakeNextAsync(PortalClient officer) =>
        officer.PostAsync<TakenApplicationDto>("/api/applications/take-next", new { });

    private static Task<AssignmentDto> AssignAsync(PortalClient officer, Guid id, Guid? to) =>
        officer.PostAsync<AssignmentDto>($"/api/applications/{id}/assign", new AssignApplicationDto { OfficerId = to });

    private static Task<RemindersDto> RemindAsync(PortalClient officer, params Guid[] ids) =>
        officer.PostAsync<RemindersDto>("/api/applications/remind", new RemindProvidersDto { ApplicationIds = ids });

    private Task<PortalClient> NewOfficerAsync() => portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationOfficer);

    /// <summary>What earlier tests left for anybody to take is taken.</summary>
    private async Task EmptyAsync()
    {
        var sweeper = await NewOfficerAsync();
        while ((await TakeNextAsync(sweeper)).ApplicationId is not null)
        {
        }
    }

    private async Task<ApplicationDto> AskAsync(ApplicationDto application) =>
        await _journey.OfficerDoesAsync(application, "clarifications", new AskClarificationDto
        {
            Question = "Which policy covers volunteers?",
            ReplyBy = DateOnly.FromDateTime((await portal.Clock.NowAsync()).AddDays(5)),
            Version = application.Version,
        });

    private async Task<VersionDto> VersionOfAsync(Guid id) => new()
    {
        Version = (await (await _journey.LeadAsync()).GetAsync<ApplicationDto>($"/api/applications/{id}")).Version,
    };

    private List<string> MailTo(PortalClient person) =>
    [
        .. Directory.EnumerateFiles(portal.DataFolder, "*.eml", SearchOption.AllDirectories)
            .Where(f => File.ReadAllText(f).Contains(person.Session!.User!.Email, StringComparison.OrdinalIgnoreCase)),
    ];
}
