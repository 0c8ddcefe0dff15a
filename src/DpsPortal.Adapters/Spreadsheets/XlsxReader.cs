using System.IO.Compression;
using System.Xml;
using DpsPortal.Framework.Spreadsheets;

namespace DpsPortal.Adapters.Spreadsheets;

/// <summary>An Office Open XML workbook (ECMA-376, part 1) within hard limits: a small file can unpack to a very large one.</summary>
internal sealed class XlsxReader : ISpreadsheetReader
{
    /// <summary>Of all parts together, in bytes.</summary>
    private const long MostUnpacked = 64L * 1024 * 1024;

    /// <summary>Unpacked to packed, as for an upload (threat T17).</summary>
    private const long MostRatio = 100;

    /// <summary>Below this many bytes the ratio says nothing.</summary>
    private const long RatioMatters = 1024 * 1024;

    public IReadOnlyList<ReadSheet> Read(Stream workbook, ReadLimits limits, CancellationToken ct)
    {
        try
        {
            using var archive = new ZipArchive(workbook, ZipArchiveMode.Read, leaveOpen: true);
            var budget = new UnpackBudget(Math.Min(MostUnpacked, Math.Max(RatioMatters, MostRatio * workbook.Length)));
            return new XlsxBook(archive, budget, limits, ct).Read();
        }
        catch (XmlException broken)
        {
            throw new InvalidDataException("A part is not well-formed.", broken);
        }
    }
}
