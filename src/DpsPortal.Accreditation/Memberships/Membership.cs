using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Accommodation;

namespace DpsPortal.Accreditation.Memberships;

/// <summary>
/// A provider in a lot, from the confirmed admission on. Every admitted one is invited to every call-off of the lot;
/// accreditation has no part in it. Source: PCR 2015, reg. 34(21)-(22).
/// </summary>
internal sealed class Membership : AggregateRoot
{
    /// <summary>Keeps what buyers may know of the questionnaire: registration and rates, as submitted.</summary>
    public Membership(Guid id, Application application, Guid lotId, DateTime now) : base(id)
    {
        (LotId, SchemeId, ApplicationId) = (lotId, application.SchemeId, application.Id);
        (ProviderId, ProviderName, AdmittedAt) = (application.ProviderId, application.ProviderName, now);
        OfstedRegistered = application.Answers.Ofsted?.Registered ?? false;
        Urn = OfstedRegistered ? application.Answers.Ofsted!.Urn : null;
        OfstedCategories = OfstedRegistered ? application.Answers.Ofsted!.Categories : [];
        Rates = application.Answers.RateCard?.Rates.FirstOrDefault(r => r.LotId == lotId);
        Record("Admit", after: "Admitted");
    }

    private Membership()
    {
    }

    public Guid LotId { get; private set; }

    public Guid SchemeId { get; private set; }

    public Guid ApplicationId { get; private set; }

    public Guid ProviderId { get; private set; }

    public string ProviderName { get; private set; } = "";

    public DateTime AdmittedAt { get; private set; }

    public MemberState State { get; private set; } = MemberState.Admitted;

    /// <summary>Of the last move, in the words the provider has read or written; null since the admission.</summary>
    public string? Reason { get; private set; }

    public bool OfstedRegistered { get; private set; }

    public string? Urn { get; private set; }

    public IReadOnlyList<OfstedCategory> OfstedCategories { get; private set; } = [];

    public LotRateDto? Rates { get; private set; }

    public void Move(MemberTrigger trigger, string reason)
    {
        var to = MemberStates.Transitions.Fire(State, trigger);
        Record(trigger.ToString(), State.ToString(), to.ToString(), reason);
        (State, Reason) = (to, reason);
    }
}
