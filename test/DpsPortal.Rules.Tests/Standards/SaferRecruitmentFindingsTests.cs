using DpsPortal.Rules.Standards;

namespace DpsPortal.Rules.Tests.Standards;

public sealed class SaferRecruitmentFindingsTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly StaffVetting Sound = new()
    {
        StartedOn = Today.AddYears(-2),
        Engagement = StaffEngagement.Employed,
        IdentitySeenOn = Today.AddYears(-2),
        RightToWorkCheckedOn = Today.AddYears(-2),
        DbsLevel = DbsLevel.EnhancedWithBarredLists,
        DbsIssuedOn = Today.AddYears(-2),
        FirstReferenceOn = Today.AddYears(-2),
        SecondReferenceOn = Today.AddYears(-2),
        LatestEmployerReferred = true,
        SafeguardingTrainedOn = Today.AddMonths(-11),
        SupervisedOn = Today.AddDays(-14),
        AppraisedOn = Today.AddMonths(-3),
    };

    [Fact]
    public void A_record_in_order_has_no_finding() => Of(Sound).ShouldBeEmpty();

    [Fact]
    public void What_is_not_on_file_is_a_finding_each() =>
        Of(Sound with
        {
            IdentitySeenOn = null,
            RightToWorkCheckedOn = null,
            DbsIssuedOn = null,
            FirstReferenceOn = null,
            SafeguardingTrainedOn = null,
        }).ShouldBe(
        [
            SaferRecruitmentFinding.IdentityNotSeen, SaferRecruitmentFinding.RightToWorkNotChecked,
            SaferRecruitmentFinding.DbsMissing, SaferRecruitmentFinding.ReferencesMissing,
            SaferRecruitmentFinding.SafeguardingTrainingMissing,
        ]);

    [Theory]
    [InlineData("2023-11-23", null, true)]
    [InlineData("2023-11-24", null, false)]
    [InlineData("2015-01-01", "2023-11-23", true)]
    [InlineData("2015-01-01", "2023-11-24", false)]
    [InlineData("2024-11-24", "2015-01-01", false)]
    public void A_DBS_check_holds_for_three_years_or_from_the_last_look_at_the_update_service(
        string issued, string? updated, bool old)
    {
        var staff = Sound with
        {
            StartedOn = DateOnly.Parse(issued, null),
            DbsIssuedOn = DateOnly.Parse(issued, null),
            DbsUpdateCheckedOn = updated is null ? null : DateOnly.Parse(updated, null),
        };

        Of(staff).Contains(SaferRecruitmentFinding.DbsOld).ShouldBe(old);
    }

    [Theory]
    [InlineData(DbsLevel.EnhancedWithBarredLists, false)]
    [InlineData(DbsLevel.Enhanced, true)]
    [InlineData(DbsLevel.Basic, true)]
    [InlineData(null, true)]
    public void Only_an_enhanced_DBS_check_with_barred_lists_counts(DbsLevel? level, bool missing) =>
        Of(Sound with { DbsLevel = level }).Contains(SaferRecruitmentFinding.DbsMissing).ShouldBe(missing);

    [Theory]
    [InlineData(-1, false, false)]
    [InlineData(0, false, false)]
    [InlineData(1, false, true)]
    [InlineData(1, true, false)]
    public void Nobody_starts_before_the_DBS_certificate_without_a_risk_assessment(
        int daysAfterStart, bool assessed, bool found)
    {
        var staff = Sound with { DbsIssuedOn = Sound.StartedOn.AddDays(daysAfterStart), StartRiskAssessed = assessed };

        Of(staff).Contains(SaferRecruitmentFinding.StartedBeforeDbs).ShouldBe(found);
    }

    [Fact]
    public void Fact_26_one_reference_or_none_from_the_latest_employer_is_a_finding()
    {
        Of(Sound with { SecondReferenceOn = null }).ShouldBe([SaferRecruitmentFinding.ReferencesMissing]);
        Of(Sound with { LatestEmployerReferred = false }).ShouldBe([SaferRecruitmentFinding.LatestEmployerMissing]);
    }

    [Theory]
    [InlineData(27, false)]
    [InlineData(28, false)]
    [InlineData(29, true)]
    public void A_gap_of_more_than_28_days_needs_an_explanation(int days, bool found) =>
        Of(Sound with { LongestUnexplainedGapDays = days })
            .Contains(SaferRecruitmentFinding.GapUnexplained).ShouldBe(found);

    [Theory]
    [InlineData("2026-11-23", true)]
    [InlineData("2026-11-24", false)]
    [InlineData(null, false)]
    public void A_right_to_work_counts_through_its_last_day(string? until, bool ended) =>
        Of(Sound with { RightToWorkUntil = until is null ? null : DateOnly.Parse(until, null) })
            .Contains(SaferRecruitmentFinding.RightToWorkEnded).ShouldBe(ended);

    [Theory]
    [InlineData(false, "2024-11-23", true)]
    [InlineData(false, "2024-11-24", false)]
    [InlineData(true, "2025-11-23", true)]
    [InlineData(true, "2025-11-24", false)]
    public void Safeguarding_training_lasts_two_years_and_the_leads_one(bool lead, string trained, bool old) =>
        Of(Sound with { SafeguardingLead = lead, SafeguardingTrainedOn = DateOnly.Parse(trained, null) })
            .Contains(SaferRecruitmentFinding.SafeguardingTrainingOld).ShouldBe(old);

    [Theory]
    [InlineData(-42, false)]
    [InlineData(-43, true)]
    public void Supervision_is_due_every_six_weeks_and_first_six_weeks_after_the_start(int days, bool overdue)
    {
        var newcomer = Sound with { SupervisedOn = null, StartedOn = Today.AddDays(days), StartRiskAssessed = true };

        Of(Sound with { SupervisedOn = Today.AddDays(days) })
            .Contains(SaferRecruitmentFinding.SupervisionOverdue).ShouldBe(overdue);
        Of(newcomer).Contains(SaferRecruitmentFinding.SupervisionOverdue).ShouldBe(overdue);
    }

    [Theory]
    [InlineData("2025-11-24", false)]
    [InlineData("2025-11-23", true)]
    public void An_appraisal_is_due_every_twelve_months(string appraised, bool overdue) =>
        Of(Sound with { AppraisedOn = DateOnly.Parse(appraised, null) })
            .Contains(SaferRecruitmentFinding.AppraisalOverdue).ShouldBe(overdue);

    [Fact]
    public void Agency_staff_need_a_vetting_letter_and_those_who_lived_abroad_a_check_there()
    {
        Of(Sound with { Engagement = StaffEngagement.Agency }).ShouldBe([SaferRecruitmentFinding.AgencyLetterMissing]);
        Of(Sound with { Engagement = StaffEngagement.Agency, AgencyLetterHeld = true }).ShouldBeEmpty();
        Of(Sound with { LivedAbroad = true }).ShouldBe([SaferRecruitmentFinding.OverseasCheckMissing]);
        Of(Sound with { LivedAbroad = true, OverseasCheckedOn = Today }).ShouldBeEmpty();
    }

    [Fact]
    public void Those_who_have_left_have_no_findings_from_the_day_after()
    {
        var staff = Sound with { SecondReferenceOn = null };

        Of(staff with { LeftOn = Today }).ShouldNotBeEmpty();
        Of(staff with { LeftOn = Today.AddDays(-1) }).ShouldBeEmpty();
    }

    private static IReadOnlyList<SaferRecruitmentFinding> Of(StaffVetting staff) =>
        SaferRecruitmentFindings.Of(staff, Today);
}
