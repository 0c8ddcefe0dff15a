using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace DpsPortal.Accreditation.Versions;

/// <summary>
/// One text for one content: members in ordinal order, no blanks, nulls left out. So the same answers always have the
/// same hash, whatever order a program writes them in.
/// </summary>
internal static class CanonicalJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Of<T>(T content) =>
        Sorted(JsonSerializer.SerializeToNode(content, Options))!.ToJsonString(Options);

    /// <summary>Lower-case hexadecimal, of the text in UTF-8.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Every leaf with its path, e.g. <c>insurance.policies[0].expiresOn</c>.</summary>
    public static SortedDictionary<string, string> LeavesOf(string text)
    {
        var leaves = new SortedDictionary<string, string>(StringComparer.Ordinal);
        Collect(JsonNode.Parse(text), "", leaves);
        return leaves;
    }

    private static void Collect(JsonNode? node, string path, SortedDictionary<string, string> leaves)
    {
        switch (node)
        {
            case JsonObject members:
                foreach (var (name, value) in members)
                {
                    Collect(value, path.Length == 0 ? name : $"{path}.{name}", leaves);
                }

                break;
            case JsonArray items:
                foreach (var (i, value) in items.Index())
                {
                    Collect(value, $"{path}[{i}]", leaves);
                }

                break;
            case not null:
                leaves[path] = node.ToString();
                break;
            default:
                break;
        }
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(m => m.Value is not null)
            .OrderBy(m => m.Key, StringComparer.Ordinal)
            .Select(m => KeyValuePair.Create(m.Key, Sorted(m.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
