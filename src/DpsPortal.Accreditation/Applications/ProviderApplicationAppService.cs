using System.Data.Common;
using DpsPortal.Accreditation.Versions;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Applications;

internal sealed class ProviderApplicationAppService(
    IAccreditationDbContext db, ICurrentUser user, ApplicationReader reader, ApplicationSharing sharing,
    OwnAnswers own, VersionKeeper versions, TimeProvider clock) : IProviderApplicationAppService
{
    private const string UniqueViolation = "23505";

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public async Task<IReadOnlyList<ApplicationListItemDto>> GetOwnListAsync(CancellationToken ct)
    {
        var mine = await db.Applications.Where(a => a.ProviderId == user.OrganisationId)
            .OrderByDescending(a => a.CreatedAt).ToListAsync(ct);
        return await reader.ToListAsync(mine, ct);
    }

    /// <summary>A second click finds the draft that the first one made.</summary>
    public async Task<ApplicationDto> CreateAsync(CreateApplicationDto input, CancellationToken ct)
    {
        var scheme = await db.Schemes.SingleOrDefaultAsync(s => s.Id == input.SchemeId, ct)
            ?? throw new EntityNotFoundException(typeof(Schemes.Scheme), input.SchemeId);
        if (await LiveAsync(input.SchemeId, ct) is { } live)
        {
            return await reader.ReadAsync(live, ct);
        }

        var reference = await db.NextReferenceAsync(Now, ct);
        var application = new Application(
            Guid.CreateVersion7(), reference, scheme, user.OrganisationId, user.OrganisationName, Now);
        db.Applications.Add(application);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is DbException { SqlState: UniqueViolation })
        {
            db.ChangeTracker.Clear();
            if (await LiveAsync(input.SchemeId, ct) is not { } other)
            {
                throw;
            }

            application = other;
        }

        return await reader.ReadAsync(application, ct);
    }

    public async Task<ApplicationDto> SaveAsync(Guid id, SaveApplicationDto input, CancellationToken ct)
    {
        var application = await OwnAsync(id, ct);
        application.EnsureUnchangedSince(input.Version);
        await own.RefuseForeignAsync(application, input.Answers, ct);
        application.Save(input.Answers, Now);
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    /// <summary>Documents and homes become visible to the host authority in the transaction of the submission.</summary>
    public async Task<ApplicationDto> SubmitAsync(Guid id, VersionDto input, CancellationToken ct)
    {
        var application = await OwnAsync(id, ct);
        application.EnsureUnchangedSince(input.Version);
        var scheme = await reader.SchemeOfAsync(application, ct);
        var gaps = application.Membership == MembershipState.Draft
            ? await reader.MissingAsync(application, scheme, ct)
            : [];
        application.Submit(gaps, scheme, Now);
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await versions.KeepAsync(application, VersionCause.Submission, ct);
            await db.SaveChangesAsync(ct);
            await sharing.ShareWithHostAsync(application, ct);
            await transaction.CommitAsync(ct);
        }

        return await reader.ReadAsync(application, ct);
    }

    public async Task<ApplicationDto> WithdrawAsync(Guid id, ReasonDto input, CancellationToken ct)
    {
        var application = await OwnAsync(id, ct);
        application.EnsureUnchangedSince(input.Version);
        application.Withdraw(input.Reason, Now);
        await db.SaveChangesAsync(ct);
        return await reader.ReadAsync(application, ct);
    }

    /// <exception cref="BusinessException">A live application is past its draft.</exception>
    private async Task<Application?> LiveAsync(Guid schemeId, CancellationToken ct)
    {
        var live = await db.Applications.SingleOrDefaultAsync(
            a => a.SchemeId == schemeId && a.ProviderId == user.OrganisationId
                && a.Membership != MembershipState.Rejected && a.Membership != MembershipState.Withdrawn
                && a.Membership != MembershipState.Removed && a.Membership != MembershipState.Left,
            ct);
        return live is null or { Membership: MembershipState.Draft }
            ? live
            : throw new BusinessException(AccreditationErrorCodes.AlreadyApplied).WithData("reference", live.Reference);
    }

    /// <exception cref="EntityNotFoundException">No such application, or another provider's.</exception>
    private async Task<Application> OwnAsync(Guid id, CancellationToken ct) =>
        await db.Applications.SingleOrDefaultAsync(a => a.Id == id && a.ProviderId == user.OrganisationId, ct)
        ?? throw new EntityNotFoundException(typeof(Application), id);
}
