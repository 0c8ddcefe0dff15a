using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.References;
using DpsPortal.Adapters.Mail;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.Domain;
using DpsPortal.HttpApi.Host.Tests.Accounts;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static DpsPortal.HttpApi.Host.Tests.Accreditation.ReferenceSteps;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>
/// A reference counts once an officer of the host authority has checked who gave it: the name of its authority is what
/// the provider typed (fact 23, decision 31).
/// </summary>
public sealed class ReferenceVerdictTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);
    private readonly ReferenceSteps _steps = new(portal);

    [Fact]
    public async Task Fact_23_a_reference_counts_for_other_authorities_once_an_officer_has_accepted_it()
    {
        var application = await _steps.SubmittedAsync(portal.Copperleaf);
        await _steps.GivenAsync(application, "Unchecked County Council");
        var given = await CheckAsync(portal.Copperleaf, "Northwick Vale LBC");
        await _steps.AcceptedAsync(application, "Fenholt Borough Council");
        var one = await CheckAsync(portal.Copperleaf, "Northwick Vale LBC");
        await _steps.AcceptedAsync(application, "Saltmere County Council");

        var two = await CheckAsync(portal.Copperleaf, "Northwick Vale LBC");
        var asOneOfThem = await CheckAsync(portal.Copperleaf, "Fenholt");

        given.Counting.ShouldBeEmpty();
        one.Enough.ShouldBeFalse();
        two.Enough.ShouldBeTrue();
        asOneOfThem.Enough.ShouldBeFalse();
    }

    [Fact]
    public async Task The_officers_name_of_the_authority_counts_and_two_of_one_authority_count_once()
    {
        var application = await _steps.SubmittedAsync(portal.LanternRow);
        var officer = await _steps.FreeOfficerAsync(application);
        await _steps.AcceptedAsync(application, "Harrowmere LBC");
        var given = await _steps.GivenAsync(application, "Harowmere Counsil");

        var list = await officer.PostAsync<ReferencesDto>(
            Path(application, given, "accept"), Accept(given, "London Borough of Harrowmere"));

        list.Counting.ShouldBe(1);
        list.References.Single(r => r.Id == given.Id).Verdicts[0].CountsAs.ShouldBe("London Borough of Harrowmere");
    }

    [Fact]
    public async Task A_referee_who_would_not_place_again_never_counts()
    {
        var application = await _steps.SubmittedAsync(portal.HarbourSteps);
        var officer = await _steps.FreeOfficerAsync(application);
        var given = await _steps.GivenAsync(application, "Kingsferry LBC", wouldPlaceAgain: false);

        var answer = await officer.PostAsync(Path(application, given, "accept"), Accept(given));

        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.ReferenceAgainstProvider);
        var list = await officer.PostAsync<ReferencesDto>(Path(application, given, "refuse"), Refuse(given));
        list.References.Single().State.ShouldBe(ReferenceState.Refused);
    }

    [Fact]
    public async Task What_turns_out_to_be_doubtedcounts_no_longer_and_its_provider_may_ask_there_again()
    {
        var application = await _steps.SubmittedAsync(portal.HarbourSteps);
        var accepted = (await _steps.AcceptedAsync(application, "Kingsferry LBC")).References.Single();
        var officer = await _journey.OfficerAsync();

        var refused = await officer.PostAsync<ReferencesDto>(
            Path(application, accepted, "refuse"), Refuse(accepted));

        refused.Counting.ShouldBe(0);
        refused.References.Single().Counts.ShouldBeFalse();
        (await CheckAsync(portal.HarbourSteps, "Northwick Vale LBC")).Counting
            .ShouldNotContain(r => r.Authority == "Kingsferry LBC");
        (await _steps.AskAsync(application, NewEmail(), "Kingsferry LBC")).References.Count.ShouldBe(2);
        var again = await officer.PostAsync<ReferencesDto>(
            Path(application, accepted, "accept"), Accept(refused.References.Single()));
        again.Counting.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_found_before_stays_to_be_read_and_its_officers_find_it_in_the_history()
    {
        var application = await _steps.SubmittedAsync(portal.LanternRow);
        var accepted = (await _steps.AcceptedAsync(application, "Mistlebury DC")).References.Single();
        var officer = await _journey.OfficerAsync();
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));

        var refused = await officer.PostAsync<ReferencesDto>(Path(application, accepted, "refuse"), Refuse(accepted));

        refused.References.Single().Verdicts.Select(v => (v.CountsAs, v.Reason, v.OfficerName)).ShouldBe(
        [
            (null, "Nobody there knows the referee.", officer.Session!.User!.Name),
            ("Mistlebury DC", "Rang the switchboard and was put through.", officer.Session.User.Name),
        ]);
        var path = $"/api/applications/{application.Id}/history";
        (await officer.GetAsync<AuditEventDto[]>(path)).Where(e => e.Action.EndsWith("Reference", StringComparison.Ordinal))
            .Select(e => (e.Action, e.After, e.Reason))
            .ShouldBe([("AcceptReference", "Mistlebury DC", null), ("RefuseReference", "Mistlebury DC", null)]);
        var provider = await _journey.ProviderAsync(portal.LanternRow);
        (await provider.GetAsync<AuditEventDto[]>(path))
            .ShouldNotContain(e => e.Action.EndsWith("Reference", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reference_that_does_not_count_waits_for_its_provider_until_it_names_somebody_else()
    {
        var application = await _steps.SubmittedAsync(portal.LanternRow);
        var officer = await _steps.FreeOfficerAsync(application);
        var given = await _steps.GivenAsync(application, "Osierfield BC");
        var provider = await _journey.ProviderAsync(portal.LanternRow);
        (await ToReplaceAsync(provider, application)).ShouldBeEmpty();

        await officer.PostAsync<ReferencesDto>(Path(application, given, "refuse"), Refuse(given));

        (await ToReplaceAsync(provider, application)).ShouldBe(["Osierfield BC"]);
        (await ToReplaceAsync(officer, application)).ShouldBeEmpty();
        (await ToReplaceAsync(await _journey.ProviderAsync(portal.HarbourSteps), application)).ShouldBeEmpty();
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        await _steps.AskAsync(application, NewEmail(), "Reedmarsh BC");
        (await ToReplaceAsync(provider, application)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_counts_after_all_waits_for_its_provider_no_longer()
    {
        var application = await _steps.SubmittedAsync(portal.LanternRow);
        await _steps.AcceptedAsync(application, "Alderholt BC");
        var doubted = (await _steps.AcceptedAsync(application, "Birchmere BC")).References.Single(
            r => r.AuthorityName == "Birchmere BC");
        var (officer, provider) = (await _journey.OfficerAsync(), await _journey.ProviderAsync(portal.LanternRow));
        await portal.Clock.AdvanceAsync(TimeSpan.FromMinutes(1));
        var refused = await officer.PostAsync<ReferencesDto>(Path(application, doubted, "refuse"), Refuse(doubted));
        (await ToReplaceAsync(provider, application)).ShouldBe(["Birchmere BC"]);

        var given = refused.References.Single(r => r.AuthorityName == "Birchmere BC");
        await officer.PostAsync<ReferencesDto>(Path(application, given, "accept"), Accept(given));

        (await ToReplaceAsync(provider, application)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_provider_is_told_whether_a_reference_counts_and_never_why()
    {
        var application = await _steps.SubmittedAsync(portal.LanternRow);
        var officer = await _steps.FreeOfficerAsync(application);
        var given = await _steps.GivenAsync(application, "Thamesgate City");
        (await TodayAsync(officer, application)).ShouldBe(1);
        await officer.PostAsync<ReferencesDto>(Path(application, given, "refuse"), Refuse(given));

        var provider = await _journey.ProviderAsync(portal.LanternRow);
        var own = await provider.GetAsync($"/api/applications/{application.Id}/references");

        own.Text.ShouldNotContain("Nobody there knows");
        own.Read<ReferencesDto>().References.Single().Verdicts.ShouldBeEmpty();
        own.Read<ReferencesDto>().References.Single().CountsUntil.ShouldBeNull();
        (await portal.MailAsync(provider.Session!.User!.Email)).ShouldContain(
            m => m.Body.Contains("the reference of Thamesgate City does not count", StringComparison.Ordinal));
        (await TodayAsync(officer, application)).ShouldBe(0);
    }

    [Fact]
    public async Task Only_a_free_officer_of_the_host_checks_and_nothing_is_checked_before_it_was_given()
    {
        var application = await _steps.SubmittedAsync(portal.HarbourSteps);
        var given = await _steps.GivenAsync(application, "Ridgeholm BC");
        var path = Path(application, given, "accept");
        var undeclared = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        (await undeclared.PostAsync(path, Accept(given))).Status.ShouldBe(HttpStatusCode.Forbidden);
        var rival = await portal.AsAnotherAsync(portal.NorthwickVale, Role.AccreditationOfficer);
        (await rival.PostAsync(path, Accept(given))).Status.ShouldBe(HttpStatusCode.NotFound);
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        (await provider.PostAsync(path, Accept(given))).Status.ShouldBe(HttpStatusCode.Forbidden);

        var officer = await _steps.FreeOfficerAsync(application);
        (await officer.PostAsync(path, Accept(given) with { Version = given.Version + 1 })).Problem.Code
            .ShouldBe("DpsPortal:Concurrency");
        (await officer.PostAsync(path, Accept(given) with { HowKnown = " " })).Problem.Errors.Keys
            .ShouldBe(["howKnown"]);
        var asked = (await _steps.AskAsync(application, NewEmail(), "Harrowmere LBC")).References.Single(
            r => r.State == ReferenceState.Asked);
        (await officer.PostAsync(Path(application, asked, "accept"), Accept(asked))).Problem.Code
            .ShouldBe(InvalidTransitionException.ErrorCode);
        (await officer.PostAsync<ReferencesDto>(path, Accept(given))).Counting.ShouldBe(1);
        (await officer.PostAsync(path, Accept(given))).IsSuccess.ShouldBeFalse();
        await using var scope = portal.OpenScope(null);
        var events = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>().AuditEvents;
        (await events.CountAsync(a => a.ObjectId == given.Id && a.Action == "Accept" && !a.Refused)).ShouldBe(1);
        (await events.AnyAsync(a => a.Refused && a.Action == "Accept")).ShouldBeTrue();
    }

    [Fact]
    public async Task Row_level_security_lets_only_the_host_vouch_and_shows_why_to_nobody_else()
    {
        var application = await _steps.SubmittedAsync(portal.LanternRow);
        var accepted = (await _steps.AcceptedAsync(application, "Wychbury MBC")).References.Single();
        var marks = $"select count(*) from accreditation.reference_marks where id = '{accepted.Id}'";
        var verdicts = $"""
            select count(*) from accreditation.reference_verdicts where request_id = '{accepted.Id}'
            """;

        (await RawSql.CountAsync(portal, portal.NorthwickVale.Id, marks)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.LanternRow.Id, marks)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.HarbourSteps.Id, marks)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.Eastmarsh.Id, verdicts)).ShouldBe(1);
        (await RawSql.CountAsync(portal, portal.LanternRow.Id, verdicts)).ShouldBe(0);
        (await RawSql.CountAsync(portal, portal.NorthwickVale.Id, verdicts)).ShouldBe(0);
        var given = await _steps.GivenAsync(application, "Marlshire CC");
        var vouch = $"""
            insert into accreditation.reference_marks (id, provider_id, authority_name, given_on)
            values ('{given.Id}', '{portal.LanternRow.Id}', 'Marlshire CC', current_date)
            """;
        foreach (var other in new[] { portal.LanternRow.Id, portal.NorthwickVale.Id })
        {
            (await Should.ThrowAsync<PostgresException>(() => RawSql.ExecuteAsync(portal, other, vouch)))
                .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Fact]
    public async Task A_provider_is_reminded_once_of_a_reference_that_counts_a_month_before_it_is_too_old()
    {
        var application = await _steps.SubmittedAsync(portal.HarbourSteps);
        await _steps.AcceptedAsync(application, "Severn Borders UA");
        await _steps.GivenAsync(application, "Fenland Wolds CC");
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(333));
        await portal.RunWorkerAsync<ReferenceReminderWorker>();
        (await RenewalsAsync()).ShouldBeEmpty();
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(3));

        await portal.RunWorkerAsync<ReferenceReminderWorker>();
        await portal.RunWorkerAsync<ReferenceReminderWorker>();

        (await RenewalsAsync()).ShouldHaveSingleItem().Body.ShouldContain("the reference of Severn Borders UA counts until");
    }

    /// <summary>Of the two authorities of the test above.</summary>
    private async Task<IReadOnlyList<PickedUpMail>> RenewalsAsync()
    {
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        return
        [
            .. (await portal.MailAsync(provider.Session!.User!.Email)).Where(
                m => m.Body.Contains("Ask for a new one before", StringComparison.Ordinal)
                    && (m.Body.Contains("Severn Borders", StringComparison.Ordinal)
                        || m.Body.Contains("Fenland Wolds", StringComparison.Ordinal))),
        ];
    }

    private static async Task<int> TodayAsync(PortalClient officer, ApplicationDto application) =>
        (await TodayTests.ItemsAsync(officer)).Count(i => i.Kind == "Reference.Check" && i.Id == application.Id);

    private static async Task<IReadOnlyList<string>> ToReplaceAsync(PortalClient client, ApplicationDto application) =>
    [
        .. (await TodayTests.ItemsAsync(client))
            .Where(i => i.Kind == "Reference.NameAnother" && i.Id == application.Id).Select(i => i.Subject),
    ];

    private async Task<ReferenceCheck> CheckAsync(TestOrganisation provider, string buyer)
    {
        var user = await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await using var scope = portal.OpenScope(user);
        var checks = await scope.ServiceProvider.GetRequiredService<IReferenceIntegrationService>()
            .CheckAsync([provider.Id], buyer, CancellationToken.None);
        return checks[provider.Id];
    }
}
