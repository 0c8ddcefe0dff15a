using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DpsPortal.HttpApi.Host.Http;

internal static class JsonFormat
{
    /// <summary>Web defaults made strict: what is not understood is refused, never dropped.</summary>
    public static void Apply(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.RespectNullableAnnotations = true;
        json.MaxDepth = 16;
        json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver())
            .WithAddedModifier(RefuseMeaninglessValues);
        json.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
    }

    /// <summary>
    /// Nullable annotations are respected for properties, not for what a list holds; and the framework reads
    /// <c>"Male, Female"</c> as the sum of two names, which has none.
    /// </summary>
    private static void RefuseMeaninglessValues(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var checks = type.Properties.Where(p => p.Get is not null && (IsEnum(p.PropertyType) || IsList(p.PropertyType)))
            .ToList();
        if (checks.Count > 0)
        {
            type.OnDeserialized = read => checks.ForEach(p => Check(p.Name, p.Get!(read)));
        }
    }

    private static void Check(string name, object? value)
    {
        switch (value)
        {
            case Enum one when !Enum.IsDefined(one.GetType(), one):
                throw Refusal(name, "The value has no name.");
            case string:
                break;
            case IEnumerable items:
                foreach (var item in items)
                {
                    if (item is null)
                    {
                        throw Refusal(name, "A list holds null.");
                    }

                    if (item is Enum)
                    {
                        Check(name, item);
                    }
                }

                break;
        }
    }

    private static JsonException Refusal(string name, string problem) => new(problem, $"$.{name}", null, null);

    private static bool IsEnum(Type type) => (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    private static bool IsList(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));
}
