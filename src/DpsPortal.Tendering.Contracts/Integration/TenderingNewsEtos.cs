using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Integration;

/// <summary>A call-off was published; every invited provider is told by e-mail to sign in.</summary>
public sealed record CallOffPublishedEto(Guid CallOffId, string Reference, DateTime Deadline);

/// <summary>Outcome letters were released to all bidders at one instant.</summary>
public sealed record LettersReleasedEto(Guid CallOffId, string Reference, IReadOnlyList<Guid> ProviderIds);

/// <summary>A bidder is asked about its price; it is told to sign in.</summary>
/// <param name="AnswerBy">Instant, UTC.</param>
public sealed record PriceQuestionedEto(Guid CallOffId, string Reference, Guid ProviderId, DateTime AnswerBy);

/// <summary>A call-off was cancelled; whoever was invited is told.</summary>
public sealed record CallOffCancelledEto(Guid CallOffId, string Reference);

/// <summary>The deadline was moved for everybody; whoever was invited is told.</summary>
/// <param name="Deadline">The new one, UTC.</param>
public sealed record CallOffExtendedEto(Guid CallOffId, string Reference, DateTime Deadline, ExtensionReason Reason);

/// <summary>A bidder asked something; the authority's officers are told, and not who it was.</summary>
/// <param name="Deadline">Of the call-off, UTC.</param>
public sealed record QuestionAskedEto(Guid CallOffId, string Reference, Guid AuthorityId, DateTime Deadline);

/// <summary>A question was answered and the deadline stays; whoever was invited is told.</summary>
public sealed record QuestionAnsweredEto(Guid CallOffId, string Reference);

/// <summary>Bidding has closed and the root of the box is signed.</summary>
public sealed record BoxClosedEto(Guid CallOffId, Guid AuthorityId, string Reference);

/// <summary>Bidding has closed a while ago and the bids still wait to be opened.</summary>
/// <param name="ClosedAt">Instant, UTC.</param>
/// <param name="FirstOfficer">Who has asked to open them and waits for a second; null where nobody has.</param>
public sealed record OpeningOverdueEto(Guid AuthorityId, string Reference, DateTime ClosedAt, string? FirstOfficer);
