using System.ComponentModel.DataAnnotations;
using DpsPortal.Rules.Privacy;
using DpsPortal.Tendering.Bids;
using DpsPortal.Tendering.Evaluations;

namespace DpsPortal.Tendering.PriceQuestions;

/// <summary>
/// The authority's side of a price that looks too low: it asks first, and only then may it reject.
/// Source: PCR 2015, reg. 69(1)-(3), used as the model; etc/docs/decisions/0022.
/// </summary>
public interface IPriceQuestionAppService
{
    /// <exception cref="Framework.Domain.InvalidInputException">
    /// The time to answer is less than an hour, or more than fourteen days, away.
    /// </exception>
    Task<EvaluationDto> AskAsync(Guid callOffId, Guid bidId, AskAboutPriceDto input, CancellationToken ct);

    /// <summary>The price counts. Before an answer came, this takes the question back.</summary>
    Task<EvaluationDto> AcceptAsync(Guid callOffId, Guid bidId, AcceptPriceDto input, CancellationToken ct);

    /// <summary>The bid is excluded and compared with nobody.</summary>
    /// <exception cref="Framework.Domain.BusinessException">
    /// <see cref="TenderingErrorCodes.PriceNotAsked"/>, <see cref="TenderingErrorCodes.PriceNotAnswered"/> while there is
    /// time to answer, <see cref="TenderingErrorCodes.PriceQuestionTakenBack"/> before it was answered.
    /// </exception>
    Task<EvaluationDto> RejectAsync(Guid callOffId, Guid bidId, RejectPriceDto input, CancellationToken ct);
}

/// <summary>The bidder's side.</summary>
public interface IPriceAnswerAppService
{
    /// <summary>Once; late too, while the authority has not decided.</summary>
    Task<OpportunityDto> AnswerAsync(Guid callOffId, AnswerPriceDto input, CancellationToken ct);
}

public enum PriceQuestionState
{
    Asked,
    Answered,
    Accepted,
    Rejected,
}

public enum PriceQuestionTrigger
{
    /// <summary>Once more, after the question was taken back.</summary>
    Ask,

    Answer,
    Accept,
    Reject,

    /// <summary>Whoever decided has declared a conflict: the answer waits for another to decide.</summary>
    Reopen,

    /// <summary>The same before any answer: the question stands again.</summary>
    ReopenUnanswered,
}

public static class PriceQuestionConsts
{
    public const int LongestQuestion = 1000;
    public const int LongestAnswer = 4000;
    public const int LongestReason = 1000;

    /// <summary>Hours to answer at least: a search for the same day must stay possible.</summary>
    public const int FewestHours = 1;

    /// <summary>Days to answer at most: a young person waits for a home meanwhile.</summary>
    public const int MostDays = 14;
}

/// <summary>For officers who declared that they have no conflict.</summary>
public sealed record PriceQuestionDto
{
    public required PriceQuestionState State { get; init; }
    public required string Question { get; init; }
    public required string AskedByName { get; init; }
    public required DateTime AskedAt { get; init; }

    /// <summary>Instant, UTC. An answer that comes later counts until the price is decided on.</summary>
    public required DateTime AnswerBy { get; init; }

    /// <summary>Null until the bidder answers.</summary>
    public string? Answer { get; init; }

    public string? AnsweredByName { get; init; }
    public DateTime? AnsweredAt { get; init; }

    /// <summary>Of a rejection; read by the bidder in its letter.</summary>
    public string? DecisionReason { get; init; }

    public string? DecidedByName { get; init; }
    public DateTime? DecidedAt { get; init; }

    /// <summary>What the caller may do about it now; the screen offers these and no others.</summary>
    public required IReadOnlyList<PriceQuestionTrigger> PermittedTriggers { get; init; }

    /// <summary>Of the question: an answer moves it on.</summary>
    public required uint Version { get; init; }
}

/// <summary>For the bidder, who is told nothing of the decision before the letters.</summary>
/// <param name="Open">It can be answered, which is still so after <paramref name="AnswerBy"/> until the price is decided on.</param>
/// <param name="AnswerBy">Instant, UTC.</param>
public sealed record BidderPriceQuestionDto(
    string Question, DateTime AskedAt, DateTime AnswerBy, string? Answer, string? AnsweredByName, DateTime? AnsweredAt,
    bool Open, uint Version);

public sealed record AskAboutPriceDto
{
    /// <summary>Read by the bidder. Nothing about the young person.</summary>
    [Required, StringLength(PriceQuestionConsts.LongestQuestion), WithoutIdentifiers(Names = true)]
    public required string Question { get; init; }

    /// <summary>Instant with offset, at least an hour and at most fourteen days away.</summary>
    public required DateTimeOffset AnswerBy { get; init; }

    /// <summary>Of the call-off.</summary>
    public required uint Version { get; init; }
}

public sealed record AcceptPriceDto
{
    /// <summary>Of the call-off.</summary>
    public required uint Version { get; init; }

    /// <summary>Of the question: nobody decides past an answer that they have not read.</summary>
    public required uint QuestionVersion { get; init; }
}

public sealed record RejectPriceDto
{
    /// <summary>Read by the bidder in its letter.</summary>
    [Required, StringLength(PriceQuestionConsts.LongestReason), WithoutIdentifiers(Names = true)]
    public required string Reason { get; init; }

    /// <summary>Of the call-off.</summary>
    public required uint Version { get; init; }

    /// <summary>Of the question: nobody decides past an answer that they have not read.</summary>
    public required uint QuestionVersion { get; init; }
}

public sealed record AnswerPriceDto
{
    [Required, StringLength(PriceQuestionConsts.LongestAnswer), WithoutIdentifiers]
    public required string Answer { get; init; }

    /// <summary>Of the question: nobody answers another one than they read.</summary>
    public required uint Version { get; init; }
}
