using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using DpsPortal.Framework.Application;

namespace DpsPortal.HttpApi.Host.Http;

internal static class JsonFormat
{
    /// <summary>For whoever pasted such marks in: their form shows it at the field.</summary>
    public const string DirectionMarks = "Remove the hidden direction marks";

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
    /// no text that PostgreSQL keeps, whose log would quote the text before it: a sealed bid's, too. What turns the direction of
    /// writing lets a text be read otherwise than it was checked and stored (threat T21).
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
            RefuseUnkept(name, text);
            return;
        }

        if (value is IEnumerable<string> texts)
        {
            foreach (var each in texts)
            {
                RefuseUnkept(name, each);
            }
        }

        if (value is IEnumerable items && items.Cast<object?>().Any(item => item is null))
        {
            throw new UnkeptMemberException(name, "A list holds null.");
        }
    }

    private static void RefuseUnkept(string name, string? text)
    {
        if (text?.Contains('\0', StringComparison.Ordinal) == true)
        {
            throw new UnkeptMemberException(name, "A text holds a NUL character.");
        }

        if (text?.Any(Unseen.TurnsDirection) == true)
        {
            throw new UnkeptMemberException(name, DirectionMarks);
        }
    }

    private static bool IsList(Type type) => type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable));
}

/// <summary>What was read and is not kept. The reader says in which object of the body that is, this which member.</summary>
internal sealed class UnkeptMemberException(string member, string message) : JsonException(message)
{
    public string Member => member;
}
