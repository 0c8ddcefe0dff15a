using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.References;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.HttpApi.Host.Tests.Accounts;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static DpsPortal.HttpApi.Host.Tests.Accreditation.ReferenceSteps;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>Referees are asked by a link, answer without an account, and are read by the host authority alone.</summary>
public sealed class RefereeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);
    private readonly ReferenceSteps _steps = new(portal);

    [Fact]
    public async Task A_referee_without_an_account_gives_a_reference_that_officers_read_and_the_provider_does_not()
    {
        var application = await _steps.SubmittedAsync(portal.HarbourSteps);
        var email = NewEmail();
        await _steps.AskAsync(application, email, "Kingsferry MBC");
        using var referee = await portal.VisitorAsync();
        var token = await portal.LinkAsync(email, Page);
        var question = await referee.PostAsync<ReferenceQuestionDto>("/api/references/read", new { token });
        question.ProviderName.ShouldBe(portal.HarbourSteps.Name);
        question.HostAuthorityName.ShouldBe(portal.Eastmarsh.Name);

        var receipt = await referee.PostAsync<ReferenceReceiptDto>(
            "/api/references/give", Answers(token) with { HasConcerns = true, Concerns = "Reports came late." });

        receipt.ProviderName.ShouldBe(portal.HarbourSteps.Name);
        var own = await ListAsync(await _journey.ProviderAsync(portal.HarbourSteps), application);
        own.Counting.ShouldBe(0);
        own.References.Single().State.ShouldBe(ReferenceState.Given);
        own.References.Single().Answers.ShouldBeNull();
        var read = await ListAsync(await _journey.OfficerAsync(), application);
        read.References.Single().Answers!.Concerns.ShouldBe("Reports came late.");
        read.References.Single().Answers!.GivenByName.ShouldBe("Mina Okafor");
        read.References.Single().PermittedTriggers.ShouldBe([ReferenceTrigger.Accept, ReferenceTrigger.Refuse]);
        own.References.Single().PermittedTriggers.ShouldBeEmpty();
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        (await portal.MailAsync(provider.Session!.User!.Email)).ShouldContain(
            m => m.Body.Contains("the reference of Kingsferry MBC has been received", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_works_once()
    {
        var (token, referee) = await _steps.AskedAsync(portal.HarbourSteps);
        (await referee.PostAsync("/api/references/give", Answers(token))).Status.ShouldBe(HttpStatusCode.OK);

        foreach (var again in new[]
        {
            await referee.PostAsync("/api/references/give", Answers(token)),
            await referee.PostAsync("/api/references/read", new { token }),
        })
        {
            again.Problem.Code.ShouldBe(AccreditationErrorCodes.ReferenceLinkNotValid);
        }
    }

    [Theory]
    [InlineData(-1, true)]
    [InlineData(0, false)]
    [InlineData(1, false)]
    public async Task A_link_works_for_28_days(int minutes, bool works)
    {
        var (token, referee) = await _steps.AskedAsync(portal.HarbourSteps);
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(28) + TimeSpan.FromMinutes(minutes));

        (await referee.PostAsync("/api/references/give", Answers(token))).IsSuccess.ShouldBe(works);
    }

    [Fact]
    public async Task A_link_sent_again_takes_the_place_of_the_first_and_a_withdrawn_one_opens_nothing()
    {
        var application = await _steps.SubmittedAsync(portal.LanternRow);
        var provider = await _journey.ProviderAsync(portal.LanternRow);
        var email = NewEmail();
        var asked = (await _steps.AskAsync(application, email, "Kingsferry MBC")).References.Single();
        var first = await portal.LinkAsync(email, Page);
        using var referee = await portal.VisitorAsync();

        var path = $"/api/applications/{application.Id}/references/{asked.Id}";
        (await provider.PostAsync<ReferencesDto>($"{path}/resend")).References.Single().ResendsLeft.ShouldBe(2);
        var second = (await portal.MailAsync(email)).Select(m => Mailbox.TokenIn(m, Page)).Single(t => t != first);
        (await referee.PostAsync("/api/references/read", new { token = first })).IsSuccess.ShouldBeFalse();
        (await referee.PostAsync("/api/references/read", new { token = second })).IsSuccess.ShouldBeTrue();
        await provider.PostAsync<ReferencesDto>($"{path}/revoke");

        (await referee.PostAsync("/api/references/give", Answers(second))).Problem.Code
            .ShouldBe(AccreditationErrorCodes.ReferenceLinkNotValid);
        (await provider.PostAsync($"{path}/resend")).Problem.Code.ShouldBe(InvalidTransitionException.ErrorCode);
    }

    [Fact]
    public async Task Fact_23_the_same_authority_is_not_asked_twice_however_its_name_is_written()
    {
        var application = await _steps.SubmittedAsync(portal.Copperleaf);
        var provider = await _journey.ProviderAsync(portal.Copperleaf);
        await _steps.AskAsync(application, NewEmail(), "London Borough of Kingsferry");

        var again = await provider.PostAsync(
            $"/api/applications/{application.Id}/references", Question(NewEmail(), "kingsferry council"));

        again.Status.ShouldBe(HttpStatusCode.Conflict);
        again.Problem.Code.ShouldBe(AccreditationErrorCodes.AuthorityAlreadyAsked);
        (await _steps.AskAsync(application, NewEmail(), "Northwick Vale LBC")).References.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public async Task Four_requests_at_most_wait_for_an_answer(int number, bool may)
    {
        var application = await _steps.SubmittedAsync(portal.Copperleaf);
        var provider = await _journey.ProviderAsync(portal.Copperleaf);
        PortalAnswer? last = null;
        for (var i = 1; i <= number; i++)
        {
            last = await provider.PostAsync(
                $"/api/applications/{application.Id}/references", Question(NewEmail(), $"Authority {i}"));
        }

        last!.IsSuccess.ShouldBe(may);
    }

    [Theory]
    [InlineData("mina@gmail.com", "Block contract", "refereeEmail")]
    [InlineData("mina@example.test", "Block contract", "refereeEmail")]
    [InlineData("mina@kingsferry.example.org", "See https://example.org/now", "setting")]
    [InlineData("mina@kingsferry.example.org", "One\nTwo", "setting")]
    public async Task What_cannot_be_a_referee_of_an_authority_is_refused_at_its_field(
        string email, string setting, string field)
    {
        var application = await _steps.SubmittedAsync(portal.HarbourSteps);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        var own = email.Replace("example.test", provider.Session!.User!.Email.Split('@')[1], StringComparison.Ordinal);

        var answer = await provider.PostAsync(
            $"/api/applications/{application.Id}/references",
            Question(own, "Kingsferry MBC") with { Setting = setting });

        answer.Problem.Errors.Keys.ShouldBe([field]);
    }

    [Theory]
    [InlineData("Spot contract, NHS 943 476 5919", "Six places.", "setting")]
    [InlineData("Block contract", "One of them, born 12/03/2009, moved on well.", "claim")]
    public async Task What_a_referee_reads_tells_of_no_young_person(string setting, string claim, string field)
    {
        var application = await _steps.SubmittedAsync(portal.HarbourSteps);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);

        var answer = await provider.PostAsync(
            $"/api/applications/{application.Id}/references",
            Question(NewEmail(), "Kingsferry MBC") with { Setting = setting, Claim = claim });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Problem.Errors.Keys.ShouldBe([field]);
    }

    [Theory]
    [InlineData(0, 0, "placements")]
    [InlineData(0, 1, null)]
    [InlineData(60, 999, null)]
    [InlineData(61, 999, "years")]
    [InlineData(60, 1000, "placements")]
    public async Task Numbers_have_plain_limits(int years, int placements, string? field)
    {
        var (token, referee) = await _steps.AskedAsync(portal.HarbourSteps);

        var answer = await referee.PostAsync(
            "/api/references/give", Answers(token) with { Years = years, Placements = placements });

        (answer.IsSuccess ? null : answer.Problem.Errors.Keys.Single()).ShouldBe(field);
    }

    [Fact]
    public async Task Another_organisation_and_a_host_before_submission_see_no_request()
    {
        var draft = await _journey.BeginAsync(await _journey.RecordSchemeAsync(), portal.HarbourSteps);
        var asked = (await _steps.AskAsync(draft, NewEmail(), "Kingsferry MBC")).References.Single();
        var rival = await _journey.ProviderAsync(portal.LanternRow);
        var path = $"/api/applications/{draft.Id}/references";

        (await rival.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await rival.PostAsync($"{path}/{asked.Id}/revoke")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await _journey.OfficerAsync()).GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        var rows = $"select count(*) from accreditation.reference_requests where application_id = '{draft.Id}'";
        (await RawSql.CountAsync(portal, portal.HarbourSteps.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.LanternRow.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, null, rows)).ShouldBe(0);
    }

    [Fact]
    public async Task Row_level_security_shows_what_was_said_to_the_host_alone_and_lets_nobody_change_it()
    {
        var application = await _steps.SubmittedAsync(portal.LanternRow);
        await _steps.GivenAsync(application, "Kingsferry MBC");
        var rows = $"select count(*) from accreditation.given_references where application_id = '{application.Id}'";

        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, rows)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.LanternRow.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.Kingsferry.Id, rows)).ShouldBe(0);
        (await RawSql.CountAsync(portal, null, rows)).ShouldBe(0);
        var change = "update accreditation.given_references set would_place_again = false";
        (await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(portal, portal.Eastmarsh.Id, change)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task An_officer_with_a_conflict_reads_no_reference()
    {
        var application = await _steps.SubmittedAsync(portal.HarbourSteps);
        var officer = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        await officer.PostAsync<ApplicationDto>(
            $"/api/applications/{application.Id}/interests",
            new { HasConflict = true, Details = "I worked for the provider until May." });

        (await officer.GetAsync($"/api/applications/{application.Id}/references")).Status
            .ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_referee_is_reminded_once_by_a_link_that_works_and_ends_when_the_first_did()
    {
        var application = await _steps.SubmittedAsync(portal.HarbourSteps);
        var email = NewEmail();
        await _steps.AskAsync(application, email, "Kingsferry MBC");
        var first = await portal.LinkAsync(email, Page);
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(20));
        await portal.RunWorkerAsync<ReferenceReminderWorker>();
        (await portal.MailAsync(email)).Count.ShouldBe(1);
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(2));

        await portal.RunWorkerAsync<ReferenceReminderWorker>();
        await portal.RunWorkerAsync<ReferenceReminderWorker>();

        var mails = await portal.MailAsync(email);
        mails.Count.ShouldBe(2);
        var second = mails.Select(m => Mailbox.TokenIn(m, Page)).Single(t => t != first);
        using var referee = await portal.VisitorAsync();
        (await referee.PostAsync("/api/references/read", new { token = first })).IsSuccess.ShouldBeFalse();
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(5));
        (await referee.PostAsync("/api/references/give", Answers(second))).IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task Asking_giving_and_a_refusal_are_on_record()
    {
        var application = await _steps.SubmittedAsync(portal.HarbourSteps);
        await _steps.GivenAsync(application, "Kingsferry MBC");
        var id = (await ListAsync(await _journey.OfficerAsync(), application)).References.Single().Id;
        using var visitor = await portal.VisitorAsync();
        await visitor.PostAsync("/api/references/give", Answers("guess"));

        await using var scope = portal.OpenScope(null);
        var events = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().AuditEvents;
        (await events.Where(a => a.ObjectId == id).OrderBy(a => a.Id).Select(a => a.Action).ToListAsync())
            .Order().ShouldBe(["Ask", "Give"]);
        (await events.AnyAsync(a => a.Refused && a.Action == "Give" && a.ObjectType == "ReferenceRequest")).ShouldBeTrue();
    }
}
