using DpsPortal.Accreditation.Integration;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>The least time that bidders of a scheme get.</summary>
/// <param name="Deadline">The earliest one, UTC.</param>
/// <param name="Rule">The rule in words, with its source.</param>
internal sealed record BiddingPeriod(DateTime Deadline, string Rule)
{
    /// <summary>
    /// Under a legacy DPS the same London wall-clock time ten calendar days after sending, unless every member has
    /// agreed to less; under the light touch what the scheme published.
    /// Source: PCR 2015, regs 34(11), 34(12) and 76(6) (fact 5).
    /// </summary>
    public static BiddingPeriod Earliest(LotSummary lot, DateTime sentAt)
    {
        if (lot.Regime == Regime.PcrDps && !lot.MutualAgreementFromAllMembers)
        {
            return new BiddingPeriod(
                LegalPeriods.EarliestClose(sentAt),
                "Ten calendar days after sending, at the same time of day (PCR 2015, reg. 34(11)).");
        }

        var published = $"{lot.MinimumTenderMinutes} minutes after sending";
        return new BiddingPeriod(
            sentAt.AddMinutes(lot.MinimumTenderMinutes),
            lot.Regime == Regime.PcrDps
                ? $"{published}, as all members agreed (PCR 2015, reg. 34(12))."
                : $"{published}, as the scheme published (PCR 2015, reg. 76).");
    }

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
