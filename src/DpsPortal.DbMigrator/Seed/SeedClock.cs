using DpsPortal.Rules.Calendar;
using Npgsql;

namespace DpsPortal.DbMigrator.Seed;

/// <summary>
/// When the demo's story is. The services of the portal are told it as their clock and the database as
/// <c>app.now()</c>, so that what is seeded bears the times of its story. It never runs ahead of the present.
/// </summary>
internal sealed class SeedClock : TimeProvider
{
    /// <summary>Of the database's clock, where a test moves it.</summary>
    private TimeSpan _offset;

    /// <summary>From the present to the story; never positive.</summary>
    public TimeSpan Shift { get; private set; }

    public DateTimeOffset Present => base.GetUtcNow() + _offset;

    /// <summary>The London date of the present.</summary>
    public DateOnly Today => LondonTime.DateOf(Present);

    public override DateTimeOffset GetUtcNow() => Present + Shift;

    /// <summary>Begins where the database is.</summary>
    public async Task FollowAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using var ask = new NpgsqlCommand("select app.now()", connection);
        _offset = (DateTime)(await ask.ExecuteScalarAsync(ct))! - base.GetUtcNow();
    }

    public void GoTo(DateTimeOffset at) => Shift = at < Present ? at - Present : TimeSpan.Zero;

    /// <summary>London wall-clock time on that day, or on the next working day, or else the last that has been.</summary>
    public void GoTo(DateOnly day, int hour, int minute)
    {
        var time = new TimeOnly(hour, minute);
        while (!WorkingDays.IsWorkingDay(day))
        {
            day = day.AddDays(1);
        }

        while (!WorkingDays.IsWorkingDay(day) || At(day, time) >= Present)
        {
            day = day.AddDays(-1);
        }

        GoTo(At(day, time));
    }

    /// <summary>The story goes on, but for what is yet to come.</summary>
    public void Later(int minutes) => GoTo(GetUtcNow().AddMinutes(minutes));

    public void ComeBack() => Shift = TimeSpan.Zero;

    /// <summary>Today, or the last working day on which it was that late already.</summary>
    public DateOnly WorkingDayBefore(int workingDays, int hour)
    {
        var day = Today;
        for (var left = workingDays; ; day = day.AddDays(-1))
        {
            if (WorkingDays.IsWorkingDay(day) && At(day, new TimeOnly(hour, 0)) < Present && left-- == 0)
            {
                return day;
            }
        }
    }

    public static DateTimeOffset At(DateOnly day, TimeOnly time) => new(LondonTime.ToUtc(day.ToDateTime(time)));
}
