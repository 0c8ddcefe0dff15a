using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using Microsoft.EntityFrameworkCore;
using Permissions = DpsPortal.Accreditation.AccreditationPermissions.Applications;

namespace DpsPortal.Accreditation.Appeals;

/// <summary>
/// Appeals that an officer may answer or confirm: nobody who took part in the decision, proposed the outcome or declared
/// a conflict. Source: domain §2.6.
/// </summary>
internal sealed class AppealToday(IAccreditationDbContext db, ICurrentUser user) : ITodaySource
{
    public async Task<IReadOnlyList<TodayItemDto>> GetAsync(CancellationToken ct) =>
        user.Has(Permissions.Review) ? await OpenAsync(ct) : [];

    private async Task<IReadOnlyList<TodayItemDto>> OpenAsync(CancellationToken ct)
    {
        var open = await db.Appeals.AsNoTracking()
            .Where(a => a.HostAuthorityId == user.OrganisationId
                && (a.State == AppealState.Lodged || a.State == AppealState.OutcomeProposed))
            .Join(
                db.ApplicationsOpenTo(user), a => a.ApplicationId, of => of.Id, (a, of) => new { Appeal = a, of.ProviderName })
            .OrderBy(a => a.Appeal.AnswerBy).ThenBy(a => a.Appeal.Id)
            .ToListAsync(ct);
        return
        [
            .. open.Where(a => !a.Appeal.DecidedBy.Contains(user.Id) && a.Appeal.ProposedBy?.Id != user.Id)
                .Take(ITodaySource.MostItems)
                .Select(a => new TodayItemDto(
                    a.Appeal.State == AppealState.Lodged ? "Appeal.Answer" : "Appeal.Confirm",
                    a.Appeal.ApplicationId, a.ProviderName, a.Appeal.LetterTitle, DueOn: a.Appeal.AnswerBy)),
        ];
    }
}
