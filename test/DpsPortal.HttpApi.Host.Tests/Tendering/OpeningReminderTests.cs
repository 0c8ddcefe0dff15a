using DpsPortal.HttpApi.Host.Tests.Accounts;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>Nothing opens by itself: where nobody opens a box, its authority's officers are told again, twice.</summary>
public sealed class OpeningReminderTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task Officers_are_reminded_15_and_60_minutes_after_the_close_and_not_before()
    {
        var callOff = await ClosedAsync();
        var approver = await portal.ApproverAsync;
        var closed = (await portal.GetAsync(callOff.Id)).ClosedAt!.Value;
        var told = new List<int>();

        foreach (var minutes in new[] { 14.98, 15.01, 59.98, 60.01, 600 })
        {
            await portal.Clock.SetAsync(closed.AddMinutes(minutes));
            await portal.RunWorkerAsync<RemindOfOpening>();
            await portal.RunWorkerAsync<RemindOfOpening>();
            told.Add((await RemindersAsync(approver, callOff)).Count);
        }

        told.ShouldBe([0, 1, 1, 2, 2]);
        (await RemindersAsync(await portal.OfficerAsync, callOff)).Count.ShouldBe(2);
        (await RemindersAsync(await portal.AsAsync(portal.Kingsferry, Framework.Application.Role.PlacementsOfficer), callOff))
            .ShouldBeEmpty("it is none of another authority's business");
        (await RemindersAsync(await portal.ProviderAsync(portal.LanternRow), callOff)).ShouldBeEmpty();
        (await portal.GetAsync(callOff.Id)).State.ShouldBe(CallOffState.Closed);
    }

    [Fact]
    public async Task A_reminder_says_who_waits_for_a_second_officer_and_leaves_the_version_they_read_as_it_was()
    {
        var callOff = await ClosedAsync();
        var officer = await portal.OfficerAsync;
        var asked = await officer.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = (await portal.GetAsync(callOff.Id)).Version });
        await portal.Clock.SetAsync(asked.ClosedAt!.Value.AddMinutes(16));

        await portal.RunWorkerAsync<RemindOfOpening>();

        (await RemindersAsync(await portal.ApproverAsync, callOff)).ShouldHaveSingleItem()
            .ShouldContain($"{officer.Session!.User!.Name} has asked to open the bids and waits for a second officer.");
        (await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = asked.Version }))
            .State.ShouldBe(CallOffState.Opened);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_bids_that_were_opened()
    {
        var callOff = await ClosedAsync();
        var opened = await portal.OpenAsync(callOff);
        await portal.Clock.SetAsync(opened.ClosedAt!.Value.AddMinutes(61));

        await portal.RunWorkerAsync<RemindOfOpening>();

        (await RemindersAsync(await portal.ApproverAsync, callOff)).ShouldBeEmpty();
    }

    private async Task<CallOffDto> ClosedAsync()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        (await portal.GetAsync(callOff.Id)).ClosedAt.ShouldNotBeNull();
        return callOff;
    }

    private async Task<IReadOnlyList<string>> RemindersAsync(PortalClient reader, CallOffDto callOff) =>
    [
        .. (await portal.MailAsync(reader.Session!.User!.Email))
            .Where(m => m.Subject == $"Bids wait to be opened: {callOff.Reference}").Select(m => m.Body),
    ];
}
