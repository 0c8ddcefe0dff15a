using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.CallOffs;

/// <summary>Prepared by one person and checked by another, who publishes it or sends it back.</summary>
internal sealed partial class CallOff
{
    public CallOffTerms Terms => new(Criteria, PriceWeight, CeilingWeeklyPence, Deadline);

    /// <summary>Why it is not published; null once its terms or needs were changed after that.</summary>
    public DraftReturn? DraftReturn { get; private set; }

    /// <summary>The last return that was answered by a change: for whoever reads the draft again. Null where none was.</summary>
    public DraftReturn? DraftRevision { get; private set; }

    /// <summary>A save that changes nothing answers no return, makes nobody an editor, and moves no version.</summary>
    public void Change(CallOffTerms terms, Person editor, DateTime now)
    {
        CallOffStates.Transitions.Fire(State, CallOffTrigger.Publish);
        var parts = terms.Checked().ChangesFrom(Terms);
        if (parts.Count == 0)
        {
            return;
        }

        Set(terms);
        Record("Update", State.ToString(), State.ToString(), string.Join(", ", parts.Select(p => p.Part)));
        Changed(editor, now);
    }

    /// <summary>
    /// The needs under this draft were changed: whoever has read it has not read them, and whoever changed them does not
    /// publish it.
    /// </summary>
    /// <param name="before">The needs until now.</param>
    public void ChangeNeeds(NeedsProfileDto before, Person editor, DateTime now)
    {
        CallOffStates.Transitions.Fire(State, CallOffTrigger.Publish);
        Record(nameof(ChangeNeeds), State.ToString(), State.ToString());
        Changed(editor, now);
        if (DraftRevision is { NeedsBefore: null } revision)
        {
            DraftRevision = revision with { NeedsBefore = before };
        }
    }

    /// <summary>By whoever would publish it otherwise.</summary>
    /// <exception cref="BusinessException">By whoever prepared or changed it, or it is sent back already.</exception>
    public void SendBackDraft(Person officer, string reason, DateTime now) => Fire(CallOffTrigger.SendBackDraft, () =>
    {
        Refuse(EditorIds.Contains(officer.Id), TenderingErrorCodes.OwnDraft);
        RefuseWhileReturned();
        (DraftReturn, DraftRevision) = (new DraftReturn(officer.Name, now, reason, Terms), null);
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
    private void Changed(Person editor, DateTime now)
    {
        Remember(editor, now);
        if (DraftReturn is { } back)
        {
            (DraftReturn, DraftRevision) = (null, back);
            TellApprovers(editor.Id, $"Call-off {Reference} was changed and waits to be checked and published");
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

/// <summary>A draft that an approver sent back, and what it was then. At: instant, UTC.</summary>
/// <param name="NeedsBefore">The needs as they were when it was sent back; null unless they were changed since.</param>
internal sealed record DraftReturn(
    string ByName, DateTime At, string Reason, CallOffTerms Terms, NeedsProfileDto? NeedsBefore = null)
{
    public DraftReturnDto ToDto() => new(ByName, At, Reason);

    /// <param name="now">The terms as they are now.</param>
    public DraftRevisionDto ToRevisionDto(CallOffTerms now) =>
        new(ByName, At, Reason, now.ChangesFrom(Terms), NeedsBefore);
}
