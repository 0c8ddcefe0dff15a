using DpsPortal.Accreditation.Applications;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Accreditation.Interests;

/// <summary>
/// Who may act on an application. A conflict outweighs every "none", and holds for every application of the provider.
/// </summary>
internal sealed class DeclaredInterests(IAccreditationDbContext db, ICurrentUser user, TimeProvider clock)
{
    /// <summary>Repeating an answer changes nothing; a "none" after a conflict is refused.</summary>
    /// <exception cref="ForbiddenByStageException">The officer has declared a conflict.</exception>
    public async Task DeclareAsync(Application application, DeclareInterestDto input, CancellationToken ct)
    {
        var mine = await MineAsync(application.Id, ct);
        if (!input.HasConflict && mine is { HasConflict: true })
        {
            throw new ForbiddenByStageException(AccreditationErrorCodes.ConflictDeclared);
        }

        if (mine?.HasConflict == input.HasConflict)
        {
            return;
        }

        db.InterestDeclarations.Add(new InterestDeclaration(
            application, new Officer(user.Id, user.Name), input, clock.GetUtcNow().UtcDateTime));
        application.RememberInterest(input.HasConflict);
        if (input.HasConflict)
        {
            await VoidScoresAsync(application, ct);
        }

        await db.SaveChangesAsync(ct);
    }

    /// <exception cref="ForbiddenByStageException">Nothing was declared yet, or a conflict was.</exception>
    public async Task RefuseUnlessFreeAsync(Guid applicationId, CancellationToken ct)
    {
        var mine = await MineAsync(applicationId, ct)
            ?? throw new ForbiddenByStageException(AccreditationErrorCodes.InterestNotDeclared);
        if (mine.HasConflict)
        {
            throw new ForbiddenByStageException(AccreditationErrorCodes.ConflictDeclared);
        }
    }

    /// <summary>For what is read: it may tell of a conflict, so that it is shown before anything is declared.</summary>
    /// <exception cref="ForbiddenByStageException">The caller has declared a conflict.</exception>
    public async Task RefuseConflictedReaderAsync(Guid applicationId, CancellationToken ct)
    {
        if (await MineAsync(applicationId, ct) is { HasConflict: true })
        {
            throw new ForbiddenByStageException(AccreditationErrorCodes.ConflictDeclared);
        }
    }

    /// <summary>A proposal falls with its proposer: nobody confirms what a conflict may have coloured.</summary>
    /// <exception cref="BusinessException">Who proposed has since declared a conflict.</exception>
    public async Task RefuseConflictedProposalAsync(Application application, Decision? decision, CancellationToken ct)
    {
        if (decision is { IsConfirmed: false })
        {
            await RefuseConflictedProposerAsync(application.Id, decision.ProposedBy, ct);
        }
    }

    /// <inheritdoc cref="RefuseConflictedProposalAsync"/>
    public async Task RefuseConflictedProposerAsync(Guid applicationId, Officer proposer, CancellationToken ct)
    {
        if (await db.ConflictsAbout(applicationId).AnyAsync(d => d.OfficerId == proposer.Id, ct))
        {
            throw new BusinessException(AccreditationErrorCodes.ProposerConflicted).WithData("officer", proposer.Name);
        }
    }

    /// <summary>For a move on several providers at once: neither the caller nor who proposed it has a conflict in one.</summary>
    /// <exception cref="ForbiddenByStageException">The caller has declared a conflict.</exception>
    /// <exception cref="BusinessException">Who proposed has since declared a conflict.</exception>
    public async Task RefuseConflictedAsync(
        IReadOnlyCollection<Guid> providerIds, Officer proposer, CancellationToken ct)
    {
        var conflicted = await db.InterestDeclarations
            .Where(d => d.HasConflict && providerIds.Contains(d.ProviderId)
                && (d.OfficerId == user.Id || d.OfficerId == proposer.Id))
            .Select(d => d.OfficerId).ToListAsync(ct);
        if (conflicted.Contains(user.Id))
        {
            throw new ForbiddenByStageException(AccreditationErrorCodes.ConflictDeclared);
        }

        if (conflicted.Count > 0)
        {
            throw new BusinessException(AccreditationErrorCodes.ProposerConflicted).WithData("officer", proposer.Name);
        }
    }

    /// <summary>Null for the provider, who is not told who of the authority declared what.</summary>
    public async Task<InterestsDto?> ReadAsync(Application application, CancellationToken ct)
    {
        if (application.HostAuthorityId != user.OrganisationId)
        {
            return null;
        }

        var declared = await db.InterestDeclarations
            .Where(d => d.ApplicationId == application.Id || (d.HasConflict && d.ProviderId == application.ProviderId))
            .OrderBy(d => d.DeclaredAt).ToListAsync(ct);
        var latest = declared.GroupBy(d => d.OfficerId).Select(g => g.MaxBy(d => d.HasConflict)!).ToList();
        var mine = latest.SingleOrDefault(d => d.OfficerId == user.Id);
        return new InterestsDto(
            mine switch
            {
                null => InterestStatus.NotDeclared,
                { HasConflict: true } => InterestStatus.Conflict,
                _ => InterestStatus.NoConflict,
            },
            mine?.DeclaredAt,
            [
                .. latest.Where(d => d.OfficerId != user.Id)
                    .Select(d => new DeclaredInterestDto(d.OfficerName, d.HasConflict, d.DeclaredAt)),
            ]);
    }

    private async Task VoidScoresAsync(Application application, CancellationToken ct)
    {
        var all = await db.Applications
            .Where(a => a.ProviderId == application.ProviderId && a.HostAuthorityId == user.OrganisationId)
            .ToListAsync(ct);
        all.ForEach(a => a.VoidScoresOf(user.Id));
    }

    private async Task<InterestDeclaration?> MineAsync(Guid applicationId, CancellationToken ct) =>
        await db.ConflictsAbout(applicationId).FirstOrDefaultAsync(d => d.OfficerId == user.Id, ct)
        ?? await db.InterestDeclarations.FirstOrDefaultAsync(
            d => d.ApplicationId == applicationId && d.OfficerId == user.Id, ct);
}
