using DpsPortal.Accreditation.RecruitmentActions;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Stage 2: the paperwork shows that people are recruited, vetted and trained safely.</summary>
internal sealed record SaferRecruitmentReview(
    IReadOnlyList<SaferRecruitmentAnswer> Answers, SaferRecruitmentOutcome? Outcome = null, string? Reasons = null)
{
    /// <summary>Compliant lines of those that apply, in per cent, to pass without actions. Source: domain §2.4.</summary>
    public const int PassPercent = 90;

    public static readonly SaferRecruitmentReview Empty = new([]);

    /// <summary>Critical findings of the provider's record that an officer looked into and found answered.</summary>
    public IReadOnlyList<SettledFinding> Settled { get; init; } = [];

    /// <summary>Where and when the record was read of a provider that listed nobody here.</summary>
    public string? RecordRead { get; init; }

    public int CompliancePercent => Compliance.Percent(Answers);

    /// <exception cref="InvalidInputException">No such line.</exception>
    public SaferRecruitmentReview Record(IReadOnlyList<RecordSaferRecruitmentItemDto> items) =>
        this with { Answers = Compliance.Merge(SaferRecruitmentChecklist.Questions, Answers, items) };

    /// <summary>A reason settles a critical finding; a blank one opens it again.</summary>
    /// <exception cref="InvalidInputException">A finding that an action plan can wait for needs no settling.</exception>
    public SaferRecruitmentReview Settle(IReadOnlyList<SettleFindingDto> findings, Officer officer, DateTime now)
    {
        var settled = Settled.ToDictionary(f => (f.StaffId, f.Kind));
        for (var i = 0; i < findings.Count; i++)
        {
            var (finding, key) = (findings[i], (findings[i].StaffId, findings[i].Kind));
            if (!SaferRecruitmentFindings.Critical.Contains(finding.Kind))
            {
                throw new InvalidInputException($"findings[{i}].kind", "Only a critical finding is settled with a reason.");
            }

            settled.Remove(key);
            if (!string.IsNullOrWhiteSpace(finding.Reason))
            {
                settled[key] = new SettledFinding(finding.StaffId, finding.Kind, finding.Reason.Trim(), officer, now);
            }
        }

        return this with { Settled = [.. settled.Values] };
    }

    /// <param name="proof">The provider's own record and the files drawn from it.</param>
    /// <exception cref="BusinessException">The answers, the record or the files do not bear the outcome.</exception>
    /// <exception cref="InvalidInputException">Actions that do not go with the outcome, or that are incomplete.</exception>
    public SaferRecruitmentReview Close(CloseSaferRecruitmentDto input, StaffProof proof, DateTime now)
    {
        if (input.Outcome != SaferRecruitmentOutcome.Fail)
        {
            RefuseUnanswered();
            RefuseCriticalFindings();
            proof.RefuseUnlessSound(Settled, input.RecordRead);
        }

        if (input.Outcome == SaferRecruitmentOutcome.Pass)
        {
            if (CompliancePercent < PassPercent)
            {
                throw new BusinessException(AccreditationErrorCodes.ComplianceTooLow)
                    .WithData("percent", CompliancePercent).WithData("needed", PassPercent);
            }

            proof.RefuseBelow(PassPercent);
            if (Answers.Any(a => a is { Id: SaferRecruitmentChecklist.TrainingMatrix, Result: ComplianceResult.Compliant }))
            {
                proof.RefuseTrainingBelow(TrainingMatrix.PassPercent);
            }
        }

        var errors = ActionErrors(input.Outcome, input.Actions, LondonTime.DateOf(now))
            .Select(e => new FieldError(e.Field, e.Message)).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }

        return this with
        {
            Outcome = input.Outcome,
            Reasons = input.Reasons,
            RecordRead = proof.Staff.Count == 0 ? input.RecordRead?.Trim() : null,
        };
    }

    /// <param name="today">A London date.</param>
    private static IEnumerable<(string Field, string Message)> ActionErrors(
        SaferRecruitmentOutcome outcome, IReadOnlyList<SetRecruitmentActionDto> actions, DateOnly today)
    {
        var withActions = outcome == SaferRecruitmentOutcome.PassWithActions;
        if (withActions != actions.Count > 0)
        {
            yield return (
                "actions", withActions ? "Add at least one action." : "Only a stage passed with actions has actions.");
        }

        foreach (var (action, i) in actions.Select((a, i) => (a, i)))
        {
            if (string.IsNullOrWhiteSpace(action.Text))
            {
                yield return ($"actions[{i}].text", "Say what the provider must do.");
            }

            if (action.DueOn < today)
            {
                yield return ($"actions[{i}].dueOn", "Enter a day that has not passed.");
            }
        }
    }

    private void RefuseUnanswered()
    {
        var questions = SaferRecruitmentChecklist.Questions;
        var open = Compliance.Unanswered(questions, Answers);
        if (open > 0)
        {
            throw new BusinessException(AccreditationErrorCodes.ReviewIncomplete)
                .WithData("open", open).WithData("lines", questions.Count);
        }

        if (!Answers.Any(Compliance.Applies))
        {
            throw new BusinessException(AccreditationErrorCodes.NothingApplies);
        }
    }

    private void RefuseCriticalFindings()
    {
        var findings = Compliance.CriticalFindings(SaferRecruitmentChecklist.Questions, Answers).ToList();
        if (findings.Count > 0)
        {
            throw new BusinessException(AccreditationErrorCodes.CriticalFinding)
                .WithData("findings", string.Join("; ", findings));
        }
    }
}

internal sealed record SaferRecruitmentAnswer(string Id, ComplianceResult? Result, string? Note);

/// <summary>Why a critical finding of the provider's record does not stand in the way.</summary>
/// <param name="SettledAt">UTC.</param>
internal sealed record SettledFinding(
    Guid StaffId, SaferRecruitmentFinding Kind, string Reason, Officer SettledBy, DateTime SettledAt);
