using System.Collections;
using System.Net;
using DpsPortal.Accreditation.Schemes;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Accreditation;

public sealed class PublicSchemeTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    private readonly ApplicationJourney _journey = new(portal);

    [Fact]
    public async Task Anybody_reads_a_scheme_its_lots_its_law_and_how_to_join_without_signing_in()
    {
        var scheme = await _journey.RecordSchemeAsync();

        var list = await portal.Anonymous().GetAsync<List<PublicSchemeListItemDto>>("/api/public/schemes");
        var page = await portal.Anonymous().GetAsync<PublicSchemeDto>($"/api/public/schemes/{scheme.Id}");

        list.ShouldContain(s => s.Id == scheme.Id);
        page.Lots.Count.ShouldBe(2);
        page.Law.Rules.Count.ShouldBe(Enum.GetValues<RegimeSubject>().Length);
        page.Authorities.ShouldContain("Eastmarsh LBC");
        page.OpenToJoin.ShouldBeTrue();
    }

    [Fact]
    public async Task All_four_regimes_are_public()
    {
        var pages = await portal.Anonymous().GetAsync<List<RegimePageDto>>("/api/public/regimes");

        pages.Select(p => p.Regime).ShouldBe(Enum.GetValues<Regime>());
        pages.Where(p => p.MayBeCreated).Select(p => p.Regime)
            .ShouldBe([Regime.Pa23DynamicMarket, Regime.Pa23OpenFramework]);
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found() =>
        (await portal.Anonymous().GetAsync($"/api/public/schemes/{Guid.NewGuid()}"))
            .Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public void Fact_21_nothing_public_has_a_field_for_a_home_or_its_address()
    {
        string[] words = ["Premises", "Address", "Postcode", "Town", "Home", "Street"];

        FieldsOf(typeof(PublicSchemeDto)).Concat(FieldsOf(typeof(PublicSchemeListItemDto))).Distinct()
            .Where(f => words.Any(w => f.Contains(w, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    private static IEnumerable<string> FieldsOf(Type type) => type.GetProperties().SelectMany(p =>
    {
        var inner = typeof(IEnumerable).IsAssignableFrom(p.PropertyType) && p.PropertyType.IsGenericType
            ? p.PropertyType.GetGenericArguments()[0]
            : p.PropertyType;
        return inner.Namespace == typeof(PublicSchemeDto).Namespace && !inner.IsEnum
            ? FieldsOf(inner).Append(p.Name)
            : [p.Name];
    });
}
