namespace DpsPortal.Accreditation.Applications;

/// <summary>A decision that one officer proposed and another confirms.</summary>
/// <param name="Outcome">Name of a <see cref="MembershipOutcome"/> or an <see cref="AccreditationOutcome"/>.</param>
/// <param name="ValidUntil">Of an accreditation: proposed last day, London; null for the longest.</param>
/// <param name="Reasons">In the words the provider reads after confirmation.</param>
/// <param name="Refused">Lots applied for and not admitted to, where others are; each with its own reason.</param>
internal sealed record Decision(
    string Outcome, IReadOnlyList<Guid> LotIds, string Reasons, IReadOnlyList<ConditionDto> Conditions,
    Officer ProposedBy, DateTime ProposedAt, DateOnly? ValidUntil = null, Officer? ConfirmedBy = null,
    DateTime? ConfirmedAt = null, IReadOnlyList<LotRefusal>? Refused = null)
{
    public bool IsConfirmed => ConfirmedAt is not null;
}

/// <summary>A proposal that came back: it is changed and proposed again, not written anew.</summary>
internal sealed record ReturnedProposal(Decision Proposal, Officer By);

/// <param name="Reason">In the words the provider reads.</param>
internal sealed record LotRefusal(Guid LotId, string Reason);
