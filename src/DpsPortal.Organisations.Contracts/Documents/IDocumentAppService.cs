using DpsPortal.Framework.Application;

namespace DpsPortal.Organisations.Documents;

public interface IDocumentAppService
{
    /// <param name="name">As the person's machine calls it; cleaned before it is kept.</param>
    /// <exception cref="DocumentRefusedException">Wrong kind, size, name or content; nothing is kept.</exception>
    Task<DocumentDto> CreateAsync(string name, Stream content, CancellationToken ct);

    Task<DocumentDto> GetAsync(Guid id, CancellationToken ct);

    /// <summary>The organisation's own documents, newest first.</summary>
    Task<PagedResult<DocumentDto>> GetListAsync(int skip, int take, CancellationToken ct);

    /// <summary>Whether files are scanned here, and whether the scanner answers.</summary>
    Task<ScanningDto> GetScanningAsync(CancellationToken ct);

    /// <summary>Audited: who took a file, and when.</summary>
    /// <exception cref="Framework.Domain.BusinessException">Still being checked.</exception>
    /// <exception cref="DocumentGoneException">It did not pass the check.</exception>
    Task<DocumentContent> DownloadAsync(Guid id, CancellationToken ct);
}

public enum Scanning
{
    /// <summary>Files are checked, not scanned.</summary>
    Off,
    On,

    /// <summary>The scanner does not answer: files wait for it.</summary>
    Down,
}

public sealed record ScanningDto(Scanning State);

public sealed record DocumentDto
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required DocumentKind Kind { get; init; }

    /// <summary>In bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Of what was sent; lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    public required DocumentState State { get; init; }

    public required DocumentScan Scan { get; init; }

    /// <summary>When the scanner is asked again; instant, UTC.</summary>
    public required DateTime? NextScanAt { get; init; }

    /// <summary>Of the file that is served, where metadata was taken out of what was sent.</summary>
    public required string? ServedSha256 { get; init; }

    /// <summary>Why it was refused, and what to do.</summary>
    public required string? Reason { get; init; }

    /// <summary>Instant, UTC.</summary>
    public required DateTime UploadedAt { get; init; }
}

/// <param name="Name">The cleaned display name.</param>
public sealed record DocumentContent(string Name, DocumentKind Kind, Stream Content);

/// <summary>A file that is not taken: answered as 422, or 413 when it is too large.</summary>
public sealed class DocumentRefusedException(string code, string name, string? kind = null) : Exception(code)
{
    public string Code { get; } = code;

    public string Name { get; } = name;

    public string? Kind { get; } = kind;
}

/// <summary>Answered as 410.</summary>
public sealed class DocumentGoneException(string name) : Exception("The document was refused.")
{
    public string Name { get; } = name;
}
