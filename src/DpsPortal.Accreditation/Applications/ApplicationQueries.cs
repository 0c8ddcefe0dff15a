using DpsPortal.Framework.Application;
using DpsPortal.Rules.Calendar;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

/// <summary>The officers' queue: what waits for the host authority. A search also finds what is finished.</summary>
internal sealed class ApplicationQueries(
    IAccreditationDbContext db, ICurrentUser user, ApplicationReader reader, TimeProvider clock)
{
    private const int DefaultPageSize = 20;

    private static readonly MembershipState[] Evaluated =
        [MembershipState.Submitted, MembershipState.InEvaluation, MembershipState.DecisionProposed];

    private static readonly AccreditationState[] Decided =
    [
        AccreditationState.Accredited, AccreditationState.AccreditedWithConditions, AccreditationState.NotAccredited,
    ];

    public async Task<ApplicationQueueDto> GetQueueAsync(ApplicationQueueQuery query, CancellationToken ct)
    {
        var found = Found(query);
        var size = query.PageSize ?? DefaultPageSize;
        var (today, sunday) = Week();
        var page = await Sorted(found, query.Sort)
            .Skip(((query.Page ?? 1) - 1) * size).Take(size).ToListAsync(ct);
        return new ApplicationQueueDto(
            await found.CountAsync(ct),
            await found.CountAsync(a => a.NextDueOn < today, ct),
            await found.CountAsync(a => a.NextDueOn >= today && a.NextDueOn <= sunday, ct),
            await reader.ToListAsync(page, ct));
    }

    private IQueryable<Application> Found(ApplicationQueueQuery query)
    {
        var found = db.Applications.Where(a => a.HostAuthorityId == user.OrganisationId && a.SubmittedAt != null);
        found = query.Owner switch
        {
            QueueOwner.Me => found.Where(a => a.AssignedToId == user.Id),
            QueueOwner.Nobody => found.Where(a => a.AssignedToId == null),
            _ => found,
        };
        found = Due(InStage(found, query.Stage), query.Due);

        if (string.IsNullOrWhiteSpace(query.Search))
        {
            return found.Where(a => Evaluated.Contains(a.Membership)
                || (a.Membership == MembershipState.Admitted && !Decided.Contains(a.Accreditation)));
        }

        var words = query.Search.Trim().ToUpperInvariant();
        return found.Where(a => a.SearchText.Contains(words));
    }

    private static IQueryable<Application> InStage(IQueryable<Application> found, AccreditationStage? stage) =>
        stage switch
        {
            AccreditationStage.Application => found.Where(a => a.Membership != MembershipState.Admitted),
            AccreditationStage.FitAndProperTest => found.Where(a => a.Membership == MembershipState.Admitted
                && (a.Accreditation == AccreditationState.NotStarted
                    || a.Accreditation == AccreditationState.FitAndProperTest)),
            AccreditationStage.SaferRecruitment =>
                found.Where(a => a.Accreditation == AccreditationState.SaferRecruitmentReview),
            AccreditationStage.PropertyVisit => found.Where(a => a.Accreditation == AccreditationState.PropertyVisit),
            AccreditationStage.Decision => found.Where(a => a.Accreditation == AccreditationState.AwaitingDecision
                || a.Accreditation == AccreditationState.DecisionProposed),
            _ => found,
        };

    private IQueryable<Application> Due(IQueryable<Application> found, QueueDue? due)
    {
        var (today, sunday) = Week();
        return due switch
        {
            QueueDue.Overdue => found.Where(a => a.NextDueOn < today),
            QueueDue.ThisWeek => found.Where(a => a.NextDueOn >= today && a.NextDueOn <= sunday),
            _ => found,
        };
    }

    /// <summary>Today and the Sunday that ends its week, London.</summary>
    private (DateOnly Today, DateOnly Sunday) Week()
    {
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        return (today, today.AddDays((7 - (int)today.DayOfWeek) % 7));
    }

    private static IQueryable<Application> Sorted(IQueryable<Application> found, string? sort) => sort switch
    {
        "provider" => found.OrderBy(a => a.ProviderName).ThenBy(a => a.Id),
        "-provider" => found.OrderByDescending(a => a.ProviderName).ThenBy(a => a.Id),
        "submitted" => found.OrderBy(a => a.SubmittedAt).ThenBy(a => a.Id),
        "-submitted" => found.OrderByDescending(a => a.SubmittedAt).ThenBy(a => a.Id),
        "-due" => found.OrderBy(a => a.NextDueOn == null).ThenByDescending(a => a.NextDueOn).ThenBy(a => a.Id),
        _ => found.OrderBy(a => a.NextDueOn == null).ThenBy(a => a.NextDueOn).ThenBy(a => a.Id),
    };
}
