using System.Globalization;
using System.Net;
using DpsPortal.Adapters.Mail;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Property;
using DpsPortal.Placements.Agreements;
using DpsPortal.Property;
using DpsPortal.Property.Premises;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static DpsPortal.HttpApi.Host.Tests.Tendering.TenderingFixture;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>An award takes nights of a place, and none that another award has taken (domain §4.7).</summary>
public sealed class PromisedPlaceTests(TwoAuthorities portal) : IClassFixture<TwoAuthorities>
{
    private TestOrganisation LanternRow => portal.LanternRow;

    [Fact]
    public async Task A_place_awarded_by_another_authority_for_one_of_the_nights_leaves_the_award_to_the_next_bid()
    {
        var room = Room(0);
        await portal.AwardedAsync(portal.NorthwickVale, LanternRow, room);
        var callOff = await portal.PublishedAsync(portal.Kingsferry);
        await portal.BidAsync(callOff, LanternRow, room, day: 6, 90_000);
        await portal.BidAsync(callOff, portal.Copperleaf, portal.HomeOf(portal.Copperleaf).Places[0].Id, 0, 120_000);

        var ranked = await portal.RankedAsync(portal.Kingsferry, callOff);
        var awarded = await portal.ApproveAsync(
            portal.Kingsferry, await portal.ProposedAsync(portal.Kingsferry, ranked));

        var promised = ranked.Bids.Single(b => b.ProviderName == LanternRow.Name);
        promised.Rank.ShouldBeNull();
        promised.GateFailures.ShouldBe([$"The place offered is promised to somebody else until {Day(7)}."]);
        awarded.Read<CallOffDto>().Award!.ProviderName.ShouldBe(portal.Copperleaf.Name);
    }

    [Fact]
    public async Task The_first_night_of_one_award_may_be_the_day_on_which_another_leaves()
    {
        var room = Room(1);
        await portal.AwardedAsync(portal.NorthwickVale, LanternRow, room);

        var next = await portal.AwardedAsync(portal.Kingsferry, LanternRow, room, day: 7);

        next.State.ShouldBe(CallOffState.Awarded);
        (await portal.PromisesAsync(LanternRow, room, Stay(0, 7))).ShouldBe(1);
        (await portal.PromisesAsync(LanternRow, room, Stay(7, 14))).ShouldBe(1);
    }

    [Fact]
    public async Task The_nights_promised_are_those_of_the_placement_and_do_not_count_against_its_own_call_off()
    {
        var room = Room(2);
        var awarded = await portal.AwardedAsync(portal.NorthwickVale, LanternRow, room, weeks: 26);
        await portal.DrainOutboxAsync();

        var placement = await PlacementOfAsync(portal.NorthwickVale, awarded);
        (await portal.PromisesAsync(LanternRow, room, new Nights(placement.StartsOn, placement.PlannedEndOn)))
            .ShouldBe(1);
        var read = await (await TwoAuthorities.OfficerOf(portal, portal.NorthwickVale))
            .GetAsync<EvaluationDto>($"/api/call-offs/{awarded.Id}/evaluation");
        read.Bids.ShouldHaveSingleItem().GateFailures.ShouldBeEmpty();
        (await OpportunityAsync(LanternRow, awarded)).PromisedPlaces.ShouldNotContain(p => p.PlaceId == room);
    }

    [Fact]
    public async Task Of_two_awards_of_one_place_that_are_approved_at_once_one_is_made_and_the_other_told_why_not()
    {
        var room = Room(3);
        var rivals = new[] { portal.NorthwickVale, portal.Kingsferry };
        var proposed = new List<CallOffDto>();
        foreach (var authority in rivals)
        {
            proposed.Add(await portal.ProposedAsync(authority, LanternRow, room));
        }

        await using var holder = new NpgsqlConnection(portal.Database.Superuser);
        await holder.OpenAsync();
        await using var transaction = await holder.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand(
            $"select pg_advisory_xact_lock(hashtextextended('place:{room}', 0))", holder, transaction);
        await hold.ExecuteNonQueryAsync();
        var approvals = Task.WhenAll(rivals.Zip(proposed, portal.ApproveAsync));
        await portal.UntilSomebodyWaitsAsync(howMany: 2);
        await transaction.CommitAsync();
        var answers = await approvals;

        answers.Count(a => a.IsSuccess).ShouldBe(1);
        var refused = answers.Single(a => !a.IsSuccess);
        (refused.Status, refused.Problem.Code).ShouldBe(
            (HttpStatusCode.Conflict, PropertyErrorCodes.PlaceAlreadyPromised));
        refused.Problem.Detail!.ShouldContain($"promised to somebody else until {Day(7)}.");
        (await portal.PromisesAsync(LanternRow, room, Stay(0, 7))).ShouldBe(1);
        var loser = Array.IndexOf(answers, refused);
        (await (await portal.ApproverOf(rivals[loser])).GetAsync<CallOffDto>($"/api/call-offs/{proposed[loser].Id}"))
            .State.ShouldBe(CallOffState.AwardProposed);
        (await portal.CountAsync(
            rivals[loser], $"tendering.outcome_letters where call_off_id = '{proposed[loser].Id}'")).ShouldBe(0);
    }

    [Fact]
    public async Task An_award_proposed_before_another_took_the_place_is_not_approved_and_can_be_sent_back()
    {
        var room = Room(4);
        var proposed = await portal.ProposedAsync(portal.Kingsferry, LanternRow, room);
        await portal.AwardedAsync(portal.NorthwickVale, LanternRow, room);

        var refused = await portal.ApproveAsync(portal.Kingsferry, proposed);
        var back = await (await portal.ApproverOf(portal.Kingsferry)).PostAsync<CallOffDto>(
            $"/api/call-offs/{proposed.Id}/award/send-back",
            new SendBackAwardDto { Reason = "The place is gone.", Version = proposed.Version });

        refused.Problem.Code.ShouldBe(TenderingErrorCodes.NotAwardable);
        back.State.ShouldBe(CallOffState.Moderated);
    }

    [Fact]
    public async Task An_award_is_approved_on_the_ranking_that_was_read_and_on_no_other()
    {
        var room = portal.HomeOf(portal.Copperleaf).Places[8].Id;
        var callOff = await portal.PublishedAsync(portal.Kingsferry);
        await portal.BidAsync(callOff, LanternRow, Room(8), 0, 90_000);
        await portal.BidAsync(callOff, portal.Copperleaf, room, 0, 120_000);
        var proposed = await portal.ProposedAsync(
            portal.Kingsferry, await portal.RankedAsync(portal.Kingsferry, callOff));
        var approver = await portal.ApproverOf(portal.Kingsferry);
        var path = $"/api/call-offs/{proposed.Id}";
        var read = await approver.GetAsync<EvaluationDto>($"{path}/evaluation");
        await portal.AwardedAsync(portal.NorthwickVale, portal.Copperleaf, room);

        var stale = await approver.PostAsync(
            $"{path}/award/approve", new ApproveAwardDto { Version = proposed.Version, Ranking = read.Ranking });
        var now = await approver.GetAsync<EvaluationDto>($"{path}/evaluation");
        var fresh = await approver.PostAsync(
            $"{path}/award/approve", new ApproveAwardDto { Version = proposed.Version, Ranking = now.Ranking });

        (stale.Status, stale.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:Concurrency"));
        fresh.Read<CallOffDto>().State.ShouldBe(CallOffState.Awarded);
    }

    [Fact]
    public async Task A_placement_that_ends_early_frees_its_place_for_another_authority()
    {
        var room = Room(5);
        var placement = await PlacedAsync(portal.NorthwickVale, room, weeks: 4);

        await EndAsync(portal.NorthwickVale, placement, day: 7);

        (await portal.AwardedAsync(portal.Kingsferry, LanternRow, room, day: 7)).State.ShouldBe(CallOffState.Awarded);
        (await portal.PromisesAsync(LanternRow, room, Stay(0, 7))).ShouldBe(1);
    }

    [Fact]
    public async Task A_stay_is_made_longer_until_somebody_else_comes()
    {
        var room = Room(9);
        var placement = await PlacedAsync(portal.NorthwickVale, room, weeks: 1);
        await portal.AwardedAsync(portal.Kingsferry, LanternRow, room, day: 9);
        var officer = await TwoAuthorities.OfficerOf(portal, portal.NorthwickVale);

        var late = await ProposeAsync(day: 10);
        var onTheDay = (await ProposeAsync(day: 9)).Read<PlacementDto>();
        var promisedMeanwhile = await portal.PromisesAsync(LanternRow, room, Stay(0, 7));
        var confirmed = await (await portal.ApproverOf(portal.NorthwickVale)).PostAsync<PlacementDto>(
            $"/api/placements/{placement.Id}/extension/confirm", new PlacementVersionDto { Version = onTheDay.Version });

        (late.Status, late.Problem.Code).ShouldBe((HttpStatusCode.Conflict, PropertyErrorCodes.PlacePromisedNext));
        late.Problem.Detail!.ShouldContain(Day(9));
        (onTheDay.PlannedEndOn, onTheDay.ProposedExtension!.PlannedEndOn)
            .ShouldBe((FreeFrom.AddDays(7), FreeFrom.AddDays(9)));
        promisedMeanwhile.ShouldBe(1);
        confirmed.PlannedEndOn.ShouldBe(FreeFrom.AddDays(9));
        (await portal.PromisesAsync(LanternRow, room, Stay(0, 9))).ShouldBe(1);

        Task<PortalAnswer> ProposeAsync(int day) => officer.PostAsync(
            $"/api/placements/{placement.Id}/extension",
            new ExtendPlacementDto { PlannedEndOn = FreeFrom.AddDays(day), Version = placement.Version });
    }

    [Theory]
    [InlineData(10, false)]
    [InlineData(14, true)]
    public async Task An_end_is_taken_back_while_nobody_else_is_promised_a_night_before_the_planned_one(
        int next, bool taken)
    {
        var room = Room(next);
        var placement = await PlacedAsync(portal.NorthwickVale, room, weeks: 2);
        var ended = (await EndAsync(portal.NorthwickVale, placement, day: 7)).Read<PlacementDto>();
        await portal.AwardedAsync(portal.Kingsferry, LanternRow, room, day: next);

        var answer = await (await portal.ApproverOf(portal.NorthwickVale)).PostAsync(
            $"/api/placements/{placement.Id}/take-back-end",
            new ReasonedDto { Reason = "Another placement was meant.", Version = ended.Version });

        answer.IsSuccess.ShouldBe(taken);
        (await portal.PromisesAsync(LanternRow, room, Stay(0, taken ? 14 : 7))).ShouldBe(1);
        if (!taken)
        {
            answer.Problem.Code.ShouldBe(PropertyErrorCodes.PlacePromisedNext);
        }
    }

    [Fact]
    public async Task Fact_21_the_address_is_for_the_two_sides_of_a_placement_until_the_day_of_leaving_and_not_for_finance()
    {
        var room = Room(15);
        var placement = await PlacedAsync(portal.NorthwickVale, room, weeks: 1);
        var home = portal.HomeOf(LanternRow);
        var finance = await portal.AsAsync(portal.NorthwickVale, Role.FinanceReader);
        var provider = await portal.AsAsync(LanternRow, Role.ProviderStaff);
        var rival = await portal.AsAsync(portal.Copperleaf, Role.ProviderAdministrator);
        var council = await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer);

        foreach (var side in new[] { await TwoAuthorities.OfficerOf(portal, portal.NorthwickVale), provider })
        {
            var seen = (await side.GetAsync<PlacementDto>($"/api/placements/{placement.Id}")).Home!;
            (seen.Name, seen.AddressLine, seen.Postcode).ShouldBe((home.Name, home.AddressLine, home.Postcode));
            seen.PlaceName.ShouldBe(home.Places.Single(p => p.Id == room).Name);
        }

        (await finance.GetAsync<PlacementDto>($"/api/placements/{placement.Id}")).Home.ShouldBeNull();
        (await rival.GetAsync($"/api/placements/{placement.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await council.GetAsync($"/api/placements/{placement.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await EndAsync(portal.NorthwickVale, placement, day: 0);
        (await provider.GetAsync<PlacementDto>($"/api/placements/{placement.Id}")).Home.ShouldBeNull();
    }

    [Fact]
    public async Task A_council_is_told_by_mail_what_became_of_the_home_it_placed_in_and_not_where_it_is()
    {
        var placement = await PlacedAsync(portal.NorthwickVale, Room(16), weeks: 1);
        var provider = await portal.AsAsync(LanternRow, Role.ProviderAdministrator);
        var home = await provider.GetAsync<PremisesDto>($"/api/premises/{portal.HomeOf(LanternRow).Id}");
        var unlisted = PropertyFixture.Resave(
            home,
            [
                .. home.Certificates.Select(c => new SaveCertificateDto
                {
                    Kind = c.Kind, IssuedOn = c.IssuedOn, ExpiresOn = c.ExpiresOn,
                }),
            ]) with
        {
            OnOfstedList = false,
            HasGas = home.HasGas,
        };

        var saved = await provider.PutAsync<PremisesDto>($"/api/premises/{home.Id}", unlisted);
        await portal.DrainOutboxAsync();
        await provider.PutAsync<PremisesDto>(
            $"/api/premises/{home.Id}", unlisted with { OnOfstedList = true, Version = saved.Version });

        var mail = (await portal.Services.GetRequiredService<PickupFolder>().GetListAsync(CancellationToken.None))
            .First(m => m.Subject == "The home of a placement was changed" && m.Body.Contains(placement.Reference, StringComparison.Ordinal));
        mail.Body.ShouldContain("whether Ofsted was told of it");
        mail.Body.ShouldNotContain(home.AddressLine);
    }

    [Fact]
    public async Task A_bidder_is_told_which_of_its_rooms_are_promised_and_may_bid_them()
    {
        var room = Room(7);
        await portal.AwardedAsync(portal.NorthwickVale, LanternRow, room, weeks: 26);
        var callOff = await portal.PublishedAsync(portal.Kingsferry, weeks: 26);
        await portal.BidAsync(callOff, LanternRow, room, 0, 100_000);
        await portal.BidAsync(callOff, portal.Copperleaf, portal.HomeOf(portal.Copperleaf).Places[1].Id, 0, 100_000);

        var sent = await OpportunityAsync(LanternRow, callOff);
        await (await portal.ProviderAsync(LanternRow)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff.Id}/bid",
            portal.BidInput(LanternRow, 90_000, sent.Bid!.Version) with { PlaceId = room });
        var told = await OpportunityAsync(LanternRow, callOff);
        var other = await OpportunityAsync(portal.Copperleaf, callOff);

        var name = portal.HomeOf(LanternRow).Places[7].Name;
        told.StandingWarnings.ShouldBe(
            [$"{name} in {portal.HomeOf(LanternRow).Name} is promised to somebody until {Day(182)}."]);
        foreach (var read in new[] { sent, told })
        {
            read.PromisedPlaces.ShouldContain(new PromisedPlaceDto(room, $"from {Day(0)} to {Day(182)}"));
        }

        sent.StandingWarnings.ShouldBeEmpty("what was sent is sealed, and which room it offers with it");
        told.Bid!.State.ShouldBe(BidState.Submitted);
        other.StandingWarnings.ShouldBeEmpty();
        other.PromisedPlaces.ShouldNotContain(p => p.PlaceId == room);
    }

    private Guid Room(int number) => portal.HomeOf(LanternRow).Places[number].Id;

    /// <summary>As a sentence has it.</summary>
    private static string Day(int day) =>
        FreeFrom.AddDays(day).ToString("d MMMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    private static Nights Stay(int first, int leaves) => new(FreeFrom.AddDays(first), FreeFrom.AddDays(leaves));

    private async Task<OpportunityDto> OpportunityAsync(TestOrganisation provider, CallOffDto callOff) =>
        await (await portal.ProviderAsync(provider)).GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}");

    private async Task<PlacementDto> PlacedAsync(TestOrganisation authority, Guid room, int weeks)
    {
        var awarded = await portal.AwardedAsync(authority, LanternRow, room, weeks: weeks);
        await portal.DrainOutboxAsync();
        return await PlacementOfAsync(authority, awarded);
    }

    private async Task<PlacementDto> PlacementOfAsync(TestOrganisation authority, CallOffDto awarded)
    {
        var approver = await portal.ApproverOf(authority);
        var found = await approver.GetAsync<PagedResult<PlacementListItemDto>>(
            $"/api/placements?callOffId={awarded.Id}");
        return await approver.GetAsync<PlacementDto>($"/api/placements/{found.Items.ShouldHaveSingleItem().Id}");
    }

    private async Task<PortalAnswer> EndAsync(TestOrganisation authority, PlacementDto placement, int day) =>
        await (await portal.ApproverOf(authority)).PostAsync($"/api/placements/{placement.Id}/end", new EndPlacementDto
        {
            EndsOn = FreeFrom.AddDays(day),
            Reason = EndReason.CarePlan,
            AsPlanned = false,
            Version = placement.Version,
        });
}
