namespace DpsPortal.Tendering.Bids;

/// <summary>How much a bid may hold. A draft may hold more than can be submitted, so that typing is never lost.</summary>
public static class BidConsts
{
    /// <summary>Characters.</summary>
    public const int LongestAnswer = 6_000;

    /// <summary>Pence a week.</summary>
    public const long MostWeeklyPence = 10_000_000;

    /// <summary>Pence an hour or a night.</summary>
    public const long MostRatePence = 1_000_000;

    /// <summary>Pence, once.</summary>
    public const long MostSetUpPence = 1_000_000;

    public const int HoursOfWeek = 168;
    public const int NightsOfWeek = 7;

    /// <summary>Characters. Ten of them stay below what a request may weigh.</summary>
    public const int LongestAnswerOfDraft = 20_000;

    /// <summary>As many digits as the form takes.</summary>
    public const long MostPenceOfDraft = 99_999_999_999;

    public const int MostQuantityOfDraft = 999_999;
}
