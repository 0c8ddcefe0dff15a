namespace DpsPortal.Rules.Standards;

public enum StaffEngagement
{
    Employed,
    Agency,
    Volunteer,
}

public enum DbsLevel
{
    Basic,
    Standard,
    Enhanced,
    EnhancedWithBarredLists,
}

/// <summary>
/// How one member of staff was recruited, vetted and trained, as the single central record says. Dates are London
/// dates; null where nothing is on file. Source: SI 2023/416, regs 17-18 and Sch 1; domain §2.4.
/// </summary>
public sealed record StaffVetting
{
    public required DateOnly StartedOn { get; init; }

    public required StaffEngagement Engagement { get; init; }

    /// <summary>The designated safeguarding lead or a deputy, whose training has to be fresher.</summary>
    public bool SafeguardingLead { get; init; }

    public DateOnly? IdentitySeenOn { get; init; }

    public DateOnly? RightToWorkCheckedOn { get; init; }

    /// <summary>The last day of the right to work; null when it has no end.</summary>
    public DateOnly? RightToWorkUntil { get; init; }

    /// <summary>Only the enhanced level with barred-list information counts. Source: SI 2023/416, Sch 1.</summary>
    public DbsLevel? DbsLevel { get; init; }

    public DateOnly? DbsIssuedOn { get; init; }

    public DateOnly? DbsUpdateCheckedOn { get; init; }

    /// <summary>A written risk assessment and supervision covered the days before the certificate.</summary>
    public bool StartRiskAssessed { get; init; }

    /// <summary>Three months or more abroad within the last five years.</summary>
    public bool LivedAbroad { get; init; }

    public DateOnly? OverseasCheckedOn { get; init; }

    public DateOnly? FirstReferenceOn { get; init; }

    public DateOnly? SecondReferenceOn { get; init; }

    public bool LatestEmployerReferred { get; init; }

    /// <summary>Days of the longest gap in employment that nothing in writing explains.</summary>
    public int LongestUnexplainedGapDays { get; init; }

    public DateOnly? SafeguardingTrainedOn { get; init; }

    /// <summary>
    /// The other topics of the training matrix, each at most once; one that is missing has nothing on file. A record
    /// that was kept before there was a matrix reads as having none.
    /// </summary>
    public IReadOnlyList<StaffTraining> Trainings { get; init; } = [];

    public DateOnly? SupervisedOn { get; init; }

    public DateOnly? AppraisedOn { get; init; }

    public bool AgencyLetterHeld { get; init; }

    /// <summary>The last day worked; findings are made of those in post only.</summary>
    public DateOnly? LeftOn { get; init; }
}
