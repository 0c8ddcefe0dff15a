using System.Security.Cryptography;
using System.Text;

namespace DpsPortal.Sealing;

/// <summary>
/// What the portal says that it received, and when. Its signed text is a leaf of the box. Source: PCR 2015,
/// reg. 22(16)(a); etc/docs/decisions/0035.
/// </summary>
public sealed record Receipt
{
    public const string CurrentFormat = "dps-receipt/1";

    public required string Format { get; init; }

    /// <summary>Its reference, e.g. <c>C-7QK3-9F2D</c>.</summary>
    public required string CallOff { get; init; }

    public required Guid CallOffId { get; init; }
    public required Guid ProviderId { get; init; }
    public required Guid BidId { get; init; }

    /// <summary>From 1: each submission is one.</summary>
    public required int Version { get; init; }

    /// <summary>The version was taken back: a receipt of its own, beside that of its submission.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>See <see cref="CommitmentTo"/>.</summary>
    public required string Commitment { get; init; }

    /// <summary>Of the envelope that is stored, see <see cref="Envelope.HashOf"/>.</summary>
    public required string Sealed { get; init; }

    /// <summary>Instant, UTC, milliseconds: of the bid, or of its withdrawal.</summary>
    public required DateTime ReceivedAt { get; init; }

    /// <summary>Instant, UTC: the deadline as it was then.</summary>
    public required DateTime ClosesAt { get; init; }

    public string Write() => SealingJson.Write(this);

    /// <summary>Whether it is for this content, letter by letter; false also where the salt is none.</summary>
    public bool Fits(string salt, string content) => salt.Length == 64 && salt.All(char.IsAsciiHexDigit)
        && Commitment == CommitmentTo(salt, content);

    /// <returns>32 random bytes, lower-case hex.</returns>
    public static string NewSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>
    /// The SHA-256 of salt and content: it binds to the content and, without the salt, tells nothing of it.
    /// </summary>
    /// <param name="salt">32 bytes, lower-case hex.</param>
    /// <param name="content">The bid as it was stored; hashed in UTF-8.</param>
    /// <returns>Lower-case hex.</returns>
    public static string CommitmentTo(string salt, string content) => Convert.ToHexStringLower(
        SHA256.HashData([.. Convert.FromHexString(salt), .. Encoding.UTF8.GetBytes(content)]));
}

/// <summary>All receipts of a call-off when bidding closed, under one hash.</summary>
public sealed record Box
{
    public const string CurrentFormat = "dps-box/1";

    public required string Format { get; init; }
    public required string CallOff { get; init; }
    public required Guid CallOffId { get; init; }

    /// <summary>Instant, UTC: the deadline that counted.</summary>
    public required DateTime ClosesAt { get; init; }

    /// <summary>Instant, UTC.</summary>
    public required DateTime ClosedAt { get; init; }

    /// <summary>
    /// Of the tree of the receipts' leaves in the order of their hashes, those of replaced and withdrawn bids among
    /// them. How many they are is not said: the officers who open the box do not know before.
    /// </summary>
    public required string Root { get; init; }
}

/// <summary>Which receipts of the box were opened: the last one of each bidder who had not withdrawn.</summary>
public sealed record Opening
{
    public const string CurrentFormat = "dps-opening/1";

    public required string Format { get; init; }
    public required string CallOff { get; init; }
    public required Guid CallOffId { get; init; }

    /// <summary>Of the box that was opened.</summary>
    public required string Root { get; init; }

    /// <summary>Instant, UTC.</summary>
    public required DateTime OpenedAt { get; init; }

    /// <summary>How many receipts were in the box: a list of them that is shorter stands for something else.</summary>
    public required int Receipts { get; init; }

    /// <summary>Leaves in the order of their hashes: it tells neither who nor when.</summary>
    public required IReadOnlyList<string> Opened { get; init; }
}
