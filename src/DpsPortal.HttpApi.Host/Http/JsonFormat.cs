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
        json.Converters.Add(new EnumConverter());
        json.Converters.Add(new InstantConverter());
    }

    /// <summary>
    /// Nullable annotations are respected for properties, not for what a list holds. U+0000 is a character of JSON and of
    /// no text that PostgreSQL keeps, whose log would quote the text before it: a sealed bid's, too.
    /// </summary>
    private static void RefuseMeaninglessValues(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object)
        {
            return;
        }

        var checks = type.Properties
            .Where(p => p.Get is not null && (p.PropertyType == typeof(string) || IsList(p.PropertyType))).ToList();
        if (checks.Count > 0)
        {
            type.OnDeserialized = read => checks.ForEach(p => Check(p.Name, p.Get!(read)));
        }
    }

    private static void Check(string name, object? value)
    {
        if (value is string text)
        {
            RefuseNul(name, text);
            return;
        }

        if (value is IEnumerable<string> texts)
        {
            foreach (var each in texts)
            {
                RefuseNul(name, each);
            }
        }

        if (value is IEnumerable items && items.Cast<object?>().Any(item => item is null))
        {
            throw new JsonException("A list holds null.", $"$.{name}", null, null);
        }
    }

    private static void RefuseNul(string name, string? text)
    {
        if (text?.Contains('\0', StringComparison.Ordinal) == true)
        {
            throw new JsonException("A text holds a NUL character.", $"$.{name}", null, null);
        }
    }

    private static bool IsList(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));
}
