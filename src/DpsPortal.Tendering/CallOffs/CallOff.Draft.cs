using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>Prepared by one person and checked by another, who publishes it or sends it back.</summary>
internal sealed partial class CallOff
{
    /// <summary>Why it is not published; null once its terms or needs were changed after that.</summary>
    public DraftReturnDto? DraftReturn { get; private set; }

    /// <summary>What came of the last return: for whoever reads the draft again. Null where none was answered.</summary>
    public DraftRevisionDto? DraftRevision { get; private set; }

    /// <summary>A save that changes nothing answers no return, makes nobody an editor, and moves no version.</summary>
    public void Change(CallOffTerms terms, Person editor, DateTime now)
    {
        CallOffStates.Transitions.Fire(State, CallOffTrigger.Publish);
        var parts = terms.Checked().PartsChangedFrom(new(Criteria, PriceWeight, CeilingWeeklyPence, Deadline));
        if (parts.Count == 0)
        {
            return;
        }

        Set(terms);
        Record("Update", State.ToString(), State.ToString(), string.Join(", ", parts));
        Changed(parts, editor, now);
    }

    /// <summary>
    /// The needs under this draft were changed: whoever has read it has not read them, and whoever changed them does not
    /// publish it.
    /// </summary>
    public void ChangeNeeds(Person editor, DateTime now)
    {
        CallOffStates.Transitions.Fire(State, CallOffTrigger.Publish);
        Record(nameof(ChangeNeeds), State.ToString(), State.ToString());
        Changed(["Need"], editor, now);
    }

    /// <summary>By whoever would publish it otherwise.</summary>
    /// <exception cref="BusinessException">By whoever prepared or changed it, or it is sent back already.</exception>
    public void SendBackDraft(Person officer, string reason, DateTime now) => Fire(CallOffTrigger.SendBackDraft, () =>
    {
        Refuse(EditorIds.Contains(officer.Id), TenderingErrorCodes.OwnDraft);
        RefuseWhileReturned();
        (DraftReturn, DraftRevision) = (new DraftReturnDto(officer.Name, now, reason), null);
        AddEvent(ColleagueNewsEto.ToProposer(
            PlacingAuthorityId, PreparedById, $"Call-off {Reference} was sent back to you"));
    }, reason);

    /// <summary>The state permits it to anybody who publishes; these are the persons it is not refused to.</summary>
    public bool MayBeSentBackBy(Guid userId) => DraftReturn is null && !EditorIds.Contains(userId);

    /// <summary>By whoever prepares call-offs: nobody has been told of a draft, and its referral is free again.</summary>
    public void Discard() => Fire(CallOffTrigger.Discard, () => { });

    private void Remember(Person editor, DateTime now) =>
        (EditorIds, EditedAt) = ([.. EditorIds.Union([editor.Id])], now);

    /// <summary>What was sent back and changed waits for its approvers anew.</summary>
    private void Changed(IReadOnlyList<string> parts, Person editor, DateTime now)
    {
        Remember(editor, now);
        if (DraftReturn is { } back)
        {
            (DraftReturn, DraftRevision) = (null, new DraftRevisionDto(back.ByName, back.At, back.Reason, parts));
            TellApprovers(editor.Id, $"Call-off {Reference} was changed and waits to be checked and published");
        }
        else if (DraftRevision is { } revision)
        {
            DraftRevision = revision with { ChangedParts = [.. revision.ChangedParts.Union(parts)] };
        }
    }

    private void RefuseWhileReturned()
    {
        if (DraftReturn is { } back)
        {
            throw new BusinessException(TenderingErrorCodes.DraftReturned).WithData("name", back.ByName);
        }
    }
}
