using System.Globalization;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Framework.Domain;
using DpsPortal.Organisations.Integration;
using DpsPortal.Placements.Integration;
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
    /// <summary>Days by which the planned end moves at most: beyond it is a slip of the pen.</summary>
    public const int LongestExtensionDays = 366;

    private readonly List<PriceRow> _prices = [];
    private readonly List<PriceProposal> _proposals = [];

    /// <param name="reference">Random, see <see cref="PlacementReference"/>.</param>
    public Placement(Guid id, string reference, AgreementTerms terms, WeeklyAmounts price) : base(id)
    {
        (Reference, AuthorityId, ProviderId) = (reference, terms.AuthorityId, terms.ProviderId);
        (AuthorityName, ProviderName, Urn) = (terms.AuthorityName, terms.ProviderName, terms.Urn);
        (CallOffId, SchemeName, LotName, Route) = (terms.CallOffId, terms.SchemeName, terms.LotName, terms.Route);
        (PremisesId, PremisesArea, Category) = (terms.PremisesId, terms.PremisesArea, terms.Category);
        (AgeBand, LegalBasis) = (terms.AgeBand, terms.LegalBasis);
        (UnaccompaniedAsylumSeeking, SupportLevel) = (terms.UnaccompaniedAsylumSeeking, terms.SupportLevel);
        (InArea, DistanceMiles, Regime) = (terms.InArea, terms.DistanceMiles, terms.Regime);
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

    /// <summary>The law its scheme was under when it was bought; null outside schemes.</summary>
    public Regime? Regime { get; private set; }

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

    /// <summary>Every price that was ever proposed; a reader of the provider's sees none.</summary>
    public IReadOnlyList<PriceProposal> Proposals => _proposals;

    /// <summary>The price that waits for a second person; null when none does.</summary>
    public PriceProposal? Proposed => _proposals.SingleOrDefault(p => p.Outcome is null);

    /// <summary>The later end that waits for a second person; null when none does.</summary>
    public ExtensionProposal? Extension { get; private set; }

    /// <summary>What its proposer does not know yet; null once something is proposed anew or the placement has ended.</summary>
    public SentBackProposal? SentBack { get; private set; }

    /// <summary>The day whose night is the first not charged.</summary>
    public DateOnly EndsOn => EndedOn ?? PlannedEndOn;

    public AgeBand AgeBandNow => _prices.MaxBy(p => p.StartsOn)!.AgeBand;

    /// <summary>What all nights cost, set-up left out.</summary>
    public PlacementCharge Charge() =>
        PlacementCharge.Of(StartsOn, EndsOn, _prices.Select(p => new DatedPrice(p.StartsOn, p.Amounts.TotalPence)));

    /// <summary>
    /// A new weekly price from a day on, put to a second person: nothing is charged by it until then. Earlier nights
    /// keep theirs, and a price already dated later takes over then. A correction may take the place of the price of
    /// the same day.
    /// </summary>
    public void ProposePrice(
        DateOnly from, WeeklyAmounts price, PriceChangeReason reason, Guid userId, string userName, DateTime now)
    {
        var to = Move(PlacementTrigger.ProposePrice);
        var held = HeldOn(from, reason);
        _proposals.Add(new PriceProposal(this, from, price, reason, userId, userName, now));
        (State, SentBack) = (to, null);
        Record(nameof(ProposePrice), Said(held), Said(from, price), reason.ToString());
        TellApprovers(userId, $"A new price of placement {Reference} waits for confirmation");
    }

    /// <exception cref="BusinessException">By whoever proposed it: one person alone sets no price (domain §5).</exception>
    public void ConfirmPrice(Guid userId, string userName, DateTime now)
    {
        var to = Move(PlacementTrigger.ConfirmPrice);
        var proposal = Proposed!;
        if (proposal.ProposedById == userId)
        {
            throw new BusinessException(PlacementsErrorCodes.OwnPrice);
        }

        var held = HeldOn(proposal.StartsOn, proposal.Reason);
        proposal.Decide(PriceOutcome.Confirmed, userName, now);
        State = to;
        Apply(held, proposal);
    }

    /// <summary>Refused by a colleague, or taken back by whoever proposed it.</summary>
    public void SendBackPrice(Guid userId, string userName, DateTime now, string reason)
    {
        var to = Move(PlacementTrigger.SendBackPrice);
        var proposal = Proposed!;
        proposal.Decide(PriceOutcome.SentBack, userName, now);
        (State, SentBack) = (to, ToProposer(proposal.ProposedById, userId, userName, now));
        Record(nameof(SendBackPrice), Said(proposal.StartsOn, proposal.Amounts), reason: reason);
        TellProposer($"The new price of placement {Reference} was sent back to you");
    }

    /// <param name="on">The day of leaving, past or to come; that night is not charged.</param>
    public void End(DateOnly on, EndReason reason, bool asPlanned, string userName, DateTime now)
    {
        var before = State;
        var to = Move(PlacementTrigger.End);
        if (on < StartsOn)
        {
            throw new BusinessException(PlacementsErrorCodes.EndBeforeStart).WithData("start", StartsOn);
        }

        if (on > PlannedEndOn)
        {
            throw new BusinessException(PlacementsErrorCodes.EndTooLate).WithData("planned", PlannedEndOn);
        }

        // The proposal was made for a placement that went on.
        Proposed?.Decide(PriceOutcome.Dropped, userName, now);
        (Extension, SentBack) = (null, null);
        (State, EndedOn, EndReason, EndedAsPlanned) = (to, on, reason, asPlanned);
        Record(nameof(End), before.ToString(), $"{to} on {Iso(on)}", reason.ToString());
        Tell(PlacementChange.Ended);
    }

    /// <summary>The end was recorded by mistake: what was planned holds again.</summary>
    public void TakeBackEnd(string reason)
    {
        var to = Move(PlacementTrigger.TakeBackEnd);
        Record(nameof(TakeBackEnd), $"{State} on {Iso(EndedOn!.Value)}", $"{to}, until {Iso(PlannedEndOn)}", reason);
        (State, EndedOn, EndReason, EndedAsPlanned) = (to, null, null, null);
        Tell(PlacementChange.EndTakenBack);
    }

    /// <summary>
    /// A later planned end, put to a second person: it commits the authority to the price of the last night for longer
    /// (domain §4.7).
    /// </summary>
    /// <param name="to">The day of leaving that would be planned; that night is not charged.</param>
    public void ProposeExtension(DateOnly to, Guid userId, string userName, DateTime now)
    {
        var state = Move(PlacementTrigger.ProposeExtension);
        if (to <= PlannedEndOn)
        {
            throw new BusinessException(PlacementsErrorCodes.NotLonger).WithData("planned", PlannedEndOn);
        }

        if (to > PlannedEndOn.AddDays(LongestExtensionDays))
        {
            throw new BusinessException(PlacementsErrorCodes.ExtensionTooLong)
                .WithData("latest", PlannedEndOn.AddDays(LongestExtensionDays));
        }

        (State, Extension, SentBack) = (state, new ExtensionProposal(to, userId, userName, now), null);
        Record(nameof(ProposeExtension), $"until {Iso(PlannedEndOn)}", $"until {Iso(to)}");
        TellApprovers(userId, $"A later end of placement {Reference} waits for confirmation");
    }

    /// <exception cref="BusinessException">By whoever proposed it: one person alone commits to nothing.</exception>
    public void ConfirmExtension(Guid userId)
    {
        var state = Move(PlacementTrigger.ConfirmExtension);
        if (Extension!.ProposedById == userId)
        {
            throw new BusinessException(PlacementsErrorCodes.OwnExtension);
        }

        Record(nameof(ConfirmExtension), $"until {Iso(PlannedEndOn)}", $"until {Iso(Extension.EndsOn)}");
        (State, PlannedEndOn, Extension) = (state, Extension.EndsOn, null);
        Tell(PlacementChange.Extended);
    }

    /// <summary>Refused by a colleague, or taken back by whoever proposed it.</summary>
    public void SendBackExtension(Guid userId, string userName, DateTime now, string reason)
    {
        var state = Move(PlacementTrigger.SendBackExtension);
        Record(nameof(SendBackExtension), $"until {Iso(Extension!.EndsOn)}", $"until {Iso(PlannedEndOn)}", reason);
        (State, SentBack) = (state, ToProposer(Extension.ProposedById, userId, userName, now));
        Extension = null;
        TellProposer($"The later end of placement {Reference} was sent back to you");
    }

    /// <summary>Whoever takes an own proposal back knows it.</summary>
    private static SentBackProposal? ToProposer(Guid proposerId, Guid userId, string userName, DateTime now) =>
        proposerId == userId ? null : new SentBackProposal(proposerId, userName, now);

    private void TellApprovers(Guid butNot, string news) =>
        AddEvent(ColleagueNewsEto.ToSecondPerson(AuthorityId, Role.PlacementsApprover, butNot, news));

    private void TellProposer(string news)
    {
        if (SentBack is { } sentBack)
        {
            AddEvent(ColleagueNewsEto.ToProposer(AuthorityId, sentBack.ToId, news));
        }
    }

    private void Tell(PlacementChange change) =>
        AddEvent(new PlacementChangedEto(Id, Reference, AuthorityId, ProviderId, change));

    /// <summary>The price that holds on the day on which another is to begin.</summary>
    private PriceRow HeldOn(DateOnly from, PriceChangeReason reason)
    {
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

        return reason == PriceChangeReason.Turned18 && held.AgeBand != AgeBand.From16To17
            ? throw new BusinessException(PlacementsErrorCodes.NotSixteenOrSeventeen)
            : held;
    }

    private void Apply(PriceRow held, PriceProposal proposal)
    {
        var (from, price, reason) = (proposal.StartsOn, proposal.Amounts, proposal.Reason);
        Variations++;
        Record(nameof(ConfirmPrice), Said(held), Said(from, price), reason.ToString());
        Tell(PlacementChange.PriceChanged);
        if (held.StartsOn == from)
        {
            held.Correct(price);
            return;
        }

        var band = reason == PriceChangeReason.Turned18 ? AgeBand.From18To20 : held.AgeBand;
        _prices.Add(new PriceRow(this, from, price, band, reason));
    }

    private PlacementState Move(PlacementTrigger trigger) => PlacementStates.Transitions.Fire(State, trigger);

    private static string Said(PriceRow row) => Said(row.StartsOn, row.Amounts);

    private static string Said(DateOnly from, WeeklyAmounts price) =>
        $"{Pounds(price.TotalPence)} a week from {Iso(from)}";

    private static string Pounds(long pence) => string.Create(CultureInfo.InvariantCulture, $"£{pence / 100m:0.00}");

    private static string Iso(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);
}
