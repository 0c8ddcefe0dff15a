using DpsPortal.Rules.Standards;

namespace DpsPortal.TestBase;

public static class SampleVetting
{
    /// <summary>Of somebody a year in post and trained in everything, with nothing to mend.</summary>
    public static StaffVetting InOrder(DateOnly today) => new()
    {
        StartedOn = today.AddYears(-1),
        Engagement = StaffEngagement.Employed,
        IdentitySeenOn = today.AddYears(-1),
        RightToWorkCheckedOn = today.AddYears(-1),
        DbsLevel = DbsLevel.EnhancedWithBarredLists,
        DbsIssuedOn = today.AddYears(-1).AddDays(-3),
        FirstReferenceOn = today.AddYears(-1),
        SecondReferenceOn = today.AddYears(-1),
        LatestEmployerReferred = true,
        SafeguardingTrainedOn = today.AddMonths(-6),
        Trainings =
        [
            .. TrainingTopics.Entered.Select(r => new StaffTraining { Topic = r.Topic, On = today.AddMonths(-6) }),
        ],
        SupervisedOn = today.AddDays(-10),
        AppraisedOn = today.AddMonths(-2),
    };
}
