namespace DpsPortal.Tendering.Boxes;

/// <summary>What a bidder keeps of its own bid, to check without the portal. Source: etc/docs/decisions/0035.</summary>
public interface IReceiptAppService
{
    /// <summary>The signed receipt of one version; once bidding has closed, with the proof that it is in the box.</summary>
    /// <exception cref="Framework.Domain.EntityNotFoundException">No such version of the caller's own bid.</exception>
    Task<SealingFile> GetReceiptAsync(Guid callOffId, int version, CancellationToken ct);

    /// <summary>The version that was opened, letter by letter, for a bidder whose own copy is lost.</summary>
    /// <exception cref="Framework.Domain.EntityNotFoundException">No such version of the caller's own bid.</exception>
    /// <exception cref="Framework.Domain.BusinessException">
    /// <see cref="TenderingErrorCodes.BidSealed"/>: the box is not open, or the version stays sealed for good.
    /// </exception>
    Task<SealingFile> GetBidAsync(Guid callOffId, int version, CancellationToken ct);
}

/// <summary>Closed boxes, open to everybody: nothing of them tells who bid or what.</summary>
public interface IBoxAppService
{
    /// <exception cref="Framework.Domain.EntityNotFoundException">No such call-off, or its bidding has not closed.</exception>
    Task<BoxDto> GetAsync(Guid callOffId, CancellationToken ct);

    /// <summary>The signed root; once the box was opened also all its receipts, by their hashes, and the signed opening.</summary>
    Task<SealingFile> GetFileAsync(Guid callOffId, CancellationToken ct);

    /// <summary>The public halves of all keys that ever signed a receipt or a root.</summary>
    SealingFile GetKeys();
}

/// <param name="Reference">Of the call-off, e.g. <c>C-7QK3-9F2D</c>.</param>
/// <param name="ClosesAt">Instant, UTC: the deadline that counted.</param>
/// <param name="ClosedAt">Instant, UTC.</param>
/// <param name="Root">Stands for all receipts: SHA-256, lower-case hex.</param>
/// <param name="KeyId">Of the key that signed the root.</param>
/// <param name="Receipts">How many, replaced and withdrawn ones among them; null before opening.</param>
/// <param name="OpenedAt">Instant, UTC; null before opening.</param>
/// <param name="Opened">How many of them were opened; null before opening.</param>
public sealed record BoxDto(
    Guid CallOffId, string Reference, string PlacingAuthorityName, DateTime ClosesAt, DateTime ClosedAt, string Root,
    string KeyId, int? Receipts, DateTime? OpenedAt, int? Opened);

public sealed record SealingFile(byte[] Content, string FileName)
{
    public const string ContentType = "application/json";
}
