using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DpsPortal.Tendering;

/// <summary>Values kept as one JSON document: they are read and replaced whole.</summary>
internal static class Json
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>The same value always gives the same text: members in the order of their declaration.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <returns>The SHA-256 of the text in UTF-8, lower-case hex.</returns>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)!;

    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            value => Write(value),
            text => Read<T>(text),
            new ValueComparer<T>(
                (one, other) => Write(one) == Write(other),
                value => Write(value).GetHashCode(StringComparison.Ordinal),
                value => value));
        return property.HasColumnType("jsonb");
    }
}
