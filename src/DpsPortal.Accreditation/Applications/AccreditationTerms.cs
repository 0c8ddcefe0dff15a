using System.Globalization;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Applications;

/// <summary>How long a decision lets an accreditation last, and what it asks for, each by a day. Domain §2.6.</summary>
internal sealed record AccreditationTerms(IReadOnlyList<ConditionDto> Conditions, DateOnly? ValidUntil)
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <param name="today">London.</param>
    /// <exception cref="BusinessException">Conditional, but nothing is asked for.</exception>
    /// <exception cref="InvalidInputException">A day that cannot be.</exception>
    public static AccreditationTerms Of(ProposeAccreditationDto input, DateOnly today)
    {
        if (input.Outcome == AccreditationOutcome.Refuse)
        {
            return new AccreditationTerms([], null);
        }

        var conditional = input.Outcome == AccreditationOutcome.AccreditWithConditions;
        var longest = today.AddMonths(conditional ? Application.ConditionalMonths : Application.ValidMonths);
        if (input.ValidUntil is { } until && (until <= today || until > longest))
        {
            throw new InvalidInputException(
                "validUntil", $"Enter a day after today, up to {longest.ToString("d MMMM yyyy", British)}.");
        }

        return new AccreditationTerms(
            conditional ? Checked(input.Conditions, today, input.ValidUntil ?? longest) : [], input.ValidUntil);
    }

    /// <param name="today">London date of the confirmation.</param>
    /// <returns>Last day, London; null for a refusal.</returns>
    /// <exception cref="BusinessException">A day of the proposal is not ahead any more.</exception>
    public static DateOnly? Until(Decision decision, AccreditationTrigger trigger, DateOnly today)
    {
        if (trigger == AccreditationTrigger.Refuse)
        {
            return null;
        }

        if (decision.ValidUntil <= today)
        {
            throw new BusinessException(AccreditationErrorCodes.ValidityDue)
                .WithData("until", decision.ValidUntil.Value.ToString("d MMMM yyyy", British));
        }

        if (decision.Conditions.FirstOrDefault(c => c.DueOn <= today) is { } late)
        {
            throw new BusinessException(AccreditationErrorCodes.ConditionDue)
                .WithData("condition", late.Text).WithData("due", late.DueOn.ToString("d MMMM yyyy", British));
        }

        return decision.ValidUntil ?? today.AddMonths(
            trigger == AccreditationTrigger.Accredit ? Application.ValidMonths : Application.ConditionalMonths);
    }

    private static IReadOnlyList<ConditionDto> Checked(
        IReadOnlyList<ConditionDto> conditions, DateOnly today, DateOnly until)
    {
        if (conditions.Count == 0 || conditions.Any(c => string.IsNullOrWhiteSpace(c.Text)))
        {
            throw new BusinessException(AccreditationErrorCodes.ConditionsNeeded);
        }

        for (var i = 0; i < conditions.Count; i++)
        {
            if (conditions[i].DueOn <= today || conditions[i].DueOn > until)
            {
                throw new InvalidInputException(
                    $"conditions[{i}].dueOn",
                    $"Enter a day after today, up to {until.ToString("d MMMM yyyy", British)}, the last day of the "
                        + "accreditation.");
            }
        }

        return conditions;
    }
}
