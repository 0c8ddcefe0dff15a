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
                    input.Lines[0],
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

    public static TheoryData<string, string> WrongDrafts() => new()
    {
        { "a week a penny above the published limit", "lines" },
        { "a week a penny above the rate card", "lines[0].weeklyPence" },
        { "a week that no home costs", "lines[0].weeklyPence" },
        { "an hour a penny above the rate card", "lines[1].ratePence" },
        { "a week of 168.01 hours", "lines[1].hoursPerWeek" },
        { "a week of 7.01 nights", "lines[3].nightsPerWeek" },
        { "a hundredth of an hour less than the need asks for", "lines[1].hoursPerWeek" },
        { "hours with three decimals", "lines[1].hoursPerWeek" },
        { "a set-up a penny above the rate card", "setUpPence" },
        { "a set-up that no home costs", "setUpPence" },
        { "an answer a character too long", "answers.match" },
        { "a day before it was published", "availableFrom" },
        { "a day too late", "availableFrom" },
        { "a rival's home", "premisesId" },
    };

    [Theory, MemberData(nameof(WrongDrafts))]
    public async Task A_draft_is_kept_whatever_is_wrong_with_it_and_submission_refuses_it_at_its_field(
        string wrong, string field)
    {
        var callOff = await portal.PublishAsync(await portal.DraftAsync(ceiling: 160_000));
        var provider = await portal.ProviderAsync(portal.LanternRow);
        var input = Wrong(portal.BidInput(portal.LanternRow, 100_000), wrong);

        var saved = await provider.PutAsync<BidDto>($"/api/opportunities/{callOff.Id}/bid", input);
        var refused = await portal.SubmitAsync(callOff.Id, portal.LanternRow, saved);

        var kept = (await provider.GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}")).Bid!;
        kept.Lines.ShouldBe(input.Lines);
        kept.Answers.ShouldBe(input.Answers);
        (kept.SetUpPence, kept.AvailableFrom, kept.PremisesId).ShouldBe(
            (input.SetUpPence, input.AvailableFrom, input.PremisesId));
        kept.Problems.Select(p => p.Field).ShouldContain(field);
        refused.Status.ShouldBe(HttpStatusCode.BadRequest, refused.Text);
        refused.Problem.Errors.Keys.ShouldContain(field);
        (await portal.CountAsync(portal.LanternRow, $"tendering.bid_versions where call_off_id = '{callOff.Id}'"))
            .ShouldBe(0);
    }

    [Theory]
    [InlineData(159_999, true)]
    [InlineData(160_000, true)]
    [InlineData(160_001, false)]
    public async Task A_price_is_submitted_up_to_the_published_limit_and_saved_above_it(long weeklyPence, bool submitted)
    {
        var callOff = await portal.PublishAsync(await portal.DraftAsync(ceiling: 160_000));
        var saved = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, weeklyPence);

        var answer = await portal.SubmitAsync(callOff.Id, portal.LanternRow, saved);

        saved.TotalWeeklyPence.ShouldBe(weeklyPence);
        saved.Problems.Count.ShouldBe(submitted ? 0 : 1);
        answer.IsSuccess.ShouldBe(submitted, answer.Text);
    }

    [Theory]
    [InlineData(169_999, true)]
    [InlineData(170_000, true)]
    [InlineData(170_001, false)]
    public async Task A_price_is_submitted_up_to_the_rate_card_and_saved_above_it(long weeklyPence, bool submitted)
    {
        var callOff = await portal.PublishedAsync();
        var saved = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, weeklyPence);

        var answer = await portal.SubmitAsync(callOff.Id, portal.LanternRow, saved);

        saved.TotalWeeklyPence.ShouldBe(weeklyPence);
        answer.IsSuccess.ShouldBe(submitted, answer.Text);
    }

    [Fact]
    public async Task An_answer_of_the_greatest_length_and_a_day_of_publication_are_taken()
    {
        var callOff = await portal.PublishedAsync();
        var input = portal.BidInput(portal.LanternRow, 100_000);
        var saved = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff.Id}/bid",
            input with
            {
                Answers = [input.Answers[0] with { Text = new string('a', 6_000) }, .. input.Answers.Skip(1)],
                AvailableFrom = DateOnly.FromDateTime(callOff.PublishedAt!.Value),
            });

        var answer = await portal.SubmitAsync(callOff.Id, portal.LanternRow, saved);

        answer.IsSuccess.ShouldBeTrue(answer.Text);
    }

    [Fact]
    public async Task An_empty_price_is_kept_and_asked_for_at_its_field()
    {
        var callOff = await portal.PublishedAsync();
        var input = portal.BidInput(portal.LanternRow, 1);
        var saved = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff.Id}/bid", input with
            {
                Lines = [input.Lines[0] with { WeeklyPence = null }, .. input.Lines.Skip(1)],
            });

        var refused = await portal.SubmitAsync(callOff.Id, portal.LanternRow, saved);

        refused.Problem.Code.ShouldBe(TenderingErrorCodes.BidIncomplete);
        refused.Problem.Errors.Keys.ShouldBe(["lines"]);
    }

    [Fact]
    public async Task A_bid_that_does_not_price_the_support_asked_for_is_kept_and_not_submitted()
    {
        var callOff = await portal.PublishedAsync();
        var input = portal.BidInput(portal.LanternRow, 1);
        var saved = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff.Id}/bid", input with { Lines = [input.Lines[0]] });

        var refused = await portal.SubmitAsync(callOff.Id, portal.LanternRow, saved);

        refused.Problem.Code.ShouldBe(TenderingErrorCodes.BidIncomplete);
        refused.Problem.Errors["lines.core"].ShouldBe(
            ["The need asks for 10 hours of core support a week. Add it to the price."]);
        refused.Problem.Errors["lines.additional"].ShouldBe(
            ["The need asks for 5 hours of one-to-one support a week. Add it to the price."]);
    }

    [Fact]
    public async Task A_home_of_another_kind_than_is_sought_is_refused_before_the_bid_is_sent()
    {
        var callOff = await portal.PublishedAsync();
        var home = portal.HomeOf(portal.LanternRow);
        await portal.ExecuteAsync($"update property.premises set category = 'SelfContained' where id = '{home.Id}'");
        try
        {
            var saved = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
            var refused = await portal.SubmitAsync(callOff.Id, portal.LanternRow, saved);

            saved.Problems.Select(p => p.Field).ShouldBe(["premisesId"]);
            refused.Problem.Errors.Keys.ShouldBe(["premisesId"]);
        }
        finally
        {
            await portal.ExecuteAsync(
                $"update property.premises set category = '{home.Category}' where id = '{home.Id}'");
        }
    }

    private SaveBidDto Wrong(SaveBidDto bid, string wrong)
    {
        SaveBidDto WithLine(PriceLineKind kind, decimal? hours, decimal? nights, long rate) => bid with
        {
            Lines =
            [
                .. bid.Lines.TakeWhile(line => line.Kind != kind),
                new PriceLineDto { Kind = kind, HoursPerWeek = hours, NightsPerWeek = nights, RatePence = rate },
                .. bid.Lines.SkipWhile(line => line.Kind != kind).Skip(1),
            ],
        };
        SaveBidDto WithWeek(long pence) =>
            bid with { Lines = [bid.Lines[0] with { WeeklyPence = pence }, .. bid.Lines.Skip(1)] };
        return wrong switch
        {
            "a week a penny above the published limit" => WithWeek(160_001),
            "a week a penny above the rate card" => WithWeek(170_001),
            "a week that no home costs" => WithWeek(99_999_999_999),
            "an hour a penny above the rate card" => WithLine(PriceLineKind.Core, 10, null, 3_001),
            "a week of 168.01 hours" => WithLine(PriceLineKind.Core, 168.01m, null, 1),
            "a week of 7.01 nights" => WithLine(PriceLineKind.SleepIn, null, 7.01m, 1),
            "a hundredth of an hour less than the need asks for" => WithLine(PriceLineKind.Core, 9.99m, null, 1),
            "hours with three decimals" => WithLine(PriceLineKind.Core, 10.005m, null, 1),
            "a set-up a penny above the rate card" => bid with { SetUpPence = 50_001 },
            "a set-up that no home costs" => bid with { SetUpPence = 99_999_999_999 },
            "an answer a character too long" => bid with
            {
                Answers = [bid.Answers[0] with { Text = new string('a', 6_001) }, .. bid.Answers.Skip(1)],
            },
            "a day before it was published" => bid with { AvailableFrom = TenderingFixture.Needs.MoveInFrom.AddDays(-1) },
            "a day too late" => bid with { AvailableFrom = new DateOnly(9999, 12, 31) },
            _ => bid with
            {
                PremisesId = portal.HomeOf(portal.Copperleaf).Id,
                PlaceId = portal.HomeOf(portal.Copperleaf).Places[0].Id,
            },
        };
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
            $"/api/opportunities/{callOff.Id}/bid", input with { Lines = [input.Lines[0], line] });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe([$"lines[1].{field}"]);
    }

    [Theory]
    [InlineData(28, true)]
    [InlineData(29, false)]
    public async Task A_place_is_free_at_the_latest_four_weeks_after_the_last_day_to_move_in(int days, bool taken)
    {
        var callOff = await portal.PublishedAsync();
        var saved = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff.Id}/bid",
            portal.BidInput(portal.LanternRow, 1_000) with { AvailableFrom = TenderingFixture.Needs.MoveInBy.AddDays(days) });

        var answer = await portal.SubmitAsync(callOff.Id, portal.LanternRow, saved);

        answer.IsSuccess.ShouldBe(taken, answer.Text);
        saved.Problems.Select(p => p.Field).ShouldBe(taken ? [] : ["availableFrom"]);
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
    public async Task One_press_gives_one_version_however_often_it_arrives()
    {
        var callOff = await portal.PublishedAsync();
        var bid = await portal.SaveBidAsync(callOff.Id, portal.LanternRow, 100_000);
        var key = Guid.NewGuid().ToString();

        var answers = await Task.WhenAll(Enumerable.Range(0, 12)
            .Select(_ => portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key)));
        var otherBody = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid, key, total: 1);

        answers.Select(a => a.Read<BidReceiptDto>().AsKept()).Distinct().ShouldHaveSingleItem().BidVersion.ShouldBe(1);
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
    public async Task A_line_without_its_hours_or_its_rate_is_missed_at_the_field_that_is_empty()
    {
        var callOff = await portal.PublishedAsync();
        var input = portal.BidInput(portal.LanternRow, 100_000);
        PriceLineDto[] lines =
        [
            .. input.Lines.Select(line => line.Kind switch
            {
                PriceLineKind.Core => line with { HoursPerWeek = null },
                PriceLineKind.Additional => line with { RatePence = null },
                _ => line,
            }),
            new PriceLineDto { Kind = PriceLineKind.SleepIn },
        ];

        var bid = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff.Id}/bid", input with { Lines = lines });

        bid.Missing.Select(m => m.Field).ShouldBe(
            ["lines[1].hoursPerWeek", "lines[2].ratePence", "lines[3].nightsPerWeek", "lines[3].ratePence"]);
    }

    [Fact]
    public async Task Where_no_home_is_chosen_the_home_alone_is_asked_for()
    {
        var callOff = await portal.PublishedAsync();

        var bid = await (await portal.ProviderAsync(portal.LanternRow)).PutAsync<BidDto>(
            $"/api/opportunities/{callOff.Id}/bid",
            portal.BidInput(portal.LanternRow, 100_000) with { PremisesId = null, PlaceId = null });
        var refused = await portal.SubmitAsync(callOff.Id, portal.LanternRow, bid);

        bid.Missing.Select(m => m.Message).ShouldBe(["Choose which room you offer."]);
        refused.Problem.Errors.Keys.ShouldBe(["premisesId"]);
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
