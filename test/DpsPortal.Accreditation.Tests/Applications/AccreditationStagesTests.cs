using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

public sealed class AccreditationStagesTests
{
    [Fact]
    public void The_test_of_people_opens_after_admission_only()
    {
        Should.Throw<BusinessException>(() => An.InEvaluation().OpenFitAndProperTest(An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.NotAdmitted);

        An.InFitAndProperTest().Accreditation.ShouldBe(AccreditationState.FitAndProperTest);
    }

    [Fact]
    public void Every_person_of_the_questionnaire_is_tested_by_role()
    {
        var people = An.InFitAndProperTest().FitAndProperTest!.People;

        people.Count.ShouldBe(2);
        people[0].Checks.Select(c => c.Kind).ShouldNotContain(FitnessCheckKind.RelevantExperience);
        people[1].Checks.Select(c => c.Kind).ShouldContain(FitnessCheckKind.RelevantExperience);
        people[1].Experience!.Months.ShouldBe(30);
    }

    [Theory]
    [InlineData(23)]
    [InlineData(12)]
    public void Fact_26_a_manager_with_23_months_of_relevant_work_cannot_be_found_fit(int months)
    {
        var application = An.InFitAndProperTest(months);
        var manager = application.FitAndProperTest!.People[1];
        An.Interviewed(application, manager);

        foreach (var outcome in new[] { FitnessOutcome.Fit, FitnessOutcome.FitWithConditions })
        {
            Should.Throw<BusinessException>(
                    () => application.RecordFitness(manager.PersonId, An.AllClear(manager, outcome), An.Priya, An.Now))
                .Code.ShouldBe(AccreditationErrorCodes.CheckOutstanding);
        }

        manager.Experience!.Months.ShouldBe(months);
    }

    [Theory]
    [InlineData(24)]
    [InlineData(25)]
    public void Fact_26_a_manager_with_24_months_of_relevant_work_can_be_found_fit(int months)
    {
        var application = An.InFitAndProperTest(months);
        var manager = application.FitAndProperTest!.People[1];
        An.Interviewed(application, manager);

        application.RecordFitness(manager.PersonId, An.AllClear(manager), An.Priya, An.Now);

        application.FitAndProperTest.People[1].Outcome.ShouldBe(FitnessOutcome.Fit);
        application.FitAndProperTest.People[1].ProposedBy.ShouldBe(An.Priya);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(CheckResult.Failed)]
    public void Nobody_is_fit_while_a_check_is_outstanding_or_failed(CheckResult? result)
    {
        var application = An.InFitAndProperTest();
        var person = application.FitAndProperTest!.People[0];
        An.Interviewed(application, person);
        var input = An.AllClear(person);
        var checks = input.Checks.Select((c, i) => i == 0 ? c with { Result = result } : c).ToList();

        Should.Throw<BusinessException>(() => application.RecordFitness(
                person.PersonId, input with { Checks = checks }, An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.CheckOutstanding);
    }

    [Theory]
    [InlineData(FitnessOutcome.NotFit)]
    [InlineData(FitnessOutcome.MoreInformation)]
    [InlineData(null)]
    public void The_stage_passes_only_when_everybody_is_fit(FitnessOutcome? outcome)
    {
        var application = An.InFitAndProperTest();
        An.SettleEverybody(application);
        var person = application.FitAndProperTest!.People[0];
        application.RecordFitness(person.PersonId, An.AllClear(person, outcome), An.Priya, An.Now);

        Should.Throw<BusinessException>(() => application.CloseFitAndProperTest(true, "Fine", An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.PersonNotSettled);

        application.Accreditation.ShouldBe(AccreditationState.FitAndProperTest);
    }

    [Fact]
    public void Fit_with_conditions_passes_the_stage()
    {
        var application = An.InFitAndProperTest();
        An.SettleEverybody(application);
        var person = application.FitAndProperTest!.People[0];
        application.RecordFitness(
            person.PersonId, An.AllClear(person, FitnessOutcome.FitWithConditions), An.Priya, An.Now);
        application.ConfirmFitness(person.PersonId, An.Gareth, An.Now);

        application.CloseFitAndProperTest(true, "Everybody is fit.", An.Priya, An.Now);

        application.Accreditation.ShouldBe(AccreditationState.SaferRecruitmentReview);
    }

    [Theory]
    [InlineData(89, false)]
    [InlineData(90, true)]
    [InlineData(91, true)]
    public void Documents_pass_at_90_per_cent_and_not_below(int wanted, bool passes)
    {
        var (compliant, not) = wanted switch { 89 => (8, 1), 90 => (9, 1), _ => (10, 1) };
        var application = Answered(compliant, not);

        void Close() => application.CloseSaferRecruitment(
            An.Closing(SaferRecruitmentOutcome.Pass), StaffProof.None, An.Priya, An.Now);

        if (passes)
        {
            Close();
            application.Accreditation.ShouldBe(AccreditationState.PropertyVisit);
        }
        else
        {
            Should.Throw<BusinessException>(Close).Code.ShouldBe(AccreditationErrorCodes.ComplianceTooLow);
            application.CloseSaferRecruitment(
                    An.Closing(SaferRecruitmentOutcome.PassWithActions, new DateOnly(2026, 12, 15)), StaffProof.None,
                    An.Priya, An.Now)
                .ShouldHaveSingleItem().DueOn.ShouldBe(new DateOnly(2026, 12, 15));
        }
    }

    [Theory]
    [InlineData(SaferRecruitmentOutcome.Pass)]
    [InlineData(SaferRecruitmentOutcome.PassWithActions)]
    public void One_critical_finding_keeps_the_documents_from_passing(SaferRecruitmentOutcome outcome)
    {
        var application = An.InSaferRecruitment();
        application.RecordSaferRecruitment(An.AllItems(ComplianceResult.Compliant));
        application.RecordSaferRecruitment([new() { Id = "dbs-held", Result = ComplianceResult.NotCompliant }]);

        Should.Throw<BusinessException>(() => application.CloseSaferRecruitment(
                An.Closing(outcome, new DateOnly(2027, 1, 31)), StaffProof.None, An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.CriticalFinding);
    }

    [Fact]
    public void Documents_do_not_pass_while_a_line_is_unanswered()
    {
        var application = An.InSaferRecruitment();
        application.RecordSaferRecruitment([.. An.AllItems(ComplianceResult.Compliant).Skip(1)]);

        Should.Throw<BusinessException>(
                () => application.CloseSaferRecruitment(
                    An.Closing(SaferRecruitmentOutcome.Pass), StaffProof.None, An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.ReviewIncomplete);
    }

    [Fact]
    public void A_pass_with_actions_needs_an_action_and_no_other_outcome_has_one()
    {
        var actions = An.Closing(SaferRecruitmentOutcome.PassWithActions, new DateOnly(2027, 1, 31)).Actions;

        foreach (var input in new[]
        {
            An.Closing(SaferRecruitmentOutcome.PassWithActions),
            An.Closing(SaferRecruitmentOutcome.Pass) with { Actions = actions },
            An.Closing(SaferRecruitmentOutcome.Fail) with { Actions = actions },
        })
        {
            var application = Compliant();
            Should.Throw<InvalidInputException>(
                    () => application.CloseSaferRecruitment(input, StaffProof.None, An.Priya, An.Now))
                .Errors.ShouldHaveSingleItem().Field.ShouldBe("actions");
            application.Accreditation.ShouldBe(AccreditationState.SaferRecruitmentReview);
        }
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public void An_action_is_due_today_or_later_and_each_error_is_at_its_own_day(int days, bool taken)
    {
        var today = LondonTime.DateOf(An.Now);
        var application = Compliant();

        IReadOnlyList<RecruitmentAction> Close() => application.CloseSaferRecruitment(
            An.Closing(SaferRecruitmentOutcome.PassWithActions, today.AddDays(30), today.AddDays(days)),
            StaffProof.None, An.Priya, An.Now);

        if (taken)
        {
            Close().Select(a => (a.DueOn, a.State)).ShouldBe(
                [(today.AddDays(30), RecruitmentActionState.Open), (today.AddDays(days), RecruitmentActionState.Open)]);
        }
        else
        {
            Should.Throw<InvalidInputException>(Close).Errors.ShouldHaveSingleItem().Field.ShouldBe("actions[1].dueOn");
        }
    }

    [Fact]
    public void Every_home_needs_a_completed_passed_visit()
    {
        VisitListItemDto[][] none =
        [
            [],
            [An.Visit(state: VisitState.Booked, passed: null)],
            [An.Visit(state: VisitState.InProgress, passed: null)],
            [An.Visit(passed: false)],
            [An.Visit() with { PremisesId = Guid.NewGuid() }],
        ];
        foreach (var visits in none)
        {
            Should.Throw<BusinessException>(
                () => An.InPropertyVisit().ClosePropertyVisit(true, "Fine", visits, An.Priya, An.Now))
                .Code.ShouldBe(AccreditationErrorCodes.VisitNotPassed);
        }
    }

    [Fact]
    public void A_visit_on_a_screen_cannot_carry_a_first_accreditation() =>
        Should.Throw<BusinessException>(() => An.InPropertyVisit().ClosePropertyVisit(
                true, "Fine", [An.Visit(VisitMode.Virtual)], An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.VisitMustBeInPerson);

    [Fact]
    public void Whoever_proposes_accreditation_cannot_confirm_and_may_take_it_back()
    {
        var application = An.AccreditationProposed();

        Should.Throw<BusinessException>(() => application.ConfirmAccreditation(An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.OwnProposal);
        application.SendBackAccreditation("A condition was forgotten.", An.Priya);

        (application.Accreditation, application.AccreditationDecision).ShouldBe((AccreditationState.AwaitingDecision, null));
    }

    [Fact]
    public void Accreditation_counts_24_months_and_under_conditions_6()
    {
        var full = An.AccreditationProposed();
        var conditional = An.AccreditationProposed(AccreditationOutcome.AccreditWithConditions);

        full.ConfirmAccreditation(An.Gareth, An.Now);
        conditional.ConfirmAccreditation(An.Gareth, An.Now);

        full.AccreditedUntil.ShouldBe(new DateOnly(2028, 12, 14));
        conditional.AccreditedUntil.ShouldBe(new DateOnly(2027, 6, 14));
        conditional.AccreditationDecision!.Conditions.ShouldHaveSingleItem().Text.ShouldBe("Fit window restrictors.");
    }

    [Fact]
    public void Conditions_have_to_be_said() =>
        Should.Throw<BusinessException>(() => An.AwaitingDecision().ProposeAccreditation(
                An.Accreditation(AccreditationOutcome.AccreditWithConditions) with { Conditions = [] },
                An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.ConditionsNeeded);

    [Fact]
    public void After_a_failed_stage_only_a_refusal_can_be_proposed()
    {
        var application = An.InFitAndProperTest();
        application.CloseFitAndProperTest(false, "A disqualified director.", An.Priya, An.Now);

        Should.Throw<BusinessException>(() => application.ProposeAccreditation(
                An.Accreditation(AccreditationOutcome.Accredit), An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.StageFailed);
        application.ProposeAccreditation(An.Accreditation(AccreditationOutcome.Refuse), An.Priya, An.Now);
        application.ConfirmAccreditation(An.Gareth, An.Now);

        application.Accreditation.ShouldBe(AccreditationState.NotAccredited);
        application.AccreditedUntil.ShouldBeNull();
        application.Membership.ShouldBe(MembershipState.Admitted);
    }

    [Fact]
    public void The_stage_clock_counts_20_20_and_30_working_days()
    {
        An.InFitAndProperTest().OpenStage!.DueOn.ShouldBe(new DateOnly(2027, 1, 14));
        An.InSaferRecruitment().OpenStage!.DueOn.ShouldBe(new DateOnly(2027, 1, 14));
        An.InPropertyVisit().OpenStage!.DueOn.ShouldBe(new DateOnly(2027, 1, 28));
        ApplicationClocks.OfStage(An.AwaitingDecision(), An.Now).ShouldBeNull();
    }

    /// <summary>So many compliant and uncritical not compliant; the rest do not apply.</summary>
    private static Application Compliant()
    {
        var application = An.InSaferRecruitment();
        application.RecordSaferRecruitment(An.AllItems(ComplianceResult.Compliant));
        return application;
    }

    private static Application Answered(int compliant, int notCompliant)
    {
        var application = An.InSaferRecruitment();
        var failing = SaferRecruitmentChecklist.Questions.Where(q => !q.Critical).Take(notCompliant).ToList();
        var others = SaferRecruitmentChecklist.Questions.Except(failing).ToList();
        application.RecordSaferRecruitment(
        [
            .. failing.Select(q => new RecordSaferRecruitmentItemDto { Id = q.Id, Result = ComplianceResult.NotCompliant }),
            .. others.Select((q, i) => new RecordSaferRecruitmentItemDto
            {
                Id = q.Id, Result = i < compliant ? ComplianceResult.Compliant : ComplianceResult.NotApplicable,
            }),
        ]);
        return application;
    }
}
