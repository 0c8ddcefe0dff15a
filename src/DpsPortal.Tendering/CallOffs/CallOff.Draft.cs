using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>Prepared by one person and checked by another, who publishes it or sends it back.</summary>
internal sealed partial class CallOff
{
    /// <summary>Why it is not published; null once its terms or needs were changed after that.</summary>
    public DraftReturnDto? DraftReturn { get; private set; }

    public void Change(CallOffTerms terms, Person editor, DateTime now)
    {
        CallOffStates.Transitions.Fire(State, CallOffTrigger.Publish);
        Remember(editor, now);
        Set(terms);
        Record("Update", State.ToString(), State.ToString());
        BringBack(editor);
    }

    /// <summary>
    /// The needs under this draft were changed: whoever has read it has not read them, and whoever changed them does not
    /// publish it.
    /// </summary>
    public void ChangeNeeds(Person editor, DateTime now)
    {
        CallOffStates.Transitions.Fire(State, CallOffTrigger.Publish);
        Remember(editor, now);
        Record(nameof(ChangeNeeds), State.ToString(), State.ToString());
        BringBack(editor);
    }

    /// <summary>By whoever would publish it otherwise.</summary>
    /// <exception cref="BusinessException">By whoever prepared or changed it, or it is sent back already.</exception>
    public void SendBackDraft(Person officer, string reason, DateTime now) => Fire(CallOffTrigger.SendBackDraft, () =>
    {
        Refuse(EditorIds.Contains(officer.Id), TenderingErrorCodes.OwnDraft);
        RefuseWhileReturned();
        DraftReturn = new DraftReturnDto(officer.Name, now, reason);
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
    private void BringBack(Person editor)
    {
        if (DraftReturn is null)
        {
            return;
        }

        DraftReturn = null;
        TellApprovers(editor.Id, $"Call-off {Reference} was changed and waits to be checked and published");
    }

    private void RefuseWhileReturned()
    {
        if (DraftReturn is { } back)
        {
            throw new BusinessException(TenderingErrorCodes.DraftReturned).WithData("name", back.ByName);
        }
    }
}
