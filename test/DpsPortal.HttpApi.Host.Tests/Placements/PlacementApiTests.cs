using System.Net;
using DpsPortal.Adapters.Mail;
using DpsPortal.EntityFrameworkCore;
using DpsPortal.EntityFrameworkCore.Outbox;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Placements;
using DpsPortal.Placements.Agreements;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Integration;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DpsPortal.HttpApi.Host.Tests.Placements;

public sealed class PlacementApiTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_award_that_is_told_twice_becomes_one_placement()
    {
        var award = Award();
        await RaiseAsync(award);
        await RaiseAsync(award);

        await portal.DrainOutboxAsync();

        var approver = await ApproverAsync();
        var found = await approver.GetAsync<PagedResult<PlacementListItemDto>>("/api/placements?search=zz1");
        var placement = await approver.GetAsync<PlacementDto>($"/api/placements/{found.Items.ShouldHaveSingleItem().Id}");
        placement.CallOffId.ShouldBe(award.CallOffId);
        placement.ProviderName.ShouldBe("Harbour Steps Housing CIC");
        placement.PlannedEndOn.ShouldBe(award.StartsOn.AddDays(12 * 7));
        placement.Prices.ShouldHaveSingleItem().ShouldBe(new PriceRowDto(
            award.StartsOn, 420_00, 280_00, 367_50, 160_00, 1_227_50, false, null));
        placement.CommittedPence.ShouldBe((12 * 1_227_50) + 250_00);
    }

    [Theory]
    [InlineData("Northwick Vale LBC", true)]
    [InlineData("Kingsferry LBC", false)]
    [InlineData("A council the portal does not know", null)]
    public async Task A_home_is_in_area_when_it_stands_in_the_placing_authoritys_own(string area, bool? inArea)
    {
        var award = AwardOf(portal.NorthwickVale.Id, portal.HarbourSteps.Id, area) with
        {
            PremisesArea = "ZZ9",
        };
        await RaiseAsync(award);
        await portal.DrainOutboxAsync();

        var placer = await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsApprover);
        await using var scope = portal.OpenScope(placer);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        (await db.Placements.SingleAsync(p => p.CallOffId == award.CallOffId, Cancel)).InArea.ShouldBe(inArea);
    }

    [Fact]
    public async Task A_new_price_takes_two_people_and_is_stored_with_its_date_and_remembered()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        var approver = await ApproverAsync();
        var proposed = await ProposeAsync(id);

        var after = await approver.PostAsync<PlacementDto>(
            $"/api/placements/{id}/prices/confirm", new PlacementVersionDto { Version = proposed.Version });

        proposed.State.ShouldBe(PlacementState.PriceProposed);
        proposed.ProposedPrice!.TotalWeeklyPence.ShouldBe(900_00);
        proposed.Prices.ShouldHaveSingleItem();
        after.ProposedPrice.ShouldBeNull();

        after.Prices.Select(p => (p.From, p.TotalWeeklyPence, p.Variation)).ShouldBe(
            [(APlacement.Start, 1_250_00L, false), (new DateOnly(2026, 10, 5), 900_00L, true)]);
        var history = await approver.GetAsync<List<AuditEventDto>>($"/api/placements/{id}/history");
        history.Select(h => h.Action).ShouldBe(["Agree", "ProposePrice", "ConfirmPrice"]);
    }

    [Fact]
    public async Task One_approver_alone_sets_no_price_and_the_attempt_is_remembered()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        using var approver = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsApprover);
        var seen = await approver.GetAsync<PlacementDto>($"/api/placements/{id}");
        var proposed = await approver.PostAsync<PlacementDto>($"/api/placements/{id}/prices", Change(seen.Version));

        var alone = await approver.PostAsync(
            $"/api/placements/{id}/prices/confirm", new PlacementVersionDto { Version = proposed.Version });

        proposed.PermittedTriggers.ShouldNotContain(PlacementTrigger.ConfirmPrice);
        (alone.Status, alone.Problem.Code).ShouldBe((HttpStatusCode.Conflict, PlacementsErrorCodes.OwnPrice));
        (await approver.GetAsync<PlacementDto>($"/api/placements/{id}")).Prices.ShouldHaveSingleItem();
        (await approver.GetAsync<List<AuditEventDto>>($"/api/placements/{id}/history"))
            .ShouldContain(e => e.Action == "ConfirmPrice" && e.Refused);
    }

    [Theory]
    [InlineData(-1, PlacementsErrorCodes.PriceBeforeStart)]
    [InlineData(1, null)]
    [InlineData(83, null)]
    [InlineData(84, PlacementsErrorCodes.PriceAfterEnd)]
    public async Task A_price_is_proposed_for_a_night_within_the_placement(int day, string? code)
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        var officer = await OfficerAsync();
        var seen = await officer.GetAsync<PlacementDto>($"/api/placements/{id}");

        var answer = await officer.PostAsync(
            $"/api/placements/{id}/prices", Change(seen.Version) with { From = APlacement.Start.AddDays(day) });

        answer.Status.ShouldBe(code is null ? HttpStatusCode.OK : HttpStatusCode.Conflict);
        (await officer.GetAsync<PlacementDto>($"/api/placements/{id}")).State
            .ShouldBe(code is null ? PlacementState.PriceProposed : PlacementState.Agreed);
        if (code is not null)
        {
            answer.Problem.Code.ShouldBe(code);
        }
    }

    [Fact]
    public async Task The_provider_reads_nothing_of_a_later_end_that_was_proposed_and_sent_back()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        var approver = await portal.AsAsync(portal.NorthwickVale, Role.PlacementsApprover);
        var placement = await approver.GetAsync<PlacementDto>($"/api/placements/{id}");
        var proposed = await approver.PostAsync<PlacementDto>(
            $"/api/placements/{id}/extension",
            new ExtendPlacementDto { PlannedEndOn = placement.PlannedEndOn.AddDays(14), Version = placement.Version });
        using var colleague = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsApprover);
        await colleague.PostAsync<PlacementDto>(
            $"/api/placements/{id}/extension/send-back",
            new ReasonedDto { Reason = "The budget meeting is on Monday.", Version = proposed.Version });

        var history = await (await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator))
            .GetAsync<List<AuditEventDto>>($"/api/placements/{id}/history");

        history.ShouldNotContain(h => h.Action.EndsWith("Extension", StringComparison.Ordinal));
        (await approver.GetAsync<List<AuditEventDto>>($"/api/placements/{id}/history"))
            .ShouldContain(h => h.Action == "SendBackExtension");
    }

    [Fact]
    public async Task The_provider_sees_no_price_that_the_council_has_not_decided_on()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        await ProposeAsync(id);
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);

        var seen = await provider.GetAsync<PlacementDto>($"/api/placements/{id}");
        var history = await provider.GetAsync<List<AuditEventDto>>($"/api/placements/{id}/history");

        (seen.State, seen.ProposedPrice).ShouldBe((PlacementState.Agreed, null));
        history.ShouldNotContain(h => h.Action == "ProposePrice");
        (await CountAsync("placements.price_proposals", portal.LanternRow.Id)).ShouldBe(0);
        (await CountAsync("placements.price_proposals", portal.Kingsferry.Id)).ShouldBe(0);
        (await CountAsync("placements.price_proposals", portal.NorthwickVale.Id)).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_proposed_price_that_is_sent_back_leaves_the_price_as_it_was()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        var proposed = await ProposeAsync(id);

        var back = await (await ApproverAsync()).PostAsync<PlacementDto>(
            $"/api/placements/{id}/prices/send-back",
            new ReasonedDto { Reason = "The hours stay as they are.", Version = proposed.Version });

        (back.State, back.ProposedPrice).ShouldBe((PlacementState.Agreed, null));
        back.Prices.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(-1, false, true)]
    [InlineData(0, false, true)]
    [InlineData(1, true, true)]
    [InlineData(84, true, true)]
    [InlineData(85, true, false)]
    public async Task A_current_placement_is_under_way_or_still_to_begin(int begunDaysAgo, bool begun, bool current)
    {
        var today = DateOnly.FromDateTime(portal.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime);
        var id = await APlacement.AddAsync(
            portal, portal.NorthwickVale, portal.LanternRow, 85, start: today.AddDays(-begunDaysAgo));
        var officer = await OfficerAsync();

        var found = await officer.GetAsync<PagedResult<PlacementListItemDto>>(
            "/api/placements?currentOnly=true&pageSize=100");

        found.Items.Any(i => i.Id == id).ShouldBe(current);
        (found.Items.SingleOrDefault(i => i.Id == id)?.StartsOn < today).ShouldBe(current && begun);
    }

    [Fact]
    public async Task A_change_over_somebody_elses_is_refused()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        var approver = await ApproverAsync();
        var seen = await approver.GetAsync<PlacementDto>($"/api/placements/{id}");
        await approver.PostAsync<PlacementDto>($"/api/placements/{id}/prices", Change(seen.Version));

        var answer = await approver.PostAsync($"/api/placements/{id}/end", End(seen.Version));

        (answer.Status, answer.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:Concurrency"));
    }

    [Fact]
    public async Task An_ended_placement_takes_no_new_price_and_the_answer_says_what_is_possible()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        var approver = await ApproverAsync();
        var seen = await approver.GetAsync<PlacementDto>($"/api/placements/{id}");
        seen.PermittedTriggers.ShouldBe([PlacementTrigger.ProposePrice, PlacementTrigger.ProposeExtension, PlacementTrigger.End]);

        var ended = await approver.PostAsync<PlacementDto>($"/api/placements/{id}/end", End(seen.Version));
        var answer = await approver.PostAsync($"/api/placements/{id}/prices", Change(ended.Version));

        ended.PermittedTriggers.ShouldBe([PlacementTrigger.TakeBackEnd]);
        (answer.Status, answer.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:InvalidTransition"));
    }

    [Fact]
    public async Task The_provider_is_told_by_mail_that_its_placement_ends_and_reads_when_signed_in()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);
        var approver = await ApproverAsync();
        var seen = await approver.GetAsync<PlacementDto>($"/api/placements/{id}");

        await approver.PostAsync<PlacementDto>($"/api/placements/{id}/end", End(seen.Version));
        await portal.DrainOutboxAsync();

        var mail = (await portal.Services.GetRequiredService<PickupFolder>().GetListAsync(CancellationToken.None))
            .First(m => m.Subject == $"A placement ends: {seen.Reference}");
        mail.Body.ShouldContain("Sign in to the portal");
        mail.Body.ShouldNotContain("2026");
    }

    [Fact]
    public async Task The_provider_reads_its_placement_and_may_change_nothing()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        var provider = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);

        var placement = await provider.GetAsync<PlacementDto>($"/api/placements/{id}");
        var answer = await provider.PostAsync($"/api/placements/{id}/end", End(placement.Version));

        placement.PermittedTriggers.ShouldBeEmpty();
        placement.Version.ShouldBe(0u, "It would tell that a price is weighed.");
        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_authoritys_and_another_providers_placement_does_not_exist()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);
        var kingsferry = await portal.AsAsync(portal.Kingsferry, Role.PlacementsApprover);
        var copperleaf = await portal.AsAsync(portal.Copperleaf, Role.ProviderAdministrator);

        (await kingsferry.GetAsync($"/api/placements/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kingsferry.PostAsync($"/api/placements/{id}/end", End(1))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kingsferry.PostAsync($"/api/placements/{id}/prices", Change(1))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await kingsferry.PostAsync($"/api/placements/{id}/prices/confirm", new PlacementVersionDto { Version = 1 }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await kingsferry.PostAsync(
                $"/api/placements/{id}/prices/send-back", new ReasonedDto { Reason = "No.", Version = 1 }))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await copperleaf.GetAsync($"/api/placements/{id}/history")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("placements.placements")]
    [InlineData("placements.price_rows")]
    public async Task A_raw_query_under_the_wrong_organisation_sees_no_row(string table)
    {
        await APlacement.AddAsync(portal, portal.NorthwickVale, portal.LanternRow, days: 84);

        (await CountAsync(table, portal.NorthwickVale.Id)).ShouldBeGreaterThan(0);
        (await CountAsync(table, portal.LanternRow.Id)).ShouldBeGreaterThan(0);
        (await CountAsync(table, portal.Kingsferry.Id)).ShouldBe(0);
        (await CountAsync(table, portal.Copperleaf.Id)).ShouldBe(0);
        (await CountAsync(table, null)).ShouldBe(0);
    }

    private static CallOffAwardedEto AwardOf(Guid authority, Guid provider, string area = "Northwick Vale LBC") => new()
    {
        CallOffId = Guid.NewGuid(),
        Reference = "C-0001",
        PlacingAuthorityId = authority,
        SchemeId = Guid.NewGuid(),
        SchemeName = "Thames & Fen 16+",
        LotId = Guid.NewGuid(),
        LotName = "Shared ring-fenced",
        Category = OfstedCategory.SharedRingFenced,
        ProviderId = provider,
        Urn = "9000001",
        PremisesId = Guid.NewGuid(),
        PremisesArea = "ZZ1",
        PremisesAreaAuthority = area,
        AgeBand = AgeBand.From16To17,
        UnaccompaniedAsylumSeeking = false,
        LegalBasis = LegalBasis.Section20,
        StartsOn = new DateOnly(2026, 12, 1),
        ExpectedWeeks = 12,
        SetUpPence = 250_00,
        Lines =
        [
            new() { Kind = PriceLineKind.Accommodation, WeeklyPence = 420_00 },
            new() { Kind = PriceLineKind.Core, HoursPerWeek = 10, RatePence = 28_00 },
            new() { Kind = PriceLineKind.Additional, HoursPerWeek = 15, RatePence = 24_50 },
            new() { Kind = PriceLineKind.WakingNight, NightsPerWeek = 1, RatePence = 160_00 },
        ],
    };

    private CallOffAwardedEto Award() => AwardOf(portal.NorthwickVale.Id, portal.HarbourSteps.Id);

    private async Task RaiseAsync(CallOffAwardedEto award)
    {
        var approver = await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsApprover);
        await using var scope = portal.OpenScope(approver);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        db.OutboxMessages.Add(OutboxMessage.Of(award, scope.ServiceProvider.GetRequiredService<ICurrentUser>()));
        await db.SaveChangesAsync(Cancel);
    }

    private Task<PortalClient> ApproverAsync() => portal.AsAsync(portal.NorthwickVale, Role.PlacementsApprover);

    private Task<PortalClient> OfficerAsync() => portal.AsAsync(portal.NorthwickVale, Role.PlacementsOfficer);

    private async Task<PlacementDto> ProposeAsync(Guid id)
    {
        var officer = await OfficerAsync();
        var seen = await officer.GetAsync<PlacementDto>($"/api/placements/{id}");
        return await officer.PostAsync<PlacementDto>($"/api/placements/{id}/prices", Change(seen.Version));
    }

    private static ProposePriceDto Change(uint version) => new()
    {
        From = new DateOnly(2026, 10, 5),
        AccommodationPence = 700_00,
        CoreSupportPence = 200_00,
        AdditionalSupportPence = 0,
        OtherPence = 0,
        Reason = PriceChangeReason.SupportReduced,
        Version = version,
    };

    private static EndPlacementDto End(uint version) => new()
    {
        EndsOn = new DateOnly(2026, 11, 1),
        Reason = EndReason.OwnTenancy,
        AsPlanned = true,
        Version = version,
    };

    private async Task<long> CountAsync(string table, Guid? organisation)
    {
        await using var connection = new NpgsqlConnection(portal.Database.App);
        await connection.OpenAsync(Cancel);
        await using var set = new NpgsqlCommand("select set_config('app.org', $1, false)", connection)
        {
            Parameters = { new() { Value = organisation?.ToString() ?? "" } },
        };
        await set.ExecuteNonQueryAsync(Cancel);
        await using var count = new NpgsqlCommand($"select count(*) from {table}", connection);
        return (long)(await count.ExecuteScalarAsync(Cancel))!;
    }
}
