using System.Net;
using DpsPortal.Framework.Application;
using DpsPortal.Property.Integration;
using DpsPortal.Property.Premises;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static DpsPortal.HttpApi.Host.Tests.Property.PropertyFixture;

namespace DpsPortal.HttpApi.Host.Tests.Property;

public sealed class PremisesHttpTests(PropertyFixture portal) : IClassFixture<PropertyFixture>
{
    [Fact]
    public async Task A_home_comes_back_as_it_was_saved()
    {
        var home = await portal.HomeAsync();

        var read = await (await portal.ProviderAsync()).GetAsync<PremisesDto>($"/api/premises/{home.Id}");

        (read.Postcode, read.OutwardCode, read.Standing).ShouldBe(("SE13 0ZZ", "SE13", PremisesStanding.Usable));
        read.Places.Select(p => (p.Name, p.BedroomLargeEnough)).ShouldBe([("Room 1", true), ("Room 2", false)]);
        read.Certificates.Single(c => c.Kind == CertificateKind.GasSafety).ExpiresOn
            .ShouldBe(Today.AddDays(-10).AddYears(1));
        read.Version.ShouldBe(home.Version);
    }

    [Fact]
    public async Task Fact_21_An_address_is_for_its_provider_and_those_it_was_shared_with()
    {
        var home = await portal.HomeAsync();
        var officer = await portal.OfficerAsync();
        var rival = await portal.AsAsync(portal.LanternRow, Role.ProviderAdministrator);
        var otherAuthority = await portal.AsAsync(portal.Kingsferry, Role.AccreditationOfficer);

        var before = await officer.GetAsync($"/api/premises/{home.Id}");
        await portal.ShareAsync(home.Id, portal.Eastmarsh);
        await portal.ShareAsync(home.Id, portal.Eastmarsh);
        var after = await officer.GetAsync<PremisesDto>($"/api/premises/{home.Id}");

        before.Status.ShouldBe(HttpStatusCode.NotFound);
        after.AddressLine.ShouldBe("18 Orchard Row");
        (await rival.GetAsync($"/api/premises/{home.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await otherAuthority.GetAsync($"/api/premises/{home.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await rival.PutAsync($"/api/premises/{home.Id}", Resave(home))).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Fact_21_What_other_modules_learn_of_a_home_holds_no_address()
    {
        var home = await portal.HomeAsync();
        await using var scope = portal.OpenScope(
            await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsOfficer));

        var summary = (await scope.ServiceProvider.GetRequiredService<IPremisesIntegrationService>()
            .GetListAsync([home.Id], CancellationToken.None)).ShouldHaveSingleItem();

        (summary.OutwardCode, summary.Usable, summary.Places.Count).ShouldBe(("SE13", true, 2));
        var told = System.Text.Json.JsonSerializer.Serialize(summary);
        told.ShouldNotContain("18 Orchard");
        told.ShouldNotContain("0ZZ");
    }

    [Fact]
    public async Task Fact_21_Row_level_security_hides_homes_from_raw_queries_of_others()
    {
        var home = await portal.HomeAsync();
        await portal.ShareAsync(home.Id, portal.Eastmarsh);
        const string Count = "select count(*) from property.premises where id = $1";
        const string Grants = "select count(*) from property.premises_grants where premises_id = $1";
        const string Addresses = """
            select count(*) from property.premises_without_address where id = $1 and (address_line || town) <> ''
            """;

        (await portal.CountRawAsync(portal.HarbourSteps, Count, home.Id)).ShouldBe(1);
        (await portal.CountRawAsync(portal.Eastmarsh, Count, home.Id)).ShouldBe(1);
        (await portal.CountRawAsync(portal.LanternRow, Count, home.Id)).ShouldBe(0);
        (await portal.CountRawAsync(portal.Kingsferry, Count, home.Id)).ShouldBe(0);
        (await portal.CountRawAsync(portal.LanternRow, Grants, home.Id)).ShouldBe(0);
        (await portal.CountRawAsync(portal.LanternRow, Addresses, home.Id)).ShouldBe(0);
    }

    [Theory]
    [InlineData("update property.premises set name = 'Mine' where id = $1")]
    [InlineData("update property.places set name = 'Mine' where premises_id = $1")]
    [InlineData("delete from property.places where premises_id = $1")]
    [InlineData("delete from property.premises where id = $1")]
    public async Task Row_level_security_lets_nobody_else_change_a_home(string sql)
    {
        var home = await portal.HomeAsync();

        await portal.CountRawAsync(
            portal.LanternRow, $"with changed as ({sql} returning 1) select count(*) from changed", home.Id);
        var changed = await portal.CountRawAsync(
            portal.LanternRow, $"with changed as ({sql} returning 1) select count(*) from changed", home.Id);

        changed.ShouldBe(0);
        (await (await portal.ProviderAsync()).GetAsync<PremisesDto>($"/api/premises/{home.Id}"))
            .Places.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(0, true)]
    [InlineData(1, true)]
    public async Task A_home_is_read_as_it_was_said_to_be_at_an_instant_and_before_its_first_save_not_at_all(
        int microseconds, bool? listed)
    {
        var home = await portal.HomeAsync();
        var created = await portal.LastSaveAsync(home.Id);
        await (await portal.ProviderAsync()).PutAsync<PremisesDto>(
            $"/api/premises/{home.Id}", Resave(home, [.. Input().Certificates.Skip(1)]) with { OnOfstedList = false });
        var changed = await portal.LastSaveAsync(home.Id);
        await using var scope = portal.OpenScope(
            await portal.AddUserAsync(portal.NorthwickVale, Role.PlacementsOfficer));
        var premises = scope.ServiceProvider.GetRequiredService<IPremisesIntegrationService>();

        var first = await premises.GetDeclaredAsync([home.Id], created.AddMicroseconds(microseconds), default);
        var second = await premises.GetDeclaredAsync([home.Id], changed.AddMicroseconds(microseconds), default);

        first.Values.Select(d => (bool?)d.OnOfstedList).SingleOrDefault().ShouldBe(listed);
        var declared = second[home.Id];
        declared.OnOfstedList.ShouldBe(microseconds < 0);
        declared.PaperFailures.Select(f => f.Kind)
            .ShouldBe(microseconds < 0 ? [] : [CertificateKind.GasSafety]);
        (declared.OutwardCode, declared.Places.Count(p => p.BedroomLargeEnough)).ShouldBe(("SE13", 1));
    }

    [Fact]
    public async Task Fact_21_What_was_saved_of_a_home_is_seen_by_its_provider_and_those_it_was_shown_to()
    {
        var home = await portal.HomeAsync();
        await portal.ShareAsync(home.Id, portal.Eastmarsh);
        const string Saves = "select count(*) from property.premises_versions where premises_id = $1";
        const string Addresses = """
            select count(*) from property.premises_as_of(array[$1], 'infinity') v
            where v::text like '%Orchard%' or v::text like '%0ZZ%'
            """;

        (await portal.CountRawAsync(portal.HarbourSteps, Saves, home.Id)).ShouldBe(1);
        (await portal.CountRawAsync(portal.Eastmarsh, Saves, home.Id)).ShouldBe(1);
        (await portal.CountRawAsync(portal.LanternRow, Saves, home.Id)).ShouldBe(0);
        (await portal.CountRawAsync(portal.Kingsferry, Saves, home.Id)).ShouldBe(0);
        (await portal.CountRawAsync(portal.Kingsferry, Addresses, home.Id)).ShouldBe(0);
    }

    [Theory]
    [InlineData("update property.premises_versions set on_ofsted_list = true where premises_id = $1 returning 1")]
    [InlineData("delete from property.premises_versions where premises_id = $1 returning 1")]
    public async Task What_was_saved_of_a_home_is_never_changed(string sql)
    {
        var home = await portal.HomeAsync();

        (await Should.ThrowAsync<PostgresException>(() => portal.CountRawAsync(portal.HarbourSteps, sql, home.Id)))
            .SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Nobody_else_says_what_was_saved_of_a_home()
    {
        var home = await portal.HomeAsync();

        foreach (var other in new[] { portal.LanternRow, portal.Eastmarsh })
        {
            (await Should.ThrowAsync<PostgresException>(() => portal.CountRawAsync(
                other,
                $"""
                 insert into property.premises_versions (premises_id, provider_id, saved_at, outward_code, category,
                   on_ofsted_list, has_gas, places, certificates)
                 values ($1, '{other.Id}', now(), 'SE13', 'SharedRingFenced', true, true, '[]', '[]') returning 1
                 """,
                home.Id))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
        }
    }

    [Fact]
    public async Task A_provider_cannot_share_anothers_home()
    {
        var home = await portal.HomeAsync();
        await using var scope = portal.OpenScope(
            await portal.AddUserAsync(portal.LanternRow, Role.ProviderAdministrator));

        await Should.ThrowAsync<Framework.Domain.EntityNotFoundException>(() =>
            scope.ServiceProvider.GetRequiredService<IPremisesIntegrationService>()
                .ShareAsync([home.Id], portal.LanternRow.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_postcode_without_its_second_half_is_refused_at_the_field()
    {
        var answer = await (await portal.ProviderAsync())
            .PostAsync("/api/premises", Input() with { Postcode = "HA9" });

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Problem.Errors.Keys.ShouldBe(["postcode"]);
    }

    [Fact]
    public async Task A_save_over_somebody_elses_change_is_refused()
    {
        var home = await portal.HomeAsync();
        var provider = await portal.ProviderAsync();
        await provider.PutAsync<PremisesDto>($"/api/premises/{home.Id}", Resave(home));

        var second = await provider.PutAsync($"/api/premises/{home.Id}", Resave(home));

        second.Status.ShouldBe(HttpStatusCode.Conflict);
        second.Problem.Code.ShouldBe("DpsPortal:Concurrency");
    }

    [Fact]
    public async Task A_home_loses_its_standing_with_a_missing_paper_and_gets_it_back()
    {
        var home = await portal.HomeAsync();
        var provider = await portal.ProviderAsync();

        var suspended = await provider.PutAsync<PremisesDto>(
            $"/api/premises/{home.Id}", Resave(home, [.. Input().Certificates.Skip(1)]));
        var restored = await provider.PutAsync<PremisesDto>($"/api/premises/{home.Id}", Resave(suspended));

        suspended.StandingReasons.ShouldBe(["There is no gas safety record."]);
        restored.Standing.ShouldBe(PremisesStanding.Usable);
    }
}
