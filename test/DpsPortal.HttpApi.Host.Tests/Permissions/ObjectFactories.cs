using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Staff;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Documents;
using DpsPortal.HttpApi.Host.Tests.Journey;
using DpsPortal.HttpApi.Host.Tests.Placements;
using DpsPortal.HttpApi.Host.Tests.Tendering;
using DpsPortal.Organisations.Documents;
using DpsPortal.Organisations.Evidence;
using DpsPortal.Property.Visits;
using DpsPortal.Rules.Standards;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Permissions;

/// <summary>A real object for the matrix, and who is entitled to it; every other organisation must not find it.</summary>
internal sealed record MatrixObject(Guid Id, params TestOrganisation[] Entitled);

/// <summary>Makes the objects behind the routes that begin with <c>Prefix</c>. One line per aggregate.</summary>
/// <param name="NotYet">Ends of routes whose answer this object has not yet got, for anybody.</param>
internal sealed record ObjectFactory(
    string Prefix, Func<PortalFixture, Task<MatrixObject>> CreateAsync, params string[] NotYet)
{
    public static readonly IReadOnlyList<ObjectFactory> All =
    [
        new("/api/documents/{id", DocumentAsync),
        new("/api/evidence/{id", EvidenceAsync),
        new("/api/evidence-requests/{id", EvidenceRequestAsync),
        new("/api/placements/{id", PlacementAsync),
        new("/api/referrals/{id", ReferralAsync),
        new("/api/applications/{id", ApplicationAsync),
        new("/api/premises/{id", PremisesAsync),
        new("/api/providers/{id", ProviderAsync),
        new("/api/visits/{id", VisitAsync),
        new("/api/call-offs/{id", CallOffAsync),
        new("/api/opportunities/{id", OpportunityAsync, "/letter", "/receipt", "/copy"),
        new("/api/staff/{id", StaffAsync),
    ];

    private static async Task<MatrixObject> PlacementAsync(PortalFixture portal) => new(
        await APlacement.AddAsync(portal, portal.NorthwickVale, portal.HarbourSteps, days: 84),
        portal.NorthwickVale,
        portal.HarbourSteps);

    private static async Task<MatrixObject> StaffAsync(PortalFixture portal)
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);
        var staff = await provider.PostAsync<StaffMemberDto>("/api/staff", new SaveStaffMemberDto
        {
            Number = Guid.NewGuid().ToString("N")[..12],
            Name = "Jo Example",
            Role = "Support worker",
            Vetting = new StaffVetting { StartedOn = new DateOnly(2025, 1, 6), Engagement = StaffEngagement.Employed },
            Version = 0,
        });
        return new MatrixObject(staff.Id, portal.HarbourSteps);
    }

    private static async Task<MatrixObject> DocumentAsync(PortalFixture portal)
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);
        var document = (await provider.UploadAsync("insurance.pdf", SampleFiles.Pdf())).Read<DocumentDto>();
        await portal.DrainOutboxAsync();
        return new MatrixObject(document.Id, portal.HarbourSteps);
    }

    private static async Task<MatrixObject> EvidenceAsync(PortalFixture portal)
    {
        var provider = await portal.AsAsync(portal.HarbourSteps, Role.ProviderStaff);
        var document = (await provider.UploadAsync("insurance.pdf", SampleFiles.Pdf())).Read<DocumentDto>();
        var item = await provider.PostAsync<EvidenceItemDto>("/api/evidence", new AddEvidenceDto
        {
            Kind = EvidenceKind.Qualification,
            Person = Guid.NewGuid().ToString("N"),
            DocumentId = document.Id,
        });
        return new MatrixObject(item.Id!.Value, portal.HarbourSteps);
    }

    private static async Task<MatrixObject> EvidenceRequestAsync(PortalFixture portal)
    {
        await AppliedAsync(portal);
        var officer = await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        var request = await officer.PostAsync<EvidenceRequestDto>("/api/evidence-requests", new AskForEvidenceDto
        {
            ProviderId = portal.HarbourSteps.Id,
            Kind = EvidenceKind.Qualification,
            Person = Guid.NewGuid().ToString("N"),
            DueOn = DateOnly.FromDateTime(await portal.Clock.NowAsync()).AddDays(10),
        });
        return new MatrixObject(request.Id, portal.HarbourSteps);
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

    private static async Task<MatrixObject> ProviderAsync(PortalFixture portal)
    {
        await AppliedAsync(portal);
        return new MatrixObject(portal.HarbourSteps.Id, portal.Eastmarsh);
    }

    private static async Task<MatrixObject> PremisesAsync(PortalFixture portal)
    {
        var application = await AppliedAsync(portal);
        return new MatrixObject(application.Premises[0].Id, portal.HarbourSteps, portal.Eastmarsh);
    }

    private static async Task<MatrixObject> VisitAsync(PortalFixture portal)
    {
        var application = await AppliedAsync(portal);
        var officer = await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        var visit = await officer.PostAsync<VisitDto>("/api/visits", new BookVisitDto
        {
            PremisesId = application.Premises[0].Id,
            ScheduledAt = new DateTimeOffset(await portal.Clock.NowAsync(), TimeSpan.Zero).AddDays(1),
            Mode = VisitMode.InPerson,
            Notice = VisitNotice.Announced,
        });
        return new MatrixObject(visit.Id, portal.Eastmarsh);
    }

    private static async Task<MatrixObject> CallOffAsync(PortalFixture portal) =>
        new((await PublishedAsync(portal)).Id, portal.NorthwickVale);

    private static async Task<MatrixObject> OpportunityAsync(PortalFixture portal) =>
        new((await PublishedAsync(portal)).Id, portal.HarbourSteps);

    private static async Task<ApplicationDto> AppliedAsync(PortalFixture portal)
    {
        var journey = new ApplicationJourney(portal);
        return await journey.SubmitAsync(await journey.RecordSchemeAsync(), portal.HarbourSteps);
    }

    private static async Task<CallOffDto> PublishedAsync(PortalFixture portal)
    {
        var host = new HostSteps(
            portal,
            await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer),
            await portal.AsAsync(portal.Eastmarsh, Role.AccreditationOfficer, Role.AccreditationLead));
        var scheme = await host.RecordLightTouchSchemeAsync(portal.NorthwickVale.Id);
        var lot = scheme.Lots[1];
        var today = DateOnly.FromDateTime(await portal.Clock.NowAsync());
        var provider = new ProviderSteps(
            portal, await portal.AsAsync(portal.HarbourSteps, Role.ProviderAdministrator), portal.HarbourSteps.Name);
        var home = await provider.AddHomeAsync(today);
        var application = await provider.AnswerAsync(await provider.StartAsync(scheme.Id), lot, home, today);
        await host.AdmitAsync(await provider.SubmitAsync(application), lot.Id);
        await portal.DrainOutboxAsync();
        var buyer = new BuyerSteps(
            portal,
            await portal.AsAsync(portal.NorthwickVale, Role.PlacementsOfficer),
            await portal.AsAsync(portal.NorthwickVale, Role.PlacementsApprover));
        return await buyer.PublishAsync(lot, today);
    }
}
