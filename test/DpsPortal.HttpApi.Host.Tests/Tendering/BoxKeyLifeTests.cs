namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>With a portal of its own: its clock goes on by a month.</summary>
public sealed class BoxKeyLifeTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task The_keys_of_a_box_are_destroyed_30_days_after_its_opening_and_those_of_no_other()
    {
        var unopened = await portal.PublishedAsync();
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);

        await AfterAsync(TimeSpan.FromDays(29));
        HasKey(callOff.Id).ShouldBeTrue();
        await AfterAsync(TimeSpan.FromDays(2));
        HasKey(callOff.Id).ShouldBeFalse();
        HasKey(unopened.Id).ShouldBeTrue();
    }

    private bool HasKey(Guid callOff) => Directory.Exists(Path.Combine(portal.Opener.KeyFolder, "boxes", $"{callOff}"));

    /// <summary>The Opener looks through its keys when it starts, and every hour after.</summary>
    private async Task AfterAsync(TimeSpan time)
    {
        await portal.Opener.StopAsync();
        await portal.Clock.AdvanceAsync(time);
        portal.Opener.Start();
        await portal.Opener.UntilAtWorkAsync();
    }
}
