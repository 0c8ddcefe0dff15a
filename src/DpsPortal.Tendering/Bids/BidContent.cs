using DpsPortal.Framework.Application;
using DpsPortal.Tendering.CallOffs;

namespace DpsPortal.Tendering.Bids;

/// <summary>What a provider fills in. In a draft anything may still be missing.</summary>
internal sealed record BidContent
{
    public static readonly BidContent Empty = new();

    public Guid? PremisesId { get; init; }
    public Guid? PlaceId { get; init; }
    public DateOnly? AvailableFrom { get; init; }
    public IReadOnlyList<PriceLineDto> Lines { get; init; } = [];
    public long SetUpPence { get; init; }
    public IReadOnlyList<BidAnswerDto> Answers { get; init; } = [];
    public bool NoCollusion { get; init; }
    public bool NoConflict { get; init; }

    public static BidContent From(SaveBidDto input) => new()
    {
        PremisesId = input.PremisesId,
        PlaceId = input.PlaceId,
        AvailableFrom = input.AvailableFrom,
        Lines = input.Lines,
        SetUpPence = input.SetUpPence,
        Answers = input.Answers,
        NoCollusion = input.NoCollusion,
        NoConflict = input.NoConflict,
    };
}

/// <summary>What is stored and hashed when a bid is submitted; it never changes afterwards.</summary>
internal sealed record SubmittedBid(
    Guid CallOffId, string Reference, Guid ProviderId, string ProviderName, BidContent Bid, long TotalWeeklyPence,
    long WholeTermPence)
{
    /// <summary>The same draft gives the same text, before it is sent and when it is sealed.</summary>
    public static string Write(CallOff callOff, ICurrentUser bidder, BidContent content, BidPricing pricing) => Json.Write(
        new SubmittedBid(
            callOff.Id, callOff.Reference, bidder.OrganisationId, bidder.OrganisationName, content,
            pricing.TotalWeeklyPence, pricing.WholeTermPence));
}

/// <summary>The provider's and the home's standing when the bid was stored; the award asks again.</summary>
internal sealed record StandingSnapshot(
    bool Admitted, bool Suspended, bool Accredited, bool OfstedRegistered, string? Urn, string OutwardCode,
    string AreaAuthority, bool OnOfstedList, bool PremisesUsable);
