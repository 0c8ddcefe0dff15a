namespace DpsPortal.Accreditation.Applications;

/// <summary>
/// What the checks of a person come to. An officer may propose a worse outcome, never a better one. Source: domain §2.3.
/// </summary>
internal static class FitnessRule
{
    /// <param name="today">A London date; a check counts on its last day.</param>
    public static DerivedOutcomeDto Of(IReadOnlyList<FitnessCheckDto> checks, DateOnly today)
    {
        var grounds = checks.Select(c => (c.Kind, Ground: GroundOf(c, today))).Where(g => g.Ground is not null)
            .Select(g => new FitnessGroundDto(g.Kind, g.Ground!.Value)).ToList();
        return new DerivedOutcomeDto(OutcomeOf([.. grounds.Select(g => g.Ground)]), grounds);
    }

    public static bool Bears(FitnessOutcome best, FitnessOutcome outcome) => outcome switch
    {
        FitnessOutcome.Fit => best == FitnessOutcome.Fit,
        FitnessOutcome.FitWithConditions => best is FitnessOutcome.Fit or FitnessOutcome.FitWithConditions,
        _ => true,
    };

    private static FitnessGround? GroundOf(FitnessCheckDto check, DateOnly today) => check.Result switch
    {
        null => FitnessGround.Outstanding,
        CheckResult.Failed => FitnessGround.Failed,
        CheckResult.NotApplicable => null,
        _ when check.ExpiresOn < today => FitnessGround.RunOut,
        CheckResult.Concern => FitnessGround.Concern,
        _ => null,
    };

    private static FitnessOutcome OutcomeOf(IReadOnlyList<FitnessGround> grounds) =>
        grounds.Contains(FitnessGround.Failed) ? FitnessOutcome.NotFit
        : grounds.Any(g => g is FitnessGround.Outstanding or FitnessGround.RunOut) ? FitnessOutcome.MoreInformation
        : grounds.Count > 0 ? FitnessOutcome.FitWithConditions
        : FitnessOutcome.Fit;
}
