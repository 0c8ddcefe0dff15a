using DpsPortal.Rules.Standards;

namespace DpsPortal.Rules.Tests.Standards;

public sealed class StaffFileSampleTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 4)]
    [InlineData(5, 5)]
    [InlineData(50, 5)]
    [InlineData(51, 6)]
    [InlineData(60, 6)]
    [InlineData(61, 7)]
    public void Five_files_or_one_in_ten_are_read(int staff, int files) =>
        StaffFileSample.SizeOf(staff).ShouldBe(files);

    [Fact]
    public void The_same_seed_draws_the_same_files_in_whatever_order_they_lie()
    {
        var staff = Enumerable.Range(0, 60).Select(_ => Guid.NewGuid()).ToList();

        var drawn = StaffFileSample.Draw(staff, "seed");

        drawn.Count.ShouldBe(6);
        StaffFileSample.Draw([.. staff.AsEnumerable().Reverse()], "seed").ShouldBe(drawn);
        StaffFileSample.Draw(staff, "another seed").ShouldNotBe(drawn);
    }
}
