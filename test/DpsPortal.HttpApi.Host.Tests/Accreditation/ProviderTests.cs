using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Accreditation.Memberships;
using DpsPortal.Accreditation.Providers;
using DpsPortal.Accreditation.Standings;
using DpsPortal.Framework.Application;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>One page tells a host authority where a provider stands.</summary>
public sealed class ProviderTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task An_accredited_provider_is_shown_with_its_lots_homes_papers_visits_and_history()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var application = await _journey.AccreditAsync(await _journey.AdmitAsync(scheme, portal.HarbourSteps));

        var provider = await (await _journey.OfficerAsync()).GetAsync<ProviderDto>(PathOf(portal.HarbourSteps));

        provider.Name.ShouldBe(portal.HarbourSteps.Name);
        provider.MemberSince.ShouldNotBeNull();
        provider.Managers.ShouldNotBeEmpty();
        provider.Urn.ShouldNotBeNull();
        var lots = provider.Lots.Where(l => l.ApplicationId == application.Id).ToList();
        lots.Select(l => l.Number).ShouldBe(application.Lots.Select(l => l.Number));
        lots.ShouldAllBe(l => l.Membership == MemberState.Admitted && l.Standing == StandingState.Accredited);
        lots.ShouldAllBe(l => l.AccreditedUntil != null);
        var home = provider.Homes.Single(h => h.Id == application.Premises[0].Id);
        home.Usable.ShouldBeTrue();
        home.LastVisitPassed.ShouldBe(true);
        home.NextToExpire!.DaysLeft.ShouldBeGreaterThan(0);
        provider.Visits.ShouldContain(v => v.PremisesName == home.Name && v.Passed == true);
        provider.Expiries.Count.ShouldBe(ProviderConsts.MaxLines);
        provider.ExpiryCount.ShouldBeGreaterThan(ProviderConsts.MaxLines);
        provider.Expiries.Select(e => e.ExpiresOn).ShouldBeInOrder();
        provider.OpenConditions.ShouldBeEmpty();
        provider.History[0].Action.ShouldBe(nameof(AccreditationTrigger.Accredit));
        provider.History.Select(e => e.At).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public async Task An_applicant_that_is_no_member_yet_is_shown_without_standing()
    {
        await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), portal.LanternRow);

        var provider = await (await _journey.OfficerAsync()).GetAsync<ProviderDto>(PathOf(portal.LanternRow));

        provider.MemberSince.ShouldBeNull();
        provider.Lots.ShouldNotBeEmpty();
        provider.Lots.ShouldAllBe(l => l.Membership == null && l.Standing == null);
        provider.Visits.ShouldBeEmpty();
    }

    [Fact]
    public async Task To_another_authority_and_before_submission_a_provider_does_not_exist()
    {
        await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), portal.HarbourSteps);
        await _journey.BeginAsync(await _journey.RecordSchemeAsync(), portal.Copperleaf);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);
        var officer = await _journey.OfficerAsync();

        (await stranger.GetAsync(PathOf(portal.HarbourSteps))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync(PathOf(portal.Copperleaf))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await officer.GetAsync($"/api/providers/{Guid.NewGuid()}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await _journey.ProviderAsync(portal.HarbourSteps)).GetAsync(PathOf(portal.HarbourSteps)))
            .Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_declared_a_conflict_on_an_application_reads_nothing_of_its_provider()
    {
        var application = await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), portal.HarbourSteps);
        using var conflicted = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        (await conflicted.PostAsync(
            $"/api/applications/{application.Id}/interests", new DeclareInterestDto { HasConflict = true, Details = "A cousin works there." }))
            .IsSuccess.ShouldBeTrue();

        var answer = await conflicted.GetAsync(PathOf(portal.HarbourSteps));

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Problem.Code.ShouldBe(AccreditationErrorCodes.ConflictDeclared);
    }

    private static string PathOf(TestOrganisation provider) => $"/api/providers/{provider.Id}";
}
