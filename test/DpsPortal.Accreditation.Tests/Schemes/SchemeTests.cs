using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Schemes;

public sealed class SchemeTests
{
    private static readonly DateTime LastMomentToChange = new(2026, 2, 23, 23, 59, 59, DateTimeKind.Utc);
    private static readonly DateTime LastMomentOfAll = new(2029, 2, 23, 23, 59, 59, DateTimeKind.Utc);

    [Theory]
    [InlineData(Regime.PcrDps)]
    [InlineData(Regime.PcrLightTouch)]
    public void Fact_01_a_contract_notice_of_23_February_2025_is_in_time(Regime regime) =>
        An.Scheme(Noticed(regime, new DateOnly(2025, 2, 23))).ContractNoticeDate.ShouldBe(new DateOnly(2025, 2, 23));

    [Theory]
    [InlineData(Regime.PcrDps, 24)]
    [InlineData(Regime.PcrLightTouch, 24)]
    [InlineData(Regime.PcrDps, 25)]
    public void Fact_01_a_contract_notice_of_24_February_2025_or_later_is_refused(Regime regime, int day) =>
        Should.Throw<BusinessException>(() => An.Scheme(Noticed(regime, new DateOnly(2025, 2, day))))
            .Code.ShouldBe(AccreditationErrorCodes.NoticeAfterRepeal);

    [Theory]
    [InlineData(Regime.PcrDps)]
    [InlineData(Regime.PcrLightTouch)]
    public void Fact_01_validity_can_be_changed_until_the_end_of_23_February_2026(Regime regime)
    {
        var scheme = An.Scheme(An.Terms(regime));

        scheme.ChangeValidity(new DateOnly(2029, 2, 23), "Option taken", LastMomentToChange);

        scheme.EndsOn.ShouldBe(new DateOnly(2029, 2, 23));
    }

    [Theory]
    [InlineData(Regime.PcrDps)]
    [InlineData(Regime.PcrLightTouch)]
    public void Fact_01_from_24_February_2026_validity_cannot_be_changed(Regime regime)
    {
        var scheme = An.Scheme(An.Terms(regime));
        var before = scheme.EndsOn;

        var refusal = Should.Throw<BusinessException>(
            () => scheme.ChangeValidity(new DateOnly(2028, 1, 1), "Option taken", LastMomentToChange.AddSeconds(1)));

        refusal.Code.ShouldBe(AccreditationErrorCodes.ValidityFrozen);
        scheme.EndsOn.ShouldBe(before);
    }

    [Theory]
    [InlineData(Regime.PcrDps)]
    [InlineData(Regime.PcrLightTouch)]
    public void Fact_01_no_scheme_ends_after_23_February_2029(Regime regime)
    {
        An.Scheme(An.Terms(regime) with { EndsOn = new DateOnly(2029, 2, 23) }).EndsOn.Day.ShouldBe(23);

        Should.Throw<BusinessException>(() => An.Scheme(An.Terms(regime) with { EndsOn = new DateOnly(2029, 2, 24) }))
            .Code.ShouldBe(AccreditationErrorCodes.EndsTooLate);
        Should.Throw<BusinessException>(() => An.Scheme(An.Terms(regime))
                .ChangeValidity(new DateOnly(2029, 2, 24), "Too far", LastMomentToChange))
            .Code.ShouldBe(AccreditationErrorCodes.EndsTooLate);
    }

    [Theory]
    [InlineData(Regime.PcrDps)]
    [InlineData(Regime.PcrLightTouch)]
    public void Fact_01_from_24_February_2029_nobody_applies(Regime regime)
    {
        var scheme = An.Scheme(An.Terms(regime) with { EndsOn = new DateOnly(2029, 2, 23) });

        An.Draft(scheme, LastMomentOfAll).SchemeId.ShouldBe(scheme.Id);
        Should.Throw<BusinessException>(() => An.Draft(scheme, LastMomentOfAll.AddSeconds(1)))
            .Code.ShouldBe(AccreditationErrorCodes.SchemeClosed);
    }

    [Fact]
    public void Fact_01_a_draft_begun_in_time_cannot_be_submitted_too_late()
    {
        var scheme = An.Scheme(An.Terms() with { EndsOn = new DateOnly(2029, 2, 23) });
        var application = An.Draft(scheme, LastMomentOfAll);

        Should.Throw<BusinessException>(() => application.Submit([], scheme, LastMomentOfAll.AddSeconds(1)))
            .Code.ShouldBe(AccreditationErrorCodes.SchemeClosed);

        application.SubmittedAt.ShouldBeNull();
    }

    [Fact]
    public void A_scheme_takes_applications_from_its_first_day_to_its_last()
    {
        var scheme = An.Scheme();

        scheme.IsOpenToJoin(new DateTime(2020, 7, 31, 22, 59, 59, DateTimeKind.Utc)).ShouldBeFalse();
        scheme.IsOpenToJoin(new DateTime(2020, 7, 31, 23, 0, 0, DateTimeKind.Utc)).ShouldBeTrue();
        scheme.IsOpenToJoin(new DateTime(2028, 2, 11, 23, 59, 59, DateTimeKind.Utc)).ShouldBeTrue();
        scheme.IsOpenToJoin(new DateTime(2028, 2, 12, 0, 0, 0, DateTimeKind.Utc)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(Regime.PcrDps)]
    [InlineData(Regime.Pa23DynamicMarket)]
    public void Fact_03_a_dps_and_a_dynamic_market_hold_no_limit_of_members(Regime regime)
    {
        An.Scheme(An.Terms(regime)).MostMembers.ShouldBeNull();

        Should.Throw<BusinessException>(() => An.Scheme(An.Terms(regime) with { MostMembers = 1 }))
            .Code.ShouldBe(AccreditationErrorCodes.MembersUnlimited);
    }

    [Theory]
    [InlineData(Regime.PcrLightTouch)]
    [InlineData(Regime.Pa23OpenFramework)]
    public void Fact_03_where_the_notice_may_state_a_number_of_members_it_is_kept(Regime regime) =>
        An.Scheme(An.Terms(regime) with { MostMembers = 1 }).MostMembers.ShouldBe(1);

    [Fact]
    public void Fact_03_no_lot_can_hold_a_limit_of_members()
    {
        Type[] types = [typeof(Lot), typeof(LotDto), typeof(LotTermsDto), typeof(RecordLotDto)];
        string[] words = ["Max", "Cap", "Limit", "Ceiling", "Quota", "MostMembers"];

        types.SelectMany(t => t.GetProperties()).Select(p => p.Name)
            .Where(name => words.Any(w => name.Contains(w, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Fact]
    public void Fact_07_a_dynamic_purchasing_system_has_no_fee()
    {
        Should.Throw<BusinessException>(() => An.Scheme(An.Terms() with { AwardFeeBasisPoints = 1 }))
            .Code.ShouldBe(AccreditationErrorCodes.FeeForbidden);
        var scheme = An.Scheme();

        Should.Throw<BusinessException>(() => scheme.SetAwardFee(1))
            .Code.ShouldBe(AccreditationErrorCodes.FeeForbidden);

        scheme.AwardFeeBasisPoints.ShouldBeNull();
        scheme.SetAwardFee(null);
    }

    [Fact]
    public void A_light_touch_scheme_may_have_the_fee_its_notice_states()
    {
        var scheme = An.Scheme(An.Terms(Regime.PcrLightTouch));

        scheme.SetAwardFee(50);

        scheme.AwardFeeBasisPoints.ShouldBe(50);
    }

    [Fact]
    public void A_dynamic_purchasing_system_takes_applications_at_any_time_and_knows_no_light_touch_times()
    {
        Should.Throw<InvalidInputException>(
            () => An.Scheme(An.Terms() with { AdmissionMode = AdmissionMode.Windowed }));
        Should.Throw<InvalidInputException>(
            () => An.Scheme(An.Terms() with { TenderTimeBasis = TenderTimeBasis.LightTouchPublished }));
    }

    [Theory]
    [InlineData(typeof(Lot))]
    public void What_was_published_with_a_scheme_cannot_be_changed(Type type) =>
        type.GetProperties().Where(p => p.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers()
            .Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))).ShouldBeEmpty();

    private static RecordSchemeDto Noticed(Regime regime, DateOnly on) =>
        An.Terms(regime) with { ContractNoticeDate = on, StartsOn = new DateOnly(2025, 3, 1) };
}
