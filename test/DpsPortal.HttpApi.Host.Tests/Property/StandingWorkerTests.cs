using DpsPortal.Property.Premises;
using static DpsPortal.HttpApi.Host.Tests.Property.PropertyFixture;

namespace DpsPortal.HttpApi.Host.Tests.Property;

public sealed class StandingWorkerTests(PropertyFixture portal) : IClassFixture<PropertyFixture>
{
    /// <summary>One test, because the clock only goes forward.</summary>
    [Fact]
    public async Task Fact_24_A_gas_record_is_reminded_of_and_suspends_its_home_at_midnight()
    {
        var lastDay = Today.AddDays(62);
        var home = await portal.HomeAsync(Input(gasIssued: lastDay.AddYears(-1)));
        var provider = await portal.ProviderAsync();
        var reminders = new List<int>();

        for (var daysLeft = 61; daysLeft >= 0; daysLeft--)
        {
            var before = await RemindersAsync();
            await portal.Clock.SetAsync(Midnight(lastDay.AddDays(-daysLeft)).AddHours(6));
            await portal.RunWorkerAsync<StandingWorker>();
            await portal.RunWorkerAsync<StandingWorker>();
            if (await RemindersAsync() > before)
            {
                reminders.Add(daysLeft);
            }
        }

        reminders.ShouldBe([60, 30, 14, 7, 1]);

        await portal.Clock.SetAsync(Midnight(lastDay.AddDays(1)).AddSeconds(-20));
        var lastSeconds = await provider.GetAsync<PremisesDto>($"/api/premises/{home.Id}");
        await portal.Clock.SetAsync(Midnight(lastDay.AddDays(1)));
        var midnight = await provider.GetAsync<PremisesDto>($"/api/premises/{home.Id}");
        await portal.RunWorkerAsync<StandingWorker>();
        await portal.RunWorkerAsync<StandingWorker>();

        lastSeconds.Standing.ShouldBe(PremisesStanding.Usable);
        midnight.Standing.ShouldBe(PremisesStanding.Suspended);
        midnight.StandingReasons.ShouldBe(["The gas safety record ran out on 24 January 2027."]);
        (await SuspensionsAsync(home.Id)).ShouldBe(1);
        var recipients = (await portal.MailAsync()).Where(m => m.Contains("Nobody new may move into")).ToList();
        recipients.Count.ShouldBe(2);
        recipients.ShouldNotContain(m => m.Contains("18 Orchard"));
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private Task<long> SuspensionsAsync(Guid home) => portal.CountRawAsync(
        portal.HarbourSteps,
        "select count(*) from organisations.audit_events where object_id = $1 and action = 'Suspend'",
        home);

    private async Task<int> RemindersAsync() =>
        (await portal.MailAsync()).Count(m => m.Contains("counts until the end of"));
}
