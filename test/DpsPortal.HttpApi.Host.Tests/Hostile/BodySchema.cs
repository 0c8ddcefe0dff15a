using System.Globalization;
using System.Text.Json.Nodes;

namespace DpsPortal.HttpApi.Host.Tests.Hostile;

/// <summary>A place in a body, and what stands there by the description of the API.</summary>
/// <param name="Steps">Names of members and places in lists, from the outside in.</param>
/// <param name="Format">Of a text or a number, as in <c>date</c>; empty where none is named.</param>
internal sealed record BodyField(IReadOnlyList<string> Steps, string Type, string Format)
{
    public override string ToString() => string.Join('.', Steps);
}

/// <summary>Makes bodies out of the OpenAPI document: one that looks right, and its every field.</summary>
internal sealed class BodySchema(JsonObject document)
{
    private const int Deep = 10;

    /// <param name="known">Values of members that a test knows, by their names.</param>
    public JsonNode? Example(JsonNode schema, IReadOnlyDictionary<string, JsonNode?> known, int depth = 0)
    {
        var actual = Resolved(schema);
        if (actual["enum"] is JsonArray values)
        {
            return values.First(v => v is not null)!.DeepClone();
        }

        return TypeOf(actual) switch
        {
            "object" => new JsonObject(Members(actual, depth).Select(member => KeyValuePair.Create(
                member.Key,
                known.TryGetValue(member.Key, out var value)
                    ? value?.DeepClone()
                    : Example(member.Value!, known, depth + 1)))),
            "array" => actual["items"] is { } items && depth < Deep
                ? new JsonArray(Example(items, known, depth + 1))
                : [],
            "boolean" => true,
            "integer" or "number" => actual["minimum"]?.DeepClone() ?? 1,
            _ => TextOf(actual),
        };
    }

    public IEnumerable<BodyField> Fields(JsonNode schema, params string[] steps)
    {
        var actual = Resolved(schema);
        var type = actual["enum"] is null ? TypeOf(actual) : "enum";
        if (steps.Length > 0)
        {
            yield return new BodyField(steps, type, actual["format"]?.ToString() ?? "");
        }

        var inner = type switch
        {
            "object" => Members(actual, steps.Length).Select(m => (Step: m.Key, Schema: m.Value!)),
            "array" when actual["items"] is { } items && steps.Length < Deep => [("0", items)],
            _ => [],
        };
        foreach (var field in inner.SelectMany(i => Fields(i.Schema, [.. steps, i.Step])))
        {
            yield return field;
        }
    }

    /// <summary>What a reference means, or the one of several that is something.</summary>
    private JsonObject Resolved(JsonNode schema)
    {
        var actual = schema.AsObject();
        if (actual["$ref"] is { } reference)
        {
            return Resolved(document["components"]!["schemas"]![reference.ToString().Split('/')[^1]]!);
        }

        return actual["oneOf"] is JsonArray several
            ? several.Select(one => Resolved(one!)).First(one => TypeOf(one) != "null")
            : actual;
    }

    private static JsonObject Members(JsonObject schema, int depth) =>
        schema["properties"] is JsonObject members && depth < Deep ? members : [];

    private static string TypeOf(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => several.Select(t => t!.ToString()).First(t => t != "null"),
        { } one => one.ToString(),
        null => schema["properties"] is null ? "string" : "object",
    };

    private static string TextOf(JsonObject schema) => schema["format"]?.ToString() switch
    {
        "uuid" => Guid.NewGuid().ToString(),
        "date" => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(10).ToString("O", CultureInfo.InvariantCulture),
        "date-time" => DateTime.UtcNow.AddDays(2).ToString("O", CultureInfo.InvariantCulture),
        "email" => "person@example.org",
        _ => "text".PadRight(int.Parse(schema["minLength"]?.ToString() ?? "4", CultureInfo.InvariantCulture), 't'),
    };
}
