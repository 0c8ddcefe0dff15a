using DpsPortal.Framework.Application;
using DpsPortal.Framework.Auditing;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.PriceQuestions;

internal sealed class PriceAnswerAppService(
    ITenderingDbContext db, OpportunityReader reader, ICurrentUser user, IAuditTrail audit) : IPriceAnswerAppService
{
    public async Task<OpportunityDto> AnswerAsync(Guid callOffId, AnswerPriceDto input, CancellationToken ct)
    {
        var (_, callOff) = await reader.InvitedAsync(callOffId, ct);
        var question = await db.PriceQuestions.SingleOrDefaultAsync(
                q => q.CallOffId == callOffId && q.ProviderId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(PriceQuestion), callOffId);
        if (callOff.State == CallOffState.Cancelled)
        {
            throw new BusinessException(TenderingErrorCodes.CallOffNotOpen);
        }

        // What was decided on its price is told in the letters and nowhere before.
        if (!PriceQuestionStates.Transitions.CanFire(question.State, PriceQuestionTrigger.Answer))
        {
            throw new BusinessException(TenderingErrorCodes.PriceQuestionClosed);
        }

        question.Expect(input.Version);
        question.Explain(input.Answer.Trim(), user.Name, await db.NowAsync(ct));
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        await audit.RecordAsync(nameof(CallOff), callOffId, new("AnswerPriceQuestion", null, question.Label, null), ct);
        await transaction.CommitAsync(ct);
        return await reader.ReadAsync(callOffId, ct);
    }
}
