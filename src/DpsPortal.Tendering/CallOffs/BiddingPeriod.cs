using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>The least time that bidders of a scheme get.</summary>
/// <param name="Deadline">The earliest one, UTC.</param>
/// <param name="Rule">The rule in words, with its source.</param>
internal sealed record BiddingPeriod(DateTime Deadline, string Rule)
{
    /// <summary>
    /// As the table of the scheme's regime says: the same London wall-clock time so many calendar days after sending,
    /// or the minutes that the scheme published.
    /// Source: PCR 2015, regs 34(11), 34(12) and 76(6) (fact 5); Procurement Act 2023, s. 54(3)-(4).
    /// </summary>
    public static BiddingPeriod Earliest(LotSummary lot, DateTime sentAt) => new(
        lot.BiddingTime.LeastDays is { } days
            ? LondonTime.EarliestClose(sentAt, days)
            : sentAt.AddMinutes(lot.MinimumTenderMinutes),
        lot.BiddingTime.Words);

    /// <summary>Days after sending: a search for one young person's home that takes longer is a slip of the pen.</summary>
    public const int LongestDays = 90;

    /// <exception cref="BusinessException">The deadline is later than <see cref="LongestDays"/> allow.</exception>
    public static void RefuseTooLong(DateTime deadline, DateTime sentAt)
    {
        if (deadline > sentAt.AddDays(LongestDays))
        {
            throw new BusinessException(TenderingErrorCodes.BiddingPeriodTooLong)
                .WithData("latest", Sentences.London(sentAt.AddDays(LongestDays)));
        }
    }

    /// <exception cref="BusinessException">The deadline is earlier.</exception>
    public void Allow(DateTime deadline)
    {
        if (deadline < Deadline)
        {
            throw new BusinessException(TenderingErrorCodes.BiddingPeriodTooShort)
                .WithData("earliest", Sentences.London(Deadline));
        }
    }
}
