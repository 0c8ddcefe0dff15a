using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Queues;

internal sealed class SavedViewAppService(IAccreditationDbContext db, ICurrentUser user) : ISavedViewAppService
{
    private IQueryable<SavedView> Mine =>
        db.SavedViews.Where(v => v.OfficerId == user.Id && v.AuthorityId == user.OrganisationId);

    public async Task<IReadOnlyList<SavedViewDto>> GetListAsync(CancellationToken ct) =>
        [.. (await Mine.OrderBy(v => v.NameKey).ToListAsync(ct)).Select(v => v.ToDto())];

    public async Task<SavedViewDto> CreateAsync(SaveViewDto input, CancellationToken ct)
    {
        var view = new SavedView(user.OrganisationId, new Officer(user.Id, user.Name), input);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({"views:" + user.Id}, 0))", ct);
        if (await Mine.AnyAsync(v => v.NameKey == view.NameKey, ct))
        {
            throw new BusinessException(AccreditationErrorCodes.ViewNameTaken).WithData("name", view.Name);
        }

        if (await Mine.CountAsync(ct) >= SavedViewConsts.MaxViews)
        {
            throw new BusinessException(AccreditationErrorCodes.TooManyViews)
                .WithData("most", SavedViewConsts.MaxViews);
        }

        db.SavedViews.Add(view);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return view.ToDto();
    }

    public async Task DeleteAsync(Guid id, CancellationToken ct)
    {
        var view = await Mine.SingleOrDefaultAsync(v => v.Id == id, ct)
            ?? throw new EntityNotFoundException(typeof(SavedView), id);
        view.RememberRemoval();
        db.SavedViews.Remove(view);
        await db.SaveChangesAsync(ct);
    }
}
