using System.Net;
using DpsPortal.Accreditation;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.Framework.Application;
using DpsPortal.Organisations.Authorities;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

public sealed class SchemeFileTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task A_scheme_goes_out_as_a_file_and_comes_back_with_the_same_terms_and_authorities()
    {
        var lead = await _journey.LeadAsync();
        var authority = await AddAuthorityAsync(lead, "WYCHBURY");
        var scheme = await lead.PostAsync<SchemeDto>(
            "/api/schemes", _journey.Terms(Regime.PcrLightTouch) with { MemberAuthorityIds = [authority.Id] });

        var file = await lead.GetAsync<SchemeFileDto>($"/api/schemes/{scheme.Id}/file");
        var reading = await lead.PostAsync<SchemeFileReadingDto>("/api/schemes/file/read", file);

        file.Authorities.ShouldBe([new SchemeFileAuthorityDto { Code = "WYCHBURY", Name = authority.Name }]);
        file.Terms.MemberAuthorityIds.ShouldBeEmpty();
        (reading.Terms.MemberAuthorityIds, reading.UnknownAuthorities.Count, reading.MayBeDrafted)
            .ShouldSatisfyAllConditions(
                r => r.MemberAuthorityIds.ShouldBe([authority.Id]), r => r.Count.ShouldBe(0), r => r.MayBeDrafted.ShouldBeFalse());
        (reading.Terms.Name, reading.Terms.EndsOn, reading.Terms.MinimumTenderMinutes)
            .ShouldBe((scheme.Name, scheme.EndsOn, scheme.MinimumTenderMinutes));
        reading.Terms.Lots.Select(l => (l.Name, l.Category, l.Admits16To17, l.AccreditationUse))
            .ShouldBe(scheme.Lots.Select(l => (l.Name, l.Category, l.Admits16To17, l.AccreditationUse)));
    }

    [Fact]
    public async Task An_authority_that_this_portal_does_not_have_is_named()
    {
        var lead = await _journey.LeadAsync();

        var reading = await lead.PostAsync<SchemeFileReadingDto>("/api/schemes/file/read", File() with
        {
            Authorities = [new SchemeFileAuthorityDto { Code = "ELSEWHERE", Name = "Elsewhere UA" }],
        });

        reading.UnknownAuthorities.ShouldBe(["Elsewhere UA"]);
        reading.Terms.MemberAuthorityIds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Fact_01_a_file_is_held_to_its_law_and_to_its_format()
    {
        var lead = await _journey.LeadAsync();

        var late = await lead.PostAsync("/api/schemes/file/read", File() with
        {
            Terms = _journey.Terms() with { EndsOn = new DateOnly(2029, 2, 24) },
        });
        var other = await lead.PostAsync("/api/schemes/file/read", File() with { Format = "dps-portal-scheme/2" });
        var bare = await lead.PostAsync("/api/schemes/file/read", new { Format = SchemeFileDto.CurrentFormat });

        late.Problem.Code.ShouldBe(AccreditationErrorCodes.EndsTooLate);
        other.Status.ShouldBe(HttpStatusCode.BadRequest);
        other.Text.ShouldContain("dps-portal-scheme/1");
        bare.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_host_exports_nothing()
    {
        var scheme = await _journey.RecordSchemeAsync();
        var rival = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);

        (await rival.GetAsync($"/api/schemes/{scheme.Id}/file")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private SchemeFileDto File() =>
        new() { Format = SchemeFileDto.CurrentFormat, Terms = _journey.Terms(), Authorities = [] };

    private static Task<AuthorityDto> AddAuthorityAsync(PortalClient lead, string code) =>
        lead.PostAsync<AuthorityDto>("/api/authorities", new AddAuthorityDto
        {
            Name = $"{code[0]}{code[1..].ToLowerInvariant()} MBC",
            Code = code,
            AdministratorEmail = $"{code.ToLowerInvariant()}@example.org",
        });
}
