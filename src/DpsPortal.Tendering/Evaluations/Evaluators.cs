using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>Who may take part: those who said that they have no conflict of interest (fact 14).</summary>
internal sealed class Evaluators(ITenderingDbContext db, ICurrentUser user)
{
    public Task<ConflictDeclaration?> DeclarationAsync(Guid callOffId, CancellationToken ct) =>
        db.ConflictDeclarations.SingleOrDefaultAsync(d => d.CallOffId == callOffId && d.UserId == user.Id, ct);

    /// <summary>Whose own scores count, and who wrote down an agreed one, whoever chairs now.</summary>
    public async Task<IReadOnlyList<Guid>> WhoJudgedAsync(Guid callOffId, CancellationToken ct) =>
    [
        .. await db.ScoreSheets.Where(s => s.CallOffId == callOffId && s.SetAside == null).Select(s => s.EvaluatorId)
            .ToListAsync(ct),
        .. await db.BidScores.Where(s => s.CallOffId == callOffId).Select(s => s.ScoredById).Distinct().ToListAsync(ct),
    ];

    /// <exception cref="ForbiddenByStageException">Not declared yet, or a conflict was declared.</exception>
    public async Task EnsureFreeOfConflictAsync(Guid callOffId, CancellationToken ct)
    {
        var declaration = await DeclarationAsync(callOffId, ct);
        if (declaration is null)
        {
            throw new ForbiddenByStageException(TenderingErrorCodes.ConflictDeclarationNeeded);
        }

        if (declaration.HasConflict)
        {
            throw new ForbiddenByStageException(TenderingErrorCodes.ConflictDeclared);
        }
    }
}
