using DpsPortal.Framework.Application;
using DpsPortal.Property.Integration;
using DpsPortal.Tendering.Referrals;
using Permissions = DpsPortal.Placements.PlacementsPermissions.Placements;

namespace DpsPortal.Placements.Agreements;

/// <summary>What a placement shows of itself on a day.</summary>
internal static class PlacementDtos
{
    public static PlacementListItemDto ListItem(Placement placement, DateOnly today, ICurrentUser reader) => new(
        placement.Id, placement.Reference, placement.AuthorityName, placement.ProviderName,
        placement.SchemeName ?? "", placement.LotName ?? "", placement.PremisesArea, Words(placement.AgeBandNow),
        placement.StartsOn, placement.PlannedEndOn, placement.EndedOn, WeeklyPence(placement, today),
        StateFor(placement, reader));

    /// <param name="home">Null unless <paramref name="reader"/> may know where it is.</param>
    public static PlacementDto Of(Placement placement, PromisedHome? home, DateOnly today, ICurrentUser reader)
    {
        var charge = placement.Charge();
        return new PlacementDto
        {
            Id = placement.Id,
            Reference = placement.Reference,
            CallOffId = placement.CallOffId,
            AuthorityName = placement.AuthorityName,
            ProviderName = placement.ProviderName,
            Urn = placement.Urn,
            SchemeName = placement.SchemeName ?? "",
            LotName = placement.LotName ?? "",
            Route = placement.Route,
            Regime = placement.Regime?.ToString(),
            PremisesArea = placement.PremisesArea,
            Home = home is null
                ? null
                : new PlacementHomeDto(home.Name, home.PlaceName, home.AddressLine, home.Town, home.Postcode),
            AgeBand = Words(placement.AgeBandNow),
            StartsOn = placement.StartsOn,
            PlannedEndOn = placement.PlannedEndOn,
            EndedOn = placement.EndedOn,
            EndReason = placement.EndReason,
            EndedAsPlanned = placement.EndedAsPlanned,
            State = StateFor(placement, reader),
            Prices = [.. placement.Prices.OrderBy(p => p.StartsOn).Select(Price)],
            ProposedExtension = IsAuthority(placement, reader) && placement.Extension is { } extension
                ? new ExtensionProposalDto(
                    extension.EndsOn, extension.ProposedById, extension.ProposedByName, extension.ProposedAt)
                : null,
            ProposedPrice = placement.Proposed is { } proposed ? Proposal(proposed) : null,
            SetUpPence = placement.SetUpPence,
            CostToDatePence = placement.StartsOn > today
                ? 0
                : placement.SetUpPence + charge.Slices(placement.StartsOn, today).Sum(s => s.PeriodPence),
            CommittedPence = placement.SetUpPence + charge.PeriodPence,
            PermittedTriggers = IsAuthority(placement, reader)
                ? [.. PlacementStates.Transitions.PermittedTriggers(placement.State)
                    .Where(t => May(t, placement, reader))]
                : [],
            Version = IsAuthority(placement, reader) ? placement.Version : 0,
        };
    }

    /// <summary>The price of tonight; before the first night the first price, after the last night the last.</summary>
    private static long WeeklyPence(Placement placement, DateOnly today)
    {
        var lastNight = placement.EndsOn.AddDays(-1);
        var night = today < lastNight ? today : lastNight;
        var held = placement.Prices.Where(p => p.StartsOn <= night).MaxBy(p => p.StartsOn)
            ?? placement.Prices.MinBy(p => p.StartsOn)!;
        return held.Amounts.TotalPence;
    }

    private static bool IsAuthority(Placement placement, ICurrentUser reader) =>
        placement.AuthorityId == reader.OrganisationId;

    private static PlacementState StateFor(Placement placement, ICurrentUser reader) =>
        placement.State is PlacementState.PriceProposed or PlacementState.ExtensionProposed && !IsAuthority(placement, reader)
            ? PlacementState.Agreed
            : placement.State;

    private static bool May(PlacementTrigger trigger, Placement placement, ICurrentUser reader) => trigger switch
    {
        PlacementTrigger.ProposePrice or PlacementTrigger.SendBackPrice
            or PlacementTrigger.ProposeExtension or PlacementTrigger.SendBackExtension => reader.Has(Permissions.ProposePrice),
        PlacementTrigger.ConfirmPrice =>
            reader.Has(Permissions.Manage) && placement.Proposed!.ProposedById != reader.Id,
        PlacementTrigger.ConfirmExtension =>
            reader.Has(Permissions.Manage) && placement.Extension!.ProposedById != reader.Id,
        _ => reader.Has(Permissions.Manage),
    };

    private static PriceProposalDto Proposal(PriceProposal proposal) => new(
        proposal.StartsOn, proposal.Amounts.AccommodationPence, proposal.Amounts.CoreSupportPence,
        proposal.Amounts.AdditionalSupportPence, proposal.Amounts.OtherPence, proposal.Amounts.TotalPence,
        proposal.Reason, proposal.ProposedById, proposal.ProposedByName, proposal.ProposedAt);

    private static PriceRowDto Price(PriceRow row) => new(
        row.StartsOn, row.Amounts.AccommodationPence, row.Amounts.CoreSupportPence, row.Amounts.AdditionalSupportPence,
        row.Amounts.OtherPence, row.Amounts.TotalPence, row.Variation, row.Reason?.ToString());

    private static string Words(AgeBand band) => band switch
    {
        AgeBand.From16To17 => "16-17",
        AgeBand.From18To20 => "18-20",
        _ => "21-25",
    };
}
