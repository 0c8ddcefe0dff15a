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

    /// <param name="today">A London date.</param>
    /// <exception cref="InvalidInputException">
    /// A date out of reach, the last day before the first, or training that cannot be as it says.
    /// </exception>
    public static void Check(StaffVetting vetting, DateOnly today)
    {
        var errors = Errors(vetting, today).Select(e => new FieldError($"vetting.{e.Field}", e.Message)).ToList();
        if (errors.Count > 0)
        {
            throw new InvalidInputException(errors);
        }
    }

    public static IEnumerable<(string Field, string Message)> Errors(StaffVetting vetting, DateOnly today)
    {
        foreach (var (field, date) in Dates(vetting))
        {
            if (IsOutOfReach(date))
            {
                yield return (field, OutOfReach);
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

        foreach (var error in TrainingErrors(vetting.Trainings, today))
        {
            yield return error;
        }
    }

    private static string OutOfReach { get; } = string.Create(
        CultureInfo.InvariantCulture, $"Enter a date between {EarliestYear} and {LatestYear}.");

    private static bool IsOutOfReach(DateOnly? date) => date is { } given && given.Year is < EarliestYear or > LatestYear;

    private static IEnumerable<(string Field, string Message)> TrainingErrors(
        IReadOnlyList<StaffTraining> trainings, DateOnly today)
    {
        var topics = trainings.Select(t => t.Topic).ToList();
        if (topics.Count > topics.Distinct().Count() || topics.Except(TrainingTopics.Entered.Select(r => r.Topic)).Any())
        {
            yield return ("trainings", "Give each topic once; the day of safeguarding training has its own field.");
            yield break;
        }

        foreach (var training in trainings)
        {
            if (TrainingError(training, today) is { } message)
            {
                yield return (TrainingColumns.FieldOf(training.Topic), message);
            }
        }
    }

    private static string? TrainingError(StaffTraining training, DateOnly today) => training switch
    {
        { NotNeeded: true } when !TrainingTopics.Of(training.Topic).MayNotApply =>
            "Everybody needs this training. Enter its day, or leave it empty.",
        { NotNeeded: true, On: not null } or { NotNeeded: false, On: null } =>
            "Enter the day of the training, or say that it is not needed.",
        _ when IsOutOfReach(training.On) => OutOfReach,
        _ when training.On > today => "The day of the training cannot be in the future.",
        _ => null,
    };

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
