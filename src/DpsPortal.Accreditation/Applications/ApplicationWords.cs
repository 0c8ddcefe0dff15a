namespace DpsPortal.Accreditation.Applications;

/// <summary>How letters, e-mails and the queue name what the application goes through.</summary>
internal static class ApplicationWords
{
    public static string Of(AccreditationStage stage) => stage switch
    {
        AccreditationStage.Application => "Application",
        AccreditationStage.FitAndProperTest => "Fit-and-proper-person test",
        AccreditationStage.SaferRecruitment => "Safer-recruitment document review",
        AccreditationStage.PropertyVisit => "Property visit",
        AccreditationStage.Decision => "Accreditation decision",
        _ => throw new ArgumentOutOfRangeException(nameof(stage)),
    };

    /// <summary>What an officer does next, as an instruction.</summary>
    public static string NextStepOf(Application application) => application.Membership switch
    {
        MembershipState.Draft => "Complete and submit",
        MembershipState.Submitted => "Start the evaluation",
        MembershipState.InEvaluation => "Propose a membership decision",
        MembershipState.DecisionProposed => "Confirm the membership decision",
        MembershipState.Rejected => "Rejected",
        MembershipState.Withdrawn => "Withdrawn",
        MembershipState.Removed => "Removed",
        MembershipState.Left => "Left",
        _ => NextStepOf(application.Accreditation),
    };

    /// <summary>The same for the provider, who does not learn of a proposal.</summary>
    public static string ForProvider(Application application) => application.Membership switch
    {
        MembershipState.Draft => "Complete and submit",
        MembershipState.Submitted or MembershipState.InEvaluation or MembershipState.DecisionProposed =>
            "We are deciding on membership",
        MembershipState.Rejected => "Read the decision letter; you may apply again",
        MembershipState.Withdrawn => "Withdrawn",
        MembershipState.Removed => "Read the letter; you may apply again",
        MembershipState.Left => "You left; you may apply again",
        _ => application.Accreditation switch
        {
            AccreditationState.Accredited or AccreditationState.AccreditedWithConditions =>
                "Accredited. Read the decision letter",
            AccreditationState.NotAccredited => "Read the decision letter",
            AccreditationState.PropertyVisit => "Make your homes ready for the visit",
            _ => "Accreditation is under way",
        },
    };

    private static string NextStepOf(AccreditationState state) => state switch
    {
        AccreditationState.NotStarted => "Open the fit-and-proper-person test",
        AccreditationState.FitAndProperTest => "Carry out the fit-and-proper-person test",
        AccreditationState.SaferRecruitmentReview => "Review safer-recruitment documents",
        AccreditationState.PropertyVisit => "Book and record property visits",
        AccreditationState.AwaitingDecision => "Propose an accreditation decision",
        AccreditationState.DecisionProposed => "Confirm the accreditation decision",
        AccreditationState.Accredited => "Accredited",
        AccreditationState.AccreditedWithConditions => "Accredited with conditions",
        AccreditationState.NotAccredited => "Not accredited",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };
}
