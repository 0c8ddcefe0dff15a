using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Integration;

namespace DpsPortal.Tendering.Questions;

/// <summary>
/// What an invited provider asked about a need and what everybody was answered. Who asked is in a row of its own, which
/// that provider alone can read. Source: domain §4.6 (answers go to all, anonymised asker).
/// </summary>
internal sealed class Question : AggregateRoot
{
    /// <param name="now">Database time.</param>
    public Question(QuestionAsker asker, CallOff callOff, string text, DateTime now)
        : base(asker.QuestionId)
    {
        (CallOffId, Reference, AuthorityId) = (callOff.Id, callOff.Reference, callOff.PlacingAuthorityId);
        (Text, AskedAt) = (text, now);
        Record("Ask", after: State.ToString());
        AddEvent(new QuestionAskedEto(CallOffId, Reference, AuthorityId, callOff.Deadline));
    }

    private Question()
    {
    }

    public Guid CallOffId { get; private set; }

    /// <summary>Of the call-off, for e-mails.</summary>
    public string Reference { get; private set; } = "";

    public Guid AuthorityId { get; private set; }
    public string Text { get; private set; } = "";
    public DateTime AskedAt { get; private set; }
    public QuestionState State { get; private set; } = QuestionState.Asked;
    public string? Answer { get; private set; }

    /// <summary>The deadline moved with the answer.</summary>
    public bool Material { get; private set; }

    public string? AnsweredByName { get; private set; }
    public DateTime? AnsweredAt { get; private set; }

    /// <exception cref="InvalidTransitionException">It is answered: an answer that everybody has read stays.</exception>
    public void Reply(string answer, bool material, Person officer, DateTime now)
    {
        var to = QuestionStates.Transitions.Fire(State, QuestionTrigger.Answer);
        (Answer, Material, AnsweredByName, AnsweredAt) = (answer, material, officer.Name, now);
        (var from, State) = (State, to);
        Record(nameof(QuestionTrigger.Answer), from.ToString(), to.ToString());
        if (!material)
        {
            AddEvent(new QuestionAnsweredEto(CallOffId, Reference));
        }
    }
}

/// <summary>Who asked: seen by that provider alone.</summary>
internal sealed class QuestionAsker
{
    public required Guid QuestionId { get; init; }
    public required Guid CallOffId { get; init; }
    public required Guid ProviderId { get; init; }
    public required Guid AskedById { get; init; }
}
