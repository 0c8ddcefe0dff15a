namespace DpsPortal.Rules.Standards;

/// <summary>The columns of a training matrix, in its order. Source: domain §2.4.</summary>
public enum TrainingTopic
{
    Safeguarding,
    FirstAid,
    FireSafety,
    Medication,
    DataProtection,
    Prevent,

    /// <summary>Sexual and criminal exploitation of children (CSE, CCE).</summary>
    ChildExploitation,
    GoingMissing,
    SelfHarm,
    SubstanceMisuse,
    TraumaInformed,
    DeEscalation,
    LoneWorking,
    Equality,
    FoodHygiene,

    /// <summary>Awareness of what unaccompanied children seeking asylum (UASC) have been through and need.</summary>
    UnaccompaniedChildren,
}

/// <param name="Months">How long a training counts, from its day.</param>
/// <param name="MayNotApply">Whether somebody's work may do without it; every other topic is for everybody.</param>
public sealed record TrainingRule(TrainingTopic Topic, int Months, bool MayNotApply = false);

/// <summary>
/// How long training in each topic counts. Only the periods of safeguarding come from domain §2.4, with the topics; the
/// other periods, and which topics may not apply to somebody, are design.
/// </summary>
public static class TrainingTopics
{
    public static readonly IReadOnlyList<TrainingRule> All =
    [
        new(TrainingTopic.Safeguarding, SaferRecruitmentFindings.TrainingYears * 12),
        new(TrainingTopic.FirstAid, 36),
        new(TrainingTopic.FireSafety, 12),
        new(TrainingTopic.Medication, 12, MayNotApply: true),
        new(TrainingTopic.DataProtection, 12),
        new(TrainingTopic.Prevent, 24),
        new(TrainingTopic.ChildExploitation, 24),
        new(TrainingTopic.GoingMissing, 24),
        new(TrainingTopic.SelfHarm, 24),
        new(TrainingTopic.SubstanceMisuse, 36),
        new(TrainingTopic.TraumaInformed, 36),
        new(TrainingTopic.DeEscalation, 24),
        new(TrainingTopic.LoneWorking, 12),
        new(TrainingTopic.Equality, 36),
        new(TrainingTopic.FoodHygiene, 36, MayNotApply: true),
        new(TrainingTopic.UnaccompaniedChildren, 36, MayNotApply: true),
    ];

    /// <summary>Those with an entry of their own; the day of safeguarding training is a fact of the record itself.</summary>
    public static readonly IReadOnlyList<TrainingRule> Entered =
        [.. All.Where(r => r.Topic != TrainingTopic.Safeguarding)];

    public static TrainingRule Of(TrainingTopic topic) => All.Single(r => r.Topic == topic);

    /// <returns>Months; fewer for the safeguarding lead in safeguarding.</returns>
    public static int MonthsFor(TrainingTopic topic, bool safeguardingLead) =>
        topic == TrainingTopic.Safeguarding && safeguardingLead
            ? SaferRecruitmentFindings.LeadTrainingYears * 12
            : Of(topic).Months;
}
