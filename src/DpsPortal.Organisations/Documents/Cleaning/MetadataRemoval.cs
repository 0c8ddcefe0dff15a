namespace DpsPortal.Organisations.Documents.Cleaning;

/// <summary>What tells about people or places without being seen cannot be taken out of this file safely.</summary>
internal sealed class CannotCleanException(string code) : Exception(code)
{
    public string Code { get; } = code;
}

/// <summary>
/// Takes out of a file what its readers do not see: who wrote it and where, what was deleted, where a photograph was
/// taken. A spreadsheet's or a photograph's content stays as it was.
/// </summary>
internal static class MetadataRemoval
{
    /// <returns>The cleaned file, or null when there was nothing to take out.</returns>
    /// <exception cref="CannotCleanException">The sender has to do it; the code says how.</exception>
    public static byte[]? Clean(DocumentKind kind, byte[] file)
    {
        var cleaned = kind switch
        {
            DocumentKind.Jpg => JpegCleaner.Clean(file),
            DocumentKind.Png => PngCleaner.Clean(file),
            DocumentKind.Pdf => PdfCleaner.Clean(file),
            DocumentKind.Docx or DocumentKind.Xlsx => OfficeCleaner.Clean(kind, file),
            _ => file,
        };
        return cleaned.AsSpan().SequenceEqual(file) ? null : cleaned;
    }
}
