namespace DpsPortal.Reporting.OpenData;

/// <summary>A host authority's whole record in open form, at any time.</summary>
public interface IOpenDataAppService
{
    /// <summary>A ZIP of CSV files in UTF-8, one for each table, and a README that says what each column means.</summary>
    /// <exception cref="Framework.Domain.BusinessException">The caller's authority hosts no scheme.</exception>
    Task<OpenDataExport> ExportAsync(CancellationToken ct);
}

public sealed record OpenDataExport(Stream Content, string FileName);
