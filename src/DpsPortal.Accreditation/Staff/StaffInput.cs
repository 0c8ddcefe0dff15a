using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Standards;

namespace DpsPortal.Accreditation.Staff;

/// <summary>What no single field can say about itself.</summary>
internal static class StaffInput
{
    private const int EarliestYear = 1940;

    private const int LatestYear = 2100;

    private const int LongestGapDays = 20_000;

    /// <exception cref="InvalidInputException">A date out of reach, or the last day before the first.</exception>
    public static void Check(StaffVetting vetting)
    {
        var errors = Errors(vetting).Select(e => new FieldError($"vetting.{e.Field}", e.Message)).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    public static IEnumerable<(string Field, string Message)> Errors(StaffVetting vetting)
    {
        foreach (var (field, date) in Dates(vetting))
        {
            if (date is { } given && given.Year is < EarliestYear or > LatestYear)
            {
                yield return (field, string.Create(
                    CultureInfo.InvariantCulture, $"Enter a date between {EarliestYear} and {LatestYear}."));
            }
        }

        if (vetting.LeftOn < vetting.StartedOn)
        {
            yield return ("leftOn", "The last day cannot be before the first.");
        }

        if (vetting.LongestUnexplainedGapDays is < 0 or > LongestGapDays)
        {
            yield return ("longestUnexplainedGapDays", "Enter the days of the gap, or 0.");
        }

        if (!Enum.IsDefined(vetting.Engagement))
        {
            yield return ("engagement", "Choose how the person works for you.");
        }
    }

    private static (string Field, DateOnly? Date)[] Dates(StaffVetting vetting) =>
    [
        ("startedOn", vetting.StartedOn),
        ("identitySeenOn", vetting.IdentitySeenOn),
        ("rightToWorkCheckedOn", vetting.RightToWorkCheckedOn),
        ("rightToWorkUntil", vetting.RightToWorkUntil),
        ("dbsIssuedOn", vetting.DbsIssuedOn),
        ("dbsUpdateCheckedOn", vetting.DbsUpdateCheckedOn),
        ("overseasCheckedOn", vetting.OverseasCheckedOn),
        ("firstReferenceOn", vetting.FirstReferenceOn),
        ("secondReferenceOn", vetting.SecondReferenceOn),
        ("safeguardingTrainedOn", vetting.SafeguardingTrainedOn),
        ("supervisedOn", vetting.SupervisedOn),
        ("appraisedOn", vetting.AppraisedOn),
        ("leftOn", vetting.LeftOn),
    ];
}
