using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.References;
using DpsPortal.HttpApi.Host.Tests.Accounts;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

/// <summary>A provider asks, a referee answers, an officer checks who it was.</summary>
internal sealed class ReferenceSteps(PortalFixture portal)
{
    public const string Page = "reference";

    private readonly ApplicationJourney _journey = new(portal);

    public async Task<(string Token, PortalClient Referee)> AskedAsync(TestOrganisation provider)
    {
        var email = NewEmail();
        await AskAsync(await SubmittedAsync(provider), email, "Kingsferry MBC");
        return (await portal.LinkAsync(email, Page), await portal.VisitorAsync());
    }

    /// <returns>As an officer reads it.</returns>
    public async Task<ReferenceDto> GivenAsync(ApplicationDto application, string authority, bool wouldPlaceAgain = true)
    {
        var email = NewEmail();
        await AskAsync(application, email, authority);
        using var referee = await portal.VisitorAsync();
        await referee.PostAsync<ReferenceReceiptDto>(
            "/api/references/give",
            Answers(await portal.LinkAsync(email, Page)) with { WouldPlaceAgain = wouldPlaceAgain });
        return (await ListAsync(await _journey.OfficerAsync(), application)).References
            .Single(r => r.RefereeEmail == email);
    }

    /// <summary>An officer who has declared to be free of a conflict.</summary>
    public async Task<PortalClient> FreeOfficerAsync(ApplicationDto application)
    {
        var officer = await _journey.OfficerAsync();
        await ApplicationJourney.DeclareNoConflictAsync(officer, application);
        return officer;
    }

    public async Task<ReferencesDto> AcceptedAsync(ApplicationDto application, string authority)
    {
        var given = await GivenAsync(application, authority);
        return await (await FreeOfficerAsync(application)).PostAsync<ReferencesDto>(
            Path(application, given, "accept"), Accept(given, authority));
    }

    public static string Path(ApplicationDto application, ReferenceDto reference, string step) =>
        $"/api/applications/{application.Id}/references/{reference.Id}/{step}";

    public static AcceptReferenceDto Accept(ReferenceDto reference, string? authority = null) => new()
    {
        AuthorityName = authority ?? reference.AuthorityName,
        HowKnown = "Rang the switchboard and was put through.",
        Version = reference.Version,
    };

    public static RefuseReferenceDto Refuse(ReferenceDto reference) =>
        new() { Reason = "Nobody there knows the referee.", Version = reference.Version };

    public async Task<ReferencesDto> AskAsync(ApplicationDto application, string email, string authority)
    {
        var provider = await _journey.ProviderAsync(
            new[] { portal.HarbourSteps, portal.LanternRow, portal.Copperleaf }
                .Single(p => p.Name == application.ProviderName));
        return await provider.PostAsync<ReferencesDto>(
            $"/api/applications/{application.Id}/references", Question(email, authority));
    }

    public static Task<ReferencesDto> ListAsync(PortalClient client, ApplicationDto application) =>
        client.GetAsync<ReferencesDto>($"/api/applications/{application.Id}/references");

    public async Task<ApplicationDto> SubmittedAsync(TestOrganisation provider) =>
        await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), provider);

    public static string NewEmail() => $"referee-{Guid.NewGuid():N}@kingsferry.example.org";

    public static AskReferenceDto Question(string email, string authority) => new()
    {
        RefereeName = "Mina Okafor",
        RefereeEmail = email,
        AuthorityName = authority,
        Setting = "Block contract, Quay House",
        Claim = "Six places with 24-hour staff since 2023.",
    };

    public static GiveReferenceDto Answers(string token) => new()
    {
        Token = token,
        Years = 3,
        Placements = 12,
        WouldPlaceAgain = true,
        HasConcerns = false,
        Comments = "Reliable and honest.",
        Name = "Mina Okafor",
        Role = "Commissioning manager",
        NoConflict = true,
    };
}
