using DpsPortal.HttpApi.Host.Tests.Placements;
using DpsPortal.Placements.Agreements;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Spend;

/// <summary>A portal with placements of Northwick Vale, and one of Kingsferry, with both providers.</summary>
public sealed class SpendPortal : PortalFixture
{
    /// <summary>Ten nights at £1,250.00, with Harbour Steps.</summary>
    public Guid TenNights { get; private set; }

    /// <summary>With Lantern Row; its price changes on 5 October.</summary>
    public Guid Varied { get; private set; }

    public Guid OfKingsferry { get; private set; }

    protected override async Task PrepareAsync()
    {
        await Clock.SetAsync(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        TenNights = await APlacement.AddAsync(this, NorthwickVale, HarbourSteps, days: 10);
        Varied = await APlacement.AddAsync(this, NorthwickVale, LanternRow, days: 84, placement => placement.SetPrice(
            new DateOnly(2026, 10, 5), new WeeklyAmounts(700_00, 200_00, 0, 45_01), PriceChangeReason.SupportReduced));
        OfKingsferry = await APlacement.AddAsync(this, Kingsferry, HarbourSteps, days: 84);
        foreach (var text in Payloads.All)
        {
            await APlacement.AddAsync(this, Eastmarsh, new TestOrganisation(HarbourSteps.Id, text, HarbourSteps.Kind), days: 10);
        }
    }
}
