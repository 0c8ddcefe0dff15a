using DpsPortal.Accreditation.Applications;
using DpsPortal.Rules.Standards;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>What the demo's officers find of people who are fit.</summary>
internal static class DemoFitness
{
    /// <param name="today">A London date.</param>
    public static RecordFitnessDto AllClear(IEnumerable<FitnessCheckKind> kinds, DateOnly today, uint version = 0) => new()
    {
        Checks =
        [
            .. kinds.Select(kind => new RecordFitnessCheckDto
            {
                Kind = kind,
                Result = CheckResult.Clear,
                ExpiresOn = kind == FitnessCheckKind.DisqualifiedDirectorsAndInsolvency ? today.AddYears(1) : null,
                Dbs = kind == FitnessCheckKind.EnhancedDbs
                    ? new DbsCertificateDto
                    {
                        Number = $"0019{today.DayNumber % 100_000_000:00000000}",
                        Level = DbsLevel.EnhancedWithBarredLists,
                        IssuedOn = today.AddMonths(-4),
                    }
                    : null,
            }),
        ],
        Outcome = FitnessOutcome.Fit,
        Reasons = "Every check is clear.",
        Version = version,
    };

    public static ScoreInterviewDto Scores(int each, uint version = 0) => new()
    {
        Marks =
        [
            .. Enum.GetValues<InterviewQuestion>().Select(question => new InterviewMarkDto
            {
                Question = question, Score = question == InterviewQuestion.BusinessContinuity ? 3 : each,
            }),
        ],
        Reasons = "Sure of the regulations and of safeguarding, with examples; thinner on business continuity.",
        Version = version,
    };
}
