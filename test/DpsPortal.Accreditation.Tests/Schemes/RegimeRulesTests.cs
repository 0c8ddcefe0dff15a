using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>Every row of domain §1.5 at, below and above its boundary.</summary>
public sealed class RegimeRulesTests
{
    private static readonly DateTime Received = new(2026, 12, 14, 9, 0, 0, DateTimeKind.Utc);

    public static TheoryData<Regime> Regimes => [.. Enum.GetValues<Regime>()];

    [Theory]
    [MemberData(nameof(Regimes))]
    public void Every_regime_says_every_subject_once_with_its_source(Regime regime)
    {
        var rows = RegimeRules.Of(regime).Rows;

        rows.Select(r => r.Subject).ShouldBe(Enum.GetValues<RegimeSubject>());
        rows.ShouldAllBe(r => r.Headline.Length > 0 && r.Rule.Length > 0);
        rows.ShouldAllBe(r => r.Source.Contains("reg") || r.Source.StartsWith("Procurement Act 2023, s"));
    }

    [Theory]
    [InlineData(Regime.PcrDps)]
    [InlineData(Regime.PcrLightTouch)]
    public void Fact_01_no_scheme_of_the_old_law_can_be_drafted(Regime regime) =>
        Should.Throw<BusinessException>(() => An.DraftScheme(An.Terms(regime)))
            .Code.ShouldBe(AccreditationErrorCodes.NewSchemeForbidden);

    [Theory]
    [InlineData(Regime.Pa23DynamicMarket)]
    [InlineData(Regime.Pa23OpenFramework)]
    public void Fact_01_a_notice_under_the_act_is_of_24_February_2025_or_later(Regime regime)
    {
        An.DraftScheme(An.Terms(regime) with { ContractNoticeDate = An.Commencement })
            .ContractNoticeDate.ShouldBe(An.Commencement);

        Should.Throw<BusinessException>(
                () => An.DraftScheme(An.Terms(regime) with { ContractNoticeDate = An.Commencement.AddDays(-1) }))
            .Code.ShouldBe(AccreditationErrorCodes.NoticeBeforeAct);
    }

    [Fact]
    public void Fact_01_an_open_framework_lasts_eight_years_and_no_day_longer()
    {
        var terms = An.Terms(Regime.Pa23OpenFramework);

        An.DraftScheme(terms with { EndsOn = new DateOnly(2034, 12, 30) }).EndsOn.ShouldBe(new DateOnly(2034, 12, 30));
        An.DraftScheme(terms with { EndsOn = new DateOnly(2034, 12, 31) }).EndsOn.ShouldBe(new DateOnly(2034, 12, 31));
        Should.Throw<BusinessException>(() => An.DraftScheme(terms with { EndsOn = new DateOnly(2035, 1, 1) }))
            .Code.ShouldBe(AccreditationErrorCodes.EndsTooLate);
    }

    [Fact]
    public void Fact_01_a_dynamic_market_lasts_as_long_as_its_notice_says_and_can_be_changed()
    {
        var scheme = An.DraftScheme(An.Terms(Regime.Pa23DynamicMarket) with { EndsOn = new DateOnly(2047, 1, 1) });

        scheme.ChangeValidity(new DateOnly(2050, 1, 1), "Needed longer", An.Now);

        scheme.EndsOn.ShouldBe(new DateOnly(2050, 1, 1));
    }

    [Theory]
    [InlineData(Regime.PcrDps, false)]
    [InlineData(Regime.PcrLightTouch, true)]
    [InlineData(Regime.Pa23DynamicMarket, true)]
    [InlineData(Regime.Pa23OpenFramework, true)]
    public void Fact_07_a_fee_is_only_a_share_on_award_and_never_of_a_dps(Regime regime, bool allowed)
    {
        var terms = An.Terms(regime) with { AwardFeeBasisPoints = 1 };

        if (allowed)
        {
            An.Scheme(terms).AwardFeeBasisPoints.ShouldBe(1);
        }
        else
        {
            Should.Throw<BusinessException>(() => An.Scheme(terms)).Code.ShouldBe(AccreditationErrorCodes.FeeForbidden);
        }

        typeof(RecordSchemeDto).GetProperties().Where(p => p.Name.Contains("Fee", StringComparison.Ordinal))
            .Select(p => p.Name).ShouldBe([nameof(RecordSchemeDto.AwardFeeBasisPoints)]);
    }

    [Theory]
    [InlineData(Regime.PcrDps, "2026-12-30", "2027-01-07")]
    [InlineData(Regime.PcrLightTouch, "2026-12-30", "2027-01-07")]
    [InlineData(Regime.Pa23DynamicMarket, "2027-01-14", null)]
    [InlineData(Regime.Pa23OpenFramework, "2027-01-14", null)]
    public void Fact_02_a_decision_is_due_as_the_table_says(Regime regime, string due, string? extended)
    {
        var rules = RegimeRules.Of(regime);

        rules.DecisionDue(Received).ShouldBe(An.Day(due));
        rules.ExtendedDecisionDue(Received).ShouldBe(extended is null ? null : An.Day(extended));
    }

    [Theory]
    [InlineData(Regime.PcrDps)]
    [InlineData(Regime.PcrLightTouch)]
    public void Fact_02_a_clock_of_law_stops_for_nothing(Regime regime)
    {
        var application = An.Submitted(An.Scheme(An.Terms(regime)));

        Should.Throw<BusinessException>(() => application.PauseClock("A question", An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.ClockNeverPauses);

        application.DueOn.ShouldBe(new DateOnly(2026, 12, 30));
    }

    [Theory]
    [InlineData(0, "2027-02-15")]
    [InlineData(1, "2027-02-16")]
    [InlineData(5, "2027-02-22")]
    public void A_clock_of_policy_moves_by_the_working_days_it_stood_still(int workingDays, string due)
    {
        var monday = new DateTime(2027, 1, 18, 9, 0, 0, DateTimeKind.Utc);
        var scheme = An.Scheme(An.Terms(Regime.Pa23DynamicMarket));
        var application = An.Draft(scheme, monday);
        application.Save(An.Answers(scheme), monday);
        application.Submit([], scheme, monday);

        application.PauseClock("Please name your insurer", monday);
        application.ClockIsPaused.ShouldBeTrue();
        application.CanPauseClock.ShouldBeFalse();
        application.ResumeClock(monday.AddDays(workingDays == 5 ? 7 : workingDays));

        application.DueOn.ShouldBe(An.Day(due));
        application.ClockIsPaused.ShouldBeFalse();
        Should.Throw<BusinessException>(() => application.Extend("Longer"))
            .Code.ShouldBe(AccreditationErrorCodes.NeverExtended);
    }

    [Theory]
    [InlineData(Regime.PcrDps, AdmissionMode.Windowed)]
    [InlineData(Regime.Pa23DynamicMarket, AdmissionMode.Windowed)]
    [InlineData(Regime.Pa23OpenFramework, AdmissionMode.Continuous)]
    public void A_way_of_joining_that_the_regime_does_not_know_is_refused_with_its_rule(Regime regime, AdmissionMode mode)
    {
        var refusal = Should.Throw<InvalidInputException>(
            () => An.Scheme(An.Terms(regime) with { AdmissionMode = mode, Windows = [] }));

        refusal.Errors.Single().Field.ShouldBe("admissionMode");
        refusal.Errors.Single().Message.ShouldContain(RegimeRules.Of(regime).SourceOf(RegimeSubject.Joining));
    }

    [Theory]
    [InlineData(AccreditationUse.AwardGate)]
    [InlineData(AccreditationUse.SelectionCriterion)]
    public void A_dynamic_market_filters_no_bidder_by_suitability(AccreditationUse use)
    {
        var terms = An.Terms(Regime.Pa23DynamicMarket);

        var refusal = Should.Throw<InvalidInputException>(
            () => An.DraftScheme(terms with { Lots = [terms.Lots[0] with { AccreditationUse = use }] }));

        refusal.Errors.Single().Message.ShouldContain("s. 85(1)");
        An.DraftScheme(An.Terms(Regime.Pa23OpenFramework) with { Lots = [terms.Lots[0] with { AccreditationUse = use }] })
            .Lots[0].AccreditationUse.ShouldBe(use);
    }

    [Theory]
    [InlineData(TenderTimeBasis.Reg34TenDays, false, 10)]
    [InlineData(TenderTimeBasis.Reg34TenDays, true, null)]
    [InlineData(TenderTimeBasis.MutualAgreement, false, 10)]
    [InlineData(TenderTimeBasis.MutualAgreement, true, null)]
    [InlineData(TenderTimeBasis.LightTouchPublished, false, null)]
    [InlineData(TenderTimeBasis.Pa23LightTouch, false, null)]
    [InlineData(TenderTimeBasis.Pa23TenDays, false, 10)]
    public void Fact_05_the_least_time_to_bid_is_the_laws_or_the_published_one(
        TenderTimeBasis basis, bool agreed, int? days) =>
        RegimeRules.BiddingTime(basis, 60, agreed).LeastDays.ShouldBe(days);

    [Theory]
    [InlineData("2029-12-30", "2034-12-29")]
    [InlineData("2029-12-31", null)]
    [InlineData("2030-01-01", "2029-12-31")]
    public void An_open_framework_is_awarded_anew_within_three_years_then_within_five(string reopening, string? due) =>
        RegimeRules.Of(Regime.Pa23OpenFramework)
            .NextReopeningDue(new DateOnly(2027, 1, 1), new DateOnly(2034, 12, 31), [An.Day(reopening)])
            .ShouldBe(due is null ? null : An.Day(due));

    [Theory]
    [InlineData(Regime.PcrDps)]
    [InlineData(Regime.PcrLightTouch)]
    [InlineData(Regime.Pa23DynamicMarket)]
    public void Only_an_open_framework_has_re_openings(Regime regime) =>
        RegimeRules.Of(regime).NextReopeningDue(new DateOnly(2027, 1, 1), new DateOnly(2047, 1, 1), []).ShouldBeNull();

    [Theory]
    [MemberData(nameof(Regimes))]
    public void Insurance_that_is_committed_before_award_is_enough_to_join(Regime regime)
    {
        var scheme = An.Scheme(An.Terms(regime));
        var answers = An.Answers(scheme);
        var committed = answers with
        {
            Insurance = new InsuranceSectionDto
            {
                Policies =
                [
                    .. answers.Insurance!.Policies.Select(p => new InsurancePolicyDto
                    {
                        Kind = p.Kind, Status = InsuranceStatus.CommittedBeforeAward, LimitPounds = p.LimitPounds,
                    }),
                ],
            },
        };

        Questionnaire.Missing(committed, An.Context(scheme)).Where(g => g.Section == ApplicationSection.Insurance)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Audited_accounts_are_asked_of_nobody() =>
        typeof(QuestionnaireDto).Assembly.GetTypes().Where(t => t.Name.EndsWith("SectionDto", StringComparison.Ordinal))
            .SelectMany(t => t.GetProperties())
            .Where(p => p.Name.Contains("Account", StringComparison.Ordinal)
                || p.Name.Contains("Audit", StringComparison.Ordinal))
            .ShouldBeEmpty();
}
