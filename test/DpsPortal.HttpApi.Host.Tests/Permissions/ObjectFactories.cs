using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Documents;
using DpsPortal.HttpApi.Host.Tests.Placements;
using DpsPortal.HttpApi.Host.Tests.Tendering;
using DpsPortal.Organisations.Documents;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Permissions;

/// <summary>A real object for the matrix, and who is entitled to it; every other organisation must not find it.</summary>
internal sealed record MatrixObject(Guid Id, params TestOrganisation[] Entitled);

/// <summary>Makes the objects behind the routes that begin with <c>Prefix</c>. One line per aggregate.</summary>
internal sealed record ObjectFactory(string Prefix, Func<PortalFixture, Task<MatrixObject>> CreateAsync)
{
    public static readonly IReadOnlyList<ObjectFactory> All =
    [
        new("/api/documents/{id", DocumentAsync),
        new("/api/placements/{id", PlacementAsync),
        new("/api/referrals/{id", ReferralAsync),
        new("/api/applications/{id", ApplicationAsync),
    ];

    private static async Task<MatrixObject> PlacementAsync(PortalFixture portal) => new(
        await APlacement.AddAsync(portal, portal.NorthwickVale, portal.HarbourSteps, days: 84),
        portal.NorthwickVale,
        portal.HarbourSteps);

    private static async Task<MatrixObject> DocumentAsync(PortalFixture portal)
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);
        var document = (await provider.UploadAsync("insurance.pdf", SampleFiles.Pdf())).Read<DocumentDto>();
        await portal.DrainOutboxAsync();
        return new MatrixObject(document.Id, portal.HarbourSteps);
    }

    private static async Task<MatrixObject> ReferralAsync(PortalFixture portal)
    {
        var officer = await portal.AsAsync(portal.NorthwickVale, Role.PlacementsOfficer);
        var referral = await officer.PostAsync<ReferralDto>("/api/referrals", new SaveReferralDto
        {
            DateOfBirth = DateOnly.FromDateTime(await portal.Clock.NowAsync()).AddYears(-17),
            CaseNumber = Guid.NewGuid().ToString("N"),
            DeprivationOfLiberty = false,
            Needs = TenderingFixture.Needs,
        });
        return new MatrixObject(referral.Id, portal.NorthwickVale);
    }

    private static async Task<MatrixObject> ApplicationAsync(PortalFixture portal)
    {
        var journey = new ApplicationJourney(portal);
        var application = await journey.SubmitAsync(await journey.RecordSchemeAsync(), portal.HarbourSteps);
        return new MatrixObject(application.Id, portal.HarbourSteps, portal.Eastmarsh);
    }
}
