using System.Text.RegularExpressions;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Tendering.Referrals;

/// <summary>What a needs profile must hold to, beyond the ranges of its fields.</summary>
internal static partial class NeedsRules
{
    /// <summary>Beyond it a date is a slip of the pen.</summary>
    private const int YearsInReach = 2;

    /// <summary>The last day that is still "within five days". Source: domain §4.3 and §9 (60% within five days).</summary>
    private const int DaysOfFive = 5;

    /// <returns>The profile with tidy area codes and what the server knows better: age and urgency.</returns>
    /// <exception cref="InvalidInputException">With a message for each field that is wrong.</exception>
    public static NeedsProfileDto Tidy(NeedsProfileDto needs, DateOnly today, DateOnly dateOfBirth)
    {
        var tidy = AsOf(today, needs, dateOfBirth) with
        {
            PreferredAreas = [.. needs.PreferredAreas.Select(Code).Distinct()],
            ExcludedAreas = [.. needs.ExcludedAreas.Select(Code).Distinct()],
        };
        var errors = Errors(tidy, today).ToList();
        return errors.Count == 0 ? tidy : throw new InvalidInputException(errors);
    }

    /// <summary>A draft keeps coded answers only: a text that is no area code could say who it is.</summary>
    /// <exception cref="InvalidInputException">With a message for each area that is none.</exception>
    public static NeedsDraftDto Tidy(NeedsDraftDto draft)
    {
        var tidy = draft with
        {
            PreferredAreas = [.. draft.PreferredAreas.Select(Code).Distinct()],
            ExcludedAreas = [.. draft.ExcludedAreas.Select(Code).Distinct()],
        };
        var errors = AreaErrors(tidy.PreferredAreas, tidy.ExcludedAreas).ToList();
        return errors.Count == 0 ? tidy : throw new InvalidInputException(errors);
    }

    /// <summary>
    /// Who is looked after or a relevant child is under 18; a former relevant child is not. Source: Children Act 1989,
    /// ss. 20, 23A, 23C, 31, 38, 105(1); domain §4.3.
    /// </summary>
    public static bool Fits(LegalBasis basis, AgeBand age) =>
        (age == AgeBand.From16To17) == basis is not (LegalBasis.FormerRelevantChild or LegalBasis.None);

    /// <summary>What moves on with time, as it is on a day.</summary>
    public static NeedsProfileDto AsOf(DateOnly today, NeedsProfileDto needs, DateOnly dateOfBirth)
    {
        var age = Age.On(today, dateOfBirth);
        return needs with
        {
            AgeBand = age.Band,
            Turns18Within6Months = age.Turns18Within6Months,
            Urgency = UrgencyOn(today, needs.MoveInFrom),
        };
    }

    /// <summary>Nobody can move in within the days it names.</summary>
    public static bool IsTooLate(NeedsProfileDto needs, DateOnly today) => needs.MoveInBy < today;

    public static Urgency UrgencyOn(DateOnly today, DateOnly moveInFrom) =>
        moveInFrom <= today ? Urgency.Today
        : moveInFrom <= today.AddDays(DaysOfFive) ? Urgency.LessThanFiveDays
        : Urgency.MoreThanFiveDays;

    private static IEnumerable<FieldError> AreaErrors(IReadOnlyList<string> preferred, IReadOnlyList<string> excluded)
    {
        foreach (var (field, codes) in new[] { ("preferredAreas", preferred), ("excludedAreas", excluded) })
        {
            for (var i = 0; i < codes.Count; i++)
            {
                if (!OutwardCode().IsMatch(codes[i]))
                {
                    yield return new FieldError(
                        $"needs.{field}[{i}]", "Enter the first half of a postcode only, such as HA9.");
                }
            }
        }
    }

    private static IEnumerable<FieldError> Errors(NeedsProfileDto needs, DateOnly today)
    {
        foreach (var error in AreaErrors(needs.PreferredAreas, needs.ExcludedAreas))
        {
            yield return error;
        }

        if (needs.PreferredAreas.Intersect(needs.ExcludedAreas).Any())
        {
            yield return new FieldError("needs.excludedAreas", "An area cannot be both preferred and excluded.");
        }

        if (!Fits(needs.LegalBasis, needs.AgeBand!.Value))
        {
            yield return new FieldError("needs.legalBasis", needs.AgeBand == AgeBand.From16To17
                ? "The young person is under 18. Choose the section or order that holds for a child."
                : "The young person is 18 or over. Choose former relevant child, or none.");
        }

        if (needs.MoveInBy < needs.MoveInFrom)
        {
            yield return new FieldError("needs.moveInBy", "Enter a day that is not before the first move-in day.");
        }
        else if (IsTooLate(needs, today))
        {
            yield return new FieldError("needs.moveInBy", "This day is past. Enter the last day they could move in now.");
        }

        foreach (var (field, date) in new[] { ("moveInFrom", needs.MoveInFrom), ("moveInBy", needs.MoveInBy) })
        {
            if (date < today.AddYears(-YearsInReach) || date > today.AddYears(YearsInReach))
            {
                yield return new FieldError($"needs.{field}", "Enter a day within two years of today.");
            }
        }

        if (needs.WishesAskedOn < today.AddYears(-YearsInReach))
        {
            yield return new FieldError("needs.wishesAskedOn", "Ask the young person again: this was too long ago.");
        }

        if (needs.WishesAskedOn > today)
        {
            yield return new FieldError("needs.wishesAskedOn", "Enter the day the young person was asked.");
        }

        foreach (var (field, hours) in new[]
        {
            ("coreHoursPerWeek", needs.CoreHoursPerWeek), ("additionalHoursPerWeek", needs.AdditionalHoursPerWeek),
        })
        {
            if (hours != decimal.Round(hours, 2))
            {
                yield return new FieldError($"needs.{field}", "Enter hours with no more than two decimals.");
            }
        }

        if (needs.Risks.DistinctBy(r => r.Risk).Count() != needs.Risks.Count)
        {
            yield return new FieldError("needs.risks", "Answer each risk once.");
        }

        if (needs.Independence.DistinctBy(s => s.Skill).Count() != needs.Independence.Count)
        {
            yield return new FieldError("needs.independence", "Score each skill once.");
        }
    }

    private static string Code(string code) => code.Trim().ToUpperInvariant();

    /// <summary>The half before the space; a full postcode would say where somebody lives.</summary>
    [GeneratedRegex("^[A-Z]{1,2}[0-9][A-Z0-9]?$", RegexOptions.CultureInvariant)]
    private static partial Regex OutwardCode();
}
