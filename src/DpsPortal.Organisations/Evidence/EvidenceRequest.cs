using DpsPortal.Framework.Domain;

namespace DpsPortal.Organisations.Evidence;

internal static class EvidenceRequestStates
{
    public static readonly TransitionTable<EvidenceRequestState, EvidenceRequestTrigger> Transitions = new()
    {
        { EvidenceRequestState.Asked, EvidenceRequestTrigger.Answer, EvidenceRequestState.Answered },
    };
}

/// <summary>An authority asks a provider for a document that it does not hold in date.</summary>
internal sealed class EvidenceRequest : AggregateRoot
{
    private static readonly int[] ReminderDays = [30, 14, 7, 1];

    public EvidenceRequest(
        Guid id, Guid authorityId, Guid providerId, EvidenceKind kind, EvidenceAbout about, DateOnly dueOn, DateTime now)
        : base(id)
    {
        (AuthorityId, ProviderId, Kind, DueOn, AskedAt) = (authorityId, providerId, kind, dueOn, now);
        (PremisesId, SubjectName, SubjectKey) = (about.PremisesId, about.Name, about.Key);
        Record("Ask", after: kind.ToString());
    }

    private EvidenceRequest()
    {
    }

    public Guid AuthorityId { get; private set; }

    public Guid ProviderId { get; private set; }

    public EvidenceKind Kind { get; private set; }

    public Guid? PremisesId { get; private set; }

    public string? SubjectName { get; private set; }

    public string SubjectKey { get; private set; } = "";

    public DateOnly DueOn { get; private set; }

    public EvidenceRequestState State { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime AskedAt { get; private set; }

    /// <summary>Calendar days before its day of the last reminder; null before the first.</summary>
    public int? RemindedDaysBefore { get; private set; }

    /// <summary>At 30, 14, 7 and 1 days, each once; a missed day is made up for.</summary>
    /// <param name="today">London.</param>
    /// <returns>Whether the provider is to be reminded now.</returns>
    public bool Remind(DateOnly today)
    {
        var left = DueOn.DayNumber - today.DayNumber;
        var reached = ReminderDays.Where(d => left <= d).ToList();
        if (State != EvidenceRequestState.Asked || left < 0 || reached.Count == 0 || RemindedDaysBefore <= reached.Min())
        {
            return false;
        }

        RemindedDaysBefore = reached.Min();
        Record("Remind", after: $"{Counted.Of(reached.Min(), "day")} before");
        return true;
    }

    public void Answer(Guid documentId)
    {
        var to = EvidenceRequestStates.Transitions.Fire(State, EvidenceRequestTrigger.Answer);
        Record(nameof(EvidenceRequestTrigger.Answer), State.ToString(), to.ToString(), documentId.ToString("N"));
        State = to;
    }
}
