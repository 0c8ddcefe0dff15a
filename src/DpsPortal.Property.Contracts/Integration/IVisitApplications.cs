namespace DpsPortal.Property.Integration;

/// <summary>The applications that visits are booked for, answered by the module that keeps them.</summary>
public interface IVisitApplications
{
    /// <exception cref="Framework.Domain.EntityNotFoundException">None, or made to another authority.</exception>
    /// <exception cref="Framework.Domain.ForbiddenByStageException">
    /// The officer has not declared to be free of a conflict.
    /// </exception>
    /// <exception cref="Framework.Domain.BusinessException">The provider is not a member.</exception>
    /// <exception cref="Framework.Domain.InvalidInputException">The home is not one of the application.</exception>
    Task RefuseUnlessVisitableAsync(Guid applicationId, Guid premisesId, CancellationToken ct);
}
