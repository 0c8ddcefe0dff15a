namespace DpsPortal.Accreditation.Applications;

/// <summary>A decision that one officer proposed and another confirms.</summary>
/// <param name="Outcome">Name of a <see cref="MembershipOutcome"/> or an <see cref="AccreditationOutcome"/>.</param>
/// <param name="Reasons">In the words the provider reads after confirmation.</param>
internal sealed record Decision(
    string Outcome, IReadOnlyList<Guid> LotIds, string Reasons, string? Conditions, Officer ProposedBy,
    DateTime ProposedAt, Officer? ConfirmedBy = null, DateTime? ConfirmedAt = null)
{
    public bool IsConfirmed => ConfirmedAt is not null;
}
