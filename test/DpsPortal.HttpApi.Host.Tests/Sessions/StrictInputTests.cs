using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Permissions;
using DpsPortal.HttpApi.Host.Tests.Tendering;
using DpsPortal.Tendering.CallOffs;
using DpsPortal.Tendering.Referrals;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Sessions;

/// <summary>A filter that is not understood is refused, never dropped; an enum is one of its names and nothing else.</summary>
public sealed class StrictInputTests(TenderingFixture portal) : IClassFixture<TenderingFixture>
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    [Fact]
    public async Task An_enum_in_the_query_is_one_of_its_names_on_every_endpoint_that_takes_one()
    {
        var parameters = await EnumParametersAsync();
        parameters.ShouldNotBeEmpty();
        foreach (var (path, name, names) in parameters)
        {
            var client = await ClientForAsync(path);

            // A search is refused without a word to look for, whatever its kind.
            var needed = path == "/api/search" ? "&Search=room" : "";
            foreach (var wrong in new[] { "nonsense", names[0].ToLowerInvariant(), "1", "0", "-1", $"{names[0]},{names[1]}", "", " " })
            {
                var answer = await client.GetAsync($"{path}?{name}={Uri.EscapeDataString(wrong)}");

                answer.Status.ShouldBe(HttpStatusCode.BadRequest, $"{path}?{name}={wrong}");
                answer.Problem.Errors[Camel(name)].Single().ShouldContain(string.Join(", ", names));
            }

            (await client.GetAsync($"{path}?{name}={names[0]}&{name}={names[1]}")).Status
                .ShouldBe(HttpStatusCode.BadRequest);
            foreach (var right in names)
            {
                (await client.GetAsync($"{path}?{name}={right}{needed}")).IsSuccess.ShouldBeTrue($"{path}?{name}={right}");
            }
        }
    }

    [Fact]
    public async Task A_parameter_that_an_address_does_not_have_is_refused_with_those_it_has()
    {
        var officer = await portal.OfficerAsync;

        var status = await officer.GetAsync("/api/call-offs?status=nonsense");
        var none = await officer.GetAsync("/api/referrals?state=Draft");
        var known = await officer.GetAsync("/api/call-offs?STATE=Draft&search=x&page=1&pageSize=5");

        (status.Status, status.Problem.Code).ShouldBe((HttpStatusCode.BadRequest, "DpsPortal:Validation"));
        status.Problem.Errors["status"].Single().ShouldBe("Unknown here. Use: state, search, page, pageSize.");
        none.Problem.Errors.Keys.ShouldBe(["state"]);
        known.Status.ShouldBe(HttpStatusCode.OK, known.Text);
    }

    [Fact]
    public async Task Whoever_may_not_ask_is_not_told_what_could_be_asked()
    {
        var provider = await portal.ProviderAsync(portal.LanternRow);

        (await provider.GetAsync("/api/call-offs?status=nonsense")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await portal.Anonymous().GetAsync("/api/call-offs?status=nonsense")).Status
            .ShouldBe(HttpStatusCode.Unauthorized);
    }

    /// <summary>Male is 1 and NonBinary is 2: the framework's own reader makes SelfDescribed of the two.</summary>
    [Theory]
    [InlineData("\"Male, NonBinary\"")]
    [InlineData("\"Male,Female\"")]
    [InlineData("\"3\"")]
    [InlineData("3")]
    [InlineData("\" Male\"")]
    [InlineData("\"\"")]
    public async Task Names_that_add_up_to_another_name_are_not_read_as_that_name(string gender)
    {
        var body = await BodyAsync();

        var answer = await PostAsync(body.Replace("\"Male\"", gender, StringComparison.Ordinal));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Problem.Errors.Keys.ShouldBe(["needs.gender"]);
    }

    [Fact]
    public async Task A_list_of_enums_is_read_name_by_name()
    {
        var body = await BodyAsync();

        var sum = await PostAsync(body.Replace("[\"NearCollege\"]", "[\"LivelyHome, OwnBathroom\"]", StringComparison.Ordinal));
        var names = await PostAsync(body.Replace("[\"NearCollege\"]", "[\"livelyHome\",\"OwnBathroom\"]", StringComparison.Ordinal));

        sum.Status.ShouldBe(HttpStatusCode.BadRequest, sum.Text);
        names.Read<ReferralDto>().Needs!.Wishes.ShouldBe([Wish.LivelyHome, Wish.OwnBathroom]);
    }

    /// <summary>A range of whole numbers converts to 32 bits; what is above them was answered as that conversion fails.</summary>
    [Theory]
    [InlineData("100000001", "Enter a smaller number")]
    [InlineData("3000000000", "Enter a smaller number")]
    [InlineData("99999999999999999999", "Enter a smaller whole number")]
    [InlineData("0", "Enter a larger number")]
    [InlineData("-3000000000", "Enter a larger number")]
    public async Task A_number_out_of_bounds_is_refused_at_its_field_in_plain_words(string ceiling, string sentence)
    {
        var draft = await portal.DraftAsync(ceiling: 100_000_000);
        var body = JsonSerializer.Serialize(
            new UpdateCallOffDto
            {
                Deadline = draft.Deadline,
                Criteria = draft.Criteria,
                PriceWeight = draft.PriceWeight,
                CeilingWeeklyPence = draft.CeilingWeeklyPence,
                Version = draft.Version,
            },
            Format);

        using var content = new StringContent(
            body.Replace("100000000", ceiling, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        var answer = await (await portal.OfficerAsync).SendContentAsync(
            HttpMethod.Put, $"/api/call-offs/{draft.Id}", content);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Problem.Errors["ceilingWeeklyPence"].ShouldBe([sentence]);
    }

    /// <summary>U+202A to U+202E embed and override a direction, U+2066 to U+2069 isolate one (threat T21).</summary>
    [Theory]
    [InlineData(0x2029, false)]
    [InlineData(0x202A, true)]
    [InlineData(0x202B, true)]
    [InlineData(0x202C, true)]
    [InlineData(0x202D, true)]
    [InlineData(0x202E, true)]
    [InlineData(0x202F, false)]
    [InlineData(0x2065, false)]
    [InlineData(0x2066, true)]
    [InlineData(0x2067, true)]
    [InlineData(0x2068, true)]
    [InlineData(0x2069, true)]
    [InlineData(0x206A, false)]
    [InlineData(0x200F, false)]
    public async Task A_text_with_a_mark_that_turns_the_direction_of_writing_is_refused_at_its_field(int mark, bool refused)
    {
        var answer = await (await portal.OfficerAsync).PostAsync(
            "/api/privacy/check", new { text = $"Quiet {(char)mark}home" });

        answer.IsSuccess.ShouldBe(!refused, answer.Text);
        if (refused)
        {
            answer.Status.ShouldBe(HttpStatusCode.BadRequest);
            answer.Problem.Errors["text"].ShouldBe(["Remove the hidden direction marks"]);
        }
    }

    [Fact]
    public async Task Such_a_mark_is_found_in_a_list_and_within_another_object()
    {
        var body = await BodyAsync();

        var answer = await PostAsync(body.Replace("\"HA9\"", "\"HA\u202E9\"", StringComparison.Ordinal));

        answer.Status.ShouldBe(HttpStatusCode.BadRequest, answer.Text);
        answer.Problem.Errors["needs.preferredAreas"].ShouldBe(["Remove the hidden direction marks"]);
    }

    private async Task<List<(string Path, string Name, string[] Names)>> EnumParametersAsync()
    {
        using var client = portal.Anonymous();
        using var document = JsonDocument.Parse((await client.GetAsync("/openapi/v1.json")).Text);
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");
        var found = new List<(string, string, string[])>();
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.TryGetProperty("get", out var get) || !get.TryGetProperty("parameters", out var parameters))
            {
                continue;
            }

            foreach (var parameter in parameters.EnumerateArray().Where(p => p.GetProperty("in").ValueEquals("query")))
            {
                if (parameter.GetProperty("schema").TryGetProperty("$ref", out var reference)
                    && schemas.GetProperty(reference.GetString()!.Split('/')[^1]).TryGetProperty("enum", out var names))
                {
                    found.Add((
                        path.Name, parameter.GetProperty("name").GetString()!,
                        [.. names.EnumerateArray().Select(n => n.GetString()!)]));
                }
            }
        }

        return found;
    }

    private Task<PortalClient> ClientForAsync(string path)
    {
        var line = EndpointLine.Reviewed().Single(l => l.Method == "GET" && l.Route == path);
        var role = Enum.GetValues<Role>().First(line.Allows);
        return portal.AsAsync(
            role is Role.ProviderAdministrator or Role.ProviderStaff ? portal.LanternRow : portal.NorthwickVale, role);
    }

    private async Task<string> BodyAsync() => JsonSerializer.Serialize(await portal.ReferralInputAsync(), Format);

    private async Task<PortalAnswer> PostAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await (await portal.OfficerAsync).SendContentAsync(HttpMethod.Post, "/api/referrals", content);
    }

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
