using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Applications;

/// <summary>The fit-and-proper test of one person. Source: SI 2023/416, regs 8-12; domain §2.3.</summary>
public sealed class FitnessTests
{
    private static readonly DateOnly Today = new(An.Now.Year, An.Now.Month, An.Now.Day);

    [Fact]
    public void Everybody_the_application_names_is_tested_on_the_checks_of_their_roles()
    {
        var people = An.InFitAndProperTest().FitAndProperTest!.People;

        var ofManager = people[1].Checks.Select(c => c.Kind).ToList();
        ofManager.ShouldContain(FitnessCheckKind.Interview);
        ofManager.ShouldContain(FitnessCheckKind.HealthDeclaration);
        FitnessChecks.Of([PersonRole.Director]).ShouldContain(FitnessCheckKind.FinancialFitness);
        FitnessChecks.Of([PersonRole.Director]).ShouldNotContain(FitnessCheckKind.Interview);
        FitnessChecks.Of([PersonRole.HostHousehold]).ShouldNotContain(FitnessCheckKind.FinancialFitness);
    }

    [Theory]
    [InlineData(CheckResult.Clear, FitnessOutcome.Fit)]
    [InlineData(CheckResult.NotApplicable, FitnessOutcome.Fit)]
    [InlineData(CheckResult.Concern, FitnessOutcome.FitWithConditions)]
    [InlineData(null, FitnessOutcome.MoreInformation)]
    [InlineData(CheckResult.Failed, FitnessOutcome.NotFit)]
    public void The_best_outcome_follows_from_the_worst_check(CheckResult? result, FitnessOutcome best)
    {
        FitnessCheckDto[] checks =
        [
            new(FitnessCheckKind.IdentityAndRightToWork, CheckResult.Clear, Today, "Priya Hart", null),
            new(FitnessCheckKind.PastRegistrations, result, Today, "Priya Hart", null),
        ];

        FitnessRule.Of(checks, Today).Outcome.ShouldBe(best);
    }

    [Theory]
    [InlineData(-1, FitnessOutcome.MoreInformation)]
    [InlineData(0, FitnessOutcome.Fit)]
    [InlineData(1, FitnessOutcome.Fit)]
    public void A_check_counts_on_its_last_day_and_not_after(int days, FitnessOutcome best)
    {
        FitnessCheckDto[] checks =
        [
            new(
                FitnessCheckKind.IdentityAndRightToWork, CheckResult.Clear, Today.AddMonths(-6), "Priya Hart", null,
                Today.AddDays(days)),
        ];

        FitnessRule.Of(checks, Today).Outcome.ShouldBe(best);
    }

    [Fact]
    public void A_worse_outcome_than_the_checks_bear_may_be_proposed_and_never_a_better_one()
    {
        var application = An.InFitAndProperTest();
        var person = application.FitAndProperTest!.People[0];
        An.Interviewed(application, person);
        var concern = An.AllClear(person) with
        {
            Checks = [.. person.Checks.Select((c, i) => An.Check(c.Kind, i == 0 ? CheckResult.Concern : CheckResult.Clear))],
        };

        Should.Throw<BusinessException>(() => application.RecordFitness(person.PersonId, concern, An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.CheckOfConcern);
        application.RecordFitness(
            person.PersonId, concern with { Outcome = FitnessOutcome.NotFit }, An.Priya, An.Now);

        application.FitAndProperTest.People[0].Outcome.ShouldBe(FitnessOutcome.NotFit);
    }

    [Fact]
    public void All_that_is_wrong_with_the_checks_is_said_at_once_and_nothing_of_them_is_kept()
    {
        var application = An.InFitAndProperTest();
        var person = application.FitAndProperTest!.People[0];
        RecordFitnessCheckDto[] checks =
        [
            An.Check(FitnessCheckKind.IdentityAndRightToWork) with { CheckedOn = Today.AddDays(1) },
            An.Check(FitnessCheckKind.EnhancedDbs) with { Dbs = An.Certificated(Today.AddDays(1)) },
            An.Check(FitnessCheckKind.PastRegistrations, CheckResult.NotApplicable),
        ];

        Should.Throw<InvalidInputException>(() => application.RecordFitness(
                person.PersonId, An.AllClear(person, null) with { Checks = checks }, An.Priya, An.Now))
            .Errors.Select(e => e.Field)
            .ShouldBe(["checks[0].checkedOn", "checks[1].dbs.issuedOn", "checks[2].note"]);

        application.FitAndProperTest.People[0].Checks.ShouldAllBe(
            c => c.Result == null || FitnessChecks.IsComputed(c.Kind));
    }

    [Fact]
    public void An_outcome_counts_once_another_officer_has_confirmed_it()
    {
        var application = An.InFitAndProperTest();
        var person = application.FitAndProperTest!.People[0];
        An.Interviewed(application, person);
        application.RecordFitness(person.PersonId, An.AllClear(person), An.Priya, An.Now);

        application.FitAndProperTest.People[0].IsSettled.ShouldBeFalse();
        Should.Throw<BusinessException>(() => application.ConfirmFitness(person.PersonId, An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.OwnProposal);
        Should.Throw<BusinessException>(() => application.SendBackFitness(person.PersonId, "No", An.Priya));
        application.ConfirmFitness(person.PersonId, An.Gareth, An.Now);

        application.FitAndProperTest.People[0].IsSettled.ShouldBeTrue();
    }

    [Fact]
    public void What_is_sent_back_has_no_outcome_and_keeps_its_checks()
    {
        var application = An.InFitAndProperTest();
        var person = application.FitAndProperTest!.People[0];
        An.Interviewed(application, person);
        application.RecordFitness(person.PersonId, An.AllClear(person), An.Priya, An.Now);

        application.SendBackFitness(person.PersonId, "Look at the register again.", An.Gareth);

        var after = application.FitAndProperTest.People[0];
        after.Outcome.ShouldBeNull();
        after.Checks.ShouldAllBe(c => c.Result == CheckResult.Clear);
    }

    [Fact]
    public void A_file_is_never_kept_with_a_DBS_check()
    {
        var application = An.InFitAndProperTest();
        var person = application.FitAndProperTest!.People[0];
        var input = An.AllClear(person, null) with
        {
            Checks = [An.Check(FitnessCheckKind.EnhancedDbs) with { DocumentId = Guid.NewGuid() }],
        };

        Should.Throw<BusinessException>(() => application.RecordFitness(person.PersonId, input, An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.NoDbsFile);
    }

    [Fact]
    public void A_DBS_check_counts_three_years_from_the_update_check_or_the_certificate()
    {
        Expiry(An.Certificated(Today.AddYears(-1))).ShouldBe(Today.AddYears(2));
        Expiry(An.Certificated(Today.AddYears(-4), Today.AddDays(-1))).ShouldBe(Today.AddDays(-1).AddYears(3));

        static DateOnly? Expiry(DbsCertificateDto certificate)
        {
            var application = An.InFitAndProperTest();
            var person = application.FitAndProperTest!.People[0];
            application.RecordFitness(
                person.PersonId,
                An.AllClear(person, null) with
                {
                    Checks = [An.Check(FitnessCheckKind.EnhancedDbs) with { Dbs = certificate }],
                },
                An.Priya, An.Now);
            return application.FitAndProperTest.People[0].Checks
                .Single(c => c.Kind == FitnessCheckKind.EnhancedDbs).ExpiresOn;
        }
    }

    [Fact]
    public void Two_officers_score_an_interview_once_each_and_agree_between_their_scores()
    {
        var (application, person) = Manager();

        application.ScoreInterview(person, An.Scores(3), An.Priya, An.Now);
        Should.Throw<BusinessException>(() => application.ScoreInterview(person, An.Scores(4), An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.InterviewScored);
        Should.Throw<BusinessException>(() => application.AgreeInterview(person, An.Scores(3), An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.PanelTooSmall);
        application.ScoreInterview(person, An.Scores(4), An.Gareth, An.Now);
        Should.Throw<BusinessException>(
                () => application.AgreeInterview(person, An.Scores(4), An.Priya with { Id = Guid.NewGuid() }, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.NotOnPanel);
        Should.Throw<InvalidInputException>(() => application.AgreeInterview(person, An.Scores(5), An.Priya, An.Now));
        Should.Throw<InvalidInputException>(() => application.AgreeInterview(person, An.Scores(2), An.Priya, An.Now));
        application.AgreeInterview(person, An.Scores(4), An.Priya, An.Now);

        application.FitAndProperTest!.Of(person).Interview.Agreed!.Passed.ShouldBeTrue();
        Should.Throw<BusinessException>(
                () => application.ScoreInterview(person, An.Scores(4), An.Gareth with { Id = Guid.NewGuid() }, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.InterviewAgreed);
    }

    [Theory]
    [InlineData(2, CheckResult.Failed)]
    [InlineData(3, CheckResult.Clear)]
    [InlineData(4, CheckResult.Clear)]
    public void An_interview_passes_at_3_in_each_question_and_not_below(int lowest, CheckResult result)
    {
        var (application, person) = Manager();
        var scores = An.Scores(5, InterviewQuestion.Matching, lowest);
        application.ScoreInterview(person, scores, An.Priya, An.Now);
        application.ScoreInterview(person, scores, An.Gareth, An.Now);

        application.AgreeInterview(person, scores, An.Gareth, An.Now);

        application.FitAndProperTest!.Of(person).Checks.Single(c => c.Kind == FitnessCheckKind.Interview).Result
            .ShouldBe(result);
    }

    [Fact]
    public void No_officer_reads_another_s_scores_before_giving_their_own()
    {
        var (application, person) = Manager();
        application.ScoreInterview(person, An.Scores(3), An.Priya, An.Now);

        Given(An.Gareth.Id).ShouldAllBe(s => s.Marks == null && s.Reasons == null);
        Given(An.Priya.Id).ShouldAllBe(s => s.Mine && s.Marks != null);
        application.ScoreInterview(person, An.Scores(4), An.Gareth, An.Now);
        Given(An.Gareth.Id).ShouldAllBe(s => s.Marks != null);

        IReadOnlyList<PanelScoreDto> Given(Guid reader) =>
            FitnessView.ToDto(application, new Dictionary<Guid, string>(), reader, true, An.Now)!
                .People.Single(p => p.PersonId == person).Interview!.Given;
    }

    [Fact]
    public void A_late_conflict_takes_the_officers_scores_and_what_was_agreed_on_them()
    {
        var (application, person) = Manager();
        An.Interviewed(application, application.FitAndProperTest!.Of(person));

        var after = application.FitAndProperTest.WithoutScoresOf(An.Gareth.Id).Of(person);

        after.Interview.Given.Select(s => s.By).ShouldBe([An.Priya]);
        after.Interview.Agreed.ShouldBeNull();
        after.Checks.Single(c => c.Kind == FitnessCheckKind.Interview).Result.ShouldBeNull();
    }

    [Fact]
    public void The_stage_is_not_failed_while_everybody_is_fit()
    {
        var application = An.InFitAndProperTest();
        An.SettleEverybody(application);

        Should.Throw<BusinessException>(() => application.CloseFitAndProperTest(false, "No", An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.EverybodyFit);
    }

    [Fact]
    public void Another_director_or_manager_reopens_that_persons_test_only()
    {
        var application = An.InFitAndProperTest();
        An.SettleEverybody(application);
        var test = application.FitAndProperTest!;
        var before = application.Answers.People!;
        var added = before.People[0] with { Id = Guid.NewGuid(), Name = "Somebody New", Roles = [PersonRole.Director] };
        var later = An.Now.AddDays(1);

        var after = test.Follow(before, before with { People = [.. before.People, added] }, later);

        after.People.Take(test.People.Count).ShouldBe(test.People);
        after.People[^1].ReopenedBecause.ShouldBe(ReopenCause.NewPerson);
        after.People[^1].IsSettled.ShouldBeFalse();
        after.Result.Result.ShouldBe(TestResult.Open);
    }

    [Fact]
    public void Another_role_reopens_the_test_with_what_was_checked_already()
    {
        var application = An.InFitAndProperTest();
        An.SettleEverybody(application);
        var test = application.FitAndProperTest!;
        var before = application.Answers.People!;
        var changed = before.People[0] with { Roles = [.. before.People[0].Roles, PersonRole.DeputyManager] };

        var after = test.Follow(before, before with { People = [changed, .. before.People.Skip(1)] }, An.Now.AddDays(1));

        after.People[0].ReopenedBecause.ShouldBe(ReopenCause.OtherRoles);
        after.People[0].Checks.Single(c => c.Kind == FitnessCheckKind.IdentityAndRightToWork).Result
            .ShouldBe(CheckResult.Clear);
        after.People.Skip(1).ShouldBe(test.People.Skip(1));
    }

    private static (Application Application, Guid Person) Manager()
    {
        var application = An.InFitAndProperTest();
        return (application, application.FitAndProperTest!.People.First(p => p.IsInterviewed).PersonId);
    }
}
