using System.Text.Json;
using DpsPortal.Sealing;

namespace DpsPortal.Verifier;

internal static class EntryPoint
{
    private static int Main(string[] args)
    {
        if (args.Length == 0)
        {
            Console.Error.WriteLine(Checker.Usage);
            return 2;
        }

        var files = new List<(string Name, string Text)>();
        foreach (var name in args)
        {
            try
            {
                files.Add((name, File.ReadAllText(name)));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{name} cannot be read: {e.Message}");
                return 2;
            }
        }

        return Checker.Run(files, Console.Out);
    }
}

/// <summary>Sorts out which file is which by what stands in it, and says of each check whether it holds.</summary>
public static class Checker
{
    public const string Usage = """
        dps-verify KEYS.json FILE...

        Checks receipts and boxes of sealed bids, and audit trails, without the portal. Give it the file of public keys and any of:
          the receipt file that you downloaded, your bid file, the box file of the call-off’s public page;
          an audit trail as the portal exports it, and the seals that were put away outside its database.
        It prints one line for each check and ends with 0 if all hold, 1 if one does not, 2 if it could not check.
        """;

    /// <returns>0: all hold. 1: one does not. 2: nothing to check, or no keys.</returns>
    public static int Run(IReadOnlyList<(string Name, string Text)> files, TextWriter output)
    {
        var (keys, receipts, boxes, bids) = (
            new List<PublicKey>(), new List<ReceiptFile>(), new List<BoxFile>(), new List<BidFile>());
        var opener = new List<PublicKey>();
        var (trails, anchors) = (new List<AuditFile>(), (IReadOnlyList<SignedText>?)null);
        foreach (var (name, text) in files)
        {
            try
            {
                switch (FormatOf(text))
                {
                    case KeysFile.CurrentFormat:
                        var file = SealingJson.Read<KeysFile>(text);
                        keys.AddRange(file.Keys);
                        opener.AddRange(file.Opener ?? []);
                        break;
                    case ReceiptFile.CurrentFormat:
                        receipts.Add(SealingJson.Read<ReceiptFile>(text));
                        break;
                    case BoxFile.CurrentFormat:
                        boxes.Add(SealingJson.Read<BoxFile>(text));
                        break;
                    case BidFile.CurrentFormat:
                        bids.Add(SealingJson.Read<BidFile>(text));
                        break;
                    case AuditFile.CurrentFormat:
                        trails.Add(SealingJson.Read<AuditFile>(text));
                        break;
                    case null when text.StartsWith(AuditAnchors.FirstLine, StringComparison.Ordinal):
                        anchors = AuditAnchors.Read(text);
                        break;
                    case { } unknown:
                        throw new JsonException($"It is of the unknown kind {unknown}.");
                    default:
                        throw new JsonException("It is none of the files that the portal hands out.");
                }
            }
            catch (Exception e) when (e is JsonException or FormatException)
            {
                output.WriteLine($"FAIL  {name} is damaged: {e.Message}");
                return 1;
            }
        }

        if (keys.Count == 0 || receipts.Count + boxes.Count + trails.Count == 0)
        {
            output.WriteLine(Usage);
            return 2;
        }

        var check = new BoxCheck(keys, opener.Count > 0 ? opener : null);
        List<Finding> findings =
        [
            .. receipts.SelectMany(r => check.Check(r, bids.Count == 0 ? null : Closest(r, bids))),
            .. boxes.SelectMany(check.Check),
            .. receipts.SelectMany(r => BoxCheck.Check(r, boxes)),
            .. BoxCheck.Check(boxes),
            .. BoxCheck.Check(receipts, bids),
            .. trails.SelectMany(t => new AuditCheck(keys).Check(t, anchors)),
        ];
        findings.ForEach(f => output.WriteLine($"{(f.Holds ? "ok  " : "FAIL")}  {f.Text}"));
        return findings.TrueForAll(f => f.Holds) ? 0 : 1;
    }

    /// <summary>Of several bid files the one that the receipt is for, or any, for the check to fail on.</summary>
    private static BidFile Closest(ReceiptFile receipt, List<BidFile> bids) =>
        bids.Find(bid => BoxCheck.IsFor(receipt, bid)) ?? bids[0];

    private static string? FormatOf(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.String
                    ? format.GetString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
