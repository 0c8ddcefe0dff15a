namespace DpsPortal.DbMigrator.Seed;

/// <summary>Lets the services of the portal do the demo's past: they are told that it is then.</summary>
internal sealed class SeedClock : TimeProvider
{
    private TimeSpan _back;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - _back;

    /// <summary>The present comes back with nought.</summary>
    public void GoBack(TimeSpan back) => _back = back;
}
