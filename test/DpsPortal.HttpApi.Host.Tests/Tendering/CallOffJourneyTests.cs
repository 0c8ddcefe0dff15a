using System.Globalization;
using System.Net;
using System.Text.Json;
using DpsPortal.Adapters.Mail;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.HttpApi.Host.Tests.FirstPage;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Evaluations;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Tendering;

/// <summary>A call-off from the referral to the letters, over HTTP.</summary>
public sealed class CallOffJourneyTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    [Fact]
    public async Task Facts_15_and_17_the_worked_example_ends_with_the_dearest_bid_winning_and_letters_to_all()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 125_000);
        await portal.BidAsync(callOff.Id, portal.Copperleaf, 140_000);
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 167_500);

        var locked = await LockedAsync(callOff, (portal.LanternRow, [3, 3, 4]), (portal.Copperleaf, [4, 4, 4]),
            (portal.HarbourSteps, [5, 4, 5]));

        locked.Bids.ToDictionary(b => b.ProviderName!, b => (b.PriceScore, b.QualityScore, b.Total, b.Rank)).ShouldBe(
            new Dictionary<string, (decimal?, decimal?, decimal?, int?)>
            {
                [portal.LanternRow.Name] = (40.00m, 38.00m, 78.00m, 3),
                [portal.Copperleaf.Name] = (35.71m, 48.00m, 83.71m, 2),
                [portal.HarbourSteps.Name] = (29.85m, 56.00m, 85.85m, 1),
            },
            ignoreOrder: true);

        var awarded = await AwardedAsync(locked, portal.HarbourSteps);

        awarded.State.ShouldBe(CallOffState.Awarded);
        awarded.Award!.ProviderName.ShouldBe(portal.HarbourSteps.Name);
        var letters = await (await portal.OfficerAsync).GetAsync<LetterDto[]>($"/api/call-offs/{callOff.Id}/letters");
        letters.Length.ShouldBe(3);
        letters.Select(l => l.IssuedAt).Distinct().ShouldHaveSingleItem().ShouldBe(awarded.Award.ApprovedAt!.Value);
        await AssertLettersSayWhatTheyMustAsync(callOff, letters);
        foreach (var bidder in portal.Members)
        {
            (await TodayTests.KindsAsync(await portal.ProviderAsync(bidder), callOff.Id))
                .ShouldBe(["Bid.ReadLetter"], bidder.Name);
        }

        await AssertAReadLetterIsToldNoMoreAsync(callOff.Id);

        (await (await portal.OfficerAsync).GetAsync<ReferralDto>($"/api/referrals/{callOff.ReferralId}"))
            .State.ShouldBe(ReferralState.Placed);
    }

    private async Task AssertAReadLetterIsToldNoMoreAsync(Guid callOffId)
    {
        var read = new { Kind = "Bid.ReadLetter", Id = callOffId };
        var (reader, rival) = (await portal.ProviderAsync(portal.LanternRow), await portal.ProviderAsync(portal.HarbourSteps));
        (await (await portal.OfficerAsync).PostAsync("/api/today/read", read)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await TodayTests.KindsAsync(reader, callOffId)).ShouldBe(["Bid.ReadLetter"]);

        (await reader.PostAsync("/api/today/read", read)).Status.ShouldBe(HttpStatusCode.NoContent);
        (await reader.PostAsync("/api/today/read", read)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await TodayTests.KindsAsync(reader, callOffId)).ShouldBeEmpty();
        (await TodayTests.KindsAsync(rival, callOffId)).ShouldBe(["Bid.ReadLetter"]);
    }

    private async Task AssertLettersSayWhatTheyMustAsync(CallOffDto callOff, IReadOnlyList<LetterDto> letters)
    {
        var mine = await (await portal.ProviderAsync(portal.LanternRow))
            .GetAsync<LetterDto>($"/api/opportunities/{callOff.Id}/letter");
        var text = JsonSerializer.Serialize(mine);
        text.ShouldContain(portal.HarbourSteps.Name);
        mine.Rows[1].ShouldBe(["How well the home fits", "30", "3 of 5", "5 of 5", "Clear evidence on match for 3."]);
        mine.Rows[^1].ShouldBe(["Total", "100", "78.00", "85.85", ""]);
        mine.Paragraphs.ShouldContain(
            "On “How well the home fits” (weight 30) the successful bid scored 5 of 5: excellent, fully evidenced and "
            + "specific. Yours scored 3 of 5: meets the need with acceptable evidence.");
        mine.Paragraphs.ShouldContain(
            "On price your bid has 40.00 points and the successful bid 29.85: yours costs less over the whole term, "
            + "which does not outweigh the difference in quality.");
        mine.Signature!.Skip(1).ShouldBe(["Placements approver", portal.NorthwickVale.Name]);
        text.ShouldNotContain(portal.Copperleaf.Name);
        foreach (var letter in letters.Select(l => JsonSerializer.Serialize(l)))
        {
            letter.ShouldContain(callOff.Reference);
            var without = letter.Replace(callOff.Reference, "", StringComparison.Ordinal);
            foreach (var clue in new[] { "HA9", "SE13", "Section20", "Asylum", "ollege", "Missing", "Male", "16To17" })
            {
                without.ShouldNotContain(clue, Case.Sensitive);
            }
        }

        (await (await portal.ProviderAsync(portal.LanternRow))
            .GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}")).Outcome.ShouldBe(OpportunityOutcome.NotWon);
        (await (await portal.ProviderAsync(portal.HarbourSteps))
            .GetAsync<OpportunityDto>($"/api/opportunities/{callOff.Id}")).Outcome.ShouldBe(OpportunityOutcome.Won);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task A_need_is_published_up_to_its_last_day_to_move_in(int daysLater, bool published)
    {
        var today = LondonTime.DateOf(await portal.Clock.NowAsync());
        var draft = await portal.DraftAsync(
            time: TimeSpan.FromDays(2), with: input => input with { Needs = input.Needs with { MoveInBy = today } });
        await portal.Clock.AdvanceAsync(TimeSpan.FromDays(daysLater));
        var approver = await portal.ApproverAsync;

        var preview = await approver.GetAsync<PublishPreviewDto>($"/api/call-offs/{draft.Id}/publish-preview");
        var answer = await approver.PostAsync(
            $"/api/call-offs/{draft.Id}/publish", new CallOffVersionDto { Version = draft.Version });

        preview.Problems.Any(p => p.StartsWith("The last day to move in", StringComparison.Ordinal)).ShouldBe(!published);
        answer.IsSuccess.ShouldBe(published, answer.Text);
        if (!published)
        {
            answer.Problem.Code.ShouldBe(TenderingErrorCodes.MoveInPast);
            (await portal.GetAsync(draft.Id)).State.ShouldBe(CallOffState.Draft);
        }
    }

    [Fact]
    public async Task Fact_04_publishing_invites_every_member_and_tells_each_without_a_word_of_the_need()
    {
        var draft = await portal.DraftAsync();
        var preview = await (await portal.ApproverAsync)
            .GetAsync<PublishPreviewDto>($"/api/call-offs/{draft.Id}/publish-preview");

        var published = await portal.PublishAsync(draft);
        await portal.DrainOutboxAsync();

        preview.InviteeCount.ShouldBe(3);
        preview.Invitees.ShouldBe(portal.Members.Select(m => m.Name), ignoreOrder: true);
        published.InvitedCount.ShouldBe(3);
        foreach (var member in portal.Members)
        {
            (await (await portal.ProviderAsync(member)).GetAsync<OpportunityPageDto>("/api/opportunities?pageSize=100"))
                .Items.ShouldContain(o => o.CallOffId == draft.Id && o.Open);
        }

        var mails = (await portal.Services.GetRequiredService<PickupFolder>().GetListAsync(CancellationToken.None))
            .Where(m => m.Body.Contains(draft.Reference, StringComparison.Ordinal)
                && m.Subject.StartsWith("You are invited", StringComparison.Ordinal)).ToList();
        mails.Count.ShouldBe(3);
        mails.Select(m => m.To).Distinct().Count().ShouldBe(3);
        mails.ShouldAllBe(m => !m.Body.Contains("HA9") && !m.Body.Contains("Section20"));
    }

    [Fact]
    public async Task Fact_04_accreditation_and_homes_never_shorten_the_list_but_warn_the_provider()
    {
        await portal.ExecuteAsync(
            $"update accreditation.standings set accredited_until = null where provider_id = '{portal.Copperleaf.Id}'");
        try
        {
            var published = await portal.PublishedAsync();

            var seen = await (await portal.ProviderAsync(portal.Copperleaf))
                .GetAsync<OpportunityDto>($"/api/opportunities/{published.Id}");

            published.InvitedCount.ShouldBe(3);
            seen.StandingWarnings.ShouldHaveSingleItem().ShouldContain("not accredited");
        }
        finally
        {
            await portal.ExecuteAsync(
                "update accreditation.standings set accredited_until = '2028-01-01' where accredited_until is null");
        }
    }

    [Fact]
    public async Task A_bid_that_fails_a_gate_is_ranked_with_nobody_and_cannot_be_proposed()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 150_000);
        await portal.ExecuteAsync(
            $"update accreditation.standings set accredited_until = null where provider_id = '{portal.LanternRow.Id}'");
        try
        {
            var locked = await LockedAsync(callOff, (portal.LanternRow, [5, 5, 5]), (portal.HarbourSteps, [3, 3, 3]));
            var gated = locked.Bids.Single(b => b.ProviderName == portal.LanternRow.Name);
            var refused = await ProposeAsync(locked, gated.BidId);

            gated.Rank.ShouldBeNull();
            gated.DisqualifiedReason!.ShouldContain("not accredited");
            locked.Bids.Single(b => b.Rank == 1).PriceScore.ShouldBe(40m);
            refused.Problem.Code.ShouldBe(TenderingErrorCodes.NotAwardable);
        }
        finally
        {
            await portal.ExecuteAsync(
                "update accreditation.standings set accredited_until = '2028-01-01' where accredited_until is null");
        }
    }

    [Fact]
    public async Task A_bid_below_a_minimum_score_is_no_lowest_price()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 150_000);

        var locked = await LockedAsync(callOff, (portal.LanternRow, [1, 5, 5]), (portal.HarbourSteps, [3, 3, 3]));

        var first = locked.Bids.Single(b => b.Rank == 1);
        first.ProviderName.ShouldBe(portal.HarbourSteps.Name);
        locked.PriceFormula.ShouldEndWith(
            string.Create(CultureInfo.InvariantCulture, $"The lowest is £{first.WholeTermPence / 100m:N2}."));
    }

    [Fact]
    public async Task Fact_17_the_draft_letters_are_the_letters_that_approving_sends()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 125_000);
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 167_500);
        var locked = await LockedAsync(callOff, (portal.LanternRow, [3, 3, 4]), (portal.HarbourSteps, [5, 4, 5]));
        var path = $"/api/call-offs/{callOff.Id}/award/letters";
        var approver = await portal.ApproverAsync;
        var officer = await portal.OfficerAsync;
        await TenderingFixture.DeclareAsync(approver, callOff.Id);

        var early = await officer.GetAsync(path);
        var proposed = (await ProposeAsync(locked, locked.Bids.Single(b => b.Rank == 1).BidId)).Read<CallOffDto>();
        var drafts = await approver.GetAsync<LetterDto[]>(path);
        var proposers = await officer.GetAsync<LetterDto[]>(path);
        using var undeclared = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var unseen = await undeclared.GetAsync(path);
        var stranger = await (await portal.AsAsync(portal.Kingsferry, Role.PlacementsApprover)).GetAsync(path);
        await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version });
        var late = await approver.GetAsync(path);
        var letters = await approver.GetAsync<LetterDto[]>($"/api/call-offs/{callOff.Id}/letters");

        early.Problem.Code.ShouldBe("DpsPortal:InvalidTransition");
        unseen.Problem.Code.ShouldBe(TenderingErrorCodes.ConflictDeclarationNeeded);
        stranger.Status.ShouldBe(HttpStatusCode.NotFound);
        late.Problem.Code.ShouldBe("DpsPortal:InvalidTransition");
        proposers.Length.ShouldBe(2);
        string[] texts = [.. drafts.OrderBy(l => l.Recipient).Select(Text)];
        texts.ShouldBe([.. letters.OrderBy(l => l.Recipient).Select(Text)]);
        var winner = proposed.Award!.ProviderName == portal.LanternRow.Name ? portal.LanternRow : portal.HarbourSteps;
        var offer = $"{portal.RoomOf(winner, callOff.Id).Name} in {portal.HomeOf(winner).Name} for £";
        letters.Where(l => l.Paragraphs.Any(p => p.Contains(offer, StringComparison.Ordinal)))
            .ShouldHaveSingleItem().Recipient.ShouldBe(winner.Name);

        static string Text(LetterDto letter) =>
            JsonSerializer.Serialize(letter with { Id = default, IssuedAt = default });
    }

    [Fact]
    public async Task Fact_17_a_letter_speaks_to_the_provider_that_could_not_be_awarded()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.BidAsync(callOff.Id, portal.HarbourSteps, 150_000);
        await portal.ExecuteAsync(
            $"update accreditation.standings set accredited_until = null where provider_id = '{portal.LanternRow.Id}'");
        try
        {
            var locked = await LockedAsync(callOff, (portal.LanternRow, [5, 5, 5]), (portal.HarbourSteps, [3, 3, 3]));
            await ProposeAsync(locked, locked.Bids.Single(b => b.Rank == 1).BidId);

            var drafts = await (await portal.OfficerAsync)
                .GetAsync<LetterDto[]>($"/api/call-offs/{callOff.Id}/award/letters");

            var text = string.Join(' ', drafts.Single(l => l.Recipient == portal.LanternRow.Name).Paragraphs);
            text.ShouldContain("Your bid could not be awarded. You are not accredited");
            text.ShouldNotContain("The provider");
        }
        finally
        {
            await portal.ExecuteAsync(
                "update accreditation.standings set accredited_until = '2028-01-01' where accredited_until is null");
        }
    }

    [Fact]
    public async Task Fact_14_the_declaration_names_everybody_invited_and_says_nothing_of_who_bid()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        using var officer = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);

        var before = await officer.GetAsync<EvaluationDto>($"/api/call-offs/{callOff.Id}/evaluation");
        var after = await TenderingFixture.DeclareAsync(officer, callOff.Id);

        before.ConflictParties.ShouldBe(portal.Members.Select(m => m.Name), ignoreOrder: true);
        after.ConflictParties.ShouldBeEmpty();
    }

    [Fact]
    public async Task Prices_and_names_stay_hidden_until_quality_is_locked_Fact_13()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 123_456);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        await TenderingFixture.DeclareAsync(officer, callOff.Id);

        var text = (await officer.GetAsync($"/api/call-offs/{callOff.Id}/evaluation")).Text;
        var early = await officer.PostAsync(
            $"/api/call-offs/{callOff.Id}/lock-quality",
            new CallOffVersionDto { Version = (await portal.GetAsync(callOff.Id)).Version });

        text.ShouldContain("\"Bid A\"");
        text.ShouldNotContain("123456");
        text.ShouldNotContain("\"providerName\":\"");
        early.Problem.Code.ShouldBe("DpsPortal:InvalidTransition");
    }

    [Fact]
    public async Task Fact_14_without_a_declaration_nothing_is_seen_and_a_conflict_locks_out()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        using var conflicted = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);

        var before = await conflicted.GetAsync<EvaluationDto>($"/api/call-offs/{callOff.Id}/evaluation");
        var undeclared = await conflicted.PutAsync(
            $"/api/call-offs/{callOff.Id}/bids/{Guid.NewGuid()}/scores", TenderingFixture.Scores(before.Version, 1, 1, 1));
        var after = await TenderingFixture.DeclareAsync(conflicted, callOff.Id, conflict: true);
        var refused = await conflicted.PutAsync(
            $"/api/call-offs/{callOff.Id}/bids/{Guid.NewGuid()}/scores", TenderingFixture.Scores(after.Version, 1, 1, 1));
        var takenBack = await conflicted.PostAsync(
            $"/api/call-offs/{callOff.Id}/declaration", new DeclareConflictDto { HasConflict = false });

        before.Bids.ShouldBeEmpty();
        before.CallerHasConflict.ShouldBeNull();
        (undeclared.Status, undeclared.Problem.Code)
            .ShouldBe((HttpStatusCode.Forbidden, TenderingErrorCodes.ConflictDeclarationNeeded));
        after.Bids.ShouldBeEmpty();
        (refused.Status, refused.Problem.Code)
            .ShouldBe((HttpStatusCode.Forbidden, TenderingErrorCodes.ConflictDeclared));
        takenBack.Problem.Code.ShouldBe(TenderingErrorCodes.ConflictDeclared);
    }

    [Fact]
    public async Task Fact_14_a_declared_conflict_hides_scores_award_and_letters_as_well()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await ProposedAsync(callOff);
        using var conflicted = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(conflicted, callOff.Id, conflict: true);

        var theirs = await conflicted.GetAsync<CallOffDto>($"/api/call-offs/{callOff.Id}");
        var history = await conflicted.GetAsync($"/api/call-offs/{callOff.Id}/history");
        var letters = await conflicted.GetAsync($"/api/call-offs/{callOff.Id}/letters");

        (await portal.GetAsync(callOff.Id)).Award.ShouldNotBeNull();
        theirs.Award.ShouldBeNull();
        theirs.CallerHasConflict.ShouldBe(true);
        (await (await portal.OfficerAsync).GetAsync<AuditEventDto[]>($"/api/call-offs/{callOff.Id}/history"))
            .Where(h => h.Action == "Declare").Select(h => h.Reason).ShouldContain("A conflict");
        history.Text.ShouldNotContain("Bid A");
        OpenersIn(history).ShouldBe(2);
        letters.Problem.Code.ShouldBe(TenderingErrorCodes.ConflictDeclared);
    }

    [Fact]
    public async Task Fact_14_whoever_declared_nothing_yet_sees_neither_scores_nor_winner_nor_letters()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await ProposedAsync(callOff);
        using var undeclared = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);

        var theirs = await undeclared.GetAsync<CallOffDto>($"/api/call-offs/{callOff.Id}");
        var social = await (await portal.SocialWorkerAsync).GetAsync<CallOffDto>($"/api/call-offs/{callOff.Id}");
        var history = await undeclared.GetAsync($"/api/call-offs/{callOff.Id}/history");
        var letters = await undeclared.GetAsync($"/api/call-offs/{callOff.Id}/letters");

        theirs.Award.ShouldBeNull();
        social.Award.ShouldBeNull();
        history.Text.ShouldNotContain("Bid A");
        OpenersIn(history).ShouldBe(2);
        letters.Problem.Code.ShouldBe(TenderingErrorCodes.ConflictDeclarationNeeded);
    }

    [Fact]
    public async Task Fact_14_what_somebody_scored_who_then_declares_a_conflict_counts_no_longer()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        using var scorer = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var proposed = await ProposedAsync(callOff, scorer);
        proposed.State.ShouldBe(CallOffState.AwardProposed);

        await TenderingFixture.DeclareAsync(scorer, callOff.Id, conflict: true);
        var officer = await portal.OfficerAsync;
        var evaluation = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        var locked = await officer.PostAsync(
            $"/api/call-offs/{callOff.Id}/lock-quality", new CallOffVersionDto { Version = evaluation.Version });

        var after = await portal.GetAsync(callOff.Id);
        (after.State, after.Award).ShouldBe((CallOffState.Evaluating, null));
        evaluation.Evaluators.Count(e => e.SetAside is not null).ShouldBe(1);
        evaluation.ChairName.ShouldBeNull();
        locked.Problem.Code.ShouldBe(TenderingErrorCodes.NoChair);
    }

    [Fact]
    public async Task Fact_14_a_proposal_of_somebody_who_then_declares_a_conflict_is_not_approved()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        var evaluation = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        evaluation = await officer.PutAsync<EvaluationDto>(
            $"/api/call-offs/{callOff.Id}/bids/{evaluation.Bids[0].BidId}/scores",
            TenderingFixture.Scores(evaluation.OwnVersion, 3, 3, 3));
        evaluation = await portal.LockQualityAsync(officer, callOff.Id);
        using var proposer = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(proposer, callOff.Id);
        await proposer.PostAsync<CallOffDto>($"/api/call-offs/{callOff.Id}/award/propose", new ProposeAwardDto
        {
            BidId = evaluation.Bids[0].BidId,
            Reason = "The only bid.",
            Version = evaluation.Version,
        });

        await TenderingFixture.DeclareAsync(proposer, callOff.Id, conflict: true);

        var after = await portal.GetAsync(callOff.Id);
        (after.State, after.Award).ShouldBe((CallOffState.Evaluating, null));
        var theirs = await officer.GetAsync<EvaluationDto>($"/api/call-offs/{callOff.Id}/evaluation");
        theirs.Bids.ShouldHaveSingleItem().Scores.ShouldNotBeEmpty("what others scored stands");
    }

    [Fact]
    public async Task Fact_14_a_declared_conflict_does_not_cancel_what_others_bid()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var opened = await portal.OpenAsync(callOff);
        using var conflicted = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsApprover);
        await TenderingFixture.DeclareAsync(conflicted, callOff.Id, conflict: true);

        var answer = await conflicted.PostAsync($"/api/call-offs/{callOff.Id}/cancel", new CancelCallOffDto
        {
            Reason = CallOffCancelReason.NoLongerNeeded,
            Version = opened.Version,
        });

        (answer.Status, answer.Problem.Code)
            .ShouldBe((HttpStatusCode.Forbidden, TenderingErrorCodes.ConflictDeclared));
    }

    /// <summary>One bid, scored, locked and proposed by one officer.</summary>
    private async Task<CallOffDto> ProposedAsync(CallOffDto callOff, PortalClient? by = null)
    {
        await portal.OpenAsync(callOff);
        var officer = by ?? await portal.OfficerAsync;
        var evaluation = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        evaluation = await officer.PutAsync<EvaluationDto>(
            $"/api/call-offs/{callOff.Id}/bids/{evaluation.Bids[0].BidId}/scores",
            TenderingFixture.Scores(evaluation.OwnVersion, 3, 3, 3));
        evaluation = await portal.LockQualityAsync(officer, callOff.Id);
        return await officer.PostAsync<CallOffDto>($"/api/call-offs/{callOff.Id}/award/propose", new ProposeAwardDto
        {
            BidId = evaluation.Bids[0].BidId,
            Reason = "The only bid.",
            Version = evaluation.Version,
        });
    }

    [Fact]
    public async Task A_social_worker_reads_no_bid()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var socialWorker = await portal.SocialWorkerAsync;

        var declared = await socialWorker.PostAsync(
            $"/api/call-offs/{callOff.Id}/declaration", new DeclareConflictDto { HasConflict = false });
        var evaluation = await socialWorker.GetAsync($"/api/call-offs/{callOff.Id}/evaluation");
        var own = await socialWorker.GetAsync($"/api/call-offs/{callOff.Id}");

        declared.Status.ShouldBe(HttpStatusCode.Forbidden);
        evaluation.Status.ShouldBe(HttpStatusCode.Forbidden);
        own.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task What_strangers_were_refused_does_not_bury_the_history()
    {
        var callOff = await portal.PublishedAsync();
        var path = $"/api/call-offs/{callOff.Id}/history";

        var refused = await (await portal.ProviderAsync(portal.LanternRow)).GetAsync(path);

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await (await portal.OfficerAsync).GetAsync(path)).Text.ShouldNotContain(portal.LanternRow.Name);
    }

    [Fact]
    public async Task Fact_12_opening_takes_two_different_officers()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.Clock.SetAsync(callOff.Deadline.AddSeconds(1));
        var officer = await portal.OfficerAsync;
        var asked = await officer.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open",
            new CallOffVersionDto { Version = (await portal.GetAsync(callOff.Id)).Version });

        var again = await officer.PostAsync(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = asked.Version });
        var opened = await (await portal.ApproverAsync).PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/open", new CallOffVersionDto { Version = asked.Version });

        asked.State.ShouldBe(CallOffState.Closed);
        again.Problem.Code.ShouldBe(TenderingErrorCodes.SecondOpenerNeeded);
        opened.State.ShouldBe(CallOffState.Opened);
        opened.Openers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_preparer_cannot_publish_and_the_proposer_cannot_approve()
    {
        using var both = await portal.AsAnotherAsync(
            portal.NorthwickVale, Role.PlacementsOfficer, Role.PlacementsApprover);
        var referral = await both.PostAsync<ReferralDto>("/api/referrals", await portal.ReferralInputAsync());
        var draft = await both.PostAsync<CallOffDto>("/api/call-offs", new CreateCallOffDto
        {
            ReferralId = referral.Id,
            LotId = portal.LightTouchLot,
            Deadline = (await portal.Clock.NowAsync()).AddHours(1),
            Criteria = TenderingFixture.Criteria,
            PriceWeight = 40,
        });
        var own = await both.PostAsync(
            $"/api/call-offs/{draft.Id}/publish", new CallOffVersionDto { Version = draft.Version });
        var callOff = await portal.PublishAsync(draft);
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        var locked = await LockedAsync(callOff, (portal.LanternRow, [3, 3, 3]));
        await TenderingFixture.DeclareAsync(both, callOff.Id);
        var proposed = await both.PostAsync<CallOffDto>(
            $"/api/call-offs/{callOff.Id}/award/propose",
            new ProposeAwardDto { BidId = locked.Bids[0].BidId, Reason = "The best tender.", Version = locked.Version });

        var approval = await both.PostAsync(
            $"/api/call-offs/{callOff.Id}/award/approve", new CallOffVersionDto { Version = proposed.Version });

        own.Problem.Code.ShouldBe(TenderingErrorCodes.OwnDraft);
        approval.Problem.Code.ShouldBe(TenderingErrorCodes.OwnProposal);
        var history = await both.GetAsync<AuditEventDto[]>($"/api/call-offs/{callOff.Id}/history");
        history.ShouldContain(e => e.Action == "ApproveAward" && e.Refused);
        history.ShouldContain(e => e.Action == "Publish" && !e.Refused);
    }

    [Fact]
    public async Task Whoever_proposed_an_award_takes_it_back_and_nobody_else_does()
    {
        var steps = new PriceQuestionSteps(portal);
        var ranked = await steps.RankedAsync((portal.LanternRow, 100_000));
        using var proposer = await portal.AsAnotherAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        await TenderingFixture.DeclareAsync(proposer, ranked.CallOffId);
        var proposed = (await steps.TryProposeAsync(ranked, portal.LanternRow, proposer)).Read<CallOffDto>();
        var path = $"/api/call-offs/{ranked.CallOffId}/award/take-back";
        var input = new CallOffVersionDto { Version = proposed.Version };

        var colleague = await (await portal.OfficerAsync).PostAsync(path, input);
        var rival = await (await portal.AsAsync(portal.Kingsferry, Role.PlacementsOfficer)).PostAsync(path, input);
        var taken = await proposer.PostAsync<CallOffDto>(path, input);
        var again = await steps.TryProposeAsync(await steps.ReadAsync(ranked), portal.LanternRow, proposer);

        (colleague.Status, colleague.Problem.Code).ShouldBe((HttpStatusCode.Conflict, TenderingErrorCodes.NotYourProposal));
        rival.Status.ShouldBe(HttpStatusCode.NotFound);
        (taken.State, taken.Award).ShouldBe((CallOffState.Moderated, null));
        again.IsSuccess.ShouldBeTrue();
    }

    [Fact]
    public async Task A_stale_tab_does_not_overwrite_what_was_scored_since()
    {
        var callOff = await portal.PublishedAsync();
        await portal.BidAsync(callOff.Id, portal.LanternRow, 100_000);
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        var read = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        await portal.ScoreAsync(callOff.Id, read, portal.LanternRow, 4, 4, 4);

        var late = await officer.PutAsync(
            $"/api/call-offs/{callOff.Id}/bids/{read.Bids[0].BidId}/scores",
            TenderingFixture.Scores(read.OwnVersion, 1, 1, 1));

        (late.Status, late.Problem.Code).ShouldBe((HttpStatusCode.Conflict, "DpsPortal:Concurrency"));
        (await officer.GetAsync<EvaluationDto>($"/api/call-offs/{callOff.Id}/evaluation"))
            .Bids[0].OwnScores.Select(s => s.Score).ShouldBe([4, 4, 4]);
    }

    private async Task<EvaluationDto> LockedAsync(
        CallOffDto callOff, params (TestOrganisation Provider, int[] Scores)[] scores)
    {
        await portal.OpenAsync(callOff);
        var officer = await portal.OfficerAsync;
        var evaluation = await TenderingFixture.DeclareAsync(officer, callOff.Id);
        foreach (var (provider, given) in scores)
        {
            evaluation = await portal.ScoreAsync(callOff.Id, evaluation, provider, given);
        }

        return await portal.LockQualityAsync(officer, callOff.Id);
    }

    private async Task<PortalAnswer> ProposeAsync(EvaluationDto locked, Guid bidId) =>
        await (await portal.OfficerAsync).PostAsync(
            $"/api/call-offs/{locked.CallOffId}/award/propose",
            new ProposeAwardDto { BidId = bidId, Reason = "The best tender on the criteria.", Version = locked.Version });

    private async Task<CallOffDto> AwardedAsync(EvaluationDto locked, TestOrganisation winner)
    {
        (await ProposeAsync(locked, locked.Bids.Single(b => b.Rank == 2).BidId))
            .Problem.Code.ShouldBe(TenderingErrorCodes.NotFirst);
        var proposed = (await ProposeAsync(locked, locked.Bids.Single(b => b.ProviderName == winner.Name).BidId))
            .Read<CallOffDto>();
        var approver = await portal.ApproverAsync;
        await TenderingFixture.DeclareAsync(approver, locked.CallOffId);
        return await approver.PostAsync<CallOffDto>(
            $"/api/call-offs/{locked.CallOffId}/award/approve", new CallOffVersionDto { Version = proposed.Version });
    }

    /// <summary>Everybody of the authority reads who opened the bids, whatever else is kept from them.</summary>
    private static int OpenersIn(PortalAnswer history) =>
        history.Read<AuditEventDto[]>().Where(e => e is { Refused: false, Action: "AskToOpen" or "Open" })
            .Select(e => e.ActorName).Distinct().Count();
}
