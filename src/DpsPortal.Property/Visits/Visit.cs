using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Property.Visits;

/// <summary>What is agreed when a visit is booked.</summary>
/// <param name="ScheduledAt">Instant, UTC.</param>
internal sealed record VisitBooking(
    Guid PremisesId, Guid ProviderId, Guid AuthorityId, Guid? ApplicationId, DateTime ScheduledAt, VisitMode Mode,
    VisitNotice Notice, Guid LeadVisitorId);

/// <summary>
/// An authority's visit to a home. Answers are kept as they are given, by anybody of the authority; the score stands
/// once every question has an answer and the visit is completed, and nothing changes afterwards.
/// </summary>
internal sealed class Visit : AggregateRoot
{
    private readonly List<VisitBedroom> _bedrooms = [];
    private readonly List<VisitAnswer> _answers = [];
    private readonly List<string> _criticalFailures = [];

    /// <exception cref="BusinessException">The time has come already.</exception>
    public Visit(
        Guid id, VisitBooking booking, IReadOnlyList<VisitBedroom> bedrooms, bool licensable, DateTime now) : base(id)
    {
        if (booking.ScheduledAt <= now)
        {
            throw new BusinessException(PropertyErrorCodes.VisitInThePast);
        }

        (PremisesId, ProviderId, AuthorityId) = (booking.PremisesId, booking.ProviderId, booking.AuthorityId);
        (ApplicationId, ScheduledAt) = (booking.ApplicationId, booking.ScheduledAt);
        (Mode, Notice, LeadVisitorId) = (booking.Mode, booking.Notice, booking.LeadVisitorId);
        See(bedrooms, licensable);
        Record("Book", after: InLondon(ScheduledAt));
        AddEvent(new VisitBookedEto(Id, PremisesId, ProviderId, AuthorityId, ApplicationId, ScheduledAt, Notice));
    }

    private Visit()
    {
    }

    public Guid PremisesId { get; private set; }

    public Guid ProviderId { get; private set; }

    public Guid AuthorityId { get; private set; }

    public Guid? ApplicationId { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime ScheduledAt { get; private set; }

    public VisitMode Mode { get; private set; }

    public VisitNotice Notice { get; private set; }

    public Guid LeadVisitorId { get; private set; }

    public VisitState State { get; private set; } = VisitState.Booked;

    /// <summary>Of the last save that counted; 0 before the first.</summary>
    public int Revision { get; private set; }

    /// <summary>Of the answers sent with <see cref="Revision"/>: tells a repeat from somebody else's save.</summary>
    public string? RevisionHash { get; private set; }

    public bool IsLicensable { get; private set; }

    /// <summary>Instant, UTC, of the first answer: what is changed in the home after it was not looked at.</summary>
    public DateTime? StartedAt { get; private set; }

    /// <summary>The address that was visited; null before the first answer.</summary>
    public string? Address { get; private set; }

    public int? ScorePercent { get; private set; }

    /// <summary>Of a cancelled visit; null otherwise.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>Of a cancelled visit; null otherwise.</summary>
    public Guid? CancelledById { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? CancelledAt { get; private set; }

    public bool? Passed { get; private set; }

    public string? Summary { get; private set; }

    /// <summary>Instant, UTC.</summary>
    public DateTime? CompletedAt { get; private set; }

    public IReadOnlyList<string> CriticalFailures => _criticalFailures;

    public IReadOnlyList<VisitBedroom> Bedrooms => _bedrooms;

    public IReadOnlyList<VisitAnswer> Answers => _answers;

    /// <summary>The questions of this visit, in the order they are asked.</summary>
    public IReadOnlyList<VisitItem> Items => VisitItem.Of(_bedrooms, IsLicensable);

    public bool IsBookedAs(VisitBooking booking) =>
        (PremisesId, AuthorityId, ApplicationId, ScheduledAt, Mode, Notice)
        == (booking.PremisesId, booking.AuthorityId, booking.ApplicationId, booking.ScheduledAt, booking.Mode,
            booking.Notice);

    /// <summary>Sees the home as it is when the first answer is given.</summary>
    /// <param name="now">Instant, UTC.</param>
    public void Start(IReadOnlyList<VisitBedroom> bedrooms, bool licensable, string address, DateTime now)
    {
        Fire(VisitTrigger.Start);
        (Address, StartedAt) = (address, now);
        See(bedrooms, licensable);
    }

    /// <returns>False when the save is older or a repeat, and nothing was changed.</returns>
    /// <exception cref="BusinessException">Not in progress; or the same revision with other answers.</exception>
    /// <exception cref="InvalidInputException">An answer is not to a question of this visit.</exception>
    public bool SaveAnswers(int revision, IReadOnlyList<VisitAnswerDto> answers)
    {
        if (State != VisitState.InProgress)
        {
            Fire(VisitTrigger.Start);
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(answers)));
        if (revision < Revision || (revision == Revision && hash == RevisionHash))
        {
            return false;
        }

        if (revision == Revision)
        {
            throw new BusinessException(PropertyErrorCodes.StaleAnswers);
        }

        foreach (var answer in VisitAnswerRules.Check(answers, Items))
        {
            if (_answers.Find(a => a.ItemId == answer.ItemId && a.PlaceId == answer.PlaceId) is not { } known)
            {
                _answers.Add(answer);
                continue;
            }

            (known.Result, known.Note, known.MeasuredArea) = (answer.Result, answer.Note, answer.MeasuredArea);
            if (answers.Single(a => a.ItemId == answer.ItemId && a.PlaceId == answer.PlaceId).PhotoIds is not null)
            {
                known.PhotoIds = answer.PhotoIds;
            }
        }

        Record("SaveAnswers", $"revision {Revision}", $"revision {revision}");
        (Revision, RevisionHash) = (revision, hash);
        return true;
    }

    public void Complete(string summary, DateTime now)
    {
        var to = VisitStates.Transitions.Fire(State, VisitTrigger.Complete);
        if (now < ScheduledAt)
        {
            throw new BusinessException(PropertyErrorCodes.VisitNotYetDue)
                .WithData("scheduledAt", InLondon(ScheduledAt));
        }

        RefuseUnfinished();
        var score = VisitScore.Of(
            [.. Items.Select(item => (item, _answers.Find(item.IsAnsweredBy)!.Result))]);
        (ScorePercent, Passed) = (score.Percent, score.Passed);
        _criticalFailures.AddRange(score.CriticalFailures);
        (Summary, CompletedAt) = (summary, now);
        Record(nameof(VisitTrigger.Complete), State.ToString(), to.ToString(),
            $"{score.Percent}%, {(score.Passed ? "passed" : "not passed")}");
        State = to;
        AddEvent(new VisitCompletedEto(Id, PremisesId, ProviderId, AuthorityId, ApplicationId, Mode, score.Passed,
            score.Percent, score.CriticalFailures));
    }

    /// <param name="now">Instant, UTC.</param>
    public void Cancel(string reason, Guid by, DateTime now)
    {
        Fire(VisitTrigger.Cancel, reason);
        (CancelReason, CancelledById, CancelledAt) = (reason, by, now);
        AddEvent(new VisitCancelledEto(Id, PremisesId, ProviderId, AuthorityId, ApplicationId, ScheduledAt, Notice));
    }

    /// <summary>Answered, and with the note and the area that the answer needs.</summary>
    public bool IsFinished(VisitItem item) => _answers.Find(item.IsAnsweredBy) is { HasItsNote: true } answer
        && (!item.Item.MeasuresArea || answer.MeasuredArea is not null);

    /// <exception cref="InvalidOperationException">It is not completed.</exception>
    public VisitFindings ToFindings() => Passed is { } passed
        ? new VisitFindings(
            Mode, StartedAt!.Value, passed, ScorePercent!.Value, [.. _criticalFailures],
            _answers.Where(a => a is { PlaceId: not null, MeasuredArea: not null })
                .ToDictionary(a => a.PlaceId!.Value, a => a.MeasuredArea!.Value))
        : throw new InvalidOperationException($"Visit {Id} is not completed.");

    private void RefuseUnfinished()
    {
        var items = Items;
        var open = items.Where(item => !IsFinished(item)).ToList();
        if (open.Count == 0)
        {
            return;
        }

        var withoutNote = open.Find(item => _answers.Find(item.IsAnsweredBy) is { HasItsNote: false });
        throw open.TrueForAll(item => _answers.Find(item.IsAnsweredBy) is { HasItsNote: false })
            ? new BusinessException(PropertyErrorCodes.NoteNeeded).WithData("question", withoutNote!.Title)
                .WithData("itemId", withoutNote.Item.Id).WithData("placeId", withoutNote.Bedroom?.PlaceId)
            : new BusinessException(PropertyErrorCodes.VisitIncomplete)
                .WithData("missing", open.Count).WithData("items", items.Count);
    }

    public static string InLondon(DateTime instant) =>
        LondonTime.ToLocal(instant).ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.GetCultureInfo("en-GB"));

    private void See(IReadOnlyList<VisitBedroom> bedrooms, bool licensable)
    {
        _bedrooms.Clear();
        _bedrooms.AddRange(bedrooms);
        IsLicensable = licensable;
    }

    private void Fire(VisitTrigger trigger, string? reason = null)
    {
        var to = VisitStates.Transitions.Fire(State, trigger);
        Record(trigger.ToString(), State.ToString(), to.ToString(), reason);
        State = to;
    }
}
