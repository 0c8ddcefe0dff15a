using DpsPortal.Adapters.Mail;
using DpsPortal.Framework.Auditing;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>An outage of 15 minutes or more in the last two hours extends by itself (domain §4.6).</summary>
public sealed class OutageTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Theory]
    [InlineData(60, 46, null)]
    [InlineData(60, 45, 15)]
    [InlineData(135, 106, null)]
    [InlineData(135, 104, 16)]
    [InlineData(400, 121, null)]
    public async Task Time_lost_in_the_last_two_hours_is_given_back_once(int began, int ended, int? later)
    {
        var callOff = await portal.PublishAsync(await portal.DraftAsync(time: TimeSpan.FromHours(8)));
        await portal.Clock.SetAsync(callOff.Deadline.AddMinutes(-ended).AddSeconds(30));
        await OutageAsync(callOff.Deadline.AddMinutes(-began).AddSeconds(-1), callOff.Deadline.AddMinutes(-ended));

        await portal.RunWorkerAsync<CloseDueCallOffs>();
        await portal.RunWorkerAsync<CloseDueCallOffs>();
        var after = await portal.GetAsync(callOff.Id);

        after.State.ShouldBe(CallOffState.Published);
        after.Deadline.ShouldBe(callOff.Deadline.AddMinutes(later ?? 0), TimeSpan.FromMinutes(1));
        (after.Deadline > callOff.Deadline).ShouldBe(later is not null);
        after.Extensions.Count.ShouldBe(later is null ? 0 : 1);
        await EndAsync();
    }

    [Fact]
    public async Task A_deadline_that_came_during_an_outage_closes_nothing_and_bids_are_taken_again()
    {
        var callOff = await portal.PublishedAsync();
        await portal.Clock.SetAsync(callOff.Deadline.AddMinutes(10));
        await OutageAsync(callOff.Deadline.AddMinutes(-30), callOff.Deadline.AddMinutes(9));

        var read = await portal.GetAsync(callOff.Id);
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.Clock.SetAsync(read.Deadline);
        await EndAsync();
        var closed = await portal.GetAsync(callOff.Id);

        read.State.ShouldBe(CallOffState.Published);
        read.Deadline.ShouldBe(callOff.Deadline.AddMinutes(39), TimeSpan.FromMinutes(1));
        closed.State.ShouldBe(CallOffState.Closed);
    }

    [Fact]
    public async Task Everybody_invited_and_the_authority_are_told_and_the_history_names_the_portal()
    {
        var callOff = await portal.PublishedAsync();
        await portal.Clock.SetAsync(callOff.Deadline.AddMinutes(-30));
        await OutageAsync(callOff.Deadline.AddMinutes(-60), callOff.Deadline.AddMinutes(-31));

        await portal.RunWorkerAsync<CloseDueCallOffs>();
        await portal.DrainOutboxAsync();

        var officer = await portal.OfficerAsync;
        var history = await officer.GetAsync<AuditEventDto[]>($"/api/call-offs/{callOff.Id}/history");
        var mails = (await portal.Services.GetRequiredService<PickupFolder>().GetListAsync(CancellationToken.None))
            .Where(m => m.Subject.Contains(callOff.Reference, StringComparison.Ordinal)).ToList();
        history.Where(e => e.Action == "Extend").ShouldHaveSingleItem().ActorName.ShouldBe(CallOff.ThePortal);
        mails.Count(m => m.Subject.StartsWith("More time to bid", StringComparison.Ordinal)).ShouldBe(3);
        mails.ShouldContain(m => m.Subject == $"The portal was out of service: the deadline of call-off {callOff.Reference} was moved");
        (await (await portal.ProviderAsync(portal.LanternRow)).GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}"))
            .Extensions.ShouldHaveSingleItem().Reason.ShouldBe(ExtensionReason.PortalFault);
        await EndAsync();
    }

    [Theory]
    [InlineData(14, false)]
    [InlineData(16, true)]
    public async Task A_silence_of_the_portal_is_an_outage_from_a_quarter_of_an_hour_on(int minutes, bool isOutage)
    {
        var callOff = await portal.PublishedAsync();
        await portal.Clock.SetAsync(callOff.Deadline.AddMinutes(-30));
        await portal.RunWorkerAsync<CloseDueCallOffs>();
        await portal.ExecuteAsync($"update app.pulse set at = clock_timestamp() - interval '{minutes} minutes'");

        await portal.RunWorkerAsync<CloseDueCallOffs>();

        ((await portal.GetAsync(callOff.Id)).Deadline > callOff.Deadline).ShouldBe(isOutage);
        await EndAsync();
    }

    [Fact]
    public async Task An_outage_that_nobody_had_noticed_when_an_officer_made_it_good_moves_nothing_more()
    {
        var callOff = await portal.PublishedAsync();
        await portal.Clock.SetAsync(callOff.Deadline.AddMinutes(-30));
        await portal.RunWorkerAsync<CloseDueCallOffs>();
        await portal.ExecuteAsync("update app.pulse set at = clock_timestamp() - interval '20 minutes'");

        var madeGood = await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/extend",
            new ExtendCallOffDto
            {
                Deadline = callOff.Deadline.AddHours(1),
                Reason = ExtensionReason.PortalFault,
                Version = (await portal.GetAsync(callOff.Id)).Version,
            });
        await portal.RunWorkerAsync<CloseDueCallOffs>();

        (await portal.GetAsync(callOff.Id)).Deadline.ShouldBe(madeGood.Deadline);
        await EndAsync();
    }

    [Fact]
    public async Task An_outage_before_publication_moves_nothing_and_one_that_an_officer_made_good_moves_nothing_more()
    {
        var callOff = await portal.PublishedAsync();
        var now = await portal.Clock.NowAsync();
        await OutageAsync(now.AddHours(-2), now.AddHours(-1));
        await portal.RunWorkerAsync<CloseDueCallOffs>();
        var untouched = await portal.GetAsync(callOff.Id);
        await EndAsync();

        await portal.Clock.SetAsync(callOff.Deadline.AddMinutes(-30));
        await OutageAsync(callOff.Deadline.AddMinutes(-60), callOff.Deadline.AddMinutes(-31));
        var madeGood = await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/extend",
            new ExtendCallOffDto
            {
                Deadline = callOff.Deadline.AddHours(1),
                Reason = ExtensionReason.PortalFault,
                Version = untouched.Version,
            });
        await portal.RunWorkerAsync<CloseDueCallOffs>();

        untouched.Deadline.ShouldBe(callOff.Deadline);
        (await portal.GetAsync(callOff.Id)).Deadline.ShouldBe(madeGood.Deadline);
        await EndAsync();
    }

    [Theory]
    [InlineData("app.pulse")]
    [InlineData("app.outages")]
    public async Task Nobody_but_the_owner_writes_when_the_portal_lived(string table)
    {
        foreach (var role in new[] { portal.Database.App, portal.Database.Worker })
        {
            var refused = await Should.ThrowAsync<Npgsql.PostgresException>(
                () => TenderingFixture.ExecuteAsync(role, $"delete from {table}"));
            refused.SqlState.ShouldBe("42501");
        }
    }

    /// <param name="began">As the portal's clock says, which the test has set.</param>
    private Task OutageAsync(DateTime began, DateTime ended) => portal.ExecuteAsync(
        $"""
         delete from app.outages;
         insert into app.outages
         select '{began:O}'::timestamptz - s.by, '{ended:O}'::timestamptz - s.by
         from (select app.now() - clock_timestamp() as by) s
         """);

    /// <summary>The clock of the other tests jumps, and outages with it.</summary>
    private Task EndAsync() => portal.ExecuteAsync("delete from app.outages");
}
