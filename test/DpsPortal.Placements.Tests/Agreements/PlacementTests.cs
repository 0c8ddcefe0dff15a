using DpsPortal.Framework.Domain;
using DpsPortal.Placements.Agreements;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;
using static DpsPortal.Placements.Agreements.PriceChangeReason;

namespace DpsPortal.Placements.Tests.Agreements;

public sealed class PlacementTests
{
    private static readonly WeeklyAmounts Lower = new(700_00, 200_00, 0, 0);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 178_57)]
    [InlineData(7, 1_250_00)]
    [InlineData(9, 1_607_14)]
    [InlineData(10, 1_785_71)]
    [InlineData(11, 1_964_29)]
    public void Fact_22_ten_nights_at_1250_00_a_week_cost_1785_71_and_a_night_more_or_less_its_share(
        int nights, long pence) =>
        A.Placement(plannedEnd: A.Start.AddDays(nights)).Charge().PeriodPence.ShouldBe(pence);

    [Fact]
    public void A_new_price_holds_from_its_day_and_earlier_nights_keep_theirs()
    {
        var placement = A.Placement();

        placement.SetPrice(A.Start.AddDays(28), Lower, SupportReduced);

        placement.Charge().Segments.Select(s => (s.Nights, s.WeeklyPence))
            .ShouldBe([(28, 1_250_00L), (56, 900_00L)]);
    }

    [Theory]
    [InlineData(-1, PlacementsErrorCodes.PriceBeforeStart)]
    [InlineData(0, PlacementsErrorCodes.PriceDateTaken)]
    [InlineData(1, null)]
    [InlineData(83, null)]
    [InlineData(84, PlacementsErrorCodes.PriceAfterEnd)]
    public void A_new_price_begins_on_a_night_of_its_own_within_the_placement(int day, string? code)
    {
        var placement = A.Placement();

        var refusal = Record.Exception(() => placement.SetPrice(A.Start.AddDays(day), Lower, AnnualUplift));

        (refusal as BusinessException)?.Code.ShouldBe(code);
        placement.Prices.Count.ShouldBe(code is null ? 2 : 1);
        placement.Variations.ShouldBe(code is null ? 1 : 0);
    }

    [Fact]
    public void A_correction_takes_the_place_of_the_price_of_its_day_and_is_no_variation()
    {
        var placement = A.Placement();

        placement.SetPrice(A.Start, Lower, Correction);

        var price = placement.Prices.ShouldHaveSingleItem();
        price.Amounts.ShouldBe(Lower);
        price.Variation.ShouldBeFalse();
    }

    [Fact]
    public void Turning_18_moves_later_nights_into_the_next_age_band()
    {
        var placement = A.Placement();

        placement.SetPrice(A.Start.AddDays(40), Lower, Turned18);

        placement.Prices.OrderBy(p => p.StartsOn).Select(p => p.AgeBand)
            .ShouldBe([AgeBand.From16To17, AgeBand.From18To20]);
        placement.AgeBandNow.ShouldBe(AgeBand.From18To20);
    }

    [Fact]
    public void Nobody_turns_18_twice()
    {
        var placement = A.Placement();
        placement.SetPrice(A.Start.AddDays(40), Lower, Turned18);

        var refusal = Should.Throw<BusinessException>(
            () => placement.SetPrice(A.Start.AddDays(50), Lower, Turned18));

        refusal.Code.ShouldBe(PlacementsErrorCodes.NotSixteenOrSeventeen);
    }

    [Fact]
    public void A_price_change_is_remembered_with_the_price_before_the_price_after_and_the_reason()
    {
        var placement = A.Placement();
        placement.ClearRecorded();

        placement.SetPrice(A.Start.AddDays(28), Lower, SupportReduced);

        placement.AuditEntries.Select(e => e.Action).ShouldBe(["ProposePrice", "ConfirmPrice"]);
        placement.AuditEntries.ShouldAllBe(e => e.Before == "£1250.00 a week from 2026-06-01"
            && e.After == "£900.00 a week from 2026-06-29" && e.Reason == "SupportReduced");
    }

    [Fact]
    public void A_proposed_price_charges_nothing_until_another_person_confirms_it()
    {
        var placement = A.Placement();
        var before = placement.Charge().PeriodPence;

        Propose(placement, A.Start.AddDays(28));

        placement.State.ShouldBe(PlacementState.PriceProposed);
        placement.Charge().PeriodPence.ShouldBe(before);
        placement.Prices.Count.ShouldBe(1);

        placement.ConfirmPrice(PlacementPrices.Confirmer, "Placements approver", PlacementPrices.Now);

        placement.State.ShouldBe(PlacementState.Agreed);
        placement.Proposed.ShouldBeNull();
        placement.Prices.Count.ShouldBe(2);
    }

    [Fact]
    public void Whoever_proposed_a_price_does_not_confirm_it()
    {
        var placement = A.Placement();
        Propose(placement, A.Start.AddDays(28));

        var refusal = Should.Throw<BusinessException>(() => placement.ConfirmPrice(
            PlacementPrices.Proposer, "Placements officer", PlacementPrices.Now));

        refusal.Code.ShouldBe(PlacementsErrorCodes.OwnPrice);
        (placement.State, placement.Prices.Count).ShouldBe((PlacementState.PriceProposed, 1));
    }

    [Fact]
    public void A_price_that_is_sent_back_changes_nothing_and_another_may_be_proposed()
    {
        var placement = A.Placement();
        Propose(placement, A.Start.AddDays(28));

        placement.SendBackPrice(Guid.CreateVersion7(), "Placements approver", PlacementPrices.Now, "The hours stay as they are.");
        Propose(placement, A.Start.AddDays(35));

        placement.Proposals.Select(p => p.Outcome).ShouldBe([PriceOutcome.SentBack, null]);
        placement.Prices.ShouldHaveSingleItem();
        placement.Variations.ShouldBe(0);
    }

    [Fact]
    public void The_end_drops_the_price_that_waits()
    {
        var placement = A.Placement();
        Propose(placement, A.Start.AddDays(28));

        placement.End(A.Start.AddDays(40), EndReason.CarePlan, true, "Placements approver", PlacementPrices.Now);

        placement.Proposed.ShouldBeNull();
        placement.Proposals.ShouldHaveSingleItem().Outcome.ShouldBe(PriceOutcome.Dropped);
        placement.Charge().Segments.ShouldHaveSingleItem().WeeklyPence.ShouldBe(1_250_00L);
    }

    [Theory]
    [InlineData(-1, true, 0)]
    [InlineData(0, false, 0)]
    [InlineData(1, false, 1)]
    [InlineData(84, false, 84)]
    public void A_placement_ends_on_or_after_its_first_day_and_the_night_of_leaving_is_free(
        int day, bool refused, int nights)
    {
        var placement = A.Placement();

        var refusal = Record.Exception(() => placement.End(A.Start.AddDays(day), EndReason.CarePlan, true, "Approver", PlacementPrices.Now));

        (refusal is BusinessException { Code: PlacementsErrorCodes.EndBeforeStart }).ShouldBe(refused);
        if (!refused)
        {
            placement.Charge().Nights.ShouldBe(nights);
        }
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_placement_ends_by_its_planned_end_and_later_only_once_two_people_have_extended_it(
        int daysAfter, bool refused)
    {
        var placement = A.Placement();

        var refusal = Record.Exception(() => placement.End(
            placement.PlannedEndOn.AddDays(daysAfter), EndReason.CarePlan, false, "Approver", PlacementPrices.Now));

        (refusal is BusinessException { Code: PlacementsErrorCodes.EndTooLate }).ShouldBe(refused);
        (placement.EndedOn is null).ShouldBe(refused);
    }

    [Theory]
    [InlineData(-1, PlacementsErrorCodes.NotLonger)]
    [InlineData(0, PlacementsErrorCodes.NotLonger)]
    [InlineData(1, null)]
    [InlineData(366, null)]
    [InlineData(367, PlacementsErrorCodes.ExtensionTooLong)]
    public void A_stay_is_made_longer_by_up_to_a_year_at_a_time(int days, string? code)
    {
        var placement = A.Placement();

        var refusal = Record.Exception(() => Extend(placement, days));

        (refusal as BusinessException)?.Code.ShouldBe(code);
        placement.Charge().Nights.ShouldBe(code is null ? 84 + days : 84);
    }

    [Fact]
    public void A_longer_stay_is_charged_at_the_price_of_its_last_night()
    {
        var placement = A.Placement();
        placement.SetPrice(A.Start.AddDays(28), Lower, SupportReduced);

        Extend(placement, 7);

        placement.Charge().Segments.Select(s => (s.Nights, s.WeeklyPence))
            .ShouldBe([(28, 1_250_00L), (63, 900_00L)]);
    }

    [Fact]
    public void A_longer_stay_that_one_person_proposes_costs_nothing_until_another_confirms_it()
    {
        var placement = A.Placement();
        placement.ProposeExtension(
            A.PlannedEnd.AddDays(7), PlacementPrices.Proposer, "Placements officer", PlacementPrices.Now);

        var refusal = Should.Throw<BusinessException>(() => placement.ConfirmExtension(PlacementPrices.Proposer));

        refusal.Code.ShouldBe(PlacementsErrorCodes.OwnExtension);
        (placement.State, placement.Charge().Nights).ShouldBe((PlacementState.ExtensionProposed, 84));

        placement.ConfirmExtension(PlacementPrices.Confirmer);

        (placement.State, placement.Extension, placement.Charge().Nights).ShouldBe((PlacementState.Agreed, null, 91));
    }

    [Fact]
    public void The_end_drops_the_longer_stay_that_waits()
    {
        var placement = A.Placement();
        placement.ProposeExtension(
            A.PlannedEnd.AddDays(7), PlacementPrices.Proposer, "Placements officer", PlacementPrices.Now);

        placement.End(A.Start.AddDays(40), EndReason.CarePlan, true, "Placements approver", PlacementPrices.Now);

        (placement.State, placement.Extension, placement.Charge().Nights).ShouldBe((PlacementState.Ended, null, 40));
    }

    [Fact]
    public void An_end_that_is_taken_back_leaves_what_was_planned_and_may_be_recorded_anew()
    {
        var placement = A.Placement();
        placement.End(A.Start.AddDays(40), EndReason.CarePlan, true, "Placements approver", PlacementPrices.Now);

        placement.TakeBackEnd("Another placement was meant.");

        (placement.EndedOn, placement.EndReason, placement.EndedAsPlanned).ShouldBe((null, null, null));
        placement.Charge().Nights.ShouldBe(84);

        placement.End(A.Start.AddDays(50), EndReason.OwnTenancy, true, "Placements approver", PlacementPrices.Now);

        placement.Charge().Nights.ShouldBe(50);
    }

    [Fact]
    public void An_agreement_cannot_end_before_it_begins() =>
        Should.Throw<BusinessException>(() => A.Placement(plannedEnd: A.Start.AddDays(-1)))
            .Code.ShouldBe(PlacementsErrorCodes.EndBeforeStart);

    [Fact]
    public void References_are_random_and_free_of_letters_that_are_mistaken_for_digits()
    {
        var references = Enumerable.Range(0, 500).Select(_ => PlacementReference.New()).ToList();

        references.Distinct().Count().ShouldBe(500);
        references.ShouldAllBe(r => r.Length == 11 && r.StartsWith("P-") && !r.Any(c => "ILOU".Contains(c)));
    }

    private static void Extend(Placement placement, int days)
    {
        placement.ProposeExtension(
            A.PlannedEnd.AddDays(days), PlacementPrices.Proposer, "Placements officer", PlacementPrices.Now);
        placement.ConfirmExtension(PlacementPrices.Confirmer);
    }

    private static void Propose(Placement placement, DateOnly from) => placement.ProposePrice(
        from, Lower, SupportReduced, PlacementPrices.Proposer, "Placements officer", PlacementPrices.Now);
}
