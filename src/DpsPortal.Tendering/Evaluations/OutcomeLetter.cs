using DpsPortal.Framework.Application;

namespace DpsPortal.Tendering.Evaluations;

/// <summary>A letter as issued to one bidder; all of a call-off bear one instant (fact 17).</summary>
internal sealed class OutcomeLetter
{
    public required Guid Id { get; init; }
    public required Guid CallOffId { get; init; }
    public required Guid AuthorityId { get; init; }
    public required Guid ProviderId { get; init; }
    public required DateTime IssuedAt { get; init; }
    public required LetterDto Letter { get; init; }
}
