using DpsPortal.Framework.Application;
using DpsPortal.Tendering.Referrals;
using Permissions = DpsPortal.Placements.PlacementsPermissions.Placements;

namespace DpsPortal.Placements.Agreements;

/// <summary>What a placement shows of itself on a day.</summary>
internal static class PlacementDtos
{
    public static PlacementListItemDto ListItem(Placement placement, DateOnly today) => new(
        placement.Id, placement.Reference, placement.AuthorityName, placement.ProviderName,
        placement.SchemeName ?? "", placement.LotName ?? "", placement.PremisesArea, Words(placement.AgeBandNow),
        placement.StartsOn, placement.PlannedEndOn, placement.EndedOn, WeeklyPence(placement, today),
        placement.State);

    public static PlacementDto Of(Placement placement, DateOnly today, ICurrentUser reader)
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
            PremisesArea = placement.PremisesArea,
            AgeBand = Words(placement.AgeBandNow),
            StartsOn = placement.StartsOn,
            PlannedEndOn = placement.PlannedEndOn,
            EndedOn = placement.EndedOn,
            EndReason = placement.EndReason,
            EndedAsPlanned = placement.EndedAsPlanned,
            State = placement.State,
            Prices = [.. placement.Prices.OrderBy(p => p.StartsOn).Select(Price)],
            SetUpPence = placement.SetUpPence,
            CostToDatePence = placement.StartsOn > today
                ? 0
                : placement.SetUpPence + charge.Slices(placement.StartsOn, today).Sum(s => s.PeriodPence),
            CommittedPence = placement.SetUpPence + charge.PeriodPence,
            PermittedTriggers =
                reader.Has(Permissions.Manage) && placement.AuthorityId == reader.OrganisationId
                    ? PlacementStates.Transitions.PermittedTriggers(placement.State)
                    : [],
            Version = placement.Version,
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
