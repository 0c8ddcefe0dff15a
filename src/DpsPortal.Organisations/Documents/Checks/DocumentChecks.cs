namespace DpsPortal.Organisations.Documents.Checks;

/// <summary>One station: looks at the bytes and either lets them pass or says why not.</summary>
internal interface IDocumentCheck
{
    bool Concerns(DocumentKind kind);

    /// <returns>Null when nothing speaks against it, else the error code.</returns>
    string? Refusal(DocumentKind kind, Stream content);
}

/// <summary>
/// The stations that only look, in their order: each may rely on those before it. They run when a file is sent, so that
/// its sender learns at once, and again on what was stored. Cleaning and the virus scan follow in
/// <see cref="CheckDocumentJob"/>.
/// </summary>
internal static class DocumentChecks
{
    public static readonly IReadOnlyList<IDocumentCheck> InOrder =
    [
        new TypeByContent(),
        new ArchiveWalk(),
        new PdfActiveContent(),
        new OfficeActiveContent(),
        new PictureSize(),
        new CsvActiveContent(),
    ];

    public static string? FirstRefusal(DocumentKind kind, Stream content)
    {
        foreach (var check in InOrder.Where(c => c.Concerns(kind)))
        {
            content.Position = 0;
            if (check.Refusal(kind, content) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }
}
