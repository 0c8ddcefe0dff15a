using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Calendar;

namespace DpsPortal.Accreditation.Queues;

/// <summary>That a provider was told of what it owes an authority; once a day. The application's history tells who did it.</summary>
internal sealed class Reminder : Entity
{
    public Reminder(Application application, DateTime now) : base(Guid.CreateVersion7())
    {
        (HostAuthorityId, ProviderId) = (application.HostAuthorityId, application.ProviderId);
        SentOn = LondonTime.DateOf(now);
    }

    private Reminder()
    {
    }

    public Guid HostAuthorityId { get; private init; }

    public Guid ProviderId { get; private init; }

    /// <summary>Day, London.</summary>
    public DateOnly SentOn { get; private init; }
}
