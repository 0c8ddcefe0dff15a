using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DpsPortal.Sealing;

/// <summary>
/// A text and who signed it. The text is JSON, and signed as the very characters that stand here: nobody has to write
/// it anew to check it.
/// </summary>
/// <param name="KeyId">Of the key that signed, see <see cref="PublicKey.Id"/>.</param>
/// <param name="Signature">ECDSA P-256 over the SHA-256 of the text in UTF-8, r and s of 32 bytes each, base64.</param>
public sealed record SignedText(string Text, string KeyId, string Signature);

/// <summary>The JSON of everything that is signed or handed out.</summary>
public static class SealingJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>A file, never part of a page: quotes in it need not be safe for one.</summary>
    private static readonly JsonSerializerOptions Readable =
        new(Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The same value always gives the same text: members in the order of their declaration.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>For a file that people open.</summary>
    public static string WriteFile<T>(T value) => JsonSerializer.Serialize(value, Readable);

    /// <exception cref="JsonException">The text is not of that shape.</exception>
    public static T Read<T>(string text) =>
        JsonSerializer.Deserialize<T>(text, Options) ?? throw new JsonException("The text is empty.");
}
