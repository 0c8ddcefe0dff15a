using System.Globalization;
using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <content>The quality side: three stages after admission, and the decision on accreditation.</content>
internal sealed partial class Application
{
    /// <summary>How long an accreditation counts, in months. Source: domain §2.6.</summary>
    public const int ValidMonths = 24;

    /// <summary>The same under conditions, at most.</summary>
    public const int ConditionalMonths = 6;

    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>None before admission: accreditation is of members.</summary>
    public IReadOnlyList<AccreditationTrigger> PermittedAccreditationTriggers => Membership == MembershipState.Admitted
        ? AccreditationStates.Transitions.PermittedTriggers(Accreditation)
        : [];

    private bool HasFailedStage => Stages.Any(
        s => s.Kind != AccreditationStage.Decision && s.Status == StageStatus.Failed);

    public void RecordSaferRecruitment(IReadOnlyList<RecordSaferRecruitmentItemDto> items)
    {
        RefuseUnlessIn(AccreditationState.SaferRecruitmentReview, "RecordSaferRecruitment");
        SaferRecruitment = SaferRecruitment!.Record(items);
        Record("RecordSaferRecruitment", after: $"{SaferRecruitment.Answers.Count(a => a.Result is not null)} answered");
    }

    /// <exception cref="InvalidTransitionException">Stage 2 is not open.</exception>
    public void RefuseUnlessReviewingRecords() =>
        RefuseUnlessIn(AccreditationState.SaferRecruitmentReview, "ReadFile");

    public void SettleFindings(IReadOnlyList<SettleFindingDto> findings, Officer officer, DateTime now)
    {
        RefuseUnlessIn(AccreditationState.SaferRecruitmentReview, "SettleFindings");
        SaferRecruitment = SaferRecruitment!.Settle(findings, officer, now);
        Record(
            "SettleFindings", after: $"{SaferRecruitment.Settled.Count} settled",
            reason: string.Join("; ", findings.Select(f => f.Reason).Where(r => !string.IsNullOrWhiteSpace(r))));
    }

    /// <returns>What the provider does by its day; none without that outcome.</returns>
    /// <exception cref="BusinessException">The answers, the record or the files do not bear the outcome.</exception>
    /// <exception cref="InvalidInputException">Actions that do not go with the outcome, or that are incomplete.</exception>
    public IReadOnlyList<RecruitmentAction> CloseSaferRecruitment(
        CloseSaferRecruitmentDto input, StaffProof proof, Officer officer, DateTime now)
    {
        var passed = input.Outcome != SaferRecruitmentOutcome.Fail;
        var trigger = passed ? AccreditationTrigger.PassSaferRecruitment : AccreditationTrigger.FailSaferRecruitment;
        var to = AccreditationStates.Transitions.Fire(Accreditation, trigger);
        SaferRecruitment = SaferRecruitment!.Close(input, proof, now);
        CloseStage(
            trigger, to, AccreditationStage.SaferRecruitment, passed, input.Reasons, officer, now,
            input.Actions.Count == 0
                ? ""
                : $". Sign in to see what you do, the first by {InWords(input.Actions.Min(a => a.DueOn))}");
        return [.. input.Actions.Select(a => new RecruitmentAction(this, a, officer))];
    }

    /// <summary>What happens to an action, in the history of its application.</summary>
    public void RememberRecruitmentAction(RecruitmentActionTrigger trigger, string? reason = null) =>
        Record($"{trigger}RecruitmentAction", reason: reason);

    /// <param name="visits">The latest visit of each home made for this application.</param>
    /// <exception cref="BusinessException">A home has no completed, passed visit made in person.</exception>
    public void ClosePropertyVisit(
        bool passed, string reasons, IReadOnlyList<VisitListItemDto> visits, Officer officer, DateTime now)
    {
        var trigger = passed ? AccreditationTrigger.PassPropertyVisit : AccreditationTrigger.FailPropertyVisit;
        var to = AccreditationStates.Transitions.Fire(Accreditation, trigger);
        foreach (var premisesId in passed ? PremisesIds : [])
        {
            var passedVisits = visits.Where(v =>
                v.PremisesId == premisesId && v is { State: VisitState.Completed, Passed: true }).ToList();
            if (passedVisits.Count == 0)
            {
                throw new BusinessException(AccreditationErrorCodes.VisitNotPassed)
                    .WithData("premises", visits.FirstOrDefault(v => v.PremisesId == premisesId)?.PremisesName
                        ?? "One of the homes");
            }

            if (passedVisits.All(v => v.Mode != VisitMode.InPerson))
            {
                throw new BusinessException(AccreditationErrorCodes.VisitMustBeInPerson)
                    .WithData("premises", passedVisits[0].PremisesName);
            }
        }

        CloseStage(trigger, to, AccreditationStage.PropertyVisit, passed, reasons, officer, now);
    }

    public void ProposeAccreditation(ProposeAccreditationDto input, Officer officer, DateTime now)
    {
        var to = AccreditationStates.Transitions.Fire(Accreditation, AccreditationTrigger.Propose);
        if (input.Outcome != AccreditationOutcome.Refuse && HasFailedStage)
        {
            throw new BusinessException(AccreditationErrorCodes.StageFailed);
        }

        if (input.Outcome != AccreditationOutcome.Refuse)
        {
            FitAndProperTest!.RefuseUnlessSettled();
        }

        RefuseBlank(input.Reasons);
        var terms = AccreditationTerms.Of(input, LondonTime.DateOf(now));
        AccreditationDecision = new Decision(
            input.Outcome.ToString(), MembershipDecision!.LotIds, input.Reasons, terms.Conditions, officer, now,
            terms.ValidUntil);
        Returned = null;
        Move(AccreditationTrigger.Propose, to, input.Reasons);
        TellLeads(officer, "accreditation");
    }

    /// <exception cref="BusinessException">The officer proposed it, or a day of it has passed since.</exception>
    public void ConfirmAccreditation(Officer officer, DateTime now)
    {
        var trigger = AccreditationDecision?.Outcome switch
        {
            nameof(AccreditationOutcome.Accredit) => AccreditationTrigger.Accredit,
            nameof(AccreditationOutcome.AccreditWithConditions) => AccreditationTrigger.AccreditWithConditions,
            _ => AccreditationTrigger.Refuse,
        };
        var to = AccreditationStates.Transitions.Fire(Accreditation, trigger);
        RefuseSamePerson(AccreditationDecision!, officer);
        if (trigger != AccreditationTrigger.Refuse)
        {
            FitAndProperTest!.RefuseUnlessSettled();
        }

        AccreditedUntil = AccreditationTerms.Until(AccreditationDecision!, trigger, LondonTime.DateOf(now));
        AccreditationDecision = AccreditationDecision! with { ConfirmedBy = officer, ConfirmedAt = now };
        Move(trigger, to, AccreditationDecision.Reasons);
        var accredited = trigger != AccreditationTrigger.Refuse;
        CloseStageOf(AccreditationStage.Decision, accredited, AccreditationDecision.Reasons, officer, now);
        Tell(accredited
            ? $"your organisation is accredited until {InWords(AccreditedUntil!.Value)}. The decision letter is ready"
            : "we have decided not to accredit your organisation. The decision letter says why");
    }

    /// <summary>By a second officer, or taken back by whoever proposed it.</summary>
    public void SendBackAccreditation(string reason, Officer officer)
    {
        var to = AccreditationStates.Transitions.Fire(Accreditation, AccreditationTrigger.SendBack);
        RefuseBlank(reason, "reason");
        (Returned, AccreditationDecision) = (new ReturnedProposal(AccreditationDecision!, officer), null);
        Move(AccreditationTrigger.SendBack, to, reason);
        TellProposer(officer, "accreditation");
    }

    private void TellLeads(Officer proposer, string what) => AddEvent(ColleagueNewsEto.ToSecondPerson(
        HostAuthorityId, Role.AccreditationLead, proposer.Id,
        $"The decision on {what} in application {Reference} waits for confirmation"));

    /// <summary>Whoever takes an own proposal back knows it.</summary>
    private void TellProposer(Officer by, string what)
    {
        if (Returned!.Proposal.ProposedBy.Id is var id && id != by.Id)
        {
            AddEvent(ColleagueNewsEto.ToProposer(
                HostAuthorityId, id, $"Your proposal on {what} in application {Reference} was sent back"));
        }
    }

    /// <summary>Closes one stage and opens the one that follows: the next, or after a failure the decision.</summary>
    private void CloseStage(
        AccreditationTrigger trigger, AccreditationState to, AccreditationStage stage, bool passed, string reasons,
        Officer officer, DateTime now, string andNow = "")
    {
        RefuseBlank(reasons);
        Move(trigger, to, reasons);
        CloseStageOf(stage, passed, reasons, officer, now);
        OpenStageOf(passed ? stage + 1 : AccreditationStage.Decision, now);
        var name = ApplicationWords.Of(stage);
        Tell(passed ? $"the stage \"{name}\" is passed{andNow}" : $"the stage \"{name}\" is not passed; a decision follows");
    }

    private void Move(AccreditationTrigger trigger, AccreditationState to, string? reason = null)
    {
        Record(trigger.ToString(), Accreditation.ToString(), to.ToString(), reason);
        Accreditation = to;
    }

    private void RefuseUnlessIn(AccreditationState state, string move)
    {
        if (Accreditation != state)
        {
            throw new InvalidTransitionException(
                Accreditation.ToString(), move, [.. PermittedAccreditationTriggers.Select(t => t.ToString())]);
        }
    }
}
