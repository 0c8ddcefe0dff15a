using System.Net;
using System.Text.Json;

namespace DpsPortal.HttpApi.Host.Tests.Hostile;

/// <summary>The fixed shape of <c>POST /api/privacy/check</c>.</summary>
[Trait("ASVS", "14.2.1")]
public sealed class PrivacyCheckEndpointTests(LoggedFixture portal) : IClassFixture<LoggedFixture>
{
    private const string Path = "/api/privacy/check";

    [Fact]
    public async Task What_blocks_is_told_by_kind_and_place_and_the_text_reaches_no_log()
    {
        var officer = await portal.OfficerAsync;

        var answer = await officer.PostAsync(Path, new { text = "Marigoldina likes football, HA9 0AB." });

        answer.Status.ShouldBe(HttpStatusCode.OK);
        using var body = JsonDocument.Parse(answer.Text);
        body.RootElement.GetProperty("blocked").GetBoolean().ShouldBeTrue();
        body.RootElement.GetProperty("findings").EnumerateArray()
            .Select(f => (f.GetProperty("kind").GetString(), f.GetProperty("start").GetInt32(), f.GetProperty("length").GetInt32()))
            .ShouldBe([("PersonName", 0, 11), ("Postcode", 28, 7)]);
        body.RootElement.GetProperty("warnings").GetArrayLength().ShouldBe(0);
        portal.Log.Lines.ShouldContain(l => l.Contains($"POST {Path} 200", StringComparison.Ordinal));
        portal.Log.Lines.ShouldNotContain(l => l.Contains("Marigoldina", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_warning_alone_does_not_block()
    {
        var answer = await (await portal.OfficerAsync).PostAsync(Path, new { text = "It was in the news." });

        using var body = JsonDocument.Parse(answer.Text);
        body.RootElement.GetProperty("blocked").GetBoolean().ShouldBeFalse();
        body.RootElement.GetProperty("findings").GetArrayLength().ShouldBe(0);
        body.RootElement.GetProperty("warnings").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData(20_000, HttpStatusCode.OK)]
    [InlineData(20_001, HttpStatusCode.BadRequest)]
    public async Task A_text_has_at_most_twenty_thousand_characters(int length, HttpStatusCode status) =>
        (await (await portal.OfficerAsync).PostAsync(Path, new { text = new string('x', length) })).Status.ShouldBe(status);

    [Fact]
    public async Task A_member_that_is_not_known_is_refused() =>
        (await (await portal.OfficerAsync).PostAsync(Path, new { text = "", names = "" })).Status
            .ShouldBe(HttpStatusCode.BadRequest);
}
