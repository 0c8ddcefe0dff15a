using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Applications;

/// <content>The legal side: from submission to the decision on membership.</content>
internal sealed partial class Application
{
    /// <summary>Freezes the answers and starts the legal clock.</summary>
    /// <exception cref="InvalidInputException">Something is missing; each gap at its field.</exception>
    public void Submit(IReadOnlyList<Gap> gaps, Scheme scheme, DateTime now)
    {
        var to = MembershipStates.Transitions.Fire(Membership, MembershipTrigger.Submit);
        scheme.RefuseWhenClosed(now);
        if (gaps.Count > 0)
        {
            throw new InvalidInputException([.. gaps.Select(g => new FieldError(g.Field, g.Message))]);
        }

        SubmittedAt = now;
        DueOn = RegimeRules.Of(Regime).DecisionDue(now);
        Move(MembershipTrigger.Submit, to);
        Tell($"we have received your application. You will have a decision on membership by {InWords(DueOn.Value)}");
    }

    /// <summary>The officer takes it on.</summary>
    public void StartEvaluation(Officer officer)
    {
        var to = MembershipStates.Transitions.Fire(Membership, MembershipTrigger.StartEvaluation);
        (AssignedToId, AssignedToName) = (officer.Id, officer.Name);
        Move(MembershipTrigger.StartEvaluation, to);
        Tell("an officer has begun to evaluate your application");
    }

    public bool CanExtend =>
        Membership is MembershipState.Submitted or MembershipState.InEvaluation && ExtensionReason is null
        && RegimeRules.Of(Regime).ExtendedDecisionWorkingDays is not null;

    /// <summary>From 10 to 15 working days, once. Source: PCR 2015, reg. 34(17).</summary>
    /// <exception cref="BusinessException">It was extended before.</exception>
    public void Extend(string reason)
    {
        if (ExtensionReason is not null)
        {
            throw new BusinessException(AccreditationErrorCodes.AlreadyExtended).WithData("dueOn", InWords(DueOn!.Value));
        }

        var rules = RegimeRules.Of(Regime);
        if (rules.ExtendedDecisionWorkingDays is null)
        {
            throw new BusinessException(AccreditationErrorCodes.NeverExtended)
                .WithData("source", rules.SourceOf(RegimeSubject.Deciding));
        }

        if (!CanExtend)
        {
            throw new InvalidTransitionException(
                Membership.ToString(), "Extend",
                [.. MembershipStates.Transitions.PermittedTriggers(Membership).Select(t => t.ToString())]);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new InvalidInputException("reason", "Say why this application needs longer.");
        }

        var before = DueOn!.Value;
        DueOn = rules.ExtendedDecisionDue(ClockStartedAt!.Value)!.Value;
        ExtensionReason = reason;
        RememberNextDue();
        Record("Extend", Iso(before), Iso(DueOn.Value), reason);
        Tell($"we need longer to decide. You will have a decision on membership by {InWords(DueOn.Value)}");
    }

    /// <param name="lotIds">To admit to, of those applied for; ignored when rejecting.</param>
    /// <param name="refusals">The others, each with its reason; ignored when rejecting.</param>
    public void ProposeMembership(
        MembershipOutcome outcome, IReadOnlyList<Guid> lotIds, IReadOnlyList<LotRefusal> refusals, string reasons,
        Officer officer, DateTime now)
    {
        var to = MembershipStates.Transitions.Fire(Membership, MembershipTrigger.Propose);
        var admitted = outcome == MembershipOutcome.Admit ? lotIds.Distinct().ToList() : [];
        if (outcome == MembershipOutcome.Admit && admitted.Count == 0)
        {
            throw new InvalidInputException("lotIds", "Choose at least one lot to admit to, or propose to reject.");
        }

        if (admitted.Except(Answers.LotsAndAreas?.LotIds ?? []).Any())
        {
            throw new InvalidInputException("lotIds", "Choose from the lots that the provider applied for.");
        }

        var refused = outcome == MembershipOutcome.Admit ? RefusedBesides(admitted, refusals) : [];
        RefuseBlank(reasons);
        MembershipDecision = new Decision(
            outcome.ToString(), admitted, reasons, [], officer, now, Refused: refused.Count > 0 ? refused : null);
        Returned = null;
        Move(MembershipTrigger.Propose, to, reasons);
        TellLeads(officer, "membership");
    }

    /// <summary>Nobody is left out of a lot without being told why. Source: PCR 2015, reg. 55(2)(a).</summary>
    private List<LotRefusal> RefusedBesides(List<Guid> admitted, IReadOnlyList<LotRefusal> refusals)
    {
        var left = (Answers.LotsAndAreas?.LotIds ?? []).Distinct().Except(admitted).ToList();
        var told = refusals.Where(r => !string.IsNullOrWhiteSpace(r.Reason)).ToLookup(r => r.LotId, r => r.Reason);
        return left.TrueForAll(lot => told[lot].Count() == 1) && refusals.All(r => left.Contains(r.LotId))
            ? [.. left.Select(lot => new LotRefusal(lot, told[lot].Single().Trim()))]
            : throw new InvalidInputException(
                "refused", "Give a reason for each lot the provider applied for and is not admitted to.");
    }

    /// <exception cref="BusinessException">The officer proposed it.</exception>
    public void ConfirmMembership(Officer officer, DateTime now)
    {
        var admits = MembershipDecision?.Outcome == nameof(MembershipOutcome.Admit);
        var trigger = admits ? MembershipTrigger.ConfirmAdmission : MembershipTrigger.ConfirmRejection;
        var to = MembershipStates.Transitions.Fire(Membership, trigger);
        RefuseSamePerson(MembershipDecision!, officer);
        MembershipDecision = MembershipDecision! with { ConfirmedBy = officer, ConfirmedAt = now };
        MembershipClosedAt = now;
        Move(trigger, to, MembershipDecision.Reasons);
        CloseStageOf(AccreditationStage.Application, admits, MembershipDecision.Reasons, officer, now);
        if (admits)
        {
            AddEvent(new ProviderAdmittedEto(Id, SchemeId, ProviderId, MembershipDecision.LotIds));
        }

        Tell(admits
            ? "your organisation has been admitted and will be invited to call-offs. The decision letter is ready"
            : "we have decided not to admit your organisation. The decision letter says why; you may apply again");
    }

    /// <summary>By a second officer, or taken back by whoever proposed it.</summary>
    public void SendBackMembership(string reason, Officer officer)
    {
        var to = MembershipStates.Transitions.Fire(Membership, MembershipTrigger.SendBack);
        RefuseBlank(reason, "reason");
        (Returned, MembershipDecision) = (new ReturnedProposal(MembershipDecision!, officer), null);
        Move(MembershipTrigger.SendBack, to, reason);
        TellProposer(officer, "membership");
    }

    public void Withdraw(string reason, DateTime now)
    {
        var to = MembershipStates.Transitions.Fire(Membership, MembershipTrigger.Withdraw);
        if (MembershipDecision is { IsConfirmed: false })
        {
            MembershipDecision = null;
        }

        MembershipClosedAt = now;
        Move(MembershipTrigger.Withdraw, to, reason);
        Change(
            AccreditationStage.Application,
            s => s with { Status = StageStatus.NotStarted, ClosedAt = now, Reason = "Withdrawn by the provider" });
        Tell("your application has been withdrawn");
    }

    /// <summary>Two officers have removed the provider from the last of its lots; it may apply again.</summary>
    public void Remove(string reason) => Move(
        MembershipTrigger.Remove, MembershipStates.Transitions.Fire(Membership, MembershipTrigger.Remove), reason);

    /// <summary>The provider gives its membership up in every lot; it may apply again.</summary>
    public void Leave(string reason)
    {
        var to = MembershipStates.Transitions.Fire(Membership, MembershipTrigger.Leave);
        RefuseBlank(reason, "reason");
        Move(MembershipTrigger.Leave, to, reason);
        Tell("your organisation has left the scheme and is not invited any more. You may apply again at any time");
    }

    /// <summary>For its History, in which its provider does not read this: who vouches is decided on the reference.</summary>
    public void RememberReference(string action, string authorityName) => Record(action, after: authorityName);

    /// <summary>What is done to its memberships stands in the history of the application too.</summary>
    public void RememberMemberAction(string action, string? reason = null) => Record(action, reason: reason);

    private void Move(MembershipTrigger trigger, MembershipState to, string? reason = null)
    {
        Record(trigger.ToString(), Membership.ToString(), to.ToString(), reason);
        Membership = to;
        RememberNextDue();
    }

    private static void RefuseBlank(string reasons, string field = "reasons")
    {
        if (string.IsNullOrWhiteSpace(reasons))
        {
            throw new InvalidInputException(field, "Say why.");
        }
    }

    private static string InWords(DateOnly date) => date.ToString("d MMMM yyyy", British);

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", British);
}
