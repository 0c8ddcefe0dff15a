using DpsPortal.Property.Visits;

namespace DpsPortal.Accreditation.Applications;

public sealed class ApplicationViewTests
{
    [Fact]
    public void The_provider_does_not_learn_of_a_proposal_before_it_is_confirmed()
    {
        var membership = ForProvider(An.Proposed());
        var accreditation = ForProvider(An.AccreditationProposed());

        membership.Membership.ShouldBe(MembershipState.InEvaluation);
        membership.MembershipDecision.ShouldBeNull();
        membership.Lots.ShouldAllBe(l => l.Admitted == null);
        accreditation.Accreditation.ShouldBe(AccreditationState.AwaitingDecision);
        accreditation.AccreditationDecision.ShouldBeNull();
    }

    [Fact]
    public void The_provider_reads_reasons_after_confirmation_and_never_the_officers_checks()
    {
        var application = An.AccreditationProposed();
        application.ConfirmAccreditation(An.Gareth, An.Now);

        var seen = ForProvider(application);

        seen.AccreditationDecision!.Reasons.ShouldBe("All stages were passed.");
        seen.FitAndProperTest.ShouldBeNull();
        seen.SaferRecruitment.ShouldBeNull();
        seen.Stages.ShouldAllBe(s => s.Status == StageStatus.Passed && s.Reason != null);
    }

    [Fact]
    public void An_unannounced_visit_is_not_announced_to_the_provider()
    {
        var visits = new[] { An.Visit(state: VisitState.Booked, passed: null) with { Notice = VisitNotice.Unannounced } };

        View(An.InPropertyVisit(), An.Provider).ToDto(visits).Visits.ShouldBeEmpty();
        View(An.InPropertyVisit(), An.Eastmarsh).ToDto(visits).Visits.Count.ShouldBe(1);
    }

    [Fact]
    public void Officers_are_offered_the_proposed_outcome_only()
    {
        View(An.Proposed(), An.Eastmarsh).ToDto([]).PermittedMembershipTriggers
            .ShouldBe([MembershipTrigger.SendBack, MembershipTrigger.ConfirmAdmission]);
        View(An.AccreditationProposed(), An.Eastmarsh).ToDto([]).PermittedAccreditationTriggers
            .ShouldBe([AccreditationTrigger.SendBack, AccreditationTrigger.Accredit]);
    }

    [Fact]
    public void The_provider_is_offered_its_own_moves_only()
    {
        ForProvider(An.Proposed()).PermittedMembershipTriggers.ShouldBe([MembershipTrigger.Withdraw]);
        ForProvider(An.Admitted()).PermittedAccreditationTriggers.ShouldBeEmpty();
    }

    [Fact]
    public void The_next_step_in_the_providers_list_does_not_tell_of_a_proposal()
    {
        View(An.Proposed(), An.Provider).ToListItem().NextStep
            .ShouldBe(View(An.InEvaluation(), An.Provider).ToListItem().NextStep);
        View(An.AccreditationProposed(), An.Provider).ToListItem().NextStep
            .ShouldBe(View(An.AwaitingDecision(), An.Provider).ToListItem().NextStep);
    }

    private static ApplicationDto ForProvider(Application application) => View(application, An.Provider).ToDto([]);

    private static ApplicationView View(Application application, Guid reader) => new(
        application, An.Scheme(), [], new Dictionary<Guid, string>(), reader, An.Now, []);
}
