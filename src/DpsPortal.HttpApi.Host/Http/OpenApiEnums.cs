using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>Describes enums, whose own reader (<see cref="EnumConverter"/>) says nothing about itself.</summary>
internal static class OpenApiEnums
{
    private const string ListOf = "list-of-enum";

    public static async Task DescribeAsync(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Enum = Names(type);
        }
        else if (Nullable.GetUnderlyingType(type) is { IsEnum: true } optional)
        {
            schema.Enum = Names(optional);
        }
        else if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { IsEnum: true } element })
        {
            var items = await context.GetOrCreateSchemaAsync(element, null, ct);
            items.Enum = Names(element);
            items.Metadata = new Dictionary<string, object>(StringComparer.Ordinal) { [ListOf] = element.Name };
            context.Document!.AddComponent(element.Name, items);
            schema.Items = items;
        }
    }

    /// <summary>Lists name the enum instead of repeating it, so that clients have one type for both.</summary>
    public static Task NameListsAsync(
        OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        var properties = document.Components!.Schemas!.Values.SelectMany(s => s.Properties?.Values ?? []);
        foreach (var list in properties.OfType<OpenApiSchema>())
        {
            if (list.Items is OpenApiSchema { Metadata: { } metadata } && metadata.TryGetValue(ListOf, out var name))
            {
                list.Items = new OpenApiSchemaReference((string)name, document);
            }
        }

        return Task.CompletedTask;
    }

    private static List<JsonNode> Names(Type type) => [.. Enum.GetNames(type).Select(name => JsonValue.Create(name))];
}
