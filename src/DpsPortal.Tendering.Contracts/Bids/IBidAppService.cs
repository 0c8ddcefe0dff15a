using System.ComponentModel.DataAnnotations;
using DpsPortal.Framework.Application;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.PriceQuestions;
using DpsPortal.Tendering.Questions;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Tendering.Bids;

/// <summary>The provider's side: call-offs it is invited to.</summary>
public interface IOpportunityAppService
{
    Task<OpportunityPageDto> GetListAsync(OpportunityQuery query, CancellationToken ct);

    Task<OpportunityDto> GetAsync(Guid callOffId, CancellationToken ct);

    /// <summary>Says that this provider will not bid, and why.</summary>
    Task<OpportunityDto> DeclineAsync(Guid callOffId, DeclineDto input, CancellationToken ct);

    /// <summary>The letter to this provider, once the outcome is released.</summary>
    /// <exception cref="Framework.Domain.EntityNotFoundException">Not released, or not theirs.</exception>
    Task<LetterDto> GetLetterAsync(Guid callOffId, CancellationToken ct);
}

/// <summary>The provider's own bid on each call-off.</summary>
public interface IBidAppService
{
    /// <summary>
    /// Saves the draft, complete or not, within the rules or not: nobody loses what they wrote to a price that is too
    /// high. What a bid may not hold is told in <see cref="BidDto.Problems"/> and refused when it is submitted.
    /// </summary>
    Task<BidDto> SaveAsync(Guid callOffId, SaveBidDto input, CancellationToken ct);

    /// <summary>
    /// Stores the draft as the next version of the bid if database time is before the deadline, in the one
    /// transaction that stores it. The same key gives the same receipt while that version has not been taken back.
    /// </summary>
    /// <param name="idempotencyKey">Made by the client for each press of the button, 8 to 80 characters.</param>
    /// <exception cref="Framework.Domain.BusinessException">
    /// <see cref="TenderingErrorCodes.IdempotencyKeyReused"/>: the key came with another request.
    /// <see cref="TenderingErrorCodes.BidWithdrawnSince"/>: the version of this key was withdrawn; a new key submits anew.
    /// <see cref="TenderingErrorCodes.BidWithoutDraft"/>: the draft was sent, and is erased since.
    /// </exception>
    /// <exception cref="Framework.Domain.UnavailableException">
    /// <see cref="TenderingErrorCodes.BoxKeyUntrusted"/>: nothing is sealed to a key that the Opener has not signed.
    /// </exception>
    Task<BidReceiptDto> SubmitAsync(
        Guid callOffId, string idempotencyKey, SubmitBidDto input, CancellationToken ct);

    /// <summary>Takes the bid back; until the deadline it may be submitted again.</summary>
    Task<OpportunityDto> WithdrawAsync(Guid callOffId, CancellationToken ct);
}

public enum BidState
{
    Draft,
    Submitted,
    Withdrawn,
}

public enum BidTrigger
{
    Submit,
    Withdraw,
}

public enum NoBidReason
{
    NoVacancy,
    CannotMatch,
    Location,
    NeedsTooHigh,
    Staffing,
    PriceCeiling,
    Timescale,
    Other,
}

public enum OpportunityOutcome
{
    Pending,
    Won,
    NotWon,
    Cancelled,
}

public sealed record OpportunityQuery
{
    /// <summary>Those that are over, the latest first; otherwise those still open, the soonest to close first.</summary>
    public bool? Closed { get; init; }

    /// <summary>The first if not given.</summary>
    [Range(1, 1000)] public int? Page { get; init; }

    /// <summary>20 if not given.</summary>
    [Range(1, 100)] public int? PageSize { get; init; }
}

/// <param name="OpenCount">All that are still open, on whichever page.</param>
/// <param name="ClosedCount">All that are over, on whichever page.</param>
/// <param name="Items">Of the one kind that was asked for.</param>
public sealed record OpportunityPageDto(int OpenCount, int ClosedCount, IReadOnlyList<OpportunityListItemDto> Items);

public sealed record OpportunityListItemDto(
    Guid CallOffId, string Reference, string PlacingAuthorityName, string LotName, AgeBand AgeBand,
    SupportLevel SupportLevel, IReadOnlyList<string> PreferredAreas, DateOnly MoveInFrom, int ExpectedWeeks,
    DateTime Deadline, bool Open, BidState? Bid, bool Declined, OpportunityOutcome Outcome);

public sealed record OpportunityDto
{
    public required Guid CallOffId { get; init; }
    public required string Reference { get; init; }
    public required string PlacingAuthorityName { get; init; }
    public required string SchemeName { get; init; }
    public required string LotName { get; init; }
    public required NeedsProfileDto Needs { get; init; }
    public required IReadOnlyList<CriterionDto> Criteria { get; init; }
    public required decimal PriceWeight { get; init; }
    public long? CeilingWeeklyPence { get; init; }
    public required DateTime Deadline { get; init; }

    /// <summary>The deadlines that were moved, the first one first.</summary>
    public required IReadOnlyList<BidderExtensionDto> Extensions { get; init; }

    /// <summary>Instant, UTC: a question at or after it is not taken.</summary>
    public required DateTime QuestionsUntil { get; init; }

    /// <summary>By database time, and of this person.</summary>
    public required bool MayAsk { get; init; }

    /// <summary>Its own and all that were answered, the oldest first.</summary>
    public required IReadOnlyList<BidderQuestionDto> Questions { get; init; }

    /// <summary>By database time.</summary>
    public required bool Open { get; init; }

    /// <summary>The signed root of the box, lower-case hex; null until bidding has closed.</summary>
    public string? BoxRoot { get; init; }

    /// <summary>Why this provider could not win as things stand, in sentences; it may still bid.</summary>
    public required IReadOnlyList<string> StandingWarnings { get; init; }

    /// <summary>
    /// That the authority has not used the home and too few others vouch for its provider; null where it could be
    /// awarded, and once bidding is over.
    /// </summary>
    public NewHomeDto? NewHome { get; init; }

    /// <summary>Own rooms that are promised in the nights sought; they may still be bid.</summary>
    public required IReadOnlyList<PromisedPlaceDto> PromisedPlaces { get; init; }

    /// <summary>The rate card of the lot, as starting prices and upper limits.</summary>
    public RateLimitsDto? RateCard { get; init; }

    public BidDto? Bid { get; init; }
    public NoBidReason? Declined { get; init; }
    public required OpportunityOutcome Outcome { get; init; }

    /// <summary>Why the authority cancelled; null unless it did.</summary>
    public CallOffCancelReason? CancelReason { get; init; }

    /// <summary>What the authority asked about the price of this provider's bid; null where it asked nothing.</summary>
    public BidderPriceQuestionDto? PriceQuestion { get; init; }

    public required IReadOnlyList<BidTrigger> PermittedTriggers { get; init; }
}

/// <summary>A deadline that was moved for everybody. Instants, UTC.</summary>
public sealed record BidderExtensionDto(DateTime From, DateTime To, ExtensionReason Reason, DateTime At);

/// <summary>A warning that keeps nobody from bidding (fact 23).</summary>
/// <param name="ApplicationId">Under which to ask for references; null for no member of the lot.</param>
public sealed record NewHomeDto(string Warning, Guid? ApplicationId);

/// <param name="When">As in a sentence: <c>until 5 June 2027</c>.</param>
public sealed record PromisedPlaceDto(Guid PlaceId, string When);

public sealed record RateLimitsDto(
    long AccommodationWeeklyPence, long CoreHourPence, long AdditionalHourPence, long WakingNightPence,
    long SleepInPence, long SetUpPence);

public enum PriceLineKind
{
    Accommodation,
    Core,
    Additional,
    WakingNight,
    SleepIn,
}

/// <summary>Whole pence; hours and nights a week with two decimals at most. Which fields count follows from the kind.</summary>
public sealed record PriceLineDto
{
    public required PriceLineKind Kind { get; init; }
    [Within(0, BidConsts.MostPenceOfDraft)] public long? WeeklyPence { get; init; }
    [Within(0, BidConsts.MostQuantityOfDraft)] public decimal? HoursPerWeek { get; init; }
    [Within(0, BidConsts.MostQuantityOfDraft)] public decimal? NightsPerWeek { get; init; }
    [Within(0, BidConsts.MostPenceOfDraft)] public long? RatePence { get; init; }
}

public sealed record BidDto
{
    public required Guid Id { get; init; }
    public required BidState State { get; init; }

    /// <summary>
    /// Whether there is something to change or to send. A draft is erased when it is sent; then what follows here is empty
    /// and the bidder's own copy tells what was sent.
    /// </summary>
    public required bool HasDraft { get; init; }

    /// <summary>The draft as it will be sealed, letter by letter; null without one. The bidder keeps it.</summary>
    public string? Text { get; init; }

    public Guid? PremisesId { get; init; }
    public Guid? PlaceId { get; init; }
    public DateOnly? AvailableFrom { get; init; }
    public required IReadOnlyList<PriceLineDto> Lines { get; init; }

    /// <summary>One for each line, in order.</summary>
    public required IReadOnlyList<long> LinePence { get; init; }

    public required long SetUpPence { get; init; }
    public required long TotalWeeklyPence { get; init; }
    public required long FourWeeklyPence { get; init; }

    /// <summary>Weekly price × expected weeks + set-up: what is compared.</summary>
    public required long WholeTermPence { get; init; }

    public required IReadOnlyList<BidAnswerDto> Answers { get; init; }
    public required bool NoCollusion { get; init; }
    public required bool NoConflict { get; init; }

    /// <summary>What is still needed before it can be submitted, each with its field.</summary>
    public required IReadOnlyList<MissingDto> Missing { get; init; }

    /// <summary>What is filled in and keeps it from being submitted: a price above a limit, a date out of reach.</summary>
    public required IReadOnlyList<MissingDto> Problems { get; init; }

    /// <summary>What in the answers tells whose bid it is, or its price. It keeps nobody from submitting.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    public required DateTime SavedAt { get; init; }
    public BidReceiptDto? LastReceipt { get; init; }
    public required uint Version { get; init; }
}

public sealed record MissingDto(string Field, string Message);

public sealed record BidAnswerDto(
    [property: Required, StringLength(30)] string CriterionId,
    [property: Required(AllowEmptyStrings = true), StringLength(BidConsts.LongestAnswerOfDraft)] string Text);

public sealed record SaveBidDto
{
    public Guid? PremisesId { get; init; }
    public Guid? PlaceId { get; init; }
    public DateOnly? AvailableFrom { get; init; }
    [Required, MaxLength(10)] public required IReadOnlyList<PriceLineDto> Lines { get; init; }
    [Within(0, BidConsts.MostPenceOfDraft)] public required long SetUpPence { get; init; }
    [Required, MaxLength(10)] public required IReadOnlyList<BidAnswerDto> Answers { get; init; }
    public required bool NoCollusion { get; init; }
    public required bool NoConflict { get; init; }

    /// <summary>Null for the first save.</summary>
    public uint? Version { get; init; }
}

public sealed record SubmitBidDto
{
    /// <summary>The weekly total the screen showed, whole pence; refused when the server's differs (fact 22).</summary>
    public required long TotalWeeklyPence { get; init; }

    public required uint Version { get; init; }

    /// <summary>
    /// Of the receipt's commitment, made by the client so that it knows it whatever becomes of the answer: 32 random bytes,
    /// lower-case hex. Made by the server where it is null.
    /// </summary>
    [StringLength(64, MinimumLength = 64), RegularExpression("^[0-9a-f]*$")] public string? Salt { get; init; }
}

/// <param name="ReceivedAt">Database time, UTC, milliseconds (PCR 2015, reg. 22(16)(a)).</param>
/// <param name="Sha256">Of the salt and the text of the bid, lower-case hex.</param>
public sealed record BidReceiptDto(
    Guid BidId, Guid CallOffId, string Reference, int BidVersion, DateTime ReceivedAt, DateTime Deadline, string Sha256,
    string SubmittedByName)
{
    /// <summary>Whole pence; in the answer that stored the bid, and null ever after: then it is sealed.</summary>
    public long? TotalWeeklyPence { get; init; }

    /// <summary>In the answer that stored the bid, and null ever after.</summary>
    public string? Salt { get; init; }

    /// <summary>The bid as it was sealed; in the answer that stored it, and null ever after.</summary>
    public string? Text { get; init; }
}

public sealed record DeclineDto
{
    public required NoBidReason Reason { get; init; }
}
