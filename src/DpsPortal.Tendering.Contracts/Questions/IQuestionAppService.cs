using System.ComponentModel.DataAnnotations;
using DpsPortal.Rules.Privacy;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Questions;

/// <summary>An invited provider asks about a need while there is time to answer everybody. Source: domain §4.6.</summary>
public interface IBidderQuestionAppService
{
    /// <summary>Its asker is told to nobody, the authority included; the answer goes to everybody who was invited.</summary>
    Task<OpportunityDto> AskAsync(Guid callOffId, AskQuestionDto input, CancellationToken ct);
}

/// <summary>The placing authority answers everybody at once.</summary>
public interface IQuestionAppService
{
    /// <summary>Once, before the deadline. A material answer moves the deadline with it.</summary>
    Task<CallOffDto> AnswerAsync(Guid callOffId, Guid questionId, AnswerQuestionDto input, CancellationToken ct);
}

public static class QuestionConsts
{
    /// <summary>Characters.</summary>
    public const int LongestQuestion = 1000;

    /// <summary>Characters.</summary>
    public const int LongestAnswer = 2000;

    /// <summary>Of one provider on one call-off that wait for an answer.</summary>
    public const int MostWaiting = 5;
}

public enum QuestionState
{
    Asked,
    Answered,
}

public enum QuestionTrigger
{
    Answer,
}

/// <summary>As the authority reads it. Nothing in it tells who asked.</summary>
/// <param name="Material">The answer changes what a bid would say: the deadline moved with it.</param>
/// <param name="AskedAt">Instant, UTC.</param>
public sealed record QuestionDto(
    Guid Id, string Text, DateTime AskedAt, QuestionState State, string? Answer, bool Material, string? AnsweredByName,
    DateTime? AnsweredAt, IReadOnlyList<QuestionTrigger> PermittedTriggers, uint Version);

/// <summary>As a bidder reads it: its own at once, everybody else’s once they are answered.</summary>
public sealed record BidderQuestionDto(
    Guid Id, string Text, DateTime AskedAt, bool Own, string? Answer, bool Material, DateTime? AnsweredAt);

public sealed record AskQuestionDto
{
    [Required, StringLength(QuestionConsts.LongestQuestion), WithoutIdentifiers(Names = true)]
    public required string Text { get; init; }
}

public sealed record AnswerQuestionDto
{
    [Required, StringLength(QuestionConsts.LongestAnswer), WithoutIdentifiers(Names = true)]
    public required string Answer { get; init; }

    /// <summary>The answer changes what a bid would say, so bidders get more time.</summary>
    public required bool Material { get; init; }

    /// <summary>With a material answer the new deadline, no earlier than <c>CallOffDto.EarliestExtension</c>.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>Of the question.</summary>
    public required uint Version { get; init; }
}
