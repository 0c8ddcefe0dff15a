using System.IO.Compression;
using System.Xml.Linq;
using DpsPortal.Organisations.Documents.Checks;

namespace DpsPortal.Organisations.Documents.Cleaning;

/// <summary>The parts of one Office file, what became of them, and the file that is written of it.</summary>
internal sealed class OfficePackage(ZipArchive zip, DocumentKind kind)
{
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    /// <summary>What every part is dated: the first moment a zip can say.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, byte[]> _changed = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _dropped = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Whether anything had to be taken out.</returns>
    public bool Clean()
    {
        FollowRelations();
        foreach (var entry in zip.Entries.Where(e => !_dropped.Contains(e.FullName)))
        {
            CleanPart(entry);
        }

        if (_dropped.Count > 0)
        {
            CleanTypes();
        }

        return _changed.Count > 0 || _dropped.Count > 0 || zip.Comment.Length > 0
            || zip.Entries.Any(e => e.Comment.Length > 0);
    }

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var target = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in zip.Entries.Where(e => !_dropped.Contains(e.FullName) && e.Name.Length > 0))
            {
                var copy = target.CreateEntry(entry.FullName);
                copy.LastWriteTime = NoTime;
                using var output = copy.Open();
                if (_changed.TryGetValue(entry.FullName, out var bytes))
                {
                    output.Write(bytes);
                }
                else
                {
                    using var input = entry.Open();
                    input.CopyTo(output);
                }
            }
        }

        return stream.ToArray();
    }

    /// <summary>Drops the parts that hold what is not seen, also where nothing leads to them any more.</summary>
    private void FollowRelations()
    {
        foreach (var entry in zip.Entries.Where(e => IsRelations(e.FullName)))
        {
            var document = OfficeCleaner.Load(entry);
            var unseen = document.Descendants(Relations + "Relationship")
                .Where(r => OfficeCleaner.IsUnseen((string?)r.Attribute("Type") ?? "")).ToList();
            foreach (var relation in unseen)
            {
                Drop(PartOf(entry.FullName, (string?)relation.Attribute("Target") ?? ""));
            }

            if (unseen.Count > 0)
            {
                unseen.Remove();
                _changed[entry.FullName] = OfficeCleaner.Bytes(document);
            }
        }

        foreach (var entry in zip.Entries.Where(e => IsLeftOver(e.FullName)))
        {
            Drop(entry.FullName);
        }
    }

    private void Drop(string part)
    {
        _dropped.Add(part);
        var slash = part.LastIndexOf('/');
        var relations = $"{part[..(slash + 1)]}_rels/{part[(slash + 1)..]}.rels";
        if (zip.Entries.FirstOrDefault(e => Is(e, relations)) is { } nested && _dropped.Add(nested.FullName))
        {
            foreach (var relation in OfficeCleaner.Load(nested).Descendants(Relations + "Relationship")
                         .Where(r => (string?)r.Attribute("TargetMode") != "External"))
            {
                // What only a dropped part leads to (the properties of a custom part, the pictures of a comment).
                var target = PartOf(nested.FullName, (string?)relation.Attribute("Target") ?? "");
                if (IsLeftOver(target))
                {
                    _dropped.Add(target);
                }
            }
        }
    }

    private void CleanPart(ZipArchiveEntry entry)
    {
        if (OfficePart.IsJpg(entry))
        {
            CleanPicture(entry, JpegCleaner.Clean);
        }
        else if (OfficePart.IsPng(entry))
        {
            CleanPicture(entry, PngCleaner.Clean);
        }
        else if (OfficePart.IsXml(entry) && kind == DocumentKind.Docx)
        {
            Change(entry, WordCleaner.NeedsCleaning, WordCleaner.Clean);
        }
        else if (OfficePart.IsXml(entry))
        {
            Change(entry, WorkbookCleaner.NeedsCleaning, WorkbookCleaner.Clean);
        }
    }

    private void Change(ZipArchiveEntry entry, Func<Stream, bool> needsCleaning, Action<XDocument> clean)
    {
        using (var stream = entry.Open())
        {
            if (!needsCleaning(stream))
            {
                return;
            }
        }

        var document = OfficeCleaner.Load(entry);
        clean(document);
        _changed[entry.FullName] = OfficeCleaner.Bytes(document);
    }

    private void CleanPicture(ZipArchiveEntry entry, Func<byte[], byte[]> clean)
    {
        using var stream = entry.Open();
        using var picture = new MemoryStream();
        stream.CopyTo(picture);
        var file = picture.ToArray();
        var cleaned = clean(file);
        if (!cleaned.AsSpan().SequenceEqual(file))
        {
            _changed[entry.FullName] = cleaned;
        }
    }

    private void CleanTypes()
    {
        var entry = zip.GetEntry("[Content_Types].xml")!;
        var document = OfficeCleaner.Load(entry);
        document.Descendants(Types + "Override")
            .Where(o => _dropped.Contains(((string?)o.Attribute("PartName") ?? "").TrimStart('/')))
            .ToList().ForEach(o => o.Remove());
        _changed[entry.FullName] = OfficeCleaner.Bytes(document);
    }

    private static string PartOf(string relations, string target)
    {
        if (target.StartsWith('/'))
        {
            return target.TrimStart('/');
        }

        var folder = relations[..(relations.LastIndexOf("_rels/", StringComparison.OrdinalIgnoreCase))];
        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else if (step is not ("." or ".."))
            {
                parts.Add(step);
            }
        }

        return string.Join('/', parts);
    }

    private static bool IsLeftOver(string name) =>
        name.StartsWith("docProps/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("_xmlsignatures/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("customXml/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("xl/revisions/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("xl/threadedComments/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("xl/persons/", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("xl/comments", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("word/comments", StringComparison.OrdinalIgnoreCase);

    private static bool Is(ZipArchiveEntry entry, string name) =>
        string.Equals(entry.FullName, name, StringComparison.OrdinalIgnoreCase);

    private static bool IsRelations(string name) => name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
