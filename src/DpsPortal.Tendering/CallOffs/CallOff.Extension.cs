using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;
using DpsPortal.Tendering.Integration;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>
/// Questions while bids come in, and a later deadline: before the present one has passed, the same for all, with a
/// reason, never shorter. Source: domain §4.6.
/// </summary>
internal sealed partial class CallOff
{
    /// <summary>Of ten parts of the bidding time, those in which questions are taken. Source: domain §4.6 (50-70%).</summary>
    private const int TakingQuestions = 6;

    /// <summary>A deadline moved by less helps nobody.</summary>
    private static readonly TimeSpan LeastExtension = TimeSpan.FromMinutes(15);

    /// <summary>The deadlines that were moved, the first one first.</summary>
    public IReadOnlyList<ExtensionDto> Extensions { get; private set; } = [];

    /// <summary>Instant, UTC, a whole minute; null in a draft. A question at or after it is not taken.</summary>
    public DateTime? QuestionsUntil => PublishedAt is { } sent
        ? WholeMinute(sent.AddTicks((Deadline - sent).Ticks / 10 * TakingQuestions))
        : null;

    /// <param name="now">Database time.</param>
    public bool TakesAnswers(DateTime now) => State == CallOffState.Published && now < Deadline;

    /// <exception cref="BusinessException">The time for questions is over.</exception>
    public void RefuseQuestionsAfterTheirTime(DateTime now)
    {
        if (now >= QuestionsUntil)
        {
            throw new BusinessException(TenderingErrorCodes.QuestionsClosed)
                .WithData("until", Sentences.London(QuestionsUntil!.Value));
        }
    }

    /// <summary>
    /// The earliest deadline that a material answer may set: bidders get a quarter of the bidding time more, and from the
    /// answer on no less than the part of it that comes after the time for questions.
    /// </summary>
    public DateTime EarliestAfterMaterialAnswer(DateTime now)
    {
        var window = ((Extensions is [var first, ..] ? first.From : Deadline) - PublishedAt!.Value).Ticks;
        var later = Deadline.AddTicks(window / 4);
        var enough = now.AddTicks(window / 10 * (10 - TakingQuestions));
        var earliest = later > enough ? later : enough;
        return WholeMinute(earliest) is var minute && minute < earliest ? minute.AddMinutes(1) : minute;
    }

    /// <summary>Everybody who was invited reads the answer; a material one moves the deadline.</summary>
    /// <param name="deadline">The new one of a material answer, null of any other; UTC.</param>
    /// <param name="now">Database time.</param>
    /// <exception cref="InvalidInputException">No new deadline with a material answer, or too early a one.</exception>
    public void AnswerQuestion(bool material, DateTime? deadline, Person officer, DateTime now)
    {
        CallOffStates.Transitions.Fire(State, CallOffTrigger.Extend);
        RefuseAfterDeadline(now);
        Record(nameof(AnswerQuestion), State.ToString(), State.ToString(), material ? "A material answer" : null);
        if (!material)
        {
            if (deadline is not null)
            {
                throw new InvalidInputException("deadline", "Only an answer that changes what bids would say moves it.");
            }

            return;
        }

        var earliest = EarliestAfterMaterialAnswer(now);
        if (deadline is not { } chosen || chosen < earliest)
        {
            throw new InvalidInputException(
                "deadline", $"Bidders need more time after such an answer. Choose {Sentences.London(earliest)} or later.");
        }

        Extend(chosen, ExtensionReason.MaterialAnswer, officer, now);
    }

    /// <param name="now">Database time.</param>
    /// <exception cref="BusinessException">The deadline has passed, or the new one is too far away.</exception>
    /// <exception cref="InvalidInputException">The new one is not later.</exception>
    public void Extend(DateTime deadline, ExtensionReason reason, Person officer, DateTime now)
    {
        var from = Deadline;
        Fire(
            CallOffTrigger.Extend,
            () =>
            {
                RefuseAfterDeadline(now);
                if (deadline < from + LeastExtension)
                {
                    throw new InvalidInputException(
                        "deadline",
                        $"The deadline is never moved forward. Choose {Sentences.London(from + LeastExtension)} or later.");
                }

                BiddingPeriod.RefuseTooLong(deadline, PublishedAt!.Value);
                if (reason != ExtensionReason.MaterialAnswer)
                {
                    RefuseAfterMoveIn(deadline);
                }

                Extensions = [.. Extensions, new ExtensionDto(from, deadline, reason, now, officer.Name)];
                Deadline = deadline;
                AddEvent(new CallOffExtendedEto(Id, Reference, deadline, reason));
            },
            $"{PascalWords.InWords(reason.ToString())}: {Sentences.London(from)} became {Sentences.London(deadline)}");
    }

    /// <summary>
    /// Nobody could move in by the day that the need names. After a material answer bidders get their time all the same:
    /// the answer may be what makes a later move possible.
    /// </summary>
    private void RefuseAfterMoveIn(DateTime deadline)
    {
        if (NeedsRules.IsTooLate(Needs!, LondonTime.DateOf(deadline)))
        {
            throw new InvalidInputException(
                "deadline", $"The young person has to move in by {Sentences.Day(Needs!.MoveInBy)}. Choose an earlier deadline.");
        }
    }

    private void RefuseAfterDeadline(DateTime now)
    {
        if (now >= Deadline)
        {
            throw new BusinessException(TenderingErrorCodes.TooLateToExtend)
                .WithData("deadline", Sentences.London(Deadline));
        }
    }

    private static DateTime WholeMinute(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMinute));
}
