using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Memberships;

/// <summary>What came of the last accreditation of a provider in a lot: it gates award, never invitation.</summary>
internal sealed class Standing : AggregateRoot
{
    public Standing(Guid id, Application application, Guid lotId) : base(id)
    {
        (LotId, ProviderId) = (lotId, application.ProviderId);
        Renew(application);
    }

    private Standing()
    {
    }

    public Guid LotId { get; private set; }

    public Guid ProviderId { get; private set; }

    public Guid ApplicationId { get; private set; }

    public AccreditationState State { get; private set; }

    /// <summary>Last day, London; null when not accredited.</summary>
    public DateOnly? AccreditedUntil { get; private set; }

    public IReadOnlyList<Guid> PremisesIds { get; private set; } = [];

    public void Renew(Application application)
    {
        Record("Decide", ApplicationId == Guid.Empty ? null : State.ToString(), application.Accreditation.ToString());
        (ApplicationId, State) = (application.Id, application.Accreditation);
        AccreditedUntil = application.AccreditedUntil;
        PremisesIds = AccreditedUntil is null ? [] : application.PremisesIds;
    }

    public bool IsAccredited(DateTime now) => AccreditedUntil is { } until && LondonTime.DateOf(now) <= until;
}
