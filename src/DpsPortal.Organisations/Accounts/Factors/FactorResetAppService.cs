using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.People;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Organisations.Accounts.Factors;

internal sealed class FactorResetAppService(
    IOrganisationsDbContext db,
    ICurrentUser current,
    SecondFactors factors,
    SessionStore sessions,
    AccountAudit audit,
    FactorMail mail) : IFactorResetAppService
{
    public async Task ResetAsync(Guid userId, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().Include(u => u.Affiliations).SingleOrDefaultAsync(u => u.Id == userId, ct);
        if (user is null || user.Affiliations.TrueForAll(a => a.OrganisationId != current.OrganisationId))
        {
            throw new EntityNotFoundException(typeof(User), userId);
        }

        if (userId == current.Id)
        {
            throw new BusinessException(OrganisationsErrorCodes.NotOneself);
        }

        if (user.Affiliations.Count > 1)
        {
            throw new BusinessException(OrganisationsErrorCodes.ActsElsewhere);
        }

        if (!await factors.HasAnyAsync(userId, ct))
        {
            throw new BusinessException(OrganisationsErrorCodes.NoSecondFactor);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await factors.RemoveAllAsync(userId, ct);
        await db.Users.Where(u => u.Id == userId)
            .ExecuteUpdateAsync(u => u.SetProperty(x => x.RecoveryHeldUntil, (DateTime?)null), ct);
        await db.AddressChanges.Where(c => c.UserId == userId).ExecuteDeleteAsync(ct);
        await sessions.EndAsync(userId, ct);
        await mail.ResetAsync(user, current.Name, current.OrganisationName, ct);
        await db.SaveChangesAsync(ct);
        await audit.DoneAsync(userId, "ResetSecondFactors", ct);
        await transaction.CommitAsync(ct);
    }
}
