using System.Text.Json;

namespace DpsPortal.Sealing;

/// <param name="Holds">Whether what is said holds.</param>
/// <param name="Text">A sentence that is true where it holds, or what is wrong.</param>
public sealed record Finding(bool Holds, string Text);

/// <summary>
/// Checks what an outsider holds, against nothing but the keys: no network, no database, no trust in whoever made it.
/// </summary>
/// <param name="opener">The keys that alone sign openings; null for any of the others.</param>
public sealed class BoxCheck(IReadOnlyList<PublicKey> keys, IReadOnlyList<PublicKey>? opener = null)
{
    /// <summary>That the receipt was signed, in time, and for this bid; and once bidding has closed, that it is in the box.</summary>
    /// <param name="bid">The bid file, or null.</param>
    public IEnumerable<Finding> Check(ReceiptFile file, BidFile? bid)
    {
        yield return SignatureOf(file.Receipt, "The receipt");
        if (Read<Receipt>(file.Receipt, Receipt.CurrentFormat) is not { } receipt)
        {
            yield return new Finding(false, "The receipt cannot be read.");
            yield break;
        }

        yield return new Finding(
            !receipt.Withdrawn && receipt.ReceivedAt < receipt.ClosesAt,
            $"Version {receipt.Version} of the bid on {receipt.CallOff} was received {At(receipt.ReceivedAt)}, "
            + $"the deadline being {At(receipt.ClosesAt)}.");
        if (bid is not null)
        {
            yield return new Finding(
                receipt.Fits(bid.Salt, bid.Content), "The bid file is what the receipt is for, letter by letter.");
        }

        if (file.Withdrawal is { } withdrawal)
        {
            yield return SignatureOf(withdrawal, "The receipt of the withdrawal");
            yield return new Finding(
                Read<Receipt>(withdrawal, Receipt.CurrentFormat) is { Withdrawn: true } taken
                    && taken.CallOffId == receipt.CallOffId && taken.BidId == receipt.BidId
                    && taken.Version == receipt.Version && taken.ReceivedAt >= receipt.ReceivedAt,
                $"Version {receipt.Version} was withdrawn.");
        }

        if (file.Proof is { } proof)
        {
            yield return SignatureOf(proof.Box, "The root in the receipt file");
            var box = Read<Box>(proof.Box, Box.CurrentFormat);
            yield return new Finding(
                box is not null && box.CallOffId == receipt.CallOffId && receipt.ReceivedAt < box.ClosesAt
                    && MerkleTree.RootFrom(
                        MerkleTree.Leaf(file.Receipt.Text), proof.Index, proof.Size, proof.Path) == box.Root,
                "The receipt is in the box that the root stands for.");
        }
    }

    /// <summary>That the root stands for exactly the receipts listed, and that nothing else was opened.</summary>
    public IEnumerable<Finding> Check(BoxFile file)
    {
        yield return SignatureOf(file.Box, "The root");
        if (Read<Box>(file.Box, Box.CurrentFormat) is not { } box)
        {
            yield return new Finding(false, "The root cannot be read.");
            yield break;
        }

        yield return new Finding(box.ClosedAt >= box.ClosesAt, "The box was closed at its deadline or after it.");
        if (file.Leaves is not { } leaves)
        {
            yield return new Finding(
                file.Opening is null, $"The box of {box.CallOff} was closed {At(box.ClosedAt)} and is not opened yet.");
            yield break;
        }

        yield return new Finding(
            leaves.Distinct(StringComparer.Ordinal).Count() == leaves.Count
                && leaves.SequenceEqual(leaves.Order(StringComparer.Ordinal)) && MerkleTree.Root(leaves) == box.Root,
            $"The root stands for the {leaves.Count} receipts of {box.CallOff}, closed {At(box.ClosedAt)}: none added, "
            + "none taken.");
        if (file.Opening is not { } signed)
        {
            yield return new Finding(false, "The receipts are listed, and who opened the box is not said.");
            yield break;
        }

        yield return SignatureOf(signed, "The opening", opener);
        var opening = Read<Opening>(signed, Opening.CurrentFormat);
        yield return new Finding(
            opening is not null && opening.CallOffId == box.CallOffId && opening.Root == box.Root
                && opening.Receipts == leaves.Count && opening.OpenedAt >= box.ClosesAt
                && opening.Opened.Distinct(StringComparer.Ordinal).Count() == opening.Opened.Count
                && opening.Opened.All(leaves.Contains),
            $"What was opened was in the box: {opening?.Opened.Count ?? 0} of its receipts"
            + (opening is null ? "." : $", {At(opening.OpenedAt)}."));
    }

    /// <summary>That nobody was shown another box of the same call-off.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<BoxFile> boxes) => boxes
        .Select(b => Read<Box>(b.Box, Box.CurrentFormat)).OfType<Box>().GroupBy(b => b.CallOffId)
        .Where(same => same.Select(b => b.Root).Distinct(StringComparer.Ordinal).Count() > 1)
        .Select(same => new Finding(false, $"The box of {same.First().CallOff} has one root."));

    /// <summary>That every bid file belongs to a receipt; of a single one its receipt says so.</summary>
    public static IEnumerable<Finding> Check(IReadOnlyList<ReceiptFile> receipts, IReadOnlyList<BidFile> bids) => bids
        .Where(bid => (bids.Count > 1 || receipts.Count == 0) && !receipts.Any(r => IsFor(r, bid)))
        .Select(_ => new Finding(false, "Each bid file belongs to one of the receipts."));

    public static bool IsFor(ReceiptFile file, BidFile bid) =>
        Read<Receipt>(file.Receipt, Receipt.CurrentFormat)?.Fits(bid.Salt, bid.Content) == true;

    /// <summary>That a bidder's receipt is one of those listed to everybody, under the root that everybody got.</summary>
    /// <param name="boxes">Of any call-offs, that of the receipt among them.</param>
    public static IEnumerable<Finding> Check(ReceiptFile file, IReadOnlyList<BoxFile> boxes)
    {
        var callOff = Read<Receipt>(file.Receipt, Receipt.CurrentFormat)?.CallOffId;
        var box = boxes.FirstOrDefault(b => Read<Box>(b.Box, Box.CurrentFormat) is { } one && one.CallOffId == callOff);
        if (box is null)
        {
            if (boxes.Count > 0)
            {
                yield return new Finding(false, "The box file is of the call-off of the receipt.");
            }

            yield break;
        }

        if (box.Leaves is { } leaves)
        {
            var leaf = MerkleTree.Leaf(file.Receipt.Text);
            var opened = box.Opening is { } signed && Read<Opening>(signed, Opening.CurrentFormat) is { } opening
                && opening.Opened.Contains(leaf);
            yield return new Finding(leaves.Contains(leaf), "The receipt is on the public list.");
            yield return new Finding(
                !opened || file.Withdrawal is null,
                opened ? "The bid of this receipt was opened."
                    : file.Withdrawal is not null ? "The bid of this receipt was not opened: it was withdrawn."
                    : "The bid of this receipt was not opened. That is right if you sent a later version; if you did not, "
                        + "ask the council.");
        }

        if (file.Proof is { } proof)
        {
            yield return new Finding(
                proof.Box.Text == box.Box.Text, "The root sent to the bidder is the root shown to everybody.");
        }
    }

    private Finding SignatureOf(SignedText signed, string what, IReadOnlyList<PublicKey>? by = null) => new(
        (by ?? keys).Any(key => key.Verifies(signed)), $"{what} was signed by the portal’s key {signed.KeyId}.");

    private static T? Read<T>(SignedText signed, string format)
        where T : class
    {
        try
        {
            var value = SealingJson.Read<T>(signed.Text);
            return FormatOf(value) == format ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? FormatOf(object value) => value switch
    {
        Receipt receipt => receipt.Format,
        Box box => box.Format,
        Opening opening => opening.Format,
        _ => null,
    };

    private static string At(DateTime instant) =>
        instant.ToString("yyyy-MM-dd HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
