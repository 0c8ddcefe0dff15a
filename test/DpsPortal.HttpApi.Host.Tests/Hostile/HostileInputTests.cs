using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using DpsPortal.Framework.Application;
using DpsPortal.HttpApi.Host.Tests.Permissions;
using DpsPortal.TestBase;

namespace DpsPortal.HttpApi.Host.Tests.Hostile;

/// <summary>
/// Threats T13 and T33: each field of each body and each query parameter that the OpenAPI document names, with what no
/// form of ours sends, on real objects, by somebody who may call. It is refused or taken; it never fails.
/// </summary>
[Trait("ASVS", "2.2.2")]
public sealed partial class HostileInputTests(PortalFixture portal) : IClassFixture<PortalFixture>
{
    /// <summary>Would end the session or the sign-in of the one who asks.</summary>
    private static readonly string[] LeftOut = ["Account.SignOut"];

    private readonly ConcurrentBag<string> _surprises = [];
    private readonly Dictionary<string, MatrixObject> _objects = [];
    private readonly Dictionary<string, JsonNode?> _known = [];
    private readonly ConcurrentDictionary<int, int> _answers = [];
    private readonly ConcurrentBag<string> _misshapen = [];

    [Fact]
    public async Task T33_Nothing_in_a_body_and_nothing_in_a_query_makes_the_portal_fail()
    {
        await MakeObjectsAsync();
        var document = JsonNode.Parse((await portal.Anonymous().GetAsync("/openapi/v1.json")).Text)!.AsObject();
        var lines = EndpointLine.Reviewed().Where(l => l.Method != "any" && !LeftOut.Contains(l.Name)).ToList();

        await Parallel.ForEachAsync(
            lines,
            new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (line, _) => await AttackAsync(line, document));

        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine(string.Join(", ", _answers.OrderBy(a => a.Key).Select(a => $"{a.Key}: {a.Value}")));
        output.WriteLine($"Refused as they stand: {string.Join(", ", _misshapen.Order(StringComparer.Ordinal))}");
        _answers.Values.Sum().ShouldBeGreaterThan(4_000);
        _surprises.Order(StringComparer.Ordinal).ShouldBeEmpty();
    }

    private async Task AttackAsync(EndpointLine line, JsonObject document)
    {
        var path = document["paths"]?[RouteType().Replace(line.Route, "}")]?[line.Method.ToLowerInvariant()];
        if (path is null)
        {
            return;
        }

        var made = _objects.GetValueOrDefault(
            _objects.Keys.FirstOrDefault(p => line.Route.StartsWith(p, StringComparison.Ordinal)) ?? "");
        using var client = await ClientAsync(line, made);
        var url = RouteValue().Replace(line.Route, (made?.Id ?? Guid.NewGuid()).ToString());
        if (path["requestBody"]?["content"]?["application/json"]?["schema"] is { } schema)
        {
            var known = new Dictionary<string, JsonNode?>(_known)
            {
                ["version"] = await VersionAsync(client, line, made),
            };
            await AttackBodyAsync(client, line, url, new BodySchema(document), schema, known);
            var plain = new BodySchema(document).Example(schema, known)!.ToJsonString();
            if (await CallAsync(client, line, url, plain, "as it stands", false) == 400)
            {
                _misshapen.Add(line.Name);
            }
        }

        var parameters = path["parameters"]?.AsArray().Where(p => p!["in"]!.ToString() == "query").ToList() ?? [];
        foreach (var (name, value) in parameters.SelectMany(
            p => HostileValue.InQueries, (p, v) => (p!["name"]!.ToString(), v)))
        {
            var others = parameters.Where(p => p!["name"]!.ToString() != name && p["required"]?.GetValue<bool>() == true)
                .Select(p => $"&{p!["name"]}=2026-06-01");
            await CallAsync(
                client, line, $"{url}?{name}={value}{string.Concat(others)}", null, $"?{name}={value}", false);
        }
    }

    private async Task AttackBodyAsync(
        PortalClient client, EndpointLine line, string url, BodySchema schemas, JsonNode schema,
        Dictionary<string, JsonNode?> known)
    {
        const string Mark = "@hostile@";
        var isLargeSent = false;
        foreach (var field in schemas.Fields(schema))
        {
            var body = schemas.Example(schema, known);
            var place = body!;
            foreach (var step in field.Steps.SkipLast(1))
            {
                place = step == "0" ? place[0]! : place[step]!;
            }

            if (field.Steps[^1] == "0")
            {
                place[0] = Mark;
            }
            else
            {
                place[field.Steps[^1]] = Mark;
            }

            var text = body!.ToJsonString();
            var values = HostileValue.For(field);
            foreach (var value in isLargeSent || field.Type != "string" ? values : values.Append(HostileValue.TooLarge))
            {
                await CallAsync(
                    client, line, url, text.Replace($"\"{Mark}\"", value.Json, StringComparison.Ordinal),
                    $"{field}: {value.Name}", value.IsRefused);
            }

            isLargeSent |= field.Type == "string";
        }
    }

    private async Task<int> CallAsync(
        PortalClient client, EndpointLine line, string url, string? body, string what, bool isRefused)
    {
        using var content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        var isLarge = body is { Length: > 256 * 1024 };
        (string, string)[] headers = [("Idempotency-Key", Guid.NewGuid().ToString())];
        PortalAnswer answer;
        try
        {
            // The server closes after it has refused a body for its size: no other request may follow on that connection.
            answer = await client.SendContentAsync(
                new HttpMethod(line.Method), url, content, isLarge ? [.. headers, ("Connection", "close")] : headers);
        }
        catch (HttpRequestException) when (isLarge)
        {
            // The server closed before it had taken in all of it.
            return 0;
        }

        var status = (int)answer.Status;
        _answers.AddOrUpdate(status, 1, (_, number) => number + 1);
        if (status >= 500 || (isRefused && status < 400))
        {
            _surprises.Add($"{line.Name} {what}: {status}");
        }

        if (status >= 400 && (answer.Text.Contains("DpsPortal.", StringComparison.Ordinal)
            || answer.Text.Contains("System.", StringComparison.Ordinal)))
        {
            _surprises.Add($"{line.Name} {what}: names a type of the program");
        }

        if (answer.Text.Contains("too large or too small", StringComparison.Ordinal))
        {
            _surprises.Add($"{line.Name} {what}: an overflow in the framework's words");
        }

        return status;
    }

    private async Task MakeObjectsAsync()
    {
        foreach (var factory in ObjectFactory.All)
        {
            _objects[factory.Prefix] = await factory.CreateAsync(portal);
        }

        var scheme = await new ApplicationJourney(portal).RecordSchemeAsync();
        _objects["/api/schemes/{id"] = new MatrixObject(scheme.Id, portal.Eastmarsh);
        foreach (var (member, prefix) in new[]
        {
            ("premisesId", "premises"), ("documentId", "documents"), ("applicationId", "applications"),
            ("schemeId", "schemes"), ("referralId", "referrals"), ("callOffId", "call-offs"),
            ("placementId", "placements"), ("evidenceItemId", "evidence"), ("visitId", "visits"),
        })
        {
            _known[member] = _objects[$"/api/{prefix}/{{id"].Id.ToString();
        }

        _known["lotId"] = scheme.Lots[0].Id.ToString();
        _known["providerId"] = portal.HarbourSteps.Id.ToString();
        _known["dateOfBirth"] = DateOnly.FromDateTime(DateTime.UtcNow).AddYears(-17)
            .ToString("O", CultureInfo.InvariantCulture);
        _known["receivedAt"] = "2026-12-14T09:00:00Z";
    }

    /// <summary>Somebody of the object's own who holds every role of that kind of organisation.</summary>
    private async Task<PortalClient> ClientAsync(EndpointLine line, MatrixObject? made)
    {
        if (line.Permission == EndpointLine.Anonymous)
        {
            var visitor = portal.Anonymous();
            await visitor.GetAsync("/api/session");
            return visitor;
        }

        Role[] ofProvider = [Role.ProviderAdministrator, Role.ProviderStaff];
        var isForProvider = Array.Exists(ofProvider, line.Allows);
        var isForAuthority = Array.Exists(Enum.GetValues<Role>(), r => !ofProvider.Contains(r) && line.Allows(r));
        var organisation = made?.Entitled.FirstOrDefault(o => IsProvider(o) ? isForProvider : isForAuthority)
            ?? (isForProvider ? portal.HarbourSteps : portal.Eastmarsh);
        return await portal.AsAnotherAsync(
            organisation,
            IsProvider(organisation) ? ofProvider : [.. Enum.GetValues<Role>().Except(ofProvider)]);
    }

    private static bool IsProvider(TestOrganisation organisation) =>
        organisation.Kind == Organisations.People.OrganisationKind.Provider;

    /// <summary>What the object is at, so that the call gets past the question whether somebody else was faster.</summary>
    private static async Task<JsonNode?> VersionAsync(PortalClient client, EndpointLine line, MatrixObject? made)
    {
        if (made is null)
        {
            return 1;
        }

        var answer = await client.GetAsync($"{line.Route.Split("/{")[0]}/{made.Id}");
        return answer.IsSuccess && JsonNode.Parse(answer.Text) is JsonObject read ? read["version"]?.DeepClone() ?? 1 : 1;
    }

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex RouteValue();

    /// <summary>The document names parameters without their type: <c>{id}</c> for <c>{id:guid}</c>.</summary>
    [GeneratedRegex(@":[a-z]+\}")]
    private static partial Regex RouteType();
}
