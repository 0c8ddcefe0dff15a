using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace DpsPortal.HttpApi.Host.Http;

/// <summary>
/// An instant says its offset. The framework's own reader takes the server's for one that says none, and a deadline is
/// then an hour off in summer.
/// </summary>
internal sealed partial class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Offset().IsMatch(reader.GetString()!)
            && reader.TryGetDateTimeOffset(out var instant)
                ? instant
                : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    [GeneratedRegex(@"(Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex Offset();
}
