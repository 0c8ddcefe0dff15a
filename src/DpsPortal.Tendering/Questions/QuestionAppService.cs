using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Tendering.Boxes;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Questions;

internal sealed class QuestionAppService(
    ITenderingDbContext db, CallOffReader callOffs, OpenerDesk opener, ICurrentUser user)
    : IQuestionAppService
{
    public async Task<CallOffDto> AnswerAsync(
        Guid callOffId, Guid questionId, AnswerQuestionDto input, CancellationToken ct)
    {
        var callOff = await callOffs.OwnAsync(callOffId, ct);
        var question = await db.Questions.SingleOrDefaultAsync(
                q => q.Id == questionId && q.CallOffId == callOffId && q.AuthorityId == user.OrganisationId, ct)
            ?? throw new EntityNotFoundException(typeof(Question), questionId);
        if (await db.NamedBidderAsync(callOffId, input.Answer, ct) is { } named)
        {
            throw new InvalidInputException(
                "answer", $"Take out {named}: everybody who was invited reads the answer, and none may learn who else was.");
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.ShutGateAsync(callOffId, ct);
        var (now, officer) = (await db.NowAsync(ct), Person.From(user));
        question.Reply(input.Answer.Trim(), input.Material, officer, now);
        callOff.AnswerQuestion(input.Material, input.Deadline?.UtcDateTime, officer, now);
        if (input.Material)
        {
            opener.Follow(callOff, now);
        }

        question.Expect(input.Version);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return await callOffs.ToDtoAsync(callOff, ct);
    }
}
