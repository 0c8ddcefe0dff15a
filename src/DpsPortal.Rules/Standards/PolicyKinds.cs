namespace DpsPortal.Rules.Standards;

/// <summary>What a provider keeps in writing, in the order of its list. Source: domain §2.2, §2.4.</summary>
public enum PolicyKind
{
    Safeguarding,

    /// <summary>Children who go missing; in London and elsewhere by the Philomena Protocol.</summary>
    GoingMissing,

    /// <summary>Sexual and criminal exploitation of children (CSE, CCE), county lines.</summary>
    ChildExploitation,
    ContextualSafeguarding,
    Prevent,
    Allegations,
    Whistleblowing,
    LowLevelConcerns,
    OnlineSafety,
    SaferRecruitment,
    Supervision,
    Disciplinary,
    LoneWorking,
    HealthAndSafety,
    Fire,
    Medication,
    BehaviourAndRestraint,
    Complaints,
    Equality,
    DataProtection,
    BusinessContinuity,

    /// <summary>What happens to the young people if the service cannot go on. Source: SI 2023/416, reg. 23.</summary>
    Contingency,
    ModernSlavery,
    Environmental,

    /// <summary>CCTV: in communal rooms only, with consent and signs.</summary>
    Cameras,
}

public enum PolicyGroup
{
    Safeguarding,
    StaffAndRecruitment,
    Service,
}

public enum PolicyReview
{
    InOrder,

    /// <summary>Within <see cref="PolicyKinds.SoonDays"/>.</summary>
    DueSoon,

    /// <summary>The day of the review has passed.</summary>
    Overdue,
    NotListed,

    /// <summary>Not listed, and needed only where it applies.</summary>
    OnlyWhereItApplies,
}

/// <summary>Which policies are asked for, and when their review is due.</summary>
public static class PolicyKinds
{
    /// <summary>The longest time to the next review of the safeguarding policy, in months. Source: domain §2.2.</summary>
    public const int SafeguardingReviewMonths = 12;

    /// <summary>In calendar days: from then on a review is shown as due soon. Design.</summary>
    public const int SoonDays = 30;

    /// <summary>Cameras, and a turnover at which the law asks for a statement, are not everybody's.</summary>
    private static readonly HashSet<PolicyKind> WhereTheyApply = [PolicyKind.Cameras, PolicyKind.ModernSlavery];

    public static readonly IReadOnlyList<PolicyKind> All = Enum.GetValues<PolicyKind>();

    public static PolicyGroup GroupOf(PolicyKind kind) => kind switch
    {
        <= PolicyKind.OnlineSafety => PolicyGroup.Safeguarding,
        <= PolicyKind.LoneWorking => PolicyGroup.StaffAndRecruitment,
        _ => PolicyGroup.Service,
    };

    /// <param name="reviewOn">The last day on which the review is in time, London; null: the policy is not listed.</param>
    /// <param name="on">A London date.</param>
    public static PolicyReview ReviewOf(PolicyKind kind, DateOnly? reviewOn, DateOnly on) => reviewOn switch
    {
        null => WhereTheyApply.Contains(kind) ? PolicyReview.OnlyWhereItApplies : PolicyReview.NotListed,
        { } day when day < on => PolicyReview.Overdue,
        { } day when day <= on.AddDays(SoonDays) => PolicyReview.DueSoon,
        _ => PolicyReview.InOrder,
    };

    /// <summary>The latest day that may be set for the next review; null where no rule sets one.</summary>
    /// <param name="on">The London date on which it is set.</param>
    public static DateOnly? LatestReviewOf(PolicyKind kind, DateOnly on) =>
        kind == PolicyKind.Safeguarding ? on.AddMonths(SafeguardingReviewMonths) : null;
}
