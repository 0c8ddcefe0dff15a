using System.Globalization;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>Holds the terms of a scheme to the table of its regime. Each refusal names the rule and the way out.</summary>
internal static class SchemeLaw
{
    private static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <exception cref="BusinessException">A date, a fee or a number of members that the law forbids.</exception>
    /// <exception cref="InvalidInputException">A choice that the regime does not offer.</exception>
    public static void Refuse(RecordSchemeDto terms)
    {
        var rules = RegimeRules.Of(terms.Regime);
        RefuseNotice(terms.ContractNoticeDate, rules);
        RefuseLateEnd(terms.StartsOn, terms.EndsOn, rules);
        RefuseDisorder(terms);
        RefuseFee(terms.AwardFeeBasisPoints, rules);
        RefuseMembersLimit(terms.MostMembers, rules);
        RefuseChoices(terms, rules);
        RefuseWindows(terms.Windows, terms.StartsOn, terms.EndsOn, terms.AdmissionMode, rules);
    }

    public static void RefuseLateEnd(DateOnly startsOn, DateOnly endsOn, RegimeRules rules)
    {
        if (rules.LatestEnd(startsOn) is { } latest && endsOn > latest)
        {
            throw new BusinessException(AccreditationErrorCodes.EndsTooLate)
                .WithData("regime", rules.Name).WithData("latest", latest.ToString("d MMMM yyyy", British))
                .WithData("source", rules.SourceOf(RegimeSubject.EndDate));
        }
    }

    public static void RefuseFee(int? basisPoints, RegimeRules rules)
    {
        if (basisPoints is not null && rules.Fee == FeeRule.Never)
        {
            throw new BusinessException(AccreditationErrorCodes.FeeForbidden)
                .WithData("regime", rules.Name).WithData("source", rules.SourceOf(RegimeSubject.Charging));
        }
    }

    public static void RefuseWindows(
        IReadOnlyList<AdmissionWindowDto> windows, DateOnly startsOn, DateOnly endsOn, AdmissionMode mode,
        RegimeRules rules)
    {
        if (windows.Count > 0 && mode != AdmissionMode.Windowed)
        {
            throw new InvalidInputException(
                "windows", $"This scheme is open on any day, so it has no windows ({rules.SourceOf(RegimeSubject.Joining)}).");
        }

        var previous = startsOn.AddDays(-1);
        foreach (var (i, window) in windows.Index())
        {
            if (window.Until < window.From)
            {
                throw new InvalidInputException($"windows[{i}].until", "A window closes on or after the day it opens.");
            }

            if (window.From <= previous)
            {
                throw new InvalidInputException(
                    $"windows[{i}].from", i == 0
                        ? "The first window opens on or after the first day of the scheme."
                        : "Each window opens after the one before it has closed.");
            }

            if (window.Until > endsOn)
            {
                throw new InvalidInputException($"windows[{i}].until", "A window closes before the scheme ends.");
            }

            previous = window.Until;
        }
    }

    private static void RefuseNotice(DateOnly notice, RegimeRules rules)
    {
        if (notice > rules.NoticeUntil)
        {
            throw new BusinessException(AccreditationErrorCodes.NoticeAfterRepeal)
                .WithData("source", rules.SourceOf(RegimeSubject.NewScheme));
        }

        if (notice < rules.NoticeFrom)
        {
            throw new BusinessException(AccreditationErrorCodes.NoticeBeforeAct)
                .WithData("regime", rules.Name).WithData("from", rules.NoticeFrom.Value.ToString("d MMMM yyyy", British));
        }
    }

    private static void RefuseDisorder(RecordSchemeDto terms)
    {
        if (terms.EndsOn < terms.StartsOn)
        {
            throw new InvalidInputException("endsOn", "The last day cannot be before the first.");
        }

        if (terms.StartsOn < terms.ContractNoticeDate)
        {
            throw new InvalidInputException("startsOn", "A scheme starts on or after the day of its contract notice.");
        }
    }

    private static void RefuseMembersLimit(int? mostMembers, RegimeRules rules)
    {
        if (mostMembers is not null && !rules.MembersMayBeLimited)
        {
            throw new BusinessException(AccreditationErrorCodes.MembersUnlimited)
                .WithData("regime", rules.Name).WithData("source", rules.SourceOf(RegimeSubject.Members));
        }
    }

    private static void RefuseChoices(RecordSchemeDto terms, RegimeRules rules)
    {
        if (!rules.AdmissionModes.Contains(terms.AdmissionMode))
        {
            throw new InvalidInputException("admissionMode", rules.Sentence(RegimeSubject.Joining));
        }

        if (!rules.TenderTimeBases.Contains(terms.TenderTimeBasis))
        {
            throw new InvalidInputException("tenderTimeBasis", rules.Sentence(RegimeSubject.TimeToBid));
        }

        foreach (var (i, lot) in terms.Lots.Index())
        {
            if (!rules.AccreditationUses.Contains(lot.AccreditationUse))
            {
                throw new InvalidInputException(
                    $"lots[{i}].accreditationUse",
                    $"{rules.Sentence(RegimeSubject.Suitability)}. Choose information only, or an open framework.");
            }

            RefuseLotTerms(lot.Terms ?? new LotTermsDto(), $"lots[{i}].terms");
        }
    }

    private static void RefuseLotTerms(LotTermsDto terms, string path)
    {
        if (terms.MostPlaces < terms.LeastPlaces)
        {
            throw new InvalidInputException($"{path}.mostPlaces", "The most places cannot be fewer than the least.");
        }

        if (terms.Uplift == UpliftRule.CpiCapped != terms.HighestUpliftBasisPoints is not null)
        {
            throw new InvalidInputException(
                $"{path}.highestUpliftBasisPoints",
                terms.Uplift == UpliftRule.CpiCapped
                    ? "Enter the highest uplift a year."
                    : "Leave the highest uplift empty: only a CPI-capped uplift has one.");
        }
    }
}
