using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Tests.CallOffs;

public sealed class DraftReturnTests
{
    private const string Reason = "The deadline is too soon.";

    [Fact]
    public void A_draft_that_was_sent_back_says_who_did_it_when_and_why_and_its_preparer_is_told_without_the_reason()
    {
        var callOff = A.CallOffIn(CallOffState.Draft);

        callOff.SendBackDraft(A.Approver, Reason, A.Sent.AddHours(1));

        callOff.State.ShouldBe(CallOffState.Draft);
        callOff.DraftReturn.ShouldBe(new DraftReturnDto(A.Approver.Name, A.Sent.AddHours(1), Reason));
        var news = callOff.Events.OfType<ColleagueNewsEto>().Last();
        (news.PersonId, news.News).ShouldBe((A.Preparer.Id, $"Call-off {callOff.Reference} was sent back to you"));
    }

    [Fact]
    public void Whoever_prepared_or_changed_it_cannot_send_it_back()
    {
        var callOff = A.CallOffIn(CallOffState.Draft);
        var editor = A.Preparer with { Id = Guid.NewGuid() };
        callOff.ChangeNeeds(editor, A.Sent);

        foreach (var one in new[] { A.Preparer, editor })
        {
            Should.Throw<BusinessException>(() => callOff.SendBackDraft(one, Reason, A.Sent))
                .Code.ShouldBe(TenderingErrorCodes.OwnDraft);
            callOff.MayBeSentBackBy(one.Id).ShouldBeFalse();
        }

        callOff.DraftReturn.ShouldBeNull();
        callOff.MayBeSentBackBy(A.Approver.Id).ShouldBeTrue();
    }

    [Fact]
    public void What_was_sent_back_is_neither_published_nor_sent_back_again_before_it_is_changed()
    {
        var callOff = Returned();

        foreach (var move in new[] { () => Publish(callOff), () => callOff.SendBackDraft(A.Approver, "Again.", A.Sent) })
        {
            var refusal = Should.Throw<BusinessException>(move);
            refusal.Code.ShouldBe(TenderingErrorCodes.DraftReturned);
            refusal.Values["name"].ShouldBe(A.Approver.Name);
        }

        callOff.State.ShouldBe(CallOffState.Draft);
        callOff.DraftReturn!.Reason.ShouldBe(Reason);
        callOff.MayBeSentBackBy(A.Approver.Id).ShouldBeFalse();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_change_of_terms_or_needs_brings_it_back_to_its_approvers_who_are_told_anew(bool ofTerms)
    {
        var callOff = Returned();
        Change(callOff, ofTerms);

        callOff.DraftReturn.ShouldBeNull();
        var news = callOff.Events.OfType<ColleagueNewsEto>().Last();
        news.News.ShouldBe($"Call-off {callOff.Reference} was changed and waits to be checked and published");
        (news.PersonId, news.ButNotId).ShouldBe((null, A.Preparer.Id));
        Should.NotThrow(() => Publish(callOff));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_change_of_what_was_not_sent_back_is_told_to_nobody(bool ofTerms)
    {
        var callOff = A.CallOffIn(CallOffState.Draft);
        var before = callOff.Events.OfType<ColleagueNewsEto>().Count();

        Change(callOff, ofTerms);

        callOff.Events.OfType<ColleagueNewsEto>().Count().ShouldBe(before);
    }

    private static CallOff Returned()
    {
        var callOff = A.CallOffIn(CallOffState.Draft);
        callOff.SendBackDraft(A.Approver, Reason, A.Sent);
        return callOff;
    }

    private static void Change(CallOff callOff, bool ofTerms)
    {
        if (ofTerms)
        {
            callOff.Change(new CallOffTerms(A.Criteria, 40, null, A.Deadline), A.Preparer, A.Sent);
        }
        else
        {
            callOff.ChangeNeeds(A.Preparer, A.Sent);
        }
    }

    private static void Publish(CallOff callOff) => callOff.Publish(
        A.Approver, A.Sent, BiddingPeriod.Earliest(A.Lot(), A.Sent), A.Needs, 3, "seed");
}
