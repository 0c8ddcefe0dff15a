using System.Globalization;
using DpsPortal.Framework.Domain;
using DpsPortal.Rules.Accommodation;
using DpsPortal.Rules.Pricing;
using DpsPortal.Tendering.Referrals;

namespace DpsPortal.Placements.Agreements;

/// <summary>
/// An agreement between an authority and a provider for one young person's place, charged by the night at dated
/// weekly prices. It knows nothing about who the young person is.
/// </summary>
internal sealed class Placement : AggregateRoot
{
    /// <summary>Days after the planned end: a day of leaving beyond it is a slip of the pen.</summary>
    public const int LatestEndDays = 366;

    private readonly List<PriceRow> _prices = [];

    /// <param name="reference">Random, see <see cref="PlacementReference"/>.</param>
    public Placement(Guid id, string reference, AgreementTerms terms, WeeklyAmounts price) : base(id)
    {
        (Reference, AuthorityId, ProviderId) = (reference, terms.AuthorityId, terms.ProviderId);
        (AuthorityName, ProviderName, Urn) = (terms.AuthorityName, terms.ProviderName, terms.Urn);
        (CallOffId, SchemeName, LotName, Route) = (terms.CallOffId, terms.SchemeName, terms.LotName, terms.Route);
        (PremisesId, PremisesArea, Category) = (terms.PremisesId, terms.PremisesArea, terms.Category);
        (AgeBand, LegalBasis) = (terms.AgeBand, terms.LegalBasis);
        (UnaccompaniedAsylumSeeking, SupportLevel) = (terms.UnaccompaniedAsylumSeeking, terms.SupportLevel);
        (InArea, DistanceMiles) = (terms.InArea, terms.DistanceMiles);
        (StartsOn, PlannedEndOn, SetUpPence) = (terms.StartsOn, terms.PlannedEndOn, terms.SetUpPence);
        if (PlannedEndOn < StartsOn)
        {
            throw new BusinessException(PlacementsErrorCodes.EndBeforeStart).WithData("start", StartsOn);
        }

        _prices.Add(new PriceRow(this, StartsOn, price, AgeBand, reason: null));
        Record("Agree", after: $"{PlacementState.Agreed}, {Pounds(price.TotalPence)} a week from {Iso(StartsOn)}");
    }

    /// <summary>For the object mapper only.</summary>
    private Placement()
    {
    }

    public string Reference { get; private set; } = null!;

    public Guid AuthorityId { get; private set; }

    /// <summary>As it was called when the agreement was made.</summary>
    public string AuthorityName { get; private set; } = null!;

    public Guid ProviderId { get; private set; }

    /// <inheritdoc cref="AuthorityName"/>
    public string ProviderName { get; private set; } = null!;

    public string? Urn { get; private set; }

    /// <summary>The award it came from: one placement at most.</summary>
    public Guid? CallOffId { get; private set; }

    public string? SchemeName { get; private set; }

    public string? LotName { get; private set; }

    public PlacementRoute Route { get; private set; }

    public Guid? PremisesId { get; private set; }

    /// <summary>Outward code.</summary>
    public string PremisesArea { get; private set; } = null!;

    public OfstedCategory? Category { get; private set; }

    /// <summary>On the first night; a price row made at 18 has its own.</summary>
    public AgeBand AgeBand { get; private set; }

    public LegalBasis LegalBasis { get; private set; }

    public bool UnaccompaniedAsylumSeeking { get; private set; }

    public SupportLevel? SupportLevel { get; private set; }

    public bool? InArea { get; private set; }

    /// <summary>From the authority, as the crow flies, two decimals; null when not measured.</summary>
    public decimal? DistanceMiles { get; private set; }

    public DateOnly StartsOn { get; private set; }

    public DateOnly PlannedEndOn { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public EndReason? EndReason { get; private set; }

    public bool? EndedAsPlanned { get; private set; }

    public PlacementState State { get; private set; } = PlacementState.Agreed;

    public long SetUpPence { get; private set; }

    /// <summary>How often the price was changed; it also moves <see cref="AggregateRoot.Version"/> on.</summary>
    public int Variations { get; private set; }

    /// <summary>In no order that may be relied on.</summary>
    public IReadOnlyList<PriceRow> Prices => _prices;

    /// <summary>The day whose night is the first not charged.</summary>
    public DateOnly EndsOn => EndedOn ?? PlannedEndOn;

    public AgeBand AgeBandNow => _prices.MaxBy(p => p.StartsOn)!.AgeBand;

    /// <summary>What all nights cost, set-up left out.</summary>
    public PlacementCharge Charge() =>
        PlacementCharge.Of(StartsOn, EndsOn, _prices.Select(p => new DatedPrice(p.StartsOn, p.Amounts.TotalPence)));

    /// <summary>
    /// A new weekly price from a day on; earlier nights keep theirs, and a price already dated later takes over then.
    /// A correction may take the place of the price of the same day.
    /// </summary>
    public void ChangePrice(DateOnly from, WeeklyAmounts price, PriceChangeReason reason)
    {
        Move(PlacementTrigger.ChangePrice);
        if (from < StartsOn)
        {
            throw new BusinessException(PlacementsErrorCodes.PriceBeforeStart).WithData("start", StartsOn);
        }

        if (from >= EndsOn)
        {
            throw new BusinessException(PlacementsErrorCodes.PriceAfterEnd).WithData("end", EndsOn);
        }

        var held = _prices.Where(p => p.StartsOn <= from).MaxBy(p => p.StartsOn)!;
        if (held.StartsOn == from && reason != PriceChangeReason.Correction)
        {
            throw new BusinessException(PlacementsErrorCodes.PriceDateTaken).WithData("from", from);
        }

        var turned18 = reason == PriceChangeReason.Turned18;
        if (turned18 && held.AgeBand != AgeBand.From16To17)
        {
            throw new BusinessException(PlacementsErrorCodes.NotSixteenOrSeventeen);
        }

        Variations++;
        Record(nameof(ChangePrice), Said(held), Said(from, price), reason.ToString());
        if (held.StartsOn == from)
        {
            held.Correct(price);
        }
        else
        {
            _prices.Add(new PriceRow(this, from, price, turned18 ? AgeBand.From18To20 : held.AgeBand, reason));
        }
    }

    /// <param name="on">The day of leaving, past or to come; that night is not charged.</param>
    public void End(DateOnly on, EndReason reason, bool asPlanned)
    {
        var before = State;
        var to = Move(PlacementTrigger.End);
        if (on < StartsOn)
        {
            throw new BusinessException(PlacementsErrorCodes.EndBeforeStart).WithData("start", StartsOn);
        }

        if (on > PlannedEndOn.AddDays(LatestEndDays))
        {
            throw new BusinessException(PlacementsErrorCodes.EndTooLate)
                .WithData("latest", PlannedEndOn.AddDays(LatestEndDays));
        }

        (State, EndedOn, EndReason, EndedAsPlanned) = (to, on, reason, asPlanned);
        Record(nameof(End), before.ToString(), $"{to} on {Iso(on)}", reason.ToString());
    }

    private PlacementState Move(PlacementTrigger trigger) => PlacementStates.Transitions.Fire(State, trigger);

    private static string Said(PriceRow row) => Said(row.StartsOn, row.Amounts);

    private static string Said(DateOnly from, WeeklyAmounts price) =>
        $"{Pounds(price.TotalPence)} a week from {Iso(from)}";

    private static string Pounds(long pence) => string.Create(CultureInfo.InvariantCulture, $"£{pence / 100m:0.00}");

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
