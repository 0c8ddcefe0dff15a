using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Applications;

/// <content>Questions to the applicant, the pauses they make, and the changes they ask for.</content>
internal sealed partial class Application
{
    /// <summary>Sections an open question asks the provider to put right; empty when none does.</summary>
    public IReadOnlyList<ApplicationSection> OpenToChange { get; private set; } = [];

    /// <summary>The answers as the provider is changing them; the host reads them once they are a version.</summary>
    public QuestionnaireDto? PendingAnswers { get; private set; }

    public bool HasPendingAnswers => PendingAnswers is not null;

    /// <summary>While either decision is still to come, or an officer has reason to ask a member.</summary>
    private bool CanBeAsked => Membership is MembershipState.Submitted or MembershipState.InEvaluation
        or MembershipState.DecisionProposed or MembershipState.Admitted;

    /// <summary>Puts a question. The day to decide on membership stays where it is (fact 2).</summary>
    /// <exception cref="InvalidInputException">Asked to hold a clock that cannot be held.</exception>
    /// <exception cref="BusinessException">Another question waits for changed answers.</exception>
    public Clarification Ask(AskClarificationDto input, Officer officer, DateTime now)
    {
        if (!CanBeAsked)
        {
            throw new InvalidTransitionException(
                Membership.ToString(), "AskClarification",
                [.. MembershipStates.Transitions.PermittedTriggers(Membership).Select(t => t.ToString())]);
        }

        var holds = OpenStage is { WorkingDays: not null } open && open.Kind == input.Stage;
        if (input.PausesStage && !holds)
        {
            throw new InvalidInputException(
                "pausesStage", "Only the clock of the open stage can wait. The legal clock never stops.");
        }

        if (input.Sections is { Count: > 0 } && OpenToChange.Count > 0)
        {
            throw new BusinessException(AccreditationErrorCodes.ChangeAlreadyAsked);
        }

        var question = new Clarification(this, input, officer, now);
        OpenToChange = input.Sections is { Count: > 0 } ? question.Sections : OpenToChange;
        if (input.PausesStage)
        {
            Change(input.Stage!.Value, s => s.Pause(question.Id, now));
        }

        Record("AskClarification", after: $"Reply by {Iso(input.ReplyBy)}");
        return question;
    }

    /// <summary>What a question's answer, close or withdrawal means here: its stage's clock runs on.</summary>
    public void Settle(Clarification question, ClarificationTrigger how, DateTime now, string? reason = null)
    {
        if (how != ClarificationTrigger.Close)
        {
            if (question.PausesStage)
            {
                Change(question.Stage!.Value, s => s.Resume(question.Id, now));
            }

            if (question.Sections.Count > 0)
            {
                (OpenToChange, PendingAnswers) = ([], null);
            }
        }

        Record($"{how}Clarification", reason: reason);
    }

    /// <summary>The changed answers take the place of those before, which stay as a version.</summary>
    /// <exception cref="InvalidInputException">The change left something out.</exception>
    public void TakeOverPending(IReadOnlyList<Gap> gaps, DateTime now)
    {
        if (gaps.Count > 0)
        {
            throw new InvalidInputException([.. gaps.Select(g => new FieldError(g.Field, g.Message))]);
        }

        var before = Answers.People;
        Answers = PendingAnswers!;
        FollowPeople(before, now);
    }

    private bool MayChange(QuestionnaireDto sections) => OpenToChange.Count > 0
        && Questionnaire.Answered(sections).All(OpenToChange.Contains);
}
