using DpsPortal.Rules.Standards;

namespace DpsPortal.Rules.Tests.Standards;

/// <summary>Source: domain §2.4.</summary>
public sealed class TrainingMatrixTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static readonly StaffVetting Untrained = new()
    {
        StartedOn = Today.AddYears(-4),
        Engagement = StaffEngagement.Employed,
    };

    [Fact]
    public void There_is_one_rule_for_each_topic_in_the_order_of_the_topics() =>
        TrainingTopics.All.Select(r => r.Topic).ShouldBe(Enum.GetValues<TrainingTopic>());

    [Fact]
    public void Safeguarding_has_no_entry_of_its_own_because_its_day_is_in_the_record_already()
    {
        TrainingTopics.Entered.Count.ShouldBe(15);
        TrainingTopics.Entered.ShouldNotContain(r => r.Topic == TrainingTopic.Safeguarding);
    }

    [Theory]
    [InlineData(TrainingTopic.Safeguarding, 24)]
    [InlineData(TrainingTopic.FirstAid, 36)]
    [InlineData(TrainingTopic.FireSafety, 12)]
    [InlineData(TrainingTopic.Medication, 12)]
    [InlineData(TrainingTopic.DataProtection, 12)]
    [InlineData(TrainingTopic.Prevent, 24)]
    [InlineData(TrainingTopic.ChildExploitation, 24)]
    [InlineData(TrainingTopic.GoingMissing, 24)]
    [InlineData(TrainingTopic.SelfHarm, 24)]
    [InlineData(TrainingTopic.SubstanceMisuse, 36)]
    [InlineData(TrainingTopic.TraumaInformed, 36)]
    [InlineData(TrainingTopic.DeEscalation, 24)]
    [InlineData(TrainingTopic.LoneWorking, 12)]
    [InlineData(TrainingTopic.Equality, 36)]
    [InlineData(TrainingTopic.FoodHygiene, 36)]
    [InlineData(TrainingTopic.UnaccompaniedChildren, 36)]
    public void Training_counts_to_the_very_day_its_months_are_over(TrainingTopic topic, int months)
    {
        var last = Today.AddMonths(-months);

        Cell(topic, last.AddDays(1)).Status.ShouldBe(TrainingStatus.InDate);
        Cell(topic, last).ShouldBe(new TrainingCell(topic, TrainingStatus.InDate, last, Today));
        Cell(topic, last.AddDays(-1)).Status.ShouldBe(TrainingStatus.OutOfDate);
    }

    [Theory]
    [InlineData(false, "2025-11-23", TrainingStatus.InDate)]
    [InlineData(true, "2025-11-25", TrainingStatus.InDate)]
    [InlineData(true, "2025-11-24", TrainingStatus.InDate)]
    [InlineData(true, "2025-11-23", TrainingStatus.OutOfDate)]
    public void The_safeguarding_lead_is_trained_each_year(bool lead, string on, TrainingStatus status)
    {
        var staff = Untrained with { SafeguardingLead = lead, SafeguardingTrainedOn = DateOnly.Parse(on, null) };

        TrainingMatrix.CellOf(staff, TrainingTopic.Safeguarding, Today).Status.ShouldBe(status);
    }

    [Fact]
    public void The_lead_needs_no_other_training_more_often() =>
        TrainingMatrix.CellOf(
            With(TrainingTopic.Prevent, Today.AddMonths(-24)) with { SafeguardingLead = true },
            TrainingTopic.Prevent, Today).Status.ShouldBe(TrainingStatus.InDate);

    [Fact]
    public void Training_of_a_day_to_come_does_not_count_yet()
    {
        Cell(TrainingTopic.FirstAid, Today).Status.ShouldBe(TrainingStatus.InDate);
        Cell(TrainingTopic.FirstAid, Today.AddDays(1)).Status.ShouldBe(TrainingStatus.None);
    }

    [Theory]
    [InlineData(TrainingTopic.Medication, TrainingStatus.NotNeeded)]
    [InlineData(TrainingTopic.FoodHygiene, TrainingStatus.NotNeeded)]
    [InlineData(TrainingTopic.UnaccompaniedChildren, TrainingStatus.NotNeeded)]
    [InlineData(TrainingTopic.FireSafety, TrainingStatus.None)]
    public void Only_three_topics_may_not_apply_to_somebody(TrainingTopic topic, TrainingStatus status) =>
        TrainingMatrix.CellOf(
            Untrained with { Trainings = [new() { Topic = topic, NotNeeded = true }] }, topic, Today).Status.ShouldBe(status);

    [Theory]
    [InlineData(10, 9, 90)]
    [InlineData(10, 10, 100)]
    [InlineData(112, 101, 90)]
    [InlineData(112, 100, 89)]
    [InlineData(16, 0, 0)]
    public void The_share_in_date_is_rounded_down(int needed, int inDate, int percent) =>
        new TrainingShare(inDate, needed).Percent.ShouldBe(percent);

    [Fact]
    public void What_is_not_needed_counts_neither_way_and_what_is_missing_counts_against()
    {
        var staff = Untrained with
        {
            SafeguardingTrainedOn = Today,
            Trainings = [new() { Topic = TrainingTopic.Medication, NotNeeded = true }],
        };

        TrainingMatrix.ShareOf([staff], Today).ShouldBe(new TrainingShare(1, 15));
    }

    [Fact]
    public void Whoever_has_left_counts_to_the_last_day_and_no_further()
    {
        TrainingMatrix.ShareOf([Untrained with { LeftOn = Today }], Today).Needed.ShouldBe(16);
        TrainingMatrix.ShareOf([Untrained with { LeftOn = Today.AddDays(-1) }], Today).Percent.ShouldBeNull();
    }

    private static StaffVetting With(TrainingTopic topic, DateOnly on) => topic == TrainingTopic.Safeguarding
        ? Untrained with { SafeguardingTrainedOn = on }
        : Untrained with { Trainings = [new() { Topic = topic, On = on }] };

    private static TrainingCell Cell(TrainingTopic topic, DateOnly on) =>
        TrainingMatrix.CellOf(With(topic, on), topic, Today);
}
