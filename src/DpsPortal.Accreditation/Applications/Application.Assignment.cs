using DpsPortal.Accreditation.Integration;
using DpsPortal.Framework.Domain;

namespace DpsPortal.Accreditation.Applications;

/// <content>Who of the authority minds it, and what it reminds the provider of.</content>
internal sealed partial class Application
{
    /// <summary>Something is left to do for an officer.</summary>
    private bool IsOpen => Membership is MembershipState.Submitted or MembershipState.InEvaluation
            or MembershipState.DecisionProposed
        || (Membership == MembershipState.Admitted && Accreditation is not (AccreditationState.Accredited
            or AccreditationState.AccreditedWithConditions or AccreditationState.NotAccredited));

    /// <summary>Repeating it changes nothing. Somebody to whom another gave it is told.</summary>
    /// <param name="officer">Null to put it back for anybody to take.</param>
    /// <exception cref="InvalidTransitionException">Nothing is left to do.</exception>
    public void Assign(Officer? officer, Guid byId)
    {
        RefuseWhen(!IsOpen, "Assign");
        if (AssignedToId == officer?.Id)
        {
            return;
        }

        Record("Assign", AssignedToName ?? "Nobody", officer?.Name ?? "Nobody");
        (AssignedToId, AssignedToName) = (officer?.Id, officer?.Name);
        if (officer is not null && officer.Id != byId)
        {
            AddEvent(new OfficerNewsEto(Id, HostAuthorityId, officer.Id, Reference, "it was assigned to you"));
        }
    }

    /// <param name="owed">A line for each thing; no person's data.</param>
    public void Remind(string authorityName, IReadOnlyList<string> owed)
    {
        Record("Remind", after: $"{Counted.Of(owed.Count, "thing")} owed");
        AddEvent(new ProviderRemindedEto(ProviderId, authorityName, owed));
    }
}
