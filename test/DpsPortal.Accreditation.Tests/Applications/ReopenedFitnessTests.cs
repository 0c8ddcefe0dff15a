using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Applications;

/// <summary>What it means for the accreditation that a test is open again. Source: domain §2.3.</summary>
public sealed class ReopenedFitnessTests
{
    [Fact]
    public void Another_manager_is_tested_from_the_beginning_and_everybody_else_stays_fit()
    {
        var application = An.InPropertyVisit();

        ReplaceManager(application, p => p with { Name = "Rhys Vane" });

        var people = application.FitAndProperTest!.People;
        (people[0].IsSettled, people[0].ReopenedAt, application.MayTest(people[0])).ShouldBe((true, null, false));
        (people[1].Name, people[1].IsSettled, people[1].ReopenedBecause, application.MayTest(people[1]))
            .ShouldBe(("Rhys Vane", false, ReopenCause.OtherDetails, true));
        people[1].Checks.Where(c => !FitnessChecks.IsComputed(c.Kind)).ShouldAllBe(c => c.Result == null);
        people[1].Interview.Given.ShouldBeEmpty();
        application.Accreditation.ShouldBe(AccreditationState.PropertyVisit);
    }

    [Fact]
    public void An_address_is_no_reason_to_test_again()
    {
        var application = An.InPropertyVisit();

        ReplaceManager(application, p => p with { Email = "owen@example.org" });

        application.FitAndProperTest!.People.ShouldAllBe(p => p.IsSettled && p.ReopenedAt == null);
    }

    [Theory]
    [InlineData(23, false)]
    [InlineData(24, true)]
    [InlineData(25, true)]
    public void Fact_26_the_work_of_a_manager_is_counted_anew(int months, bool enough)
    {
        var application = An.InPropertyVisit();
        var from = DateOnly.FromDateTime(An.Now).AddDays(1).AddMonths(-months);

        ReplaceManager(application, p => p with
        {
            RelevantWork = [new() { Employer = "Lantern Row Ltd", Post = "Team leader", From = from }],
        });

        application.FitAndProperTest!.People[1].Checks.Single(c => c.Kind == FitnessCheckKind.RelevantExperience)
            .Result.ShouldBe(enough ? CheckResult.Clear : CheckResult.Failed);
    }

    [Fact]
    public void Nobody_is_accredited_while_somebodys_test_is_open_again()
    {
        var application = An.AwaitingDecision();
        ReplaceManager(application, p => p with { Name = "Rhys Vane" });
        var accredit = An.Accreditation(AccreditationOutcome.Accredit);

        Should.Throw<BusinessException>(() => application.ProposeAccreditation(accredit, An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.PersonNotSettled);
        var person = application.FitAndProperTest!.People[1];
        An.Interviewed(application, person);
        application.RecordFitness(person.PersonId, An.AllClear(person), An.Priya, An.Now);
        application.ConfirmFitness(person.PersonId, An.Gareth, An.Now);

        Should.NotThrow(() => application.ProposeAccreditation(accredit, An.Priya, An.Now));
        application.MayTest(application.FitAndProperTest.People[1]).ShouldBeFalse();
    }

    [Fact]
    public void A_proposal_does_not_outlive_the_people_it_was_made_on()
    {
        var application = An.AccreditationProposed();

        ReplaceManager(application, p => p with { Name = "Rhys Vane" });

        Should.Throw<BusinessException>(() => application.ConfirmAccreditation(An.Gareth, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.PersonNotSettled);
    }

    [Fact]
    public void An_accredited_provider_keeps_its_accreditation_while_a_new_manager_is_tested()
    {
        var application = An.AccreditationProposed();
        application.ConfirmAccreditation(An.Gareth, An.Now);

        ReplaceManager(application, p => p with { Name = "Rhys Vane" });

        application.Accreditation.ShouldBe(AccreditationState.Accredited);
        application.MayTest(application.FitAndProperTest!.People[1]).ShouldBeTrue();
    }

    [Fact]
    public void A_test_that_was_not_opened_again_stays_closed_with_its_stage()
    {
        var application = An.InPropertyVisit();
        var person = application.FitAndProperTest!.People[0];

        Should.Throw<InvalidTransitionException>(
            () => application.RecordFitness(person.PersonId, An.AllClear(person), An.Priya, An.Now));
    }

    [Fact]
    public void A_check_that_runs_out_meanwhile_keeps_an_outcome_from_being_confirmed()
    {
        var application = An.InFitAndProperTest();
        An.Interviewed(application, application.FitAndProperTest!.People[0]);
        var person = application.FitAndProperTest.People[0];
        var until = DateOnly.FromDateTime(An.Now).AddDays(1);
        var input = An.AllClear(person);
        application.RecordFitness(
            person.PersonId,
            input with { Checks = [input.Checks[0] with { ExpiresOn = until }, .. input.Checks.Skip(1)] },
            An.Priya, An.Now);

        Should.Throw<BusinessException>(
                () => application.ConfirmFitness(person.PersonId, An.Gareth, An.Now.AddDays(2)))
            .Code.ShouldBe(AccreditationErrorCodes.CheckOutstanding);
        Should.NotThrow(() => application.ConfirmFitness(person.PersonId, An.Gareth, An.Now.AddDays(1)));
    }

    /// <summary>By a question to the provider; the second person of the application is the manager.</summary>
    private static void ReplaceManager(Application application, Func<PersonDto, PersonDto> change)
    {
        var question = application.Ask(
            new AskClarificationDto
            {
                Question = "Who manages the service now?",
                ReplyBy = An.Day("2026-12-31"),
                Sections = [ApplicationSection.People],
                Version = 0,
            },
            An.Priya, An.Now);
        var people = application.Answers.People!;
        application.Save(
            new QuestionnaireDto { People = people with { People = [people.People[0], change(people.People[1])] } },
            An.Now);
        application.TakeOverPending([], An.Now);
        application.Settle(question, ClarificationTrigger.Answer, An.Now);
    }
}
