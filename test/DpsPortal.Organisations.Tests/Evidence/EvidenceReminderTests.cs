namespace DpsPortal.Organisations.Evidence;

/// <summary>At 30, 14, 7 and 1 days before its day, each once; what was missed is made up for.</summary>
public sealed class EvidenceReminderTests
{
    private static readonly DateOnly Due = new(2027, 2, 24);

    [Theory]
    [InlineData(31, false)]
    [InlineData(30, true)]
    [InlineData(29, true)]
    [InlineData(1, true)]
    [InlineData(0, true)]
    [InlineData(-1, false)]
    public void The_first_reminder_goes_out_from_thirty_days_before_to_the_day_itself(int daysBefore, bool reminds) =>
        Asked().Remind(Due.AddDays(-daysBefore)).ShouldBe(reminds);

    [Theory]
    [InlineData(30, 29, false)]
    [InlineData(30, 15, false)]
    [InlineData(30, 14, true)]
    [InlineData(14, 8, false)]
    [InlineData(14, 7, true)]
    [InlineData(7, 2, false)]
    [InlineData(7, 1, true)]
    [InlineData(1, 0, false)]
    public void Each_reminder_goes_out_once(int first, int second, bool again)
    {
        var request = Asked();
        request.Remind(Due.AddDays(-first));

        request.Remind(Due.AddDays(-second)).ShouldBe(again);
    }

    [Fact]
    public void What_was_answered_is_not_reminded_of()
    {
        var request = Asked();
        request.Answer(Guid.NewGuid());

        request.Remind(Due.AddDays(-7)).ShouldBeFalse();
    }

    private static EvidenceRequest Asked() => new(
        Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), EvidenceKind.Accounts, new EvidenceAbout(null, null, ""), Due,
        new DateTime(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc));
}
