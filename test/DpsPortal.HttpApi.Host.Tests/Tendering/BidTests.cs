using System.Net;
using DpsPortal.Organisations.People;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

public sealed class BidTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task Fact_22_the_server_computes_the_price_and_refuses_another_total()
    {
        var callOff = await portal.PublishedAsync();
        var input = portal.BidInput(portal.LanternRow, 42_000);
        var bid = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff.Id}/bid",
            input with
            {
                Lines =
                [
                    .. input.Lines,
                    new PriceLineDto { Kind = PriceLineKind.Core, HoursPerWeek = 10, RatePence = 2_800 },
                    new PriceLineDto { Kind = PriceLineKind.Additional, HoursPerWeek = 15, RatePence = 2_450 },
                ],
                SetUpPence = 30_000,
            });

        var mismatch = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, total: 106_749);
        var receipt = (await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, total: 106_750)).Read<BidReceiptDto>();

        bid.LinePence.ShouldBe([42_000, 28_000, 36_750]);
        bid.TotalWeeklyPence.ShouldBe(106_750);
        bid.WholeTermPence.ShouldBe((106_750 * 26) + 30_000);
        mismatch.Problem.Code.ShouldBe(TenderingErrorCodes.TotalMismatch);
        receipt.TotalWeeklyPence.ShouldBe(106_750);
    }

    [Fact]
    public async Task A_price_above_the_rate_card_or_the_ceiling_is_refused_at_its_field()
    {
        var callOff = await portal.PublishAsync(await portal.DraftAsync(ceiling: 160_000));
        var provider = await portal.ProviderAsync(portal.LanternRow);
        var path = $"/api/opportunities/{callOff.Id}/bid";

        var aboveCard = await provider.PutAsync(path, portal.BidInput(portal.LanternRow, 170_001));
        var aboveCeiling = await provider.PutAsync(path, portal.BidInput(portal.LanternRow, 160_001));
        var setUp = await provider.PutAsync(
            path, portal.BidInput(portal.LanternRow, 160_000) with { SetUpPence = 50_001 });
        var atBoth = await provider.PutAsync(
            path, portal.BidInput(portal.LanternRow, 160_000) with { SetUpPence = 50_000 });

        aboveCard.Problem.Errors.Keys.ShouldContain("lines[0].weeklyPence");
        aboveCeiling.Problem.Errors.Keys.ShouldBe(["lines"]);
        setUp.Problem.Errors.Keys.ShouldBe(["setUpPence"]);
        atBoth.Status.ShouldBe(HttpStatusCode.OK, atBoth.Text);
    }

    [Theory]
    [InlineData(PriceLineKind.Core, "nightsPerWeek")]
    [InlineData(PriceLineKind.Additional, "nightsPerWeek")]
    [InlineData(PriceLineKind.WakingNight, "hoursPerWeek")]
    [InlineData(PriceLineKind.SleepIn, "hoursPerWeek")]
    [InlineData(PriceLineKind.Core, "weeklyPence")]
    public async Task Fact_22_a_quantity_in_a_field_that_its_kind_does_not_read_is_refused(PriceLineKind kind, string field)
    {
        var callOff = await portal.PublishedAsync();
        var input = portal.BidInput(portal.LanternRow, 1_000);
        var line = new PriceLineDto
        {
            Kind = kind,
            RatePence = 2_000,
            NightsPerWeek = field == "nightsPerWeek" ? 7 : null,
            HoursPerWeek = field == "hoursPerWeek" ? 7 : null,
            WeeklyPence = field == "weeklyPence" ? 1 : null,
        };

        var answer = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync(
            $"/api/opportunities/{callOff.Id}/bid", input with { Lines = [.. input.Lines, line] });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe([$"lines[1].{field}"]);
    }

    [Theory]
    [InlineData("2024-12-31", false)]
    [InlineData("2025-01-05", true)]
    [InlineData("2027-01-28", true)]
    [InlineData("2027-01-29", false)]
    [InlineData("9999-12-31", false)]
    public async Task A_place_is_free_at_the_latest_four_weeks_after_the_last_day_to_move_in(string date, bool taken)
    {
        var callOff = await portal.PublishedAsync();

        var answer = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync(
            $"/api/opportunities/{callOff.Id}/bid",
            portal.BidInput(portal.LanternRow, 1_000) with { AvailableFrom = DateOnly.Parse(date, null) });

        answer.IsSuccess.ShouldBe(taken, answer.Text);
        if (!taken)
        {
            answer.Problem.Errors.Keys.ShouldBe(["availableFrom"]);
        }
    }

    [Fact]
    public async Task A_kind_of_price_repeated_does_not_pass_the_rate_card_by()
    {
        var callOff = await portal.PublishedAsync();
        var once = portal.BidInput(portal.LanternRow, 100_000);
        var path = $"/api/opportunities/{callOff.Id}/bid";
        var provider = await portal.ProviderAsync(portal.LanternRow);

        var twice = await provider.PutAsync(path, once with { Lines = [.. once.Lines, once.Lines[0]] });
        var single = await provider.PutAsync(path, once);

        twice.Problem.Errors.Keys.ShouldBe([$"lines[{once.Lines.Count}].kind"]);
        single.Status.ShouldBe(HttpStatusCode.OK, single.Text);
    }

    [Fact]
    public async Task Input_that_no_text_or_list_can_hold_is_refused_as_bad_input()
    {
        var callOff = await portal.PublishedAsync();
        var provider = await portal.ProviderAsync(portal.LanternRow);
        var path = $"/api/opportunities/{callOff.Id}/bid";
        var input = portal.BidInput(portal.LanternRow, 100_000);

        var nullLine = await provider.PutAsync(path, input with { Lines = [null!] });
        var nullAnswer = await provider.PutAsync(path, input with { Answers = [null!] });
        var nul = await provider.PutAsync(path, input with
        {
            Answers = [new BidAnswerDto(input.Answers[0].CriterionId, "a\0b")],
        });
        var search = await (await portal.OfficerAsync).GetAsync("/api/call-offs?search=%00");

        new[] { nullLine, nullAnswer, nul, search }.Select(a => a.Status)
            .ShouldAllBe(status => status == HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_rivals_home_cannot_be_offered()
    {
        var callOff = await portal.PublishedAsync();
        var rival = portal.HomeOf(portal.Copperleaf);

        var answer = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync(
            $"/api/opportunities/{callOff.Id}/bid",
            portal.BidInput(portal.LanternRow, 100_000) with { PremisesId = rival.Id, PlaceId = rival.Places[0].Id });

        answer.Problem.Errors.Keys.ShouldBe(["premisesId", "placeId"], ignoreOrder: true);
    }

    [Fact]
    public async Task One_press_gives_one_version_however_often_it_arrives()
    {
        var callOff = await portal.PublishedAsync();
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12)
            .Select(_ => portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key)));
        var otherBody = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key, total: 1);

        answers.Select(a => a.Read<BidReceiptDto>()).Distinct().ShouldHaveSingleItem().BidVersion.ShouldBe(1);
        otherBody.Problem.Code.ShouldBe(TenderingErrorCodes.IdempotencyKeyReused);
        (await portal.CountAsync(portal.LanternRow, $"tendering.bid_versions where call_off_id = '{callOff.Id}'"))
            .ShouldBe(1);
    }

    [Fact]
    public async Task A_bid_is_replaced_and_withdrawn_until_the_deadline_and_each_version_is_kept()
    {
        var callOff = await portal.PublishedAsync();
        var provider = await portal.ProviderAsync(portal.LanternRow);
        var first = await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var read = await provider.GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}");
        var changed = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 90_000, read.Bid!.Version);

        var second = (await portal.SubmitAsync(callOff.Id, portal.LanternRow, changed)).Read<BidReceiptDto>();
        var withdrawn = await provider.PostAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}/bid/withdraw");

        (first.BidVersion, second.BidVersion).ShouldBe((1, 2));
        second.Sha256.ShouldNotBe(first.Sha256);
        withdrawn.Bid!.State.ShouldBe(BidState.Withdrawn);
        withdrawn.PermittedTriggers.ShouldBe([BidTrigger.Submit]);
    }

    [Fact]
    public async Task An_incomplete_bid_can_be_saved_and_not_submitted()
    {
        var callOff = await portal.PublishedAsync();
        var bid = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff.Id}/bid",
            portal.BidInput(portal.LanternRow, 100_000) with { Answers = [], NoCollusion = false, PlaceId = null });

        var refused = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid);

        bid.Missing.Select(m => m.Field).ShouldBe(
            ["placeId", "answers.match", "answers.staffing", "answers.move-in", "noCollusion"]);
        refused.Problem.Code.ShouldBe(TenderingErrorCodes.BidIncomplete);
    }

    [Fact]
    public async Task A_provider_that_was_not_invited_finds_nothing()
    {
        var callOff = await portal.PublishedAsync();
        var draft = await portal.DraftAsync();
        var rowanGate = new TestOrganisation(Guid.NewGuid(), "Rowan Gate", OrganisationKind.Provider);
        await portal.AddAsync(rowanGate);
        var outsider = await portal.ProviderAsync(rowanGate);

        foreach (var path in new[] { $"/api/opportunities/{callOff.Id}", $"/api/opportunities/{callOff.Id}/letter" })
        {
            (await outsider.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);
        }

        (await outsider.PutAsync($"/api/opportunities/{callOff.Id}/bid", portal.BidInput(portal.LanternRow, 1)))
            .Status.ShouldBe(HttpStatusCode.NotFound);
        (await (await portal.ProviderAsync(portal.LanternRow)).GetAsync($"/api/opportunities/{draft.Id}"))
            .Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
