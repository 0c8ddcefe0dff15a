using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Property.Integration;
using DpsPortal.Rules.Privacy;
using DpsPortal.Tendering.Bids;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Questions;

internal sealed class BidderQuestionAppService(ITenderingDbContext db, OpportunityReader reader, IPremisesIntegrationService premises, ICurrentUser user)
    : IBidderQuestionAppService
{
    public async Task<OpportunityDto> AskAsync(Guid callOffId, AskQuestionDto input, CancellationToken ct)
    {
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.TakeTurnAsync(callOffId, user.OrganisationId, ct);
            var (_, callOff) = await reader.InvitedAsync(callOffId, ct);
            var now = await db.NowAsync(ct);
            BidBox.RefuseWhenShut(callOff, now);
            callOff.RefuseQuestionsAfterTheirTime(now);
            await RefuseNamesAsync(callOffId, input.Text, ct);
            await RefuseTooManyAsync(callOffId, ct);
            var asker = new QuestionAsker
            {
                QuestionId = Guid.NewGuid(),
                CallOffId = callOffId,
                ProviderId = user.OrganisationId,
                AskedById = user.Id,
            };
            db.QuestionAskers.Add(asker);
            db.Questions.Add(new Question(asker, callOff, input.Text.Trim(), now));
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        return await reader.ReadAsync(callOffId, ct);
    }

    /// <summary>Everybody who was invited reads the question, so that it must not tell who asks, or seem to.</summary>
    private async Task RefuseNamesAsync(Guid callOffId, string text, CancellationToken ct)
    {
        if (OwnName.IsIn(text, user.OrganisationName))
        {
            throw new InvalidInputException(
                "text", "Take out the name of your organisation: everybody who was invited reads your question.");
        }

        var homes = await premises.GetOfProviderAsync(user.OrganisationId, ct);
        if (homes.FirstOrDefault(h => OwnName.IsIn(text, h.Name)) is { } home)
        {
            throw new InvalidInputException(
                "text", $"Take out {home.Name}: everybody who was invited reads your question and would know who asks.");
        }

        if (await db.NamedBidderAsync(callOffId, text, ct) is { } other)
        {
            throw new InvalidInputException(
                "text", $"Take out {other}: everybody who was invited reads your question, and would take it for theirs.");
        }
    }

    private async Task RefuseTooManyAsync(Guid callOffId, CancellationToken ct)
    {
        var waiting = await db.Questions.CountAsync(
            q => q.CallOffId == callOffId && q.State == QuestionState.Asked
                && db.QuestionAskers.Any(a => a.QuestionId == q.Id && a.ProviderId == user.OrganisationId), ct);
        if (waiting >= QuestionConsts.MostWaiting)
        {
            throw new BusinessException(TenderingErrorCodes.TooManyQuestions)
                .WithData("most", QuestionConsts.MostWaiting);
        }
    }
}
