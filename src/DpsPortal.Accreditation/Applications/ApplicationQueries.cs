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
        var today = LondonTime.DateOf(clock.GetUtcNow().UtcDateTime);
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
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
        if (query.AssignedToMe == true)
        {
            found = found.Where(a => a.AssignedToId == user.Id);
        }

        if (string.IsNullOrWhiteSpace(query.Search))
        {
            return found.Where(a => Evaluated.Contains(a.Membership)
                || (a.Membership == MembershipState.Admitted && !Decided.Contains(a.Accreditation)));
        }

        var words = query.Search.Trim().ToUpperInvariant();
        return found.Where(a => a.SearchText.Contains(words));
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
