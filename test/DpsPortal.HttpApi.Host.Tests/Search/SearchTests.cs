using System.Net;
using System.Text;
using DpsPortal.Accreditation.Applications;
using DpsPortal.Accreditation.Interests;
using DpsPortal.Framework.Application;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using DpsPortal.Reporting.Search;
using DpsPortal.Rules.Accommodation;
using DpsPortal.TestBase;
using Microsoft.Extensions.DependencyInjection;

namespace DpsPortal.HttpApi.Host.Tests.Search;

/// <summary>An officer of a host finds what providers have shown to it, and nothing else.</summary>
public sealed class SearchTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task A_provider_is_found_by_parts_of_its_name_in_any_order_and_by_its_reference()
    {
        var application = await SubmittedAsync();
        var officer = await _journey.OfficerAsync();

        var byWords = await FindAsync(officer, "HOUSING harb");
        var byReference = await FindAsync(officer, application.Reference);

        var provider = byWords.Providers.Items.ShouldHaveSingleItem();
        (provider.Id, provider.Name).ShouldBe((portal.HarbourSteps.Id, portal.HarbourSteps.Name));
        provider.References.ShouldContain(application.Reference);
        byReference.Providers.Items.ShouldHaveSingleItem().Id.ShouldBe(portal.HarbourSteps.Id);
        (await FindAsync(officer, "harb zebra")).Providers.TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_person_is_found_in_the_application_that_names_them()
    {
        var application = await SubmittedAsync();

        var found = (await FindAsync(await _journey.OfficerAsync(), "finch", SearchKind.People)).People.Items
            .Single(p => p.ApplicationId == application.Id);

        (found.Name, found.Reference, found.ProviderName, found.IsTested)
            .ShouldBe(("Owen Finch", application.Reference, portal.HarbourSteps.Name, false));
        found.Roles.ShouldBe([nameof(PersonRole.RegisteredServiceManager)]);
        found.Id.ShouldNotBe(Guid.Empty);
    }

    [Fact]
    public async Task A_home_is_found_by_name_area_and_address_once_it_was_shown_and_by_nothing_before()
    {
        await SubmittedAsync();
        await (await _journey.ProviderAsync(portal.HarbourSteps)).PostAsync<PremisesDto>("/api/premises", Unshown());
        var officer = await _journey.OfficerAsync();

        var byAddress = (await FindAsync(officer, "quay street")).Premises;
        var shown = byAddress.Items;
        var byArea = await FindAsync(officer, "se13 eastmarsh", SearchKind.Premises);
        var byName = await FindAsync(officer, "quay house");

        shown.ShouldNotBeEmpty();
        shown.ShouldAllBe(h => h.Address == "1 Quay Street, London, SE13 0ZZ");
        byArea.Premises.TotalCount.ShouldBeGreaterThanOrEqualTo(shown.Count);
        byName.Premises.TotalCount.ShouldBe(byAddress.TotalCount);
        foreach (var secret in new[] { "Larkspur", "Northwick", "Nightingale", "Wembley", "9AA" })
        {
            (await FindAsync(officer, secret)).Premises.TotalCount.ShouldBe(0, secret);
        }
    }

    [Fact]
    public async Task A_document_is_found_by_its_name_once_it_was_shared()
    {
        await SubmittedAsync();
        var provider = await _journey.ProviderAsync(portal.HarbourSteps);
        var officer = await _journey.OfficerAsync();
        await provider.UploadAsync(
            "never-shared.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"));
        await portal.DrainOutboxAsync();

        var found = (await FindAsync(officer, "insur ance.pdf")).Documents;

        found.Items.ShouldContain(d => d.Name == "insurance.pdf" && d.ProviderId == portal.HarbourSteps.Id);
        (await FindAsync(officer, "never-shared")).Documents.TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task Before_submission_and_to_another_authority_nothing_is_there()
    {
        await SubmittedAsync();
        await _journey.BeginAsync(await _journey.RecordSchemeAsync(), portal.Copperleaf);
        var stranger = await portal.AsAsync(portal.Kingsferry, Role.AccreditationLead);

        (await FindAsync(await _journey.OfficerAsync(), "copperleaf")).Providers.TotalCount.ShouldBe(0);
        foreach (var words in new[] { "harbour", "finch", "quay", "pdf" })
        {
            var nothing = await FindAsync(stranger, words);
            new[]
            {
                nothing.Providers.TotalCount, nothing.People.TotalCount, nothing.Premises.TotalCount,
                nothing.Documents.TotalCount,
            }.ShouldAllBe(count => count == 0, words);
        }
    }

    [Fact]
    public async Task Who_declared_a_conflict_finds_the_name_of_the_provider_and_nothing_of_it()
    {
        var application = await SubmittedAsync(portal.LanternRow);
        var officer = await portal.AsAnotherAsync(portal.Eastmarsh, Role.AccreditationOfficer);
        var before = await FindAsync(officer, "finch", SearchKind.People);
        await officer.PostAsync<ApplicationDto>(
            $"/api/applications/{application.Id}/interests",
            new DeclareInterestDto { HasConflict = true, Details = "A cousin is a director." });

        var people = (await FindAsync(officer, "finch", SearchKind.People)).People.Items;
        var homes = (await FindAsync(officer, "quay", SearchKind.Premises)).Premises.Items;
        var names = (await FindAsync(officer, "lantern")).Providers.Items;

        before.People.Items.ShouldContain(p => p.ApplicationId == application.Id);
        people.ShouldNotContain(p => p.ProviderName == portal.LanternRow.Name);
        homes.ShouldNotContain(h => h.ProviderId == portal.LanternRow.Id);
        var name = names.Single(p => p.Id == portal.LanternRow.Id);
        (name.CompanyNumber, name.CharityNumber, name.References.Count).ShouldBe((null, null, 0));
        before.Providers.TotalCount.ShouldBe(0);
        (await FindAsync(await _journey.OfficerAsync(), application.Reference)).Providers.TotalCount.ShouldBe(1);
        (await FindAsync(officer, application.Reference)).Providers.TotalCount.ShouldBe(0);
    }

    [Theory]
    [InlineData("ab", HttpStatusCode.BadRequest)]
    [InlineData("ab cd", HttpStatusCode.BadRequest)]
    [InlineData("abc", HttpStatusCode.OK)]
    [InlineData("a abc", HttpStatusCode.OK)]
    [InlineData(" ", HttpStatusCode.BadRequest)]
    public async Task One_word_has_to_be_long_enough_to_be_looked_up(string search, HttpStatusCode status)
    {
        var answer = await (await _journey.OfficerAsync()).GetAsync($"/api/search?search={Uri.EscapeDataString(search)}");

        answer.Status.ShouldBe(status);
    }

    [Theory]
    [InlineData(80, HttpStatusCode.OK)]
    [InlineData(81, HttpStatusCode.BadRequest)]
    public async Task A_search_has_at_most_80_characters(int length, HttpStatusCode status)
    {
        var officer = await _journey.OfficerAsync();

        (await officer.GetAsync($"/api/search?search={new string('a', length)}")).Status.ShouldBe(status);
    }

    [Theory]
    [InlineData("%%%")]
    [InlineData("___")]
    [InlineData("har%our")]
    [InlineData("harbou\\")]
    [InlineData("' or true --")]
    public async Task Signs_of_a_pattern_are_signs_like_any_other(string search)
    {
        await SubmittedAsync();

        var found = await FindAsync(await _journey.OfficerAsync(), search);

        found.Providers.TotalCount.ShouldBe(0);
        found.Documents.TotalCount.ShouldBe(0);
    }

    [Fact]
    public async Task The_beginning_of_every_kind_is_shown_and_of_one_kind_a_page()
    {
        await SubmittedAsync();
        var provider = await portal.AddUserAsync(portal.HarbourSteps, Role.ProviderAdministrator);
        await using (var scope = portal.OpenScope(provider))
        {
            var own = await _journey.ProviderAsync(portal.HarbourSteps);
            var homes = new List<Guid>();
            for (var i = 0; i <= SearchConsts.FirstResults; i++)
            {
                homes.Add((await own.PostAsync<PremisesDto>(
                    "/api/premises",
                    Unshown() with
                    {
                        Name = $"Paged Court {i}",
                        AddressLine = "3 Copper Lane",
                        Town = "London",
                        Postcode = "SE13 1ZZ",
                        AreaAuthority = "Eastmarsh LBC",
                    })).Id);
            }

            await scope.ServiceProvider.GetRequiredService<IPremisesIntegrationService>()
                .ShareAsync(homes, portal.Eastmarsh.Id, CancellationToken.None);
        }

        var officer = await _journey.OfficerAsync();
        var first = await FindAsync(officer, "paged court");
        var page = await FindAsync(officer, "paged court", SearchKind.Premises);
        var late = await officer.GetAsync<SearchResultsDto>("/api/search?search=paged court&kind=Premises&page=2");

        (first.Premises.TotalCount, first.Premises.Items.Count)
            .ShouldBe((SearchConsts.FirstResults + 1, SearchConsts.FirstResults));
        (page.Premises.TotalCount, page.Premises.Items.Count, page.Providers.TotalCount)
            .ShouldBe((SearchConsts.FirstResults + 1, SearchConsts.FirstResults + 1, 0));
        (late.Premises.TotalCount, late.Premises.Items.Count).ShouldBe((SearchConsts.FirstResults + 1, 0));
        (await officer.GetAsync<SearchResultsDto>("/api/search?search=no such court&kind=Premises&page=2"))
            .Premises.TotalCount.ShouldBe(0);
    }

    private async Task<ApplicationDto> SubmittedAsync(TestOrganisation? provider = null) =>
        await _journey.SubmitAsync(await _journey.RecordSchemeAsync(), provider ?? portal.HarbourSteps);

    private static Task<SearchResultsDto> FindAsync(PortalClient who, string words, SearchKind? kind = null) =>
        who.GetAsync<SearchResultsDto>(
            $"/api/search?search={Uri.EscapeDataString(words)}{(kind is null ? "" : $"&kind={kind}")}");

    private static SavePremisesDto Unshown() => new()
    {
        Name = "Larkspur Lodge",
        AddressLine = "7 Nightingale Walk",
        Town = "Wembley",
        Postcode = "HA9 9AA",
        AreaAuthority = "Northwick Vale LBC",
        Category = OfstedCategory.SharedRingFenced,
        OnOfstedList = true,
        Places = [new() { Name = "Room 1", BedroomArea = 9.4m, MaxOccupants = 1 }],
        Certificates = [],
    };
}
