using DpsPortal.Framework.Application;
using DpsPortal.Tendering.CallOffs;
using Microsoft.EntityFrameworkCore;

namespace DpsPortal.Tendering.Questions;

/// <summary>What each side reads of the questions on one call-off, the oldest first.</summary>
internal static class QuestionView
{
    /// <param name="now">Database time.</param>
    public static async Task<IReadOnlyList<QuestionDto>> OfAuthorityAsync(
        this ITenderingDbContext db, CallOff callOff, ICurrentUser user, DateTime now, CancellationToken ct)
    {
        var mayAnswer = user.Has(TenderingPermissions.CallOffs.Prepare) && callOff.TakesAnswers(now);
        var questions = await db.Questions.AsNoTracking().Where(q => q.CallOffId == callOff.Id)
            .OrderBy(q => q.AskedAt).ThenBy(q => q.Id).ToListAsync(ct);
        return
        [
            .. questions.Select(q => new QuestionDto(
                q.Id, q.Text, q.AskedAt, q.State, q.Answer, q.Material, q.AnsweredByName, q.AnsweredAt,
                mayAnswer ? QuestionStates.Transitions.PermittedTriggers(q.State) : [], q.Version)),
        ];
    }

    public static async Task<IReadOnlyList<BidderQuestionDto>> OfBidderAsync(
        this ITenderingDbContext db, Guid callOffId, Guid providerId, CancellationToken ct) =>
        await db.Questions.AsNoTracking()
            .Where(q => q.CallOffId == callOffId)
            .Select(q => new
            {
                Question = q,
                Own = db.QuestionAskers.Any(a => a.QuestionId == q.Id && a.ProviderId == providerId),
            })
            .Where(q => q.Own || q.Question.State == QuestionState.Answered)
            .OrderBy(q => q.Question.AskedAt).ThenBy(q => q.Question.Id)
            .Select(q => new BidderQuestionDto(
                q.Question.Id, q.Question.Text, q.Question.AskedAt, q.Own, q.Question.Answer, q.Question.Material,
                q.Question.AnsweredAt))
            .ToListAsync(ct);
}
