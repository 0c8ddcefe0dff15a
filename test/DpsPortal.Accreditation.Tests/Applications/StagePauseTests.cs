using DpsPortal.Accreditation.Clarifications;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Applications;

/// <summary>The promise for a stage waits while a question waits; days are working days.</summary>
public sealed class StagePauseTests
{
    /// <summary>Monday 4 January 2027: twenty working days on is Monday 1 February.</summary>
    private static readonly DateTime Opened = new(2027, 1, 4, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Without_a_question_the_promise_is_twenty_working_days() =>
        Stage(Opened).DueOn.ShouldBe(new DateOnly(2027, 2, 1));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(6, 4)]
    [InlineData(7, 5)]
    public void A_pause_moves_the_day_by_its_working_days(int calendarDays, int workingDays)
    {
        var question = Guid.NewGuid();

        var stage = Stage(Opened).Pause(question, Opened).Resume(question, Opened.AddDays(calendarDays));

        stage.DueOn.ShouldBe(WorkingDays.AddWorkingDays(new DateOnly(2027, 1, 4), 20 + workingDays));
        stage.PausedDays(Opened.AddDays(60)).Count.ShouldBe(workingDays);
    }

    [Fact]
    public void While_it_waits_there_is_no_day_to_be_late_for()
    {
        var stage = Stage(Opened).Pause(Guid.NewGuid(), Opened.AddDays(2));

        stage.DueOn.ShouldBeNull();
        stage.IsPaused.ShouldBeTrue();
        stage.DueOnAt(Opened.AddDays(4)).ShouldBe(new DateOnly(2027, 2, 3));
    }

    [Fact]
    public void Two_questions_at_once_count_once_and_the_later_answer_ends_the_pause()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        var stage = Stage(Opened)
            .Pause(first, Opened).Pause(second, Opened.AddDays(1)).Resume(first, Opened.AddDays(2));

        stage.IsPaused.ShouldBeTrue();
        stage = stage.Resume(second, Opened.AddDays(3));

        stage.IsPaused.ShouldBeFalse();
        stage.PausedDays(Opened.AddDays(30)).ShouldBe([1, 2, 3]);
        stage.DueOn.ShouldBe(new DateOnly(2027, 2, 4));
    }

    [Fact]
    public void Closing_the_stage_ends_its_pauses_for_good()
    {
        var question = Guid.NewGuid();
        var closed = Stage(Opened).Pause(question, Opened).Close(true, "In order.", An.Priya, Opened.AddDays(2));

        closed.Resume(question, Opened.AddDays(9)).Pauses!.Single().Until.ShouldBe(Opened.AddDays(2));
    }

    [Fact]
    public void The_clock_of_the_stage_says_that_it_waits_and_which_days()
    {
        var application = An.Admitted();
        application.OpenFitAndProperTest(Opened);
        application.Ask(Question(), An.Priya, Opened.AddDays(1));

        var clock = ApplicationClocks.OfStage(application, Opened.AddDays(3))!;

        clock.Paused.ShouldBeTrue();
        clock.PausedDays.ShouldBe([2, 3]);
        clock.Day.ShouldBe(1);
        application.NextDueOn.ShouldBeNull();
    }

    private static Stage Stage(DateTime opened) => Applications.Stage.All(opened)[1] with
    {
        Status = StageStatus.Open,
        OpenedAt = opened,
    };

    private static AskClarificationDto Question() => new()
    {
        Question = "When did she begin?",
        ReplyBy = new DateOnly(2027, 1, 12),
        Stage = AccreditationStage.FitAndProperTest,
        PausesStage = true,
        Version = 0,
    };
}
