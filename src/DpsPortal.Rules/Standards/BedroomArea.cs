namespace DpsPortal.Rules.Standards;

public enum BedroomAreaFinding
{
    Passes,

    /// <summary>Too small for so many people.</summary>
    TooSmall,

    /// <summary>Too small to be slept in by anybody.</summary>
    NeverToBeSleptIn,
}

/// <summary>
/// The least floor area of a bedroom, in square metres, measured where the ceiling is at least 1.5 m high.
/// Source: Housing Act 2004, Sch 4, with the sizes of SI 2018/616 for licensed houses in multiple occupation.
/// </summary>
public static class BedroomArea
{
    public const decimal OneAdult = 6.51m;

    public const decimal TwoAdults = 10.22m;

    public const decimal Never = 4.64m;

    /// <param name="adults">1 or 2; no room here is for more.</param>
    /// <exception cref="RuleViolationException">The area is not above nought.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The room is for nobody or for more than two.</exception>
    public static BedroomAreaFinding Check(decimal squareMetres, int adults = 1)
    {
        if (squareMetres <= 0)
        {
            throw new RuleViolationException(
                RulesErrorCodes.Standards.AreaOutOfRange, "Give the bedroom’s area in square metres, above nought.");
        }

        var least = adults switch
        {
            1 => OneAdult,
            2 => TwoAdults,
            _ => throw new ArgumentOutOfRangeException(nameof(adults)),
        };
        return squareMetres switch
        {
            < Never => BedroomAreaFinding.NeverToBeSleptIn,
            _ when squareMetres < least => BedroomAreaFinding.TooSmall,
            _ => BedroomAreaFinding.Passes,
        };
    }
}
