using System.Security.Cryptography;
using System.Text.Json.Serialization;

namespace DpsPortal.Sealing;

/// <summary>
/// The key to which the bids on one call-off are sealed, and the instant before which nobody opens them. The Opener makes
/// it and signs this text; the portal seals to nothing else. Source: PCR 2015, reg. 22(16)(b), (e).
/// </summary>
public sealed record BoxKey
{
    public const string CurrentFormat = "dps-box-key/1";

    public required string Format { get; init; }
    public required Guid CallOffId { get; init; }

    /// <summary>The public half, P-256, as SubjectPublicKeyInfo, base64.</summary>
    public required string Spki { get; init; }

    /// <summary>Instant, UTC. For the same key it is never signed anew with an earlier one.</summary>
    public required DateTime ClosesAt { get; init; }

    /// <summary>The SHA-256 of the key, lower-case hex.</summary>
    [JsonIgnore]
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(Spki)));
}
