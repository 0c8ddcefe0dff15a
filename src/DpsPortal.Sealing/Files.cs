namespace DpsPortal.Sealing;

/// <summary>What a bidder keeps.</summary>
public sealed record ReceiptFile
{
    public const string CurrentFormat = "dps-receipt-file/1";

    public required string Format { get; init; }

    /// <summary>Its text is a <see cref="Sealing.Receipt"/>.</summary>
    public required SignedText Receipt { get; init; }

    /// <summary>That the version was taken back; its text is a <see cref="Sealing.Receipt"/> as well. Null where it was not.</summary>
    public SignedText? Withdrawal { get; init; }

    /// <summary>Null until bidding has closed.</summary>
    public InclusionProof? Proof { get; init; }
}

/// <summary>
/// The bid as its bidder keeps it: after sending the portal holds nothing that it can read, until the box is opened.
/// </summary>
public sealed record BidFile
{
    public const string CurrentFormat = "dps-bid-file/1";

    public required string Format { get; init; }

    /// <summary>It opens the commitment of the receipt: 32 bytes, lower-case hex.</summary>
    public required string Salt { get; init; }

    /// <summary>The bid, the very characters that the receipt is for.</summary>
    public required string Content { get; init; }
}

/// <summary>That a receipt is in a box.</summary>
public sealed record InclusionProof
{
    /// <summary>Its text is a <see cref="Sealing.Box"/>.</summary>
    public required SignedText Box { get; init; }

    /// <summary>From 0.</summary>
    public required int Index { get; init; }

    /// <summary>How many leaves the tree has.</summary>
    public required int Size { get; init; }

    /// <summary>See <see cref="MerkleTree.Path"/>.</summary>
    public required IReadOnlyList<string> Path { get; init; }
}

/// <summary>What everybody may read of a closed box; a leaf tells nothing to whoever does not have its receipt.</summary>
public sealed record BoxFile
{
    public const string CurrentFormat = "dps-box-file/1";

    public required string Format { get; init; }

    /// <summary>Its text is a <see cref="Sealing.Box"/>.</summary>
    public required SignedText Box { get; init; }

    /// <summary>All of them; null until the bids were opened, so that nobody can count them before.</summary>
    public IReadOnlyList<string>? Leaves { get; init; }

    /// <summary>Its text is a <see cref="Sealing.Opening"/>; null until the bids were opened.</summary>
    public SignedText? Opening { get; init; }
}

/// <summary>All public keys that ever signed; old ones stay.</summary>
public sealed record KeysFile
{
    public const string CurrentFormat = "dps-keys/1";

    public required string Format { get; init; }
    public required IReadOnlyList<PublicKey> Keys { get; init; }

    /// <summary>Those of them that alone sign openings; null in a file of one signer's own keys.</summary>
    public IReadOnlyList<PublicKey>? Opener { get; init; }

    /// <returns>None where there is no file yet.</returns>
    public static IReadOnlyList<PublicKey> Read(string file) =>
        File.Exists(file) ? SealingJson.Read<KeysFile>(File.ReadAllText(file)).Keys : [];

    /// <summary>Those that are not in the file yet; what is there stays, for what it signed.</summary>
    public static void Add(string file, IEnumerable<PublicKey> keys)
    {
        var known = Read(file);
        PublicKey[] all = [.. known, .. keys.Except(known)];
        if (all.Length > known.Count)
        {
            var made = $"{file}.{Guid.NewGuid():N}.new";
            File.WriteAllText(made, SealingJson.WriteFile(new KeysFile { Format = CurrentFormat, Keys = all }));
            File.Move(made, file, overwrite: true);
        }
    }
}
