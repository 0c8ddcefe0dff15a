using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;

namespace DpsPortal.Accreditation.Applications;

/// <summary>A visit is an act on an application: who books it is free of a conflict, as for every other act.</summary>
internal sealed class VisitApplications(ReviewDesk desk) : IVisitApplications
{
    public async Task RefuseUnlessVisitableAsync(Guid applicationId, Guid premisesId, CancellationToken ct)
    {
        var application = await desk.TakeAsync(applicationId, ct);
        if (application.Membership != MembershipState.Admitted)
        {
            throw new BusinessException(AccreditationErrorCodes.NotAdmitted);
        }

        if (!application.PremisesIds.Contains(premisesId))
        {
            throw new InvalidInputException("premisesId", "Choose a home of this application.");
        }
    }
}
