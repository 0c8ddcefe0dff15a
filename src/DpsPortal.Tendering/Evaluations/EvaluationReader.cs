using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>An opened call-off with its bids and scores, as the caller may see them.</summary>
internal sealed class EvaluationReader(
    ITenderingDbContext db, CallOffReader callOffs, EvaluationBook book, Evaluators evaluators, ICurrentUser user)
{
    /// <exception cref="ForbiddenByStageException">The bids are sealed; the attempt is remembered (fact 10).</exception>
    public async Task<CallOff> OpenedAsync(Guid callOffId, CancellationToken ct)
    {
        var callOff = await callOffs.OwnAsync(callOffId, ct);
        return callOff.OpenedAt is not null
            ? callOff
            : throw new ForbiddenByStageException(TenderingErrorCodes.BidsSealed);
    }

    /// <summary>For a change of scores: nobody else changes those of this call-off until the transaction ends.</summary>
    /// <exception cref="ForbiddenByStageException">Sealed, or the caller is not free of conflict.</exception>
    public async Task<CallOff> HoldAsync(Guid callOffId, CallOffTrigger trigger, CancellationToken ct)
    {
        await db.ShutGateAsync(callOffId, ct);
        var callOff = await OpenedAsync(callOffId, ct);
        await evaluators.EnsureFreeOfConflictAsync(callOffId, ct);
        CallOffStates.Transitions.Fire(callOff.State, trigger);
        return callOff;
    }

    /// <returns>By the names of their evaluators.</returns>
    public async Task<IReadOnlyList<ScoreSheet>> SheetsAsync(Guid callOffId, CancellationToken ct) =>
        await db.ScoreSheets.Where(s => s.CallOffId == callOffId).OrderBy(s => s.EvaluatorName).ThenBy(s => s.Id)
            .ToListAsync(ct);

    /// <summary>Ends what <see cref="HoldAsync"/> began.</summary>
    public async Task<EvaluationDto> SavedAsync(CallOff callOff, IDbContextTransaction transaction, CancellationToken ct)
    {
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await ToDtoAsync(callOff, ct);
    }

    public async Task<EvaluationDto> ToDtoAsync(CallOff callOff, CancellationToken ct)
    {
        var declaration = await evaluators.DeclarationAsync(callOff.Id, ct);
        var isFree = declaration is { HasConflict: false };
        IReadOnlyList<string> parties = declaration is null
            ? await db.Invitations.Where(i => i.CallOffId == callOff.Id).OrderBy(i => i.ProviderName)
                .Select(i => i.ProviderName).ToListAsync(ct)
            : [];
        return EvaluationView.Of(
            callOff, declaration?.HasConflict, parties, isFree ? await book.ReadAsync(callOff, ct) : [],
            isFree ? await SheetsAsync(callOff.Id, ct) : [], user, await db.NowAsync(ct));
    }
}
