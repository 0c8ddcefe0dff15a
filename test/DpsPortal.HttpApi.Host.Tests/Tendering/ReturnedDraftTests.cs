using System.Net;
using DpsPortal.Adapters.Mail;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>An approver sends a draft back to whoever prepared it, over HTTP.</summary>
public sealed class ReturnedDraftTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    private const string Reason = "The deadline is too soon for a shared home.";

    [Fact]
    public async Task It_is_read_by_the_authority_waits_for_its_preparer_and_is_not_published_before_it_is_changed()
    {
        var draft = await portal.DraftAsync();
        var (officer, approver) = (await portal.OfficerAsync, await portal.ApproverAsync);

        var returned = (await SendBackAsync(approver, draft)).Read<CallOffDto>();
        var published = await approver.PostAsync(
            $"/api/call-offs/{draft.Id}/publish", new CallOffVersionDto { Version = returned.Version });
        var preview = await approver.GetAsync<PublishPreviewDto>($"/api/call-offs/{draft.Id}/publish-preview");
        var item = (await TodayTests.ItemsAsync(officer)).Single(i => i.Id == draft.Id);

        (returned.State, returned.DraftReturn!.Reason).ShouldBe((CallOffState.Draft, Reason));
        returned.DraftReturn.ByName.ShouldBe(approver.Session!.User!.Name);
        returned.PermittedTriggers.ShouldNotContain(CallOffTrigger.SendBackDraft);
        (await officer.GetAsync<CallOffDto>($"/api/call-offs/{draft.Id}")).DraftReturn.ShouldBe(returned.DraftReturn);
        (published.Status, published.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.DraftReturned));
        preview.Problems.ShouldNotContain(p => p.Contains("sent it back", StringComparison.Ordinal));
        (item.Kind, item.Detail).ShouldBe(("CallOff.DraftSentBack", returned.DraftReturn.ByName));
        (await TodayTests.KindsAsync(approver, draft.Id)).ShouldBeEmpty();
        (await officer.GetAsync<AuditEventDto[]>($"/api/call-offs/{draft.Id}/history"))
            .ShouldContain(e => e.Action == nameof(CallOffTrigger.SendBackDraft) && e.Reason == Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_of_its_terms_or_of_the_need_brings_it_back_to_the_approvers(bool ofTerms)
    {
        var draft = await portal.DraftAsync();
        var (officer, approver) = (await portal.OfficerAsync, await portal.ApproverAsync);
        await SendBackAsync(approver, draft);

        await ChangeAsync(officer, await portal.GetAsync(draft.Id), ofTerms);

        var changed = await portal.GetAsync(draft.Id);
        changed.DraftReturn.ShouldBeNull();
        changed.DraftRevision!.Reason.ShouldBe(Reason);
        changed.DraftRevision.Changes.Select(c => c.Part).ShouldBe(ofTerms ? ["Deadline"] : []);
        changed.DraftRevision.NeedsBefore?.ExpectedWeeks.ShouldBe(draft.Needs.ExpectedWeeks);
        (changed.DraftRevision.NeedsBefore is null).ShouldBe(ofTerms);
        (await TodayTests.KindsAsync(officer, draft.Id)).ShouldBeEmpty();
        (await TodayTests.KindsAsync(approver, draft.Id)).ShouldBe(["CallOff.Publish"]);
        (await portal.PublishAsync(changed)).State.ShouldBe(CallOffState.Published);
        var mails = await MailsAsync(draft.Reference);
        var preparer = officer.Session!.User!.Email;
        mails.Where(m => m.To == preparer).Select(m => m.Subject)
            .ShouldBe([$"Call-off {draft.Reference} was sent back to you"]);
        mails.ShouldContain(m => m.To == approver.Session!.User!.Email
            && m.Subject == $"Call-off {draft.Reference} was changed and waits to be checked and published");
        mails.ShouldAllBe(m => !(m.Subject + m.Body).Contains("shared home", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_save_of_its_terms_or_of_the_need_that_changes_nothing_keeps_it_sent_back(bool ofTerms)
    {
        var draft = await portal.DraftAsync();
        var officer = await portal.OfficerAsync;
        await ChangeAsync(officer, draft, ofTerms);
        var returned = (await SendBackAsync(await portal.ApproverAsync, await portal.GetAsync(draft.Id)))
            .Read<CallOffDto>();

        await ChangeAsync(officer, returned, ofTerms, byHours: 0);

        var kept = await portal.GetAsync(draft.Id);
        kept.DraftReturn.ShouldBe(returned.DraftReturn);
        kept.Version.ShouldBe(returned.Version);
        (await TodayTests.KindsAsync(officer, draft.Id)).ShouldBe(["CallOff.DraftSentBack"]);
    }

    [Fact]
    public async Task Whoever_prepared_it_another_authority_and_whoever_does_not_publish_cannot_send_it_back()
    {
        var both = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer, Role.PlacementsApprover);
        var draft = await portal.DraftAsync();
        await ChangeAsync(both, draft, ofTerms: true);
        draft = await portal.GetAsync(draft.Id);

        var own = await SendBackAsync(both, draft);
        var rival = await SendBackAsync(await portal.AsAsync(portal.Kingsferry, Role.PlacementsApprover), draft);
        var officer = await SendBackAsync(await portal.OfficerAsync, draft);

        (own.Status, own.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.OwnDraft));
        (await both.GetAsync<CallOffDto>($"/api/call-offs/{draft.Id}")).PermittedTriggers
            .ShouldNotContain(CallOffTrigger.SendBackDraft);
        rival.Status.ShouldBe(HttpStatusCode.NotFound);
        officer.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.GetAsync(draft.Id)).DraftReturn.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("He was born 12/03/2009 and lives at HA9 0AB.")]
    public async Task The_reason_is_given_and_tells_of_no_young_person(string reason)
    {
        var draft = await portal.DraftAsync();

        var answer = await SendBackAsync(await portal.ApproverAsync, draft, reason);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe(["reason"]);
    }

    [Fact]
    public async Task A_draft_that_was_changed_since_it_was_read_is_not_sent_back()
    {
        var draft = await portal.DraftAsync();
        await ChangeAsync(await portal.OfficerAsync, draft, ofTerms: true);

        var answer = await SendBackAsync(await portal.ApproverAsync, draft);

        answer.Problem.Code.ShouldBe("DpsPortal:Concurrency");
        (await portal.GetAsync(draft.Id)).DraftReturn.ShouldBeNull();
    }

    private static Task<PortalAnswer> SendBackAsync(PortalClient client, CallOffDto draft, string reason = Reason) =>
        client.PostAsync(
            $"/api/call-offs/{draft.Id}/send-back-draft", new SendBackDraftDto { Reason = reason, Version = draft.Version });

    private async Task ChangeAsync(PortalClient client, CallOffDto draft, bool ofTerms, int byHours = 1)
    {
        if (ofTerms)
        {
            await client.PutAsync<CallOffDto>($"/api/call-offs/{draft.Id}", new UpdateCallOffDto
            {
                Deadline = draft.Deadline.AddHours(byHours),
                Criteria = draft.Criteria,
                PriceWeight = draft.PriceWeight,
                Version = draft.Version,
            });
            return;
        }

        var referral = await client.GetAsync<ReferralDto>($"/api/referrals/{draft.ReferralId}");
        var input = await portal.ReferralInputAsync(caseNumber: "");
        await client.PutAsync<ReferralDto>(
            $"/api/referrals/{draft.ReferralId}",
            input with { CaseNumber = null, Needs = input.Needs with { ExpectedWeeks = 30 }, Version = referral.Version });
    }

    private async Task<IReadOnlyList<PickedUpMail>> MailsAsync(string reference)
    {
        await portal.DrainOutboxAsync();
        return
        [
            .. (await portal.Services.GetRequiredService<PickupFolder>().GetListAsync(CancellationToken.None))
                .Where(m => m.Subject.Contains(reference, StringComparison.Ordinal)),
        ];
    }
}
