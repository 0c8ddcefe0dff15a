using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <summary>Stage 2: the paperwork shows that people are recruited, vetted and trained safely.</summary>
internal sealed record SaferRecruitmentReview(
    IReadOnlyList<SaferRecruitmentAnswer> Answers, SaferRecruitmentOutcome? Outcome = null, string? Reasons = null,
    DateOnly? ActionsDueOn = null)
{
    /// <summary>Compliant lines of those that apply, in per cent, to pass without actions. Source: domain §2.4.</summary>
    public const int PassPercent = 90;

    public static readonly SaferRecruitmentReview Empty = new([]);

    private int Compliant => Answers.Count(a => a.Result == ComplianceResult.Compliant);

    private int Applicable => Answers.Count(a => a.Result is ComplianceResult.Compliant or ComplianceResult.NotCompliant);

    /// <summary>Rounded down, so that what reads 90 has reached 90; nought while nothing applies.</summary>
    public int CompliancePercent => Applicable == 0 ? 0 : Compliant * 100 / Applicable;

    /// <exception cref="InvalidInputException">No such line.</exception>
    public SaferRecruitmentReview Record(IReadOnlyList<RecordSaferRecruitmentItemDto> items)
    {
        var answers = Answers.ToDictionary(a => a.Id);
        for (var i = 0; i < items.Count; i++)
        {
            if (SaferRecruitmentChecklist.Questions.All(q => q.Id != items[i].Id))
            {
                throw new InvalidInputException($"items[{i}].id", "The checklist has no such line.");
            }

            answers[items[i].Id] = new SaferRecruitmentAnswer(items[i].Id, items[i].Result, items[i].Note);
        }

        return this with { Answers = [.. answers.Values] };
    }

    /// <exception cref="BusinessException">The answers do not bear the outcome.</exception>
    /// <exception cref="InvalidInputException">Actions without a day to come by which they are done.</exception>
    public SaferRecruitmentReview Close(CloseSaferRecruitmentDto input, DateTime now)
    {
        if (input.Outcome != SaferRecruitmentOutcome.Fail)
        {
            RefuseUnanswered();
            RefuseCriticalFindings();
        }

        if (input.Outcome == SaferRecruitmentOutcome.Pass && Compliant * 100 < PassPercent * Applicable)
        {
            throw new BusinessException(AccreditationErrorCodes.ComplianceTooLow)
                .WithData("percent", CompliancePercent).WithData("needed", PassPercent);
        }

        var withActions = input.Outcome == SaferRecruitmentOutcome.PassWithActions;
        if (withActions && !(input.ActionsDueOn > LondonTime.DateOf(now)))
        {
            throw new InvalidInputException("actionsDueOn", "Enter a day to come by which the actions are done.");
        }

        return this with
        {
            Outcome = input.Outcome,
            Reasons = input.Reasons,
            ActionsDueOn = withActions ? input.ActionsDueOn : null,
        };
    }

    private void RefuseUnanswered()
    {
        var questions = SaferRecruitmentChecklist.Questions;
        var open = questions.Count(q => Answers.All(a => a.Id != q.Id || a.Result is null));
        if (open > 0)
        {
            throw new BusinessException(AccreditationErrorCodes.ReviewIncomplete)
                .WithData("open", open).WithData("lines", questions.Count);
        }

        if (Applicable == 0)
        {
            throw new BusinessException(AccreditationErrorCodes.NothingApplies);
        }
    }

    private void RefuseCriticalFindings()
    {
        var findings = SaferRecruitmentChecklist.Questions
            .Where(q => q.Critical && Answers.Any(a => a.Id == q.Id && a.Result == ComplianceResult.NotCompliant))
            .Select(q => q.Question).ToList();
        if (findings.Count > 0)
        {
            throw new BusinessException(AccreditationErrorCodes.CriticalFinding)
                .WithData("findings", string.Join("; ", findings));
        }
    }
}

internal sealed record SaferRecruitmentAnswer(string Id, ComplianceResult? Result, string? Note);
