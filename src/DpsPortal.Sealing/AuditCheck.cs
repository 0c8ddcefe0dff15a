using System.Globalization;
using System.Text.Json;

namespace DpsPortal.Sealing;

/// <summary>
/// Whether an audit trail is the one that was sealed: no event changed, taken out, put in or moved, no seal missing, and
/// none made anew that does not fit what was put away outside the database. Source: PCR 2015, reg. 22(16)(g).
/// </summary>
public sealed class AuditCheck(IReadOnlyList<PublicKey> keys)
{
    /// <returns>One finding for each thing that is wrong, the first bad event first; or one that all holds.</returns>
    public IReadOnlyList<Finding> Check(AuditFile file, IReadOnlyList<SignedText>? anchors)
    {
        List<string> wrong = [.. OfEvents(file), .. OfSeals(file), .. OfAnchors(file, anchors)];
        return wrong.Count > 0
            ? [.. wrong.Select(text => new Finding(false, text))]
            : [new Finding(true, InWords(file, anchors))];
    }

    private static IEnumerable<string> OfEvents(AuditFile file)
    {
        var underSeal = file.Events.Where(e => e.Seal is not null).ToLookup(e => e.Seal!.Value);
        foreach (var line in file.Events.Where(e => e.Leaf is not null && MerkleTree.Leaf(e.Text) != e.Leaf)
            .OrderBy(e => e.Seal).ThenBy(e => e.Position))
        {
            yield return $"{NameOf(line)} was changed after it was sealed.";
        }

        foreach (var line in file.Events.Where(e => e.Seal is null && !file.Waiting.Contains(IdOf(e.Text) ?? Guid.Empty)))
        {
            yield return $"{NameOf(line)} was never sealed and does not wait for it: it was put in past the portal.";
        }

        var ids = new HashSet<Guid>();
        foreach (var line in file.Events.Where(e => IdOf(e.Text) is not { } id || !ids.Add(id)))
        {
            yield return $"{NameOf(line)} stands there twice, or cannot be read.";
        }

        foreach (var (text, number) in file.Seals.Select((s, i) => (SealOf(s), i + 1L)))
        {
            ExportedEvent[] events = [.. underSeal[number].OrderBy(e => e.Position)];
            var missing = Enumerable.Range(0, text?.Count ?? 0).Except(events.Select(e => e.Position ?? -1)).ToList();
            if (missing.Count > 0)
            {
                yield return $"Event {missing[0] + 1} of seal {Number(number)} is missing.";
            }
            else if (text is not null && (events.Length != text.Count
                || MerkleTree.Root([.. events.Select(e => MerkleTree.Leaf(e.Text))]) != text.Root))
            {
                yield return $"The events of seal {Number(number)} are not those that were sealed.";
            }
        }

        foreach (var group in underSeal.Where(g => g.Key < 1 || g.Key > file.Seals.Count))
        {
            yield return $"Seal {Number(group.Key)} is missing, and {group.Count()} events say that they are under it.";
        }
    }

    private IEnumerable<string> OfSeals(AuditFile file)
    {
        var previous = "";
        for (var i = 0; i < file.Seals.Count; i++)
        {
            var signed = file.Seals[i];
            if (!keys.Any(key => key.Verifies(signed)))
            {
                yield return $"Seal {Number(i + 1)} was not signed by the portal.";
            }

            if (SealOf(signed) is not { } seal || seal.Number != i + 1 || seal.Previous != previous)
            {
                yield return $"Seal {Number(i + 1)} does not follow the one before.";
            }

            previous = AuditSealText.HeadOf(signed.Text);
        }
    }

    private static IEnumerable<string> OfAnchors(AuditFile file, IReadOnlyList<SignedText>? anchors)
    {
        if (anchors is { Count: 0 })
        {
            yield return "The file of seals put away outside holds none.";
        }

        var before = 0L;
        foreach (var anchor in anchors ?? [])
        {
            var number = SealOf(anchor)?.Number ?? 0;
            if (before > 0 && number != before + 1)
            {
                yield return $"Of the seals put away outside, {Number(before)} is followed by {Number(number)}.";
            }

            before = number;
            if (number < 1 || number > file.Seals.Count)
            {
                yield return $"Seal {Number(number)} was put away outside and is missing here.";
            }
            else if (file.Seals[(int)number - 1].Text != anchor.Text)
            {
                yield return $"Seal {Number(number)} is not the one that was put away outside.";
            }
        }
    }

    private static string InWords(AuditFile file, IReadOnlyList<SignedText>? anchors)
    {
        var count = file.Events.Count(e => e.Seal is not null);
        var waiting = file.Events.Count - count;
        return $"The audit trail holds: {Number(count)} events under {Number(file.Seals.Count)} seals, "
            + $"{Number(waiting)} not sealed yet, the longest wait for a seal {LongestWait(file)}, "
            + (anchors is null ? "not compared with seals put away outside." : $"{Number(anchors.Count)} seals as put away outside.");
    }

    /// <summary>While an event waits, whoever rules the database can still change it.</summary>
    private static string LongestWait(AuditFile file)
    {
        var waits = file.Events.Where(e => e.Seal is not null)
            .Select(e => SealOf(file.Seals[(int)e.Seal!.Value - 1])!.SealedAt - SealingJson.Read<AuditLine>(e.Text).At)
            .DefaultIfEmpty().Max();
        return $"{Number((long)Math.Ceiling(Math.Max(0, waits.TotalSeconds)))} seconds";
    }

    private static AuditSealText? SealOf(SignedText signed)
    {
        try
        {
            var seal = SealingJson.Read<AuditSealText>(signed.Text);
            return seal.Format == AuditSealText.CurrentFormat ? seal : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string NameOf(ExportedEvent line) =>
        $"Event {IdOf(line.Text)?.ToString() ?? "that cannot be read"}"
        + (line.Seal is { } seal ? $" (seal {Number(seal)}, number {Number((line.Position ?? 0) + 1)})" : "");

    private static Guid? IdOf(string text)
    {
        try
        {
            return SealingJson.Read<AuditLine>(text).Id;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
