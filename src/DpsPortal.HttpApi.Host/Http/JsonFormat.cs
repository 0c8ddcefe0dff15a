using System.Text.Json;
using System.Text.Json.Serialization;

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
        json.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
    }
}
