using DpsPortal.Accreditation.Integration;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Schemes;

/// <summary>
/// What one regime allows and forbids: the limits that are enforced and, row by row, the sentences people read. Both
/// stand in one table, so that the words and the behaviour cannot part. Dates are London's. Source: domain §1.5.
/// </summary>
internal sealed partial record RegimeRules
{
    public required Regime Regime { get; init; }

    public required string Name { get; init; }

    public required string Law { get; init; }

    /// <summary>False when the law under which such a scheme was set up is repealed.</summary>
    public required bool MayBeCreated { get; init; }

    /// <summary>First and last day of a contract notice that makes such a scheme; null for no bound.</summary>
    public DateOnly? NoticeFrom { get; init; }

    public DateOnly? NoticeUntil { get; init; }

    /// <summary>The last day of any such scheme, whatever it was set up for; null when the law sets none.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The last day on which a validity period could be changed; null when it can be changed.</summary>
    public DateOnly? LastChangeOfValidity { get; init; }

    /// <summary>The longest a scheme lasts, in years from its first day.</summary>
    public int? LongestYears { get; init; }

    /// <summary>Years from the first day within which it is awarded anew, and from then to each next award.</summary>
    public int? FirstReopeningYears { get; init; }

    public int? LaterReopeningYears { get; init; }

    public required IReadOnlyList<AdmissionMode> AdmissionModes { get; init; }

    /// <summary>Whether the number of members can be limited at all.</summary>
    public required bool MembersMayBeLimited { get; init; }

    /// <summary>To decide on an application, and once extended, in working days; no extension when null.</summary>
    public required int DecisionWorkingDays { get; init; }

    public int? ExtendedDecisionWorkingDays { get; init; }

    /// <summary>A clock of policy may pause while the applicant answers; a clock of law never does.</summary>
    public required bool DecisionClockMayPause { get; init; }

    public required IReadOnlyList<TenderTimeBasis> TenderTimeBases { get; init; }

    public required FeeRule Fee { get; init; }

    /// <summary>
    /// What accreditation may be used for. Below the threshold bids may not be restricted by suitability, and nearly
    /// every placement is below it. Source: Procurement Act 2023, s. 85(1).
    /// </summary>
    public required IReadOnlyList<AccreditationUse> AccreditationUses { get; init; }

    public required IReadOnlyList<RegimeRuleDto> Rows { get; init; }

    public static RegimeRules Of(Regime regime) => Table.Single(r => r.Regime == regime);

    public static IReadOnlyList<RegimeRules> All => Table;

    public bool ValidityIsFrozen(DateTime now) => LondonTime.DateOf(now) > LastChangeOfValidity;

    /// <summary>The latest last day of a scheme that begins on a day; null for no bound.</summary>
    public DateOnly? LatestEnd(DateOnly startsOn) =>
        LongestYears is { } years ? startsOn.AddYears(years).AddDays(-1) : LastDay;

    /// <summary>
    /// The last day of the next award of an open framework; null when none is due before its end.
    /// Source: Procurement Act 2023, s. 49(1).
    /// </summary>
    public DateOnly? NextReopeningDue(DateOnly startsOn, DateOnly endsOn, IReadOnlyList<DateOnly> reopenings)
    {
        if (FirstReopeningYears is not { } first || LaterReopeningYears is not { } later)
        {
            return null;
        }

        var due = startsOn.AddYears(first).AddDays(-1);
        foreach (var day in reopenings.Where(d => d > startsOn).Order().TakeWhile(_ => due < endsOn))
        {
            if (day > due)
            {
                break;
            }

            due = day.AddYears(later).AddDays(-1);
        }

        // Three years and five are the eight: an award on the last day of the third year carries to the very end.
        return due.AddDays(1) < endsOn ? due : null;
    }

    public DateOnly DecisionDue(DateTime receivedAt) => WorkingDays.DueDate(receivedAt, DecisionWorkingDays);

    public DateOnly? ExtendedDecisionDue(DateTime receivedAt) =>
        ExtendedDecisionWorkingDays is { } days ? WorkingDays.DueDate(receivedAt, days) : null;

    /// <summary>The sentence with its source, as refusals say it.</summary>
    public string Sentence(RegimeSubject subject)
    {
        var row = Rows.Single(r => r.Subject == subject);
        return $"{row.Headline}. {row.Rule} ({row.Source})";
    }

    public string SourceOf(RegimeSubject subject) => Rows.Single(r => r.Subject == subject).Source;

    /// <summary>The least time to bid: the law's days where the scheme rests on them, else what it published.</summary>
    public static BiddingTimeRule BiddingTime(TenderTimeBasis basis, int minutes, bool agreedByAll) => basis switch
    {
        TenderTimeBasis.Reg34TenDays when !agreedByAll => new(
            LegalPeriods.Bidding,
            "Ten calendar days after sending, at the same time of day (PCR 2015, reg. 34(11))."),
        TenderTimeBasis.MutualAgreement when !agreedByAll => new(
            LegalPeriods.Bidding,
            "Ten calendar days after sending, at the same time of day, until every member has agreed to less "
            + "(PCR 2015, reg. 34(11)-(12))."),
        TenderTimeBasis.Reg34TenDays or TenderTimeBasis.MutualAgreement => new(
            null, $"{minutes} minutes after sending, as all members agreed (PCR 2015, reg. 34(12))."),
        TenderTimeBasis.Pa23TenDays => new(
            LegalPeriods.Bidding,
            "Ten calendar days after sending, at the same time of day (Procurement Act 2023, s. 54(4))."),
        TenderTimeBasis.Pa23LightTouch => new(
            null,
            $"{minutes} minutes after sending, as the scheme published; the Act sets no least time for light-touch "
            + "contracts (Procurement Act 2023, s. 54(3)-(4))."),
        TenderTimeBasis.LightTouchPublished => new(
            null, $"{minutes} minutes after sending, as the scheme published (PCR 2015, reg. 76)."),
        _ => throw new ArgumentOutOfRangeException(nameof(basis)),
    };
}

internal enum FeeRule
{
    Never,
    AsPublished,

    /// <summary>From the supplier that is awarded a contract, a fixed share of the estimated value.</summary>
    OnAwardOnly,
}
