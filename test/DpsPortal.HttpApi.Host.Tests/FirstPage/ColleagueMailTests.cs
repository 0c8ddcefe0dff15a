using DpsPortal.Adapters.Mail;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Placements;
using DpsPortal.HttpApi.Host.Tests.Tendering;
using DpsPortal.Placements.Agreements;
using DpsPortal.Tendering.Evaluations;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.FirstPage;

/// <summary>What waits for a second person, or came back to the first, is told by e-mail too, without what it is about.</summary>
public sealed class ColleagueMailTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task A_proposal_is_told_to_whoever_may_confirm_it_and_what_came_back_to_its_proposer_alone()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.HarbourSteps, days: 300);
        var proposer = await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsOfficer, Role.PlacementsApprover);
        var approver = await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsApprover);
        var others = new[]
        {
            await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsOfficer),
            await portal.AddUserAsync(portal.Kingsferry, Role.PlacementsApprover),
            await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator),
        };
        var (first, second) = (await portal.SignInAsync(proposer.Email), await portal.SignInAsync(approver.Email));
        var placement = await first.GetAsync<PlacementDto>($"/api/placements/{id}");

        placement = await first.PostAsync<PlacementDto>(
            $"/api/placements/{id}/extension",
            new ExtendPlacementDto { PlannedEndOn = APlacement.Start.AddDays(301), Version = placement.Version });
        var proposed = await SubjectsAsync(placement.Reference);
        await second.PostAsync<PlacementDto>(
            $"/api/placements/{id}/extension/send-back",
            new ReasonedDto { Reason = "The plan is reviewed first.", Version = placement.Version });
        var mails = await SubjectsAsync(placement.Reference);
        var returned = mails.Except(proposed).ToList();

        proposed.ShouldContain((approver.Email, $"A later end of placement {placement.Reference} waits for confirmation"));
        proposed.ShouldNotContain(m => m.To == proposer.Email);
        returned.ShouldBe([(proposer.Email, $"The later end of placement {placement.Reference} was sent back to you")]);
        mails.ShouldNotContain(m => others.Any(o => o.Email == m.To));
        (await BodiesAsync(placement.Reference)).ShouldAllBe(body => !body.Contains("reviewed"));
    }

    [Fact]
    public async Task Who_takes_an_own_proposal_back_is_told_nothing()
    {
        var id = await APlacement.AddAsync(portal, portal.NorthwickVale, portal.HarbourSteps, days: 300);
        var proposer = await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var client = await portal.SignInAsync(proposer.Email);
        var placement = await client.GetAsync<PlacementDto>($"/api/placements/{id}");
        placement = await client.PostAsync<PlacementDto>(
            $"/api/placements/{id}/extension",
            new ExtendPlacementDto { PlannedEndOn = APlacement.Start.AddDays(301), Version = placement.Version });

        await client.PostAsync<PlacementDto>(
            $"/api/placements/{id}/extension/send-back",
            new ReasonedDto { Reason = "A wrong day.", Version = placement.Version });

        (await SubjectsAsync(placement.Reference)).ShouldNotContain(m => m.To == proposer.Email);
    }

    [Fact]
    public async Task An_award_is_told_to_its_approvers_and_when_sent_back_to_its_proposer()
    {
        var steps = new PriceQuestionSteps(portal);
        var ranked = await steps.RankedAsync((portal.LanternRow, 100_000));
        var approver = await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsApprover);
        (await steps.TryProposeAsync(ranked, portal.LanternRow)).IsSuccess.ShouldBeTrue();
        var reference = (await portal.GetAsync(ranked.CallOffId)).Reference;
        var proposed = await SubjectsAsync(reference);
        var second = await steps.DeclaredApproverAsync(ranked);

        await second.PostAsync(
            $"/api/call-offs/{ranked.CallOffId}/award/send-back",
            new SendBackAwardDto { Reason = "Say more.", Version = (await steps.ReadAsync(ranked, second)).Version });
        var returned = (await SubjectsAsync(reference)).Except(proposed).ToList();

        proposed.ShouldContain((approver.Email, $"The award of call-off {reference} waits for approval"));
        proposed.ShouldNotContain(m => m.Subject.Contains("sent back"));
        returned.ShouldHaveSingleItem().Subject.ShouldBe($"The award of call-off {reference} was sent back to you");
    }

    [Fact]
    public async Task A_prepared_call_off_is_told_to_whoever_may_publish_it()
    {
        var approver = await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsApprover);
        var rival = await portal.AddUserAsync(portal.Kingsferry, Role.PlacementsApprover);

        var draft = await portal.DraftAsync();

        var mails = await SubjectsAsync(draft.Reference);
        mails.ShouldContain((approver.Email, $"Call-off {draft.Reference} waits to be checked and published"));
        mails.ShouldNotContain(m => m.To == rival.Email);
    }

    private async Task<IReadOnlyList<(string To, string Subject)>> SubjectsAsync(string reference) =>
        [.. (await MailsAsync(reference)).Select(m => (m.To, m.Subject))];

    private async Task<IReadOnlyList<string>> BodiesAsync(string reference) =>
        [.. (await MailsAsync(reference)).Select(m => m.Body)];

    private async Task<List<PickedUpMail>> MailsAsync(string reference)
    {
        await portal.DrainOutboxAsync();
        return (await portal.Services.GetRequiredService<PickupFolder>().GetListAsync(CancellationToken.None))
            .Where(m => m.Subject.Contains(reference, StringComparison.Ordinal)).ToList();
    }
}
