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
            .WithAddedModifier(RefuseNullsInLists);
        json.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
    }

    /// <summary>Nullable annotations are respected for properties, not for what a list holds.</summary>
    private static void RefuseNullsInLists(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(p => p.Set is not null && IsList(p.PropertyType)))
        {
            var set = property.Set!;
            property.Set = (target, value) =>
            {
                if (value is IEnumerable items && items.Cast<object?>().Contains(null))
                {
                    throw new JsonException("A list holds null.");
                }

                set(target, value);
            };
        }
    }

    private static bool IsList(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));
}
