using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Placements.Agreements;
using DpsPortal.TestBase;
using DpsPortal.Tendering.Referrals;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Spend;

/// <summary>A portal with placements of Northwick Vale, and one of Kingsferry, with both providers.</summary>
public sealed class SpendPortal : PortalFixture
{
    public static readonly DateOnly Start = new(2026, 9, 21);

    /// <summary>Ten nights at £1,250.00, with Harbour Steps.</summary>
    public Guid TenNights { get; private set; }

    /// <summary>With Lantern Row; its price changes on 5 October.</summary>
    public Guid Varied { get; private set; }

    public Guid OfKingsferry { get; private set; }

    protected override async Task PrepareAsync()
    {
        await Clock.SetAsync(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        TenNights = await AddAsync(NorthwickVale, HarbourSteps, days: 10);
        Varied = await AddAsync(NorthwickVale, LanternRow, days: 84, placement => placement.ChangePrice(
            new DateOnly(2026, 10, 5), new WeeklyAmounts(700_00, 200_00, 0, 45_01), PriceChangeReason.SupportReduced));
        OfKingsferry = await AddAsync(Kingsferry, HarbourSteps, days: 84);
        foreach (var text in Payloads.All)
        {
            await AddAsync(Eastmarsh, new TestOrganisation(HarbourSteps.Id, text, HarbourSteps.Kind), days: 10);
        }
    }

    private async Task<Guid> AddAsync(
        TestOrganisation authority, TestOrganisation provider, int days, Action<Placement>? also = null)
    {
        var approver = await AddUserAsync(authority, Role.PlacementsApprover);
        await using var scope = OpenScope(approver);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var terms = new AgreementTerms
        {
            AuthorityId = authority.Id,
            AuthorityName = authority.Name,
            ProviderId = provider.Id,
            ProviderName = provider.Name,
            Urn = "9000001",
            SchemeName = "Thames & Fen 16+",
            LotName = "Shared ring-fenced",
            Route = PlacementRoute.Dps,
            PremisesArea = "HA9",
            AgeBand = AgeBand.From16To17,
            LegalBasis = LegalBasis.Section20,
            UnaccompaniedAsylumSeeking = true,
            InArea = true,
            StartsOn = Start,
            PlannedEndOn = Start.AddDays(days),
            SetUpPence = 250_00,
        };
        var placement = new Placement(
            Guid.CreateVersion7(), PlacementReference.New(), terms, new WeeklyAmounts(700_00, 300_00, 200_00, 50_00));
        also?.Invoke(placement);
        db.Placements.Add(placement);
        await db.SaveChangesAsync();
        return placement.Id;
    }
}
