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
        callOff.DraftReturn!.ToDto().ShouldBe(new DraftReturnDto(A.Approver.Name, A.Sent.AddHours(1), Reason));
        var news = callOff.Events.OfType<ColleagueNewsEto>().Last();
        (news.PersonId, news.News).ShouldBe((A.Preparer.Id, $"Call-off {callOff.Reference} was sent back to you"));
    }

    [Fact]
    public void Whoever_prepared_or_changed_it_cannot_send_it_back()
    {
        var callOff = A.CallOffIn(CallOffState.Draft);
        var editor = A.Preparer with { Id = Guid.NewGuid() };
        callOff.ChangeNeeds(A.Needs, editor, A.Sent);

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

    [Fact]
    public void A_save_that_changes_nothing_keeps_it_sent_back_and_makes_nobody_an_editor()
    {
        var callOff = Returned();
        var (officer, events, entries) =
            (A.Preparer with { Id = Guid.NewGuid() }, callOff.Events.Count, callOff.AuditEntries.Count);

        callOff.Change(Terms, officer, A.Sent.AddHours(2));

        callOff.DraftReturn!.Reason.ShouldBe(Reason);
        callOff.DraftRevision.ShouldBeNull();
        callOff.EditorIds.ShouldBe([A.Preparer.Id]);
        (callOff.Events.Count, callOff.AuditEntries.Count).ShouldBe((events, entries));
    }

    [Fact]
    public void Whoever_reads_it_again_is_told_why_it_was_sent_back_and_all_that_was_changed_since()
    {
        var callOff = Returned();

        callOff.Change(Terms with { Deadline = A.Deadline.AddHours(1) }, A.Preparer, A.Sent);
        callOff.ChangeNeeds(A.Needs, A.Preparer, A.Sent);
        callOff.ChangeNeeds(A.Needs with { ExpectedWeeks = 99 }, A.Preparer, A.Sent);
        callOff.Change(Terms with { Deadline = A.Deadline.AddHours(2), CeilingWeeklyPence = 1 }, A.Preparer, A.Sent);

        var revision = Revision(callOff);
        (revision.ReturnedByName, revision.ReturnedAt, revision.Reason).ShouldBe((A.Approver.Name, A.Sent, Reason));
        revision.Changes.ShouldBe(
        [
            new("Deadline", Sentences.London(A.Deadline), Sentences.London(A.Deadline.AddHours(2))),
            new("Price limit", "no limit", "£0.01 a week"),
        ]);
        revision.NeedsBefore!.ExpectedWeeks.ShouldBe(A.Needs.ExpectedWeeks);
        callOff.AuditEntries.Where(e => e.Action == "Update").Select(e => e.Reason)
            .ShouldBe(["Deadline", "Deadline, Price limit"]);
    }

    [Fact]
    public void What_was_changed_there_and_back_is_no_change()
    {
        var callOff = Returned();

        callOff.Change(Terms with { CeilingWeeklyPence = 1 }, A.Preparer, A.Sent);
        callOff.Change(Terms, A.Preparer, A.Sent);

        Revision(callOff).Changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_second_return_counts_alone()
    {
        var callOff = Returned();
        Change(callOff, ofTerms: true);

        callOff.SendBackDraft(A.Approver, "The weights, too.", A.Sent);
        callOff.DraftRevision.ShouldBeNull();
        Change(callOff, ofTerms: false);

        Revision(callOff).Reason.ShouldBe("The weights, too.");
        Revision(callOff).Changes.ShouldBeEmpty();
        Revision(callOff).NeedsBefore.ShouldNotBeNull();
    }

    public static TheoryData<string, string> Changes() => new()
    {
        {
            "a criterion less",
            "Criteria: How well the home fits, Staff and rota → How well the home fits; "
            + "Weights: Price 40, How well the home fits 35, Staff and rota 25 → Price 65, How well the home fits 35"
        },
        {
            "the other order",
            "Criteria: How well the home fits, Staff and rota → Staff and rota, How well the home fits"
        },
        {
            "other weights",
            "Weights: Price 40, How well the home fits 35, Staff and rota 25 → "
            + "Price 40, How well the home fits 36, Staff and rota 24"
        },
        {
            "another minimum",
            "Minimum scores: How well the home fits 2 → How well the home fits 2, Staff and rota 1"
        },
        { "no criterion for a tie", "How a tie is decided: How well the home fits first → no criterion first" },
        { "a price limit", "Price limit: no limit → £1,000.00 a week" },
        { "a minute later", "Deadline: 12 November 2026 at 09:00 → 12 November 2026 at 09:01" },
    };

    [Theory, MemberData(nameof(Changes))]
    public void Each_part_of_the_terms_is_told_with_what_it_was_and_what_it_is(string change, string parts)
    {
        var (match, staffing) = (A.Criteria[0], A.Criteria[1]);
        var changed = change switch
        {
            "a criterion less" => Terms with { Criteria = [match], PriceWeight = 65 },
            "the other order" => Terms with { Criteria = [staffing, match] },
            "other weights" => Terms with
            {
                Criteria = [match with { Weight = 36 }, staffing with { Weight = 24 }],
            },
            "another minimum" => Terms with { Criteria = [match, staffing with { MinimumScore = 1 }] },
            "no criterion for a tie" => Terms with { Criteria = [match with { Suitability = false }, staffing] },
            "a price limit" => Terms with { CeilingWeeklyPence = 100_000 },
            _ => Terms with { Deadline = A.Deadline.AddMinutes(1) },
        };

        string.Join("; ", changed.Checked().ChangesFrom(Terms).Select(c => $"{c.Part}: {c.From} → {c.To}"))
            .ShouldBe(parts);
    }

    private static DraftRevisionDto Revision(CallOff callOff) => callOff.DraftRevision!.ToRevisionDto(callOff.Terms);

    private static CallOffTerms Terms => new(A.Criteria, 40, null, A.Deadline);

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
            callOff.Change(Terms with { Deadline = A.Deadline.AddHours(1) }, A.Preparer, A.Sent);
        }
        else
        {
            callOff.ChangeNeeds(A.Needs, A.Preparer, A.Sent);
        }
    }

    private static void Publish(CallOff callOff) => callOff.Publish(
        A.Approver, A.Sent, BiddingPeriod.Earliest(A.Lot(), A.Sent), A.Needs, 3, "seed");
}
