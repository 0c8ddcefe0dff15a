using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <content>The fit-and-proper-person test: person by person, again for whoever changes.</content>
internal sealed partial class Application
{
    /// <exception cref="BusinessException">The provider is not admitted.</exception>
    public void OpenFitAndProperTest(DateTime now)
    {
        var to = AccreditationStates.Transitions.Fire(Accreditation, AccreditationTrigger.OpenFitAndProperTest);
        if (Membership != MembershipState.Admitted)
        {
            throw new BusinessException(AccreditationErrorCodes.NotAdmitted);
        }

        FitAndProperTest = FitAndProperTest.Open(Answers.People!, LondonTime.DateOf(now));
        Move(AccreditationTrigger.OpenFitAndProperTest, to);
        OpenStageOf(AccreditationStage.FitAndProperTest, now);
        Tell("the fit-and-proper-person test has begun");
    }

    /// <summary>While the stage is open; afterwards of those only whose test was opened again.</summary>
    public bool MayTest(PersonFitness person) => Membership == MembershipState.Admitted
        && (Accreditation == AccreditationState.FitAndProperTest
            || (person.ReopenedAt is not null && person.Ground is not null
                && Accreditation is not (AccreditationState.NotStarted or AccreditationState.NotAccredited)));

    public void RecordFitness(Guid personId, RecordFitnessDto input, Officer officer, DateTime now) => ChangePerson(
        personId, "RecordFitness",
        p => p.Record(Answers.People?.People.FirstOrDefault(a => a.Id == personId), input, officer, now),
        input.Outcome is null ? null : input.Reasons);

    public void ConfirmFitness(Guid personId, Officer officer, DateTime now)
    {
        ChangePerson(personId, "ConfirmFitness", p => p.Confirm(officer, now));
        if (StageOf(AccreditationStage.FitAndProperTest).Status != StageStatus.Open
            && FitAndProperTest!.Of(personId).IsSettled)
        {
            Tell("somebody whose test was opened again was found fit");
        }
    }

    public void SendBackFitness(Guid personId, string reason, Officer officer)
    {
        RefuseBlank(reason, "reason");
        ChangePerson(personId, "SendBackFitness", p => p.SendBack(officer), reason);
    }

    /// <summary>The audit trail says that somebody scored, never how: the others have yet to score.</summary>
    public void ScoreInterview(Guid personId, ScoreInterviewDto input, Officer officer, DateTime now) =>
        ChangePerson(personId, "ScoreInterview", p => p.Score(input, officer, now));

    public void AgreeInterview(Guid personId, ScoreInterviewDto input, Officer officer, DateTime now) =>
        ChangePerson(personId, "AgreeInterview", p => p.Agree(input, officer, now), input.Reasons);

    /// <exception cref="BusinessException">Passed, although somebody is not found fit; or the reverse.</exception>
    public void CloseFitAndProperTest(bool passed, string reasons, Officer officer, DateTime now)
    {
        var trigger = passed ? AccreditationTrigger.PassFitAndProperTest : AccreditationTrigger.FailFitAndProperTest;
        var to = AccreditationStates.Transitions.Fire(Accreditation, trigger);
        if (passed)
        {
            FitAndProperTest!.RefuseUnlessSettled();
        }
        else if (FitAndProperTest!.Result.Result == TestResult.Passed)
        {
            throw new BusinessException(AccreditationErrorCodes.EverybodyFit);
        }

        SaferRecruitment = passed ? SaferRecruitmentReview.Empty : null;
        CloseStage(trigger, to, AccreditationStage.FitAndProperTest, passed, reasons, officer, now);
    }

    /// <summary>The application names other people: their tests open again, nobody else's.</summary>
    private void FollowPeople(PeopleSectionDto? before, DateTime now)
    {
        if (FitAndProperTest is not { } test || Answers.People is not { } section)
        {
            return;
        }

        FitAndProperTest = test.Follow(before, section, now);
        var again = FitAndProperTest.People.Where(p => p.ReopenedAt == now).ToList();
        foreach (var person in again)
        {
            Record("ReopenFitness", after: $"{string.Join(", ", person.Roles)}: {person.ReopenedBecause}");
        }

        if (again.Count > 0 && AssignedToId is { } officer)
        {
            AddEvent(new OfficerNewsEto(
                Id, HostAuthorityId, officer, Reference,
                "people have changed, so their fit-and-proper-person test is open again"));
        }
    }

    /// <exception cref="InvalidTransitionException">The person’s test is closed.</exception>
    private void ChangePerson(
        Guid personId, string action, Func<PersonFitness, PersonFitness> change, string? reason = null)
    {
        var before = FitAndProperTest?.Of(personId);
        if (before is null || !MayTest(before))
        {
            throw new InvalidTransitionException(
                Accreditation.ToString(), action, [.. PermittedAccreditationTriggers.Select(t => t.ToString())]);
        }

        var after = change(before);
        FitAndProperTest = FitAndProperTest!.With(after);
        var fell = before.Outcome is { } was && after.Outcome is null ? $"; {was} counts no longer" : "";
        Record(
            action, after: $"{string.Join(", ", after.Roles)}: {after.Outcome?.ToString() ?? "under way"}{fell}",
            reason: reason);
    }
}
