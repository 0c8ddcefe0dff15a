using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Letters;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Applications;

public sealed class MembershipDecisionTests
{
    [Fact]
    public void Fact_02_an_application_of_14_December_2026_is_decided_by_30_December() =>
        An.Submitted().DueOn.ShouldBe(new DateOnly(2026, 12, 30));

    [Fact]
    public void Fact_02_the_clock_runs_as_long_under_light_touch() =>
        An.Submitted(An.Scheme(An.Terms(Regime.PcrLightTouch))).DueOn.ShouldBe(new DateOnly(2026, 12, 30));

    [Fact]
    public void Fact_02_extended_with_a_reason_it_is_decided_by_7_January_2027()
    {
        var application = An.InEvaluation();

        application.Extend("The accounts have to be verified.");

        application.DueOn.ShouldBe(new DateOnly(2027, 1, 7));
        application.ExtensionReason.ShouldBe("The accounts have to be verified.");
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void Fact_02_an_extension_needs_a_reason(string reason)
    {
        var application = An.InEvaluation();

        Should.Throw<InvalidInputException>(() => application.Extend(reason)).Errors[0].Field.ShouldBe("reason");

        application.DueOn.ShouldBe(new DateOnly(2026, 12, 30));
    }

    [Fact]
    public void Fact_02_a_second_extension_is_impossible()
    {
        var application = An.InEvaluation();
        application.Extend("The accounts have to be verified.");

        Should.Throw<BusinessException>(() => application.Extend("Once more."))
            .Code.ShouldBe(AccreditationErrorCodes.AlreadyExtended);

        application.DueOn.ShouldBe(new DateOnly(2027, 1, 7));
        application.CanExtend.ShouldBeFalse();
    }

    [Fact]
    public void Fact_02_what_is_decided_or_proposed_cannot_be_extended()
    {
        Should.Throw<InvalidTransitionException>(() => An.Proposed().Extend("Late"));
        Should.Throw<InvalidTransitionException>(() => An.Admitted().Extend("Late"));
    }

    [Fact]
    public void Fact_02_sending_a_decision_back_does_not_move_the_clock()
    {
        var application = An.Proposed();

        application.SendBackMembership("Ask about the insurance.", An.Gareth);

        application.DueOn.ShouldBe(new DateOnly(2026, 12, 30));
        application.MembershipDecision.ShouldBeNull();
    }

    [Fact]
    public void The_clock_tells_the_working_day_and_stands_still_once_decided()
    {
        var application = An.InEvaluation();

        var day7 = ApplicationClocks.OfMembership(application, At(2026, 12, 23))!;
        var due = ApplicationClocks.OfMembership(application, At(2026, 12, 30))!;
        var late = ApplicationClocks.OfMembership(application, At(2026, 12, 31))!;

        (day7.Day, day7.WorkingDays, day7.Overdue, day7.ExtendableTo).ShouldBe((7, 10, false, new DateOnly(2027, 1, 7)));
        (due.Day, due.Overdue).ShouldBe((10, false));
        late.Overdue.ShouldBeTrue();
        ApplicationClocks.OfMembership(An.Admitted(), At(2027, 3, 1))!.Overdue.ShouldBeFalse();
    }

    [Fact]
    public void Whoever_proposes_cannot_confirm_and_may_take_it_back()
    {
        var application = An.Proposed();

        Should.Throw<BusinessException>(() => application.ConfirmMembership(An.Priya, An.Now))
            .Code.ShouldBe(AccreditationErrorCodes.OwnProposal);
        application.Membership.ShouldBe(MembershipState.DecisionProposed);
        application.SendBackMembership("A lot was forgotten.", An.Priya);

        (application.Membership, application.MembershipDecision).ShouldBe((MembershipState.InEvaluation, null));
        application.Returned!.By.ShouldBe(An.Priya);
    }

    [Fact]
    public void Admission_is_per_lot_and_told_to_the_modules_that_invite()
    {
        var application = An.InEvaluation();
        var lot = application.Answers.LotsAndAreas!.LotIds[1];
        var other = new LotRefusal(application.Answers.LotsAndAreas!.LotIds[0], " No home of this kind. ");
        application.ProposeMembership(MembershipOutcome.Admit, [lot, lot], [other], "One lot only.", An.Priya, An.Now);

        application.ConfirmMembership(An.Gareth, An.Now);

        application.Membership.ShouldBe(MembershipState.Admitted);
        application.Events.OfType<ProviderAdmittedEto>().Single().LotIds.ShouldBe([lot]);
        application.StageOf(AccreditationStage.Application).Status.ShouldBe(StageStatus.Passed);
        application.Accreditation.ShouldBe(AccreditationState.NotStarted);
        application.MembershipDecision!.Refused.ShouldBe([other with { Reason = "No home of this kind." }]);
    }

    [Fact]
    public void A_lot_applied_for_is_admitted_to_or_refused_with_its_own_reason()
    {
        var application = An.InEvaluation();
        var lots = application.Answers.LotsAndAreas!.LotIds;
        Action Propose(IReadOnlyList<Guid> admit, params LotRefusal[] refuse) => () => application.ProposeMembership(
            MembershipOutcome.Admit, admit, refuse, "Met.", An.Priya, An.Now);

        foreach (var refused in new[]
        {
            Propose([lots[0]]),
            Propose([lots[0]], new LotRefusal(lots[1], " ")),
            Propose([lots[0]], new LotRefusal(lots[1], "No"), new LotRefusal(lots[1], "Twice")),
            Propose(lots, new LotRefusal(lots[1], "Admitted and refused")),
            Propose([lots[0]], new LotRefusal(lots[1], "No"), new LotRefusal(Guid.NewGuid(), "Never asked for")),
        })
        {
            Should.Throw<InvalidInputException>(refused).Errors.ShouldHaveSingleItem().Field.ShouldBe("refused");
        }

        application.Membership.ShouldBe(MembershipState.InEvaluation);
    }

    [Fact]
    public void The_letter_names_the_lots_admitted_to_and_the_lots_refused_with_the_reason()
    {
        var scheme = An.Scheme();
        var application = An.Draft(scheme);
        application.Save(An.Answers(scheme), An.Now);
        application.Submit([], scheme, An.Now);
        application.StartEvaluation(An.Priya);
        application.ProposeMembership(
            MembershipOutcome.Admit, [scheme.Lots[0].Id], [new LotRefusal(scheme.Lots[1].Id, "No home of this kind.")],
            "Met.", An.Priya, An.Now);
        application.ConfirmMembership(An.Gareth, An.Now);

        var letter = DecisionLetters.OfMembership(application, scheme).Text;

        letter.Paragraphs.ShouldContain(p => p.EndsWith($"{scheme.Lots[1].Name}: No home of this kind."));
        letter.Rows.Skip(1).Select(r => r[2]).ShouldBe(["Admitted", "Not admitted"]);
    }

    [Fact]
    public void Only_lots_applied_for_are_admitted_to()
    {
        var application = An.InEvaluation();

        Should.Throw<InvalidInputException>(() => application.ProposeMembership(
                MembershipOutcome.Admit, [Guid.NewGuid()], [], "Met.", An.Priya, An.Now))
            .Errors[0].Field.ShouldBe("lotIds");
        Should.Throw<InvalidInputException>(() => application.ProposeMembership(
            MembershipOutcome.Admit, [], [], "Met.", An.Priya, An.Now)).Errors[0].Field.ShouldBe("lotIds");
    }

    [Fact]
    public void A_rejection_admits_nowhere_and_gives_its_reasons()
    {
        var application = An.Proposed(MembershipOutcome.Reject);

        application.ConfirmMembership(An.Gareth, An.Now);

        application.Membership.ShouldBe(MembershipState.Rejected);
        application.IsLive.ShouldBeFalse();
        application.MembershipDecision!.LotIds.ShouldBeEmpty();
        application.Events.OfType<ProviderAdmittedEto>().ShouldBeEmpty();
        application.StageOf(AccreditationStage.Application).Reason.ShouldBe("All criteria are met.");
    }

    [Fact]
    public void Submission_freezes_the_answers()
    {
        var application = An.Submitted();
        var before = application.Answers;

        Should.Throw<InvalidTransitionException>(
            () => application.Save(new QuestionnaireDto { Declaration = before.Declaration }, An.Now));

        application.Answers.ShouldBe(before);
    }

    [Fact]
    public void A_second_submission_is_refused_and_starts_no_new_clock()
    {
        var scheme = An.Scheme();
        var application = An.Submitted(scheme);

        Should.Throw<InvalidTransitionException>(() => application.Submit([], scheme, An.Now.AddDays(3)));

        application.SubmittedAt.ShouldBe(An.Now);
    }

    [Fact]
    public void Saving_one_section_leaves_the_others_and_people_keep_their_identity()
    {
        var scheme = An.Scheme();
        var application = An.Draft(scheme);
        application.Save(An.Answers(scheme), An.Now);
        var people = application.Answers.People!;

        application.Save(new QuestionnaireDto { People = people }, An.Now.AddMinutes(1));

        application.Answers.People!.People.Select(p => p.Id).ShouldBe(people.People.Select(p => p.Id));
        people.People.ShouldAllBe(p => p.Id != null);
        application.Answers.Ofsted.ShouldNotBeNull();
        application.LastSavedAt.ShouldBe(An.Now.AddMinutes(1));
    }

    private static DateTime At(int year, int month, int day) => new(year, month, day, 12, 0, 0, DateTimeKind.Utc);
}
