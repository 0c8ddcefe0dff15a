using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Visits;
using static DpsPortal.Property.Tests.Visits.VisitsUnderTest;

namespace DpsPortal.Property.Tests.Visits;

public sealed class VisitTests
{
    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_visit_is_booked_for_a_time_to_come(int seconds, bool booked)
    {
        var book = () => Booked(at: Now.AddSeconds(seconds));

        if (booked)
        {
            book().State.ShouldBe(VisitState.Booked);
        }
        else
        {
            Should.Throw<BusinessException>(book).Code.ShouldBe(PropertyErrorCodes.VisitInThePast);
        }
    }

    [Fact]
    public void An_older_revision_changes_nothing()
    {
        var visit = Begun();
        visit.SaveAnswers(5, [Fault("rota")]);

        var counted = visit.SaveAnswers(4, [Pass("rota")]);

        counted.ShouldBeFalse();
        visit.Revision.ShouldBe(5);
        visit.Answers.Single(a => a.ItemId == "rota").Result.ShouldBe(VisitItemResult.Fail);
    }

    [Fact]
    public void The_same_save_sent_twice_counts_once()
    {
        var visit = Begun();
        visit.SaveAnswers(1, [Pass("rota")]).ShouldBeTrue();

        visit.SaveAnswers(1, [Pass("rota")]).ShouldBeFalse();

        visit.Answers.Count.ShouldBe(1);
    }

    [Fact]
    public void The_same_revision_with_other_answers_is_refused()
    {
        var visit = Begun();
        visit.SaveAnswers(1, [Pass("rota")]);

        var refusal = Should.Throw<BusinessException>(() => visit.SaveAnswers(1, [Fault("rota")]));

        refusal.Code.ShouldBe(PropertyErrorCodes.StaleAnswers);
        visit.Answers.Single().Result.ShouldBe(VisitItemResult.Pass);
    }

    [Fact]
    public void Answers_that_a_save_does_not_name_stay()
    {
        var visit = Begun();
        visit.SaveAnswers(1, [Pass("rota")]);

        visit.SaveAnswers(2, [Pass("cctv")]);

        visit.Answers.Select(a => a.ItemId).ShouldBe(["rota", "cctv"]);
    }

    [Theory]
    [InlineData(VisitItemResult.Advisory)]
    [InlineData(VisitItemResult.Fail)]
    public void An_advisory_or_a_fail_is_kept_at_once_and_needs_its_note_before_the_visit_is_completed(
        VisitItemResult result)
    {
        var visit = Begun(Bedroom("Room 1"));
        visit.SaveAnswers(1, AllPass(visit));

        visit.SaveAnswers(2, [new VisitAnswerDto { ItemId = "rota", Result = result, Note = " " }]);

        visit.Answers.Single(a => a.ItemId == "rota").Result.ShouldBe(result);
        visit.Items.Count(item => !visit.IsFinished(item)).ShouldBe(1);
        var refusal = Should.Throw<BusinessException>(() => visit.Complete("All seen.", visit.ScheduledAt));
        refusal.Code.ShouldBe(PropertyErrorCodes.NoteNeeded);
        refusal.Values["question"].ShouldBe("Rota matches the hours that are paid for");

        visit.SaveAnswers(3, [new VisitAnswerDto { ItemId = "rota", Result = result, Note = "Two short." }]);
        visit.Complete("All seen.", visit.ScheduledAt);
        visit.State.ShouldBe(VisitState.Completed);
    }

    [Fact]
    public void A_bedroom_without_its_area_is_kept_and_not_finished()
    {
        var room = Bedroom("Room 1");
        var visit = Begun(room);
        visit.SaveAnswers(1, AllPass(visit));

        visit.SaveAnswers(2, [Area(room, null)]);

        visit.Answers.Single(a => a.ItemId == "bedroom-area").MeasuredArea.ShouldBeNull();
        Should.Throw<BusinessException>(() => visit.Complete("All seen.", visit.ScheduledAt))
            .Code.ShouldBe(PropertyErrorCodes.VisitIncomplete);
    }

    [Fact]
    public void Photos_stay_until_a_save_names_others()
    {
        var visit = Begun();
        var photo = Guid.NewGuid();
        visit.SaveAnswers(1, [Fault("rota") with { PhotoIds = [photo, photo] }]);

        visit.SaveAnswers(2, [Fault("rota")]);
        visit.Answers.Single().PhotoIds.ShouldBe([photo]);

        visit.SaveAnswers(3, [Fault("rota") with { PhotoIds = [] }]);
        visit.Answers.Single().PhotoIds.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no-such-question")]
    [InlineData("bedroom-lock")]
    public void A_question_of_another_checklist_is_refused(string itemId) =>
        Should.Throw<InvalidInputException>(() => Begun().SaveAnswers(1, [Pass(itemId)]))
            .Errors.ShouldHaveSingleItem().Field.ShouldBe("answers[0].itemId");

    [Theory]
    [InlineData("6.50", 1, VisitItemResult.Fail)]
    [InlineData("6.51", 1, VisitItemResult.Pass)]
    [InlineData("10.21", 2, VisitItemResult.Fail)]
    [InlineData("10.22", 2, VisitItemResult.Pass)]
    public void Fact_25_The_measured_area_decides_whether_a_bedroom_passes(
        string area, int occupants, VisitItemResult expected)
    {
        var room = Bedroom("Room 1", occupants);
        var visit = Begun(room);

        visit.SaveAnswers(1, [Area(room, decimal.Parse(area, System.Globalization.CultureInfo.InvariantCulture))]);

        var answer = visit.Answers.ShouldHaveSingleItem();
        answer.Result.ShouldBe(expected);
        string.IsNullOrEmpty(answer.Note).ShouldBe(expected == VisitItemResult.Pass);
    }

    [Fact]
    public void Fact_25_A_bedroom_is_measured_to_two_decimals()
    {
        var room = Bedroom("Room 1");

        Should.Throw<InvalidInputException>(() => Begun(room).SaveAnswers(1, [Area(room, 6.505m)]))
            .Errors.ShouldHaveSingleItem().Field.ShouldBe("answers[0].measuredArea");
    }

    [Fact]
    public void Each_bedroom_is_asked_by_itself()
    {
        var one = Begun(Bedroom("Room 1"));
        var two = Begun(Bedroom("Room 1"), Bedroom("Room 2"));

        (two.Items.Count - one.Items.Count).ShouldBe(
            Checklist.Sections.SelectMany(s => s.Items).Count(i => i.PerBedroom));
    }

    [Theory]
    [InlineData(false, Criticality.Major)]
    [InlineData(true, Criticality.Critical)]
    public void A_small_bedroom_is_critical_where_a_licence_is_needed(bool licensable, Criticality expected) =>
        VisitItem.Of([Bedroom("Room 1")], licensable)
            .Single(i => i.Item.MeasuresArea).Criticality.ShouldBe(expected);

    [Fact]
    public void A_visit_is_complete_only_with_every_answer()
    {
        var visit = Begun(Bedroom("Room 1"));
        visit.SaveAnswers(1, [.. AllPass(visit).Skip(1)]);

        var refusal = Should.Throw<BusinessException>(() => visit.Complete("All seen.", visit.ScheduledAt));

        refusal.Code.ShouldBe(PropertyErrorCodes.VisitIncomplete);
        refusal.Values["missing"].ShouldBe(1);
        visit.State.ShouldBe(VisitState.InProgress);
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    public void A_visit_is_not_completed_before_its_time(int seconds, bool completed)
    {
        var visit = Begun(Bedroom("Room 1"));
        visit.SaveAnswers(1, AllPass(visit));
        var complete = () => visit.Complete("All seen.", visit.ScheduledAt.AddSeconds(seconds));

        if (completed)
        {
            Should.NotThrow(complete);
        }
        else
        {
            Should.Throw<BusinessException>(complete).Code.ShouldBe(PropertyErrorCodes.VisitNotYetDue);
        }
    }

    [Fact]
    public void A_completed_visit_tells_its_result()
    {
        var visit = Begun(Bedroom("Room 1"));
        visit.SaveAnswers(1, AllPass(visit));
        visit.ClearRecorded();

        visit.Complete("All seen.", visit.ScheduledAt);

        var told = visit.Events.ShouldHaveSingleItem().ShouldBeOfType<VisitCompletedEto>();
        (told.Passed, told.ScorePercent, told.CriticalFailures.Count).ShouldBe((true, 100, 0));
    }

    [Fact]
    public void Nothing_changes_after_completion()
    {
        var visit = Begun(Bedroom("Room 1"));
        visit.SaveAnswers(1, AllPass(visit));
        visit.Complete("All seen.", visit.ScheduledAt);

        Should.Throw<InvalidTransitionException>(() => visit.SaveAnswers(2, [Fault("rota")]));
        Should.Throw<InvalidTransitionException>(() => visit.Complete("Again.", visit.ScheduledAt));
        Should.Throw<InvalidTransitionException>(() => visit.Cancel("Too late.", Guid.NewGuid(), visit.ScheduledAt));

        visit.ScorePercent.ShouldBe(100);
    }
}
