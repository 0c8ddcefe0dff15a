using DpsPortal.EntityFrameworkCore;
using DpsPortal.Framework.Application;
using DpsPortal.Placements.Agreements;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Placements;

/// <summary>Puts a placement from 21 September 2026 at £1,250.00 a week into a portal, as the authority's approver.</summary>
internal static class APlacement
{
    public static readonly DateOnly Start = new(2026, 9, 21);

    public static async Task<Guid> AddAsync(
        PortalFixture portal, TestOrganisation authority, TestOrganisation provider, int days,
        Action<Placement>? also = null, DateOnly? start = null, Guid? home = null, Guid? callOff = null)
    {
        var approver = await portal.AddUserAsync(authority, Role.PlacementsApprover);
        await using var scope = portal.OpenScope(approver);
        var db = scope.ServiceProvider.GetRequiredService<DpsPortalDbContext>();
        var terms = new AgreementTerms
        {
            AuthorityId = authority.Id,
            AuthorityName = authority.Name,
            ProviderId = provider.Id,
            ProviderName = provider.Name,
            Urn = "9000001",
            CallOffId = callOff,
            SchemeName = "Thames & Fen 16+",
            LotName = "Shared ring-fenced",
            Route = PlacementRoute.Dps,
            PremisesId = home,
            PremisesArea = "HA9",
            AgeBand = AgeBand.From16To17,
            LegalBasis = LegalBasis.Section20,
            UnaccompaniedAsylumSeeking = true,
            InArea = true,
            StartsOn = start ?? Start,
            PlannedEndOn = (start ?? Start).AddDays(days),
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
