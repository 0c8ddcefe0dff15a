using DpsPortal.Property.Visits;

namespace DpsPortal.Property.Integration;

/// <summary>A visit is complete and its report stands.</summary>
public sealed record VisitCompletedEto(
    Guid VisitId, Guid PremisesId, Guid ProviderId, Guid AuthorityId, Guid? ApplicationId, VisitMode Mode, bool Passed,
    int ScorePercent, IReadOnlyList<string> CriticalFailures);

/// <summary>A visit was booked; the provider is told unless it is unannounced.</summary>
public sealed record VisitBookedEto(
    Guid VisitId, Guid PremisesId, Guid ProviderId, Guid AuthorityId, Guid? ApplicationId, DateTime ScheduledAt,
    VisitNotice Notice);

/// <summary>A booked visit will not take place; the provider is told unless it never knew of it.</summary>
public sealed record VisitCancelledEto(
    Guid VisitId, Guid PremisesId, Guid ProviderId, Guid AuthorityId, Guid? ApplicationId, DateTime ScheduledAt,
    VisitNotice Notice);
